/** The queries of walls: whether the site can respond, the month, a floor. They change nothing. */
import { readCalm } from './calm.ts'
import { readFloorPlan } from './floor-plan.ts'
import { readMonth } from './month.ts'

export const wallQueries = {
  'wall/calm': readCalm,
  'wall/month': readMonth,
  'wall/floor-plan': readFloorPlan,
}
