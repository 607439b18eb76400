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
/** That sessions cannot be read is said once in this time (ms), however many look. */
const SAY_AGAIN_MS = 60_000
/** A reader that takes nothing is dropped; it comes again and gets everything. */
const MOST_QUEUED = 64

/** Many readers get one frame: it becomes bytes once, and all of them hold the same. */
function encodedOnce(): (frame: string) => Uint8Array {
  const encoder = new TextEncoder()
  let [last, bytes] = ['', new Uint8Array()]
  return (frame) => {
    if (frame !== last) [last, bytes] = [frame, encoder.encode(`data: ${frame}\n\n`)]
    return bytes
  }
}

/** `who`: whose board it is by now; null: nobody's any more. */
export type BoardStreams = (
  reader: Scope,
  who: () => Promise<Scope | null>,
) => ReadableStream<Uint8Array>

export function createBoardStreams({ frames, log, mono }: BoardStreamParts): BoardStreams {
  const bytesOf = encodedOnce()
  let saidAt = -Infinity
  const complain = (error: unknown): void => {
    if (mono() - saidAt < SAY_AGAIN_MS) return
    saidAt = mono()
    log.error('session-not-read', error)
  }
  return (reader, who) => {
    let [isOpen, leave]: [boolean, () => void] = [true, () => undefined]
    // those who came at once do not all look again at once
    let lookedAt = mono() - Math.random() * LOOK_AGAIN_MS
    return new ReadableStream<Uint8Array>(
      {
        start(controller) {
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
              controller.enqueue(bytesOf(frame))
              if (mono() - lookedAt < LOOK_AGAIN_MS) return
              lookedAt = mono()
              lookAgain().catch((error: unknown) => isOpen && complain(error))
            },
          })
        },
        cancel() {
          isOpen = false
          leave()
        },
      },
      { highWaterMark: MOST_QUEUED },
    )
  }
}
export const STREAM_HEADERS = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }
