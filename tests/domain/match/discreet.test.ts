/**
 * A robbery is proposed as one, as a type that no public wall is told of, at every kind of site
 * that has a plan for it; with somebody hurt as well.
 */
import { describe, expect, it } from 'vitest'
import { propose, type Proposal } from '#shared/domain/match/match.ts'
import { isDiscreetType } from '#shared/domain/plan/danger.ts'
import { sourcesAt } from './sources-at.ts'

/** `discreet`: whether the type that comes with the first proposal is one. */
function first(kind: string, says: string): { proposal: Proposal | undefined; discreet: boolean } {
  const sources = sourcesAt(kind)
  const [proposal] = propose(says, sources)
  return { proposal, discreet: isDiscreetType(proposal?.type ?? '', sources.types) }
}

const SITES = {
  branch: 'branch-general',
  company: 'company-sudden-event',
  conference: 'conference-service',
  'government-hall': 'government-hall-disturbance',
  mall: 'mall-other-event',
  'gas-customer-service': 'gas-fight-theft-robbery',
}

describe.each(Object.entries(SITES))('%s', (kind, planId) => {
  it.each(['有人持刀抢劫', '有人持刀抢劫，一人受伤', '歹徒抢劫，有人受伤'])(
    '%s: first, and handled quietly',
    (says) => {
      const { proposal, discreet } = first(kind, says)
      expect([proposal?.planId, discreet]).toEqual([planId, true])
    },
  )

  it('a fight without a weapon is told as any other', () => {
    expect(first(kind, '两伙人打架').discreet).toBe(false)
  })
})

it('whoever is stabbed at a bank is of a discreet type, whoever falls is not', () => {
  expect(first('bank-window', '柜员被捅了一刀').proposal?.type).toBe('bank-casualty.injury.weapon')
  expect(first('bank-window', '客户摔倒了').proposal?.type).toBe('bank-casualty.injury')
})

it.each(['持刀抢劫一人受伤', '有人持刀抢劫，客户受伤了', '劫匪开枪，柜员流血了', '抢劫，有人晕倒'])(
  'whoever comes to harm in a robbery at a bank is told of on no public wall: %s',
  (says) => {
    const { proposal, discreet } = first('bank-window', says)
    expect([proposal?.planId, discreet]).toEqual(['bank-casualty', true])
  },
)

it('a danger that was named is the type, however many are ill of it', () => {
  expect(first('branch', '煤气味，有人晕倒，老人叫不醒').proposal?.type).toBe('branch-incident.gas')
  expect(first('branch', '有人晕倒，叫不醒').proposal?.type).toBe('branch-incident.injury')
})

it.each(['有人持刀抢劫，一人受伤', '银行抢劫，保安受伤'])(
  'at a site of all kinds the general plan of a meeting does not come first: %s',
  (says) => {
    const { proposal, discreet } = first('all', says)
    expect(proposal?.planId).not.toBe('conference-service')
    expect(discreet).toBe(true)
  },
)
