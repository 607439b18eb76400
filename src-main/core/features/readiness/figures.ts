/** The figures of readiness in a period, each by the one function that gives it. */
import { localDate, startOfDate } from '#shared/domain/calendar.ts'
import { policiesOf } from '#shared/domain/policies/policy.ts'
import type { ReadinessFigures } from '#shared/domain/readiness/figures.ts'
import { dayAfter, type Period } from '#shared/domain/statistics/period.ts'
import { suppliesOfPeriod } from '#shared/domain/supplies/figures.ts'
import { trainingOfPeriod } from '#shared/domain/training/figures.ts'
import { staffOf } from '#shared/domain/training/standing.ts'
import type { StationContext } from '../handler.ts'
import { termsIn } from '../training/data.ts'
import type { ReadRecord } from './record.ts'

type Context = Pick<StationContext, 'memory' | 'library'>

async function supplyFigures(
  read: ReadRecord,
  period: Period,
  time: { now: number; zone: string },
): Promise<ReadinessFigures['supplies']> {
  const supplies = await read('supply')
  return supplies.size === 0 ? null : suppliesOfPeriod(supplies.values(), period, time)
}

async function trainingFigures(
  read: ReadRecord,
  period: Period,
  { now, zone }: { now: number; zone: string },
  { memory, library }: Context,
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
  const values = (await read('policies')).get('policies') ?? null
  const policies = policiesOf(library.policies(), values, memory.site.kinds)
  return trainingOfPeriod({ courses, sessions, signOffs, staff }, period, {
    ...{ now, zone, usual: termsIn(policies) },
  })
}

/**
 * Of a period of local days, as of an instant (UTC ms). What the site keeps no record of has no
 * figures.
 */
export async function readinessFigures(
  read: ReadRecord,
  period: Period,
  now: number,
  context: Context,
): Promise<ReadinessFigures> {
  const time = { now, zone: context.memory.site.zone }
  return {
    supplies: await supplyFigures(read, period, time),
    training: await trainingFigures(read, period, time, context),
  }
}
