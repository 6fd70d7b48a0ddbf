/** What every editor says, in English. */

import type { ko } from './words.ko'

export const en: typeof ko = {
  undo: 'Undo',
  redo: 'Redo',
  yaml: {
    slip: (line: number) => `Line ${line} cannot be read.`,
    rules: {
      yaml: 'Please check its spaces and punctuation.',
      yaml_tab: 'Indent with spaces, not with tabs.',
      yaml_sign: 'Put words that begin with @ or % in double quotes.',
      yaml_colon: 'There are two colons in one line. Put the sentence in double quotes, or fix the indentation.',
      yaml_key: 'A colon is missing after a name.',
      yaml_quote: 'A closing quote is missing.',
      yaml_braces: 'Close the bracket, or put a sentence that begins with one in double quotes.',
      yaml_indent: 'The indentation does not match the lines around it.',
      yaml_documents: 'Write one document only, without three dashes.',
      twice: 'The same name appears twice. Keep one.',
      alias: 'Put words that begin with an asterisk or ampersand in double quotes.',
      too_deep: 'This is indented too deeply.',
      too_many: 'A scenario is drawn with up to 1,000 steps. Divide it into several.',
    },
  },
}
