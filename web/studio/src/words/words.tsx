/** Which language the studio speaks, and its words. */

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

import { en } from './en'
import { ko, type Words } from './ko'

export type Language = 'ko' | 'en'
const KEPT = 'dajeong:language'

interface Spoken {
  words: Words
  language: Language
  speak: (language: Language) => void
}

const Speaking = createContext<Spoken>({ words: ko, language: 'ko', speak: () => undefined })

/** The language that was chosen here, else the first of the browser's that we have. */
export function firstLanguage(kept: string | null, wanted: readonly string[]): Language {
  if (kept === 'ko' || kept === 'en') return kept
  const found = wanted.map((each) => each.slice(0, 2).toLowerCase()).find((each) => each === 'ko' || each === 'en')
  return found === 'ko' ? 'ko' : found === 'en' ? 'en' : 'ko'
}

export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => firstLanguage(localStorage.getItem(KEPT), navigator.languages))
  const spoken = useMemo(
    () => ({
      words: language === 'ko' ? ko : en,
      language,
      speak: (chosen: Language) => {
        localStorage.setItem(KEPT, chosen)
        setLanguage(chosen)
      },
    }),
    [language],
  )
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <Speaking value={spoken}>{children}</Speaking>
}

export function useWords(): Spoken {
  return useContext(Speaking)
}

/** The words of one feature in the language spoken now; they come with its page: `const own = useOwnWords({ ko, en })`. */
export function useOwnWords<Table>(tables: Record<Language, Table>): Table {
  return tables[useWords().language]
}

/** Names the page in the window and for screen readers. */
export function useTitle(title: string): void {
  const { words } = useWords()
  useEffect(() => {
    document.title = title ? `${title} · ${words.studio}` : words.studio
  }, [title, words])
}
