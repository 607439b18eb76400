/** The figures of plan upkeep in a period: what was done in it, and how much of it in time. */
import { localDate, type WorkCalendar } from '../calendar.ts'
import { dueAfter, policyFor, type PolicyRule } from '../policies/policy.ts'
import type { Period } from '../statistics/period.ts'
import { filingPolicy } from './due.ts'
import { inOrder, issueOn, valid, type PlanUpkeep } from './upkeep.ts'

/**
 * `filedLate`, `knownLate`: of those filed or made known, after the day that their issue gave them.
 * `approvals`: of plans. `triggers`: demands to revise that came, `settled`: that ended.
 */
export type UpkeepFigures = {
  issued: number
  approvals: number
  filed: number
  filedLate: number
  known: number
  knownLate: number
  evaluated: number
  toRevise: number
  triggers: number
  settled: number
}
export const NO_UPKEEP_FIGURES: UpkeepFigures = {
  issued: 0,
  approvals: 0,
  filed: 0,
  filedLate: 0,
  known: 0,
  knownLate: 0,
  evaluated: 0,
  toRevise: 0,
  triggers: 0,
  settled: 0,
}

export type FiguresAround = {
  policies: readonly PolicyRule[]
  calendar: WorkCalendar
  zone: string
}

const isAfterDue = (
  upkeep: PlanUpkeep,
  day: string,
  policy: PolicyRule | null,
  calendar: WorkCalendar,
): boolean => {
  const issue = issueOn(upkeep, day)
  return issue !== null && policy !== null && day > dueAfter(policy, issue.day, calendar)
}

/**
 * By the local days of the period, whenever it was told. `approvals`: instants (UTC ms) of
 * approvals of plans.
 */
export function upkeepOfPeriod(
  all: readonly PlanUpkeep[],
  approvals: readonly number[],
  { from, to }: Period,
  { policies, calendar, zone }: FiguresAround,
): UpkeepFigures {
  const isWithin = (day: string): boolean => day >= from && day <= to
  const dayOf = (at: number): string => localDate(at, zone)
  const figures = { ...NO_UPKEEP_FIGURES }
  figures.approvals = approvals.filter((at) => isWithin(dayOf(at))).length
  const knownPolicy = policyFor(policies, 'making-known')
  for (const upkeep of all) {
    const filing = filingPolicy(upkeep, policies)
    figures.issued += inOrder(upkeep.issues).filter(({ day }) => isWithin(day)).length
    for (const { day } of valid(upkeep.filings).filter((entry) => isWithin(entry.day))) {
      figures.filed += 1
      if (isAfterDue(upkeep, day, filing, calendar)) figures.filedLate += 1
    }
    for (const { day } of valid(upkeep.known).filter((entry) => isWithin(entry.day))) {
      figures.known += 1
      if (isAfterDue(upkeep, day, knownPolicy, calendar)) figures.knownLate += 1
    }
    const evaluations = valid(upkeep.evaluations).filter(({ day }) => isWithin(day))
    figures.evaluated += evaluations.length
    figures.toRevise += evaluations.filter(({ result }) => result === 'revise').length
    const triggers = valid(upkeep.triggers)
    figures.triggers += triggers.filter(({ day }) => isWithin(day)).length
    figures.settled += [...valid(upkeep.evaluations), ...triggers].filter(
      ({ settled }) => settled !== null && isWithin(dayOf(settled.at)),
    ).length
  }
  return figures
}
