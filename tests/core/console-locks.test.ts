/** How long a code opens a console, and how many guesses are let through: to the millisecond. */
import { describe, expect, it } from 'vitest'
import { createConsoleLocks } from '#main/core/features/admin-code/console-locks.ts'
import { manualClock } from '../kit/manual-clock.ts'

const MINUTE = 60_000
const CODE = 'lark-bay-7'

function locks(part: { code?: string | null } = {}) {
  const clock = manualClock('2026-11-24T12:00:00+08:00')
  const now = { code: part.code === undefined ? CODE : part.code, full: false }
  const consoles = createConsoleLocks(
    {
      current: () => now.code,
      matches: async (code) => code === now.code,
      set: async (code) => {
        if (now.full) throw new Error('full')
        now.code = code
      },
    },
    clock,
    { info: () => undefined, error: () => undefined },
  )
  const guess = async (code = 'wrong', session = 'desk') => {
    const answer = await consoles.unlock(session, code)
    return answer.ok ? 'ok' : answer.code
  }
  return { clock, now, consoles, guess }
}

describe('an open console', () => {
  it('is open for ten minutes, and tells until when', async () => {
    const { clock, consoles, guess } = locks()
    const end = clock.wall() + 10 * MINUTE
    expect(consoles.until('desk')).toBeNull()
    expect(await guess(CODE)).toBe('ok')
    expect(consoles.until('desk')).toBe(end)
    clock.leap(10 * MINUTE - 1)
    expect(consoles.until('desk')).toBe(end)
    clock.leap(1)
    expect(consoles.until('desk')).toBeNull()
  })

  it('is no longer open once the clock is put back, nor longer if it is put on', async () => {
    const { clock, consoles, guess } = locks()
    await guess(CODE)
    clock.jump(-1)
    expect(consoles.until('desk')).toBeNull()
    await guess(CODE)
    clock.jump(9 * MINUTE)
    expect(consoles.until('desk')).toBe(clock.wall() + MINUTE)
    clock.jump(MINUTE)
    expect(consoles.until('desk')).toBeNull()
  })

  it('counts the time in which the wall clock stood still', async () => {
    const { clock, consoles, guess } = locks()
    await guess(CODE)
    clock.leap(4 * MINUTE)
    clock.jump(-4 * MINUTE) // as it was: not put back beyond the unlocking
    expect(consoles.until('desk')).toBe(clock.wall() + 6 * MINUTE)
  })

  it('is one of several, and nobody without a session has one', async () => {
    const { consoles, guess } = locks()
    await guess(CODE, 'desk')
    expect([consoles.until('other'), consoles.until(null)]).toEqual([null, null])
    await guess(CODE, 'other')
    consoles.lock('desk')
    expect([consoles.until('desk'), consoles.until('other')]).toEqual([null, expect.any(Number)])
  })

  it('is locked by a new code, whoever has set it', async () => {
    const { now, consoles, guess } = locks()
    await guess(CODE)
    now.code = 'another-1'
    expect(consoles.until('desk')).toBeNull()
    now.code = CODE
    expect(consoles.until('desk')).toBeNull()
    await guess(CODE)
    expect(await consoles.setCode('third-code')).toEqual({ ok: true })
    now.code = CODE
    expect(consoles.until('desk')).toBeNull()
  })
})

describe('guessing', () => {
  it('has to wait a minute after the fifth wrong code, even for the right one', async () => {
    const { clock, guess } = locks()
    for (let wrong = 0; wrong < 5; wrong++) expect(await guess()).toBe('wrong-code')
    expect(await guess(CODE)).toBe('too-many-tries')
    clock.leap(MINUTE - 1)
    expect(await guess(CODE)).toBe('too-many-tries')
    clock.leap(1)
    expect(await guess(CODE)).toBe('ok')
  })

  it('begins to count anew after the wait', async () => {
    const { clock, guess } = locks()
    for (let wrong = 0; wrong < 5; wrong++) await guess()
    clock.leap(MINUTE)
    for (let wrong = 0; wrong < 4; wrong++) await guess()
    expect(await guess(CODE)).toBe('ok')
  })

  it('forgets a wrong code after a minute', async () => {
    const { clock, guess } = locks()
    await guess()
    clock.leap(MINUTE)
    for (let wrong = 0; wrong < 4; wrong++) await guess()
    expect(await guess(CODE)).toBe('ok')
    const other = locks()
    await other.guess()
    other.clock.leap(MINUTE - 1)
    for (let wrong = 0; wrong < 4; wrong++) await other.guess()
    expect(await other.guess(CODE)).toBe('too-many-tries')
  })

  it('counts those that are sent at once', async () => {
    const { guess } = locks()
    const answers = await Promise.all(Array.from({ length: 7 }, () => guess()))
    expect(answers.filter((answer) => answer === 'wrong-code')).toHaveLength(5)
  })
})

it('is refused where no code is set, and says whether one is', async () => {
  const { consoles, guess } = locks({ code: null })
  expect(consoles.isCodeSet()).toBe(false)
  expect(await guess()).toBe('code-not-set')
  await consoles.setCode(CODE)
  expect(consoles.isCodeSet()).toBe(true)
  expect(await guess(CODE)).toBe('ok')
})

it('refuses a simple code, and one that cannot be written, and the one before stays', async () => {
  const { now, consoles, guess } = locks()
  await guess(CODE)
  expect(await consoles.setCode('123456')).toMatchObject({ code: 'code-too-simple' })
  now.full = true
  expect(await consoles.setCode('third-code')).toMatchObject({ code: 'code-not-written' })
  expect(consoles.until('desk')).not.toBeNull()
  expect(now.code).toBe(CODE)
})
