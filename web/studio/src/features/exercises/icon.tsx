/** The sign of exercises: a pencil over a line. */

export function ExerciseIcon({ size = 20 }: { size?: number }) {
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
      <path d="M5 16l-.5 3.500 3.500-.5L18.500 8.500l-3-3zM13 8l3 3M12.500 19.500h7" />
    </svg>
  )
}
