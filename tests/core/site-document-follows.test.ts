/**
 * What follows from a document of the site: report in words, run, figures, monthly report, walls,
 * old tables, places that are homes, posts; also after a restart, and after the document has gone.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Caller } from '#main/core/api.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { BY, LIFT, liftApproved, liftDocument, liftPlan, TRAPPED } from '../kit/lift.ts'
import { openWithPlans } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

const hall: Caller = { name: '公开大屏', role: 'wall', public: true }
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const CALL = { narrative: '客梯困人，三个人', place: '一号楼客梯' }

let kit: Kit
afterEach(() => kit.stop())

const open = async (type: object = {}, on: 'memory' | 'sqlite' = 'memory'): Promise<void> => {
  kit = await openWithPlans(on, undefined, undefined, { romaniser: createRomaniser() })
  await liftApproved(kit, typed(type))
}
const typed = (type: object): ReturnType<typeof liftDocument> => {
  const document = liftDocument()
  const types = document['types'] as Record<string, object>
  return { ...document, types: { 'lift.trapped': { ...types['lift.trapped'], ...type } } }
}
const put = (type: object) =>
  kit.ask('documents/draft-save', { document: LIFT, draft: typed(type) })
const approve = () => kit.ask('documents/approve', { document: LIFT, ...BY })

/** Reported in words, and the first plan that these bring is activated. */
async function trapped(): Promise<string> {
  const { incidentId, proposals } = await kit.ask('incident/report', CALL)
  expect(proposals[0]).toMatchObject({ planId: TRAPPED, type: 'lift.trapped' })
  await kit.ask('incident/activate', { incidentId, planId: TRAPPED })
  return incidentId
}

describe.each([['memory'], ['sqlite']] as const)('with the record in %s', (on) => {
  it('a call in words brings its plan; the incident is counted in a type and category of its own, everywhere the same, for good', async () => {
    await open({ legal: 'accidentDisaster' }, on)
    const id = await trapped()
    expect(await kit.incident(id)).toMatchObject({
      ...{ type: 'lift.trapped', category: 'lift-trapped', danger: true },
      typeName: { zh: '电梯困人' },
    })
    expect((await kit.station.board()).month.byCategory).toContainEqual({
      ...{ code: 'lift-trapped', name: { zh: '电梯困人', en: '电梯困人' }, count: 1 },
    })
    await kit.clock.advance('31 min')
    expect(await kit.step(id, 'lt-04')).toMatchObject({ late: true })
    const steps = ['lt-01', 'lt-02', 'lt-03', 'lt-04', 'lt-05', 'lt-06', 'lt-07']
    for (const stepId of steps)
      await kit.ask('incident/step', { incidentId: id, stepId, outcome: 'done' })

    const figures = async () => {
      const { now, names } = await kit.ask('statistics/period', NOVEMBER)
      const { byCategory, byType, byLegalCategory, limits } = now
      return { byCategory, byType, byLegalCategory, limits, names: [names.categories, names.types] }
    }
    const before = await figures()
    expect(before).toMatchObject({
      byCategory: { 'lift-trapped': 1 },
      byType: { 'lift.trapped': 1 },
      byLegalCategory: { accidentDisaster: 1 },
      limits: { due: 1, met: 0, late: 1 },
      names: [{ 'lift-trapped': { zh: '电梯困人' } }, { 'lift.trapped': { zh: '电梯困人' } }],
    })
    const report = async (): Promise<string> =>
      JSON.stringify((await kit.ask('report/read', { month: '2026-11' })).paper)
    expect(await report()).toContain('电梯困人')
    const wall = await kit.ask('wall/month', {})
    expect(wall.categories.find(({ code }) => code === 'lift-trapped')).toMatchObject({ now: 1 })

    kit = await kit.restart('1 h')
    expect(await figures()).toEqual(before)
    // what the next text leaves out, and then the whole document, takes no name from the record
    const other = { 'lift.stopped': { name: { zh: '电梯停运' }, category: 'lift-stopped' } }
    await kit.ask('plans/draft-save', {
      planId: TRAPPED,
      draft: liftPlan({ types: ['lift.stopped'] }),
    })
    await kit.ask('documents/draft-save', {
      document: LIFT,
      draft: liftDocument({ types: other, categories: { 'lift-stopped': { zh: '电梯停运' } } }),
    })
    await kit.ask('documents/approve', { document: LIFT, ...BY, plans: [TRAPPED] })
    expect((await kit.ask('types/list', {})).map(({ code }) => code)).not.toContain('lift.trapped')
    expect(await figures()).toEqual(before)
    await kit.ask('documents/abolish', { document: LIFT, ...BY })
    kit = await kit.restart()
    expect(await figures()).toEqual(before)
    expect(await report()).toContain('电梯困人')
    expect(await kit.incident(id)).toMatchObject({
      ...{ typeName: { zh: '电梯困人' }, danger: true },
    })
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})

it('an old table may name its type; the incident is counted in its month', async () => {
  await open()
  const at = Date.parse('2025-03-05T14:30:00+08:00')
  await kit.ask('import/rows', {
    ...{ importId: 'one', fileName: '台账.csv' },
    rows: [{ row: 2, nth: 1, occurredAt: at, place: '一号楼', type: 'lift.trapped' }],
  })
  expect(await kit.ask('statistics/month', { month: '2025-03' })).toMatchObject({
    incidents: 1,
    byCategory: { 'lift-trapped': 1 },
    byType: { 'lift.trapped': 1 },
  })
})

it('a type that is handled quietly is on no public wall, also once its document has gone; a revision makes none that runs visible', async () => {
  await open({ discreet: true })
  const id = await trapped()
  const shown = async (): Promise<string[]> =>
    (await kit.station.board('public')).incidents.map((incident) => incident.id)
  expect(await kit.incident(id)).toMatchObject({ discreet: true })
  expect(await shown()).toEqual([])
  await kit.ask('documents/abolish', { document: LIFT, ...BY })
  expect(await shown()).toEqual([])
  kit = await kit.restart()
  expect(await shown()).toEqual([])
  expect(await kit.send('history/read', { incidentId: id }, { by: hall })).toMatchObject({
    ok: false,
  })
  await put({ discreet: false })
  await approve()
  expect(await shown()).toEqual([])
})

it('the place of a type that is somebody’s home is sealed, in a report as in an old table', async () => {
  await open({ private: true })
  await trapped()
  const at = Date.parse('2025-03-05T14:30:00+08:00')
  await kit.ask('import/rows', {
    ...{ importId: 'one', fileName: '台账.csv' },
    rows: [{ row: 2, nth: 1, occurredAt: at, place: '七号院三单元', type: 'lift.trapped' }],
  })
  const record = JSON.stringify((await kit.events()).map(({ body }) => body))
  expect(record).not.toContain('一号楼客梯')
  expect(record).not.toContain('七号院三单元')
})

describe('its posts', () => {
  const posts = async () => (await kit.ask('people/read', {})).posts
  const alarm = async (): Promise<string> =>
    JSON.stringify((await kit.station.board()).incidents[0]?.alerts)

  it('hold people and are told of what is late, like any other; a unit outside is on no shift', async () => {
    await open()
    const ids = (await posts()).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['lift-manager', 'lift-guard']))
    expect(ids).not.toContain('lift-firm')
    await kit.ask('roster/set', {
      posts: { 'lift-manager': [{ person: '孙管理', phone: '13800001111' }] },
    })
    await trapped()
    await kit.clock.advance('31 min')
    expect(await alarm()).toContain('电梯安全管理员')
    expect(await alarm()).toContain('孙管理')
  })

  it('of the register are the same post under the same id; another of that name is warned of', async () => {
    kit = await openWithPlans()
    const { id } = await kit.ask('people/post-set', { name: '电梯安全管理员' })
    const { findings } = await kit.ask('documents/draft-save', {
      document: LIFT,
      draft: liftDocument(),
    })
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'post-elsewhere', path: 'roles.lift-manager' }),
    )
    const words = JSON.stringify([liftDocument(), liftPlan()]).replaceAll('lift-manager', id)
    const [document, plan] = JSON.parse(words) as [object, object]
    await liftApproved(kit, { ...liftDocument(), ...document }, { ...liftPlan(), ...plan })
    expect((await posts()).filter(({ name }) => name.zh === '电梯安全管理员')).toMatchObject([
      { id, ofSite: true },
    ])
    expect(
      (await kit.ask('documents/check', { draft: { ...liftDocument(), ...document } })).findings,
    ).not.toContainEqual(expect.objectContaining({ code: 'post-elsewhere' }))
  })
})

it('plan upkeep has a line for it, with its record', async () => {
  await open()
  const about = { documentId: LIFT }
  const { upkeep } = await kit.ask('upkeep/read', { about })
  expect(upkeep).toMatchObject({ title: { zh: '电梯应急预案' }, abolished: false })
  expect(upkeep.record.map(({ kind, of }) => [kind, of?.planId ?? null])).toEqual([
    ['made', null],
    ['made', TRAPPED],
  ])
  const keys = async () => (await kit.ask('upkeep/list', {})).subjects.map(({ title }) => title.zh)
  expect(await keys()).toContain('电梯应急预案')
  await kit.ask('documents/abolish', { document: LIFT, ...BY })
  expect(await keys()).not.toContain('电梯应急预案')
})
