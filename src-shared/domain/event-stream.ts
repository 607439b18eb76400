/**
 * Defines a stream of events: its name in the record, the state that its events fold into, and the
 * documents that are stored of that state.
 */
import type { Meta, Recorded } from './decision.ts'
import type { LocalizedText } from './text.ts'

/** An event as it lies in the record: `body` is everything but its type, instant and author. */
export type StoredBody = Meta & { type: string; body: unknown }

/** A document that is stored of a state. */
export type StoredForm<S, T> = {
  /** Null where the state has no such document (yet). */
  of(state: S): T | null
  /** What people call it, in a sentence about what was damaged. */
  name: LocalizedText
  /** Whether a body that was read, of the thing with this id, can be used at all. */
  hasForm(body: unknown, id: string): boolean
  /** The events are as near as the document, so that they are read in its place. */
  fromEvents?: true
}

type Definition<S, E extends { type: string }, D extends object> = {
  /** In the record. Ending in a dot, an id follows: there are many streams of this kind. */
  name: string
  initial(id: string): S
  /** The state after one more event. Believes every fact, refuses none. */
  evolve(state: S, event: Recorded<E>): S
  /** By kind. */
  documents: { [K in keyof D]: StoredForm<S, D[K]> }
  /**
   * Whether every document is read when the station starts, or one when it is asked for; by default
   * all: there are as many as the site has plans, months or files, whatever the length of history.
   */
  loading?: 'at-start' | 'on-demand'
  /** How many events the state was folded from, where a decision holds for that state only. */
  version?(state: S): number
  /** Whom the record shows as the author; by default the sender of the command. */
  author?(event: E, by: string): string
}

export type EventStream<S, E extends { type: string }, D extends object> = Definition<S, E, D> & {
  /** The name of the stream of this id; of a lone stream whatever the id. */
  nameOf(id: string): string
  /** The id of a stream by its name; null for a stream of another kind. */
  idOf(stream: string): string | null
  /** The state from all events of one stream, in order. */
  replay(id: string, events: readonly StoredBody[]): S
}

/** The event as a decider knows it: type and body are one again. */
export const asRecorded = <E>({ type, at, by, body }: StoredBody): Recorded<E> =>
  ({ ...(body as object), type, at, by }) as unknown as Recorded<E>

const FRAME: readonly string[] = ['type', 'at', 'by']

/** What an event says beside its type, instant and author. */
export const bodyOf = (event: Recorded<{ type: string }>): object =>
  Object.fromEntries(Object.entries(event).filter(([key]) => !FRAME.includes(key)))

export function defineStream<S, E extends { type: string }, D extends object>(
  definition: Definition<S, E, D>,
): EventStream<S, E, D> {
  const { name } = definition
  const many = name.endsWith('.')
  return {
    ...definition,
    nameOf: (id) => (many ? `${name}${id}` : name),
    idOf(stream) {
      if (!many) return stream === name ? name : null
      return stream.startsWith(name) ? stream.slice(name.length) : null
    },
    replay: (id, events) =>
      events.reduce<S>(
        (state, event) => definition.evolve(state, asRecorded<E>(event)),
        definition.initial(id),
      ),
  }
}
