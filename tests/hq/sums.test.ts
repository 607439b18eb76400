/**
 * The figures of a month over fifty sites in three zones are the sum of the sites' own, whatever
 * the order in which they hand up and are folded; a site that is missing is named, never nought.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HqStore } from '#main/hq/hq-ports.ts'
import type { MonthSum } from '#main/hq/months.ts'
import { NOWHERE, type Head } from '#shared/domain/hand-up/point.ts'
import { isSameTally, NOTHING, withTally, type Tally } from '#shared/domain/statistics/tally.ts'
import { localized } from '#shared/domain/text.ts'
import { chance } from '../kit/driver.ts'
import { eventsBehind, firstOf } from '../kit/hand-up-client.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { manualClock } from '../kit/manual-clock.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation, type Kit } from '../kit/station.ts'

const SITES = 50
const ZONES = ['Asia/Shanghai', 'Asia/Almaty', 'Europe/London']
const PLAN = plan('quiet', [
  step('look', { due: { within: 5 * MINUTE, from: 'activated' } }),
  step('tell'),
])
/** In each zone October ends at another instant; the incidents lie on both sides of each. */
const BEGUN = '2026-10-31T13:00:00Z'
const HOURS = 14
const MONTHS = ['2026-10', '2026-11']

const nameOf = (index: number): string => `${index + 1}号站`

type Fate = 'whole' | 'cut-off' | 'silent'
const fateOf = (index: number): Fate =>
  index % 10 === 3 ? 'cut-off' : index % 17 === 5 ? 'silent' : 'whole'

type Group = { stations: readonly Kit[]; stop: () => Promise<void> }
async function openGroup(): Promise<Group> {
  const random = chance(7)
  const stations: Kit[] = []
  for (let index = 0; index < SITES; index++) {
    const zone = ZONES[index % ZONES.length]!
    // a record is known by its first event, which says the name of the site
    const site = { name: localized(nameOf(index), nameOf(index)) }
    const kit = await openStation({ plans: [PLAN], at: BEGUN, zone, site })
    for (let hour = 0; hour < HOURS; hour += 3) {
      const id = await kit.run(random() < 0.7 ? ['quiet'] : [], { drill: random() < 0.2 })
      if (random() < 0.4)
        await kit.send('incident/step', { incidentId: id, stepId: 'look', outcome: 'done' })
      if (random() < 0.2)
        await kit.send('incident/move', { incidentId: id, to: 'false-report', reason: '误报' })
      await kit.clock.advance('10 min')
      kit.clock.leap('170 min')
    }
    stations.push(kit)
  }
  return {
    stations,
    stop: async () => {
      for (const kit of stations) await kit.stop()
    },
  }
}

type Handed = { kit: Kit; site: string; head: Head; fate: Fate }

/** One more portion of any size; false where the site is through with what it hands up. */
async function pushPortion(hq: HqKit['hq'], handed: Handed, random: () => number) {
  const { kit, site, head, fate } = handed
  const all = await kit.journal.position()
  const end = fate === 'cut-off' ? Math.floor(all / 2) : fate === 'silent' ? 0 : all
  const portion = Math.min(1 + Math.floor(random() * 40), end - head.seq)
  if (portion <= 0) return false
  const events = await eventsBehind(kit.journal, head.seq, portion)
  const isAtHead = head.seq + portion === all
  const tallies = isAtHead
    ? await Promise.all(
        MONTHS.map(async (month) => ({ month, tally: await kit.journal.tally(month) })),
      )
    : []
  const after = { seq: head.seq, hash: head.hash }
  const answer = await hq.push(site, head, { epoch: 1, after, events, tallies, at: 0 })
  if (!answer.ok) throw new Error(answer.code)
  handed.head = answer.head
  return true
}

/** All sites pair, then hand up in an order that chance says; HQ folds whenever chance says. */
async function handUpAll({ hq }: HqKit, stations: readonly Kit[], seed: number) {
  const random = chance(seed)
  const handed: Handed[] = []
  for (const [index, kit] of stations.entries()) {
    const name = nameOf(index)
    const paired = await hq.pair({
      ...{ code: await hq.code(index % 2 ? '华东' : '华北', '管理员'), kinds: ['mall'] },
      ...{ first: await firstOf(kit.journal), name: { zh: name, en: name } },
      ...{ zone: ZONES[index % ZONES.length]!, program: '0.1.0' },
    })
    if (!paired.ok) throw new Error(paired.code)
    const { site } = paired
    handed.push({ kit, site, head: { epoch: 1, ...NOWHERE }, fate: fateOf(index) })
  }
  const left = [...handed]
  while (left.length > 0) {
    const index = Math.floor(random() * left.length)
    if (!(await pushPortion(hq, left[index]!, random))) left.splice(index, 1)
    if (random() < 0.05) await hq.look()
  }
  return handed
}

/** Each says how far its own record goes, which is the whole of it for those that are through. */
async function beatAll({ hq }: HqKit, handed: readonly Handed[]): Promise<void> {
  for (const { kit, site, fate } of handed) {
    if (fate === 'silent') continue
    const [last] = await eventsBehind(kit.journal, (await kit.journal.position()) - 1, 1)
    const head = { epoch: 1, seq: last!.seq, hash: last!.hash }
    await hq.beat(site, { head, at: kit.clock.wall(), waiting: 0 })
  }
}

/** Added here, from the records of the sites. */
async function ownSum(handed: readonly Handed[], month: string): Promise<Tally> {
  let sum = NOTHING
  for (const { kit, fate } of handed)
    if (fate === 'whole') sum = withTally(sum, await kit.journal.tally(month), 1)
  return sum
}

const missingOf = ({ missing }: MonthSum): string[] =>
  missing.map(({ site, why }) => `${site} ${why}`).sort()

describe.skipIf(!hasPostgres)('sums over fifty sites', () => {
  const postgres = sharedPostgres()
  let group: Group
  beforeAll(async () => {
    group = await openGroup()
  })
  afterAll(async () => {
    await group.stop()
  })

  const openAfterwards = (planted?: (store: HqStore) => HqStore) =>
    openHqKit(postgres, {
      clock: manualClock('2026-11-02T00:00:00Z'),
      ...(planted && { planted }),
    })

  test.each([1, 2])(
    'are those of the sites at interleaving %i, and agree with the count',
    async (seed) => {
      const kit = await openAfterwards()
      const handed = await handUpAll(kit, group.stations, seed)
      await beatAll(kit, handed)
      await kit.hq.look()
      const october = await kit.hq.month('2026-10', null)
      expect(october.sum.incidents).toBeGreaterThan(SITES)
      for (const month of MONTHS) {
        const { sum } = await kit.hq.month(month, null)
        expect(isSameTally(sum, await ownSum(handed, month))).toBe(true)
      }
      const named = handed.flatMap(({ site, fate }) =>
        fate === 'silent' ? `${site} never` : fate === 'cut-off' ? `${site} not-to-end` : [],
      )
      expect(missingOf(october)).toEqual(named.sort())
      expect(await kit.hq.differences()).toEqual([])
      const half = handed.filter((_, index) => index % 2 === 0)
      const some = await kit.hq.month(
        '2026-10',
        half.map(({ site }) => site),
      )
      expect(isSameTally(some.sum, await ownSum(half, '2026-10'))).toBe(true)
      for (const { position, site } of october.parts)
        expect(position).toEqual(handed.find((each) => each.site === site)?.head)
      await kit.stop()
    },
  )

  test('of a month that has just ended, a site counts once it is whole after its own midnight', async () => {
    const clock = manualClock('2026-10-31T17:00:00Z') // 1 November in Shanghai alone
    const kit = await openHqKit(postgres, { clock })
    const handed = await handUpAll(kit, group.stations.slice(0, 3), 9)
    await beatAll(kit, handed)
    const zones = async () => (await kit.hq.month('2026-10', null)).missing.length
    expect(await zones()).toBe(0) // for London and Almaty the month lasts
    await clock.advance('8 h')
    expect(await zones()).toBe(2) // over everywhere; only Shanghai was heard after it
    await beatAll(kit, handed)
    expect(await zones()).toBe(0)
    await kit.stop()
  })

  test('planted: a missing site that is taken for nought is seen by its name', async () => {
    const kit = await openAfterwards((store) => ({
      ...store,
      async siteNews(after) {
        const [at, sites] = [Date.parse('2026-11-02T00:00:00Z'), await store.sites()]
        const wholeAt = new Map(sites.map(({ id }) => [id, at]))
        return { ...(await store.siteNews(after)), wholeAt }
      },
    }))
    const handed = await handUpAll(kit, group.stations.slice(0, 20), 4)
    const october = await kit.hq.month('2026-10', null)
    const silent = handed.filter(({ fate }) => fate === 'silent')
    expect(october.missing).toHaveLength(silent.length)
    expect(missingOf(october).some((line) => line.endsWith('not-to-end'))).toBe(false)
    await kit.stop()
  })
})
