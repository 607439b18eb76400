/** The hash chain: each event is bound to all before it. It reads and writes no store. */
import { hash as sha } from 'node:crypto'

/** An event as it is stored: `body` is its canonical text. */
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
export type Link = Content & { hash: string }
/** How far the chain goes: the last event and its hash. */
export type Head = { seq: number; hash: string }
export type Break = { seq: number; why: 'sequence-gap' | 'hash-mismatch' }

export const START: Head = { seq: 0, hash: '0'.repeat(64) }

/**
 * SHA-256, in hex, of the previous hash (64 hex characters) followed by the canonical JSON of the
 * event. The stored text of the body goes in as it stands, so that any changed byte shows, also one
 * that would parse the same.
 */
export function linkHash(previous: string, event: Content): string {
  const line =
    `{"at":${event.at},"body":${event.body},"by":${JSON.stringify(event.by)},"commandId":${JSON.stringify(event.commandId)},` +
    `"seq":${event.seq},"stream":${JSON.stringify(event.stream)},"type":${JSON.stringify(event.type)},"version":${event.version}}`
  return sha('sha256', previous + line, 'hex')
}

/** The first place at which `links` do not continue `head`, or null if they all do. */
export function firstBreak(head: Head, links: readonly Link[]): Break | null {
  let { seq, hash } = head
  for (const link of links) {
    seq += 1
    if (link.seq !== seq) return { seq, why: 'sequence-gap' }
    hash = linkHash(hash, link)
    if (link.hash !== hash) return { seq, why: 'hash-mismatch' }
  }
  return null
}
