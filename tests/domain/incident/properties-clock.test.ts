/**
 * Over plans of the product and random acts while the clock is put back again and again: whatever
 * is due by the time that has run leaves its trace once, and nothing goes round in circles.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { incidentAt } from '../../kit/incident.ts'
import { allPlans, shippedCalendar } from '../../kit/library.ts'
import { anyAct, perform } from '../../kit/random-incident.ts'

const plans = allPlans()
const BACK = fc.constantFrom(0, 0, 0, -2_000, -61_000, -1_800_000, -7_200_000)
const course = fc.array(fc.tuple(anyAct(), BACK, fc.nat(2)), { minLength: 15, maxLength: 40 })

it('what falls due after the clock was put back is recorded, once', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plans), course, (plan, acts) => {
      const scenario = incidentAt('2026-11-28T23:30:00+08:00', {
        attention: ATTENTION_DEFAULTS,
        calendar: shippedCalendar(),
      })
      scenario.activate(plan)
      for (const [act, back, pick] of acts) {
        scenario.setClock(back)
        perform(scenario, act, plans)
        const due = scenario.deadlines().toSorted((a, b) => a.dueAt - b.dueAt)[pick]
        if (!due) continue
        const before = scenario.recorded.length
        scenario.check(due.key) // the monotonic clock says so, whatever the wall clock does
        expect(scenario.recorded.length, due.key).toBeGreaterThan(before)
        expect(scenario.deadlines().map(({ key }) => key)).not.toContain(due.key)
      }
    }),
    { numRuns: 25, endOnFailure: true },
  )
})
