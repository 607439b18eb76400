/** How the slots and days of a checklist stand: done, late, missed, due, coming. */
import { localDate } from '../calendar.ts'
import { latest, versionAt, type Checklist, type ChecklistVersion } from '../checklist/checklist.ts'
import { slotsOn, type Days, type Slot } from '../checklist/slots.ts'
import { monthsAfter } from '../due-days.ts'
import { checkStanding, isLate, signOf, type Check } from './check.ts'

/** due: it runs and nobody has begun. running: begun. missed: over, and nobody signed in it. */
export type SlotState = 'done' | 'late' | 'running' | 'missed' | 'due' | 'coming'
export type SlotStanding = Slot & { state: SlotState; check: Check | null }

/** The checks of a list that count: those that were not withdrawn, in the order of their begin. */
export const countingChecks = (checks: Iterable<Check>, checklistId: string): readonly Check[] =>
  [...checks]
    .filter((check) => check.checklistId === checklistId && checkStanding(check) !== 'withdrawn')
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))

function standingOf(slot: Slot, checks: readonly Check[], now: number): SlotStanding {
  const ofSlot = checks.filter(({ due }) => due === slot.due)
  const check = ofSlot.find((each) => signOf(each) !== null) ?? ofSlot.at(-1) ?? null
  const state = ((): SlotState => {
    if (check && signOf(check)) return isLate(check) ? 'late' : 'done'
    if (now < slot.from) return 'coming'
    if (now < slot.due) return check ? 'running' : 'due'
    return 'missed'
  })()
  return { ...slot, state, check }
}

/** The slots that begin on a local date, each as it stands at `now` (UTC ms). */
export const slotStandings = (
  list: Checklist,
  checks: readonly Check[],
  date: string,
  { now, ...days }: Days & { now: number },
): readonly SlotStanding[] => slotsOn(list, date, days).map((slot) => standingOf(slot, checks, now))

/**
 * A day on which it was due by months. `done`: the local day on which it was, by `check`; null: not
 * yet.
 */
export type MonthlyDue = { due: string; done: string | null; check: Check | null }

/** `versions`: from one that took the list into use to the next; out of use at `endAt` (UTC ms). */
type Spell = { versions: readonly ChecklistVersion[]; endAt: number | null }

/** The times during which a list was in use. */
function spellsOf({ versions, withdrawn }: Checklist): readonly Spell[] {
  const starts = versions.flatMap(({ idleSince }, index) =>
    index === 0 || idleSince !== undefined ? [index] : [],
  )
  return starts.map((start, nth) => {
    const next = starts[nth + 1]
    return {
      versions: versions.slice(start, next),
      endAt: (next === undefined ? withdrawn?.at : versions[next]?.idleSince) ?? null,
    }
  })
}

/**
 * Every day on which a list of so many months was due and the next one: counted from the day on
 * which it was done last, at first from the day on which it was taken into use, or put back.
 * `checks`: of it.
 */
export const monthlyDues = (
  list: Checklist,
  checks: readonly Check[],
  zone: string,
): readonly MonthlyDue[] =>
  spellsOf(list).flatMap((spell) => duesOfSpell({ ...list, ...spell }, checks, zone))

/**
 * The day counted from `from`, moved by each policy that was stated before it was done: never to a
 * day before that on which it was stated, and no more once it had come.
 */
function movedDue(
  from: string,
  months: number,
  versions: readonly ChecklistVersion[],
  zone: string,
): string {
  let due = monthsAfter(from, months)
  for (const { at, rhythm } of versions) {
    const stated = localDate(at, zone)
    if (rhythm.every !== 'months' || due < stated) break
    const next = monthsAfter(from, rhythm.months)
    due = next < stated ? stated : next
  }
  return due
}

function duesOfSpell(
  { endAt, ...list }: Checklist & Spell,
  checks: readonly Check[],
  zone: string,
): readonly MonthlyDue[] {
  const first = list.versions.find(({ rhythm }) => rhythm.every === 'months')
  if (!first) return []
  const done = checks
    .flatMap((check) => {
      const sign = signOf(check)
      return sign ? [{ check, doneAt: sign.doneAt }] : []
    })
    .filter(
      ({ doneAt }) => doneAt >= first.at || localDate(doneAt, zone) === localDate(first.at, zone),
    )
    .filter(({ doneAt }) => endAt === null || doneAt < endAt)
    .sort((a, b) => a.doneAt - b.doneAt)
  const ruled = list.versions.filter((version) => version.ruled)
  const dues: MonthlyDue[] = []
  let [from, at] = [localDate(first.at, zone), first.at]
  for (const { check, doneAt } of [...done, { check: null, doneAt: null }]) {
    const rhythm = (versionAt({ ...list, withdrawn: null }, at) ?? latest(list)).rhythm
    if (rhythm.every !== 'months') break
    const day = doneAt === null ? null : localDate(doneAt, zone)
    const meanwhile = ruled.filter((each) => each.at > at && each.at <= (doneAt ?? Infinity))
    const due = movedDue(from, rhythm.months, meanwhile, zone)
    // what was not due yet when it went out of use was never owed
    if (doneAt !== null || endAt === null || due < localDate(endAt, zone))
      dues.push({ due, done: day, check })
    if (doneAt !== null) [from, at] = [localDate(doneAt, zone), doneAt]
  }
  return dues
}
