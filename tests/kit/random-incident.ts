/**
 * Leads an incident as chance wills: any command that a desk has, on what the board shows, and time
 * between. An act is plain data, so that a failing run shrinks and can be read.
 */
import fc from 'fast-check'
import { CALL_OUTCOMES, type Outcome } from '#shared/domain/incident/record/state.ts'
import type { BoardQuestion } from '#shared/domain/board/types.ts'
import type { FactValue, Plan } from '#shared/domain/plan/plan.ts'
import type { Scenario } from './incident.ts'
import { MINUTE } from './plan.ts'

const OUTCOMES: readonly Outcome[] = ['done', 'done', 'already-done', 'not-applicable', 'skipped']
const KINDS = [
  'finish',
  'accept',
  'answer',
  'note',
  'call',
  'acknowledge',
  'shelve',
  'silence',
  'move',
  'activate',
  'correct',
  'list',
  'hurt',
  'decline',
  'pass',
  'late ticker',
] as const
export type ActKind = (typeof KINDS)[number]
/** `pick` and `how` choose among what there is; `ms` is how long the passing takes. */
export type Act = { act: ActKind; pick: number; how: number; ms: number }

const WEIGHTS: Readonly<Partial<Record<ActKind, number>>> = { pass: 8, finish: 4, answer: 3 }
const span = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map((seconds) => seconds * 1000),
  fc.constantFrom(MINUTE, 3 * MINUTE, 5 * MINUTE, 10 * MINUTE, 35 * MINUTE),
)
export const anyAct = (without: readonly ActKind[] = []): fc.Arbitrary<Act> =>
  fc.record({
    act: fc.oneof(
      ...KINDS.filter((kind) => !without.includes(kind)).map((kind) => ({
        weight: WEIGHTS[kind] ?? 1,
        arbitrary: fc.constant(kind),
      })),
    ),
    pick: fc.nat(99),
    how: fc.nat(99),
    ms: span,
  })

const chosen = <T>(from: readonly T[], n: number): T | undefined => from[n % from.length]

/** Some answer of the kind that the question asks for. */
export function someAnswer({ options, several }: BoardQuestion, n: number): FactValue {
  const value = chosen(options, n)?.value
  return value === undefined ? n * 100 : several ? [value] : value
}

/** Does it; what the rules refuse changes nothing. `plans`: those to choose from. */
export function perform(
  scenario: Scenario,
  { act, pick, how, ms }: Act,
  plans: readonly Plan[],
): void {
  if (act === 'pass') return scenario.pass(ms)
  if (act === 'late ticker') return scenario.setClock(ms)
  const board = scenario.board()
  const step = chosen(
    board.steps.filter(({ state }) => ['open', 'accepted', 'waiting'].includes(state)),
    pick,
  )
  const finished = chosen(
    board.steps.filter(({ doneAt }) => doneAt !== null),
    pick,
  )
  const alert = chosen(board.alerts, pick)
  const plan = chosen(plans, pick)
  if (act === 'finish' && step)
    scenario.finish(step.id, chosen(OUTCOMES, how), how % 2 ? '按现场情况' : undefined)
  if (act === 'accept' && step) scenario.accept(step.id)
  if (act === 'correct' && finished) scenario.correct(finished.id)
  if (act === 'note') scenario.note('还在办', how % 2 && step ? step.id : undefined)
  if (act === 'answer') {
    const question = chosen(
      board.facts.filter(({ kind }) => kind !== 'calendar'),
      pick,
    )
    if (question) scenario.answer(question.key, someAnswer(question, how), question.planId)
  }
  if (act === 'call')
    scenario.send({
      type: 'RecordCall',
      stepId: step?.id ?? null,
      to: { role: null, who: null, number: null },
      outcome: chosen(CALL_OUTCOMES, how) ?? 'started',
      words: null,
      calledAt: null,
    })
  if (act === 'acknowledge' && alert) scenario.acknowledge(alert.id)
  if (act === 'silence' && alert) scenario.silence(alert.id, 120)
  if (act === 'shelve' && alert)
    scenario.send({
      type: 'ShelveAlert',
      alertId: alert.id,
      forMs: 15 * MINUTE,
      reason: { sealed: 'x' },
    })
  if (act === 'move') {
    const to = chosen(
      board.moves.filter((state) => how === 0 || !['closed', 'falseReport'].includes(state)),
      pick,
    )
    if (to) scenario.move(to, '示例')
  }
  if (act === 'activate' && plan) {
    const before = chosen(board.plans, how)?.planId
    scenario.activate(plan, how % 5 === 0 && before ? { supersedes: before } : {})
  }
  if (act === 'decline') {
    const running = chosen(board.plans, pick)
    if (running) scenario.decline(running.planId, '误判')
  }
  if (act === 'hurt')
    scenario.send({
      type: 'AssessIncident',
      casualties: { minor: how % 3, dead: how % 2 },
      loss: null,
      severity: null,
      reason: null,
    })
  if (act === 'list') {
    const listed = board.steps.find(({ list, doneAt }) => list && doneAt === null)
    if (listed)
      scenario.send({
        type: 'AddToList',
        stepId: listed.id,
        items: [{ name: `小区${pick}`, size: how, helper: null }],
        register: null,
      })
  }
}
