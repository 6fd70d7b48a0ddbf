/** Which playbook a page is about: its name, and with several of them a menu of the others. */

import { Button, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { useNames } from '../words/named'
import { useOwnWords } from '../words/words'
import { placeOf, type Section } from './section'
import { en } from './words.en'
import { ko } from './words.ko'

export function PlaybookPicker({ playbook, section }: { playbook: string; section: Section }) {
  const own = useOwnWords({ ko, en })
  const { playbooks } = useNames()
  const here = playbooks.find((each) => each.name === playbook)
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button variant="default" size="sm" aria-label={`${own.playbook}: ${here?.title ?? playbook}`}>
          {here?.title ?? playbook}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={own.playbook}>
        {playbooks.map((each) => (
          <Menu.Item key={each.name} component={Link} to={placeOf(each.name, section)} fw={each.name === playbook ? 700 : 400}>
            {each.title}
            {!each.published && <span className="soft"> · {own.draftOnly}</span>}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/playbooks">
          {own.all}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
