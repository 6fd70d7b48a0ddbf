/** What the button on the page says. */

export const WORDS = {
  ko: {
    open: '상담 열기',
    close: '상담 닫기',
    frame: '상담 창',
    unread: (count: number): string => `읽지 않은 답 ${count}개`,
  },
  en: {
    open: 'Open the chat',
    close: 'Close the chat',
    frame: 'Chat with us',
    unread: (count: number): string => `${count} unread ${count === 1 ? 'reply' : 'replies'}`,
  },
} as const
