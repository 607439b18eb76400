/**
 * A planted bug: a journal that says "saved" long before it is. A kill test that lets it pass
 * proves nothing.
 */
import type { Committed, Journal } from '#main/core/ports.ts'

// longer than any life of a station under test: whether the bug is seen must not hang on the moment
// of the kill
const LATER_MS = 30_000

export function answersEarly(inner: Journal): Journal {
  let position: number | null = null
  return {
    ...inner,
    async commit(entries) {
      let at = position ?? (await inner.position())
      const committed = entries.map(({ events }): Committed => ({
        ok: true,
        position: (at += events.length),
      }))
      position = at
      setTimeout(() => void inner.commit(entries), LATER_MS)
      return committed
    },
  }
}
