/** Tests which alerts sound, and with which tone. */
import { describe, expect, it } from 'vitest'
import { TONES, createAlarm, sounding, urgent } from '#renderer/ui/alarm.ts'
import { NOW, SECOND, alert } from '../board-parts.ts'

describe('what must be heard', () => {
  it('is what nobody has acknowledged and nobody has silenced for the moment', () => {
    const waiting = alert()
    const silenced = alert({ silencedUntil: NOW + SECOND })
    const heard = sounding([waiting, silenced, alert({ acknowledgedAt: NOW })], NOW)
    expect(heard).toEqual([waiting])
    expect(sounding([silenced], NOW + SECOND)).toEqual([silenced])
  })

  it('speaks with the tone of the most urgent', () => {
    expect(urgent([alert({ priority: 3 }), alert({ priority: 1 }), alert({ priority: 2 })])).toBe(1)
    expect(urgent([])).toBeNull()
  })
})

describe('the tones', () => {
  it('are at least 20 % apart, between 200 and 5000 Hz, and the trouble tone is like none of the others', () => {
    const hertz = Object.values(TONES)
      .flatMap((tone) => tone.hertz)
      .toSorted((a, b) => a - b)
    hertz.slice(1).forEach((higher, i) => expect(higher / hertz[i]!).toBeGreaterThanOrEqual(1.2))
    expect(hertz[0]).toBeGreaterThan(200)
    expect(hertz.at(-1)).toBeLessThan(5_000)
  })
})

describe('which alerts sound', () => {
  it('a machine that has no sound says so, and nothing fails', () => {
    const alarm = createAlarm()
    alarm.setUnacknowledged([alert()], NOW)
    alarm.setTrouble(true)
    alarm.test(1)
    expect([alarm.state.value, alarm.loudness()]).toEqual(['off', 0])
    alarm.stop()
  })
})
