/** What the board says of who commands, and of the watch that is kept. */
import type { LocalizedText } from '../text.ts'

/**
 * Always one post or one person. `role`: the post, or that somebody commands; `people`: whoever is
 * on duty there, or the person; empty for public walls, and for walls where it is a person.
 * `since`: when it was handed over (UTC ms), null where it never was.
 */
export type BoardCommand = {
  role: LocalizedText
  people: readonly string[]
  named: boolean // a person, and no post
  since: number | null
}
/** `until` (UTC ms): it ends then; `over`: it has, and to lift is proposed. */
export type BoardWatch = { since: number; until: number; over: boolean }
