/** What mends a remark, in the language that is spoken. */

import { type Finding, type Texts } from '../draft/draft'
import { en as calledEn } from '../scene/words.en'
import { ko as calledKo } from '../scene/words.ko'
import { useOwnWords } from '../words/words'
import type { Asks, Fix } from './at'
import { fixesOf } from './fixes'
import { en } from './words.en'
import { ko } from './words.ko'

/** Of the remarks on these texts. Only where actions are asked for is one that people must finish among them. */
export function useFixes(texts: Texts, asking = false): (finding: Finding) => (Fix | Asks)[] {
  const own = useOwnWords({ ko, en })
  const called = useOwnWords({ ko: calledKo, en: calledEn })
  return (finding) => fixesOf(finding, texts, { own, called }).filter((fix) => asking || !('asks' in fix))
}
