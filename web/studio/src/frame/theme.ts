/** How the studio looks: warm paper, calm ink, and the green of 다정 where something can be done. */

import { createTheme, type CSSVariablesResolver, type MantineColorsTuple, Menu } from '@mantine/core'

const green: MantineColorsTuple = [
  '#eaf5f1', '#d5e9e2', '#abd3c6', '#7fbca8', '#5aa88f', '#3f9880', '#2f7f6c', '#1f6b5c', '#175648', '#0e4136',
]
const FONT =
  "Pretendard, 'Pretendard Variable', -apple-system, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', system-ui, 'Segoe UI', Roboto, sans-serif"

export const theme = createTheme({
  primaryColor: 'green',
  primaryShade: { light: 7, dark: 6 },
  colors: { green },
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: '700' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // An open menu has the keyboard at its first entry, and nothing but entries inside: a screen reader counts them right.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
  },
})

/** Mantine's own surfaces, in our colours of `style/ground.css`. */
export const surfaces: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--card)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-default-hover': 'var(--chip)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-placeholder': 'var(--soft)',
    '--mantine-color-dimmed': 'var(--soft)',
    '--mantine-color-error': 'var(--bad)',
  }
  return { variables: {}, light: ours, dark: ours }
}
