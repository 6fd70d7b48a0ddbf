/** What the server shows of a conversation, as the generated types say it. */

import type { components } from '../../../shared/api.generated'

type Schemas = components['schemas']
export type ChatEvent = Schemas['History']['events'][number]
export type ChatMessage = Schemas['ChatMessage']
export type Choice = Schemas['Choice']
export type Holder = Schemas['ChatHolder']['holder']
export type OpenedChat = Schemas['OpenedChat']
export type Kept = Schemas['Kept']
