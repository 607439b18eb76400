/**
 * Both clocks of the machine go ahead at once, as after a sleep: what is due then is due, and
 * nobody waits for it in a test.
 */
import { afterAll, vi } from 'vitest'
import { span } from '../../kit/manual-clock.ts'

let ahead = 0
const wall = Date.now.bind(Date)
const mono = performance.now.bind(performance)

/** `3 min`, `61 s`, or ms. */
export function leap(by: number | string): void {
  if (ahead === 0) {
    vi.spyOn(Date, 'now').mockImplementation(() => wall() + ahead)
    vi.spyOn(performance, 'now').mockImplementation(() => mono() + ahead)
  }
  ahead += span(by)
}

afterAll(() => {
  ahead = 0
  vi.restoreAllMocks()
})
