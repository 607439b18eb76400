/**
 * The order of urgency over incidents as chance has led them: total, the same for every pair as for
 * the whole list, and made of nothing but the boards and the time.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { byUrgency, urgencyOf } from '#shared/domain/board/urgency.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { incidentAt } from '../../kit/incident.ts'
import { allPlans, allTypes, shippedCalendar } from '../../kit/library.ts'
import { anyAct, perform, type Act } from '../../kit/random-incident.ts'

const LIBRARY = allPlans()
const TYPES = allTypes()
const MOMENTS = ['14:00', '14:00', '14:07', '14:31']

type Life = { plan: number; type: number; moment: number; drill: boolean; acts: readonly Act[] }
const life: fc.Arbitrary<Life> = fc.record({
  plan: fc.nat(LIBRARY.length - 1),
  type: fc.nat(TYPES.length),
  moment: fc.nat(MOMENTS.length - 1),
  drill: fc.boolean(),
  acts: fc.array(anyAct(), { maxLength: 12 }),
})

function boardOf({ plan, type, moment, drill, acts }: Life, id: string): BoardIncident {
  const scenario = incidentAt(`2026-11-23T${MOMENTS[moment] ?? '14:00'}:00+08:00`, {
    calendar: shippedCalendar(),
    library: LIBRARY,
    attention: ATTENTION_DEFAULTS,
    drill,
    ...(TYPES[type] ? { type: TYPES[type] } : {}),
  })
  if (LIBRARY[plan]) scenario.activate(LIBRARY[plan])
  for (const act of acts) perform(scenario, act, LIBRARY)
  return { ...scenario.board(), id }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}
const ids = (list: readonly BoardIncident[]): string[] => list.map(({ id }) => id)

it('is total, agrees with every pair of it, and follows from boards and time alone', () => {
  const now = Date.parse('2026-11-23T15:00:00+08:00')
  fc.assert(
    fc.property(fc.array(life, { minLength: 2, maxLength: 6 }), fc.nat(), (lives, turn) => {
      const incidents = lives.map((each, index) => frozen(boardOf(each, `i${index}`)))
      const order = ids(byUrgency(incidents, now))
      expect([...order].sort()).toEqual(ids(incidents).sort())

      const turned = incidents.map((_, index) => incidents[(index + turn) % incidents.length]!)
      for (const list of [turned, [...turned].reverse()]) {
        byUrgency(list, now + turn) // what it said of another time changes nothing
        expect(ids(byUrgency(list, now))).toEqual(order)
      }
      for (const a of incidents)
        for (const b of incidents)
          if (a !== b)
            expect(ids(byUrgency([a, b], now))[0]).toBe(
              order.indexOf(a.id) < order.indexOf(b.id) ? a.id : b.id,
            )

      const drills = byUrgency(incidents, now).map(({ drill }) => drill)
      expect(drills).toEqual([...drills].sort((a, b) => Number(a) - Number(b)))
      for (const each of incidents) expect(urgencyOf(each, now)).toBe(urgencyOf(each, now))
    }),
    { numRuns: 40, seed: 20261126 },
  )
})
