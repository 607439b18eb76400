/**
 * One function a figure, for both faces: late counts limits, and a drill is counted
 * as a drill alone.
 */
import { expect, it } from 'vitest'
import { alertCounts, countsOf } from '#renderer/ui/incident-counts.ts'
import { alert, incident, NOW, step } from '../board-parts.ts'

const late = (part = {}) => step({ dueAt: NOW, startedAt: NOW - 1, ...part })

it('counts every limit that has passed, from its very instant, and the incidents that have one', () => {
  const incidents = [
    incident({ steps: [late(), late({ state: 'accepted' }), late({ dueAt: NOW + 1 })] }),
    incident({ steps: [late()] }),
    incident({ steps: [step()] }),
  ]
  expect(countsOf(incidents, NOW)).toEqual({ running: 3, late: 3, lateIncidents: 2, drills: 0 })
})

it('counts no limit that is finished, waits or does not apply, though it was late', () => {
  const states = ['done', 'already-done', 'skipped', 'not-applicable', 'waiting', 'hidden'] as const
  expect(
    countsOf([incident({ steps: states.map((state) => late({ state, late: true })) })], NOW),
  ).toMatchObject({ running: 1, late: 0, lateIncidents: 0 })
})

it('leaves out what is closed, and counts a drill apart', () => {
  const incidents = [
    incident({ state: 'closed', steps: [late()] }),
    incident({ state: 'falseReport' }),
    incident({ drill: true, steps: [late()] }),
  ]
  expect(countsOf(incidents, NOW)).toEqual({ running: 0, late: 0, lateIncidents: 0, drills: 1 })
})

it('counts alerts that nobody has acknowledged apart from those that somebody has, and those of drills alone', () => {
  const real = incident({ alerts: [alert(), alert(), alert({ acknowledgedAt: NOW })] })
  expect(
    alertCounts([
      real,
      incident({ drill: true, alerts: [alert(), alert({ acknowledgedAt: NOW })] }),
    ]),
  ).toEqual({ unacknowledged: 2, acknowledged: 1, drills: 2 })
})
