/**
 * Reads one stream for all walls of a browser that may see the same: it runs in a shared worker, so
 * that a page that hangs or closes takes nobody's line along (docs/adr/0034).
 */
import type { Session } from './key.ts'
import type { Line } from './line.ts'
import { watchSilence } from './silent.ts'

export type ToHub = { kind: 'join'; session: Session } | { kind: 'leave' }
/**
 * `here`: at once, the hub lives. `joined`: the stream is open, and from now on nothing is missed.
 * `refused`: the station does not take this member's session. `end`: join again.
 */
export type FromHub =
  | { kind: 'here' }
  | { kind: 'joined' }
  | { kind: 'push'; text: string }
  | { kind: 'refused' }
  | { kind: 'end' }

export type Member = { postMessage(message: FromHub): void }

type Stream = { carrier: Member; line: AbortController; isOpen: boolean; heardAt: number }

export type Hub = {
  hear: (member: Member, message: ToHub) => void
  /** Its page is gone. */
  drop: (member: Member) => void
}

/** `silentTooLong` (ms): a stream from which nothing came for so long is dead. */
export function createHub(line: Line, silentTooLong: number): Hub {
  const members = new Set<Member>()
  let stream: Stream | null = null

  function end(ended: Stream, isRefused: boolean): void {
    if (stream !== ended) return
    stream = null
    const all = [...members]
    members.clear()
    for (const member of all)
      member.postMessage({ kind: isRefused && member === ended.carrier ? 'refused' : 'end' })
  }

  function open(carrier: Member, session: Session): void {
    const opened: Stream = {
      ...{ carrier, line: new AbortController() },
      ...{ isOpen: false, heardAt: performance.now() },
    }
    stream = opened
    const stopWatching = watchSilence(
      () => opened.heardAt,
      silentTooLong,
      () => opened.line.abort(),
    )
    const heard = (text: string): void => {
      if (stream !== opened) return
      opened.heardAt = performance.now()
      if (opened.isOpen) {
        for (const member of members) member.postMessage({ kind: 'push', text })
        return
      }
      // the whole board: each member reads its own, with its own session
      opened.isOpen = true
      for (const member of members) member.postMessage({ kind: 'joined' })
    }
    line(session, heard, opened.line.signal)
      .then(
        (how) => end(opened, how === 'refused'),
        () => end(opened, false),
      )
      .finally(stopWatching)
  }

  function drop(member: Member): void {
    if (!members.delete(member) || members.size > 0) return
    const last = stream
    stream = null
    last?.line.abort()
  }

  return {
    hear(member, message) {
      if (message.kind === 'leave') return drop(member)
      members.add(member)
      member.postMessage({ kind: 'here' })
      if (stream === null) open(member, message.session)
      else if (stream.isOpen) member.postMessage({ kind: 'joined' })
    },
    drop,
  }
}
