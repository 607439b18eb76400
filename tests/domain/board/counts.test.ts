/**
 * One function a figure, for both faces: what stands inverse is counted as late, and a drill is
 * counted as a drill alone.
 */
import { expect, it } from 'vitest'
import { alertCounts, countsOf } from '#shared/domain/board/counts.ts'
import { isLate } from '#shared/domain/board/late.ts'
import { alert, incident, NOW, SECOND, step } from '../../renderer/board-parts.ts'

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

/** What life hangs on, and an alert that nobody has it. */
const unheeded = (part: Parameters<typeof alert>[0] = {}) =>
  incident({
    id: 'unheeded',
    steps: [step({ id: 'life', lifeSafety: true, nudgeAt: NOW - SECOND })],
    alerts: [
      alert({
        ...{ kind: 'nudge', priority: 1, stepId: null },
        members: [
          {
            ...{ planId: 'plan-1', stepId: 'life', dueAt: NOW - SECOND, lifeSafety: true },
            title: { zh: '疏散', en: 'Evacuate' },
          },
        ],
        ...part,
      }),
    ],
  })

it('counts what life hangs on and nobody has taken in time, as it stands inverse on every screen', () => {
  expect(isLate(unheeded(), NOW)).toBe(true)
  expect(countsOf([unheeded(), incident()], NOW)).toMatchObject({ late: 1, lateIncidents: 1 })
})

it('counts it no longer once somebody has acknowledged or shelved the alert, nor before there is one', () => {
  const shelved = { until: NOW + SECOND, by: '周敏', reason: null }
  const others = [
    unheeded({ acknowledgedAt: NOW }),
    unheeded({ shelved }),
    { ...unheeded(), alerts: [] },
  ]
  for (const each of others) expect(isLate(each, NOW)).toBe(false)
  expect(countsOf(others, NOW)).toMatchObject({ running: 3, late: 0, lateIncidents: 0 })
})

it('counts limits and what nobody has taken together, and their incident once', () => {
  const both = unheeded()
  const incidents = [{ ...both, steps: [...both.steps, late(), late({ state: 'accepted' })] }]
  expect(countsOf(incidents, NOW)).toMatchObject({ late: 3, lateIncidents: 1 })
})

it('leaves what is left over to its own line: it runs, and is not late once more', () => {
  const old = incident({ id: 'old', steps: [late()] })
  expect(countsOf([old, unheeded()], NOW, new Set(['old']))).toEqual({
    ...{ running: 2, late: 1, lateIncidents: 1, drills: 0 },
  })
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
