/** Two texts line by line, side by side: what is the same stands beside itself. */

export interface Row {
  before: string | null
  after: string | null
  same: boolean
}

// Beyond this, lines are compared by place only: nobody reads a thousand changed lines one by one.
const MOST = 1_500

/** Rows of both texts; equal beginnings and ends are found first, the middle by its longest common lines. */
export function sideBySide(before: string, after: string): Row[] {
  const a = linesOf(before)
  const b = linesOf(after)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const same = (line: string): Row => ({ before: line, after: line, same: true })
  return [
    ...a.slice(0, start).map(same),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ]
}

function linesOf(text: string): string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

function middle(a: string[], b: string[]): Row[] {
  if (a.length > MOST || b.length > MOST) return beside(a, b)
  const common = table(a, b)
  const rows: Row[] = []
  let gone: string[] = []
  let come: string[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      rows.push(...beside(gone, come), { before: a[i] as string, after: b[j] as string, same: true })
      gone = []
      come = []
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      gone.push(a[i] as string)
      i += 1
    } else {
      come.push(b[j] as string)
      j += 1
    }
  }
  return [...rows, ...beside(gone, come)]
}

/** How many lines the rests of both texts have in common, from each pair of lines on. */
function table(a: string[], b: string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const [row, below] = [rows[i] as Uint16Array, rows[i + 1] as Uint16Array]
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number)
    }
  }
  return rows
}

function beside(a: string[], b: string[]): Row[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, n) => ({
    before: a[n] ?? null,
    after: b[n] ?? null,
    same: false,
  }))
}

/** The rows with only some equal ones around what differs; null stands for what is left out. */
export function withoutTheSame(rows: readonly Row[], around = 3): (Row | null)[] {
  const near = new Set<number>()
  rows.forEach((row, n) => {
    if (!row.same) for (let m = n - around; m <= n + around; m += 1) near.add(m)
  })
  return rows.flatMap((row, n) => (near.has(n) ? [row] : near.has(n - 1) || n === 0 ? [null] : []))
}
