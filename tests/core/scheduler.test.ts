/** The deadline engine against clocks that lie. */
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../kit/plan.ts'
import { deadline, scheduling } from './scheduling.ts'

const SECOND = 1000
const DAY = 24 * HOUR

describe('a deadline fires when either clock says so', () => {
  it('at its instant, not a millisecond before, and once', async () => {
    const { arm, clock, keys, fired } = scheduling()
    arm('i', { a: '10 min' })
    await clock.advance(10 * MINUTE - 1)
    expect(keys()).toEqual([])
    await clock.advance(1)
    expect(fired).toMatchObject([{ owner: 'i', key: 'a' }])
    await clock.advance('2 h')
    expect(keys()).toEqual(['a'])
  })

  it('two hours ahead: within a second of the jump', async () => {
    const { arm, clock, keys } = scheduling()
    arm('i', { a: '90 min', b: '3 h' })
    await clock.advance('5 s')
    clock.jump('2 h')
    await clock.advance('1 s')
    expect(keys()).toEqual(['a'])
    await clock.advance(HOUR - 7 * SECOND) // b is due at 3 h of wall time: 1 h after the jump
    expect(keys()).toEqual(['a'])
    await clock.advance('2 s')
    expect(keys()).toEqual(['a', 'b'])
  })

  it('one hour back: when the planned time has run on the monotonic clock', async () => {
    const { arm, clock, keys } = scheduling()
    arm('i', { a: '10 min' })
    await clock.advance('1 min')
    clock.jump('-1 h')
    await clock.advance(9 * MINUTE - 1)
    expect(keys()).toEqual([])
    await clock.advance(1)
    expect(keys()).toEqual(['a'])
  })

  it.each([['1 d'], ['-1 d']])('a day off (%s): still once', async (off) => {
    const { arm, clock, keys } = scheduling()
    arm('i', { a: '10 min' })
    await clock.advance('30 s')
    clock.jump(off)
    await clock.advance('1 h')
    clock.jump(off === '1 d' ? '-1 d' : '1 d')
    await clock.advance('2 h')
    expect(keys()).toEqual(['a'])
  })

  it('thirty jumps of five minutes, ahead and back: neither early nor twice', async () => {
    const { arm, clock, fired } = scheduling()
    arm('i', { a: '12 min', b: '40 min', c: '3 h' })
    const planned = {
      a: clock.mono() + 12 * MINUTE,
      b: clock.mono() + 40 * MINUTE,
      c: clock.mono() + 3 * HOUR,
    }
    const due = {
      a: clock.wall() + 12 * MINUTE,
      b: clock.wall() + 40 * MINUTE,
      c: clock.wall() + 3 * HOUR,
    }
    for (let jump = 0; jump < 30; jump++) {
      clock.jump(jump % 3 === 0 ? '-5 min' : jump % 2 === 0 ? '5 min' : '-5 min')
      await clock.advance('90 s')
      clock.jump(jump % 3 === 0 ? '5 min' : jump % 2 === 0 ? '-5 min' : '5 min')
    }
    await clock.advance('3 h')
    expect(fired.map(({ key }) => key).sort()).toEqual(['a', 'b', 'c'])
    for (const { key, wall, mono } of fired as {
      key: 'a' | 'b' | 'c'
      wall: number
      mono: number
    }[])
      expect(wall >= due[key] || mono >= planned[key], key).toBe(true)
  })

  it('a clock set ahead by mistake and put right again does not make it early', async () => {
    const { arm, clock, keys } = scheduling()
    arm('i', { a: '3 h' })
    clock.jump('2 h')
    await clock.advance('30 s')
    clock.jump('-2 h')
    await clock.advance('2 h')
    expect(keys()).toEqual([])
    await clock.advance('1 h')
    expect(keys()).toEqual(['a'])
  })

  it('what is armed right after the clock was set back is not early', async () => {
    const { arm, clock, keys } = scheduling()
    arm('i', { far: '5 h' })
    await clock.advance('10 s')
    clock.jump('-1 h')
    arm('j', { a: '10 min' })
    await clock.advance(10 * MINUTE - 1)
    expect(keys()).toEqual([])
    await clock.advance(1)
    expect(keys()).toEqual(['a'])
  })

  it('small corrections of the clock do not make it early either', async () => {
    const { arm, clock, fired } = scheduling()
    arm('i', { a: '10 s' })
    const dueAt = clock.wall() + 10 * SECOND
    clock.jump(60)
    await clock.advance('5 s')
    clock.jump(-45)
    await clock.advance('10 s')
    expect(fired).toHaveLength(1)
    expect(fired[0]?.wall).toBeGreaterThanOrEqual(dueAt)
  })

  it('a machine that slept (the monotonic clock stood still) is told by the wall clock', async () => {
    const { arm, clock, keys } = scheduling()
    arm('i', { a: '10 min', b: '9 h' })
    clock.jump('8 h')
    await clock.advance('1 s')
    expect(keys()).toEqual(['a'])
    await clock.advance('1 h')
    expect(keys()).toEqual(['a', 'b'])
  })

  it('a frozen minute is made good at once, without a storm of cycles', async () => {
    const { arm, clock, keys, cycles } = scheduling()
    arm('i', { a: '10 s', b: '50 s', c: '2 min' })
    await clock.advance('1 s')
    const before = cycles()
    clock.leap('60 s')
    await clock.advance(0)
    expect(keys()).toEqual(['a', 'b'])
    expect(cycles() - before).toBe(1)
  })
})

describe('what fires together', () => {
  it('fires in the order of the due instants', async () => {
    const { arm, clock, keys } = scheduling()
    arm('x', { c: '3 min' })
    arm('y', { a: '1 min', d: '4 min' })
    arm('z', { b: '2 min' })
    clock.leap('10 min')
    await clock.advance(0)
    expect(keys()).toEqual(['a', 'd', 'b', 'c'])
  })

  it('is not held up by one that cannot be fired', async () => {
    const { arm, clock, keys, cycles, logged } = scheduling({ fails: ['bad'] })
    arm('x', { bad: '1 min' })
    arm('y', { good: '2 min' })
    arm('z', { later: '5 min' })
    clock.leap('3 min')
    const before = cycles()
    await clock.advance(0)
    expect(keys()).toEqual(['good'])
    expect(cycles()).toBe(before + 1)
    await clock.advance('5 min')
    expect(keys()).toEqual(['good', 'later'])
    expect(logged.filter(({ event }) => event !== 'clock-changed')).toHaveLength(1)
  })
})

describe('arming again', () => {
  it('keeps the plan on the monotonic clock, however often it happens', async () => {
    const { arm, again, clock, keys } = scheduling()
    arm('i', { a: '10 min' })
    clock.jump('-1 h') // without the kept plan each new arming would put it off by an hour
    for (let minute = 0; minute < 9; minute++) {
      await clock.advance('1 min')
      again('i')
    }
    expect(keys()).toEqual([])
    await clock.advance('1 min')
    expect(keys()).toEqual(['a'])
  })

  it('takes the place of what was armed before', async () => {
    const { arm, clock, keys, scheduler } = scheduling()
    arm('i', { a: '10 min', b: '20 min' })
    arm('i', { b: '20 min' })
    expect(scheduler.pending()).toBe(1)
    arm('i', {})
    expect(scheduler.pending()).toBe(0)
    await clock.advance('1 h')
    expect(keys()).toEqual([])
  })

  it.each([0.5, 1.2, 2, 5, 20, 50])(
    '%s times a second with 10,000 armed: the cycles go on, and each fires at its instant',
    async (perSecond) => {
      const { arm, again, clock, fired, scheduler, cycledAt } = scheduling()
      const owners = Array.from({ length: 2000 }, (_, owner) => `o${owner}`)
      for (const [at, owner] of owners.entries())
        arm(owner, {
          [`${owner}-near`]: 2 * SECOND + at * 9,
          ...Object.fromEntries([1, 2, 3, 4].map((n) => [`${owner}-${n}`, HOUR + at * n])),
        })
      expect(scheduler.pending()).toBe(10_000)
      const begin = clock.mono()
      for (let command = 0; command < 20 * perSecond; command++) {
        await clock.advance(Math.round(SECOND / perSecond))
        again(owners[(command * 7919) % owners.length] ?? '')
      }
      const gaps = [...cycledAt(), clock.mono()].map(
        (at, index, all) => at - (all[index - 1] ?? begin),
      )
      expect(Math.max(...gaps)).toBeLessThanOrEqual(1.5 * SECOND)
      expect(fired.map(({ mono }) => mono - begin)).toEqual(
        owners.map((_, at) => 2 * SECOND + at * 9),
      )
    },
  )

  it('again and again while nothing is due: a cycle each second all the same', async () => {
    const { arm, again, clock, cycles } = scheduling()
    arm('i', { far: '1 h' })
    for (let command = 0; command < 40; command++) {
      await clock.advance('500 ms')
      again('i')
    }
    expect(cycles()).toBe(20)
  })

  it('a nearer one wakes the engine in time', async () => {
    const { arm, clock, fired } = scheduling()
    arm('i', { far: '1 h' })
    await clock.advance('300 ms')
    arm('j', { near: 250 })
    const due = clock.mono() + 250
    await clock.advance('1 s')
    expect(fired).toMatchObject([{ key: 'near', mono: due }])
  })
})

describe('long timers and many of them', () => {
  it('25, 30, 60 and 400 days: none at once, none lost', async () => {
    const { arm, clock, keys } = scheduling()
    arm('i', { d25: '25 d', d30: '30 d', d60: '60 d', d400: '400 d' })
    await clock.advance('1 min')
    expect(keys()).toEqual([])
    const seen: number[] = []
    for (const days of [24, 2, 3, 2, 28, 2, 338, 2]) {
      clock.leap(days * DAY)
      await clock.advance('1 s')
      seen.push(keys().length)
    }
    expect(seen).toEqual([0, 1, 1, 2, 2, 3, 3, 4])
    expect(keys()).toEqual(['d25', 'd30', 'd60', 'd400'])
  })

  it('100,000 pending, armed again in between: each once, in order', async () => {
    const { clock, scheduler, keys, again, arm } = scheduling()
    // owners in a scrambled order
    const order = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1000)
    for (const owner of order)
      arm(
        `o${owner}`,
        Object.fromEntries(
          Array.from({ length: 100 }, (_, i) => [`o${owner}-${i}`, (owner + 1) * MINUTE + i]),
        ),
      )
    expect(scheduler.pending()).toBe(100_000)
    for (const owner of order.slice(0, 300)) again(`o${owner}`)
    expect(scheduler.pending()).toBe(100_000)
    clock.leap('2 d')
    await clock.advance('1 s')
    expect(keys()).toHaveLength(100_000)
    expect(new Set(keys()).size).toBe(100_000)
    expect(keys().filter((key) => key.endsWith('-0'))).toEqual(
      Array.from({ length: 1000 }, (_, owner) => `o${owner}-0`),
    )
  })
})

describe('stopping', () => {
  it('fires nothing any more', async () => {
    const { arm, clock, keys, scheduler } = scheduling()
    arm('i', { a: '1 min' })
    scheduler.stop()
    await clock.advance('1 h')
    expect(keys()).toEqual([])
  })

  it('keeps no deadline of an owner that has none', () => {
    const { scheduler } = scheduling()
    scheduler.arm('i', [deadline('a', 1)])
    scheduler.arm('i', [])
    expect(scheduler.pending()).toBe(0)
  })
})

describe('the beat', () => {
  it('comes with the whole second of the wall clock, wherever the station began and whatever it was set to', async () => {
    const { clock, cycledAt } = scheduling({ start: '2026-11-24T12:00:00.345+08:00' })
    const phases = (): number[] => {
      const ahead = clock.wall() - clock.mono()
      return cycledAt().map((at) => (at + ahead) % SECOND)
    }
    await clock.advance('3 s')
    expect(phases().slice(-2)).toEqual([2, 2])
    clock.jump(470)
    await clock.advance('4 s')
    expect(phases().slice(-2)).toEqual([2, 2])
  })
})
