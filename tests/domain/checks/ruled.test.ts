/**
 * A policy that is set anew moves the lists in use from that instant on: those that go by it, and
 * those with an interval of their own as far as it lets them. What was due before stays as it was.
 */
import { describe, expect, it } from 'vitest'
import { monthlyDues } from '#shared/domain/check/due.ts'
import type { Checklist, Rhythm } from '#shared/domain/checklist/checklist.ts'
import { ruledBy, type Longest } from '#shared/domain/checklist/ruled.ts'
import { slotsOn } from '#shared/domain/checklist/slots.ts'
import { checklistStream, type ChecklistEvent } from '#shared/domain/checklist/stream.ts'
import { localized } from '#shared/domain/text.ts'
import { DAYS, list, on, patrol, ROUNDS, signedAt, version, ZONE } from './lists.ts'

const DAY = '2026-11-24'
const hours = (count: number): Longest => ({ roundMinutes: count * 60, months: {} })
const minutes = (of: Checklist | { rhythm: Rhythm } | null): number | undefined => {
  const rhythm = of && ('rhythm' in of ? of.rhythm : of.versions.at(-1)?.rhythm)
  return rhythm?.every === 'round' ? rhythm.minutes : undefined
}
const saved: ChecklistEvent = {
  ...{ type: 'ChecklistSaved', shippedId: null, source: null, reason: null, owner: null },
  ...({ name: localized('巡查', 'Patrol'), kind: 'patrol', reportsItself: false } as const),
  ...{ items: [], points: [], rhythm: ROUNDS },
}
/** As the stream folds it; each policy at its time of the day. */
function after(
  rhythm: Rhythm,
  ...policies: readonly (readonly [time: string, was: number, is: number])[]
): Checklist {
  const meta = (time: string) => ({ at: on(DAY, time), by: '李工' })
  let state = checklistStream.evolve(checklistStream.initial('a'), {
    ...saved,
    ...{ rhythm, ...meta('00:00') },
  } as never)
  for (const [time, was, is] of policies) {
    const ruled = ruledBy(state.checklist!, hours(was), hours(is))
    if (!ruled) continue
    state = checklistStream.evolve(state, {
      ...{ type: 'ChecklistRuled', policyId: 'patrol', reason: { sealed: 'r' } },
      ...{ ...ruled, ...meta(time) },
    })
  }
  return state.checklist!
}

describe('a round', () => {
  it('that goes by the policy follows it, stricter, looser and back', () => {
    expect(minutes(after(ROUNDS, ['10:00', 2, 1]))).toBe(60)
    expect(minutes(after(ROUNDS, ['10:00', 2, 3]))).toBe(180)
    expect(minutes(after(ROUNDS, ['10:00', 2, 1], ['10:30', 1, 2]))).toBe(120)
    expect(minutes(after(ROUNDS, ['10:00', 2, 1], ['10:30', 1, 3]))).toBe(180)
  })
  it('with an interval of its own keeps it, as far as the policy lets it, and gets it back', () => {
    const denser = { ...ROUNDS, minutes: 90 }
    expect(minutes(after(denser, ['10:00', 2, 3]))).toBe(90)
    expect(minutes(after(denser, ['10:00', 2, 1]))).toBe(60)
    expect(minutes(after(denser, ['10:00', 2, 1], ['11:00', 1, 4]))).toBe(90)
  })
  it('is never longer than it is open, and moves by its own policy only', () => {
    expect(minutes(after(ROUNDS, ['10:00', 2, 24]))).toBe(360) // nine to three
    expect(ruledBy(patrol(), hours(2), { roundMinutes: 120, months: { site: 1 } })).toBeNull()
    expect(ruledBy(patrol(), hours(2), { roundMinutes: null, months: {} })).toBeNull()
    const over = { at: 1, by: 'x', reason: { sealed: 'r' } }
    expect(ruledBy({ ...patrol(), withdrawn: over }, hours(2), hours(1))).toBeNull()
  })
  it('moves from the instant on at which it was stated: the slot that runs then stays', () => {
    const dues = slotsOn(after(ROUNDS, ['10:00', 2, 1]), DAY, DAYS).map(({ due }) => due)
    const at = (...times: readonly string[]) => times.map((time) => on(DAY, time))
    expect(dues).toEqual(at('11:00', '12:00', '13:00', '14:00', '15:00'))
    const before = slotsOn(after(ROUNDS, ['10:00', 2, 1]), '2026-11-23', DAYS)
    expect(before).toEqual([]) // it was not in use
    const looser = slotsOn(after({ ...ROUNDS, minutes: 60 }, ['11:30', 1, 2]), DAY, DAYS)
    expect(looser.map(({ due }) => due)).toEqual(at('10:00', '11:00', '12:00', '15:00'))
  })
  it('saved again as it is still goes by the policy; with another interval it has its own', () => {
    const ruled = after({ ...ROUNDS, minutes: 90 }, ['10:00', 2, 1])
    const again = (rhythm: Rhythm): Checklist =>
      checklistStream.evolve({ id: 'a', checklist: ruled }, {
        ...saved,
        ...{ rhythm, name: localized('夜巡', 'Night'), at: on(DAY, '12:00'), by: '李工' },
      } as never).checklist!
    expect(minutes(ruledBy(again({ ...ROUNDS, minutes: 60 }), hours(1), hours(2)))).toBe(90)
    expect(ruledBy(again({ ...ROUNDS, minutes: 45 }), hours(1), hours(2))).toBeNull()
  })
})

describe('a list of months', () => {
  const months = (count: number): Rhythm => ({ every: 'months', months: count })
  const withRuled = (...ruled: readonly (readonly [date: string, count: number])[]): Checklist => ({
    ...list({ kind: 'site', rhythm: months(3) }),
    versions: [
      version({ kind: 'site', rhythm: months(3), at: on('2026-01-31', '09:00') }),
      ...ruled.map(([date, count]) =>
        version({
          ...{ kind: 'site', rhythm: months(count), at: on(date, '09:00') },
          ruled: { policyId: 'site-check', chosen: null },
        }),
      ),
    ],
  })
  const due = (of: Checklist) => monthlyDues(of, [], ZONE).at(-1)?.due

  it('is due by the new policy, never before the day on which that was stated', () => {
    expect(due(withRuled())).toBe('2026-04-30') // the last of a month that has no 31st
    expect(due(withRuled(['2026-02-10', 1]))).toBe('2026-02-28')
    expect(due(withRuled(['2026-03-10', 1]))).toBe('2026-03-10')
    expect(due(withRuled(['2026-03-10', 6]))).toBe('2026-07-31')
  })
  it('that was overdue already stays so, whatever the policy says then', () => {
    expect(due(withRuled(['2026-05-02', 12]))).toBe('2026-04-30')
  })
  it('and what was done before stays as it was', () => {
    const done = signedAt('c1', on('2026-02-20', '09:00'), null, on('2026-02-20', '10:00'))
    expect(monthlyDues(withRuled(['2026-03-10', 1]), [done], ZONE)).toMatchObject([
      { due: '2026-04-30', done: '2026-02-20' },
      { due: '2026-03-20', done: null },
    ])
  })
})
