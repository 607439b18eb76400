/**
 * What of checks and events has a day: rounds while open (公安部令第61号 art. 25), checks by day and by
 * month, and events of the site that are not ready (S01-09).
 */
import { localDate } from '../calendar.ts'
import { inUse, latest, type Checklist } from '../checklist/checklist.ts'
import type { Days } from '../checklist/slots.ts'
import { datePlus, daysBetween } from '../duty/roster.ts'
import {
  lacksOf,
  occasionsToCome,
  type Occasion,
  type OccasionAround,
} from '../occasion/occasion.ts'
import { policyFor, type Policy } from '../policies/policy.ts'
import type { Obligation } from '../readiness/obligation.ts'
import type { Check } from './check.ts'
import { countingChecks, monthlyDues, slotStandings, type SlotStanding } from './due.ts'

type At = Days & { now: number }

const toList = (id: string): readonly string[] => ['readiness', 'checks', id]
type About = Pick<Obligation, 'about' | 'owner' | 'to'>
const aboutOf = (list: Checklist): About => ({
  about: { id: list.id, name: latest(list).name },
  owner: latest(list).owner,
  to: toList(list.id),
})

/** The slots of today and those of a night that began yesterday. */
export const slotsToday = (
  list: Checklist,
  checks: readonly Check[],
  { now, zone, calendar }: At,
): readonly SlotStanding[] => {
  const today = localDate(now, zone)
  return [datePlus(today, -1), today]
    .flatMap((date) => slotStandings(list, checks, date, { now, zone, calendar }))
    .filter(({ due, date }) => date === today || localDate(due, zone) === today)
}

function ofSlots(list: Checklist, checks: readonly Check[], at: At): readonly Obligation[] {
  const slots = slotsToday(list, checks, at)
  const isRound = latest(list).rhythm.every === 'round'
  const missed = slots.filter(({ state }) => state === 'missed')
  const running = slots.find(({ state }) => state === 'due' || state === 'running')
  const today = localDate(at.now, at.zone)
  const obligation = (kind: 'round-missed' | 'round' | 'check', due: number, count: number) => ({
    ...aboutOf(list),
    ...{ kind, due: localDate(due, at.zone), dueAt: due, remindFrom: today, count },
    isCritical: kind === 'round-missed',
  })
  return [
    ...missed
      .slice(0, 1)
      .map(({ due }) => obligation(isRound ? 'round-missed' : 'check', due, missed.length)),
    ...(running ? [obligation(isRound ? 'round' : 'check', running.due, 1)] : []),
  ]
}

function ofMonths(
  list: Checklist,
  checks: readonly Check[],
  policies: readonly Policy[],
  { zone }: At,
): readonly Obligation[] {
  const next = monthlyDues(list, checks, zone).at(-1)
  if (!next || next.done !== null) return []
  const kind = latest(list).kind === 'equipment' ? 'equipment-check' : 'site-check'
  const days = policyFor(policies, kind)?.remindDays ?? 0
  return [
    {
      ...aboutOf(list),
      ...{ kind: 'check', due: next.due, dueAt: null, count: 1 },
      remindFrom: datePlus(next.due, -days),
      isCritical: false,
    },
  ]
}

/**
 * Of the lists that are in use. Months are counted from the last check that was signed, at first
 * from the day on which the list was taken into use.
 */
export const obligationsOfChecks = (
  { lists, checks }: { lists: Iterable<Checklist>; checks: Iterable<Check> },
  policies: readonly Policy[],
  at: At,
): readonly Obligation[] => {
  const all = [...checks]
  return inUse(lists).flatMap((list) => {
    const ofList = countingChecks(all, list.id)
    const { every } = latest(list).rhythm
    if (every === 'months') return ofMonths(list, ofList, policies, at)
    return every === 'round' || every === 'day' ? ofSlots(list, ofList, at) : []
  })
}

/**
 * Of events to come that are not ready: critical in the last days before it, as the policy has it.
 * A permit that is missing is critical from the days on by which the law wants it applied for, and
 * shown so many days before that.
 */
export const obligationsOfOccasions = (
  occasions: Iterable<Occasion>,
  aroundOf: (occasion: Occasion) => OccasionAround,
  policies: readonly Policy[],
  { now, zone }: { now: number; zone: string },
): readonly Obligation[] => {
  const today = localDate(now, zone)
  const { remindDays: permitRemind = 0, value: permitDays = 0 } =
    policyFor(policies, 'event-permit') ?? {}
  const { remindDays = 0, value: criticalDays = 0 } = policyFor(policies, 'event-ready') ?? {}
  return occasionsToCome(occasions, now).flatMap((occasion): Obligation[] => {
    const lacks = lacksOf(occasion, aroundOf(occasion))
    if (lacks.length === 0) return []
    const due = localDate(occasion.startsAt, zone)
    const left = daysBetween(today, due)
    const ahead = lacks.includes('permit')
      ? Math.max(remindDays, permitDays + permitRemind)
      : remindDays
    return [
      {
        ...{ kind: 'occasion', about: { id: occasion.id, name: occasion.name } },
        ...{ owner: occasion.commander, due, dueAt: occasion.startsAt },
        remindFrom: datePlus(due, -ahead),
        isCritical: left <= criticalDays || (lacks.includes('permit') && left <= permitDays),
        count: lacks.length,
        to: ['readiness', 'checks', 'events', occasion.id],
      },
    ]
  })
}

/** When the next event ends (UTC ms): what it lacks is owed no longer; null: none is to come. */
export function nextOccasionEnd(occasions: Iterable<Occasion>, now: number): number | null {
  const ends = occasionsToCome(occasions, now).map(({ endsAt }) => endsAt)
  return ends.length > 0 ? Math.min(...ends) : null
}

/** When a slot of today begins next (UTC ms): something is due then; null: none does. */
export function nextSlotAt(checklists: Iterable<Checklist>, at: At): number | null {
  const begins = inUse(checklists)
    .flatMap((list) => slotsToday(list, [], at))
    .map(({ from }) => from)
    .filter((from) => from > at.now)
  return begins.length > 0 ? Math.min(...begins) : null
}
