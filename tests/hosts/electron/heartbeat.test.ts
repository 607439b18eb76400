/** A page that hangs at night is noticed without anybody touching it (R01). */
import { describe, expect, it } from 'vitest'
import { createHeartbeat } from '#main/hosts/electron/heartbeat.ts'

const SECOND = 1_000
/** Checks once a second from `from` to `to` (inclusive); returns [second, verdict]. */
function verdicts(
  heartbeat: ReturnType<typeof createHeartbeat>,
  from: number,
  to: number,
): [number, string][] {
  const list: [number, string][] = []
  for (let second = from; second <= to; second += 1) {
    const verdict = heartbeat.check(second * SECOND)
    if (verdict) list.push([second, verdict])
  }
  return list
}

describe('the pulse of the page', () => {
  it('says once that a page has not said hello within twenty seconds', () => {
    const heartbeat = createHeartbeat()
    heartbeat.loading(0)
    expect(verdicts(heartbeat, 0, 60)).toEqual([[21, 'silent']])
  })

  it('says once that a page has answered nothing for ten seconds', () => {
    const heartbeat = createHeartbeat()
    heartbeat.loading(0)
    heartbeat.hello(SECOND)
    for (let second = 2; second <= 30; second += 1) {
      heartbeat.answered(second * SECOND)
      expect(verdicts(heartbeat, second, second)).toEqual([])
    }
    expect(heartbeat.alive(31 * SECOND)).toBe(true)
    expect(verdicts(heartbeat, 31, 90)).toEqual([[41, 'hung']])
    expect(heartbeat.alive(41 * SECOND)).toBe(false)
  })

  it('blames no page for the sleep of the machine', () => {
    const heartbeat = createHeartbeat()
    heartbeat.hello(0)
    expect(verdicts(heartbeat, 0, 5)).toEqual([])
    // the first check after an hour, and nine seconds to answer
    expect(verdicts(heartbeat, 3_600, 3_609)).toEqual([])
    expect(verdicts(heartbeat, 3_610, 3_700)).toEqual([[3_611, 'hung']])
  })

  it('blames no page for a sleep before the first look', () => {
    const heartbeat = createHeartbeat()
    heartbeat.loading(0)
    expect(verdicts(heartbeat, 3_600, 3_619)).toEqual([])
  })

  it('expects nothing while another page is shown, and hears no answer that comes late', () => {
    const heartbeat = createHeartbeat()
    heartbeat.hello(0)
    heartbeat.pause()
    heartbeat.answered(SECOND)
    expect(heartbeat.alive(SECOND)).toBe(false)
    expect(verdicts(heartbeat, 1, 100)).toEqual([])
  })
})
