/**
 * Holds how often callers' words lead to the right plan with both ears (docs/matching.md). What is
 * a saying of the second ear is nothing new to it: these lists hold that it does not go astray.
 */
import { describe, expect, it } from 'vitest'
import { proposeAny, type Proposal } from '#shared/domain/match/match.ts'
import { calls, DANGERS, type Call } from './callers.ts'
import { BLIND_PUBLIC } from './held-out-blind.ts'
import { BLIND_WORK } from './held-out-blind-work.ts'
import { BUSY_YEAR } from './held-out-busy-year.ts'
import { CALLERS_PUBLIC, CALLERS_QUIET } from './held-out-callers.ts'
import { CALLERS_WORK } from './held-out-callers-work.ts'
import { MANY_CALLERS } from './held-out-many-callers.ts'
import { NIGHT_SHIFT } from './held-out-night-shift.ts'
import { STRANGERS } from './held-out-strangers.ts'
import { UNSEEN_PUBLIC } from './held-out-third.ts'
import { UNSEEN_WORK } from './held-out-third-work.ts'
import { TOLD_FIRST } from './sentences-told-first.ts'
import { TOLD_SECOND } from './sentences-told-second.ts'
import { sayingsLearned, sourcesAt } from './sources-at.ts'

const answers = new Map<string, readonly Proposal[]>()

function proposals(kind: string, says: string): readonly Proposal[] {
  const answered =
    answers.get(`${kind} ${says}`) ??
    proposeAny(says, { ...sourcesAt(kind), sayings: sayingsLearned() })
  answers.set(`${kind} ${says}`, answered)
  return answered
}

/** The share of the calls with a right plan first, and among the first three. */
function shares(all: readonly Call[]): { first: number; three: number } {
  const places = all.map(({ kind, says, plans }) =>
    proposals(kind, says)
      .filter(({ words }) => words.length > 0)
      .findIndex(({ planId }) => plans.includes(planId)),
  )
  const share = (within: number): number =>
    places.filter((at) => at >= 0 && at < within).length / places.length
  return { first: share(1), three: share(3) }
}

const grave = DANGERS.slice(0, DANGERS.indexOf('power'))
const unheard = (all: readonly Call[]): readonly string[] =>
  all
    .filter(
      ({ kind, danger, says }) =>
        grave.includes(danger) && proposals(kind, says).every(({ words }) => words.length === 0),
    )
    .map(({ kind, says }) => `${kind} ${says}`)

describe('with both ears', () => {
  it.each([
    ['what callers say', [...CALLERS_PUBLIC, ...CALLERS_WORK], 0.98],
    ['what strangers say', [...STRANGERS, ...TOLD_FIRST, ...TOLD_SECOND], 0.97],
    ['what the third says', [...UNSEEN_PUBLIC, ...UNSEEN_WORK], 0.95],
  ])('%s has the right plan first, or among three', (_, list, first) => {
    const measured = shares(calls(list))
    expect(measured.first).toBeGreaterThanOrEqual(first)
    expect(measured.three).toBeGreaterThanOrEqual(0.99)
  })

  it('no danger is unheard', () => {
    expect(unheard(calls([...STRANGERS, ...TOLD_FIRST, ...TOLD_SECOND]))).toEqual([])
    expect(unheard(calls([...UNSEEN_PUBLIC, ...UNSEEN_WORK]))).toEqual([])
  })

  it('two writers whose sentences became sayings once they were counted stay right', () => {
    const blind = calls([...BLIND_PUBLIC, ...BLIND_WORK])
    expect(blind.length).toBe(320)
    const { first, three } = shares(blind)
    expect(first).toBeGreaterThanOrEqual(0.97)
    expect(three).toBeGreaterThanOrEqual(0.98)
    expect(unheard(blind)).toEqual([])
  })

  it('three writers for whom nothing was changed are as often right as docs/matching.md says', () => {
    const blind = calls([...MANY_CALLERS, ...BUSY_YEAR, ...NIGHT_SHIFT])
    expect(blind.length).toBe(600)
    const { first, three } = shares(blind)
    expect(first).toBeGreaterThanOrEqual(0.965)
    expect(three).toBeGreaterThanOrEqual(0.99)
    expect(unheard(blind)).toEqual([])
  })

  it('what says nothing, or is over or past, starts nothing by Enter', () => {
    const started = Object.entries(CALLERS_QUIET).flatMap(([kind, sentences]) =>
      sentences.filter((says) => proposals(kind, says).some(({ preselected }) => preselected)),
    )
    expect(started.length).toBeLessThanOrEqual(5)
  })

  it.each([
    ['mall', '三楼冒烟', 'mall-fire', '提到“冒烟”'],
    ['gas-customer-service', '热线打不进', 'gas-hotline-failure', '提到“热线”“打不进”'],
    [
      'gas-customer-service',
      '二楼打印室冒烟',
      'gas-fire-alarm-programme',
      '提到“冒烟”；相当于“办公区”',
    ],
  ])('the rules say why where they lead: %s %s', (kind, says, planId, zh) => {
    const [first] = proposals(kind, says)
    expect(first).toMatchObject({ planId, preselected: true })
    expect(first?.reason.zh).toBe(zh)
  })

  it.each([
    ['bank-window', 'Old lady slid off the chair, not breathing', 'bank-casualty'],
    ['mall', '手鸡被摸，顾客在总台哭', 'mall-other-event'],
    ['branch', '柜台的鼠标自己在动', 'branch-network-attack'],
  ])('and likeness where they hear nothing, which Enter asks about: %s %s', (kind, says, plan) => {
    const [first] = proposals(kind, says)
    expect(first).toMatchObject({ planId: plan, preselected: false })
    expect(first?.reason.zh).toMatch(/像“.+”这样的接报$/)
  })
})
