/**
 * Sends the station's pushes as server-sent events to any number of screens. A screen that does not
 * read is dropped.
 */
import type { Station } from '#main/core/api.ts'
import type { Log } from '#main/core/ports.ts'
import {
  AUDIENCES,
  barely,
  briefly,
  type Audience,
  type BareBeat,
  type BeatPush,
  type Push,
} from '#shared/contract/push.ts'

/** The queue of a reader before it is dropped; when it returns, it gets the whole board. */
const MOST_QUEUED = 1024 * 1024 // bytes

export type EventStreams = {
  /**
   * A new feed: first the whole board, then every push. `drop` ends the connection of a reader that
   * does not read. `session`: whose feed it is; a program has none. `beats`: after the first
   * beat those after it come without what they repeat, or with as little as can be.
   */
  open(
    drop: () => void,
    audience: Audience,
    of?: { session?: string | undefined; beats?: Beats },
  ): ReadableStream<Uint8Array>
  /** Ends every feed of this session. */
  close(session: string): void
  readers(): number
  stop(): void
}

const encoder = new TextEncoder()
const frame = (kind: Push['kind'], text: string): Uint8Array =>
  encoder.encode(`event: ${kind}\ndata: ${text}\n\n`)

/** What says itself that it is a beat needs no name before it. */
const bareFrame = (beat: BareBeat): Uint8Array =>
  Array.isArray(beat)
    ? encoder.encode(`data: ${JSON.stringify(beat)}\n\n`)
    : frame('beat', JSON.stringify(beat))

/** How the beats after the first come. */
export type Beats = 'whole' | 'brief' | 'bare'

/** A push as bytes; of a beat in each form that readers have asked for. */
type News = { push: Push; whole: Uint8Array; brief: Uint8Array | null; bare: Uint8Array | null }
type Reader = {
  session: string | undefined
  take(news: News): void
  end(): void
}

export function eventStreams(station: Station, log: Log): EventStreams {
  const feeds: Record<Audience, Set<Reader>> = {
    desk: new Set(),
    wall: new Set(),
    public: new Set(),
  }
  const all = (): Reader[] => AUDIENCES.flatMap((audience) => [...feeds[audience]])
  function feed(audience: Audience): () => void {
    let last: BeatPush | null = null
    return station.listen((push, text) => {
      if (feeds[audience].size === 0) return
      const isBeat = push.kind === 'beat'
      // once for all of them
      const brief = isBeat && last ? frame('beat', JSON.stringify(briefly(push, last))) : null
      const bare = isBeat && last ? bareFrame(barely(push, last)) : null
      if (isBeat) last = push
      const news: News = { push, whole: frame(push.kind, text), brief, bare }
      for (const reader of feeds[audience]) reader.take(news)
    }, audience)
  }
  const stopListening = [feed('desk'), feed('wall')]
  let hasPublic = false // most sites have no such wall: nothing is drawn for it before it comes
  function listenForPublic(): void {
    if (hasPublic) return
    hasPublic = true
    stopListening.push(feed('public'))
  }

  const open: EventStreams['open'] = (drop, audience, { session, beats = 'whole' } = {}) => {
    if (audience === 'public') listenForPublic()
    const readers = feeds[audience]
    let reader: Reader
    return new ReadableStream<Uint8Array>(
      {
        async start(controller) {
          let waiting: News[] | null = [] // pushes before the board is there
          let hasBeat = false
          const leave = (): void => {
            readers.delete(reader)
            drop()
          }
          const send = (bytes: Uint8Array): void => {
            if ((controller.desiredSize ?? 0) > 0) return controller.enqueue(bytes)
            log.info('stream-reader-dropped', {
              queued: MOST_QUEUED - (controller.desiredSize ?? 0),
            })
            leave()
          }
          reader = {
            session,
            take(news) {
              if (waiting) return void waiting.push(news)
              send((hasBeat && news[beats]) || news.whole)
              hasBeat ||= news.push.kind === 'beat'
            },
            end: () => {
              readers.delete(reader)
              controller.close()
            },
          }
          readers.add(reader)
          try {
            const board = await station.board(audience)
            if (!readers.has(reader)) return
            send(frame('board', JSON.stringify({ kind: 'board', board } satisfies Push)))
            const missed = waiting.filter(
              ({ push }) => push.kind === 'incident' && push.position > board.position,
            )
            waiting = null
            for (const { whole } of missed) send(whole)
          } catch (error) {
            log.error('stream-without-board', error)
            leave()
          }
        },
        cancel: () => void readers.delete(reader),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MOST_QUEUED }),
    )
  }

  return {
    open,
    close(session) {
      for (const reader of all()) if (reader.session === session) reader.end()
    },
    readers: () => all().length,
    stop() {
      for (const stop of stopListening) stop()
      for (const reader of all()) reader.end()
    },
  }
}
