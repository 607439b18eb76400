/**
 * What an answer has set, and a gate that was passed with reasons, is taken back with the command:
 * value, level, people and reasons are as they were, and what opened by them closes again.
 */
import { expect, it } from 'vitest'
import type { Refusal } from '#shared/domain/decision.ts'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { localized } from '#shared/domain/text.ts'
import { WORKDAY } from '../../kit/days.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { led, type Led } from '../../kit/journalled.ts'
import { amount, choice, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'

const accident = plan(
  'accident',
  [
    step('call', { lifeSafety: true, urgency: 'immediate' }),
    step('out', { lifeSafety: true, when: { fact: 'trapped', is: 'yes' } }),
    step('help', { when: { casualties: 'hurt', over: 0 } }),
    step('watch', { when: { state: 'contained' }, due: { within: 5 * MINUTE, from: 'reported' } }),
  ],
  {
    facts: [
      amount('yuan', { sets: 'loss', unit: localized('元', 'yuan') }),
      choice('grade', ['I', 'II', 'III', 'IV'], { sets: 'level' }),
      yesNo('badly', { sets: 'casualties.serious' }),
      amount('dead', { sets: 'casualties.dead' }),
      yesNo('over', { sets: 'contained' }),
      yesNo('trapped'),
    ],
    defaultLevel: 3,
  },
)
const begin = (): { scenario: Scenario } & Led => {
  const scenario = incidentAt(WORKDAY, { library: [accident], attention: ATTENTION_DEFAULTS })
  scenario.activate(accident)
  scenario.answer('yuan', 3000)
  scenario.pass('10 s')
  return { scenario, ...led(scenario) }
}
const drawn = (scenario: Scenario): object => ({
  state: { ...scenario.state(), version: 0 },
  board: { ...scenario.board(), version: 0 },
  stats: projectStats(scenario.state(), scenario.world),
})
const reasons = { call: '消防已到场', trapped: '消防已到场' }
const lower = { type: 'AnswerFact', key: 'grade', planId: null, value: 'IV', reason: '小' } as const

const ACTS: readonly [string, (scenario: Scenario) => Refusal | null][] = [
  ['the loss, which stood otherwise before', (s) => s.answer('yuan', 80_000)],
  ['a level that was raised', (s) => s.answer('grade', 'I')],
  ['a level that was lowered with its reason', (s) => s.send(lower)],
  ['at least one who is badly hurt', (s) => s.answer('badly', 'yes')],
  ['a number of dead', (s) => s.answer('dead', 2)],
  ['that it is contained', (s) => s.answer('over', 'yes')],
  ['a gate with its reasons', (s) => s.move('contained', undefined, reasons)],
  ['a step at the gate, by somebody else', (s) => s.send(acceptance)],
  ['closing with reasons', (s) => s.move('closed', '转由消防处置', reasons)],
]
const onBehalfOf = { person: '消防站', channel: null, words: null }
const acceptance = { type: 'AcceptStep', stepId: 'call', reason: null, onBehalfOf } as const

it.each(ACTS)('%s', (_, act) => {
  const { scenario, run, undo } = begin()
  const before = drawn(scenario)
  expect(run('1', () => act(scenario))).toBeNull()
  expect(drawn(scenario)).not.toEqual(before)
  expect(undo('1')).toBeNull()
  expect(drawn(scenario)).toEqual(before)
})

it('a gate that was passed: its reasons hold no longer, and it asks again', () => {
  const { scenario, run, undo } = begin()
  run('1', () => scenario.move('contained', undefined, reasons))
  expect(scenario.state().passedOver).toHaveLength(2)
  expect(scenario.step('watch').state).toBe('open')
  undo('1')
  expect(scenario.state().passedOver ?? []).toEqual([])
  expect(scenario.step('watch').state).toBe('waiting')
  expect(scenario.move('contained')).toMatchObject({ code: 'life-safety-open' })
})

it('the answer before it stands again, and so does what it had set', () => {
  const { scenario, run, undo } = begin()
  run('1', () => scenario.answer('grade', 'I'))
  scenario.pass('11 s') // too late for it to be taken back
  run('2', () => scenario.answer('badly', 'yes'))
  expect(undo('2')).toBeNull()
  expect(scenario.board()).toMatchObject({ level: 1, atLeastOne: [], loss: 3000 })
  expect(scenario.step('help').state).toBe('waiting')
})
