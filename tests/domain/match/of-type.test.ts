/** Once a person has said what it is, the plans for that type stand first. */
import { describe, expect, it } from 'vitest'
import { proposeAny, type Proposal } from '#shared/domain/match/match.ts'
import { sourcesAt as at } from './sources-at.ts'

const mall = at('mall')
const gas = at('gas-customer-service')
const ids = (proposals: readonly Proposal[]): readonly string[] =>
  proposals.map(({ planId }) => planId)

describe('an incident whose type was put right', () => {
  it('is offered the plan for it first, then what the words say', () => {
    const proposals = proposeAny('三楼冒烟', { ...mall, type: 'mall-injury.illness' })
    expect(ids(proposals).slice(0, 2)).toEqual(['mall-personal-injury', 'mall-fire'])
    expect(proposals[0]).toMatchObject({ type: 'mall-injury.illness', preselected: true })
    expect(proposals[0]?.reason.zh).toBe('事件类型是“突发疾病”')
    expect(proposals[1]?.preselected).toBe(false)
  })

  it('keeps the reason and the place that were heard for that plan', () => {
    const [first] = proposeAny('三楼冒烟', { ...mall, type: 'mall-fire.fire' })
    expect(first).toMatchObject({ planId: 'mall-fire', place: '三楼' })
    expect(first?.reason.zh).toBe('事件类型是“商场火灾”；提到“冒烟”')
  })

  it('is offered a plan for a type above it', () => {
    const proposals = proposeAny('说不清', { ...mall, type: 'mall-other.public-security.armed' })
    expect(ids(proposals)).toEqual(['mall-other-event'])
  })

  it('of several plans for it, the narrowest that was not heard stands first', () => {
    const type = 'personal-safety.restraint'
    expect(ids(proposeAny('说不清', { ...gas, type })).slice(0, 2)).toEqual([
      'gas-safety-home-visit-attack',
      'gas-safety-premises-attack',
    ])
    expect(ids(proposeAny('柜员被打，客户不让走', { ...gas, type }))[0]).toBe(
      'gas-safety-premises-attack',
    )
  })

  it('of a type that nobody knows or no plan answers is proposed for by its words', () => {
    for (const type of ['nothing', 'nothing.known', null])
      expect(proposeAny('三楼冒烟', { ...mall, type })).toEqual(proposeAny('三楼冒烟', mall))
  })
})
