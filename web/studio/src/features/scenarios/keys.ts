/** Which key was pressed, whatever the keyboard is set to write. */

interface Pressed {
  key: string
  code: string
}

/** The key in small letters; the Latin letter on it where it writes another script (ㅊ is c). */
export function latin({ key, code }: Pressed): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  return (letter !== undefined && !/^[\x20-\x7e]$/.test(key) && key.length === 1 ? letter : key).toLowerCase()
}

/** Whether what has the keyboard takes letters, or arrows of its own. */
export function typing(target: EventTarget): boolean {
  return (target as Element).closest('input, textarea, select, [contenteditable]') !== null
}
