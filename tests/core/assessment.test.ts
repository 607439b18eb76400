/**
 * Judging, lists and evidence through the station: the requests as programs send them, the record,
 * the restart, and what is personal.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Name } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../kit/plan.ts'
import { allEvents, rowsFromEvents } from '../kit/replay.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const list = (kind: 'places' | 'persons') => ({
  of: localized('名单', 'List'),
  order: localized('次序', 'Order'),
  kind,
  sort: 'size' as const,
})
const response = plan('response', [
  step('estates', { list: list('places') }),
  step('guests', { list: list('persons') }),
  step('video', { evidence: { what: localized('监控', 'Video'), keepDays: 30 } }),
  step('ambulance', { when: { casualties: 'hurt', over: 0 } }),
])

let kit: Kit
afterEach(() => kit.stop())

const refused = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}

describe('the requests', () => {
  it('say what was said, and null is the same as left out', async () => {
    kit = await openStation({ plans: [response] })
    const incidentId = await kit.run(['response'])
    await kit.ask('incident/assess', {
      incidentId,
      casualties: { serious: 1, minor: null, trapped: 2, atRisk: 0, evacuated: 500 },
      loss: 6000,
      severity: null,
    })
    await kit.ask('incident/impact', {
      incidentId,
      affected: { customers: 12, staff: null },
      operating: 'closed',
      meeting: 'paused',
      serviceInterruptedMs: null,
    })
    await kit.ask('incident/level', { incidentId, level: 2 })
    expect(await kit.incident(incidentId)).toMatchObject({
      casualties: {
        ...{ dead: null, serious: 1, minor: null, missing: null },
        ...{ trapped: 2, atRisk: 0, evacuated: 500 },
      },
      loss: 6000,
      severity: null,
      severitySuggested: 'ordinary',
      level: 2,
      impact: {
        ...{ customers: 12, staff: null, operating: 'closed', serviceInterruptedMs: null },
        meeting: 'paused',
      },
    })
    expect(await kit.step(incidentId, 'ambulance')).toMatchObject({ state: 'open' })
  })

  it('take the kind of an accident by its code, and the loss by its parts', async () => {
    const kinds = [{ code: 'WSA10009', name: localized('火灾', 'Fire'), standard: 'GB 6441-2025' }]
    kit = await openStation({ library: smallLibrary([response], { accidentKinds: kinds }) })
    const incidentId = await kit.run(['response'])
    expect(await kit.ask('types/accident-kinds', {})).toEqual(kinds)
    await kit.ask('incident/assess', {
      incidentId,
      lossParts: { property: 5000, rescue: 800.5, injury: null },
      accidentCode: 'WSA10009',
    })
    expect(await kit.incident(incidentId)).toMatchObject({
      loss: 5800.5,
      accident: {
        kind: kinds[0],
        injury: null,
        loss: { injury: null, property: 5000, rescue: 800.5, clearance: null, affairs: null },
      },
    })
  })

  it('set, change and end a pre-alert', async () => {
    kit = await openStation({ plans: [response] })
    const incidentId = await kit.run()
    await kit.ask('incident/prealert', { incidentId, warning: 'yellow', reason: '雷雨' })
    await kit.ask('incident/prealert', { incidentId, warning: 'red' })
    expect(await kit.incident(incidentId)).toMatchObject({
      state: 'prealert',
      warning: 'red',
      level: null,
    })
    await kit.ask('incident/prealert-end', { incidentId })
    expect(await kit.incident(incidentId)).toMatchObject({ state: 'assessing', warning: null })
  })

  it.each<[Name, object]>([
    ['incident/assess', { casualties: { dead: -1 } }],
    ['incident/assess', { casualties: { dead: 1.5 } }],
    ['incident/assess', { casualties: { lost: 1 } }],
    ['incident/assess', { casualties: { evacuated: -1 } }],
    ['incident/assess', { atLeastOne: ['evacuated'] }],
    ['incident/assess', { loss: -1 }],
    ['incident/assess', { lossParts: { property: -1 } }],
    ['incident/assess', { lossParts: { other: 1 } }],
    ['incident/assess', { loss: 1, lossParts: { property: 1 } }],
    ['incident/assess', { lossParts: {} }],
    ['incident/assess', { accidentCode: 'WSA10098' }],
    ['incident/assess', { severity: 'serious-ish' }],
    ['incident/assess', {}],
    ['incident/impact', {}],
    ['incident/impact', { operating: 'ajar' }],
    ['incident/impact', { meeting: 'moved' }],
    ['incident/prealert', { warning: 'green' }],
    ['incident/prealert', { warning: 1 }],
    ['incident/level', { level: 0 }],
    ['incident/evidence-add', { what: '监控', kind: 'tape', place: '柜' }],
    ['incident/evidence-add', { what: ' ', kind: 'video', place: '柜' }],
    ['incident/list-add', { stepId: 'estates' }],
    ['incident/list-add', { stepId: 'estates', items: [{ name: '甲', size: 'big' }] }],
    ['incident/list-mark', { stepId: 'estates', item: '1', outcome: 'perhaps' }],
  ])('%s with %j is bad input', async (name, input) => {
    kit = await openStation({ plans: [response] })
    const incidentId = await kit.run(['response'])
    expect(await refused(name, { incidentId, ...input })).toBe('bad-input')
  })

  it('of an incident that is not there are refused', async () => {
    kit = await openStation()
    expect(await refused('incident/level', { incidentId: 'none', level: 1 })).toBe(
      'unknown-incident',
    )
  })

  it('sent twice are done once', async () => {
    kit = await openStation({ plans: [response] })
    const incidentId = await kit.run(['response'])
    const again = { id: crypto.randomUUID() }
    for (let n = 0; n < 2; n++)
      await kit.send(
        'incident/list-add',
        { incidentId, stepId: 'guests', items: [{ name: '王奶奶' }] },
        again,
      )
    expect((await kit.step(incidentId, 'guests')).listed).toMatchObject({ total: 1 })
  })
})

describe('the register of places', () => {
  it('is empty until it is set, is replaced whole, stands in the record, and is there again after a restart', async () => {
    kit = await openStation({ on: 'sqlite' })
    expect(await kit.ask('site/places-read', {})).toEqual({ places: [] })
    await kit.ask('site/places-set', { places: [{ name: '旧苑', size: 1 }] })
    await kit.ask('site/places-set', { places: [{ name: '甲苑', size: 120 }, { name: '乙苑' }] })
    kit = await kit.restart()
    expect(await kit.ask('site/places-read', {})).toEqual({
      places: [
        { name: '甲苑', size: 120 },
        { name: '乙苑', size: null },
      ],
    })
    expect(
      (await kit.events())
        .filter(({ stream }) => stream === 'places')
        .map(({ type, by }) => [type, by]),
    ).toEqual([
      ['PlacesSet', '周敏'],
      ['PlacesSet', '周敏'],
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('fills the list of a step, largest first; not that of persons', async () => {
    kit = await openStation({ plans: [response] })
    const incidentId = await kit.run(['response'])
    expect(
      await refused('incident/list-add', { incidentId, stepId: 'estates', fromRegister: true }),
    ).toBe('bad-input')
    await kit.ask('site/places-set', {
      places: [
        { name: '甲苑', size: 120 },
        { name: '乙苑', size: 900 },
      ],
    })
    await kit.ask('incident/list-add', {
      incidentId,
      stepId: 'estates',
      items: [{ name: '丙苑', size: 300 }],
      fromRegister: true,
    })
    expect(
      (await kit.step(incidentId, 'estates')).listed?.items.map(({ name, size }) => [name, size]),
    ).toEqual([
      ['乙苑', 900],
      ['丙苑', 300],
      ['甲苑', 120],
    ])
    expect(
      await refused('incident/list-add', { incidentId, stepId: 'guests', fromRegister: true }),
    ).toBe('bad-input')
  })
})

describe('what is personal (突发事件应对法 art. 84–85)', () => {
  const NAMES = ['金丝雀甲老人', '金丝雀乙陪同', '金丝雀丙确认', '金丝雀丁保管']

  async function named(on: 'memory' | 'sqlite'): Promise<string> {
    kit = await openStation({ on, plans: [response] })
    const incidentId = await kit.run(['response'])
    await kit.ask('incident/list-add', {
      incidentId,
      stepId: 'guests',
      items: [{ name: NAMES[0] ?? '', helper: NAMES[1] ?? '' }],
    })
    await kit.ask('incident/list-mark', {
      incidentId,
      stepId: 'guests',
      item: '1',
      outcome: 'handed-over',
      by: NAMES[2] ?? '',
    })
    await kit.ask('incident/evidence-add', {
      incidentId,
      what: '监控',
      kind: 'video',
      place: '监控室',
      stepId: 'video',
      keeper: NAMES[3] ?? '',
    })
    return incidentId
  }

  it.each(['memory', 'sqlite'] as const)(
    'stands in no event, no row and no answer; is shown on the desk, also after a restart, and on no wall (%s)',
    async (on) => {
      const id = await named(on)
      expect(JSON.stringify([await kit.events(), await kit.journal.row(id)])).not.toContain(
        '金丝雀',
      )
      kit = await kit.restart('1 min')
      const incident = await kit.incident(id)
      expect(incident.steps.find((step) => step.id === 'guests')?.listed?.items).toMatchObject([
        { name: NAMES[0], helper: NAMES[1], for: NAMES[2], outcome: 'handed-over' },
      ])
      expect(incident.evidence).toMatchObject([{ keeper: NAMES[3], what: '监控' }])
      const wall = await kit.station.board('wall')
      expect(JSON.stringify(wall)).not.toContain('金丝雀')
      expect(wall.incidents[0]?.steps.find((step) => step.id === 'guests')?.listed).toEqual({
        done: 1,
        total: 1,
        unmarked: 0,
        items: [],
      })
      const { entries } = await kit.ask('incident/timeline', { incidentId: id })
      expect(entries.flatMap(({ words }) => words ?? [])).toEqual([
        '热线打不进',
        NAMES[0],
        NAMES[3],
      ])
    },
  )

  it('of a place is only its helper: the name stands in the record', async () => {
    kit = await openStation({ plans: [response] })
    const incidentId = await kit.run(['response'])
    await kit.ask('incident/list-add', {
      incidentId,
      stepId: 'estates',
      items: [{ name: '甲苑', helper: '金丝雀戊' }],
    })
    const record = JSON.stringify(await kit.events())
    expect([record.includes('甲苑'), record.includes('金丝雀戊')]).toEqual([true, false])
  })

  it('of a step that is not there is not kept', async () => {
    kit = await openStation({ plans: [response] })
    const incidentId = await kit.run(['response'])
    const before = (await kit.events()).length
    expect(
      await refused('incident/list-add', {
        incidentId,
        stepId: 'nowhere',
        items: [{ name: NAMES[0] }],
      }),
    ).toBe('unknown-step')
    expect((await kit.events()).length).toBe(before)
  })
})

it('a record with all of it is what its events come to', async () => {
  kit = await openStation({ on: 'sqlite', plans: [response] })
  const incidentId = await kit.run(['response'])
  await kit.ask('incident/assess', {
    incidentId,
    casualties: { dead: 0, serious: 0, minor: 1 },
    loss: 10,
    severity: 'ordinary',
  })
  await kit.ask('incident/impact', { incidentId, serviceInterruptedMs: 60_000 })
  await kit.ask('incident/level', { incidentId, level: 1 })
  await kit.ask('incident/list-add', { incidentId, stepId: 'guests', items: [{ name: '王奶奶' }] })
  await kit.ask('incident/evidence-add', { incidentId, what: '照片', kind: 'photo', place: '手机' })
  await kit.ask('incident/move', { incidentId, to: 'closed', reason: '无须处置' })
  await kit.ask('incident/move', {
    ...{ incidentId, to: 'archived' },
    reasons: { review: '桌面核对，不另复盘' },
  })
  expect(await kit.journal.row(incidentId)).toEqual(
    rowsFromEvents(await allEvents(kit.journal)).get(incidentId),
  )
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})
