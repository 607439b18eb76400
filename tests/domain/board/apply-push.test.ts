/** A push changes the board that a screen holds, or shows that something was missed. */
import { describe, expect, it } from 'vitest'
import { applyPush, hasGap } from '#shared/domain/board/apply-push.ts'
import type { Push } from '#shared/domain/board/push.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { board, incident, NOW, SECOND, step } from '../../renderer/board-parts.ts'

const pushOf = (
  position: number,
  id: string,
  changed: BoardIncident | null,
  previous = position - 1,
): Push => ({
  kind: 'incident',
  previous,
  position,
  now: NOW + 1,
  incidentId: id,
  incident: changed,
  month: board().month,
  lastIncidentAt: null,
})
const beat = (position: number): Push => ({
  kind: 'beat',
  cycle: 1,
  position,
  now: NOW + 5,
  walls: [],
  storageFailed: true,
  head: null,
})
const fire = incident({ id: 'fire' })

describe('the board after a push', () => {
  it('takes in, replaces and lets go of an incident', () => {
    const added = applyPush(board({ position: 7 }), pushOf(8, 'fire', fire))
    expect(added.incidents.map(({ id }) => id)).toEqual(['fire'])
    const changed = applyPush(added, pushOf(9, 'fire', { ...fire, place: '二楼' }))
    expect(changed).toMatchObject({ position: 9, now: NOW + 1, incidents: [{ place: '二楼' }] })
    expect(applyPush(changed, pushOf(10, 'fire', null)).incidents).toEqual([])
  })

  it('has a changed incident in its place by urgency: what is late first, drills last', () => {
    const far = incident({ id: 'far', steps: [] })
    const drill = incident({ id: 'drill', drill: true, level: 1 })
    const near = incident({
      id: 'near',
      steps: [step({ startedAt: NOW - 60 * SECOND, dueAt: NOW + 5 * SECOND })],
    })
    const after = applyPush(
      board({ position: 100, incidents: [far, drill] }),
      pushOf(101, 'near', near),
    )
    expect(after.incidents.map(({ id }) => id)).toEqual(['near', 'far', 'drill'])
    expect(after.position).toBe(101)
  })

  it('is the same where it has what happened already', () => {
    const current = board({ position: 9 })
    expect(applyPush(current, pushOf(9, 'fire', fire))).toBe(current)
  })

  it('has both incidents that one commit has changed, though their pushes bear one position', () => {
    const first = applyPush(board({ position: 9 }), pushOf(12, 'power', null, 9))
    const second = pushOf(12, 'fire', fire, 12)
    expect(hasGap(first, second)).toBe(false)
    expect(applyPush(first, second).incidents.map(({ id }) => id)).toEqual(['fire'])
  })

  it('is the whole board that came, or has from a beat the time and whether anything is saved', () => {
    const whole = board({ position: 3 })
    expect(applyPush(board({ position: 9 }), { kind: 'board', board: whole })).toBe(whole)
    expect(applyPush(whole, beat(3))).toMatchObject({ now: NOW + 5, storageFailed: true })
  })
})

describe('a gap', () => {
  const current = board({ position: 100 })

  it('is a change or a beat after something that this board has not seen', () => {
    expect(hasGap(current, pushOf(102, 'fire', fire))).toBe(true)
    expect(hasGap(current, beat(101))).toBe(true)
  })

  it('is anything but a whole board where there is none', () => {
    expect(hasGap(null, beat(100))).toBe(true)
    expect(hasGap(null, pushOf(101, 'fire', fire))).toBe(true)
    expect(hasGap(null, { kind: 'board', board: current })).toBe(false)
  })

  it('is nothing that follows the board, or that it has already', () => {
    expect(hasGap(current, beat(100))).toBe(false)
    expect(hasGap(current, pushOf(101, 'fire', fire))).toBe(false)
    expect(hasGap(board({ position: 105 }), pushOf(102, 'fire', fire, 101))).toBe(false)
  })

  it('of a public wall is told from the position of the push before', () => {
    const publicBeat = (position: number, previous: number): Push => ({
      ...{ kind: 'beat', cycle: 1, position, previous, now: NOW, walls: [], storageFailed: false },
      head: null,
    })
    expect(hasGap(current, publicBeat(105, 100))).toBe(false)
    expect(hasGap(current, publicBeat(105, 101))).toBe(true)
    expect(applyPush(current, publicBeat(105, 100)).position).toBe(105)
    expect(applyPush(current, publicBeat(105, 101)).position).toBe(100)
    expect(applyPush(current, publicBeat(99, 98)).position).toBe(100)
  })
})
