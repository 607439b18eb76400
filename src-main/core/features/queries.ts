/** The table of queries: one in the contract without a handler here does not compile. */
import { boardQueries } from './board/queries.ts'
import { exportQueries } from './export/queries.ts'
import type { QueryHandler, QueryName } from './handler.ts'
import { historyQueries } from './history/queries.ts'
import { importingQueries } from './import/commands.ts'
import { incidentQueries } from './incident/queries.ts'
import { reportQueries } from './monthly-report/queries.ts'
import { planQueries } from './plan/queries.ts'
import { settingUpQueries } from './site/commands.ts'
import { registerQueries } from './site/registers.ts'
import { statisticsQueries } from './statistics/queries.ts'

export const queries: { [N in QueryName]: QueryHandler<N> } = {
  ...boardQueries,
  ...incidentQueries,
  ...planQueries,
  ...reportQueries,
  ...historyQueries,
  ...statisticsQueries,
  ...exportQueries,
  ...settingUpQueries,
  ...registerQueries,
  ...importingQueries,
}
