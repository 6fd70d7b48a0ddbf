/** What is said about previews, in Korean. */

export const ko = {
  readOtherwise: (meant: string, read: string) => `‘${meant}’ 마음을 담아 쓴 문장인데 ‘${read}’ 쪽으로 읽혔어요.`,
  silent: '지금 쓴 대로는 답이 나오지 않아요. 시나리오에 고칠 곳이 있는지 봐 주세요.',
  mended: '지킴이가 막아 다른 말로 바꾸었어요',
  replaced: '지킴이가 막아 안전한 말만 나가요',
  refusal: {
    never_say: '쓰지 않는 말이 들어 있음',
    wrong_level: '말높임이 다름',
    mixed_levels: '말높임이 섞임',
    banmal: '반말',
    reply_too_long: '답이 너무 김',
    blame: '고객을 탓하는 말',
    claims_feeling: '느낀다고 하는 말',
    manipulation: '재촉하는 말',
    unbacked_promise: '지킬 수 없는 약속',
    names_no_matter: '무슨 일인지 짚지 않음',
    wrong_language: '다른 언어',
  },
  unread: (file: string, line: number) => `${file} ${line}번째 줄을 읽을 수 없어서 마지막으로 읽은 대로 보여 드려요.`,
  change: '문장 바꾸기',
  ours: '처음 문장으로',
  write: '보고 싶은 고객의 말을 한 줄에 하나씩 적어 주세요',
  kept: '적은 문장은 이 브라우저에만 남아요. 실제 고객의 이름이나 번호는 빼 주세요.',
  look: '이 문장으로 보기',
  cancel: '그만두기',
  tooMany: (most: number) => `한 번에 ${most}문장까지 볼 수 있어요.`,
}
