/** What of a record does not agree with its events, each kind of it, also where it is read anew. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import {
  keyOf,
  rowFrom,
  straysIn,
  verifyWhole,
  whereOf,
  type Folded,
  type Lines,
  type Stray,
} from '#main/core/verify/projections.ts'
import { asBefore, asBeforeProposed } from '#main/core/verify/old-row.ts'
import type { IncidentRow, Journal, SearchEntry } from '#main/core/ports.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

type Source = Folded & Partial<Pick<Journal, 'searchEntry'>>

let kit: Kit
let id: string
beforeAll(async () => {
  const act = step('act', { due: { within: MINUTE, from: 'reported' } })
  kit = await openStation({ plans: [plan('p', [act])] })
  id = await kit.run(['p'], { place: '一号门' })
  await kit.ask('people/person-set', { name: '湾新', phones: [], posts: [] })
  await kit.ask('incident/move', { incidentId: id, to: 'false-report', reason: '误触' })
  await kit.clock.advance('2 s') // the figures of the month follow
})
afterAll(() => kit.stop())

const reading = (part: Partial<Source> = {}): Source => {
  const { journal } = kit
  return {
    streams: (after, limit) => journal.streams(after, limit),
    projectionNames: () => journal.projectionNames(),
    events: (stream) => journal.events(stream),
    row: (incidentId) => journal.row(incidentId),
    document: (kind, name) => journal.document(kind, name),
    incidentStats: (from, until) => journal.incidentStats(from, until),
    tally: (month) => journal.tally(month),
    ...part,
  }
}
async function strays(part?: Partial<Source>, lines?: Lines): Promise<readonly Stray[]> {
  const all: Stray[] = []
  for await (const stray of straysIn(reading(part), lines)) all.push(stray)
  return all
}
/** Answers the first so many times with what is wrong. */
const wrong = <A extends readonly unknown[], T>(
  times: number,
  read: (...args: A) => Promise<T>,
  bad: (value: T) => T,
): ((...args: A) => Promise<T>) => {
  let left = times
  return async (...args) => {
    const value = await read(...args)
    return left-- > 0 ? bad(value) : value
  }
}

test('in a record that is as it was written there is none', async () => {
  expect(await strays()).toEqual([])
  expect((await kit.journal.projectionNames()).months).toHaveLength(1)
})

describe('the row of an incident', () => {
  const row = (times: number) =>
    wrong(
      times,
      (of: string) => kit.journal.row(of),
      (read) => read && { ...read, head: null as never, phase: 'x' as never },
    )

  test('is read a second time before it is called damage', async () => {
    expect(await strays({ row: row(1) })).toEqual([])
    expect(await strays({ row: row(2) })).toEqual([{ kind: 'incident', id }])
  })

  test('is looked at on every page, also if there is one stream on each', async () => {
    const streams: Folded['streams'] = (after) => kit.journal.streams(after, 1)
    expect(await strays({ streams, row: row(99) })).toEqual([{ kind: 'incident', id }])
    expect(await strays({ streams: async () => [], row: row(99) })).not.toContainEqual({
      ...{ kind: 'incident', id },
    })
  })
})

describe('the words by which it is found', () => {
  const entry = (text: string): SearchEntry => {
    const line = { text, sounds: '', initials: '' }
    return { incidentId: id, plain: line, narrative: line } as never
  }
  const lines: Lines = async ({ id: of }: Incident) => ({ ...entry('a\nb'), incidentId: of })
  const compared = (read: SearchEntry | null) => strays({ searchEntry: async () => read }, lines)

  test('are compared in any order, where they are kept and known', async () => {
    expect(await compared(entry('b\na'))).toEqual([])
    expect(await compared(entry('a\nc'))).toEqual([{ kind: 'incident', id }])
    expect(await compared(null)).toEqual([{ kind: 'incident', id }])
    expect(await strays({}, lines)).toEqual([])
    expect(await strays({ searchEntry: async () => entry('c') })).toEqual([])
  })

  test('but not of a row that an older program folded, in either of its forms', async () => {
    const strayOf = (form: (row: IncidentRow) => IncidentRow) =>
      strays(
        {
          row: async (of) => {
            const read = await kit.journal.row(of)
            return read && form(read)
          },
          searchEntry: async () => entry('c'),
        },
        lines,
      )
    expect(await strayOf(asBefore)).toEqual([])
    expect(await strayOf(asBeforeProposed)).toEqual([])
    const other = (row: IncidentRow) => ({ ...asBefore(row), onBoard: !row.onBoard })
    expect(await strayOf(other)).toEqual([{ kind: 'incident', id }])
  })
})

describe('documents', () => {
  test('are read a second time before they are called damage', async () => {
    const document = (times: number) =>
      wrong(times, kit.journal.document.bind(kit.journal), () => ({ other: 1 }))
    const [first] = await strays({ document: document(99) })
    expect(first).toMatchObject({ kind: 'documents', named: [expect.anything()] })
    expect(await strays({ document: document(1) })).toEqual([])
    for (const of of ['roster', 'register']) {
      const single: Folded['document'] = async (kind, name) =>
        kind === of ? { other: 1 } : kit.journal.document(kind, name)
      expect(await strays({ document: single })).toMatchObject([{ stream: 'roster' }])
    }
  })

  test('and rows of no event are ghosts; those of another name, too', async () => {
    const names = await kit.journal.projectionNames()
    const ghosts = async (part: Partial<typeof names>) =>
      strays({ projectionNames: async () => ({ ...names, ...part }) })
    expect(await ghosts({ rows: [...names.rows, 'gone'] })).toEqual([
      { kind: 'ghost-row', id: 'gone' },
    ])
    const site = { kind: 'site', id: 'site' } as const
    expect(names.documents).toContainEqual(site)
    for (const named of [
      { kind: 'site', id: 'other' },
      { kind: 'duty', id: 'duty' },
    ] as const)
      expect(await ghosts({ documents: [site, named] })).toEqual([
        { kind: 'ghost-document', named },
      ])
    expect(await ghosts({ documents: [site] })).toEqual([])
    // one that was begun since the pages were read is there by now
    const events: Folded['events'] = (stream) =>
      kit.journal.events(stream === 'incident.gone' ? `incident.${id}` : stream)
    const begun = async () => ({ ...names, rows: [...names.rows, 'gone'] })
    expect(await strays({ projectionNames: begun, events })).toEqual([])
    const twoOfOne = (['roster', 'register'] as const).map((kind) => ({ kind, id: 'roster' }))
    const both = async () => ({ ...names, documents: twoOfOne })
    expect(await strays({ projectionNames: both })).toEqual([])
  })
})

describe('the figures of a month', () => {
  const month = '2026-11'
  const tally = (times: number) =>
    wrong(
      times,
      (of: string) => kit.journal.tally(of),
      (read) => read && ({ ...read, other: 1 } as never),
    )

  test('are read anew while they change', async () => {
    expect(await strays({ tally: tally(1) })).toEqual([])
    expect(await strays({ tally: tally(99) })).toEqual([{ kind: 'month', month }])
  })

  test('are those of all its incidents, each with its form', async () => {
    const stats = (bad: (all: readonly object[]) => readonly object[]) =>
      strays({
        incidentStats: async (from, until) =>
          bad(await kit.journal.incidentStats(from, until)) as never,
      })
    expect(await stats((all) => all)).toEqual([])
    expect(await stats(() => [])).toEqual([{ kind: 'month', month }])
    const broken = (all: readonly object[]) => all.map((of) => ({ ...of, at: 'then' }))
    expect(await stats(broken)).toEqual([{ kind: 'month', month }])
  })
})

test('the whole record is as sound as its events, then as what was folded from them', async () => {
  const verified = { ok: true, count: 7 } as never
  const bad = { ok: false, firstBad: 3, why: 'hash-mismatch' } as never
  const row: Folded['row'] = async () => null
  const whole = (verify: never, part: Partial<Source> = {}) =>
    verifyWhole({ ...reading(part), verify: async () => verify })
  expect(await whole(verified)).toBe(verified)
  expect(await whole(bad)).toBe(bad)
  expect(await whole(bad, { row })).toBe(bad)
  expect(await whole(verified, { row })).toEqual({
    ...{ ok: false, firstBad: 0, why: 'projection-mismatch', where: `incident.${id}` },
  })
})

test('a row is folded from events that are as they were written, of which there are some', async () => {
  const { journal } = kit
  const events = (of: string) => journal.events(of)
  const of = (intact: Journal['intact']) => rowFrom({ events, intact })(id)
  expect(await of(async () => null)).toBeNull()
  expect(await of(async () => [])).toBeNull()
  const read = await of((stream) => journal.events(stream))
  expect(read).toEqual(await journal.row(id))
})

test.each<[Stray, string, string]>([
  [{ kind: 'incident', id: 'i1' }, 'incident.i1', '["incident","incident.i1"]'],
  [{ kind: 'ghost-row', id: 'i1' }, 'incident.i1', '["ghost-row","incident.i1"]'],
  [{ kind: 'month', month: '2026-11' }, 'month.2026-11', '["month","month.2026-11"]'],
  [{ kind: 'documents', stream: 'site', named: [] }, 'site', '["documents","site"]'],
  [
    { kind: 'ghost-document', named: { kind: 'site', id: 'a' } },
    ...(['site', '["ghost-document","site","a"]'] as const),
  ],
])('%j is told apart', (stray, where, key) => {
  expect(whereOf(stray)).toBe(where)
  expect(keyOf(stray)).toBe(key)
})
