/** The live board as a stream of events, for as long as whoever reads it may see it. */
import type { BoardFrames } from '#main/hq/hq-api.ts'
import type { HqLog } from '#main/hq/hq-ports.ts'
import { scopeKey, type HqPerson } from '#shared/domain/hq/scope.ts'

type Scope = Pick<HqPerson, 'regions'>
export type BoardStreamParts = {
  frames: BoardFrames
  log: HqLog
  /** Ms that never go back. */
  mono: () => number
}

/** How long somebody who was dismissed goes on seeing the board at most (ms). */
const LOOK_AGAIN_MS = 15_000
/** A reader that takes nothing is dropped; it comes again and gets everything. */
const MOST_QUEUED = 64

/** `who`: whose board it is by now; null: nobody's any more. */
export function boardStream(
  reader: Scope,
  who: () => Promise<Scope | null>,
  { frames, log, mono }: BoardStreamParts,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let leave: () => void = () => undefined
  let lookedAt = mono()
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOpen = true
        const end = (): void => {
          leave()
          if (isOpen) controller.close()
          isOpen = false
        }
        async function lookAgain(): Promise<void> {
          const now = await who()
          if (!now || scopeKey(now) !== scopeKey(reader)) end()
        }
        leave = frames.join({
          person: reader,
          take(frame) {
            if ((controller.desiredSize ?? 0) <= 0) return end()
            controller.enqueue(encoder.encode(`data: ${frame}\n\n`))
            if (mono() - lookedAt < LOOK_AGAIN_MS) return
            lookedAt = mono()
            lookAgain().catch((error: unknown) => log.error('session-not-read', error))
          },
        })
      },
      cancel: () => leave(),
    },
    { highWaterMark: MOST_QUEUED },
  )
}
export const STREAM_HEADERS = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }
