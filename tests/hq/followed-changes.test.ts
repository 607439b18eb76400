/** Changes whose ids become visible out of order are each followed once. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cursorAt, follow, GAP_MS } from '#main/hq/followed-changes.ts'

test('an id that becomes visible after a higher one is not missed', () => {
  const first = follow(cursorAt(6), [8], 0)
  expect(first.fresh).toEqual([8])
  const second = follow(first.cursor, [7, 8], 10)
  expect(second.fresh).toEqual([7])
  expect(second.cursor.low).toBe(8)
})

test('an id that never comes is waited for half a minute, and holds nothing up', () => {
  const first = follow(cursorAt(6), [8], 0)
  expect(follow(first.cursor, [8, 9], GAP_MS - 1)).toMatchObject({
    cursor: { low: 6 },
    fresh: [9],
  })
  expect(follow(first.cursor, [8, 9], GAP_MS)).toMatchObject({ cursor: { low: 9 }, fresh: [9] })
})

test('whatever the order in which ids become visible, each is fresh once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 60 }), (delays) => {
      const visibleAt = delays.map((delay, index) => ({ id: index + 1, at: index + delay }))
      let cursor = cursorAt(0)
      const seen: number[] = []
      for (let now = 0; now < delays.length + 5; now++) {
        const low = cursor.low
        const ids = visibleAt.filter(({ id, at }) => at <= now && id > low).map(({ id }) => id)
        const followed = follow(cursor, ids, now)
        seen.push(...followed.fresh)
        cursor = followed.cursor
      }
      expect([...seen].sort((a, b) => a - b)).toEqual(visibleAt.map(({ id }) => id))
      expect(cursor.low).toBe(delays.length)
    }),
  )
})
