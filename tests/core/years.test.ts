/**
 * A made-up site of ten years: its figures against a plain count of the raw events, to the last
 * unit; and that count against bugs, each of which it must see.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { localOf } from '../kit/plain-count/days.ts'
import {
  QUERIES,
  differences,
  monthsFrom,
  openYears,
  type Ledger,
  type Source,
} from '../kit/years/check.ts'
import { live, type Lived } from '../kit/years/live.ts'
import { BUGS, sourcesOf } from '../kit/years/planted.ts'
import { fill } from '../kit/years/years.ts'

const NOW = Date.parse('2026-11-25T08:00:00+08:00')
const MONTHS = monthsFrom('2016-11', '2026-11')
const dir = mkdtempSync(join(tmpdir(), 'vigil-years-'))
let lived: Lived
beforeAll(async () => {
  lived = await live({ every: 4 })
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const UNFILTERED = QUERIES.filter(({ filter }) => !filter)

/**
 * In the small ones each row is saved as often as it was while it was lived, so that tallies are
 * changed as often.
 */
describe.each([
  ['Asia/Shanghai', 400, 'ends', QUERIES],
  ['Europe/Berlin', 80, 'each', UNFILTERED],
  ['America/New_York', 80, 'each', UNFILTERED],
] as const)('ten years in %s', (zone, incidents, rows, queries) => {
  const file = join(dir, `${zone.replace('/', '-')}.db`)
  let [record, source]: [Ledger | null, Source | null] = [null, null]
  let close = async (): Promise<void> => undefined
  beforeAll(async () => {
    await fill(file, lived, { incidents, now: NOW, zone, rows })
    ;({ record, source, close } = await openYears(file, NOW))
  })
  afterAll(() => close())

  it('is a valid record with as many incidents as were asked for', async () => {
    expect([record?.incidents.length, record?.zone]).toEqual([incidents, zone])
    const journal = openSqliteJournal(file)
    expect(await verifyWhole(journal)).toMatchObject({ ok: true })
    await journal.close()
  })

  it('has the figures that its raw events come to: months, quarters, years, odd ranges, each with what it is compared with, and filters', async () => {
    if (!record || !source) throw new Error('not opened')
    expect(await differences({ source, record }, queries, MONTHS)).toEqual([])
  })
})

it('the same seed writes the same record, to the last hash; another seed another one', async () => {
  const hashes: string[] = []
  for (const seed of [3, 3, 4]) {
    const file = join(dir, `seed-${hashes.length}.db`)
    await fill(file, lived, { incidents: 12, now: NOW, seed, lately: 2, running: 2 })
    const journal = openSqliteJournal(file)
    const verified = await journal.verify()
    hashes.push(verified.ok ? verified.hash : '')
    await journal.close()
  }
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(hashes[1]).toBe(hashes[0])
  expect(hashes[2]).not.toBe(hashes[0])
})

describe('what the made-up years have, so that the comparison means something', () => {
  it('every state, drills, late additions, borders, limits met at the very instant and late with reasons, reports of each kind, floods, people and money', async () => {
    const file = join(dir, 'Asia-Shanghai.db')
    const {
      record: { incidents },
      source,
      close,
    } = await openYears(file, NOW)
    const month = (at: number): string => localOf(at, 'Asia/Shanghai').date.slice(0, 7)
    const limits = incidents.flatMap((incident) => incident.limits)
    // archived, falseReport, merged, transferred, and what runs
    expect(new Set(incidents.map(({ state }) => state)).size).toBeGreaterThanOrEqual(5)
    for (const [what, count] of Object.entries({
      drills: incidents.filter(({ drill }) => drill).length,
      late: incidents.filter(
        ({ at, reported }) => month(at) < month(reported) && reported - at > 7 * 86_400_000,
      ).length,
      lastMs: incidents.filter(({ at }) => month(at) !== month(at + 1)).length,
      leapDays: incidents.filter(({ at }) => localOf(at, 'Asia/Shanghai').date.endsWith('02-29'))
        .length,
      atOnce: limits.filter(({ done, due }) => done === due).length,
      late_: limits.filter(({ late, reason }) => late !== null && reason !== null).length,
      first: limits.filter(({ report }) => report === 'first').length,
      followUp: limits.filter(({ report }) => report === 'followUp').length,
      final: limits.filter(({ report }) => report === 'final').length,
      people: incidents.filter(({ people }) => (people['dead'] ?? 0) > 0).length,
      money: incidents.filter(({ yuan }) => yuan > 0).length,
      evidence: incidents.filter(({ mayGo }) => mayGo > 0).length,
      answers: incidents.filter(({ answers }) => answers.length > 0).length,
    }))
      expect(count, what).toBeGreaterThan(0)
    const [ten] = (await source.period({ from: '2016-11-01', to: '2026-11-25' })) as {
      alerts: { floods: number; standing: number }
    }[]
    expect([ten?.alerts.floods, ten?.alerts.standing].map((count) => (count ?? 0) > 0)).toEqual([
      true,
      true,
    ])
    await close()
  })
})

describe('a bug in the figures is seen', () => {
  const file = join(dir, 'Asia-Shanghai.db')
  let record: Ledger | null = null
  let withBug: Awaited<ReturnType<typeof sourcesOf>>
  beforeAll(async () => {
    const opened = await openYears(file, NOW)
    record = opened.record
    await opened.close()
    withBug = await sourcesOf(file, record)
  })
  const seen = async (bug: (typeof BUGS)[string]): Promise<number> =>
    record
      ? (
          await differences(
            { source: withBug(bug), record },
            [{ from: '2023-11-01', to: '2026-11-25' }],
            MONTHS.slice(-37),
          )
        ).length
      : NaN

  it('none where there is none', async () => {
    expect(await seen({})).toBe(0)
  })
  it.each(Object.entries(BUGS))('%s', async (_, bug) => {
    expect(await seen(bug)).toBeGreaterThan(0)
  })
})
