/** Language and appearance, kept in this browser. */

import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'

import { useWords } from '../words/words'
import { LanguageIcon, MoonIcon, SunIcon, SystemIcon } from './icons'

export function Preferences() {
  const { words, language, speak } = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const looks = [
    ['auto', words.asSystem, SystemIcon],
    ['light', words.light, SunIcon],
    ['dark', words.dark, MoonIcon],
  ] as const
  const [, , Look] = looks.find(([each]) => each === colorScheme) ?? looks[0]
  return (
    <>
      <Menu position="bottom-end" width={180}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${words.language}: ${language === 'ko' ? '한국어' : 'English'}`}>
            <LanguageIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown aria-label={words.language}>
          {(['ko', 'en'] as const).map((each) => (
            <Menu.Item key={each} lang={each} onClick={() => speak(each)} fw={each === language ? 700 : 400}>
              {each === 'ko' ? '한국어' : 'English'}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.appearance}>
            <Look />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown aria-label={words.appearance}>
          {looks.map(([each, name, Icon]) => (
            <Menu.Item
              key={each}
              leftSection={<Icon size={17} />}
              onClick={() => setColorScheme(each)}
              fw={each === colorScheme ? 700 : 400}
            >
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
