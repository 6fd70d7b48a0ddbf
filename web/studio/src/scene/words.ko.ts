/** What steps and conditions are called, in Korean. */

import { starting } from '../../../shared/playbook_names.json'
import { ko as everywhere } from '../words/ko'

export const ko = {
  condition: {
    always: '그 밖에는',
    and: ', ',
    or: ' 또는 ',
    not: (said: string) => `단, ‘${said}’ 아님`,
    is: (name: string, value: string) => `${name}: ${value}`,
    isNot: (name: string, value: string) => `${name}: ${value} 아님`,
    yes: (name: string) => `${name}: 예`,
    no: (name: string) => `${name}: 아니요`,
    filled: (name: string) => `${name}: 알고 있음`,
    empty: (name: string) => `${name}: 아직 모름`,
    at_least: (name: string, value: string) => `${name} ${value} 이상`,
    at_most: (name: string, value: string) => `${name} ${value} 이하`,
    more_than: (name: string, value: string) => `${name} ${value} 초과`,
    less_than: (name: string, value: string) => `${name} ${value} 미만`,
    names: {
      mood: '지금 기분',
      mood_so_far: '지금까지 기분',
      emotion: '감정',
      strength: '마음의 세기',
      sure: '읽은 확신',
      trend: '기분의 흐름',
      urgency: '급한 정도',
      fatigue: '지친 정도',
      abuse: '욕설이 있음',
      repeated: '같은 말을 되풀이한 횟수',
      anger_stays: '화가 가라앉지 않음',
      speech_act: '말의 종류',
      messages: '고객 메시지 수',
      language: '언어',
      scenario: '시나리오',
      intent: '의도',
    },
    values: {
      ...everywhere.group,
      ...everywhere.emotion,
      rising: '커지는 중',
      steady: '그대로',
      falling: '가라앉는 중',
    },
  },
  kind: {
    say: '말하기',
    ask: '묻기',
    choose: '고르게 하기',
    branch: '갈래',
    call: '행동 부르기',
    go: '다른 시나리오로',
    hand_off: '사람에게 넘기기',
    end: '끝',
  },
  called: {
    ask: (what: string) => `묻기: ${what}`,
    call: (what: string) => `행동: ${what}`,
    go: (what: string) => `이어 가기: ${what}`,
  },
  start: {
    // The check finds these again, so that no customer ever reads them.
    ...starting.ko,
    choose: '어느 쪽이 좋으세요?',
  },
}
