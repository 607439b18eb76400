/** What somebody at HQ sees of the board: the sites that need somebody first, the rest by name. */
import { expect, it } from 'vitest'
import type { BoardSite } from '#main/hq/hq-api.ts'
import { seenBy } from '#main/hq/desk.ts'
import { NOON } from '../kit/station.ts'

const at = Date.parse(NOON)
const named = (name: string, more: Partial<BoardSite> = {}): BoardSite => ({
  ...{ id: name, name: { zh: name, en: name }, zone: 'Asia/Shanghai', kinds: [], program: '' },
  ...{ region: '华东', pairedAt: at, heard: null, fork: null },
  ...{ head: { epoch: 1, seq: 0, hash: '0'.repeat(64) } },
  ...{ outOfTouch: false, stuck: false, differs: false, early: false, unpairedAt: null },
  ...more,
})
const fork = { seq: 1, held: '', came: '', firstAt: at, lastAt: at, decided: null }

it('sites of equal worry stand by name, whatever order the database gives', () => {
  const sites = [
    named('b'),
    named('d', { outOfTouch: true }),
    named('a'),
    named('c', { outOfTouch: true }),
    named('e', { fork }),
  ]
  const order = (all: readonly BoardSite[]) =>
    seenBy({ at, sites: all, incidents: [] }, 1, { regions: null }).sites.map(({ id }) => id)
  expect(order(sites)).toEqual(['e', 'c', 'd', 'a', 'b'])
  expect(order(sites.toReversed())).toEqual(order(sites))
})
