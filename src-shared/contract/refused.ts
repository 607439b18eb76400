/**
 * A refusal as it crosses the border: of the station, of the border itself, or of a screen that
 * gets no answer.
 */
import type { RefusalCode } from '../domain/refusal-codes.ts'
import type { LocalizedText } from '../domain/text.ts'

/** What the border itself refuses: what a sender did wrong before the station was asked. */
export type BorderCode =
  | 'broken-json'
  | 'too-deep'
  | 'broken-text'
  | 'bad-request'
  | 'unknown-field'
  | 'not-signed-in'
  | 'key-not-valid'
  | 'forbidden'
  | 'foreign-origin'
  | 'not-found'
  | 'pages-missing'
  | 'method-not-allowed'
  | 'too-slow'
  | 'too-large'
  | 'foreign-host'
  | 'too-many-requests'
  | 'too-many-connections'
  | 'headers-too-large'
  | 'internal'
  | 'storage-failed'

/** What a screen says when it gets no answer, or asks for none. */
export type ContactCode = 'no-contact' | 'no-answer' | 'not-silenced' | 'screen-changed'

export type RefusedCode = RefusalCode | BorderCode | ContactCode

/**
 * `code` is one of {@link RefusedCode}, or one of a later station. `message` for people; `details`
 * for a screen that lists things.
 */
export type Refused = {
  ok: false
  code: string
  message: LocalizedText
  details?: readonly string[]
}
