/** Examples from a CSV or Excel file: choose it, see what is in it, say which column is what, and take it over. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/Group.css'
import './import.css'

import { Button, Checkbox, Group, Modal, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useMemo, useRef, useState } from 'react'

import type { components } from '../../../../shared/api.generated'
import { api, data } from '../../api/client'
import { Problem, told } from '../../api/problem'
import { useOwnWords, useWords } from '../../words/words'
import { withMany } from './change'
import type { useHistory } from './history'
import type { Intent } from './model'
import { type Columns, guessed, type Planned, planned, type Sheet } from './table'
import { en } from './words.en'
import { ko } from './words.ko'

type Table = components['schemas']['Table']
const LARGEST = 5_000_000
const SHOWN = 6

interface Given {
  playbook: string
  intents: readonly Intent[]
  history: ReturnType<typeof useHistory>
  choose: (name: string) => void
  tell: (what: string) => void
  close: () => void
}

export default function Import({ playbook, intents, history, choose, tell, close }: Given) {
  const own = useOwnWords({ ko, en })
  const read = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > LARGEST) throw new Problem(413, 'table_too_large')
      const found = await api.POST('/api/studio/playbooks/{name}/intents/import', {
        params: { path: { name: playbook }, query: { file: file.name } },
        body: file as never,
        bodySerializer: (body: unknown) => body as Blob,
        headers: { 'Content-Type': 'application/octet-stream' },
      })
      return data(found)
    },
  })
  return (
    <Modal opened onClose={close} size="xl" title={own.import} closeButtonProps={{ 'aria-label': own.close }}>
      {read.data ? (
        <Preview
          table={read.data}
          intents={intents}
          again={() => read.reset()}
          take={(plan) => {
            history.change(own.imported(plan.examples), withMany(history.texts, intents, plan.come, plan.begun))
            tell(own.imported(plan.examples))
            close()
            const first = plan.begun[0]?.name ?? [...plan.come.keys()][0]
            if (first) choose(first)
          }}
        />
      ) : (
        <Choose choose={(file) => read.mutate(file)} busy={read.isPending} problem={read.error} />
      )}
    </Modal>
  )
}

function Choose({ choose, busy, problem }: { choose: (file: File) => void; busy: boolean; problem: unknown }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) choose(file)
  }
  const refused = problem instanceof Problem ? own.refused[problem.code as keyof typeof own.refused] : undefined
  const sentence = typeof refused === 'function' ? refused(String((problem as Problem).more.cell ?? '')) : refused
  return (
    <div
      className={`drop-zone${over ? ' over' : ''}`}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{own.chooseFile}</p>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={own.file}
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) choose(file)
          event.currentTarget.value = ''
        }}
      />
      <Button loading={busy} onClick={() => input.current?.click()} data-autofocus>
        {own.browse}
      </Button>
      <p className="soft hint">{own.chooseHint}</p>
      <div role="alert">{problem ? <p className="complaint">{sentence ?? told(words, problem)}</p> : null}</div>
    </div>
  )
}

interface Previewed {
  table: Table
  intents: readonly Intent[]
  again: () => void
  take: (plan: Planned) => void
}

function Preview({ table, intents, again, take }: Previewed) {
  const own = useOwnWords({ ko, en })
  const names = { intent: own.columns.intent, example: own.columns.example, answer: own.columns.answer }
  const full = table.sheets.filter((each) => each.rows.length > 0)
  const [at, setAt] = useState(0)
  const sheet = full[at] as Sheet
  const [columns, setColumns] = useState<Columns>(() => guessed(sheet, names))
  const [into, setInto] = useState('')
  const plan = useMemo(() => planned(sheet, columns, intents, into || null), [sheet, columns, intents, into])
  const first = sheet.rows[columns.top] ?? []
  const shown = SHOWN + columns.top
  const letter = (n: number) => `${n > 25 ? 'A' : ''}${String.fromCharCode(65 + (n % 26))}`
  const named = first.map((cell, n) => ({ value: String(n), label: columns.head && cell ? `${letter(n)}: ${cell.slice(0, 30)}` : letter(n) }))
  const choice = (kind: 'intent' | 'example' | 'answer') => ({
    label: own.column[kind],
    value: columns[kind] === null ? '' : String(columns[kind]),
    data: [{ value: '', label: own.column.none }, ...named],
    onChange: (event: React.ChangeEvent<HTMLSelectElement>) => {
      const { value } = event.currentTarget
      setColumns({ ...columns, [kind]: value === '' ? null : Number(value) })
    },
  })
  const remarks = [
    table.encoding === 'cp949' && own.wasCp949,
    sheet.merged > 0 && own.merged(sheet.merged),
    sheet.cut && own.cut,
    columns.top > 0 && own.above(columns.top),
    plan.known > 0 && own.leftKnown(plan.known),
    plan.tooLong > 0 && own.leftLong(plan.tooLong),
    plan.nameless > 0 && own.leftNameless(plan.nameless),
    plan.shared > 0 && own.sharedByTwo(plan.shared),
    plan.answers > 0 && own.leftAnswers(plan.answers),
  ].filter((each) => typeof each === 'string')
  return (
    <div className="preview">
      <div className="choices">
        {full.length > 1 && (
          <NativeSelect
            label={own.sheet}
            value={String(at)}
            onChange={(event) => {
              const chosen = Number(event.currentTarget.value)
              setAt(chosen)
              setColumns(guessed(full[chosen] as Sheet, names))
            }}
            data={full.map((each, n) => ({ value: String(n), label: each.name }))}
          />
        )}
        <NativeSelect {...choice('example')} />
        <NativeSelect {...choice('intent')} />
        {columns.intent === null && (
          <NativeSelect
            label={own.allInto}
            value={into}
            onChange={(event) => setInto(event.currentTarget.value)}
            data={[{ value: '', label: own.column.choose }, ...intents.map((each) => ({ value: each.name, label: each.title || each.name }))]}
          />
        )}
        <NativeSelect {...choice('answer')} />
      </div>
      <Checkbox label={columns.top > 0 ? own.hasHeadAt(sheet.lines[columns.top] ?? 1) : own.hasHead} checked={columns.head} onChange={(event) => setColumns({ ...columns, top: 0, head: event.currentTarget.checked })} />
      <div className="scroll" role="region" aria-label={own.rows} tabIndex={0}>
        <table className="import-sheet">
          <thead>
            <tr>
              <td />
              {first.map((_, n) => (
                <th key={n} scope="col" className={n === columns.example || n === columns.intent || n === columns.answer ? 'used' : undefined}>
                  {letter(n)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.slice(0, shown).map((row, line) => (
              <tr key={line} className={line < columns.top ? 'not-read' : columns.head && line === columns.top ? 'head' : undefined}>
                <th scope="row">{sheet.lines[line]}</th>
                {row.map((cell, n) => (
                  <td key={n} className={n === columns.example || n === columns.intent || n === columns.answer ? 'used' : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sheet.rows.length > shown && <p className="soft hint">{own.moreRows(sheet.rows.length - shown)}</p>}
      {remarks.length > 0 && (
        <ul className="remarks">
          {remarks.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <p role="status">
        <b>{own.plan(plan.examples, plan.come.size, plan.begun.length)}</b>
        {plan.begun.length > 0 && <span className="soft"> {own.begun(plan.begun.slice(0, SHOWN).map((each) => each.title).join(', '))}</span>}
      </p>
      <Group justify="flex-end">
        <Button variant="default" onClick={again}>
          {own.otherFile}
        </Button>
        <Button disabled={plan.examples === 0} onClick={() => take(plan)}>
          {own.take(plan.examples)}
        </Button>
      </Group>
    </div>
  )
}
