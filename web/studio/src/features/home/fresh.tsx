/** A fresh installation: what can be done now, in the order in which it helps. */

import { Button, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { GoIcon } from '../../frame/icons'
import { useNames } from '../../words/named'
import { useWords } from '../../words/words'

export function Fresh({ playbooks }: { playbooks: string[] }) {
  const { words } = useWords()
  const names = useNames()
  const [first] = playbooks
  const embed = `<script src="${window.location.origin}/widget/loader.js" data-playbook="${first ?? '…'}" async></script>`
  return (
    <section className="fresh" aria-labelledby="fresh">
      <Title order={2} size="h3" id="fresh">
        {words.home.emptyTitle}
      </Title>
      <Text className="soft" mt={8} maw={560}>
        {words.home.emptyBody}
      </Text>
      <ol className="fresh-steps">
        {!first && (
          <li className="card">
            <b>{words.home.emptyPublish}</b>
            <Text className="soft">{words.home.emptyPublishBody}</Text>
            <Button component={Link} to="/playbooks" mt={12}>
              {words.home.emptyMake}
            </Button>
          </li>
        )}
        {first && (
          <li className="card">
            <b>{words.home.emptyTalk}</b>
            <Text className="soft">{words.home.emptyTalkBody}</Text>
            {playbooks.map((name) => (
              <a key={name} className="go" href={`/try/${encodeURIComponent(name)}`} target="_blank" rel="noopener">
                {names.playbook(name)} <GoIcon size={16} />
              </a>
            ))}
          </li>
        )}
        <li className="card">
          <b>{words.home.emptyEmbed}</b>
          <Text className="soft">{words.home.emptyEmbedBody}</Text>
          <code>{embed}</code>
        </li>
      </ol>
    </section>
  )
}
