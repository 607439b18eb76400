/** What an emergency record begins with: each stream of the damaged one, as far as it is read. */
import { describe, expect, test } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { foundEmergency, isNeeded, siteIn } from '#main/core/features/emergency/founding.ts'
import type { JournalEntry, SalvagedRecord, StoredEvent } from '#main/core/ports.ts'
import { plan } from '../kit/plan.ts'

const NOW = Date.parse('2026-11-24T23:30:00+08:00')
const BEFORE = NOW - 86_400_000
const HEAD = { position: 7, hash: 'h7' }

type Written = { type: string } & Record<string, unknown>
const events = (stream: string, ...written: readonly Written[]): readonly StoredEvent[] =>
  written.map(({ type, ...body }, n) => ({
    ...{ seq: n + 1, stream, version: n + 1, type, at: BEFORE, by: '周敏', commandId: null },
    body: body as never,
  })) as unknown as StoredEvent[]

/** What the one batch has: the events after the first, and of the first what it says. */
async function founded(
  streams: Readonly<Record<string, readonly Written[]>>,
  part: { first?: string | null; missing?: number } = {},
) {
  const batches: JournalEntry[] = []
  const salvaged: SalvagedRecord = {
    ...{ head: HEAD, first: part.first ?? null, whole: true },
    streams: new Map(
      Object.entries(streams).map(
        ([name, written]) =>
          [...[name, { events: events(name, ...written), missing: part.missing ?? 0 }]] as never,
      ),
    ),
    seals: (sealed) =>
      sealed.map((digest) => ({ stream: '', event: 0, sealed: digest, value: '' })) as never,
    close: () => undefined,
  }
  const journal = { commit: async (all: readonly JournalEntry[]) => (batches.push(...all), []) }
  const opening = { code: 'damaged', why: { zh: '坏', en: 'bad' }, head: HEAD } as never
  await foundEmergency(journal as never, { wall: () => NOW }, opening, salvaged)
  const [opened, ...along] = batches[0]?.events ?? []
  return {
    batches,
    opened,
    along: along.map(({ stream, type, body }) => ({ stream, type, ...(body as object) })),
  }
}
const typesOf = ({ along }: Awaited<ReturnType<typeof founded>>) => along.map(({ type }) => type)

const SITE = {
  type: 'SiteFounded',
  name: { zh: '商场', en: 'Mall' },
  zone: 'Asia/Shanghai',
  kinds: ['mall'],
  demo: false,
}
const shift = {
  id: 's1',
  name: { zh: '夜班', en: 'Night' },
  begins: '20:00',
  ends: '08:00',
  minimum: 1,
  posts: ['desk'],
}
const entry = (date: string) => ({ date, shiftId: 's1', postId: 'desk', persons: ['p1'] })

test.each([
  ['incident.i1', true],
  ['site', true],
  ['roster', true],
  ['duty', true],
  ['places', true],
  ['floor-plan.p1', true],
  ['contacts', true],
  ['walls', true],
  ['privacy', true],
  ['attention', true],
  ['archiving', true],
  ['handover', true],
  ['room', true],
  ['plan-text.fire', true],
  ['plan.fire-r1', true],
  ['station', true],
  ['report.2026-11', false],
  ['somewhere', false],
])('the stream %s is needed: %s', (stream, needed) => {
  expect(isNeeded(stream)).toBe(needed)
})

describe('it begins in one batch', () => {
  test('with which record it stands in for, where that can be read', async () => {
    const unknown = await founded({})
    expect(unknown.batches).toMatchObject([{ command: null, expect: {}, rows: [] }])
    expect(unknown.opened).toMatchObject({ type: 'EmergencyOpened', at: NOW, body: { head: HEAD } })
    expect(unknown.opened?.body).not.toHaveProperty('record')
    expect(unknown.along).toEqual([])
    expect((await founded({}, { first: 'h1' })).opened?.body).toMatchObject({ record: 'h1' })
  })

  test('with the site, if it has its form', async () => {
    expect(await founded({ site: [SITE] })).toMatchObject({ along: [{ stream: 'site', ...SITE }] })
    for (const broken of [
      { ...SITE, zone: 'nowhere' },
      { type: 'SiteSetUp', name: SITE.name },
    ])
      expect(typesOf(await founded({ site: [broken] }))).toEqual([])
    expect(siteIn({ streams: new Map() } as never)).toBeNull()
  })

  test('with the times that were set last', async () => {
    const set = (untouched: number) => ({
      ...{
        type: 'AttentionTimesSet',
        times: { ...ATTENTION_DEFAULTS, untouched },
        reason: { sealed: 'r' },
      },
    })
    const { along, batches } = await founded({ attention: [set(1), set(2), set(3)] })
    expect(along).toMatchObject([{ stream: 'attention', ...set(3) }])
    expect(batches[0]?.seals).toMatchObject([{ sealed: 'r' }])
    expect(
      await founded({ archiving: [{ type: 'ArchivingSet', days: 20, reason: { sealed: 'r' } }] }),
    ).toMatchObject({
      along: [{ stream: 'archiving', days: 20 }],
    })
  })

  test('with shifts, and who is entered from yesterday on', async () => {
    const set = { type: 'ShiftSet', shift }
    const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-30']
    const duty = await founded({ duty: [set, { type: 'DutySet', entries: days.map(entry) }] })
    expect(duty.along).toMatchObject([set, { type: 'DutySet', entries: days.slice(1).map(entry) }])
    expect(duty.along).toHaveLength(2)
    const single = { type: 'DutySet', entries: [entry('2026-11-23')] }
    expect((await founded({ duty: [set, single] })).along).toMatchObject([set, single])
    const old = await founded({ duty: [set, { type: 'DutySet', entries: [entry('2026-11-22')] }] })
    expect(typesOf(old)).toEqual(['ShiftSet'])
    expect(typesOf(await founded({ duty: [] }))).toEqual([])
    const noName = { type: 'ShiftSet', shift: { ...shift, minimum: 'one' } }
    expect(typesOf(await founded({ duty: [noName] }))).toEqual([])
  })

  test('with walls and places as they were last, in as few events as can be', async () => {
    const wall = (name: string) => ({
      type: 'WallSet',
      wall: { id: 'w1', name, view: 'incidents', language: 'zh', theme: 'dark' },
    })
    expect((await founded({ walls: [wall('a'), wall('b')] })).along).toMatchObject([wall('b')])
    const place = (id: string) => ({
      type: 'PlaceSet',
      place: { id, name: id, kind: 'floor', size: null },
    })
    const streams = { places: [place('a'), place('b'), { type: 'PlaceRemoved', placeId: 'a' }] }
    expect((await founded(streams)).along).toMatchObject([place('b')])
    expect(typesOf(await founded({ walls: [], places: [], contacts: [] }))).toEqual([])
  })

  test('with the people from the last whole list of an older program on', async () => {
    const list = (person: string) => ({
      type: 'RosterSet',
      posts: { desk: [{ person, phone: null }] },
    })
    const newer = { type: 'RosterSet', posts: {}, persons: {} }
    const person = { type: 'PersonSet', person: { id: 'p9', name: '周', phones: [] }, posts: [] }
    const types = async (...all: readonly Written[]) => (await founded({ roster: all })).along
    expect(await types(list('a'), person, list('b'), person, newer)).toMatchObject([
      ...[list('b'), person, newer],
    ])
    expect(await types(newer, person)).toHaveLength(2)
    expect(await types(person)).toHaveLength(1)
  })

  test('with the plans of the site, unless something of them is missing', async () => {
    const saved = { type: 'DraftSaved', draft: 'text', basedOn: null }
    const { id, ...text } = plan('fire', [])
    const streams = {
      'plan-text.fire': [saved, saved],
      'plan.fire-r1': [{ type: 'PlanKept', id, ...text }],
    }
    expect((await founded(streams)).along).toMatchObject([
      { stream: 'plan-text.fire', ...saved },
      { stream: 'plan-text.fire', ...saved },
      { stream: 'plan.fire-r1', type: 'PlanKept', id: 'fire' },
    ])
    expect((await founded(streams, { missing: 1 })).along).toEqual([])
    const set = { type: 'ShiftSet', shift }
    expect(typesOf(await founded({ duty: [set] }, { missing: 1 }))).toEqual(['ShiftSet'])
  })

  test('with the self-test: how it is set, and what came of the last that ended, when it did', async () => {
    const screen = { id: 'w', named: null, size: '', failed: [], level: -4 }
    const begun = (testId: string) => ({
      ...{ type: 'SelfTestBegun', testId, reason: 'daily', aloud: false },
    })
    const ended = (testId: string) => ({
      ...{ type: 'SelfTestEnded', testId, engineInTime: true, screens: [screen], absent: [] },
    })
    const set = (time: string) => ({ type: 'SelfTestSet', time, aloud: true })
    const fault = { type: 'FaultRaised', alertId: 'a', about: 'disk' }
    const station = [
      ...[set('08:00'), begun('t1'), ended('t1'), fault, set('09:00')],
      ...[begun('t2'), ended('t2'), begun('t3')],
    ]
    const { along, batches } = await founded({ station })
    expect(along).toMatchObject([set('09:00'), begun('t2'), ended('t2')])
    expect(batches[0]?.events.slice(1).map(({ at, by }) => [at, by])).toEqual([
      ...[0, 1, 2].map(() => [BEFORE, '周敏']),
    ])
    expect(batches[0]?.documents.filter(({ kind }) => kind === 'self-test')).toMatchObject([
      {
        id: 'station',
        body: { last: { testId: 't2', endedAt: BEFORE }, setting: { aloud: true } },
      },
    ])
    expect(typesOf(await founded({ station: [set('10:00')] }))).toEqual(['SelfTestSet'])
    expect(typesOf(await founded({ station: [fault] }))).toEqual([])
    const damaged = { ...ended('t1'), screens: 'none' }
    expect(typesOf(await founded({ station: [begun('t1'), damaged] }))).toEqual([])
  })

  test('with a room that was left, at its own instant, and nothing of one where somebody is', async () => {
    const left = (contact: string) => ({ type: 'RoomLeft', contact: { sealed: contact } })
    const back = { type: 'RoomReturned' }
    const taken = { type: 'RoomTakenOver', place: { sealed: 'p' }, contact: null }
    const { along, batches } = await founded({ room: [left('a'), back, left('b'), taken] })
    expect(along).toMatchObject([left('b'), taken])
    expect(batches[0]?.events.slice(1).map(({ at, by }) => [at, by])).toEqual([
      ...[0, 1].map(() => [BEFORE, '周敏']),
    ])
    expect(batches[0]?.seals).toMatchObject([{ sealed: 'b' }, { sealed: 'p' }])
    expect(batches[0]?.documents).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'room', id: 'room' },
        body: { left: expect.objectContaining({ at: BEFORE, taken: expect.anything() }) },
      }),
    )
    expect(typesOf(await founded({ room: [left('a'), back] }))).toEqual([])
    expect(typesOf(await founded({ room: [back, taken] }))).toEqual([])
    expect(typesOf(await founded({ room: [{ type: 'RoomLeft', contact: 5 }] }))).toEqual([])
  })

  test('with its supplies and all that was recorded of each, at its own instants', async () => {
    const entered = {
      ...{ type: 'SupplyEntered', number: '物0001' },
      details: {
        ...{ name: '灭火器', class: 'fire', model: null, unit: '具', spot: null, keeper: null },
        ...{ place: { id: null, name: '大厅' }, minimum: 4, checkMonths: null, conditions: null },
      },
      batches: [{ id: '0', number: null, expiry: null, count: 5 }],
    }
    const issued = {
      ...{ type: 'SupplyIssued', parts: [{ batchId: '0', count: 2 }], to: { sealed: 'w' } },
      ...{ words: null, for: null },
    }
    const { along, batches } = await founded({ 'supply.s1': [entered, issued] })
    expect(along).toMatchObject([entered, issued])
    expect(batches[0]?.events.at(-1)).toMatchObject({ at: BEFORE, by: '周敏' })
    expect(batches[0]?.seals).toMatchObject([{ sealed: 'w' }])
    expect(batches[0]?.documents).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'supply', id: 's1' },
        body: expect.objectContaining({ batches: [expect.objectContaining({ count: 3 })] }),
      }),
    )
    expect(typesOf(await founded({ 'supply.s1': [entered] }, { missing: 1 }))).toEqual([])
    expect(typesOf(await founded({ 'supply.s1': [{ ...entered, details: 5 }] }))).toEqual([])
  })

  test('and with nothing of what it does not know', async () => {
    const streams = { 'incident.i1': [SITE], somewhere: [SITE], 'report.2026-11': [SITE] }
    expect((await founded(streams)).along).toEqual([])
  })
})
