/**
 * Holds how often what callers say leads to the right plan: the half that words may be tuned for,
 * and the half that nothing was tuned for (docs/matching.md has the figures by site and danger).
 */
import { describe, expect, it } from 'vitest'
import { heardIn } from '#shared/domain/match/heard.ts'
import { proposeAny, type Proposal } from '#shared/domain/match/match.ts'
import { placeOf } from '#shared/domain/match/place-spoken.ts'
import { calls, DANGERS, type Call } from './callers.ts'
import { TUNED_PUBLIC, TUNED_WITHOUT_PLAN } from './callers-public.ts'
import { TUNED_WORK } from './callers-work.ts'
import { CALLERS_CASUALTIES, CALLERS_PLACES } from './held-out-facts.ts'
import { CALLERS_PUBLIC, CALLERS_QUIET, CALLERS_WITHOUT_PLAN } from './held-out-callers.ts'
import { CALLERS_WORK } from './held-out-callers-work.ts'
import { STRANGERS } from './held-out-strangers.ts'
import { UNSEEN_PUBLIC } from './held-out-third.ts'
import { UNSEEN_WORK } from './held-out-third-work.ts'
import { TOLD_BY_TUNER } from './sentences-told-by-tuner.ts'
import { TOLD_FIRST } from './sentences-told-first.ts'
import { TOLD_SECOND } from './sentences-told-second.ts'
import { sourcesAt, syllables } from './sources-at.ts'

const answers = new Map<string, readonly Proposal[]>()

function proposals(kind: string, says: string): readonly Proposal[] {
  const answered = answers.get(`${kind} ${says}`)
  if (answered) return answered
  const proposed = proposeAny(says, sourcesAt(kind))
  answers.set(`${kind} ${says}`, proposed)
  return proposed
}

/** Where a right plan stands among those that were recognised; -1: nowhere. */
const placeOfRight = ({ kind, says, plans }: Call): number =>
  proposals(kind, says)
    .filter(({ words }) => words.length > 0)
    .findIndex(({ planId }) => plans.includes(planId))

const tuned = calls([...TUNED_PUBLIC, ...TUNED_WORK])
const heldOut = calls([...CALLERS_PUBLIC, ...CALLERS_WORK])
const share = (all: readonly Call[], within: number): number =>
  all.filter((call) => {
    const at = placeOfRight(call)
    return at >= 0 && at < within
  }).length / all.length

const unheardDangers = (all: readonly Call[]): readonly string[] => {
  const grave = DANGERS.slice(0, DANGERS.indexOf('power'))
  return all
    .filter(
      ({ kind, danger, says }) =>
        grave.includes(danger) && proposals(kind, says).every(({ words }) => words.length === 0),
    )
    .map(({ kind, says }) => `${kind} ${says}`)
}

describe('what callers say', () => {
  it('is more than 300 sentences, half of which nothing was tuned for', () => {
    expect(tuned.length + heldOut.length).toBeGreaterThanOrEqual(300)
    expect(heldOut.length).toBeGreaterThanOrEqual(150)
    const texts = [...tuned, ...heldOut].map(({ kind, says }) => `${kind} ${says}`)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('of the tuned half has the right plan first for 98 in 100', () => {
    expect(share(tuned, 1)).toBeGreaterThanOrEqual(0.98)
    expect(share(tuned, 3)).toBe(1)
  })

  it('of the half that nothing was tuned for has the right plan where docs/matching.md says', () => {
    expect(share(heldOut, 1)).toBeGreaterThanOrEqual(0.94)
    expect(share(heldOut, 3)).toBeGreaterThanOrEqual(0.96)
  })

  it.each([...heldOut, ...tuned, ...calls([...CALLERS_WITHOUT_PLAN, ...TUNED_WITHOUT_PLAN])])(
    'always leads to some plan: $says',
    ({ kind, says }) => {
      expect(proposals(kind, says).length).toBeGreaterThan(0)
    },
  )

  it('that says nothing, or what is over or past, starts nothing by Enter', () => {
    const started = Object.entries(CALLERS_QUIET).flatMap(([kind, sentences]) =>
      sentences.filter((says) => proposals(kind, says).some(({ preselected }) => preselected)),
    )
    expect(started.length).toBeLessThanOrEqual(5)
  })
})

describe('what somebody says who has read no rule', () => {
  const strangers = calls(STRANGERS)
  const right = (within: number): number => Math.round(share(strangers, within) * strangers.length)

  it('has the right plan as often as docs/matching.md says', () => {
    expect(strangers.length).toBe(135)
    expect(right(1)).toBeGreaterThanOrEqual(134)
    expect(right(3)).toBe(135)
  })

  it('is never a danger of which nothing is recognised', () => {
    expect(unheardDangers(strangers)).toEqual([])
  })

  it.each([
    ['gas-customer-service', '自助机按了没反应', 'gas-recharge-terminal-failure'],
    ['gas-customer-service', '四个客户打电话来说充值机没反应', 'gas-recharge-terminal-failure'],
    ['gas-customer-service', '自助机旁边有个大爷没反应了', 'gas-customer-fall-or-illness'],
    ['gas-customer-service', '两个人打来打去', 'gas-fight-theft-robbery'],
    ['gas-customer-service', '三个男的打进来了', 'gas-fight-theft-robbery'],
    ['mall', '司机没反应了', 'mall-personal-injury'],
    ['mall', '手卡在门缝里', 'mall-personal-injury'],
    ['mall', '老头卡在电梯里', 'mall-other-event'],
    ['conference', '电梯关住了', 'conference-service'],
  ])('tells a machine from a person and a call from blows: %s %s', (kind, says, plan) => {
    expect(proposals(kind, says)[0]?.planId).toBe(plan)
  })

  it.each(strangers)('always leads to some plan: $says', ({ kind, says }) => {
    expect(proposals(kind, says).length).toBeGreaterThan(0)
  })
})

describe('what three more strangers say', () => {
  const tunedFor = calls([...TOLD_FIRST, ...TOLD_SECOND])
  const more = calls(TOLD_BY_TUNER)
  const unseen = calls([...UNSEEN_PUBLIC, ...UNSEEN_WORK])

  it('of the two that words were tuned for has the right plan where docs/matching.md says', () => {
    expect(tunedFor.length).toBe(340)
    expect(share(tunedFor, 1)).toBeGreaterThanOrEqual(0.98)
    expect(share(tunedFor, 3)).toBe(1)
    expect(share(more, 1)).toBeGreaterThanOrEqual(0.95)
    expect(share(more, 3)).toBeGreaterThanOrEqual(0.99)
  })

  it('of the third, that no rule was tuned for, has the right plan where docs/matching.md says', () => {
    expect(unseen.length).toBe(210)
    expect(share(unseen, 1)).toBeGreaterThanOrEqual(0.84)
    expect(share(unseen, 3)).toBeGreaterThanOrEqual(0.92)
  })

  it('is never a danger of which nothing is recognised', () => {
    expect(unheardDangers([...tunedFor, ...more])).toEqual([])
    expect(unheardDangers(unseen).length).toBeLessThanOrEqual(3) // nobody is to read which
  })

  it('always leads to some plan', () => {
    const none = [...tunedFor, ...more, ...unseen].filter(
      ({ kind, says }) => proposals(kind, says).length === 0,
    )
    expect(none.length).toBe(0)
  })
})

it('the place is understood as the caller named it', () => {
  expect(CALLERS_PLACES.map(([says]) => placeOf(says, syllables) ?? '')).toEqual(
    CALLERS_PLACES.map(([, place]) => place),
  )
})

it('how many are hurt is understood, and that nobody is, and nothing where it is not told', () => {
  const hurt = (says: string): number | undefined => {
    const { casualties, unhurt } = heardIn(says)
    const people = Object.values({ ...casualties, trapped: 0, vulnerable: 0 }).reduce(
      (sum, count) => sum + count,
      0,
    )
    return people > 0 ? people : unhurt ? 0 : undefined
  }
  expect(CALLERS_CASUALTIES.map(([says]) => [says, hurt(says)])).toEqual(CALLERS_CASUALTIES)
})
