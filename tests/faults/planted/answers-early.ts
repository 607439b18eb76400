/** A planted bug: a journal that says "saved" a moment before it is. A kill test that lets it pass proves nothing. */
import type { Committed, Journal } from '#main/core/ports.ts'

const MOMENT_MS = 30

export function answersEarly(inner: Journal): Journal {
  let position: number | null = null
  return {
    ...inner,
    async commit(entries) {
      let at = position ?? await inner.position()
      const committed = entries.map(({ events }): Committed => ({ ok: true, position: at += events.length }))
      position = at
      setTimeout(() => void inner.commit(entries), MOMENT_MS)
      return committed
    }
  }
}
