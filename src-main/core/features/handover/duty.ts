/** Who is on duty, as a shift handover names them: who is reached first on top. */
import type { PageDuty } from '#shared/domain/handover-sheet/page.ts'
import { describeRole } from '#shared/domain/plan/describe.ts'
import { inDutyOrder } from '#shared/domain/roster/duty-order.ts'
import { isOutsideUnit } from '#shared/domain/roster/outside-units.ts'
import { knownRoles } from '../../engine/known-names.ts'
import type { QueryContext } from '../handler.ts'
import type { Putting } from './seals.ts'

export function readDuty({ memory, library }: QueryContext, { put }: Putting): PageDuty {
  const roles = knownRoles(library)
  const isPost = (id: string): boolean =>
    !isOutsideUnit(id) && roles.find((role) => role.id === id)?.kind !== 'anyone'
  const posts = Object.entries(memory.world().roster ?? {})
    .filter(([id, people]) => people.length > 0 && isPost(id))
    .map(([roleId, people]) => ({
      roleId,
      post: describeRole(roleId, { roles }),
      people: people.map(put),
    }))
  const commanders = library.plans().map(({ commander }) => commander)
  const now = inDutyOrder(posts, commanders).map(({ post, people }) => ({ post, people }))
  return { now, until: null, next: [], nextAt: null }
}
