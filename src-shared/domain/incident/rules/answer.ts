/** Takes an answer to a question of the plans, if it is one that they allow. */
import { accept, type Decision } from '../../decision.ts'
import type { Question, FactValue } from '../../plan/plan.ts'
import { casualtySet } from '../../plan/set-values.ts'
import type { AnswerFact } from '../record/commands.ts'
import type { FactAnswered, Recorded } from '../record/events.ts'
import * as no from '../record/refusals.ts'
import { MOST_PEOPLE, MOST_YUAN } from '../record/scales.ts'
import { askingNow, plansAsking, sameQuestion } from '../record/select.ts'
import type { Counts } from '../record/slices.ts'
import type { Incident } from '../record/state.ts'
import type { RuleContext, World } from '../record/world.ts'
import { countsSet, setByAnswer, type SetEvent } from './sets.ts'
import { refusedTime } from './told.ts'

/** The highest number that the value takes which the question sets; null: it sets none. */
function mostOf(fact: Question): number | null {
  if (casualtySet(fact) !== null) return MOST_PEOPLE
  return fact.sets === 'loss' ? MOST_YUAN : null
}

/** The value as it is recorded, or null if the question does not allow it. */
function checked(fact: Question, value: FactValue): FactValue | null {
  if (fact.kind === 'number' || fact.kind === 'estimate')
    return typeof value === 'number' && value >= 0 && value <= (mostOf(fact) ?? Number.MAX_VALUE)
      ? value
      : null
  const isOption = (choice: unknown): boolean =>
    typeof choice === 'string' && fact.options.some((option) => option.value === choice)
  if (fact.several) {
    const choices = typeof value === 'string' ? [value] : value
    return Array.isArray(choices) && choices.every(isOption)
      ? [...new Set(choices as string[])]
      : null
  }
  return isOption(value) ? value : null
}

/** Several plans ask for a value once: the question that sets it. */
const settingIn = (asking: readonly { fact: Question }[]): Question | undefined =>
  asking.find(({ fact }) => fact.sets)?.fact

/** The number of people that an answer sets; null: it sets none. */
export function countsAnswered(
  incident: Incident,
  { value, ...asked }: Pick<AnswerFact, 'key' | 'planId' | 'value'>,
  world: World,
): Counts | null {
  const setting = settingIn(askingNow(incident, asked, world))
  return setting ? countsSet(setting, value) : null
}

/**
 * `planId` is required when two running plans declare the key with different options; else the
 * answer is shared. Where a superseded plan meant something else by the key, the answer is recorded
 * for each running plan by itself. A later answer takes the place of an earlier one; both stay in
 * the record. Refused as of before the report or ahead (`bad-input`).
 */
export function answerFact(
  incident: Incident,
  command: AnswerFact,
  { world, meta }: RuleContext,
): Decision<FactAnswered | SetEvent> {
  const everAsked = plansAsking(incident, command.key, world)
  const meant = askingNow(incident, command, world)
  const first = meant[0]
  if (!first) return no.unknownFact(command.key)
  if (first.fact.kind === 'calendar') return no.factDerived(command.key)
  const same = ({ fact }: { fact: Question }): boolean => sameQuestion(fact, first.fact)
  if (command.planId === null && !meant.every(same))
    return no.planNeeded(meant.map(({ run }) => run.planId))
  const value = checked(first.fact, command.value)
  if (value === null)
    return no.badValue(
      first.fact.options.map((option) => option.value),
      mostOf(first.fact),
    )
  const { answeredAt = null } = command
  const untold = refusedTime(answeredAt, incident, meta.at)
  if (untold) return untold
  const answered = (planId: string | null): FactAnswered => ({
    type: 'FactAnswered',
    key: command.key,
    planId,
    value,
    question: first.fact.question,
    ...(answeredAt === null || answeredAt === meta.at ? {} : { answeredAt }),
  })
  const setting = settingIn(meant) ?? first.fact
  const set = setByAnswer(setting, { ...command, value }, incident, world)
  if (!set.ok) return set
  return accept<FactAnswered | SetEvent>(
    ...(everAsked.every(same) ? [answered(null)] : meant.map(({ run }) => answered(run.planId))),
    ...set.events,
  )
}

/** The instant of the first answer stays, since clocks count from it. */
export function factAnswered(incident: Incident, event: Recorded<FactAnswered>): Incident {
  const { key, planId, value, source, by } = event
  const at = event.answeredAt ?? event.at
  const before = planId === null ? incident.facts : (incident.factsOf[planId] ?? {})
  const facts = {
    ...before,
    [key]: {
      value,
      at,
      by,
      firstAt: before[key]?.firstAt ?? at,
      ...(source ? { source } : {}),
    },
  }
  return planId === null
    ? { ...incident, facts }
    : { ...incident, factsOf: { ...incident.factsOf, [planId]: facts } }
}
