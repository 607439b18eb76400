/**
 * A draft in words: conditions and limits are read back as on the plan page, also while the plan as
 * a whole is faulty.
 */
import type { Condition, Level, Role, Within } from '#shared/domain/plan/plan.ts'
import { describeCondition, describeDue, type Named } from '#shared/domain/plan/describe.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { USUAL_OPTIONS } from '#shared/domain/plan/usual-options.ts'
import { durationMs, timesIn } from './duration.ts'
import type { EditedPlan, DraftCondition, DraftDue } from './draft-types.ts'

/** What is written in one language only stands in the place of both, as in a plan. */
const inBoth = ({ zh, en }: LocalizedText): LocalizedText => ({ zh: zh || en, en: en || zh })

/** The questions of a draft with their answers, as far as words need them. */
export function namedIn(
  draft: EditedPlan,
  roles: readonly Role[],
  levels: readonly Level[],
): Named {
  const facts = Object.entries(draft.facts).map(([key, fact]) => ({
    key,
    question: inBoth(fact.question),
    unit: fact.unit ? inBoth(fact.unit) : null,
    options: Object.entries(fact.options ?? USUAL_OPTIONS[fact.kind] ?? {}).map(
      ([value, label]) => ({ value, label: inBoth(label) }),
    ),
  }))
  const steps = draft.steps.map(({ id, title }) => ({ id, title: inBoth(title) }))
  // only titles, questions and names are read
  return { facts, steps, roles, levels } as unknown as Named
}

function conditionOf(written: DraftCondition): Condition {
  if ('all' in written) return { all: written.all.map(conditionOf) }
  if ('any' in written) return { any: written.any.map(conditionOf) }
  if ('not' in written) return { not: conditionOf(written.not) }
  return 'elapsed' in written ? { ...written, elapsed: durationMs(written.elapsed) } : written
}

/** Something is still missing, so that reading it back would be nonsense. */
function halfWritten(condition: DraftCondition): boolean {
  if ('all' in condition) return condition.all.length === 0 || condition.all.some(halfWritten)
  if ('any' in condition) return condition.any.length === 0 || condition.any.some(halfWritten)
  if ('not' in condition) return halfWritten(condition.not)
  if ('fact' in condition)
    return condition.fact === '' || ('is' in condition && condition.is.length === 0)
  if ('step' in condition) return condition.step === ''
  if ('elapsed' in condition) return durationMs(condition.elapsed) === 0
  return 'type' in condition && condition.type.length === 0
}

/** Null while it is half-written. */
export const draftConditionText = (written: DraftCondition, named: Named): LocalizedText | null =>
  halfWritten(written) ? null : describeCondition(conditionOf(written), named)

function withinOf(within: DraftDue['within']): Within {
  if (typeof within === 'string') return durationMs(within)
  if ('fact' in within)
    return {
      fact: within.fact,
      is: Object.fromEntries(
        Object.entries(within.is).map(([value, time]) => [value, durationMs(time)]),
      ),
    }
  return { workday: durationMs(within.workday), holiday: durationMs(within.holiday) }
}

/** Null while it is half-written. */
export function draftDueText({ within, from }: DraftDue, named: Named): LocalizedText | null {
  const times = timesIn(within)
  return times.length > 0 && times.every((time) => durationMs(time) > 0)
    ? describeDue({ within: withinOf(within), from }, named)
    : null
}
