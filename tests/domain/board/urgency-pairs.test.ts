/** Of two incidents, which stands first: each key of the order alone, at its bounds. */
import { describe, expect, it } from 'vitest'
import { byUrgency, urgencyOf } from '#shared/domain/board/urgency.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { alert, fact, incident, NOW, people, SECOND, step } from '../../renderer/board-parts.ts'

type Part = Partial<BoardIncident>

const plain: Part = { level: null, steps: [], alerts: [], casualties: null, danger: false }
const drawn = (part: Part): BoardIncident => incident({ ...plain, ...part })
const life = (part: Partial<BoardStep> = {}): BoardStep => step({ lifeSafety: true, ...part })
const late = (acknowledgedAt: number | null) => alert({ kind: 'late', acknowledgedAt })
const unattended = alert({ kind: 'unattended', stepId: null })
/** A limit of ten seconds, of which so many milliseconds are over. */
const limit = (over: number, part: Partial<BoardStep> = {}): BoardStep => {
  const startedAt = NOW - over
  return step({ state: 'open', startedAt, dueAt: startedAt + 10 * SECOND, ...part })
}
const PASSED = { at: NOW, by: '周敏', reason: null }
const near: Part = { steps: [limit(8 * SECOND)] }

describe('one comes before the other', () => {
  it.each<[string, Part, Part]>([
    [
      'an alert that nobody has acknowledged, before a report left',
      { alerts: [late(null)] },
      { alerts: [unattended] },
    ],
    ['a report that is left, before a level', { alerts: [unattended] }, { level: 2 }],
    [
      'a report that is left, before what is late and acknowledged',
      { alerts: [unattended] },
      { alerts: [late(1)] },
    ],
    ['the graver level', { level: 2 }, { level: 3 }],
    ['a level, before none', { level: 4 }, near],
    ['the highest level, before a late alert', { level: 1 }, { level: 2, alerts: [late(null)] }],
    ['a limit that is near, before one that is late and acknowledged', near, { alerts: [late(1)] }],
    ['a late one that is acknowledged, before none', { alerts: [late(1), late(2)] }, {}],
    [
      'life in nobody’s hands, before life in hand',
      { steps: [life({ state: 'open', openedAt: 9 })] },
      { steps: [life({ state: 'accepted' })] },
    ],
    [
      'life in hand, before the highest level',
      { steps: [life({ state: 'accepted' })] },
      { level: 1 },
    ],
    [
      'a red warning, before an orange one',
      { state: 'prealert', warning: 'red' },
      { state: 'prealert', warning: 'orange' },
    ],
    [
      'an orange one, before a yellow one',
      { state: 'prealert', warning: 'orange' },
      { state: 'prealert', warning: 'yellow' },
    ],
    [
      'a yellow one, before a blue one',
      { state: 'prealert', warning: 'yellow' },
      { state: 'prealert', warning: 'blue' },
    ],
    [
      'a blue one, before none',
      { state: 'prealert', warning: 'blue' },
      { state: 'prealert', warning: null },
    ],
    [
      'what is contained, before a warning',
      { state: 'contained' },
      { state: 'prealert', warning: 'red' },
    ],
    ['a warning, before what is over', { state: 'prealert', warning: 'blue' }, { state: 'lifted' }],
  ])('%s', (_, first, second) => {
    // the second is the older one, so that nothing but the key puts it behind
    const [a, b] = [
      drawn({ id: 'z', receivedAt: NOW, ...first }),
      drawn({ id: 'a', receivedAt: 1, ...second }),
    ]
    expect(byUrgency([b, a], NOW)).toEqual([a, b])
    expect(byUrgency([a, b], NOW)).toEqual([a, b])
  })

  it.each<[string, Part, Part]>([
    [
      'people and danger, and danger alone, once contained',
      { state: 'contained', danger: true },
      { state: 'contained', casualties: people({ dead: 3 }) },
    ],
    [
      'the colour that a running one was announced with',
      { state: 'responding', warning: 'red' },
      { state: 'responding', warning: 'blue' },
    ],
    [
      'life in hand, of what is contained',
      { state: 'contained' },
      { state: 'contained', steps: [life({ state: 'accepted' })] },
    ],
    [
      'a step of life that was passed over',
      {},
      { steps: [life({ state: 'open', openedAt: 1, passedOver: PASSED })] },
    ],
    [
      'a step in hand that life does not hang on',
      {},
      { steps: [step({ state: 'accepted', startedAt: null, dueAt: null })] },
    ],
  ])('or not: %s', (_, older, newer) => {
    const [a, b] = [
      drawn({ id: 'z', receivedAt: 1, ...older }),
      drawn({ id: 'a', receivedAt: 2, ...newer }),
    ]
    expect(byUrgency([b, a], NOW)).toEqual([a, b])
  })

  it('of three in order the same list comes back; with two of them exchanged it is another', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => drawn({ id, receivedAt: 1 })) as [
      ...[BoardIncident, BoardIncident, BoardIncident],
    ]
    const inOrder = [a, b, c]
    expect(byUrgency(inOrder, NOW)).toBe(inOrder)
    expect(byUrgency([b, a, c], NOW)).toEqual(inOrder)
    expect(byUrgency([a, c, b], NOW)).toEqual(inOrder)
    expect(byUrgency([], NOW)).toEqual([])
  })
})

describe('a limit is near', () => {
  const urgency = (...steps: BoardStep[]) => urgencyOf(drawn({ steps }), NOW)

  it.each<[string, BoardStep, 'limit-near' | 'running']>([
    ['with four fifths of it over', limit(8 * SECOND), 'limit-near'],
    ['with a millisecond less', limit(8 * SECOND - 1), 'running'],
    ['of a step that is in hand', limit(8 * SECOND, { state: 'accepted' }), 'limit-near'],
    ['not of one that is done', limit(9 * SECOND, { state: 'done' }), 'running'],
    ['not of one that waits', limit(9 * SECOND, { state: 'waiting' }), 'running'],
    ['not of one with no limit', limit(9 * SECOND, { dueAt: null }), 'running'],
    [
      'not of one that has not begun',
      limit(9 * SECOND, { startedAt: null, dueAt: NOW }),
      'running',
    ],
  ])('%s', (_, only, expected) => {
    expect(urgency(only)).toBe(expected)
    expect(urgency(limit(0), only, limit(1))).toBe(expected)
  })
})

describe('life hangs on the question that is asked next', () => {
  const question = (part: Parameters<typeof fact>[0] = {}) =>
    fact({ key: 'size', planId: 'p1', decides: ['other', 'life'], nudgeAt: NOW, ...part })
  const steps = [
    step({ id: 'other', state: 'waiting', startedAt: null, dueAt: null }),
    step({ id: 'more', state: 'waiting', startedAt: null, dueAt: null }),
    life({ id: 'life', state: 'waiting', startedAt: null, dueAt: null }),
  ]
  const urgency = (part: Part) =>
    urgencyOf(
      drawn({ steps, facts: [question()], asks: { key: 'size', planId: 'p1' }, ...part }),
      NOW,
    )

  it('where it decides a step of life', () => {
    expect(urgency({})).toBe('life-untaken')
    expect(urgency({ facts: [question({ decides: ['other'] })] })).toBe('running')
    expect(urgency({ facts: [question({ decides: ['more', 'other'] })] })).toBe('running')
    expect(urgency({ facts: [question({ passedOver: PASSED })] })).toBe('running')
    expect(urgency({ asks: null })).toBe('running')
  })

  it('and that is the question of the plan that asks, under its name', () => {
    const harmless = { decides: ['other'] }
    const [other, asking] = [question({ ...harmless, planId: 'p2' }), question()]
    expect(urgency({ facts: [other, asking] })).toBe('life-untaken')
    expect(urgency({ facts: [question({ ...harmless, key: 'wind' }), asking] })).toBe(
      'life-untaken',
    )
    expect(urgency({ facts: [other, asking], asks: { key: 'size', planId: 'p2' } })).toBe('running')
    expect(urgency({ asks: { key: 'wind', planId: 'p1' } })).toBe('running')
  })

  it('and brings what is contained back, with no more people or danger to it', () => {
    const again: Part = { state: 'contained', danger: true, casualties: people({ dead: 1 }) }
    expect(urgency(again)).toBe('life-untaken')
    expect(urgency({ ...again, steps: [] })).toBe('contained')
    expect(urgency({ ...again, steps: [], alerts: [late(null)] })).toBe('late')
    expect(urgency({ ...again, steps: [], alerts: [late(1)] })).toBe('contained')
  })

  it('counted from when it is asked about again', () => {
    const asking = (id: string, nudgeAt: number) =>
      drawn({ id, steps, facts: [question({ nudgeAt })], asks: { key: 'size', planId: 'p1' } })
    const [early, later] = [asking('z', NOW - 2), asking('a', NOW - 1)]
    expect(byUrgency([later, early], NOW)).toEqual([early, later])
    const left = drawn({ id: 'm', steps: [life({ state: 'open', openedAt: NOW - 3 })] })
    expect(byUrgency([later, early, left], NOW)).toEqual([left, early, later])
  })
})
