/**
 * Tests what every journal must give figures and searches: the tally of a month as its stats are,
 * and the incidents that a search finds. One suite, run for each journal.
 */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import type { JournalEntry, SearchEntry, IncidentRow, Journal, Search } from '#main/core/ports.ts'
import { NO_WORDS, termsOf, wordsOf } from '#shared/domain/history/words.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { tallyOf } from '#shared/domain/statistics/tally.ts'
import { anyFact, late, limit, met } from '../kit/incident-stats.ts'
import { NOON, entry, event, row } from './samples.ts'

const { syllables } = createRomaniser()
const EVERYTHING: Search = {
  terms: [],
  from: null,
  until: null,
  types: null,
  levels: null,
  states: null,
  drill: null,
  after: null,
  limit: 100,
}
const rowWith = (id: string, stats: Partial<IncidentStats> = {}): IncidentRow => {
  const plainRow = row(id)
  return { ...plainRow, stats: { ...plainRow.stats, ...stats } }
}
const searchEntry = (
  id: string,
  plain: readonly string[],
  narrative: string | null = null,
): SearchEntry => ({
  id,
  plain: wordsOf(plain, syllables),
  narrative: narrative === null ? NO_WORDS : wordsOf([narrative], syllables),
})

export function historySuite(
  name: string,
  open: () => Promise<{ journal: Journal; dispose: () => Promise<void> }>,
): void {
  describe(`figures and history: ${name}`, () => {
    let journal: Journal
    let dispose: () => Promise<void>
    beforeEach(async () => ({ journal, dispose } = await open()))
    afterEach(async () => {
      await dispose()
    })

    const save = (part: Partial<JournalEntry>) => journal.commit([entry(part)])
    const ids = async (part: Partial<Search> = {}): Promise<string[]> =>
      (await journal.search({ ...EVERYTHING, ...part })).stats.map(({ incidentId }) => incidentId)
    const typed = (words: string, types: readonly string[] = []): Partial<Search> => ({
      terms: termsOf(words).map((term) => ({ ...term, types })),
    })

    test('the tally of a month is that of its facts, through every change; other months keep theirs', async () => {
      expect(await journal.tally('2026-11')).toEqual(tallyOf([]))
      const steps: IncidentRow[] = [
        rowWith('i1', { category: 'fire', limits: [limit()] }),
        rowWith('i2', { drill: true }),
        rowWith('i1', { category: 'fire', level: 2, limits: [late()] }),
        rowWith('i3', { month: '2026-10', limits: [met()] }),
        rowWith('i1', { category: 'water', limits: [late(), met()] }),
        rowWith('i4', { counted: false, falseReport: true }),
        rowWith('i3', { month: '2026-11', limits: [met()] }),
      ]
      for (const step of steps) {
        await save({ rows: [step] })
        for (const month of ['2026-10', '2026-11'])
          expect(await journal.tally(month)).toEqual(
            tallyOf(await journal.incidentStats(month, month)),
          )
      }
      expect(await journal.tally('2026-11')).toMatchObject({
        incidents: 2,
        drills: 1,
        falseReports: 1,
        met: 2,
        late: 1,
        byCategory: { none: 1, water: 1 },
        open: [],
      })
    })

    test('the first month that has the row of an incident, of whatever kind', async () => {
      expect(await journal.firstMonth()).toBeNull()
      await save({
        rows: [
          rowWith('i1', { month: '2026-03' }),
          rowWith('i2', { month: '2026-01', drill: true }),
        ],
      })
      expect(await journal.firstMonth()).toBe('2026-01')
      await save({ rows: [rowWith('i2', { month: '2026-04' })] })
      expect(await journal.firstMonth()).toBe('2026-03')
    })

    test('the tally of a month is that of its facts, whatever is saved, also many at once', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), anyFact()), { maxLength: 4 }),
            { maxLength: 6 },
          ),
          async (turns) => {
            for (const turn of turns)
              await journal.commit(
                turn.map(([n, stats]) =>
                  entry({ rows: [rowWith(`i${n}`, { ...stats, incidentId: `i${n}` })] }),
                ),
              )
            for (const month of (await journal.projectionNames()).months)
              expect(await journal.tally(month)).toEqual(
                tallyOf(await journal.incidentStats(month, month)),
              )
          },
        ),
        { numRuns: 15 },
      )
    })

    test('after rows were written anew, figures go on from what they say then', async () => {
      await save({ rows: [rowWith('i1', { category: 'fire', limits: [limit()] })] })
      await journal.mend({
        rows: [
          {
            row: rowWith('i1', { category: 'water', limits: [late()] }),
            searchEntry: searchEntry('i1', ['大厅']),
          },
        ],
        documents: [],
        months: ['2026-11'],
        ghosts: null,
      })
      await save({ rows: [rowWith('i1', { category: 'water', limits: [late(), met()] })] })
      const stats = await journal.incidentStats('2026-11', '2026-11')
      expect(await journal.tally('2026-11')).toEqual(tallyOf(stats))
    })

    test('an entry that failed alone has left nothing, and its command may come again', async () => {
      await save({ events: [event('a')] })
      const command = { id: 'c1', digest: 'd', salt: 's', reply: {} }
      const second = { command, events: [event('a')], rows: [row('i1')] }
      expect(await save({ ...second, expect: { a: 0 } })).toEqual([{ ok: false, why: 'conflict' }])
      expect((await journal.tally('2026-11')).incidents).toBe(0)
      expect(await save({ ...second, expect: { a: 1 } })).toEqual([{ ok: true, position: 2 }])
      expect((await journal.tally('2026-11')).incidents).toBe(1)
    })

    test('an entry that failed is in no tally and in no history', async () => {
      await save({ events: [event('a')] })
      await journal.commit([
        entry({
          expect: { a: 0 },
          events: [event('a')],
          rows: [row('i1')],
          searchEntries: [searchEntry('i1', ['大厅'])],
        }),
        entry({ rows: [row('i2')] }),
      ])
      expect((await journal.tally('2026-11')).incidents).toBe(1)
      expect(await ids()).toEqual(['i2'])
    })

    test('a search without words finds all, newest first, page by page', async () => {
      await save({
        rows: ['i1', 'i2', 'i3', 'i4'].map((id, n) =>
          rowWith(id, { at: NOON + (n === 3 ? 1 : n) }),
        ),
      }) // i2 and i4 at one instant
      expect(await ids()).toEqual(['i3', 'i4', 'i2', 'i1'])
      const first = await journal.search({ ...EVERYTHING, limit: 2 })
      expect([first.stats.map(({ incidentId }) => incidentId), first.total]).toEqual([
        ['i3', 'i4'],
        4,
      ])
      expect(
        await journal.search({ ...EVERYTHING, limit: 2, after: { at: NOON + 1, id: 'i4' } }),
      ).toMatchObject({ stats: [{ incidentId: 'i2' }, { incidentId: 'i1' }], total: 4 })
      expect(await ids({ after: { at: NOON, id: 'i1' } })).toEqual([])
      expect(first.stats[0]).toEqual(rowWith('i3', { at: NOON + 2 }).stats)
    })

    test('filters: span of time, type, level, state, drill; `none` is what has no code', async () => {
      await save({
        rows: [
          rowWith('i1', { at: NOON, type: 'fire', level: 1, state: 'closed' }),
          rowWith('i2', {
            at: NOON + 1,
            type: 'water',
            level: 2,
            state: 'responding',
            drill: true,
          }),
          rowWith('i3', { at: NOON + 2, state: 'archived' }),
        ],
      })
      expect([
        await ids({ from: NOON + 1 }),
        await ids({ until: NOON + 1 }),
        await ids({ from: NOON + 1, until: NOON + 2 }),
      ]).toEqual([['i3', 'i2'], ['i1'], ['i2']])
      expect([
        await ids({ types: ['fire', 'none'] }),
        await ids({ levels: [2] }),
        await ids({ levels: ['none', 1] }),
        await ids({ types: [] }),
      ]).toEqual([['i3', 'i1'], ['i2'], ['i3', 'i1'], []])
      expect([
        await ids({ states: ['closed', 'responding'] }),
        await ids({ drill: true }),
        await ids({ drill: false, types: ['water'] }),
      ]).toEqual([['i2', 'i1'], ['i2'], []])
    })

    test('what changes is found as it is now', async () => {
      await save({
        rows: [rowWith('i1', { type: 'fire', level: 1, state: 'responding' })],
        searchEntries: [searchEntry('i1', ['大厅'], '冒烟')],
      })
      await save({
        rows: [rowWith('i1', { type: 'water', level: 2, state: 'closed', at: NOON + 5 })],
      })
      expect([
        await ids({ types: ['fire'] }),
        await ids({ types: ['water'], levels: [2], states: ['closed'], from: NOON + 5 }),
        await ids(typed('冒烟')),
      ]).toEqual([[], ['i1'], ['i1']])
      await save({ rows: [row('i1')], searchEntries: [searchEntry('i1', ['二楼'])] })
      expect([
        await ids(typed('大厅')),
        await ids(typed('冒烟')),
        await ids(typed('二楼')),
      ]).toEqual([[], [], ['i1']])
    })

    test('words: Chinese, pinyin, initials, in the place or in what was said; every one has to be there; or the type is called so', async () => {
      await save({
        rows: [
          rowWith('i1', { type: 'fire' }),
          rowWith('i2', { at: NOON + 1 }),
          rowWith('i3', { at: NOON + 2 }),
        ],
        searchEntries: [
          searchEntry('i1', ['政务大厅B1层'], '二楼资料间着火，烟很大'),
          searchEntry('i2', ['客服热线中心'], '热线打不进来'),
          searchEntry('i3', ["100%_'x"]),
        ],
      })
      const all: [string, string[]][] = [
        ['大厅', ['i1']],
        ['着火', ['i1']],
        ['b1', ['i1']],
        ['zhaohuo', ['i1']],
        ['zwdt', ['i1']],
        ['rexian', ['i2']],
        ['rxdbj', ['i2']],
        ['热线 dabu', ['i2']],
        ['大厅 热线', []],
        ['exian', []],
        ['中心 zuoxi', []],
        ['%', ['i3']],
        ['_', ['i3']],
        ["'", ['i3']],
        ['*', []],
        ['?', []],
        ['[', []],
      ]
      for (const [words, expected] of all) expect(await ids(typed(words)), words).toEqual(expected)
      expect(await ids(typed('火灾', ['fire']))).toEqual(['i1'])
      expect((await journal.search({ ...EVERYTHING, ...typed('大厅'), limit: 1 })).total).toBe(1)
    })

    test('nothing is old in a record of this program', async () => {
      await save({ rows: [row('i1')] })
      expect(await journal.oldRows(9)).toEqual([])
      expect(await journal.row('i1')).toEqual(row('i1'))
    })
  })
}
