/** Every scenario of a playbook: what it is about, what leads to it, and where the check sees something. */

import '../../edits/edits.css'
import './kinds.css'
import './scenarios.css'

import { ActionIcon, Button, Skeleton, Title } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { useDraft, useFindings, useSaveFile } from '../../draft/draft'
import { PlaybookPicker } from '../../draft/picker'
import { SaveState } from '../../draft/save_state'
import { AddIcon } from '../../edits/icons'
import { Failed } from '../../frame/states'
import { firstScenario, freeName } from '../../scene/first'
import { nameOf, useGlossary } from '../../scene/glossary'
import { sceneOf } from '../../scene/scene'
import { useOwnWords, useTitle, useWords } from '../../words/words'
import { ScenarioIcon } from './icon'
import { DeleteIcon } from './icons'
import { en } from './words.en'
import { ko } from './words.ko'

const route = getRouteApi('/playbooks/$playbook/scenarios')

export function ScenariosPage() {
  const { playbook } = route.useParams()
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const { texts, isPending, error, refetch } = useDraft(playbook)
  useTitle(own.page.title)
  return (
    <div className="scenarios">
      <header className="edit-head">
        <div>
          <Title order={1} size="h2">
            {own.page.title}
          </Title>
          <p className="soft">{own.page.listLead}</p>
        </div>
        <div className="edit-tools">
          <SaveState name={playbook} />
          <PlaybookPicker playbook={playbook} section="scenarios" />
          <NewScenario playbook={playbook} taken={Object.keys(texts)} />
        </div>
      </header>
      {error ? (
        <Failed problem={error} again={() => void refetch()} />
      ) : isPending ? (
        <div role="status" aria-label={words.loading}>
          <Skeleton height={88} mb={12} radius="lg" />
          <Skeleton height={88} radius="lg" />
        </div>
      ) : (
        <List playbook={playbook} />
      )}
    </div>
  )
}

function List({ playbook }: { playbook: string }) {
  const own = useOwnWords({ ko, en })
  const { texts } = useDraft(playbook)
  const { findings } = useFindings(playbook)
  const glossary = useGlossary(texts)
  const { save, saveNow } = useSaveFile(playbook)
  const [gone, setGone] = useState<{ path: string; text: string; title: string } | null>(null)
  const write = (path: string, text: string | null) => (save(path, text), saveNow())
  const paths = Object.keys(texts).filter((path) => /^scenarios\/[^/]+\.ya?ml$/.test(path))
  const news = (
    <div role="status" className={gone === null ? undefined : 'scenario-gone'}>
      {gone !== null && (
        <>
          <span>{own.page.removed(gone.title)}</span>
          <Button size="compact-sm" variant="default" autoFocus onClick={() => (write(gone.path, gone.text), setGone(null))}>
            {own.page.bringBack}
          </Button>
        </>
      )}
    </div>
  )
  if (paths.length === 0) {
    return (
      <>
        {news}
        <div className="state">
          <ScenarioIcon size={36} />
          <Title order={2} size="h3">
            {own.page.none}
          </Title>
          <p className="soft">{own.page.noneBody}</p>
        </div>
      </>
    )
  }
  return (
    <>
      {news}
      <ul className="scenario-list">
        {paths.map((path) => {
          const scene = sceneOf(texts[path] ?? '')
          const seen = findings.filter((each) => each.file === path)
          const errors = seen.filter((each) => each.severity === 'error').length
          const title = scene?.title || nameOf(path)
          const intents = scene?.intents.map((name) => glossary.intents.find((each) => each.name === name)?.title ?? name) ?? []
          return (
            <li key={path} className="scenario-item">
              <Link to="/playbooks/$playbook/scenarios/$scenario" params={{ playbook, scenario: nameOf(path) }} className="scenario-row">
                <ScenarioIcon size={20} />
                <span className="scenario-about">
                  <b>{title}</b>
                  <small className="soft">{intents.length > 0 ? own.page.ledBy(intents.join(', ')) : own.page.ledByNone}</small>
                </span>
                <span className="soft">{scene === null ? own.page.broken : own.page.steps(scene.steps.length)}</span>
                {errors > 0 && <span className="step-flag error">{own.card.errors(errors)}</span>}
                {seen.length > errors && <span className="step-flag warning">{own.card.warnings(seen.length - errors)}</span>}
              </Link>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={own.page.remove(title)}
                title={own.page.remove(title)}
                onClick={() => {
                  write(path, null)
                  setGone({ path, text: texts[path] ?? '', title })
                }}
              >
                <DeleteIcon size={18} />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function NewScenario({ playbook, taken }: { playbook: string; taken: readonly string[] }) {
  const own = useOwnWords({ ko, en })
  const { save } = useSaveFile(playbook)
  const go = useNavigate()
  const [naming, setNaming] = useState(false)
  const [title, setTitle] = useState('')
  if (!naming)
    return (
      <Button leftSection={<AddIcon size={16} />} onClick={() => setNaming(true)}>
        {own.page.fresh}
      </Button>
    )
  return (
    <form
      className="new-scenario"
      onKeyDown={(event) => event.key === 'Escape' && setNaming(false)}
      onSubmit={(event) => {
        event.preventDefault()
        const said = title.trim()
        if (said === '') return
        const scenario = freeName(said, taken)
        save(`scenarios/${scenario}.yaml`, firstScenario(said, own.start))
        void go({ to: '/playbooks/$playbook/scenarios/$scenario', params: { playbook, scenario } })
      }}
    >
      <input className="typed" autoFocus aria-label={own.page.freshTitle} placeholder={own.page.freshTitle} maxLength={80} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <Button type="submit" disabled={title.trim() === ''}>
        {own.page.make}
      </Button>
      <Button variant="default" onClick={() => setNaming(false)}>
        {own.action.cancel}
      </Button>
    </form>
  )
}
