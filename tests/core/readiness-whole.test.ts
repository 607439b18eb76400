/**
 * Everything of readiness in one record: a month is issued, and drawn again with the same figures
 * under a newer product, later policies, days off and plans; a person is purged, the rows are lost
 * and folded anew, and all of it still says the same.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, it } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import { strayProjection, verifyWhole } from '#main/core/verify/projections.ts'
import type { Library } from '#main/core/ports.ts'
import type { ShippedPolicy } from '#shared/domain/policies/policy.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import { GAS, HOTLINE } from '../kit/plans.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const MONTH = { month: '2026-11' }
const loaded = loadLibrary('resources', { siteKinds: [GAS] })
/** What a later version of the program ships in its place. */
let newer: Partial<Library> = {}
const library: Library = new Proxy<Library>(loaded, {
  get: (target, key: keyof Library) => newer[key] ?? target[key],
})
const halved = (policy: ShippedPolicy): ShippedPolicy => ({
  ...policy,
  value: Math.max(1, Math.floor(policy.value / 4)),
})
const open = (part: Parameters<typeof openStation>[0] = {}) =>
  openStation({
    ...{ on: 'sqlite', library, texts: loaded.sources, kinds: [GAS], ...part },
    purges: openPurgeLedger,
  })

const CANARY = '金雀儿'
const owner = { person: '王主任' }
const about = { documentId: GAS }
const yes = { item: '', score: 3 } as const

async function people(): Promise<string> {
  const { id } = await kit.ask('people/person-set', {
    ...{ name: CANARY, phones: [], posts: ['duty-leader', loaded.plan(HOTLINE)?.commander ?? ''] },
  })
  const { courseId } = await kit.ask('training/course-set', {
    ...{ title: '灭火', words: '先报警', posts: ['duty-leader'], passMark: 80, months: 1 },
    questions: [{ text: '电话？', answers: ['110', '119'], right: 1 }],
  })
  const heldAt = kit.clock.wall() - HOUR_MS
  await kit.ask('training/session-set', {
    ...{ courseId, heldAt, minutes: 45, place: '会议室', leader: { person: '外请教员' } },
    attendees: [{ personId: id }, { person: '实习生' }],
  })
  await kit.ask('training/exam', { courseId, learner: { personId: id }, right: 9, of: 10 })
  const { planId = '', revision = '' } = (await kit.ask('training/read', {})).plans[0] ?? {}
  await kit.ask('training/sign-off', { planId, revision, persons: [id] })
  return id
}

async function stock(): Promise<void> {
  const { supplyId } = await kit.ask('supply/enter', {
    ...{ name: '灭火器', class: 'fire', unit: '具', minimum: 9, place: { words: '大厅' } },
    batches: [{ count: 5, expiry: '2026-11-20' }, { count: 4 }],
  })
  const { issueId } = await kit.ask('supply/issue', { supplyId, count: 2, to: CANARY, words: '用' })
  await kit.ask('supply/consume', { supplyId, issueId, count: 1 })
  await kit.ask('supply/check', { supplyId, ok: false, words: '压力低', by: CANARY })
  await kit.ask('supply/request-order', { what: '沙袋20个', of: owner })
  await kit.ask('supply/taking-begin', {})
}

async function drill(personId: string): Promise<void> {
  const { script } = { script: [{ after: MINUTE_MS, words: '线路全断' }] }
  await kit.ask('drill/script-save', { planId: HOTLINE, script })
  const { drillId } = await kit.ask('drill/arrange', {
    ...{ planId: HOTLINE, form: 'full', purpose: 'verification', day: '2026-11-09', script },
    ...{ place: '热线中心', narrative: '打不进来', leader: owner, evaluator: { person: '评估人' } },
    participants: [{ personId }],
  })
  const { incidentId } = await kit.ask('drill/start', { drillId })
  await kit.ask('incident/activate', { incidentId, planId: HOTLINE })
  await kit.clock.advance('10 min')
  await kit.ask('drill/finding', { drillId, words: '口径不一' })
  await kit.ask('drill/end', { drillId, close: true })
  const { items } = await kit.ask('drill/read', { drillId })
  await kit.ask('drill/evaluate', {
    drillId,
    scores: items
      .filter(({ proposed }) => proposed === null)
      .map(({ id }) => ({ ...yes, item: id })),
    contents: {
      ...{ execution: '完成', usability: '好用', command: '顺畅' },
      ...{ people: '会', equipment: '够', suggestions: '无' },
    },
  })
  await kit.ask('practice/start', { language: 'zh' })
  await kit.ask('practice/stop', {})
}

async function checks(): Promise<void> {
  const door = { id: 'door', text: { zh: '通道', en: 'Way' }, kind: 'yes-no' } as const
  const { checklistId } = await kit.ask('checklist/save', {
    ...({ name: { zh: '巡查', en: 'Patrol' }, kind: 'patrol', items: [door] } as const),
    points: [{ id: 'east', name: { zh: '东门', en: 'East' } }],
    rhythm: { every: 'round', minutes: 120, from: '08:00', to: '20:00', days: 'workdays' },
  })
  const { checkId } = await kit.ask('check/start', { checklistId })
  await kit.ask('check/tick', { checkId, pointId: 'east' })
  await kit.ask('check/sign', { checkId, by: CANARY })
  await kit.ask('action/open', {
    ...{ what: '修卷帘', owner, due: '2026-11-20' },
    source: { checkId, itemId: 'door', pointId: 'east', hazard: 'general', place: '东门' },
  })
  await kit.ask('occasion/save', {
    ...{ name: '年会', place: '一号厅', expected: 800, isPublic: false, checklistId },
    ...{ startsAt: kit.clock.wall() + 9 * DAY_MS, endsAt: kit.clock.wall() + 10 * DAY_MS },
  })
  await kit.ask('risk/assess', {
    ...({ what: '舞台坍塌', place: '一号厅', kind: 'accident', grade: 'major' } as const),
    ...{ measures: '搭建验收', assessedOn: '2026-11-08', owner: { person: CANARY } },
  })
  await kit.ask('liaison/record', {
    ...({ on: '2026-11-06', kind: 'visit', whom: '消防救援站', agreed: '每季一次' } as const),
    ...{ person: CANARY, words: '熟悉水源' },
  })
}

async function upkeep(): Promise<void> {
  await kit.ask('upkeep/issue', {
    ...{ about, kind: 'made', day: '2026-11-02', signatory: '陈总', why: '首次印发' },
  })
  await kit.ask('upkeep/file', { about, day: '2026-11-06', authority: '市应急局', person: CANARY })
  await kit.ask('upkeep/known', {
    about,
    to: 'staff',
    day: '2026-11-06',
    whom: '全体',
    how: '班前会',
  })
  await kit.ask('upkeep/trigger', { about, trigger: 'lessons', day: '2026-11-07', words: '断电' })
}

/** Fills the first page of the rows with one byte, as a bad disk would give it back. */
function loseRows(store: string): void {
  const db = new DatabaseSync(store)
  const { rootpage } = db
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'incident_row'")
    .get() as { rootpage: number }
  const { page_size: size } = db.prepare('PRAGMA page_size').get() as { page_size: number }
  db.close()
  const bytes = readFileSync(store)
  bytes.fill(0xff, (rootpage - 1) * size, rootpage * size)
  writeFileSync(store, bytes)
}

const reproduced = () => kit.ask('report/reproduce', MONTH)
const figures = async () =>
  (await kit.ask('statistics/figures', { from: '2026-11-01', to: '2026-11-30' })).readiness
/** What the pages show, without instants of reading. */
const pages = async () => ({
  figures: await figures(),
  due: (await kit.ask('readiness/list', {})).obligations.map(({ id, due }) => ({ id, due })),
  training: await kit.ask('training/read', {}),
  supplies: await kit.ask('supply/list', {}),
  risks: await kit.ask('risk/list', {}),
  talks: await kit.ask('liaison/list', {}),
  upkeep: await kit.ask('upkeep/read', { about }),
})

it('a month that was issued is drawn again with the same figures, whatever holds since', async () => {
  newer = {}
  kit = await open({ at: '2026-11-09T10:00:00+08:00' })
  await kit.ask('policy/set', {
    ...{ policyId: 'drill-scene', value: 1, remindDays: 5, reason: '每月练' },
  })
  const personId = await people()
  await stock()
  await drill(personId)
  await checks()
  await upkeep()
  kit = await kit.restart('552 h') // the second of December
  await kit.ask('report/issue', MONTH)
  const issued = await reproduced()
  expect(issued).toMatchObject({ same: true, intact: true, changes: null })
  const before = await figures()
  for (const part of [before.drills, before.training, before.supplies, before.checks])
    expect(part).not.toBeNull()

  newer = {
    policies: () => loaded.policies().map(halved),
    plans: () => loaded.plans().slice(0, 3),
  }
  await kit.ask('policy/reset', { policyId: 'drill-scene', reason: '按新版' })
  await kit.ask('site/calendar-set', {
    ...{ year: '2026', source: '通知', workdays: [] },
    holidays: Array.from({ length: 20 }, (_, day) => `2026-11-${String(day + 8).padStart(2, '0')}`),
  })
  kit = await kit.restart('24 h')
  expect(await figures()).not.toEqual(before) // what is shown now goes by what holds now
  expect(await reproduced()).toEqual(issued)

  await kit.ask('people/person-leave', { id: personId })
  const seals = (await kit.ask('retention/find', { name: CANARY })).found
    .filter(({ keeps }) => keeps === null)
    .map(({ sealed }) => sealed)
  expect(seals.length).toBeGreaterThan(6)
  await kit.ask('retention/purge', { seals, reason: '本人要求' })
  for (let n = 0; n < 6; n++) await kit.clock.advance('1 s')
  expect(await reproduced()).toMatchObject({ same: true, intact: true, changes: null })
  const shown = await pages()
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  expect(await strayProjection(kit.journal)).toBeNull()

  const [store, at] = [kit.file, kit.clock.wall()]
  await kit.station.stop()
  await kit.journal.close()
  loseRows(store)
  const first = kit
  kit = await open({ store, at })
  expect(await pages()).toEqual(shown)
  expect(await reproduced()).toMatchObject({ same: true, intact: true, check: issued.check })
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  await first.stop().catch(() => undefined)
  const written = new Set((await kit.events()).map(({ stream }) => stream.split('.')[0]))
  expect([...written]).toEqual(
    expect.arrayContaining([
      ...['action', 'check', 'checklist', 'drill', 'drill-script', 'liaison', 'occasion'],
      ...['policies', 'purges', 'report', 'risk', 'sign-off', 'stock-taking', 'supply'],
      ...['supply-request', 'three-minute-drill', 'training-course', 'training-session', 'upkeep'],
    ]),
  )
})
