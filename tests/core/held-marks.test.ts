/**
 * What runs keeps the marks of its type (ADR 61): a danger once stated is not taken away by a
 * revision, somebody's home stays one, and what is quiet stays quiet; what is reported after the
 * revision goes by the new text.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Caller } from '#main/core/api.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { BY, LIFT, liftApproved, liftDocument, liftPlan, TRAPPED } from '../kit/lift.ts'
import { openWithPlans } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

const hall: Caller = { name: '公开大屏', role: 'wall', public: true }
const MARKS = { danger: false, private: false, discreet: false }
/** Above the lift's own type: what lies under it has its marks. */
const ABOVE = { lift: { name: { zh: '电梯' }, category: 'lift-trapped', danger: true } }

let kit: Kit
afterEach(() => kit.stop())

function document(type: object, types: object = {}): ReturnType<typeof liftDocument> {
  const whole = liftDocument()
  const { 'lift.trapped': trapped } = whole['types'] as Record<string, object>
  return { ...whole, types: { 'lift.trapped': { ...trapped, ...MARKS, ...type }, ...types } }
}
const open = async (type: object, types: object = {}): Promise<void> => {
  kit = await openWithPlans('sqlite', undefined, undefined, { romaniser: createRomaniser() })
  await liftApproved(kit, document(type, types))
}
async function revised(type: object, types: object = {}): Promise<void> {
  await kit.clock.advance('1 min')
  await kit.ask('documents/draft-save', { document: LIFT, draft: document(type, types) })
  await kit.ask('documents/approve', { document: LIFT, ...BY })
  await kit.clock.advance('1 min')
}
async function trapped(place = '一号楼客梯'): Promise<string> {
  const { incidentId } = await kit.ask('incident/report', {
    ...{ narrative: '客梯困人', place, type: 'lift.trapped' },
  })
  await kit.ask('incident/activate', { incidentId, planId: TRAPPED })
  return incidentId
}
const danger = async (id: string): Promise<boolean> => (await kit.incident(id)).danger
const shown = async (): Promise<string[]> =>
  (await kit.station.board('public')).incidents.map((incident) => incident.id)

describe('given an incident of a dangerous type, when a revision', () => {
  const PART: readonly (readonly [string, object, object, object])[] = [
    ['takes the mark', { danger: true }, {}, {}],
    ['takes the mark of the type above', {}, ABOVE, { lift: { ...ABOVE.lift, danger: false } }],
    ['drops the type above', {}, ABOVE, {}],
  ]
  it.each(PART)(
    '%s, then it stays one, also after a restart; a new one is none',
    async (...row) => {
      const [, before, above, after] = row
      await open(before, above)
      const id = await trapped()
      expect(await danger(id)).toBe(true)
      await revised({}, after)
      expect(await danger(id)).toBe(true)
      kit = await kit.restart()
      expect(await danger(id)).toBe(true)
      expect(await danger(await trapped('二号楼客梯'))).toBe(false)
      expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
    },
  )

  it('drops the type itself, then it stays one', async () => {
    await open({ danger: true })
    const id = await trapped()
    await kit.ask('plans/draft-save', {
      ...{ planId: TRAPPED, draft: liftPlan({ types: ['lift.stopped'] }) },
    })
    const stopped = { name: { zh: '电梯停运' }, category: 'lift-trapped' }
    await kit.ask('documents/draft-save', {
      ...{ document: LIFT, draft: liftDocument({ types: { 'lift.stopped': stopped } }) },
    })
    await kit.ask('documents/approve', { document: LIFT, ...BY, plans: [TRAPPED] })
    expect(await danger(id)).toBe(true)
  })

  it('takes the mark after the document had been abolished, then it stays one', async () => {
    await open({ danger: true })
    const id = await trapped()
    await kit.ask('documents/abolish', { document: LIFT, ...BY })
    expect(await danger(id)).toBe(true)
    await revised({})
    expect(await danger(id)).toBe(true)
  })
})

it('given an incident, when a revision makes its type a danger and discreet, then it is at once', async () => {
  await open({})
  const id = await trapped()
  expect(await shown()).toEqual([id])
  await revised({ danger: true, discreet: true })
  expect(await kit.incident(id)).toMatchObject({ danger: true, discreet: true })
  expect(await shown()).toEqual([])
})

describe('given a quiet incident, when a revision takes the mark', () => {
  it('then no public wall learns of it until it is closed or its type is changed; of a new one it does', async () => {
    await open({ discreet: true })
    const id = await trapped()
    await revised({})
    kit = await kit.restart()
    expect(await kit.incident(id)).toMatchObject({ discreet: true })
    expect(await kit.send('history/read', { incidentId: id }, { by: hall })).toMatchObject({
      ok: false,
    })
    const next = await trapped('二号楼客梯')
    expect(await shown()).toEqual([next])
    await kit.ask('incident/amend', {
      incidentId: id,
      type: 'agitated-customer.refund',
      reason: '只是停梯',
    })
    expect((await shown()).toSorted()).toEqual([id, next].toSorted())
  })
})

it('given an incident at somebody’s home, when a revision takes the mark, then the place that is put right is sealed as well', async () => {
  await open({ private: true })
  const id = await trapped('七号院三单元')
  await revised({})
  await kit.ask('incident/amend', { incidentId: id, place: '七号院五单元', reason: '听错了' })
  expect(await kit.incident(id)).toMatchObject({ place: '七号院五单元' })
  await trapped('二号楼客梯')
  const record = JSON.stringify((await kit.events()).map(({ body }) => body))
  expect(record).not.toContain('七号院')
  expect(record).toContain('二号楼客梯')
})
