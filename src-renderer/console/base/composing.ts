/**
 * Tells the keys of an input method from keys that mean something: Chinese words are composed
 * letter by letter, and the Enter that ends a composition must never start a plan. Instants are
 * time stamps of events in ms.
 */
const ENTER_REST_MS = 300

export type ComposedKey = Pick<KeyboardEvent, 'key' | 'isComposing' | 'timeStamp' | 'keyCode'>
export type ComposingGuard = {
  started(): void
  ended(timeStamp: number): void
  /**
   * True while this key belongs to the input method, or is an Enter within 300 ms of the end of a
   * composition.
   */
  blocks(key: ComposedKey): boolean
}

export function composingGuard(): ComposingGuard {
  let composing = false
  let endedAt = Number.NEGATIVE_INFINITY
  return {
    started() {
      composing = true
    },
    ended(timeStamp) {
      composing = false
      endedAt = timeStamp
    },
    blocks(key) {
      // 229: a key that the input method has taken
      if (composing || key.isComposing || key.keyCode === 229) return true
      return key.key === 'Enter' && key.timeStamp - endedAt < ENTER_REST_MS
    },
  }
}
