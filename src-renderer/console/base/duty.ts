/** The people on duty: posts and names from the board, their telephones from the roster. */
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Board, BoardIncident } from '#shared/domain/board/types.ts'
import type { DutyNow } from '#shared/contract/duty.ts'
import { heldNow } from '#shared/domain/power-cut/numbers.ts'
import { personOf } from '#shared/domain/roster/outside-units.ts'
import type { PhoneKind } from '#shared/domain/roster/register.ts'
import type { SitePost } from '#shared/domain/roster/site-posts.ts'

/** Posts by role id; null: the site keeps no roster. */
export type Posts = Readonly<Record<string, readonly { person: string; phone: string }[]>> | null
export type DutyRow = {
  key: string
  roleId: string
  post: LocalizedText
  person: string
  phone: string
}

/** Who is on at which post, each with the number that is rung first; null without a roster. */
export const postsOnDuty = ({ posts }: DutyNow): Posts => posts && heldNow(posts)

const AWAY: readonly PhoneKind[] = ['mobile', 'short', 'radio']
/** Away from the desk its telephone rings in an empty room. */
function awayRank({ kind }: { kind: PhoneKind }): number {
  const rank = AWAY.indexOf(kind)
  return rank < 0 ? AWAY.length : rank
}

/** The same, each with the number by which they are reached wherever they are. */
export const postsAway = ({ posts }: DutyNow): Posts =>
  posts &&
  heldNow(
    posts.map(({ postId, people }) => ({
      postId,
      people: people.map(({ name, phones }) => ({
        name,
        phones: phones.toSorted((a, b) => awayRank(a) - awayRank(b)),
      })),
    })),
  )

/** The telephone of a person by name, null if the roster has none. */
export const phoneOf = (posts: Posts, person: string): string | null =>
  Object.values(posts ?? {})
    .flat()
    .find((holder) => holder.person === person && holder.phone !== '')?.phone ?? null

/** One row a person, in the order of the roster; a unit outside may have a number alone. */
export const dutyRows = (duty: Board['duty'], posts: Posts): readonly DutyRow[] =>
  duty.flatMap(({ roleId, role, people }) =>
    people.map((person) => ({
      key: `${roleId} ${person}`,
      roleId,
      post: role,
      person: personOf(person, role) ?? '',
      phone: phoneOf(posts, person) ?? '',
    })),
  )

/** Whoever sits at the desk and leads the shift matters in any incident. */
const ALWAYS: readonly string[] = ['duty-officer', 'duty-leader'] satisfies SitePost[]

/**
 * Who matters for an incident: the desk, the duty leader and the posts of the steps that are open;
 * then the others. Without an incident, and where none of its posts is held, all matter.
 */
export function dutyFor(
  rows: readonly DutyRow[],
  incident: Pick<BoardIncident, 'steps'> | null,
): { near: readonly DutyRow[]; others: readonly DutyRow[] } {
  if (!incident) return { near: rows, others: [] }
  const posts = new Set([
    ...ALWAYS,
    ...incident.steps.flatMap(({ state, roleId }) =>
      state === 'open' || state === 'accepted' ? roleId : [],
    ),
  ])
  const near = rows.filter(({ roleId }) => posts.has(roleId))
  return near.length === 0
    ? { near: rows, others: [] }
    : { near, others: rows.filter(({ roleId }) => !posts.has(roleId)) }
}
