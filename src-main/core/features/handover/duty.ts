/** Who is on duty, as a shift handover names them: who is reached first on top. */
import { nextShifts, onDuty, runningShifts } from '#shared/domain/duty/on-duty.ts'
import type { PageDuty, PagePost } from '#shared/domain/handover-sheet/page.ts'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import { describeRole } from '#shared/domain/plan/describe.ts'
import { inDutyOrder } from '#shared/domain/roster/duty-order.ts'
import { isOutsideUnit } from '#shared/domain/roster/outside-units.ts'
import { knownRoles } from '../../engine/known-names.ts'
import type { QueryContext } from '../handler.ts'
import type { Putting } from './seals.ts'

/**
 * `until`: when the first of the shifts that run ends; `next`: the posts of those that follow, also
 * those for which nobody is entered.
 */
export function readDuty({ memory, library, now }: QueryContext, { put }: Putting): PageDuty {
  const instant = now()
  const { zone } = memory.site
  const [register, duty] = [memory.register(), memory.duty()]
  const roles = knownRoles(library, register)
  const isPost = (id: string): boolean =>
    !isOutsideUnit(id) && roles.find((role) => role.id === id)?.kind !== 'anyone'
  const commanders = library.plans().map(({ commander }) => commander)

  /** In their order, with who holds them. */
  const postsOf = (ids: readonly string[], roster: Roster | null): readonly PagePost[] =>
    inDutyOrder(
      ids.filter(isPost).map((roleId) => ({
        roleId,
        post: describeRole(roleId, { roles }),
        people: (roster?.[roleId] ?? []).map(put),
      })),
      commanders,
    ).map(({ post, people }) => ({ post, people }))

  const ends = runningShifts(duty, zone, instant).map(({ until }) => until)
  const following = nextShifts(duty, zone, instant)
  const [first] = following
  const { roster } = memory.whoIsOn(instant)
  const isOn = Object.entries(roster ?? {}).filter(([, people]) => people.length > 0)
  const posts = new Set(following.flatMap(({ shift }) => shift.posts))
  return {
    now: postsOf(
      isOn.map(([id]) => id),
      roster,
    ),
    until: ends.length > 0 ? Math.min(...ends) : null,
    next: first ? postsOf([...posts], onDuty(register, duty, zone, first.since)) : [],
    nextAt: first?.since ?? null,
  }
}
