/** Reads what comes due at the site, worst first, and the policies that say when. */
import { drawObligation } from '#shared/domain/readiness/draw.ts'
import {
  countsOf,
  isShownOn,
  worstObligationsFirst,
  type Obligation,
} from '#shared/domain/readiness/obligation.ts'
import { referredIn, shown, withValues } from '#shared/domain/sealed.ts'
import type { QueryHandler } from '../handler.ts'
import { inParts } from '../in-parts.ts'
import { policiesAt, type ReadinessContext } from './around.ts'
import { allObligations } from './worked-out.ts'

/** What is shown today, worst first, with the instant (UTC ms) and the local date it holds for. */
export async function shownObligations(
  context: ReadinessContext,
): Promise<{ obligations: readonly Obligation[]; today: string; now: number }> {
  const { obligations, today, now } = await allObligations(context)
  const visible = obligations.filter((obligation) => isShownOn(obligation, today))
  return { obligations: worstObligationsFirst(visible, { today, now }), today, now }
}

const list: QueryHandler<'readiness/list'> = async (_input, context) => {
  const { memory, pause } = context
  const { obligations, ...at } = await shownObligations(context)
  const lines = await inParts(obligations, (obligation) => drawObligation(obligation, at), pause)
  await memory.fetchValues(lines.flatMap(({ line, owner }) => referredIn([line, owner])))
  return {
    ok: true,
    reply: {
      obligations: await inParts(lines, (line) => withValues(line, memory.value), pause),
      ...countsOf(obligations, at),
      today: at.today,
    },
  }
}

const counts: QueryHandler<'readiness/counts'> = async (_input, context) => {
  const { obligations, ...at } = await allObligations(context)
  return { ok: true, reply: countsOf(obligations, at) }
}

const policies: QueryHandler<'policy/list'> = async (_input, context) => {
  const { memory, library } = context
  const all = policiesAt(context)
  await memory.fetchValues(all.map(({ siteValue }) => siteValue))
  return {
    ok: true,
    reply: {
      policies: all.map((policy) => {
        const shipped = library.policies().find(({ id }) => id === policy.id) ?? policy
        const { siteValue } = policy
        return {
          ...policy,
          shipped: { value: shipped.value, remindDays: shipped.remindDays },
          siteValue: siteValue && {
            ...{ at: siteValue.at, by: siteValue.by },
            reason: shown(siteValue.reason, memory.value),
          },
        }
      }),
    },
  }
}

export const readinessQueries = {
  'readiness/list': list,
  'readiness/counts': counts,
  'policy/list': policies,
}
