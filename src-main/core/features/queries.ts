/** One handler a query of the contract. Reads only; takes no turn in the queue of writes. */
import type { QueryHandler, QueryName } from './handler.ts'
import { exportQueries } from './export/queries.ts'
import { historyQueries } from './history/queries.ts'
import { importingQueries } from './import/commands.ts'
import { planQueries } from './plan/queries.ts'
import { verifyWhole } from '../verify/projections.ts'
import { reportQueries } from './monthly-report/queries.ts'
import { settingUpQueries } from './site/commands.ts'
import { statisticsQueries } from './statistics/queries.ts'

/** A query in the contract without a handler here does not compile. */
export const queries: { [N in QueryName]: QueryHandler<N> } = {
  'incident/propose': async ({ narrative }, { propose }) => ({
    ok: true,
    reply: { proposals: propose(narrative) },
  }),
  'roster/read': async (_input, { memory }) => ({ ok: true, reply: { posts: memory.posts() } }),
  'site/places-read': async (_input, { memory }) => ({
    ok: true,
    reply: { places: memory.places() },
  }),
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
