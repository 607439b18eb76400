/**
 * A page that hangs at night is noticed without anybody touching it (reliability R01, trap of the
 * "unresponsive" event).
 */
import { describe, expect, it } from 'vitest'
import { createHeartbeat } from '#main/hosts/electron/heartbeat.ts'

const SECOND = 1_000
/**
 * Looks once a second from `from` to `to` (seconds, inclusive); answers with what was said when.
 */
function looks(
  pulse: ReturnType<typeof createHeartbeat>,
  from: number,
  to: number,
): [number, string][] {
  const said: [number, string][] = []
  for (let at = from; at <= to; at += 1) {
    const verdict = pulse.look(at * SECOND)
    if (verdict) said.push([at, verdict])
  }
  return said
}

describe('the pulse of the page', () => {
  it('says once that a page has not said hello within twenty seconds', () => {
    const pulse = createHeartbeat()
    pulse.loading(0)
    expect(looks(pulse, 0, 60)).toEqual([[21, 'silent']])
  })

  it('says once that a page has answered nothing for ten seconds', () => {
    const pulse = createHeartbeat()
    pulse.loading(0)
    pulse.hello(SECOND)
    for (let at = 2; at <= 30; at += 1) {
      pulse.heard(at * SECOND)
      expect(looks(pulse, at, at)).toEqual([])
    }
    expect(pulse.alive(31 * SECOND)).toBe(true)
    expect(looks(pulse, 31, 90)).toEqual([[41, 'hung']])
    expect(pulse.alive(41 * SECOND)).toBe(false)
  })

  it('blames no page for the sleep of the machine', () => {
    const pulse = createHeartbeat()
    pulse.hello(0)
    expect(looks(pulse, 0, 5)).toEqual([])
    // the first look after an hour, and nine seconds to answer
    expect(looks(pulse, 3_600, 3_609)).toEqual([])
    expect(looks(pulse, 3_610, 3_700)).toEqual([[3_611, 'hung']])
  })

  it('nor for one before the first look', () => {
    const pulse = createHeartbeat()
    pulse.loading(0)
    expect(looks(pulse, 3_600, 3_619)).toEqual([])
  })

  it('expects nothing while another page is shown, and hears no answer that comes late', () => {
    const pulse = createHeartbeat()
    pulse.hello(0)
    pulse.off()
    pulse.heard(SECOND)
    expect(pulse.alive(SECOND)).toBe(false)
    expect(looks(pulse, 1, 100)).toEqual([])
  })
})
