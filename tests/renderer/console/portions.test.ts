/** A long list in portions: what is drawn, what is left, and the entry that has to be there. */
import { expect, it } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { PORTION, usePortions } from '#renderer/console/base/use-portions.ts'

const list = Array.from({ length: 3 * PORTION + 5 }, (_, index) => index)

it('is drawn portion by portion, and anew when it becomes another', async () => {
  const filter = shallowRef('')
  const scope = effectScope()
  await scope.run(async () => {
    const portions = usePortions(() => list, { of: () => filter.value })
    expect([portions.drawn.value.length, portions.left.value]).toEqual([PORTION, 2 * PORTION + 5])
    for (let turn = 0; turn < 3; turn += 1) portions.more()
    expect([portions.drawn.value.length, portions.left.value]).toEqual([list.length, 0])
    filter.value = 'other'
    await nextTick()
    expect(portions.drawn.value).toHaveLength(PORTION)
  })
  scope.stop()
})

it('draws as far as the entry that the address names', () => {
  const scope = effectScope()
  scope.run(() => {
    const portions = usePortions(() => list, {
      ...{ of: () => null, mustShow: (entry) => entry === PORTION + 7 },
    })
    expect(portions.drawn.value).toHaveLength(2 * PORTION)
    portions.more()
    expect(portions.drawn.value).toHaveLength(3 * PORTION)
  })
  scope.stop()
})
