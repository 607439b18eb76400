/**
 * Checks through the station: a list taken into use, a round ticked by codes, what failed turned
 * into a hazard and an incident, from paper, after a restart; events of the site and what they
 * lack.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Input, Name } from '#shared/contract/contract.ts'
import type { ShippedChecklist } from '#shared/domain/checklist/checklist.ts'
import { localized } from '#shared/domain/text.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { readPolicies } from '#main/adapters/plans/policies.ts'
import { readChecklists } from '#main/adapters/plans/checklists.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const SHIPPED = readChecklists('resources/checklists') ?? []
const POLICIES = readPolicies('resources/standards/policies.yaml') ?? []
const shipped = (id: string): ShippedChecklist => {
  const list = SHIPPED.find((each) => each.id === id)
  if (!list) throw new Error(id)
  return list
}
let kit: Kit
afterEach(() => kit.stop())

const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
/** Noon of a Tuesday. */
const open = async (on: 'memory' | 'sqlite' = 'memory') => {
  kit = await openStation({
    on,
    library: smallLibrary([plan('conference', [step('lead')])], {
      ...{ checklists: SHIPPED, policies: POLICIES },
    }),
  })
}
const take = (id: string, part: Partial<Input<'checklist/save'>> = {}) => {
  const { name, kind, items, rhythm } = shipped(id)
  return kit.ask('checklist/save', {
    ...{ shippedId: id, name, kind, rhythm, items: [...items] },
    owner: { person: '保安老赵' },
    ...part,
  })
}
const points = ['东门', '西门'].map((name) => ({ name: localized(name, name) }))
const patrol = () =>
  take('fire-patrol', {
    points,
    rhythm: { every: 'round', minutes: 120, from: '12:00', to: '20:00', days: 'all' },
  })
const listOf = async (checklistId: string) =>
  (await kit.ask('checklist/list', {})).lists.find(({ id }) => id === checklistId)!
const read = async (checkId: string) => (await kit.ask('check/read', { checkId })).check

describe('what is shipped', () => {
  it('says its source in both languages, each list with critical items, none twice', async () => {
    await open()
    expect(SHIPPED.map(({ id }) => id).sort()).toEqual([
      ...['closing-check', 'fire-equipment', 'fire-patrol', 'hall-opening', 'opening-check'],
      'venue-check',
    ])
    for (const { source, items, name } of SHIPPED) {
      for (const text of [source, name, ...items.map((item) => item.text)])
        expect(text.zh !== text.en || /^[\d A-Za-z]+$/.test(text.zh)).toBe(true)
      expect(items.some(({ critical }) => critical)).toBe(true)
    }
    expect(shipped('fire-patrol').rhythm).toMatchObject({ every: 'round', minutes: 120 })
  })

  it('is taken into use once, keeps its source, and every change is a new version', async () => {
    await open()
    const { checklistId, version } = await take('hall-opening')
    expect(version).toBe(1)
    const before = await kit.ask('checklist/list', {})
    expect(before.shipped.map(({ id }) => id)).not.toContain('hall-opening')
    expect(before.lists[0]).toMatchObject({
      source: shipped('hall-opening').source,
      owner: { name: { zh: '保安老赵' } },
    })
    expect(await codeOf('checklist/save', { ...(await asSaved(checklistId)) })).toBe('no-change')
    const named = {
      ...(await asSaved(checklistId)),
      name: localized('开门前检查', 'Before opening'),
    }
    expect(await kit.ask('checklist/save', { ...named, reason: '改名' })).toMatchObject({
      version: 2,
    })
    await kit.ask('checklist/withdraw', { checklistId, reason: '停业' })
    expect(await codeOf('check/start', { checklistId })).toBe('checklist-over')
    expect(await codeOf('check/start', { checklistId: 'x' })).toBe('unknown-checklist')
    expect(JSON.stringify(await kit.events())).not.toMatch(/保安老赵|停业/)
  })
})

const asSaved = async (checklistId: string): Promise<Input<'checklist/save'>> => {
  const { name, kind, items, rhythm } = await listOf(checklistId)
  return { checklistId, name, kind, items: [...items], rhythm, owner: { person: '保安老赵' } }
}

describe('a round', () => {
  it('begins with the first code, is ticked by each, and signed; the next slot is another', async () => {
    await open('sqlite')
    const { checklistId } = await patrol()
    const [east, west] = (await listOf(checklistId)).points
    await kit.clock.advance('10 min')
    const first = await kit.ask('check/tick', { code: ` ${east!.code.toLowerCase()} ` })
    expect(first).toMatchObject({ pointId: east!.id, begun: true, left: 1 })
    const second = await kit.ask('check/tick', { code: west!.code })
    expect(second).toMatchObject({ checkId: first.checkId, begun: false, left: 0 })
    expect(await codeOf('check/tick', { code: 'P-NONE' })).toBe('unknown-point')
    await kit.ask('check/sign', { checkId: first.checkId, by: '李工' })
    const { standings } = await kit.ask('check/list', {})
    expect(standings[0]?.slots.map(({ state }) => state)).toEqual([
      ...['done', 'coming', 'coming', 'coming'],
    ])
    await kit.clock.advance('2 h')
    kit = await kit.restart('1 min')
    expect((await kit.ask('check/tick', { code: east!.code })).begun).toBe(true)
    await kit.clock.advance('2 h')
    const later = await kit.ask('check/list', {})
    expect(later.standings[0]?.slots.map(({ state }) => state)).toEqual([
      ...['done', 'missed', 'due', 'coming'],
    ])
    expect(later.running).toMatchObject([{ left: 1, state: 'running' }])
    const obligations = await kit.ask('readiness/list', {})
    expect(obligations.obligations.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['round-missed', 'round']),
    )
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
    expect(JSON.stringify(await kit.events())).not.toContain('李工')
  })

  it('keeps the code of a point that is called otherwise', async () => {
    await open()
    const { checklistId } = await patrol()
    const before = await listOf(checklistId)
    const renamed = before.points.map(({ id }) => ({ id, name: localized('新名', 'New') }))
    await kit.ask('checklist/save', { ...(await asSaved(checklistId)), points: renamed })
    expect((await listOf(checklistId)).points.map(({ code }) => code)).toEqual(
      before.points.map(({ code }) => code),
    )
  })
})

describe('what failed', () => {
  async function venue(part: Partial<Input<'checklist/save'>> = {}) {
    await open()
    const { checklistId } = await take('venue-check', part)
    const { checkId } = await kit.ask('check/start', { checklistId, place: '一号厅' })
    for (const { id } of shipped('venue-check').items)
      if (id !== 'exits' && id !== 'food')
        await kit.ask('check/answer', { checkId, itemId: id, value: true })
    return { checkId, checklistId }
  }

  it('is a hazard with owner and day, and an incident by one key, with words and place', async () => {
    const { checkId } = await venue()
    const words = '雀东侧出口上锁'
    await kit.ask('check/answer', { checkId, itemId: 'exits', value: false, words })
    await kit.ask('check/answer', { checkId, itemId: 'food', value: false })
    expect(await codeOf('check/sign', { checkId })).toBe('check-unfinished')
    const { incidentId } = await kit.ask('check/report', { checkId, itemId: 'exits' })
    expect(await codeOf('check/report', { checkId, itemId: 'exits' })).toBe('already-reported')
    const [incident] = (await kit.station.board()).incidents
    expect(incident).toMatchObject({ id: incidentId, place: '一号厅', drill: false })
    expect(incident?.narrative).toBe(
      '会场安全检查查出不合格：安全出口、疏散通道畅通，出口门能从里面打开——雀东侧出口上锁',
    )
    await kit.ask('action/open', {
      ...{ what: '换供应商', why: '雀没有留样', owner: { person: '李工' }, due: '2026-11-30' },
      source: { hazard: 'general', place: '一号厅', checkId, itemId: 'food' },
    })
    const check = await read(checkId)
    expect(check).toMatchObject({ failed: 2, waiting: 0 })
    expect(check.answers.find(({ itemId }) => itemId === 'food')).toMatchObject({
      hazard: { number: '整2026-001', over: false },
    })
    await kit.ask('check/sign', { checkId, by: '雀签字人' })
    expect((await kit.ask('action/list', {})).actions).toMatchObject([
      { source: { kind: 'hazard', grade: 'general', place: '一号厅', checkId } },
    ])
    expect(JSON.stringify(await kit.events())).not.toContain('雀')
    const { lines } = await kit.ask('check/read', { checkId })
    expect(lines.at(-1)?.text.zh).toBe('雀签字人签字')
  })

  it('is reported by itself only where the list says so', async () => {
    const { checkId } = await venue({ reportsItself: true })
    const plain = await kit.ask('check/answer', { checkId, itemId: 'food', value: false })
    expect(plain).toEqual({ ok: false })
    const sent = { checkId, itemId: 'exits', value: false }
    const { incidentId } = await kit.ask('check/answer', sent)
    expect(incidentId).toBeTypeOf('string')
    expect(await read(checkId)).toMatchObject({ failed: 2, waiting: 1 })
    expect(await kit.ask('check/answer', sent)).toEqual({ ok: false })
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('refuses a hazard of a check or an item that nobody knows', async () => {
    const { checkId } = await venue()
    const opening = (source: object): Promise<string> =>
      codeOf('action/open', {
        ...{ what: 'x', owner: { person: '李工' }, due: '2026-12-01' },
        source: { hazard: 'general', ...source },
      })
    expect(await opening({ checkId: 'c9' })).toBe('unknown-check')
    expect(await opening({ checkId, itemId: 'x' })).toBe('unknown-item')
    expect(await opening({})).toBe('taken')
  })
})

it('is entered from paper with its own times, taken back, and withdrawn', async () => {
  await open()
  const { checklistId } = await take('hall-opening')
  const at = kit.clock.wall() - 5 * 3_600_000
  const { checkId } = await kit.ask('check/start', { checklistId, at })
  expect(await codeOf('check/start', { checklistId, at })).toBe('already-running')
  await kit.ask('check/answer', { checkId, itemId: 'exits', value: false, at: at + 60_000 })
  await kit.ask('check/undo', { checkId })
  const value = 12
  await kit.ask('check/answer', { checkId, itemId: 'recording-days', value, at: at + 120_000 })
  expect((await read(checkId)).answers).toMatchObject([
    { itemId: 'recording-days', value, ok: false, doneAt: at + 120_000 },
  ])
  await kit.ask('check/withdraw', { checkId, reason: '填错了' })
  expect(await codeOf('check/answer', { checkId, itemId: 'exits', value: true })).toBe('check-over')
  expect(await codeOf('check/read', { checkId: 'c9' })).toBe('unknown-check')
})

describe('tables of an office', () => {
  it('bring lists and what was checked on paper, all rows or none', async () => {
    await open()
    const rows = [
      { row: 2, list: '配电房检查', kind: '设备设施', name: '门锁完好', critical: true },
      { row: 3, list: '配电房检查', name: '温度', answer: '数值', unit: '℃', max: 40 },
    ]
    const wrong = [...rows, { row: 4, list: '配电房检查', name: 'x', answer: '打勾' }]
    expect((await kit.ask('checklist/import', { rows: wrong, preview: true })).rows).toMatchObject([
      ...[{ outcome: 'new' }, { outcome: 'new' }],
      { row: 4, outcome: 'refused' },
    ])
    expect(await codeOf('checklist/import', { rows: wrong })).toBe('rows-refused')
    await kit.ask('checklist/import', { rows })
    expect((await kit.ask('checklist/list', {})).lists).toMatchObject([
      { name: { zh: '配电房检查' }, kind: 'equipment', items: [{ critical: true }, { max: 40 }] },
    ])
    expect((await kit.ask('checklist/import', { rows })).rows).toMatchObject([
      ...[{ outcome: 'same' }, { outcome: 'same' }],
    ])
    const at = kit.clock.wall() - 60_000
    const results = [
      { row: 2, list: '配电房检查', at, person: '老周', failed: ['门锁完好：锁坏，已换'] },
    ]
    await kit.ask('check/import', { rows: results })
    expect((await kit.ask('check/import', { rows: results })).rows).toMatchObject([
      { outcome: 'same' },
    ])
    const { signed } = await kit.ask('check/list', {})
    expect(signed).toMatchObject([
      { signed: { person: '老周', doneAt: at }, failed: 1, waiting: 0 },
    ])
  })
})

it('a number that failed on paper is recorded as it was written, or its row is refused', async () => {
  await open()
  const item = (id: string, text: string, part: object) => ({
    ...{ id, text: localized(text, id), kind: 'number' as const, unit: localized('MPa', 'MPa') },
    ...{ min: 0.07, max: 1, critical: false, photo: false },
    ...part,
  })
  const { checklistId } = await kit.ask('checklist/save', {
    ...{ name: localized('消火栓', 'Hydrants'), kind: 'equipment', rhythm: { every: 'hand' } },
    items: [
      item('pressure', '压力', {}),
      item('look', '外观', { kind: 'words', min: null, max: null, unit: null }),
    ],
  })
  const at = kit.clock.wall() - 60_000
  const imported = (...failed: readonly string[]) =>
    kit.ask('check/import', {
      rows: [{ row: 2, list: '消火栓', at, person: '老周', failed: [...failed] }],
      preview: true,
    })
  const messages = async (...failed: readonly string[]) =>
    (await imported(...failed)).rows.map(({ message }) => message?.zh ?? 'taken')
  expect(await messages('压力：没写')).toEqual(['“压力”要写读数，例如“压力：0.05”'])
  expect(await messages('压力：0.5')).toEqual(['“压力”的读数0.5在范围内，不是不合格'])
  const rows = [
    { row: 2, list: '消火栓', at, person: '老周', failed: ['压力：０.０５MPa', '外观：锈了'] },
  ]
  await kit.ask('check/import', { rows })
  const { signed } = await kit.ask('check/list', {})
  expect(signed[0]).toMatchObject({ checklistId, failed: 1, waiting: 0 })
  expect(signed[0]?.answers).toMatchObject([
    { itemId: 'pressure', value: 0.05, ok: false, words: '０.０５MPa', remedied: true },
    { itemId: 'look', value: '锈了', ok: true },
  ])
})

it('rows from paper are each of the slot of their list, and a row that stands twice counts once', async () => {
  await open()
  const rhythm = { every: 'day', until: '18:00', days: 'all' } as const
  await take('hall-opening', { rhythm })
  await take('closing-check', { rhythm })
  await kit.clock.advance('5 min')
  const at = kit.clock.wall() - 60_000
  const row = (line: number, id: string) => ({
    ...{ row: line, list: shipped(id).name.zh, at, person: '老周' },
  })
  const rows = [row(2, 'hall-opening'), row(3, 'closing-check'), row(4, 'closing-check')]
  expect((await kit.ask('check/import', { rows })).rows).toMatchObject([
    ...[{ outcome: 'new' }, { outcome: 'new' }, { outcome: 'same' }],
  ])
  const period = { from: '2026-11-24', to: '2026-11-24' }
  const { standings, figures } = await kit.ask('check/list', period)
  expect(standings.map(({ slots }) => slots.map(({ state }) => state))).toEqual([
    ...[['done'], ['done']],
  ])
  expect(figures).toMatchObject({ due: 2, done: 2, missed: 0, extra: 0 })
})

it('an event is not entered for a day that nobody plans for', async () => {
  kit = await openStation()
  const [startsAt, endsAt] = ['09:00', '17:00'].map((time) =>
    Date.parse(`2199-01-01T${time}:00+08:00`),
  ) as [number, number]
  const event = { name: '年会', place: '一号厅', expected: 300, isPublic: false }
  expect(await kit.send('occasion/save', { ...event, startsAt, endsAt })).toMatchObject({
    ...{ code: 'bad-input', message: { zh: expect.stringContaining('2199-01-01离今天太远') } },
  })
})

it('an event of the site is ready once nothing is missing, its venue check signed for it', async () => {
  await open()
  const startsAt = kit.clock.wall() + 2 * 86_400_000
  const event = {
    ...{ name: '雀年会', startsAt, endsAt: startsAt + 3_600_000, place: '一号厅' },
    ...{ expected: 1200, isPublic: true },
  }
  const { occasionId } = await kit.ask('occasion/save', event)
  const list = async () => (await kit.ask('occasion/list', {})).occasions[0]!
  expect((await list()).lacks).toEqual([
    ...['commander', 'plan', 'permit', 'people', 'check', 'groups'],
  ])
  const { obligations } = await kit.ask('readiness/list', {})
  expect(obligations).toContainEqual(
    expect.objectContaining({ kind: 'occasion', isCritical: true }),
  )
  expect(await codeOf('occasion/save', { ...event, planId: 'none' })).toBe('unknown-plan')
  expect(await codeOf('occasion/save', { ...event, groups: ['g9'] })).toBe('unknown-group')
  expect(await codeOf('occasion/save', { ...event, endsAt: startsAt })).toBe('bad-input')
  expect(await codeOf('occasion/save', { ...event, occasionId: 'e9' })).toBe('unknown-occasion')
  const whole = { occasionId, planId: 'conference', permit: '公治许〔2026〕3号' }
  await kit.ask('occasion/save', { ...event, ...whole, commander: { person: '王总' } })
  expect((await list()).lacks).toEqual(['people', 'check', 'groups'])
  const { checklistId } = await take('venue-check')
  const { checkId } = await kit.ask('check/start', { checklistId, occasionId, place: '一号厅' })
  for (const { id } of shipped('venue-check').items)
    await kit.ask('check/answer', { checkId, itemId: id, value: true })
  expect((await list()).check).toMatchObject({ state: 'running' })
  await kit.ask('check/sign', { checkId })
  expect(await list()).toMatchObject({ check: { state: 'signed' }, lacks: ['people', 'groups'] })
  const commander = { person: '王总' }
  const change = async (part: object) => {
    await kit.ask('occasion/save', { ...event, ...whole, commander, ...part })
    return list()
  }
  // what the check says of its venue holds until the event is held elsewhere, or on another day
  expect((await change({ place: ' 一号厅', expected: 900 })).lacks).toEqual(['people', 'groups'])
  await kit.clock.advance('1 min')
  expect(await change({ place: '二号厅' })).toMatchObject({
    check: { state: 'outdated' },
    lacks: ['people', 'check-outdated', 'groups'],
  })
  expect((await change({ place: '二号厅', expected: 300 })).check).toMatchObject({
    state: 'outdated',
  })
  const again = await kit.ask('check/start', { checklistId, occasionId, place: '二号厅' })
  for (const { id } of shipped('venue-check').items)
    await kit.ask('check/answer', { checkId: again.checkId, itemId: id, value: true })
  await kit.ask('check/sign', { checkId: again.checkId })
  expect((await list()).check).toMatchObject({ state: 'signed' })
  await kit.clock.advance('1 min')
  const later = { startsAt: startsAt + 90 * 86_400_000, endsAt: startsAt + 90 * 86_400_000 + 1 }
  expect((await change({ place: '二号厅', ...later })).lacks).toContain('check-outdated')
  await kit.ask('occasion/withdraw', { occasionId, reason: '改期' })
  expect(await codeOf('occasion/withdraw', { occasionId, reason: '改期' })).toBe('occasion-over')
  expect(JSON.stringify(await kit.events())).not.toMatch(/雀|王总|改期/)
})
