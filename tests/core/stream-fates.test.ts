/**
 * What becomes of each stream in a damaged night: nobody adds one without saying so, and what is
 * recorded of readiness on an emergency record stands in the folder's own once it is adopted.
 */
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { readPolicies } from '#main/adapters/plans/policies.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { createSearchIndex } from '#main/core/engine/search-index.ts'
import { adoptEmergency } from '#main/core/features/emergency/adopt.ts'
import { adoptedStreams } from '#main/core/features/emergency/adopt-streams.ts'
import { isNeeded } from '#main/core/features/emergency/founding.ts'
import { fateOf, STREAM_FATES } from '#main/core/features/emergency/stream-fates.ts'
import { strayProjection } from '#main/core/verify/projections.ts'
import type { StoredEvent } from '#main/core/ports.ts'
import type { Input } from '#shared/contract/contract.ts'
import { STATION } from '#shared/domain/station/names.ts'
import { streams } from '#shared/domain/streams.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const names = Object.values(streams).map(({ nameOf }) => nameOf('x'))

test('every stream has one, and an emergency record begins with what it says', () => {
  expect(Object.keys(STREAM_FATES).sort()).toEqual(Object.keys(streams).sort())
  for (const name of names) expect(isNeeded(name), name).toBe(fateOf(name).along)
})

test('what stays in an emergency record is no work of people: set-up, papers of the office, practice', () => {
  const stays = names.filter((name) => fateOf(name).back === 'stays')
  expect(stays.sort()).toEqual([
    ...['archiving', 'attention', 'backups', 'desk.x', 'floor-plan.x', 'hand-up', 'import.x'],
    ...['outlets', 'plan-document.x', 'plan-paper.x', 'plan-text.x', 'privacy', 'purges'],
    ...['report-copies', 'report-source.x', 'report.x', 'reports', 'retention', 'room'],
    ...['sheet-times', 'site', 'three-minute-drill', 'walls', 'warnings'],
  ])
})

const LIST: Input<'checklist/save'> = {
  ...({ name: localized('防火巡查', 'Patrol'), kind: 'patrol' } as const),
  items: [{ id: 'door', text: localized('通道畅通', 'Free'), kind: 'yes-no' }],
  points: [{ id: 'east', name: localized('东门', 'East') }],
  rhythm: { every: 'round', minutes: 120, from: '08:00', to: '20:00', days: 'all' },
}
const RISK: Input<'risk/assess'> = {
  ...({ what: '舞台坍塌', place: '一号厅', kind: 'accident', grade: 'major' } as const),
  ...{ measures: '搭建验收', assessedOn: '2026-11-24' },
}
const TALK: Input<'liaison/record'> = {
  ...({ on: '2026-11-20', kind: 'visit', whom: '辖区消防救援站' } as const),
  ...{ person: '李工', words: '熟悉水源', agreed: '每季度来一次' },
}
const OCCASION: Input<'occasion/save'> = {
  ...{ name: '年会', place: '一号厅', expected: 800, isPublic: false },
  startsAt: Date.parse('2026-12-20T09:00:00+08:00'),
  endsAt: Date.parse('2026-12-20T18:00:00+08:00'),
}
const open = (part: Parameters<typeof openStation>[0]): Promise<Kit> =>
  openStation({
    on: 'sqlite',
    library: smallLibrary([plan('fire', [step('a')])], {
      policies: readPolicies('resources/standards/policies.yaml') ?? [],
    }),
    ...part,
  })
/** What somebody can see of it at the desk. */
async function seen(kit: Kit) {
  const training = await kit.ask('training/read', {})
  return {
    lists: (await kit.ask('checklist/list', {})).lists.map(({ id, version, rhythm }) => ({
      ...{ id, version, rhythm },
    })),
    signed: (await kit.ask('check/list', {})).signed.map(({ id, due }) => ({ id, due })),
    risks: (await kit.ask('risk/list', {})).risks,
    talks: (await kit.ask('liaison/list', {})).talks,
    occasions: (await kit.ask('occasion/list', {})).occasions.map(({ name }) => name),
    policies: (await kit.ask('policy/list', {})).policies.filter(({ siteValue }) => siteValue),
    courses: training.courses.map(({ title }) => title),
    sessions: training.sessions.map(({ place, attendees }) => ({ place, attendees })),
    signOffs: training.plans.flatMap(({ readers }) => readers.map(({ state }) => state)),
  }
}

/** Takes what was written by night into the record that it stood in for, and opens that again. */
async function adopted(before: Kit, night: Kit): Promise<Kit> {
  await night.station.stop()
  await night.journal.close()
  const at = night.clock.wall() + MINUTE
  const [record, emergency] = [openSqliteJournal(before.file), openSqliteJournal(night.file)]
  const { seals, close } = salvageRecord(night.file, { isNeeded: () => false, inTime: () => true })
  const indexIncident = createSearchIndex(createRomaniser())
  expect(await adoptEmergency({ own: record, emergency, seals, indexIncident, at })).toMatchObject({
    ok: true,
  })
  close()
  await emergency.close()
  expect(await record.verify()).toMatchObject({ ok: true })
  expect(await strayProjection(record)).toBeNull()
  await record.close()
  return open({ store: before.file, at })
}

test('what is trained, signed, graded, agreed, listed and ruled by night stands in the own record', async () => {
  const before = await open({})
  const { checklistId } = await before.ask('checklist/save', LIST)
  const { occasionId } = await before.ask('occasion/save', OCCASION)
  const { id: personId } = await before.ask('people/person-set', {
    ...{ name: '李工', phones: [], posts: ['desk'] },
  })
  await before.ask('policy/set', {
    ...{ policyId: 'training', value: 6, remindDays: 30, reason: '每半年一次' },
  })
  const salvaged = salvageRecord(before.file, { isNeeded, inTime: () => true })
  const night = await open({ salvaged, at: before.clock.wall() + 10 * MINUTE })
  salvaged.close()
  await before.station.stop()
  onTestFinished(async () => {
    await night.stop()
    await before.stop()
  })
  expect(await seen(night)).toMatchObject({
    ...{ lists: [{ id: checklistId }], occasions: ['年会'] },
    policies: [{ id: 'training', siteValue: { reason: '每半年一次' } }],
  })

  await night.ask('policy/set', {
    ...{ policyId: 'patrol', value: 1, remindDays: 0, reason: '夜里加密' },
  })
  await night.ask('occasion/save', { ...OCCASION, occasionId, name: '年终大会' })
  const { points } = (await night.ask('checklist/list', {})).lists[0]!
  const { checkId } = await night.ask('check/tick', { code: points[0]!.code })
  await night.ask('check/sign', { checkId, by: '李工' })
  await night.ask('risk/assess', RISK)
  await night.ask('liaison/record', TALK)
  const { courseId } = await night.ask('training/course-set', {
    ...{ title: '灭火', words: '先报警', posts: ['desk'], passMark: 80, questions: [] },
  })
  const heldAt = night.clock.wall() - MINUTE
  await night.ask('training/session-set', {
    ...{ courseId, heldAt, minutes: 30, place: '值班室', leader: { person: '外请教员' } },
    attendees: [{ personId }, { person: '实习生' }],
  })
  const { revision } = (await night.ask('training/read', {})).plans[0]!
  await night.ask('training/sign-off', { planId: 'fire', revision, persons: [personId] })
  const there = await seen(night)

  const kit = await adopted(before, night)
  onTestFinished(() => kit.stop())
  const here = await seen(kit)
  expect(here).toEqual(there)
  expect(here).toMatchObject({
    lists: [{ id: checklistId, version: 2, rhythm: { minutes: 60 } }],
    ...{ signed: [{ id: checkId }], occasions: ['年终大会'], courses: ['灭火'] },
    ...{ risks: [{ what: '舞台坍塌' }], talks: [{ words: '熟悉水源' }], signOffs: ['signed'] },
    sessions: [{ attendees: [{ name: '李工' }, { name: '实习生' }] }],
    policies: [{ id: 'training' }, { id: 'patrol', value: 1, siteValue: { reason: '夜里加密' } }],
  })
  const saved = (await kit.events()).filter(({ type }) => type === 'ChecklistSaved')
  expect(saved).toHaveLength(1) // what came along comes once
})

test('a rule that the whole record set later than the night holds', async () => {
  const before = await open({})
  const salvaged = salvageRecord(before.file, { isNeeded, inTime: () => true })
  const night = await open({ salvaged, at: before.clock.wall() + 10 * MINUTE })
  salvaged.close()
  onTestFinished(async () => {
    await night.stop()
    await before.stop()
  })
  const patrol = (kit: Kit, value: number) =>
    kit.ask('policy/set', { policyId: 'patrol', value, remindDays: 0, reason: '夜里加密' })
  await patrol(night, 1)
  await night.ask('policy/set', {
    ...{ policyId: 'training', value: 6, remindDays: 30, reason: '每半年一次' },
  })
  await before.clock.advance('1 h')
  await patrol(before, 3)
  await before.station.stop()
  const kit = await adopted(before, night)
  onTestFinished(() => kit.stop())
  const values = (await seen(kit)).policies.map(({ id, value }) => [id, value])
  expect(values).toEqual([
    ['training', 6],
    ['patrol', 3],
  ])
})

test('what an older program copied along as its own is known, and only what people changed comes', async () => {
  const list = { ...LIST, shippedId: null, source: null, reason: null, owner: null, points: [] }
  const body = { ...list, reportsItself: false } as unknown as StoredEvent['body']
  const event = (part: Partial<StoredEvent>): StoredEvent => ({
    ...{ seq: 1, stream: 'checklist.l1', version: 1, type: 'ChecklistSaved', body },
    ...{ at: 1_000, by: '周敏', commandId: null, hash: '', ...part },
  })
  const night = [
    event({ stream: 'station', type: 'EmergencyOpened', at: 5_000, by: STATION, body: {} }),
    event({ at: 5_000, by: STATION }),
    event({ at: 6_000, by: '李工' }),
  ]
  const changes = await adoptedStreams(night, {
    own: { events: async () => [event({})] },
    seals: () => [],
  })
  expect(changes.flatMap(({ events }) => events)).toMatchObject([{ at: 6_000, by: '李工' }])
})
