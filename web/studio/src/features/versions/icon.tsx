/** The sign of versions: two sheets, one behind the other. */

export function VersionsIcon({ size = 20 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M8.500 8.500h11v11h-11zM5 15.500V5h10.500M12 13h4M12 16h2.500" />
    </svg>
  )
}
