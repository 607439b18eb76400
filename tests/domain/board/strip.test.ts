/** The strip of a wall: who keeps which cell, how grave each is, what is left over or summed up. */
import { describe, expect, it } from 'vitest'
import { gravityOf, isLeftOver, slotsOf, sumsOf, type Slots } from '#shared/domain/board/strip.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { DAY_MS, MINUTE_MS } from '#shared/domain/units.ts'
import { alert, incident, NOW, people, step } from '../../renderer/board-parts.ts'

type Report = { id: string; receivedAt: number; drill: boolean }
const report = (id: string, minute: number, drill = false): Report => ({
  ...{ id, drill },
  receivedAt: NOW + minute * MINUTE_MS,
})
const reports = (ids: string): Report[] => [...ids].map((id, minute) => report(id, minute))
/** The cells in a word, a dot for a free one. */
const word = (slots: Slots): string => slots.map((id) => id ?? '.').join('')
const after = (before: Slots, open: readonly Report[], count = 4): Slots =>
  slotsOf(before, open, count)

describe('a cell', () => {
  it('is taken in the order of report, whatever the order on the board, drills last', () => {
    expect(word(after([], reports('abc').toReversed()))).toBe('abc.')
    expect(word(after([], [report('d', 0, true), report('a', 1)]))).toBe('ad..')
  })

  it('is kept until its incident has left the wall, and nobody else moves', () => {
    const first = after([], reports('abcd'))
    expect(word(first)).toBe('abcd')
    const second = after(
      first,
      reports('abcd').filter(({ id }) => id !== 'b'),
    )
    expect(word(second)).toBe('a.cd')
    expect(word(after(second, [...reports('acd'), report('e', 9)]))).toBe('aecd')
  })

  it('that comes free goes to whoever has waited longest', () => {
    const full = after([], reports('abcdef'))
    expect(word(full)).toBe('abcd')
    const freed = after(
      full,
      reports('abcdef').filter(({ id }) => id !== 'c'),
    )
    expect(word(freed)).toBe('abed')
  })

  it('is the same list while nothing changes, and only what a smaller panel lacks is lost', () => {
    const first = after([], reports('abc'))
    expect(after(first, reports('cab'))).toBe(first)
    expect(word(after(first, reports('abc'), 2))).toBe('ab')
  })

  it('holds one incident each and leaves none free while one waits, whatever comes and goes', () => {
    let slots: Slots = []
    let open: Report[] = []
    let seed = 7
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    for (let look = 0; look < 500; look++) {
      const before = slots
      const stayed = new Set(open.map(({ id }) => id))
      open = open.filter(() => random(9) > 0)
      for (let n = random(4); n > 0; n--) open.push(report(`i${look}-${n}`, look))
      slots = slotsOf(before, open, 6)
      const placed = slots.filter((id) => id !== null)
      expect(new Set(placed).size).toBe(placed.length)
      expect(placed.length).toBe(Math.min(6, open.length))
      for (const [i, id] of before.entries())
        if (id !== null && stayed.has(id) && open.some((each) => each.id === id))
          expect(slots[i]).toBe(id)
    }
  })
})

describe('how grave a cell is', () => {
  const gravity = (part: Partial<BoardIncident>): number =>
    gravityOf(incident({ level: null, ...part }), NOW)

  it('is three where life or level Ⅰ is in it, two where it is late or near to it', () => {
    expect(gravity({ casualties: people({ minor: 1 }) })).toBe(3)
    expect(gravity({ danger: true })).toBe(3)
    expect(gravity({ level: 1 })).toBe(3)
    expect(gravity({ alerts: [alert()] })).toBe(2)
    expect(gravity({ level: 2 })).toBe(2)
    expect(gravity({ state: 'prealert', warning: 'red' })).toBe(2)
  })

  it('is one for what runs, and none for what is contained or over', () => {
    expect(gravity({ level: 3 })).toBe(1)
    expect(gravity({ state: 'prealert', warning: 'yellow' })).toBe(1)
    expect(gravity({ state: 'contained' })).toBe(0)
    expect(gravity({ state: 'recovering' })).toBe(0)
  })
})

describe('what is left over', () => {
  const late = (part: Partial<BoardIncident> = {}, acknowledgedAt: number | null = NOW) =>
    incident({
      level: 3,
      alerts: [alert({ raisedAt: NOW - DAY_MS - 1, acknowledgedAt })],
      ...part,
    })

  it('has been late for more than a day, and somebody knows', () => {
    expect(isLeftOver(late(), NOW)).toBe(true)
    expect(isLeftOver(late(), NOW - MINUTE_MS)).toBe(false)
    expect(isLeftOver(late({}, null), NOW)).toBe(false)
    expect(isLeftOver(incident(), NOW)).toBe(false)
    expect(gravityOf(late(), NOW)).toBe(1)
  })

  it('is nothing with people, danger or life in it, nor of level Ⅰ or Ⅱ', () => {
    for (const part of [
      { casualties: people({ missing: 1 }) },
      { danger: true },
      { steps: [step({ lifeSafety: true })] },
      { level: 2 },
    ])
      expect(isLeftOver(late(part), NOW)).toBe(false)
  })

  it('is nothing while anything else of it waits for an answer', () => {
    const { alerts } = late()
    const nudge = alert({ kind: 'nudge', stepId: null })
    expect(isLeftOver(late({ alerts: [...alerts, nudge] }), NOW)).toBe(false)
  })
})

it('those without a cell are summed by kind, the worst first, late ones and drills apart', () => {
  const of = (zh: string, part: Partial<BoardIncident> = {}) =>
    incident({ kind: localized(zh, zh), ...part })
  const sums = sumsOf(
    [of('火灾'), of('停电', { place: '迟' }), of('停电'), of('停电'), of('火灾', { drill: true })],
    ({ place }) => place === '迟',
  )
  expect(sums.map(({ kind, count, late, drill }) => [kind.zh, count, late, drill])).toEqual([
    ['火灾', 1, false, false],
    ['停电', 1, true, false],
    ['停电', 2, false, false],
    ['火灾', 1, false, true],
  ])
})
