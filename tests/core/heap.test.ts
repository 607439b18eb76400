/** The heap of deadlines: whatever goes in comes out in order, nothing is lost. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHeap } from '#main/core/engine/heap.ts'

const drain = (heap: ReturnType<typeof createHeap<number>>): number[] => {
  const keys: number[] = []
  for (let item = heap.pop(); item; item = heap.pop()) keys.push(item.key)
  return keys
}
const ascending = (keys: readonly number[]): number[] => [...keys].sort((a, b) => a - b)

describe('the heap', () => {
  it('gives back any numbers in ascending order, and peeks at the smallest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 })), (keys) => {
        const heap = createHeap<number>()
        for (const key of keys) {
          heap.push({ key, value: key })
        }
        expect(heap.size()).toBe(keys.length)
        expect(heap.peek()?.key).toBe(ascending(keys)[0])
        expect(drain(heap)).toEqual(ascending(keys))
        expect(heap.pop()).toBeUndefined()
      }),
    )
  })

  it('holds the order while pushing, popping and giving new keys take turns', () => {
    const turn = fc.oneof(
      fc.record({ push: fc.integer({ min: 0, max: 500 }) }),
      fc.constant('pop' as const),
      fc.record({ rekey: fc.integer({ min: 1, max: 7 }) }),
    )
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 200 }), (turns) => {
        const heap = createHeap<number>()
        let model: number[] = []
        for (const move of turns) {
          if (move === 'pop') {
            expect(heap.pop()?.key).toBe(model[0])
            model = model.slice(1)
          } else if ('push' in move) {
            heap.push({ key: move.push, value: move.push })
            model = ascending([...model, move.push])
          } else {
            const renewed = (key: number): number | null =>
              key % move.rekey === 0 && move.rekey > 1 ? null : (key * 7919) % 501
            heap.rekey(({ key }) => renewed(key))
            model = ascending(model.flatMap((key) => renewed(key) ?? []))
          }
          expect(heap.size()).toBe(model.length)
          expect(heap.peek()?.key).toBe(model[0])
        }
        expect(drain(heap)).toEqual(model)
      }),
    )
  })
})
