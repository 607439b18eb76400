/** Tests that keys belong to the input method while Chinese is composed. */
import { describe, expect, it } from 'vitest'
import { composingGuard, type ComposedKey } from '#renderer/console/base/composing.ts'

const key = (name: string, timeStamp: number, more: Partial<ComposedKey> = {}): ComposedKey => ({
  key: name,
  timeStamp,
  isComposing: false,
  keyCode: 0,
  ...more,
})

describe('keys while Chinese is composed', () => {
  it('belong to the input method until it is done', () => {
    const guard = composingGuard()
    guard.started()
    expect(guard.blocks(key('ArrowDown', 100))).toBe(true)
    guard.ended(200)
    expect(guard.blocks(key('ArrowDown', 201))).toBe(false)
  })

  it('are known by the browser’s own marks too', () => {
    expect(composingGuard().blocks(key('a', 1, { isComposing: true }))).toBe(true)
    expect(composingGuard().blocks(key('Enter', 1, { keyCode: 229 }))).toBe(true)
  })

  it('an Enter within 300 ms of the end is the one that ended it', () => {
    const guard = composingGuard()
    guard.started()
    guard.ended(1_000)
    expect(guard.blocks(key('Enter', 1_299))).toBe(true)
    expect(guard.blocks(key('Enter', 1_300))).toBe(false)
  })
})
