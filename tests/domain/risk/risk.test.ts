/** The register of risks (S05-03): assessed, assessed again, withdrawn; by when it is due again. */
import { describe, expect, it, test } from 'vitest'
import { policiesOf } from '#shared/domain/policies/policy.ts'
import { decideRisk, type RiskCommand } from '#shared/domain/risk/decide.ts'
import { obligationsOfRisks } from '#shared/domain/risk/obligations.ts'
import { standingRisks, type Risk, type RiskFields } from '#shared/domain/risk/risk.ts'
import { riskStream, type RiskEvent } from '#shared/domain/risk/stream.ts'
import { stateAfter } from '../../kit/decider.ts'
import { shippedCalendar, shippedPolicies } from '../../kit/library.ts'

const seal = (word: string) => ({ sealed: word.repeat(2) })
const fields = (part: Partial<RiskFields> = {}): RiskFields => ({
  ...{ what: seal('踩踏'), place: null, kind: 'accident', grade: 'considerable' },
  ...{ measures: seal('限流'), planId: null, owner: null, assessedOn: '2026-03-01' },
  ...part,
})
const assessed = (part: Partial<RiskFields> = {}): RiskEvent => ({
  type: 'RiskAssessed',
  ...fields(part),
})
const withdrawn: RiskEvent = { type: 'RiskWithdrawn', reason: seal('停业') }
const riskAfter = (...events: readonly RiskEvent[]): Risk | null =>
  stateAfter(riskStream, ...events).risk
const TODAY = { today: '2026-11-24' }
const codeOf = (events: readonly RiskEvent[], command: RiskCommand): string => {
  const decision = decideRisk(riskAfter(...events), command, TODAY)
  return decision.ok ? 'taken' : decision.code
}
const assess = (part: Partial<RiskFields> = {}): RiskCommand => ({
  type: 'AssessRisk',
  fields: fields(part),
})
const withdraw: RiskCommand = { type: 'WithdrawRisk', reason: seal('停业') }

describe('a risk', () => {
  it('assessed again keeps as what it was graded before, once a day', () => {
    const risk = riskAfter(
      assessed(),
      assessed({ grade: 'general' }), // put right on the same day
      assessed({ grade: 'major', assessedOn: '2026-09-01' }),
    )
    expect(risk).toMatchObject({
      ...{ grade: 'major', assessedOn: '2026-09-01' },
      earlier: [{ grade: 'general', assessedOn: '2026-03-01' }],
    })
  })
  it('withdrawn stands no more; assessed again it does', () => {
    expect(standingRisks([riskAfter(assessed(), withdrawn)!])).toEqual([])
    const again = riskAfter(assessed(), withdrawn, assessed({ assessedOn: '2026-10-01' }))
    expect(standingRisks([again!])).toHaveLength(1)
  })
  test.each<[string, readonly RiskEvent[], RiskCommand, string]>([
    ['today', [], assess({ assessedOn: '2026-11-24' }), 'taken'],
    ['ahead of today', [], assess({ assessedOn: '2026-11-25' }), 'bad-input'],
    ['before the last one', [assessed()], assess({ assessedOn: '2026-02-28' }), 'bad-input'],
    ['on the day of the last one', [assessed()], assess(), 'taken'],
    ['withdrawn that nobody entered', [], withdraw, 'unknown-risk'],
    ['withdrawn twice', [assessed(), withdrawn], withdraw, 'no-change'],
  ])('%s', (_what, events, command, code) => {
    expect(codeOf(events, command)).toBe(code)
  })
})

it('stands by its grade, of one grade by the day of its assessment', () => {
  const risk = (id: string, part: Partial<RiskFields>): Risk => ({
    ...riskAfter(assessed(part))!,
    id,
  })
  const ids = standingRisks([
    risk('low', { grade: 'low', assessedOn: '2020-01-01' }),
    risk('new', { grade: 'major', assessedOn: '2026-10-01' }),
    risk('old', { grade: 'major' }),
  ]).map(({ id }) => id)
  expect(ids).toEqual(['old', 'new', 'low'])
})

describe('it is assessed again within the year of the policy', () => {
  const of = (...risks: readonly (Risk | null)[]) =>
    obligationsOfRisks(
      risks.flatMap((risk) => risk ?? []),
      policiesOf(shippedPolicies(), null, ['mall']),
      shippedCalendar(),
    )
  it.each([
    ['2026-03-01', '2027-03-01', '2027-01-30'],
    ['2028-02-29', '2029-02-28', '2029-01-29'],
  ])('of %s by %s', (assessedOn, due, remindFrom) => {
    expect(of(riskAfter(assessed({ assessedOn })))).toMatchObject([
      { kind: 'risk', due, remindFrom, isCritical: false, to: ['readiness', 'checks', 'risks'] },
    ])
  })
  it('or not at all once it is withdrawn', () => {
    expect(of(riskAfter(assessed(), withdrawn))).toEqual([])
  })
})
