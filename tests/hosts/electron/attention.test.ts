/** What the main process knows of the board, and what of it calls for a person. */
import { describe, expect, it } from 'vitest'
import type { Push } from '#shared/contract/push.ts'
import { attentionOf, hasNew, NOTHING, overlayOf } from '#main/hosts/electron/attention.ts'
import { mirrored } from '#main/hosts/electron/mirror.ts'
import { alert, board, incident, NOW } from '../../renderer/sample-board.ts'

const changed = (position: number, one: ReturnType<typeof incident>, gone = false): Push => ({
  kind: 'incident',
  previous: position - 1,
  position,
  now: NOW + 1,
  incidentId: one.id,
  incident: gone ? null : one,
  month: board().month,
  lastIncidentAt: null,
})

describe('the mirror of the board', () => {
  const one = incident({ id: 'one' })

  it('takes in, replaces and lets go of an incident', () => {
    const held = mirrored(board({ position: 7 }), changed(8, one))
    expect(held.incidents.map(({ id }) => id)).toEqual(['one'])
    const later = mirrored(held, changed(9, { ...one, place: '二楼' }))
    expect(later).toMatchObject({ position: 9, now: NOW + 1, incidents: [{ place: '二楼' }] })
    expect(mirrored(later, changed(10, one, true)).incidents).toEqual([])
  })

  it('passes over what it knows already', () => {
    const held = board({ position: 9 })
    expect(mirrored(held, changed(9, one))).toBe(held)
  })

  it('takes the whole board as it is, and from a beat the time and whether anything is saved', () => {
    const whole = board({ position: 3 })
    expect(mirrored(board({ position: 9 }), { kind: 'board', board: whole })).toBe(whole)
    expect(
      mirrored(whole, {
        kind: 'beat',
        cycle: 1,
        position: 3,
        now: NOW + 5,
        walls: [],
        storageFailed: true,
      }),
    ).toMatchObject({ now: NOW + 5, storageFailed: true })
  })
})

describe('attention', () => {
  const open = alert({ id: 'open', priority: 2 })
  const silenced = alert({ id: 'silenced', priority: 1, silencedUntil: NOW + 1_000 })
  const known = alert({ id: 'known', priority: 1, acknowledgedAt: NOW })

  it('an acknowledged alert calls nobody; a silenced one is still open', () => {
    const attention = attentionOf(
      { incidents: [incident({ alerts: [open, silenced, known] })] },
      NOW,
    )
    expect(attention).toEqual({
      open: new Set(['open', 'silenced']),
      real: 2,
      drills: 0,
      sounding: 2,
    })
    expect(
      attentionOf({ incidents: [incident({ alerts: [silenced] })] }, NOW + 1_000).sounding,
    ).toBe(1) // silence has ended
  })

  it('a drill sounds, but is counted apart', () => {
    const attention = attentionOf({ incidents: [incident({ drill: true, alerts: [open] })] }, NOW)
    expect(attention).toMatchObject({ real: 0, drills: 1, sounding: 2 })
    expect(overlayOf(attention)).toBe('overlay-drill')
    expect(overlayOf({ ...attention, real: 1 })).toBe('overlay-1')
  })

  it('the taskbar shows a number to nine, then that there are more, then nothing', () => {
    const of = (real: number): string | null => overlayOf({ ...NOTHING, real })
    expect([of(9), of(10), of(0)]).toEqual(['overlay-9', 'overlay-more', null])
  })

  it('a new alert is one that was not open before', () => {
    const before = attentionOf({ incidents: [incident({ alerts: [open] })] }, NOW)
    expect(hasNew(before, before)).toBe(false)
    expect(
      hasNew(before, attentionOf({ incidents: [incident({ alerts: [silenced] })] }, NOW)),
    ).toBe(true)
  })
})
