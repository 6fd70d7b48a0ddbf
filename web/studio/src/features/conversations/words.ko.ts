/** What is said about the list of conversations and its lines, in Korean. */

export const ko = {
  chosen: '보기에서 골랐어요',
  narrow: (n: number) => (n ? `조건 ${n}개로 거르는 중` : '조건으로 거르기'),
  toLabels: '라벨 대기열 보기',
  atStep: '말하던 자리',
}
