/** When a flood of alerts begins and ends, and what the record learns of it. */
import { expect, it } from 'vitest'
import type { Batch } from '#main/core/engine/batch.ts'
import { createFloodWatch } from '#main/core/station/flood-watch.ts'
import { initialIncident, type Incident } from '#shared/domain/incident/record/state.ts'
import { isFlood } from '#shared/domain/statistics/flood.ts'
import { alert } from '../kit/incident-stats.ts'
import { manualClock } from '../kit/manual-clock.ts'

const MINUTE = 60_000
/** What is decided here looks at no incident. */
const BATCH: Batch = {
  incident: async () => null,
  world: () => {
    throw new Error('no world')
  },
  nextNumber: async () => '2026-001',
  hasPlan: async () => false,
}

function watched() {
  const clock = manualClock('2026-11-24T12:00:00+08:00')
  const incidents = new Map<string, Incident>()
  const memory = { incidents, storageFailedSince: null as number | null }
  const events: object[] = []
  const watch = createFloodWatch({
    memory,
    commandQueue: {
      submit: async (submission) => {
        const decision = await submission.decide(BATCH)
        if (!decision.ok) return decision
        events.push(...decision.events)
        return { ok: true, position: 0, reply: {} }
      },
    },
    clock,
    by: 'Vigil',
  })
  /** So many alerts are raised now, in an incident. */
  const raise = (id: string, count: number, part: Partial<Incident> = {}) => {
    const before = incidents.get(id) ?? { ...initialIncident(id), ...part }
    const raised = Array.from({ length: count }, () => alert(clock.wall()))
    incidents.set(id, { ...before, alertLog: [...(before.alertLog ?? []), ...raised] })
    watch.onCommitted({ incidents: [{ incidentId: id, position: 1 }], other: false })
  }
  const cycle = async () => {
    watch.onCycle(clock.wall())
    await new Promise((resolve) => setImmediate(resolve))
    return events.splice(0)
  }
  return { clock, memory, watch, raise, cycle }
}

it.each([
  [false, 10, false],
  [false, 11, true],
  [true, 5, true],
  [true, 4, false],
])('it was one: %s, with %d alerts it is one: %s', (was, recent, is) => {
  expect(isFlood(was, recent)).toBe(is)
})

it('begins with the eleventh alert of all incidents within ten minutes', async () => {
  const { raise, cycle } = watched()
  raise('a', 5)
  raise('b', 5)
  expect(await cycle()).toEqual([])
  raise('b', 1)
  expect(await cycle()).toMatchObject([{ type: 'FloodBegan', body: { raised: 11 } }])
  expect(await cycle()).toEqual([])
})

it('ends when fewer than five are left of the last ten minutes, and says since when it was', async () => {
  const { clock, raise, cycle } = watched()
  raise('a', 7)
  clock.leap(MINUTE)
  raise('a', 5)
  const since = clock.wall()
  expect(await cycle()).toMatchObject([{ type: 'FloodBegan', body: { raised: 12 } }])
  clock.leap(9 * MINUTE - 1)
  expect(await cycle()).toEqual([])
  clock.leap(1) // the first seven are ten minutes old
  expect(await cycle()).toEqual([])
  clock.leap(MINUTE)
  expect(await cycle()).toMatchObject([{ type: 'FloodEnded', body: { since } }])
})

it('does not count what drills raise', async () => {
  const { raise, cycle } = watched()
  raise('a', 11, { drill: true })
  expect(await cycle()).toEqual([])
})

it('begins while nothing can be saved, without a word in the record', async () => {
  const { clock, memory, raise, cycle } = watched()
  memory.storageFailedSince = clock.wall()
  raise('a', 11)
  expect(await cycle()).toEqual([])
  memory.storageFailedSince = null
  expect(await cycle()).toEqual([])
  clock.leap(10 * MINUTE)
  expect(await cycle()).toMatchObject([{ type: 'FloodEnded' }])
})
