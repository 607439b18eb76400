/** Tests ids, digests and salts, and the two clocks of the system. */
import { describe, expect, test, vi } from 'vitest'
import { systemClock } from '#main/adapters/system-clock.ts'
import { systemVault } from '#main/adapters/vault.ts'
import { until } from '../kit/until.ts'

describe('vault', () => {
  test('an id is a UUID v7 that begins with its time', () => {
    const now = Date.UTC(2026, 10, 24)
    const id = systemVault.id(now)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now)
  })

  test.each([0, 1, Date.UTC(2106, 1, 8), 2 ** 48 - 1])(
    'an id can be made at %i, wherever the clock has jumped',
    (now) => {
      expect(parseInt(systemVault.id(now).replace('-', '').slice(0, 12), 16)).toBe(now)
    },
  )

  test('ids sort by time, and none comes twice', () => {
    expect(
      [3, 1, 2]
        .map((now) => systemVault.id(now * 1_000))
        .sort()
        .map((id) => parseInt(id.replace('-', '').slice(0, 12), 16)),
    ).toEqual([1_000, 2_000, 3_000])
    expect(new Set(Array.from({ length: 1_000 }, () => systemVault.id(0))).size).toBe(1_000)
  })

  test('a digest is SHA-256 of salt and text, a salt 128 random bits', () => {
    expect(systemVault.digest('', 'abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(systemVault.digest('a', 'bc')).toBe(systemVault.digest('', 'abc'))
    expect(systemVault.digest('', '值守')).toBe(systemVault.digest('值', '守'))
    expect(systemVault.salt()).toMatch(/^[0-9a-f]{32}$/)
    expect(systemVault.salt()).not.toBe(systemVault.salt())
  })
})

describe('system clock', () => {
  test('both clocks run in ms, and mono does not go back', () => {
    expect(Math.abs(systemClock.wall() - Date.now())).toBeLessThan(60_000)
    const before = systemClock.mono()
    expect(systemClock.mono()).toBeGreaterThanOrEqual(before)
  })

  test('wakes once; called off, not at all', async () => {
    const [wake, never] = [vi.fn(), vi.fn()]
    systemClock.after(-5, wake)
    systemClock.after(1, never)()
    await until(() => expect(wake).toHaveBeenCalledTimes(1))
    await new Promise<void>((resolve) => {
      systemClock.after(5, resolve)
    })
    expect(wake).toHaveBeenCalledTimes(1)
    expect(never).not.toHaveBeenCalled()
  })

  test('never sleeps longer than a second (a long timer overflows, and stands still while the machine sleeps)', async () => {
    const wake = vi.fn()
    systemClock.after(3_600_000, wake)
    expect(wake).not.toHaveBeenCalled()
    await until(() => expect(wake).toHaveBeenCalledTimes(1))
  })
})
