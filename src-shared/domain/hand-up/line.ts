/**
 * The line of an event: the one text that the chain of hashes binds. Station and HQ write it by
 * this function, so that both come to the same hash.
 */
import { CONSOLE_SEAT } from '../station/names.ts'

/**
 * Who acted, as the chain binds it: a name in clear, as it was before names were sealed and is for
 * what no person did; else SHA-256(salt ‖ name) in hex, with the seat.
 */
export type BoundAuthor = string | { name: string; seat: string }

/** An event as it is bound: `body` is its canonical text, `at` UTC ms. */
export type BoundEvent = {
  seq: number
  stream: string
  version: number
  type: string
  at: number
  by: BoundAuthor
  commandId: string | null
  body: string
}

/** Somebody whose name stays at the site (docs/adr/0067). `digest`: of salt and name. */
export const sealedAuthor = (digest: string): BoundAuthor => ({
  name: digest,
  seat: CONSOLE_SEAT,
})

/** Whom HQ and whoever else has the line alone can name: the seat of a person, else who it was. */
export const seenAuthor = (by: BoundAuthor): string => (typeof by === 'string' ? by : by.seat)

/**
 * The canonical JSON of the event. The stored text of the body goes in as it stands, so that any
 * changed byte shows, also one that would parse the same. The hash of an event is SHA-256, in hex,
 * of the hash before it (64 hex characters) followed by this.
 */
export const lineOf = (event: BoundEvent): string =>
  `{"at":${event.at},"body":${event.body},"by":${authorText(event.by)},"commandId":${JSON.stringify(event.commandId)},` +
  `"seq":${event.seq},"stream":${JSON.stringify(event.stream)},"type":${JSON.stringify(event.type)},"version":${event.version}}`

const authorText = (by: BoundAuthor): string =>
  typeof by === 'string'
    ? JSON.stringify(by)
    : `{"name":${JSON.stringify(by.name)},"seat":${JSON.stringify(by.seat)}}`
