/** The text of a scenario beside its picture: what is changed on one side shows on the other; a mistake marks its line. */

import { TextPane } from '../../edits/text_pane'
import { useOwnWords } from '../../words/words'
import { parse, pathAt, place } from '../../yaml/document'
import type { Desk } from './desk'
import { en } from './words.en'
import { ko } from './words.ko'

/** `line`: where somebody was sent from a form. */
export function YamlPane({ desk, line }: { desk: Desk; line: number | null }) {
  const own = useOwnWords({ ko, en })
  const { text, slip, scene, picked, path, findings } = desk
  const step = picked.length === 1 && slip === null ? scene?.byId.get(picked[0] as string) : undefined
  const pickAt = (offset: number) => {
    const yaml = parse(desk.text)
    if (yaml.slips.length > 0) return
    const [, index] = pathAt(yaml, offset)
    const found = scene?.steps.find((each) => each.index === index)
    if (found !== undefined && found.id !== picked[0]) desk.pick([found.id])
  }
  return (
    <TextPane
      label={own.yaml.label}
      path={path}
      text={text}
      slip={slip}
      marks={slip === null ? findings.map((each) => ({ line: each.line, bad: each.severity === 'error' })) : [{ line: slip.line, bad: true }]}
      here={step === undefined ? undefined : stepLines(text, step.index)}
      line={line}
      at={pickAt}
      change={(now) => desk.writeFiles({ [path]: now }, 'text')}
    >
      <span className="soft">{own.yaml.lastGood}</span>
    </TextPane>
  )
}

function stepLines(text: string, index: number): [number, number] | undefined {
  const yaml = parse(text)
  if (yaml.slips.length > 0) return undefined
  const span = place(yaml, ['steps', index])
  return [span.line, yaml.lines.linePos(Math.max(span.from, span.to - 1)).line]
}
