/** A name for files from what people call something: Korean as it sounds, in small Latin letters and underscores. */

const FIRST = 0xac00
const LAST = 0xd7a3
const BEGIN = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h']
const MIDDLE = ['a', 'ae', 'ya', 'yae', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i']
const END = ['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'l', 'l', 'l', 'p', 'l', 'm', 'p', 'p', 't', 't', 'ng', 't', 't', 'k', 't', 'p', 't']

/** '예약 날짜' is yeyak_naljja; at most 40 letters, cut between words. Empty where nothing can be read aloud in Latin letters. */
export function romanised(said: string): string {
  const latin = [...said.normalize('NFC')].map((each) => syllable(each.codePointAt(0) ?? 0) ?? each).join('')
  const plain = latin.toLowerCase().normalize('NFKD').replace(/[̀-ͯ'’]/g, '')
  const parts = plain.replace(/[^a-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '').split('_')
  let name = (parts[0] ?? '').slice(0, 40)
  for (const part of parts.slice(1)) {
    if (name.length + 1 + part.length > 40) break
    name = `${name}_${part}`
  }
  return name
}

/** The first of name, name_2, name_3 ... that is free; a number at its end counts on. */
export function freeOf(name: string, taken: (name: string) => boolean): string {
  const [, stem = name, number] = /^(.*?)(?:_(\d+))?$/.exec(name) ?? []
  let tried = name
  for (let n = Number(number ?? 1) + 1; taken(tried); n += 1) tried = `${stem}_${n}`
  return tried
}

function syllable(code: number): string | undefined {
  if (code < FIRST || code > LAST) return undefined
  const at = code - FIRST
  return `${BEGIN[Math.floor(at / 588)]}${MIDDLE[Math.floor((at % 588) / 28)]}${END[at % 28]}`
}
