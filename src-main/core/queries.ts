/** One handler a query of the contract. Reads only; takes no turn in the queue of writes. */
import type { Contract, Name, Parsed, ReplyOf, TimelineEntry } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { unknownIncident } from '#shared/domain/incident/refusals.ts'
import { monthStatistics } from '#shared/domain/statistics/month.ts'
import { text } from '#shared/domain/text.ts'
import { lineOf, type Names } from '#shared/domain/timeline.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { incidentStream } from './draft.ts'
import type { Desk } from './commands.ts'
import { planQueries } from './plan-queries.ts'
import type { Journal } from './ports.ts'
import { asEvent, verifyWhole } from './rebuild.ts'
import { settingUpQueries } from './setting-up.ts'
import type { Board } from '#shared/domain/board/types.ts'

export type Reading = Desk & { journal: Journal; now: () => number; board: () => Promise<Board>; wallUrl: () => string | null }
type QueryName = { [N in Name]: Contract[N]['kind'] extends 'query' ? N : never }[Name]
export type QueryHandler<N extends QueryName> = (input: Parsed<N>, reading: Reading) => Promise<{ ok: true; reply: ReplyOf<N> } | Refusal>

const namesIn = (plans: readonly Plan[]): Names => ({
  title: (id) => plans.flatMap((plan) => plan.steps).find((step) => step.id === id)?.title ?? text(id, id),
  plan: (revision) => plans.find((plan) => plan.revision === revision) ?? null,
  role: (id) => plans.flatMap((plan) => plan.roles).find((role) => role.id === id)?.name ?? text(id, id)
})

const timeline: QueryHandler<'incident/timeline'> = async ({ incidentId }, { live, journal }) => {
  const incident = await live.incident(incidentId)
  if (!incident) return unknownIncident()
  const plans = incident.runs.flatMap((run) => live.plan(run.revision) ?? [])
  const names = namesIn(plans)
  const lines = (await journal.events(incidentStream(incidentId))).flatMap((stored) => {
    const line = lineOf(asEvent(stored), names, plans)
    return line ? [{ stored, line }] : []
  })
  const values = await journal.unseal(lines.flatMap(({ line }) => line.words ? [line.words.sealed] : []))
  const entries = lines.map(({ stored, line }): TimelineEntry => ({
    seq: stored.seq, at: stored.at, by: stored.by, type: stored.type, says: line.says,
    words: line.words ? values[line.words.sealed] ?? null : null, stepId: line.stepId
  }))
  return { ok: true, reply: { entries } }
}

/** This month's figures come from memory, another month's from the journal: the facts are the same, and so is the function. */
const month: QueryHandler<'statistics/month'> = async ({ month: asked }, { live, journal, now }) => {
  const at = now()
  const held = live.month()
  const facts = asked === held.month ? held.facts : await journal.facts(asked, asked)
  return { ok: true, reply: monthStatistics(asked, facts, at) }
}

/** A query in the contract without a handler here does not compile. */
export const queries: { [N in QueryName]: QueryHandler<N> } = {
  'incident/propose': async ({ narrative }, { propose }) => ({ ok: true, reply: { proposals: propose(narrative) } }),
  'incident/timeline': timeline,
  'statistics/month': month,
  'roster/read': async (_input, { live }) => ({ ok: true, reply: { posts: live.posts() } }),
  'site/places-read': async (_input, { live }) => ({ ok: true, reply: { places: live.places() } }),
  'journal/verify': async (_input, { journal }) => ({ ok: true, reply: await verifyWhole(journal) }),
  'board/read': async (_input, { board }) => ({ ok: true, reply: await board() }),
  ...settingUpQueries,
  ...planQueries
}
export type { QueryName }
