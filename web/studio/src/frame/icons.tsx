/** The few pictures the studio needs, drawn with one pen. Each stands beside a word and is silent. */

import type { ReactNode } from 'react'

export function icon(shape: ReactNode) {
  return function Icon({ size = 20 }: { size?: number }) {
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
        {shape}
      </svg>
    )
  }
}

export const HomeIcon = icon(<path d="M4 11.500 12 5l8 6.500M6.500 10v9h11v-9M10 19v-5h4v5" />)
export const TalkIcon = icon(<path d="M5 5.500h14v10.500H11L7 19.500V16H5zM9 9.500h6M9 12.500h4" />)
export const MenuIcon = icon(<path d="M4.500 7h15M4.500 12h15M4.500 17h15" />)
export const CloseIcon = icon(<path d="m6.500 6.500 11 11M17.500 6.500l-11 11" />)
export const SearchIcon = icon(<path d="M10.800 17.100a6.300 6.300 0 1 0 0-12.600 6.300 6.300 0 0 0 0 12.600zM15.500 15.500 20 20" />)
export const SunIcon = icon(
  <path d="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3.500V5M12 19v1.500M3.500 12H5M19 12h1.500M6 6l1 1M17 17l1 1M18 6l-1 1M7 17l-1 1" />,
)
export const MoonIcon = icon(<path d="M19.500 14.200A8 8 0 0 1 9.800 4.500a8 8 0 1 0 9.700 9.700z" />)
export const SystemIcon = icon(<path d="M4.500 5.500h15v10.500h-15zM9 19.500h6M12 16v3.500" />)
export const LanguageIcon = icon(
  <path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM4 12h16M12 4c2.300 2.300 3.300 5 3.300 8S14.300 17.700 12 20c-2.300-2.300-3.300-5-3.300-8S9.700 6.300 12 4z" />,
)
export const PersonIcon = icon(<path d="M12 12a3.800 3.800 0 1 0 0-7.600 3.800 3.800 0 0 0 0 7.600zM5 20c.6-3.600 3.500-5.500 7-5.500s6.400 1.900 7 5.500" />)
export const LeaveIcon = icon(<path d="M10 5H5.500v14H10M14.500 8l4 4-4 4M18 12H9.500" />)
export const GoIcon = icon(<path d="m9.500 6 6 6-6 6" />)
export const BackIcon = icon(<path d="m14.500 6-6 6 6 6" />)
export const TroubleIcon = icon(<path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 8v5M12 16h.01" />)
/** Nothing is here, and nothing is wrong. */
export const NothingIcon = icon(<path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM9 12h6" />)
export const CalmIcon = icon(<path d="M6 10h10v4.500a4 4 0 0 1-4 4h-2a4 4 0 0 1-4-4zM16 11h1.500a2 2 0 0 1 0 4H16M9 4.500v2M13 4.500v2" />)

/** Our mark: a speech bubble that is a heart. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="10" fill="#1f6b5c" />
      <path
        d="M16 23.500c-5.200-3.500-8.200-6.400-8.200-9.900A4.200 4.200 0 0 1 16 12a4.200 4.200 0 0 1 8.200 1.600c0 3.500-3 6.400-8.200 9.900z"
        fill="#fffdf9"
      />
    </svg>
  )
}
