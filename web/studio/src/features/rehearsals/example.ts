/** What a file of customers looks like, for whoever writes the first one. */

export const EXAMPLE = {
  ko: (intent: string) => `customers:
  - id: waiting_mother          # 영어 소문자, 숫자, _
    who: 급히 답이 필요한 어머니    # 사람이 알아볼 말
    goal:
      intent: ${intent}          # 무엇 때문에 왔나요: 의도나 답의 이름
      ends: solved               # solved 해결 | refused 다정한 거절 | person 사람
    feels: {worry: 0.6}          # 처음 마음: anger 화, worry 걱정 (0-1)
    temper: anxious              # patient, ordinary, hurried, anxious, quick_to_anger, weary, distrustful, gentle
    says:
      opens:                     # 첫마디: 하나를 골라 말해요
        - 저기요, 이거 오늘 안으로 꼭 알아야 해서요
        - 급한데 지금 확인되나요?
      again:                     # 같은 말을 다르게
        - 아까 말씀드린 거요, 어떻게 되는 건지 알고 싶어요
      upset:                     # 마음이 더 상했을 때
        - 계속 같은 말만 하시니까 더 불안해요
`,
  en: (intent: string) => `customers:
  - id: waiting_mother          # small letters, digits, _
    who: a mother who needs an answer soon
    goal:
      intent: ${intent}          # what it is about: an intent or an answer
      ends: solved               # solved | refused | person
    feels: {worry: 0.6}          # at first: anger, worry (0-1)
    temper: anxious              # patient, ordinary, hurried, anxious, quick_to_anger, weary, distrustful, gentle
    says:
      opens:                     # first words: one of them is said
        - Hello, I really need to know this today
        - It's urgent, can you look now?
      again:                     # the same in other words
        - What I asked before, I just want to know what happens
      upset:                     # when it hurts more
        - You keep telling me the same thing and it makes me more nervous
`,
}
