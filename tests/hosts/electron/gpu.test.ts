/**
 * The graphics processor is given up at the third crash, and trusted again after 24 h or with
 * another version (R02).
 */
import { describe, expect, it } from 'vitest'
import { createGpuStrikes, gpuIsOff, readMarker } from '#main/hosts/electron/gpu.ts'

const HOUR = 3_600_000
const AT = Date.UTC(2026, 10, 24, 3)

describe('the marker', () => {
  const marker = { version: '0.1.0', at: AT }
  it('holds for 24 hours and this version', () => {
    expect(gpuIsOff(marker, '0.1.0', AT + 24 * HOUR - 1)).toBe(true)
    expect(gpuIsOff(marker, '0.1.0', AT + 24 * HOUR)).toBe(false)
    expect(gpuIsOff(marker, '0.1.1', AT + HOUR)).toBe(false)
    expect(gpuIsOff(null, '0.1.0', AT)).toBe(false)
  })

  it('of the future does not count: the clock was set', () => {
    expect(gpuIsOff(marker, '0.1.0', AT - 1)).toBe(false)
  })

  it.each([null, '', '{', 'null', '[]', '{"version":1,"at":2}', '{"version":"0.1.0"}'])(
    'is nothing when it reads %s',
    (content) => {
      expect(readMarker(content)).toBeNull()
    },
  )

  it('is read as it was written', () => {
    expect(readMarker(JSON.stringify(marker))).toEqual(marker)
  })
})

describe('strikes', () => {
  it('the third within thirty seconds counts, and then it begins anew', () => {
    const strike = createGpuStrikes()
    expect([0, 10_000, 29_999, 30_000].map(strike)).toEqual([false, false, true, false])
  })

  it('three that are farther apart do not', () => {
    const strike = createGpuStrikes()
    expect([0, 15_000, 30_000, 45_000].map(strike)).toEqual([false, false, false, false])
  })
})
