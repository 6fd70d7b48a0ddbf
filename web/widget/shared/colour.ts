/** A site's own colour, made readable: every pair used for text has a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */

type Rgb = readonly [number, number, number]

export const WARM_GREEN = '#1f6b5c'
export const READABLE = 4.5

const INK: Rgb = [27, 31, 29]
const WHITE: Rgb = [255, 255, 255]

/** Red, green and blue of "#rgb" or "#rrggbb", else null. */
export function parse(hex: string): Rgb | null {
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex.trim())
  const long = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex.trim())
  const found = short ? short.slice(1).map((x) => x + x) : long?.slice(1)
  if (!found) return null
  const [r = '', g = '', b = ''] = found
  return [parseInt(r, 16), parseInt(g, 16), parseInt(b, 16)]
}

export function hex(colour: Rgb): string {
  return '#' + colour.map((part) => part.toString(16).padStart(2, '0')).join('')
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The colour moved towards white or ink until text in it can be read on the ground. */
export function readableOn(colour: Rgb, ground: Rgb): Rgb {
  const towards = luminance(ground) > 0.18 ? [0, 0, 0] : WHITE
  for (let step = 0; step <= 20; step++) {
    const moved = colour.map((part, i) => Math.round(part + (((towards[i] ?? 0) - part) * step) / 20)) as unknown as Rgb
    if (contrast(moved, ground) >= READABLE) return moved
  }
  return towards as unknown as Rgb
}

/** The brand colour as a ground, and the ink that can be read on it. What is no colour becomes our own green. */
export function brand(asked: string | null | undefined): { ground: string; ink: string; rgb: Rgb } {
  let rgb = parse(asked || '') ?? (parse(WARM_GREEN) as Rgb)
  if (contrast(rgb, WHITE) >= READABLE) return { ground: hex(rgb), ink: '#ffffff', rgb }
  if (contrast(rgb, INK) < READABLE) rgb = readableOn(rgb, WHITE)
  const ink = contrast(rgb, WHITE) >= READABLE ? '#ffffff' : hex(INK)
  return { ground: hex(rgb), ink, rgb }
}
