/** When a wall is dim: over midnight, over the turn of the year, where the hour changes. */
import { describe, expect, it, test } from 'vitest'
import { isNight, USUAL_NIGHT } from '#shared/domain/walls/night.ts'

const ZONE = 'Asia/Shanghai'
const at = (local: string): number => Date.parse(`${local}+08:00`)

describe('night on a wall', () => {
  test.each([
    ['21:59:59', false],
    ['22:00:00', true],
    ['23:59:59', true],
    ['00:00:00', true],
    ['06:59:59', true],
    ['07:00:00', false],
    ['12:00:00', false],
  ])('from ten to seven: at %s %s', (time, night) => {
    expect(isNight(USUAL_NIGHT, at(`2026-12-31T${time}`), ZONE)).toBe(night)
  })

  test.each([
    ['12:59', false],
    ['13:00', true],
    ['13:59', true],
    ['14:00', false],
  ])('one that ends on its day: at %s %s', (time, night) => {
    const nap = { from: '13:00', to: '14:00' }
    expect(isNight(nap, at(`2026-06-01T${time}:00`), ZONE)).toBe(night)
  })

  it('goes by the clock on the wall where the hour changes', () => {
    const night = { from: '01:30', to: '03:30' }
    const zone = 'Europe/Berlin' // 02:00 becomes 03:00 there
    expect(isNight(night, Date.parse('2027-03-28T00:59:00Z'), zone)).toBe(true)
    expect(isNight(night, Date.parse('2027-03-28T01:00:00Z'), zone)).toBe(true) // 03:00
    expect(isNight(night, Date.parse('2027-03-28T01:30:00Z'), zone)).toBe(false) // 03:30
  })
})
