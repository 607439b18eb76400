/** The table of queries: one in the contract without a handler here does not compile. */
import { actionQueries } from './action/queries.ts'
import { adminCodeQueries } from './admin-code/queries.ts'
import { attachmentQueries } from './attachment/queries.ts'
import { backupQueries } from './backup/queries.ts'
import { boardQueries } from './board/queries.ts'
import { checkQueries } from './check/queries.ts'
import { occasionQueries } from './check/occasion-queries.ts'
import { liaisonQueries } from './liaison/queries.ts'
import { riskQueries } from './risk/queries.ts'
import { documentQueries } from './document/queries.ts'
import { dutyQueries } from './duty/queries.ts'
import { drillQueries } from './drill/queries.ts'
import { contactQueries } from './contacts/queries.ts'
import { exportQueries } from './export/queries.ts'
import type { QueryHandler, QueryName } from './handler.ts'
import { handUpQueries } from './hand-up/queries.ts'
import { handoverQueries } from './handover/queries.ts'
import { historyQueries } from './history/queries.ts'
import { importQueries } from './import/queries.ts'
import { bulletinQueries } from './incident/bulletin-queries.ts'
import { callQueries } from './incident/call-queries.ts'
import { incidentQueries } from './incident/queries.ts'
import { purgeQueries } from './purge/queries.ts'
import { reportQueries } from './monthly-report/queries.ts'
import { outletQueries } from './outlets/queries.ts'
import { peopleQueries } from './people/queries.ts'
import { personalQueries } from './personal/queries.ts'
import { paperQueries } from './paper/queries.ts'
import { planQueries } from './plan/queries.ts'
import { placeQueries } from './places/queries.ts'
import { powerCutQueries } from './power-cut/queries.ts'
import { readinessQueries } from './readiness/queries.ts'
import { selfTestQueries } from './self-test/queries.ts'
import { sessionQueries } from './session/queries.ts'
import { siteQueries } from './site/queries.ts'
import { spareQueries } from './spare/queries.ts'
import { statisticsQueries } from './statistics/queries.ts'
import { supplyQueries } from './supply/queries.ts'
import { threeMinuteQueries } from './three-minute-drill/queries.ts'
import { trainingQueries } from './training/queries.ts'
import { upkeepQueries } from './upkeep/queries.ts'
import { wallQueries } from './wall/queries.ts'
import { namedWallQueries } from './walls/queries.ts'
import { warningQueries } from './warning/queries.ts'

export const queries: { [N in QueryName]: QueryHandler<N> } = {
  ...boardQueries,
  ...incidentQueries,
  ...callQueries,
  ...bulletinQueries,
  ...documentQueries,
  ...planQueries,
  ...attachmentQueries,
  ...paperQueries,
  ...upkeepQueries,
  ...reportQueries,
  ...historyQueries,
  ...statisticsQueries,
  ...exportQueries,
  ...siteQueries,
  ...peopleQueries,
  ...dutyQueries,
  ...contactQueries,
  ...placeQueries,
  ...wallQueries,
  ...importQueries,
  ...backupQueries,
  ...adminCodeQueries,
  ...sessionQueries,
  ...personalQueries,
  ...purgeQueries,
  ...handUpQueries,
  ...spareQueries,
  ...handoverQueries,
  ...namedWallQueries,
  ...selfTestQueries,
  ...powerCutQueries,
  ...outletQueries,
  ...warningQueries,
  ...actionQueries,
  ...supplyQueries,
  ...readinessQueries,
  ...trainingQueries,
  ...threeMinuteQueries,
  ...drillQueries,
  ...checkQueries,
  ...occasionQueries,
  ...riskQueries,
  ...liaisonQueries,
}
