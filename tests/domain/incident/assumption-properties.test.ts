/**
 * What is assumed while nobody answers opens steps of life safety in addition, and does nothing
 * else: the same incident lived through with and without assumptions tells no other difference.
 * RUNS and SEED in the environment ask for more lives and others.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { IncidentCommand } from '#shared/domain/incident/record/commands.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { allPlans, shippedCalendar } from '../../kit/library.ts'
import { anyAct, perform, type Act } from '../../kit/random-incident.ts'

const START = '2026-11-23T14:00:00+08:00'
const ATTENTION = ['nudge', 'untouched', 'unattended']
const LIBRARY = allPlans()
const withoutDoubt = (plan: Plan): Plan => ({
  ...plan,
  facts: plan.facts.map((fact) => ({ ...fact, inDoubt: null })),
})
const PLAIN = LIBRARY.map(withoutDoubt)

const begun = (library: readonly Plan[]): Scenario =>
  incidentAt(START, { calendar: shippedCalendar(), library, attention: ATTENTION_DEFAULTS })

/** An entry without what may differ. */
const without = <T extends object>(entry: T, ...keys: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(
    Object.entries(entry).filter(([key]) => !keys.includes(key as keyof T)),
  ) as Partial<T>

/** What must be the same. Steps that are assumed are looked at by themselves. */
function comparable(scenario: Scenario, assumed: ReadonlySet<string>): unknown {
  const board = scenario.board()
  const figures = projectStats(scenario.state(), scenario.world)
  return {
    ...without(board, 'next', 'version', 'alerts', 'steps', 'facts'),
    figures: without(figures, 'alerts'),
    log: figures.alerts
      ?.filter(({ kind }) => !ATTENTION.includes(kind ?? ''))
      .map(({ stepId, raisedAt }) => ({ stepId, raisedAt })),
    alerts: board.alerts
      .filter(({ kind }) => !ATTENTION.includes(kind))
      .map(({ kind, stepId, priority, dueAt }) => ({ kind, stepId, priority, dueAt })),
    steps: board.steps
      .filter(({ id }) => !assumed.has(id))
      .map((step) => ({
        ...without(step, 'nudgeAt'),
        openedAt: step.state === 'open' ? step.openedAt : null, // else of a time that is over
      })),
    facts: board.facts.map((fact) => without(fact, 'assumed', 'nudgeAt')),
  }
}

const byId = ({ steps }: BoardIncident, id: string): BoardIncident['steps'][number] | undefined =>
  steps.find((step) => step.id === id)

/** The same command for the other incident, or null where a person acts on what is assumed. */
function mirrored(command: IncidentCommand, from: Scenario, to: Scenario): IncidentCommand | null {
  if ('stepId' in command && command.stepId && byId(to.board(), command.stepId)?.assumed)
    return null
  if (command.type === 'ActivatePlan')
    return { ...command, plan: LIBRARY.find(({ id }) => id === command.plan.id) ?? command.plan }
  const alertId =
    'alertId' in command ? command.alertId : 'alertIds' in command ? command.alertIds[0] : undefined
  if (alertId === undefined) return command
  const alert = from.state().alerts.find(({ id }) => id === alertId)
  const twin = to
    .state()
    .alerts.find(
      ({ kind, stepId }) => stepId === alert?.stepId && (kind === alert.kind || stepId === null),
    )
  if (!twin) return null
  return 'alertId' in command
    ? { ...command, alertId: twin.id }
    : ({ ...command, alertIds: [twin.id] } as IncidentCommand)
}

/** Lives through it twice and compares after every act; says what differed first. */
function differences(
  plan: Plan,
  acts: readonly Act[],
): { plain: unknown; doubting: unknown } | null {
  const [plain, doubting] = [begun(PLAIN), begun(LIBRARY)]
  const send = plain.send
  let refusals: (string | null)[]
  plain.send = (command, by) => {
    if (command.type === 'CheckDeadlines') return send(command, by)
    plain.check()
    doubting.check()
    const twin = mirrored(command, plain, doubting)
    if (!twin) return null
    const other = doubting.send(twin, by)
    const refusal = send(command, by)
    refusals = [refusal?.code ?? null, other?.code ?? null]
    return refusal
  }
  plain.activate(withoutDoubt(plan))
  for (const act of acts) {
    refusals = []
    perform(plain, act, PLAIN)
    if (act.act === 'pass' || act.act === 'late ticker') perform(doubting, act, LIBRARY)
    if (act.act !== 'acknowledge' && refusals[0] !== refusals[1])
      return { plain: refusals[0], doubting: refusals[1] }
    const assumed = doubting.board().steps.filter((step) => step.assumed)
    for (const step of assumed) {
      const plainStep = byId(plain.board(), step.id)
      const opens =
        step.lifeSafety &&
        step.dueAt === null &&
        plainStep?.state === 'waiting' &&
        plainStep.acceptedBy === step.acceptedBy &&
        step.state === (plainStep.acceptedBy === null ? 'open' : 'accepted')
      if (!opens) return { plain: plainStep, doubting: step }
    }
    const ids = new Set(assumed.map(({ id }) => id))
    const [inPlain, other] = [comparable(plain, ids), comparable(doubting, ids)]
    if (JSON.stringify(inPlain) !== JSON.stringify(other))
      return { plain: inPlain, doubting: other }
  }
  return null
}

describe('an assumption opens what life hangs on, and does nothing else', () => {
  const asking = LIBRARY.filter(({ facts }) =>
    facts.some(({ inDoubt }) => inDoubt && 'answer' in inDoubt),
  )
  it.each(asking.map((plan) => [plan.id, plan] as const))('%s', (_id, plan) => {
    fc.assert(
      fc.property(fc.array(anyAct(), { minLength: 5, maxLength: 30, size: 'max' }), (acts) => {
        const difference = differences(plan, acts)
        expect(difference?.doubting).toEqual(difference?.plain)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 3), seed: Number(process.env['SEED'] ?? 20261126) },
    )
  })
})
