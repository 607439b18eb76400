/** The one order of urgency: who is hurt, what is dangerous, what is late; total and stable. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byUrgency, urgencyOf } from '#shared/domain/board/urgency.ts'
import type { BoardAlert, BoardIncident } from '#shared/domain/board/types.ts'
import { alert, fact, incident, NOW, people, SECOND, step } from '../../renderer/board-parts.ts'

const MINUTE = 60 * SECOND
const late = (acknowledgedAt: number | null): BoardAlert => alert({ kind: 'late', acknowledgedAt })
const life = (part: Parameters<typeof step>[0]): BoardIncident['steps'] => [
  step({ lifeSafety: true, ...part }),
]

/** One incident for each place in the order, the most urgent first. */
const PLACES: readonly [string, Partial<BoardIncident>][] = [
  ['people', { casualties: people({ minor: 1 }) }],
  ['danger', { danger: true }],
  ['life-untaken', { steps: life({ state: 'open', openedAt: NOW - 2 * MINUTE }) }],
  ['life-taken', { steps: life({ state: 'accepted' }) }],
  ['highest-level', { level: 1 }],
  ['late', { alerts: [late(null)] }],
  ['unattended', { alerts: [alert({ kind: 'unattended', stepId: null })] }],
  ['level', { level: 3 }],
  [
    'limit-near',
    { steps: [step({ state: 'open', startedAt: NOW - 8 * MINUTE, dueAt: NOW + 2 * MINUTE })] },
  ],
  ['late-acknowledged', { alerts: [late(NOW)] }],
  ['running', {}],
  ['contained', { state: 'contained', danger: true, casualties: people({ minor: 4 }) }],
  ['prealert', { state: 'prealert', warning: 'red' }],
  ['over', { state: 'lifted', casualties: people({ minor: 2 }), danger: true }],
]
const plain: Partial<BoardIncident> = { level: null, steps: [], alerts: [], casualties: null }
const incidents = PLACES.map(([id, part]) => incident({ ...plain, danger: false, id, ...part }))
const ids = (list: readonly BoardIncident[]): string[] => list.map(({ id }) => id)

describe('the order of urgency', () => {
  it.each(PLACES.map(([place]) => place))(
    'knows why an incident stands where it stands: %s',
    (id) => {
      const incident = incidents.find((candidate) => candidate.id === id)
      expect(incident && urgencyOf(incident, NOW)).toBe(id)
    },
  )

  it('has who is trapped before all danger, and nobody who is safe or only near it', () => {
    const counted = (part: Parameters<typeof people>[0]): BoardIncident =>
      incident({ ...plain, danger: true, casualties: people(part) })
    expect(urgencyOf(counted({ trapped: 1 }), NOW)).toBe('people')
    expect(urgencyOf(counted({ trapped: 0, atRisk: 50, evacuated: 500 }), NOW)).toBe('danger')
  })

  it('is the same however the list came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(incidents, { minLength: 2 }), (some) => {
        const expected = incidents.filter((incident) => some.includes(incident))
        expect(ids(byUrgency(some, NOW))).toEqual(ids(expected))
      }),
    )
  })

  it('has drills last, by the same order', () => {
    const drills = incidents.map((incident) => ({
      ...incident,
      id: `drill ${incident.id}`,
      drill: true,
    }))
    const shuffled = [...drills, ...incidents].reverse()
    expect(ids(byUrgency(shuffled, NOW))).toEqual([...ids(incidents), ...ids(drills)])
  })

  it('of two with life at stake has that first which was left alone longer', () => {
    const since = (id: string, openedAt: number): BoardIncident =>
      incident({ ...plain, id, danger: false, steps: life({ state: 'open', openedAt }) })
    const [newer, older] = [since('newer', NOW - MINUTE), since('older', NOW - 5 * MINUTE)]
    expect(ids(byUrgency([newer, older], NOW))).toEqual(['older', 'newer'])
  })

  it('of equals has the older report first', () => {
    const at = (id: string, receivedAt: number): BoardIncident =>
      incident({ ...plain, id, danger: false, receivedAt })
    expect(ids(byUrgency([at('b', NOW), at('a', NOW - 1)], NOW))).toEqual(['a', 'b'])
  })

  it('brings back what was contained when life is at stake again', () => {
    const contained = incident({
      ...plain,
      ...{ id: 'contained', danger: false, state: 'contained' },
      steps: life({ state: 'open', openedAt: NOW }),
    })
    const running = incident({ ...plain, id: 'running', danger: false, level: 2 })
    expect(ids(byUrgency([running, contained], NOW))).toEqual(['contained', 'running'])
  })

  it('of incidents that are alike in all has the one first whose id comes first', () => {
    const twin = (id: string): BoardIncident => incident({ ...plain, id, receivedAt: NOW })
    expect(ids(byUrgency([twin('b'), twin('a'), twin('c')], NOW))).toEqual(['a', 'b', 'c'])
  })

  it('has a question of life for which no clock runs after every step that was left alone', () => {
    const question = fact({ key: 'size', decides: ['life'], nudgeAt: null })
    const asking = incident({
      ...{ ...plain, id: 'asking', facts: [question], asks: { key: 'size', planId: 'plan-1' } },
      steps: life({ id: 'life', state: 'waiting', openedAt: null }),
    })
    const left = incident({ ...plain, id: 'left', steps: life({ openedAt: NOW + MINUTE }) })
    const late = incident({ ...plain, id: 'late', level: 1 })
    expect(urgencyOf(asking, NOW)).toBe('life-untaken')
    expect(ids(byUrgency([late, asking, left], NOW))).toEqual(['left', 'asking', 'late'])
  })

  it('gives the same list back where it is in order', () => {
    expect(byUrgency(incidents, NOW)).toBe(incidents)
  })
})
