/** The queries of walls: whether the site can respond, and the month. They change nothing. */
import { readCalm } from './calm.ts'
import { readMonth } from './month.ts'

export const wallQueries = { 'wall/calm': readCalm, 'wall/month': readMonth }
