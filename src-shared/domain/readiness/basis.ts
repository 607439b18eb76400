/**
 * What the figures of readiness are counted by and the record does not have: the policies as they
 * held, the days off, and which plans were to be drilled since when. An issued report keeps it, so
 * that a newer product, a later plan or a later notice draws it again with the same figures.
 */
import type { WorkCalendar } from '../calendar.ts'
import type { DrilledPlan } from '../drill/due.ts'
import type { PolicyRule } from '../policies/policy.ts'
import type { Period } from '../statistics/period.ts'

/** `since`: the local day from which the site has the plan. */
export type ReadinessBasis = {
  policies: readonly PolicyRule[]
  calendar: WorkCalendar
  plans: readonly (Omit<DrilledPlan, 'title'> & { since: string })[]
}

export const ruleOf = ({
  id,
  kind,
  unit,
  value,
  remindDays,
  appliesTo,
}: PolicyRule): PolicyRule => ({ id, kind, unit, value, remindDays, appliesTo })

/** The years that a term may lie in of which a day of the period is reckoned. */
export function calendarAround(calendar: WorkCalendar, { from, to }: Period): WorkCalendar {
  const [first, last] = [Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4)) + 1]
  return Object.fromEntries(
    Object.entries(calendar).filter(([year]) => Number(year) >= first && Number(year) <= last),
  )
}
