/** The figures of readiness in a period, each by the one function that gives it. */
import { localDate, startOfDate } from '#shared/domain/calendar.ts'
import { checksOfPeriod } from '#shared/domain/check/figures.ts'
import { drilledPlans } from '#shared/domain/drill/due.ts'
import { policiesOf } from '#shared/domain/policies/policy.ts'
import { calendarAround, ruleOf, type ReadinessBasis } from '#shared/domain/readiness/basis.ts'
import type { ReadinessFigures } from '#shared/domain/readiness/figures.ts'
import { withNotices } from '#shared/domain/site/notice.ts'
import { dayAfter, type Period } from '#shared/domain/statistics/period.ts'
import { localized } from '#shared/domain/text.ts'
import { suppliesOfPeriod } from '#shared/domain/supplies/figures.ts'
import { trainingOfPeriod } from '#shared/domain/training/figures.ts'
import { staffOf } from '#shared/domain/training/standing.ts'
import { upkeepOfPeriod } from '#shared/domain/upkeep/figures.ts'
import { drillFigures } from '../drill/period.ts'
import { sinceOf } from '../drill/since.ts'
import type { QueryContext } from '../handler.ts'
import { termsIn } from '../training/data.ts'
import type { ReadRecord } from './record.ts'

export type FiguresContext = Pick<QueryContext, 'memory' | 'library' | 'reports' | 'sitePlans'>
type Time = { now: number; zone: string }
/** `now`: UTC ms. `basis`: what the record does not have. */
type By = Time & { basis: ReadinessBasis }
const NO_TITLE = localized('', '')

/** What the figures of a period are counted by, as the program and the site have it now. */
export async function basisOf(
  read: ReadRecord,
  period: Period,
  now: number,
  context: FiguresContext,
): Promise<ReadinessBasis> {
  const { memory, library } = context
  const values = (await read('policies')).get('policies') ?? null
  const since = sinceOf({ ...context, now: () => now })
  return {
    policies: policiesOf(library.policies(), values, memory.site.kinds).map(ruleOf),
    calendar: calendarAround(withNotices(library.calendar(), memory.site.notices ?? []), period),
    plans: drilledPlans(library.plans()).map(({ planId, kind }) => ({
      ...{ planId, kind, since: since(planId) },
    })),
  }
}

async function supplyFigures(
  read: ReadRecord,
  period: Period,
  time: Time,
): Promise<ReadinessFigures['supplies']> {
  const supplies = await read('supply')
  return supplies.size === 0 ? null : suppliesOfPeriod(supplies.values(), period, time)
}

async function trainingFigures(
  read: ReadRecord,
  period: Period,
  { now, zone, basis }: By,
): Promise<ReadinessFigures['training']> {
  const [courses, sessions, signOffs] = [
    [...(await read('training-course')).values()],
    [...(await read('training-session')).values()],
    [...(await read('sign-offs')).values()],
  ]
  if (courses.length + sessions.length + signOffs.length === 0) return null
  const register = (await read('register')).get('roster') ?? null
  const duty = (await read('duty')).get('duty') ?? null
  const end = Math.min(now, startOfDate(dayAfter(period.to), zone) - 1)
  const staff = staffOf(register, duty, localDate(end, zone))
  const usual = termsIn(basis.policies)
  return trainingOfPeriod({ courses, sessions, signOffs, staff }, period, { now, zone, usual })
}

async function arrangedDrills(
  read: ReadRecord,
  period: Period,
  { zone, basis }: By,
): Promise<ReadinessFigures['drills']> {
  const drills = [...(await read('drill')).values()]
  if (drills.length === 0) return null
  const sinceWhen = new Map(basis.plans.map(({ planId, since }) => [planId, since]))
  const view = { ...basis, zone, since: (planId: string) => sinceWhen.get(planId) ?? period.to }
  const plans = basis.plans.map((plan) => ({ ...plan, title: NO_TITLE }))
  return drillFigures(drills, period, view, plans)
}

async function checkFigures(
  read: ReadRecord,
  period: Period,
  { now, zone, basis: { calendar } }: By,
): Promise<ReadinessFigures['checks']> {
  const checklists = [...(await read('checklist')).values()]
  if (checklists.length === 0) return null
  const checks = (await read('check')).values()
  const acts = (await read('action')).values()
  return checksOfPeriod({ lists: checklists, checks, actions: acts }, period, {
    now,
    zone,
    calendar,
  })
}

async function upkeepFigures(
  read: ReadRecord,
  period: Period,
  { zone, basis: { policies, calendar } }: By,
): Promise<ReadinessFigures['upkeep']> {
  const all = [...(await read('upkeep')).values()]
  if (all.length === 0) return null
  const approvals = [...(await read('own-plan')).values()].flatMap(({ record }) =>
    record.filter(({ kind }) => kind !== 'abolished').map(({ at }) => at),
  )
  return upkeepOfPeriod(all, approvals, period, { policies, calendar, zone })
}

/**
 * Of a period of local days, as of an instant (UTC ms). What the site keeps no record of has no
 * figures.
 */
export async function readinessFigures(
  read: ReadRecord,
  period: Period,
  time: By,
): Promise<ReadinessFigures> {
  return {
    supplies: await supplyFigures(read, period, time),
    training: await trainingFigures(read, period, time),
    drills: await arrangedDrills(read, period, time),
    checks: await checkFigures(read, period, time),
    upkeep: await upkeepFigures(read, period, time),
  }
}
