/** What is said about drafts, in Korean. */

export const ko = {
  state: { saved: '저장됨', saving: '저장하는 중', failed: '저장하지 못했어요', conflict: '다른 사람도 고쳤어요' },
  failedBody: '서버에 닿지 않아요. 적은 글은 이 브라우저에 남아 있고, 다시 이어지면 저장돼요.',
  again: '다시 저장',
  refused: '이 파일은 이대로 저장할 수 없어요. 글이 너무 길거나 파일 이름이 맞지 않아요.',
  look: '나란히 보기',
  title: '같은 파일을 다른 사람도 고쳤어요',
  lead: (path: string) => `${path} 파일이 그사이 바뀌었어요. 어느 글도 아직 덮어쓰지 않았어요. 두 글을 보고 하나를 골라 주세요.`,
  mine: '내가 쓴 글',
  theirs: '그사이 저장된 글',
  gone: '지웠어요',
  later: '나중에 고르기',
  keepMine: '내 글로 저장하기',
  keepTheirs: '저장된 글을 따르기',
  playbook: '플레이북',
  draftOnly: '아직 발행 전',
  all: '플레이북 모두 보기',
}
