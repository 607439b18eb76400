/** Tests which alerts sound, and with which tone. */
import { describe, expect, it } from 'vitest'
import { TONES, createAlarm, sounding, toneDue, urgent } from '#renderer/ui/alarm.ts'
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

describe('what is heard of attention', () => {
  const nudge = alert({ kind: 'nudge', priority: 1 })
  const soft = alert({ kind: 'nudge', priority: 3 })
  const long = 11 * SECOND
  const ids = (...of: { id: string }[]): Set<string> => new Set(of.map(({ id }) => id))

  it('is repeated every ten seconds as long as life hangs on it', () => {
    expect(toneDue([nudge], ids(), Infinity)).toBe(1)
    expect(toneDue([nudge], ids(nudge), SECOND)).toBeNull()
    expect(toneDue([nudge], ids(nudge), long)).toBe(1)
  })

  it('sounds once and is then shown while a call of its incident is under way', () => {
    const calling = { ...nudge, once: true }
    expect(toneDue([calling], ids(), Infinity)).toBe(1)
    expect(toneDue([calling], ids(nudge), long)).toBeNull()
    expect(toneDue([nudge], ids(nudge), long)).toBe(1)
  })

  it('is one soft tone where life does not hang on it, and none beside a louder one', () => {
    expect(toneDue([soft], ids(), Infinity)).toBe('soft')
    expect(toneDue([soft], ids(soft), long)).toBeNull()
    expect(toneDue([soft, nudge], ids(nudge), SECOND)).toBeNull()
  })

  it('is nothing while it is put off', () => {
    const until = { until: NOW + SECOND, by: '周敏', reason: null }
    expect(sounding([{ ...nudge, shelved: until }], NOW)).toEqual([])
    expect(sounding([{ ...nudge, shelved: until }], NOW + SECOND)).toHaveLength(1)
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
