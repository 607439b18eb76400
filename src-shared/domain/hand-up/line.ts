/**
 * The line of an event: the one text that the chain of hashes binds. Station and HQ write it by
 * this function, so that both come to the same hash.
 */

/** An event as it is stored: `body` is its canonical text, `at` UTC ms. */
export type Content = {
  seq: number
  stream: string
  version: number
  type: string
  at: number
  by: string
  commandId: string | null
  body: string
}

/**
 * The canonical JSON of the event. The stored text of the body goes in as it stands, so that any
 * changed byte shows, also one that would parse the same. The hash of an event is SHA-256, in hex,
 * of the hash before it (64 hex characters) followed by this.
 */
export const lineOf = (event: Content): string =>
  `{"at":${event.at},"body":${event.body},"by":${JSON.stringify(event.by)},"commandId":${JSON.stringify(event.commandId)},` +
  `"seq":${event.seq},"stream":${JSON.stringify(event.stream)},"type":${JSON.stringify(event.type)},"version":${event.version}}`
