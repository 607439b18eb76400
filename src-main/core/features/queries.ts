/** One handler a query of the contract. Reads only; takes no turn in the queue of writes. */
import type { Contract, Name, Parsed, ReplyOf } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import type { Desk } from './commands.ts'
import { exportQueries } from './export/queries.ts'
import type { Exports } from './export/queue.ts'
import { historyQueries } from './history/queries.ts'
import { importingQueries } from './import/commands.ts'
import { planQueries } from './plan/queries.ts'
import type { Journal, Romaniser } from '../ports.ts'
import { verifyWhole } from '../verify/projections.ts'
import { reportQueries } from './monthly-report/queries.ts'
import { settingUpQueries } from './site/commands.ts'
import { statisticsQueries } from './statistics/queries.ts'
import type { Board, BoardIncident } from '#shared/domain/board/types.ts'

export type Reading = Desk &
  Romaniser & {
    journal: Journal
    now: () => number
    board: () => Promise<Board>
    wallUrl: () => string | null
    canCopy: boolean // whether there is somebody who writes papers into files
    /** The entry of any incident as screens show it, on the board or not. */
    draw: (incident: Incident) => BoardIncident
    /** The entry as screens showed it then: `at` in UTC ms, with whoever was on duty. */
    drawThen: (incident: Incident, at: number, roster: Roster | null) => BoardIncident
    exports: Exports | null
  }
type QueryName = { [N in Name]: Contract[N]['kind'] extends 'query' ? N : never }[Name]
export type QueryHandler<N extends QueryName> = (
  input: Parsed<N>,
  reading: Reading,
) => Promise<{ ok: true; reply: ReplyOf<N> } | Refusal>

/** A query in the contract without a handler here does not compile. */
export const queries: { [N in QueryName]: QueryHandler<N> } = {
  'incident/propose': async ({ narrative }, { propose }) => ({
    ok: true,
    reply: { proposals: propose(narrative) },
  }),
  'roster/read': async (_input, { live }) => ({ ok: true, reply: { posts: live.posts() } }),
  'site/places-read': async (_input, { live }) => ({ ok: true, reply: { places: live.places() } }),
  'journal/verify': async (_input, { journal }) => ({
    ok: true,
    reply: await verifyWhole(journal),
  }),
  'board/read': async (_input, { board }) => ({ ok: true, reply: await board() }),
  ...settingUpQueries,
  ...planQueries,
  ...statisticsQueries,
  ...reportQueries,
  ...historyQueries,
  ...exportQueries,
  ...importingQueries,
}
export type { QueryName }
