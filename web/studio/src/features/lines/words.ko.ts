/** What the page of the lines says, in Korean. */

export const ko = {
  title: '늘 쓰는 말',
  lead: '어느 시나리오에서나 나오는 말이에요. 바꾸지 않은 말은 처음부터 들어 있는 말로 나가요.',
  groups: {
    manners: { name: '인사와 태도', about: '처음 만날 때, 고마워할 때, 사람인지 물을 때 하는 말이에요.' },
    understanding: { name: '알아듣기', about: '못 알아들었거나, 답이 맞지 않거나, 이야기가 바뀔 때 하는 말이에요.' },
    person: { name: '사람에게 이어 주기', about: '상담원을 권하고, 넘기고, 기다릴 때 하는 말이에요.' },
    trouble: { name: '일이 막혔을 때', about: '시스템이 답하지 않거나 더 나아갈 수 없을 때 하는 말이에요.' },
    ending: { name: '마무리', about: '해결됐는지 묻고, 기다리고, 인사하며 마칠 때 하는 말이에요.' },
    buttons: { name: '단추에 쓰는 말', about: '고객이 누르는 단추에 적혀요. 짧을수록 좋아요.' },
  },
  ours: '우리가 쓴 말',
  usual: '처음부터 있던 말',
  begin: '이 말에서 고쳐 쓰기',
  giveBack: '처음 말로 되돌리기',
  words: '우리가 쓰는 말',
  mayUse: (names: string) => `이 말에 넣을 수 있는 것: ${names}`,
  names: { one: '첫째 이름', other: '둘째 이름', title: '물어본 것의 이름', value: '받은 값', matter: '하던 이야기', hotline: '긴급 상담 안내' } as Record<string, string>,
  times: { first: '처음', second: '두 번째', third: '세 번째부터' },
  find: '말이나 이름으로 찾기',
  none: '찾는 말이 없어요. 다른 낱말로 찾아 보세요.',
  onlyOurs: (n: number) => `우리가 쓴 말만 보기 (${n})`,
}
