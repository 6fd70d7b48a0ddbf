/** A read-only page for people outside the team: made from chosen notes, given out by a link, taken back again. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/Group.css'

import { Button, Checkbox, Group, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'

import { Problem, told } from '../../api/problem'
import { useNames } from '../../words/named'
import { day } from '../../words/times'
import { useOwnWords, useWords } from '../../words/words'
import { type Handout, type Place, type ShownNote, useGive, useHandouts, useTakeBack } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

const DAYS = [7, 14, 30, 90]

export function GiveOut({ notes, close }: { notes: readonly ShownNote[]; close: () => void }) {
  const own = useOwnWords({ ko, en })
  const give = useGive()
  return (
    <Modal opened onClose={close} size="lg" title={own.giveOut} closeButtonProps={{ 'aria-label': own.close }}>
      {give.data ? <GivenLink link={give.data.link} handout={give.data.handout} close={close} /> : <Ask notes={notes} give={give} close={close} />}
    </Modal>
  )
}

function Ask({ notes, give, close }: { notes: readonly ShownNote[]; give: ReturnType<typeof useGive>; close: () => void }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const names = useNames()
  const [title, setTitle] = useState(notes[0]?.note.title ?? '')
  const [days, setDays] = useState(14)
  const places = once(notes.flatMap((each) => each.note.places ?? []), (each) => `${each.playbook}/${each.scenario}`)
  const conversations = once(
    notes.flatMap((each) => [...(each.note.conversations ?? []), ...(each.note.quotes ?? []).map((quote) => quote.conversation)]),
    (each) => each,
  ).slice(0, 10)
  const [without, setWithout] = useState<readonly string[]>(conversations)
  const [draft, setDraft] = useState(false)
  const shows = places.filter((each) => !without.includes(placeKey(each)))
  const switched = (key: string) => setWithout(without.includes(key) ? without.filter((each) => each !== key) : [...without, key])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!title.trim()) return
    give.mutate({
      title: title.trim(),
      notes: notes.map((each) => each.note.id),
      places: shows.map((each) => ({ ...each, step: '' })),
      draft: draft && shows.length > 0,
      conversations: conversations.filter((each) => !without.includes(each)),
      days,
    })
  }
  return (
    <form className="note-form" onSubmit={submit} aria-label={own.giveOut}>
      <p className="soft">{own.giveLead(notes.length)}</p>
      <TextInput label={own.pageTitle} value={title} maxLength={120} data-autofocus onChange={(event) => setTitle(event.currentTarget.value)} />
      <NativeSelect
        label={own.lasts}
        value={String(days)}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
        data={DAYS.map((each) => ({ value: String(each), label: own.days(each) }))}
      />
      {places.map((each) => (
        <Checkbox
          key={placeKey(each)}
          label={own.withScenario(names.scenario(each.playbook, each.scenario))}
          checked={!without.includes(placeKey(each))}
          onChange={() => switched(placeKey(each))}
        />
      ))}
      {shows.length > 0 && (
        <Checkbox
          label={own.showDraft}
          description={draft ? own.draftHint : own.inForceHint}
          checked={draft}
          onChange={(event) => setDraft(event.currentTarget.checked)}
        />
      )}
      {conversations.map((each) => (
        <Checkbox key={each} label={own.withConversation(each.slice(0, 6))} checked={!without.includes(each)} onChange={() => switched(each)} />
      ))}
      <p className="soft small">{own.giveHint}</p>
      {give.error && (
        <p role="alert" className="complaint">
          {give.error instanceof Problem && give.error.code === 'no_draft_to_show' ? own.noDraft : told(words, give.error)}
        </p>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {own.cancel}
        </Button>
        <Button type="submit" loading={give.isPending} disabled={!title.trim()}>
          {own.makeLink}
        </Button>
      </Group>
    </form>
  )
}

function GivenLink({ link, handout, close }: { link: string; handout: Handout; close: () => void }) {
  const own = useOwnWords({ ko, en })
  const { language } = useWords()
  const clipboard = useClipboard()
  const address = new URL(link, window.location.origin).href
  return (
    <div className="note-form">
      <TextInput label={own.link} value={address} readOnly onFocus={(event) => event.currentTarget.select()} data-autofocus />
      <p className="soft small">{own.linkHint(day(new Date(handout.expires_at), language))}</p>
      <Group justify="flex-end">
        <Button variant="default" component="a" href={address} target="_blank" rel="noreferrer">
          {own.look}
        </Button>
        <Button variant="default" onClick={() => clipboard.copy(address)}>
          {clipboard.copied ? own.copied : own.copy}
        </Button>
        <Button onClick={close}>{own.close}</Button>
      </Group>
    </div>
  )
}

/** Pages whose link still opens them. */
export function GivenOut() {
  const own = useOwnWords({ ko, en })
  const { language } = useWords()
  const { data: handouts } = useHandouts()
  const takeBack = useTakeBack()
  const [sure, setSure] = useState<string | null>(null)
  const open = (handouts ?? []).filter((each) => !each.revoked_at && new Date(each.expires_at) > new Date())
  if (!open.length) return null
  return (
    <section className="card given-out" aria-labelledby="given-out">
      <h2 id="given-out">{own.givenOut}</h2>
      <ul>
        {open.map((each) => (
          <li key={each.id}>
            <span>
              {each.title} <span className="soft small">
                {own.until(day(new Date(each.expires_at), language), each.by)}
                {each.draft && ` · ${own.draftOf(day(new Date(each.at), language))}`}
              </span>
            </span>
            {sure === each.id ? (
              <span className="acts" role="group" aria-label={own.takeBackSure}>
                <span>{own.takeBackSure}</span>
                <Button size="compact-sm" autoFocus loading={takeBack.isPending} onClick={() => takeBack.mutate(each.id, { onSettled: () => setSure(null) })}>
                  {own.takeBackNow}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setSure(null)}>
                  {own.cancel}
                </Button>
              </span>
            ) : (
              <Button size="compact-sm" variant="default" aria-label={own.takeBackOf(each.title)} onClick={() => setSure(each.id)}>
                {own.takeBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const placeKey = (each: Place) => `${each.playbook}/${each.scenario}`

function once<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((each) => [key(each), each])).values()]
}
