/** The alerts on the board that call for a person. */
import { describe, expect, it } from 'vitest'
import { attentionOf, hasNew, NOTHING, overlayOf } from '#main/hosts/electron/attention.ts'
import { alert, fault, incident, NOW } from '../../renderer/board-parts.ts'

describe('attention', () => {
  const open = alert({ id: 'open', priority: 2 })
  const silenced = alert({ id: 'silenced', priority: 1, silencedUntil: NOW + 1_000 })
  const acknowledged = alert({ id: 'acknowledged', priority: 1, acknowledgedAt: NOW })

  it('an acknowledged alert calls nobody; a silenced one is still open', () => {
    const attention = attentionOf(
      { alerts: [], incidents: [incident({ alerts: [open, silenced, acknowledged] })] },
      NOW,
    )
    expect(attention).toEqual({
      open: new Set(['open', 'silenced']),
      real: 2,
      drills: 0,
      sounding: 2,
    })
    expect(
      attentionOf({ alerts: [], incidents: [incident({ alerts: [silenced] })] }, NOW + 1_000)
        .sounding,
    ).toBe(1) // silence has ended
  })

  it('a drill sounds, but is counted apart', () => {
    const attention = attentionOf(
      { alerts: [], incidents: [incident({ drill: true, alerts: [open] })] },
      NOW,
    )
    expect(attention).toMatchObject({ real: 0, drills: 1, sounding: 2 })
    expect(overlayOf(attention)).toBe('overlay-drill')
    expect(overlayOf({ ...attention, real: 1 })).toBe('overlay-1')
  })

  it('a fault of the station calls somebody, and sounds only if it has a tone', () => {
    const silent = fault({ id: 'silent' })
    const loud = fault({ id: 'loud', tone: 'fault', priority: 1 })
    expect(attentionOf({ incidents: [], alerts: [silent] }, NOW)).toMatchObject({
      open: new Set(['silent']),
      real: 1,
      sounding: null,
    })
    expect(attentionOf({ incidents: [], alerts: [silent, loud] }, NOW).sounding).toBe(1)
  })

  it('the taskbar shows a number to nine, then that there are more, then nothing', () => {
    const overlay = (real: number): string | null => overlayOf({ ...NOTHING, real })
    expect([overlay(9), overlay(10), overlay(0)]).toEqual(['overlay-9', 'overlay-more', null])
  })

  it('a new alert is one that was not open before', () => {
    const before = attentionOf({ alerts: [], incidents: [incident({ alerts: [open] })] }, NOW)
    expect(hasNew(before, before)).toBe(false)
    expect(
      hasNew(
        before,
        attentionOf({ alerts: [], incidents: [incident({ alerts: [silenced] })] }, NOW),
      ),
    ).toBe(true)
  })
})
