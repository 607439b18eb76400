/** Units outside whose numbers a site keeps: where they stand, and what is missing of them. */
import { afterEach, describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())
const read = () => kit.ask('site/read', {})

describe('units outside', () => {
  it('have a place in the roster of every site, and are nobody who is on duty', async () => {
    kit = await openStation({ plans: [plan('fire', [step('a')])] })
    const { posts } = await read()
    expect(posts.find(({ id }) => id === 'outside-ambulance')).toEqual({
      id: 'outside-ambulance',
      name: localized('医疗急救', 'Ambulance'),
      kind: 'external',
      documents: [],
      numbers: ['120'],
    })
    const roster = { posts: { 'outside-hospital': [{ person: '市一医院', phone: '8120' }] } }
    await kit.ask('roster/set', roster)
    expect((await kit.station.board()).duty).toEqual([])
    expect(await kit.ask('roster/read', {})).toEqual(roster)
  })

  it('stand once: a plan that has one as a post of its own has its numbers, too', async () => {
    const name = localized('供电局', 'Power bureau')
    const bureau = { id: 'power-bureau', name, aliases: [], duty: null, substitutes: [] }
    const calls = [{ number: '95000', who: name, role: 'power-bureau' }]
    kit = await openStation({
      plans: [plan('cut', [step('a', { calls })], { roles: [{ ...bureau, kind: 'external' }] })],
    })
    const { posts, missing } = await read()
    expect(posts.map(({ id }) => id)).not.toContain('outside-power')
    expect(posts.find(({ id }) => id === 'power-bureau')).toMatchObject({ numbers: ['95000'] })
    expect(missing.units).toEqual([])
  })

  it('that a plan rings and nobody has numbered are missing until they are', async () => {
    const calls = [{ number: null, who: localized('电梯维保单位', 'Lift firm') }]
    kit = await openStation({ plans: [plan('stuck', [step('a', { calls })])] })
    expect((await read()).missing).toEqual({
      posts: [
        { id: 'duty-officer', name: localized('值班员', 'Duty officer') },
        { id: 'duty-leader', name: localized('值班领导', 'Duty leader') },
        { id: 'warning-contact', name: localized('预警联络人', 'Warning contact') },
      ],
      phones: [],
      units: [{ id: 'outside-lift', name: localized('电梯维保单位', 'Lift maintenance company') }],
    })
    const firm = [{ person: '维保', phone: '8200' }]
    await kit.ask('roster/set', { posts: { 'outside-lift': firm, 'duty-officer': firm } })
    expect((await read()).missing).toMatchObject({
      posts: [{ id: 'duty-leader' }, { id: 'warning-contact' }],
      units: [],
    })
  })
})
