/** What the board says of an ad-hoc task, and of whoever must hear of a task or a step. */
import type { LocalizedText } from '../text.ts'

/** `text`: null for walls. `named`: who must say that they heard it; empty for walls. */
export type BoardTask = {
  number: number
  text: string | null
  named: readonly BoardTaskPerson[]
}
/** `heardAt`: UTC ms, null while nobody has said so; `heardBy`: who recorded it. */
export type BoardTaskPerson = {
  id: string
  person: string
  post: LocalizedText | null
  heardAt: number | null
  heardBy: string | null
}
