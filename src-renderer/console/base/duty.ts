/** The people on duty: posts and names from the board, their telephones from the roster. */
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Board } from '#shared/domain/board/types.ts'

/** Posts by role id; null: the site keeps no roster. */
export type Posts = Readonly<Record<string, readonly { person: string; phone: string }[]>> | null
export type DutyRow = { key: string; post: LocalizedText; person: string; phone: string }

/** The telephone of a person by name, null if the roster has none. */
export const phoneOf = (posts: Posts, person: string): string | null =>
  Object.values(posts ?? {})
    .flat()
    .find((holder) => holder.person === person && holder.phone !== '')?.phone ?? null

/** One row a person, in the order of the roster. */
export const dutyRows = (duty: Board['duty'], posts: Posts): readonly DutyRow[] =>
  duty.flatMap(({ role, people }) =>
    people.map((person) => ({
      key: `${role.zh} ${person}`,
      post: role,
      person,
      phone: phoneOf(posts, person) ?? '',
    })),
  )
