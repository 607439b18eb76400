/**
 * Three days without a line as HQ sees them: the site is out of touch and stands as it stood, with
 * the age of that; afterwards its board and its month are those of the site.
 */
import { rmSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import type { HqStore } from '#main/hq/hq-ports.ts'
import { isSameTally } from '#shared/domain/statistics/tally.ts'
import { goThreeDaysOffline, isAllThere, openPaired, until, type Paired } from '../hand-up.suite.ts'
import { openHqKit, type HqKit, type HqKitOptions } from '../kit/hq.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'

const MONTH = '2026-11'
const DAYS_MS = 3 * 86_400_000

/** Planted: whoever was heard once is there. */
const hearsEverybody = (store: HqStore): HqStore => ({
  ...store,
  sites: async () =>
    (await store.sites()).map((site) => ({
      ...site,
      heard: site.heard && { ...site.heard, at: Infinity },
    })),
})
/** Planted: what the site states of its months is taken once. */
function statedOnce(store: HqStore): HqStore {
  let isTaken = false
  return {
    ...store,
    push(push) {
      const tallies = isTaken ? [] : push.tallies
      isTaken ||= push.tallies.length > 0
      return store.push({ ...push, tallies })
    },
  }
}
/** Planted: what a site hands up late is not folded: HQ looks at what is new by its own clock. */
const foldsNothingLate = (store: HqStore): HqStore => {
  let hasFolded = false
  return {
    ...store,
    async changesAfter(after, limit) {
      const changes = hasFolded ? [] : await store.changesAfter(after, limit)
      hasFolded ||= changes.length > 0
      return changes
    },
  }
}

describe.skipIf(!hasPostgres)('three days without a line', () => {
  const postgres = sharedPostgres()
  const stops: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  })

  async function opened(options: HqKitOptions): Promise<[HqKit, Paired]> {
    const hq = await openHqKit(postgres, options)
    stops.push(hq.stop)
    const invite = () => hq.hq.code('华东', '管理员')
    const paired = await openPaired({ url: hq.server.url, invite })
    stops.push(async () => {
      await paired.kit.stop()
      await paired.proxy.stop()
      rmSync(paired.folder, { recursive: true, force: true })
    })
    return [hq, paired]
  }

  /** What is not as it should be. */
  async function faultsWith(options: HqKitOptions): Promise<string[]> {
    const [hq, paired] = await opened(options)
    const { kit } = paired
    const faults: string[] = []
    const see = (what: string, holds: boolean): void => {
      if (!holds) faults.push(what)
    }
    /** HQ's clock goes with the station's. */
    async function board() {
      hq.clock.leap(kit.clock.wall() - hq.clock.wall())
      await hq.hq.look()
      const { sites, incidents } = await hq.hq.board()
      return { site: sites[0]!, ids: incidents.map(({ incident }) => incident.id).sort() }
    }
    const idsHere = async () => (await kit.station.board()).incidents.map(({ id }) => id).sort()

    await kit.run()
    await until(kit, isAllThere)
    const before = await board()
    await goThreeDaysOffline(paired, async () => {
      const { site, ids } = await board()
      see('it is not 失联', site.outOfTouch)
      see('its board has changed', ids.join() === before.ids.join())
      see('its position has changed', site.head.seq === before.site.head.seq)
      const age = hq.clock.wall() - (site.heard?.at ?? 0)
      see(`its board is said to be ${age} ms old`, age >= DAYS_MS && age < DAYS_MS + 600_000)
    })
    const { site, ids } = await board()
    see('it is 失联 afterwards', !site.outOfTouch)
    see('its board is not that of the site', ids.join() === (await idsHere()).join())
    see('it has a difference', !site.differs && (await hq.hq.differences()).length === 0)
    see('events are missing', site.head.seq === (await kit.journal.position()))
    const { sum } = await hq.hq.month(MONTH, null)
    see('its month is not its own', isSameTally(sum, await kit.journal.tally(MONTH)))
    return faults
  }

  test('the site is out of touch, stands as it stood, and is whole afterwards', async () => {
    expect(await faultsWith({})).toEqual([])
  })

  test.each([
    ['whoever was heard once is there', hearsEverybody, /失联/],
    ['what is stated of a month is taken once', statedOnce, /month/],
    ['what comes late is not folded', foldsNothingLate, /board/],
  ] as const)('planted: %s', async (_what, planted, seen) => {
    const faults = await faultsWith({ planted })
    expect(faults.filter((fault) => seen.test(fault))).not.toEqual([])
  })
})
