/** Tests what a key means when the screen has just changed. */
import { describe, expect, it } from 'vitest'
import { keyTarget } from '#renderer/console/base/key-target.ts'

/** A target that has stood there for long, seen at 0. */
function settledTarget() {
  const key = keyTarget<string>()
  key.changed('call 119')
  key.expected()
  key.painted(0)
  return key
}

describe('a key within 0.8 s of a change', () => {
  it('means what stood there before; after that what stands there now', () => {
    const key = settledTarget()
    key.changed('evacuate')
    key.painted(1_000)
    expect(key.meant(1_799)).toEqual({ target: 'call 119', isShown: false })
    expect(key.meant(1_800)).toEqual({ target: 'evacuate', isShown: true })
  })

  it('means what stood long enough to be read, however many changes have come since', () => {
    const key = settledTarget()
    for (const [at, target] of [
      [1_000, 'a'],
      [1_400, 'b'],
      [1_900, 'c'],
    ] as const) {
      key.changed(target)
      key.painted(at)
    }
    expect(key.meant(1_950)).toEqual({ target: 'call 119', isShown: false })
    expect(key.meant(2_699)).toEqual({ target: 'call 119', isShown: false })
    expect(key.meant(2_700)).toEqual({ target: 'c', isShown: true })
  })

  it('means nothing where nothing stood', () => {
    const key = keyTarget<string>()
    key.changed('call 119')
    key.painted(1_000)
    expect(key.meant(1_100)).toEqual({ target: null, isShown: false })
  })

  it('means what stood there when it was pressed, though the change was drawn before it was heard', () => {
    const key = settledTarget()
    key.changed('evacuate')
    key.expected()
    key.painted(1_000)
    expect(key.meant(999)).toEqual({ target: 'call 119', isShown: false })
  })

  it('never means what is not painted', () => {
    const key = settledTarget()
    key.changed('evacuate')
    key.expected()
    expect(key.meant(60_000)).toEqual({ target: 'call 119', isShown: false })
  })
})

describe('what the last command of this desk has led to', () => {
  it('may be acted on as soon as it is painted', () => {
    const key = settledTarget()
    key.changed('evacuate')
    key.expected()
    key.painted(1_000)
    expect(key.meant(1_000)).toEqual({ target: 'evacuate', isShown: true })
  })

  it('also if the answer comes after the picture', () => {
    const key = settledTarget()
    key.changed('evacuate')
    key.painted(1_000)
    key.expected()
    expect(key.meant(1_001)).toEqual({ target: 'evacuate', isShown: true })
  })
})
