/**
 * A month that is kept at hand comes to what everything comes to when it is read and added plainly,
 * after whatever has happened in whatever order; and it reads only what is new.
 */
import { describe, expect, test } from 'vitest'
import { hqVault } from '#main/adapters/hq-vault.ts'
import type { HqStore, MonthSite } from '#main/hq/hq-ports.ts'
import { createMonthBook } from '#main/hq/month-book.ts'
import { sumMonth, type MonthSum } from '#main/hq/months.ts'
import type { HandedEvent } from '#shared/contract/hand-up.ts'
import { NOWHERE, type Head } from '#shared/domain/hand-up/point.ts'
import { NOTHING, withTally, type Tally } from '#shared/domain/statistics/tally.ts'
import { chance } from '../kit/driver.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'

const MONTH = '2026-11'
const ZONES = ['Asia/Shanghai', 'Asia/Almaty', 'Europe/London']
const STEPS = 150

type Random = () => number
const below = (random: Random, n: number): number => Math.floor(random() * n)
const pick = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)]!

function tallyBy(random: Random): Tally {
  const counts = (keys: readonly string[]) =>
    Object.fromEntries(
      keys.flatMap((key) => (random() < 0.5 ? [[key, 1 + below(random, 9)] as const] : [])),
    )
  return {
    ...{ incidents: below(random, 40), drills: below(random, 4), falseReports: below(random, 4) },
    ...{ met: below(random, 40), late: below(random, 9) },
    byCategory: counts(['accident', 'security', 'facility']),
    byLegalCategory: counts(['natural', 'social']),
    byType: counts(['fire', 'gas-leak', '电梯困人', '__proto__']),
    byLevel: counts(['1', '2', '3', '4']),
    open: Array.from({ length: below(random, 3) }, () => below(random, 1e6)).sort((a, b) => a - b),
  }
}

type Site = { id: string; head: Head }
async function paired({ hq }: HqKit, index: number): Promise<Site> {
  const name = `${index + 1}号站`
  const answer = await hq.pair({
    ...{ code: await hq.code(index % 2 ? '华东' : '华北', ''), first: hqVault.sha256(name) },
    ...{ name: { zh: name, en: name }, zone: ZONES[index % 3]!, kinds: [], program: '' },
  })
  if (!answer.ok) throw new Error(answer.code)
  return { id: answer.site, head: { epoch: 1, ...NOWHERE } }
}

/** One more event; `words` makes it another one than another record has there. */
function eventBehind({ seq, hash }: Pick<Head, 'seq' | 'hash'>, words: string): HandedEvent {
  const line = `{"body":"${words}","seq":${seq + 1},"stream":"s","type":"T","version":1}`
  return { seq: seq + 1, hash: hqVault.sha256(hash + line), type: 'T', line }
}

/** What may happen to a site between two looks. */
const DEEDS = {
  async push({ hq }: HqKit, site: Site, random: Random) {
    const event = eventBehind(site.head, 'x')
    const tallies = random() < 0.8 ? [{ month: MONTH, tally: tallyBy(random) }] : []
    const input = { epoch: site.head.epoch, after: site.head, events: [event], tallies, at: 0 }
    const answer = await hq.push(site.id, site.head, input)
    if (!answer.ok) throw new Error(answer.code)
    site.head = answer.head
  },
  async beat({ hq, clock }: HqKit, { id, head }: Site, random: Random) {
    const ahead = random() < 0.2 ? 1 : 0 // it has more than it has handed up
    const station = { ...head, seq: head.seq + ahead }
    await hq.beat(id, { head: station, at: clock.wall(), waiting: ahead })
  },
  async fork({ hq }: HqKit, { id, head }: Site) {
    if (head.seq === 0) return
    const after = { ...NOWHERE }
    const events = [eventBehind(after, 'other')]
    await hq.push(id, head, { epoch: head.epoch, after, events, tallies: [], at: 0 })
  },
  async epoch({ hq }: HqKit, site: Site) {
    const event = eventBehind(NOWHERE, `epoch ${site.head.epoch + 1}`)
    const epoch = site.head.epoch + 1
    const input = { epoch, after: NOWHERE, events: [event], tallies: [], at: 0 }
    const answer = await hq.push(site.id, site.head, input)
    if (!answer.ok) throw new Error(answer.code)
    site.head = answer.head
  },
  look: async ({ hq }: HqKit) => void (await hq.look()),
  forget: ({ store, clock }: HqKit) => store.forgetChanges(clock.wall() + 1),
  pass: async ({ clock }: HqKit) => void clock.leap(60_000),
} as const
const LIKELY = [
  ...['push', 'push', 'push', 'push', 'push', 'beat', 'beat', 'beat'],
  ...['fork', 'epoch', 'look', 'forget', 'pass'],
] as (keyof typeof DEEDS)[]

/** Everything is read anew, and added one by one. */
async function plainly({ store, clock }: HqKit): Promise<MonthSum> {
  const { wholeAt } = await store.siteNews(0)
  const sites = await store.statedIn(MONTH, null)
  const added = (tallies: readonly Tally[]): Tally =>
    tallies.reduce((sum, tally) => withTally(sum, tally, 1), NOTHING)
  return sumMonth(MONTH, sites, wholeAt, added, clock.wall())
}

describe.skipIf(!hasPostgres)('a month at hand', () => {
  const postgres = sharedPostgres()

  /** How many looks came to something else than the plain sum. */
  async function wrongLooks(seed: number, planted?: (store: HqStore) => HqStore): Promise<number> {
    const kit = await openHqKit(postgres, planted ? { planted } : {})
    const random = chance(seed)
    const sites = await Promise.all(Array.from({ length: 12 }, (_, index) => paired(kit, index)))
    let wrong = 0
    for (let step = 0; step < STEPS; step++) {
      await DEEDS[pick(random, LIKELY)](kit, pick(random, sites), random)
      if (step % 50 === 25) sites.push(await paired(kit, sites.length))
      if (random() < 0.4) continue
      const seen = await kit.hq.month(MONTH, null)
      if (JSON.stringify(seen) !== JSON.stringify(await plainly(kit))) wrong += 1
    }
    await kit.stop()
    return wrong
  }

  test.each([11, 12])('comes to the plain sum after any deeds, order %i', async (seed) => {
    expect(await wrongLooks(seed)).toBe(0)
  })

  test('planted: a change that is not followed is a wrong sum', async () => {
    const wrong = await wrongLooks(11, (store) => ({
      ...store,
      async siteNews(after) {
        const news = await store.siteNews(after)
        return { ...news, changes: news.changes.map((change) => ({ ...change, site: 'other' })) }
      },
    }))
    expect(wrong).toBeGreaterThan(0)
  })

  test('reads again what has changed alone, and everything once it is old', async () => {
    const kit = await openHqKit(postgres)
    const [site] = [await paired(kit, 0), await paired(kit, 1)]
    const readings: (readonly string[] | null)[] = []
    const statedIn = (month: string, sites: readonly string[] | null) => {
      readings.push(sites)
      return kit.store.statedIn(month, sites)
    }
    const { mono } = kit.clock
    const book = createMonthBook({ store: { ...kit.store, statedIn }, mono })
    const read = async (): Promise<MonthSite[]> => [...(await book.read(MONTH)).sites.values()]
    await read()
    await read()
    expect(readings).toEqual([null])
    await DEEDS.push(kit, site, () => 0.1)
    const fresh = (await read()).find(({ id }) => id === site.id)
    expect([readings.slice(1), fresh?.head.seq]).toEqual([[[site.id]], 1])
    await kit.clock.advance('10 min')
    await read()
    expect(readings.slice(2)).toEqual([null])
    await kit.stop()
  })

  test('two at once come to the same, and one that fails costs no other', async () => {
    const kit = await openHqKit(postgres)
    const site = await paired(kit, 0)
    let isDown = false
    const siteNews: HqStore['siteNews'] = (after) =>
      isDown ? Promise.reject(new Error('down')) : kit.store.siteNews(after)
    const book = createMonthBook({ store: { ...kit.store, siteNews }, mono: kit.clock.mono })
    await book.read(MONTH)
    await DEEDS.push(kit, site, () => 0.1)
    isDown = true
    await expect(book.read(MONTH)).rejects.toThrow('down')
    isDown = false
    const both = await Promise.all([book.read(MONTH), book.read(MONTH)])
    expect(both.map(({ sites }) => sites.get(site.id)?.head.seq)).toEqual([1, 1])
    await kit.stop()
  })
})
