/**
 * What is owed to people after an incident: entered once it is contained, done with what its kind
 * asks for, and the step that asked for it done with the last of them (S06-17, S09-39, S09-41,
 * S09-42, S02-19).
 */
import { describe, expect, it } from 'vitest'
import type { AftercareKind } from '#shared/domain/plan/aftercare-kinds.ts'
import type { AddAftercare, FinishAftercare } from '#shared/domain/incident/record/aftermath.ts'
import type { Sealed } from '#shared/domain/sealed.ts'
import { localized } from '#shared/domain/text.ts'
import { publicIncident } from '#shared/domain/board/public.ts'
import { fenOf, yuanOfFen } from '#shared/domain/wording/fen.ts'
import { WORKDAY } from '../../kit/days.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { plan, step } from '../../kit/plan.ts'

const sealed = (text: string): Sealed => ({ sealed: text })
const DESK = {
  post: { id: 'desk', name: localized('值班员', 'Desk') },
  person: null,
  personId: null,
}
const response = plan('p', [
  step('act'),
  step('pay', { stage: 'recover', aftercare: 'compensation', when: { state: 'contained' } }),
])

function running(): Scenario {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(response)
  scenario.finish('act')
  return scenario
}
function contained(): Scenario {
  const scenario = running()
  scenario.move('contained')
  return scenario
}
const add = (
  scenario: Scenario,
  kind: AftercareKind = 'compensation',
  part: Partial<AddAftercare> = {},
) =>
  scenario.send({
    ...{ type: 'AddAftercare', kind, whom: sealed('张三'), owner: DESK, dueOn: '2026-12-01' },
    ...{ words: null, agreedFen: null, stepId: null },
    ...part,
  })
const done = (scenario: Scenario, aftercareId: string, part: Partial<FinishAftercare> = {}) =>
  scenario.send({
    ...{ type: 'FinishAftercare', aftercareId, doneAt: null, words: null },
    ...{ paidFen: null, finding: null, measure: null },
    ...part,
  })
const codes = (...refusals: ({ code: string } | null)[]) =>
  refusals.map((refusal) => refusal?.code ?? 'ok')

describe('it is entered', () => {
  it('from contained until the archive, closed or not', () => {
    const scenario = running()
    expect(add(scenario)?.code).toBe('bad-move')
    for (const state of ['contained', 'lifted', 'recovering', 'closed'] as const) {
      if (state === 'closed') scenario.finish('pay')
      scenario.move(state)
      expect(add(scenario)).toBeNull()
    }
    scenario.move('archived')
    expect(add(scenario)?.code).toBe('incident-over')
    expect(scenario.state().aftercare).toHaveLength(4)
  })
  it('for a day that can be meant: one in 2199 is a slip of the year, now and when it is moved', () => {
    const scenario = contained()
    expect(add(scenario, 'comfort', { dueOn: '2199-01-01' })?.message.zh).toContain(
      '2199-01-01离今天太远',
    )
    expect(add(scenario, 'comfort', { dueOn: '2028-02-29' })).toBeNull()
    const move = (dueOn: string) =>
      scenario.send({ type: 'ChangeAftercare', aftercareId: '1', dueOn })
    expect(codes(move('2199-01-01'), move('2029-02-28'))).toEqual(['bad-input', 'ok'])
    expect(scenario.state().aftercare).toMatchObject([{ dueOn: '2029-02-28' }])
  })

  it('of a step that is there, with an amount of a compensation alone', () => {
    const scenario = contained()
    expect(
      codes(
        add(scenario, 'comfort', { stepId: 'nowhere' }),
        add(scenario, 'comfort', { agreedFen: 100 }),
        add(scenario, 'compensation', { agreedFen: 100 }),
      ),
    ).toEqual(['unknown-step', 'bad-input', 'ok'])
  })

  it('and put right while it is open', () => {
    const scenario = contained()
    add(scenario)
    const change = (part: object) =>
      scenario.send({ type: 'ChangeAftercare', aftercareId: '1', ...part })
    expect(codes(change({}), change({ dueOn: '2026-12-01' }))).toEqual(['bad-input', 'bad-input'])
    expect(change({ dueOn: '2026-12-09', agreedFen: 50_000 })).toBeNull()
    expect(scenario.state().aftercare).toMatchObject([{ dueOn: '2026-12-09', agreedFen: 50_000 }])
    expect(scenario.all('AftercareChanged')).toMatchObject([{ dueOn: '2026-12-09' }])
    done(scenario, '1', { paidFen: 1 })
    expect(change({ dueOn: '2026-12-10' })?.code).toBe('no-change')
    expect(scenario.send({ type: 'ChangeAftercare', aftercareId: '9' })?.code).toBe('unknown-item')
  })
})

describe('it is done', () => {
  it('with what its kind asks for', () => {
    const scenario = contained()
    for (const kind of ['compensation', 'accountability', 'apology'] as const) add(scenario, kind)
    const [finding, measure] = [sealed('未断电作业'), sealed('停岗培训')]
    expect(
      codes(
        done(scenario, '1'),
        done(scenario, '2'),
        done(scenario, '2', { finding }),
        done(scenario, '2', { finding, measure, paidFen: 1 }),
        done(scenario, '3', { paidFen: 1 }),
      ),
    ).toEqual(Array(5).fill('bad-input'))
    expect(
      codes(
        done(scenario, '1', { paidFen: 123_450 }),
        done(scenario, '2', { finding, measure }),
        done(scenario, '3'),
      ),
    ).toEqual(['ok', 'ok', 'ok'])
    expect(scenario.state().aftercare).toMatchObject([
      { done: { paidFen: 123_450 } },
      { done: { finding, measure } },
      { done: { by: expect.any(String) as string } },
    ])
    expect(done(scenario, '3')?.code).toBe('no-change')
  })

  it('at a time that can be, and says when it was told', () => {
    const scenario = contained()
    add(scenario, 'comfort')
    scenario.pass('2 d')
    const at = scenario.now()
    expect(
      codes(
        done(scenario, '1', { doneAt: at + 1 }),
        done(scenario, '1', { doneAt: Date.parse(WORKDAY) - 1 }),
        done(scenario, '1', { doneAt: at - 60_000 }),
      ),
    ).toEqual(['bad-input', 'bad-input', 'ok'])
    expect(scenario.state().aftercare?.[0]?.done).toMatchObject({ at: at - 60_000, toldAt: at })
  })

  it('or withdrawn with a reason, also after the archive', () => {
    const scenario = contained()
    add(scenario)
    add(scenario, 'legal')
    scenario.finish('pay')
    scenario.move('closed')
    scenario.move('archived')
    expect(
      codes(
        scenario.send({ type: 'WithdrawAftercare', aftercareId: '1', reason: sealed('记重了') }),
        done(scenario, '2'),
        scenario.send({ type: 'WithdrawAftercare', aftercareId: '2', reason: sealed('晚了') }),
      ),
    ).toEqual(['ok', 'ok', 'no-change'])
  })
})

describe('the step that asks for it', () => {
  it('is done with the last of its entries', () => {
    const scenario = contained()
    add(scenario, 'compensation', { stepId: 'pay' })
    add(scenario, 'compensation', { stepId: 'pay' })
    add(scenario, 'comfort')
    done(scenario, '1', { paidFen: 100 })
    expect(scenario.step('pay').state).toBe('open')
    done(scenario, '2', { paidFen: 200 })
    expect(scenario.step('pay')).toMatchObject({ state: 'done', automatic: null })
  })

  it('is done with the last of them also where that is withdrawn, if another was done', () => {
    const scenario = contained()
    add(scenario, 'compensation', { stepId: 'pay' })
    add(scenario, 'compensation', { stepId: 'pay' })
    done(scenario, '1', { paidFen: 100 })
    scenario.send({ type: 'WithdrawAftercare', aftercareId: '2', reason: sealed('记重了') })
    expect(scenario.step('pay').state).toBe('done')
    const nothing = contained()
    add(nothing, 'compensation', { stepId: 'pay' })
    nothing.send({ type: 'WithdrawAftercare', aftercareId: '1', reason: sealed('记重了') })
    expect(nothing.step('pay').state).toBe('open')
  })

  it('stays as it is where somebody has finished it before', () => {
    const scenario = contained()
    add(scenario, 'compensation', { stepId: 'pay' })
    scenario.finish('pay', 'skipped', '不用赔')
    expect(done(scenario, '1', { paidFen: 100 })).toBeNull()
    expect(scenario.step('pay').state).toBe('skipped')
  })
})

describe('once it is done', () => {
  const correct = (scenario: Scenario, aftercareId: string, part: object) =>
    scenario.send({
      ...{ type: 'CorrectAftercare', aftercareId, reason: sealed('看错一位') },
      ...part,
    })

  it('what it says is put right with a reason, and what it said before stays', () => {
    const scenario = contained()
    add(scenario, 'compensation', { agreedFen: 150_000 })
    add(scenario, 'accountability')
    const [finding, measure] = [sealed('张三'), sealed('停岗')]
    expect(correct(scenario, '1', { paidFen: 1 })?.code).toBe('no-change')
    done(scenario, '1', { paidFen: 1_500_000 })
    done(scenario, '2', { finding, measure })
    scenario.finish('pay')
    scenario.move('closed')
    scenario.move('archived')
    expect(
      codes(
        correct(scenario, '9', { paidFen: 1 }),
        correct(scenario, '1', {}),
        correct(scenario, '1', { paidFen: 1_500_000 }),
        correct(scenario, '1', { finding }),
        correct(scenario, '2', { paidFen: 1 }),
        correct(scenario, '1', { paidFen: 150_000 }),
        correct(scenario, '2', { finding: sealed('李四') }),
      ),
    ).toEqual(['unknown-item', 'bad-input', 'bad-input', 'bad-input', 'bad-input', 'ok', 'ok'])
    expect(scenario.all('AftercareCorrected')).toMatchObject([
      { paidFen: 150_000, before: { paidFen: 1_500_000 }, reason: sealed('看错一位') },
      { finding: sealed('李四'), before: { finding } },
    ])
    expect(scenario.state().aftercare).toMatchObject([
      { agreedFen: 150_000, done: { paidFen: 150_000 }, corrected: [{}] },
      { done: { finding: sealed('李四'), measure } },
    ])
    expect(scenario.board().aftermath).toMatchObject({ paidFen: 150_000 })
  })
})

describe('screens', () => {
  it('have what is open first, the nearest due day in front, and the amounts added up', () => {
    const scenario = contained()
    add(scenario, 'comfort', { dueOn: '2026-12-05' })
    add(scenario, 'compensation', { dueOn: '2026-12-03', agreedFen: 150_000 })
    add(scenario, 'compensation', { dueOn: '2026-12-01', agreedFen: 50_050 })
    add(scenario, 'compensation', { dueOn: '2026-12-02', agreedFen: 7 })
    done(scenario, '3', { paidFen: 50_050 })
    scenario.send({ type: 'WithdrawAftercare', aftercareId: '4', reason: sealed('重') })
    const { aftermath } = scenario.board()
    expect(aftermath?.entries.map(({ id }) => id)).toEqual(['2', '1', '3', '4'])
    expect(aftermath).toMatchObject({ agreedFen: 200_050, paidFen: 50_050 })
  })

  it('and walls have none of it', () => {
    const scenario = contained()
    expect(scenario.board()).toHaveProperty('aftermath')
    expect(publicIncident(scenario.board())).not.toHaveProperty('aftermath')
    expect(running().board()).not.toHaveProperty('aftermath')
  })
})

it.each([
  ['1234.5', 123_450],
  ['1,234.56', 123_456],
  [' 80 ', 8000],
  ['0', 0],
  ['', null],
  ['12.345', null],
  ['-1', null],
  ['一百', null],
])('an amount typed as %s is %s fen', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen)
})
it.each([
  [123_450, '1234.50'],
  [8000, '80'],
  [5, '0.05'],
])('%s fen are %s yuan', (fen, yuan) => {
  expect(yuanOfFen(fen)).toBe(yuan)
})
