/** One stream of the station, read to its end: the line over which a page hears. */
import { createEventReader } from './sse.ts'
import type { Session } from './key.ts'

const UNAUTHORISED = 401

/** `refused`: the station does not take this session any more. */
export type LineEnd = 'ended' | 'refused'

/**
 * Resolves when the stream has ended, rejects when it broke or was aborted. `heard` is given each
 * push as text, the whole board first; if it throws, the line is broken.
 */
export type Line = (
  session: Session,
  heard: (text: string) => void,
  signal: AbortSignal,
) => Promise<LineEnd>

/**
 * A stream of its own. `at`: origin of the station, empty for the page's own. `beats`: bare ones
 * are completed by `fromBrief`.
 */
export const directLine =
  (at: string, beats: 'whole' | 'bare' = 'whole'): Line =>
  async ({ token }, heard, signal) => {
    const answer = await fetch(`${at}/api/stream${beats === 'bare' ? '?beat=bare' : ''}`, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
      cache: 'no-store',
      signal,
    })
    if (answer.status === UNAUTHORISED) return 'refused'
    if (!answer.ok || !answer.body) throw new Error(`stream ${answer.status}`)
    const read = createEventReader(heard)
    const decoder = new TextDecoder()
    const reader = answer.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return 'ended'
      read(decoder.decode(value, { stream: true }))
    }
  }
