/** What every editor says, in Korean. */

export const ko = {
  undo: '되돌리기',
  redo: '다시 하기',
  yaml: {
    slip: (line: number) => `${line}번째 줄을 읽을 수 없어요.`,
    rules: {
      yaml: '띄어쓰기와 기호를 살펴봐 주세요.',
      yaml_tab: '탭 대신 빈칸으로 들여 써 주세요.',
      yaml_sign: '@나 %로 시작하는 말은 큰따옴표로 감싸 주세요.',
      yaml_colon: '한 줄에 쌍점이 두 번 나와요. 문장을 큰따옴표로 감싸거나 들여쓰기를 맞춰 주세요.',
      yaml_key: '이름 뒤에 쌍점이 빠졌어요.',
      yaml_quote: '닫는 따옴표가 빠졌어요.',
      yaml_braces: '괄호를 닫거나, 괄호로 시작하는 문장을 큰따옴표로 감싸 주세요.',
      yaml_indent: '들여쓰기가 위아래 줄과 맞지 않아요.',
      yaml_documents: '줄표 세 개로 나누지 말고 한 편만 적어 주세요.',
      twice: '같은 이름이 두 번 나와요. 하나만 남겨 주세요.',
      alias: '별표나 앰퍼샌드로 시작하는 말은 큰따옴표로 감싸 주세요.',
      too_deep: '너무 깊이 들여 썼어요.',
      too_many: '한 시나리오에는 1,000단계까지 그릴 수 있어요. 여러 시나리오로 나누어 주세요.',
    },
  },
}
