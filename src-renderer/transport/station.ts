/**
 * The one line between a page and its station: requests out, pushes in. It reconnects by itself and
 * never waits for a click. It guesses nothing, queues nothing and never repeats what a person asked
 * for: a late command is a wrong command.
 */
import { shallowReadonly, shallowRef } from 'vue'
import type { InjectionKey, Ref } from 'vue'
import { createFileLine, type FileLine } from './files.ts'
import { fromBrief, type BareBeat, type Push } from '#shared/contract/push.ts'
import { ANSWER_WITHIN, createRequests, type Requests } from './requests.ts'
import { directLine, type Line } from './line.ts'
import { SILENT_TOO_LONG, watchSilence } from './silent.ts'
import { browserSession, storeSession, storedSession } from './key.ts'
import type { Face, Session } from './key.ts'

/**
 * connecting: nothing heard yet. lost: heard before, and trying again. signed-out: the station
 * answers, but this page has no way in until somebody gives it a new link. Whether the engine
 * behind a live line lives is the board store's rule.
 */
export type LinkStatus = 'connecting' | 'live' | 'lost' | 'signed-out'

export interface StationLink extends Requests, FileLine {
  /** Returns how to stop listening. */
  onPush(listener: (push: Push) => void): () => void
  readonly status: Readonly<Ref<LinkStatus>>
  /** The person or screen that signed in, as the record shows it; empty before. */
  readonly name: Readonly<Ref<string>>
  /** How many lines have been opened so far; the first push on each is the whole board. */
  readonly connections: number
  stop(): void
}

export const STATION: InjectionKey<StationLink> = Symbol('station')

export type LinkOptions = {
  key: string | null // from the address, see takeKey
  isSpent?: boolean // this page has signed in with it already
  // further links that come into this tab, see onKey in key.ts
  onKey?: (listener: (key: string) => void) => () => void
  role: Face
  line?: Line // over which it hears; a stream of its own by default
  at?: string // origin of the station; the page's own by default
}

const FIRST_WAIT = 500
const LONGEST_WAIT = 5_000
const UNAUTHORISED = 401

/**
 * Half of the wait is fixed, half by chance, so that many screens do not come back in one instant.
 */
export const backOff = (attempt: number, chance: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + chance / 2)

export function connectStation({
  key,
  isSpent = false,
  onKey,
  role,
  at = '',
  line: open = directLine(at),
}: LinkOptions): StationLink {
  const status = shallowRef<LinkStatus>('connecting')
  const name = shallowRef('')
  const listeners = new Set<(push: Push) => void>()
  const over = new AbortController()
  let session = storedSession(role)
  // not tried yet; a console's key opens once
  let unspent = isSpent && session ? null : key
  let connections = 0
  // ends the stream that is read, or the wait for the next
  let breakOff: () => void = () => undefined
  name.value = session?.name ?? ''

  /** Spends a key. One that the station no longer takes leaves the session of this tab as it is. */
  async function signIn(spent: string): Promise<void> {
    const answer = await fetch(`${at}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ key: spent }),
      signal: AbortSignal.any([over.signal, AbortSignal.timeout(ANSWER_WITHIN)]),
    })
    if (!answer.ok && answer.status !== UNAUTHORISED) throw new Error(`session ${answer.status}`)
    if (unspent === spent) unspent = null
    if (!answer.ok) return
    session = (await answer.json()) as Session
    storeSession(session)
    name.value = session.name
  }

  function signedOut(): void {
    status.value = 'signed-out'
    name.value = ''
  }

  function hear(push: Push): void {
    status.value = 'live'
    for (const listener of listeners) listener(push)
  }

  /** The station does not take this session: it has ended. Another tab may have a newer one. */
  function refusedWith({ token }: Session): void {
    // it opens again after the station has forgotten its tokens
    if (role === 'wall') unspent = key
    const newer = browserSession(role)
    if (newer && newer.token !== token) session = newer
    else signedOut()
  }

  /**
   * Reads one stream to its end; returns at once if this page has no way in. Rejects when the line
   * breaks; `onHeard` says that it had worked.
   */
  async function listen(onHeard: () => void): Promise<void> {
    if (unspent !== null) await signIn(unspent)
    session ??= browserSession(role) // another tab has signed in since
    if (session === null) return signedOut()
    const mine = session
    const line = new AbortController()
    breakOff = () => line.abort()
    let heard = performance.now()
    const stopWatching = watchSilence(
      () => heard,
      SILENT_TOO_LONG,
      () => line.abort(),
    )
    try {
      let isOpen = false
      const whole = fromBrief()
      const take = (text: string): void => {
        heard = performance.now()
        if (!isOpen) {
          isOpen = true
          name.value = mine.name
          connections += 1
        }
        onHeard()
        hear(whole(JSON.parse(text) as Push | BareBeat))
      }
      const end = await open(mine, take, AbortSignal.any([over.signal, line.signal]))
      if (end === 'refused') refusedWith(mine)
    } finally {
      stopWatching()
      line.abort() // also when a push could not be read: the half-read stream must not stay open
    }
  }

  async function keepListening(): Promise<void> {
    let attempt = 0
    while (!over.signal.aborted) {
      await listen(() => {
        attempt = 0
      }).catch(() => undefined) // whatever broke it, the answer is the same: try again
      if (over.signal.aborted) return
      if (status.value === 'live') status.value = 'lost'
      await wait(backOff(attempt++, Math.random()))
    }
  }

  /** Ends early when the link is stopped, or when the machine says that the network is back. */
  function wait(ms: number): Promise<void> {
    return new Promise((done) => {
      const end = (): void => {
        clearTimeout(timer)
        over.signal.removeEventListener('abort', end)
        globalThis.removeEventListener?.('online', end)
        done()
      }
      const timer = setTimeout(end, ms)
      breakOff = end
      over.signal.addEventListener('abort', end)
      globalThis.addEventListener?.('online', end)
    })
  }

  const stopTakingKeys = onKey?.((fresh) => {
    unspent = fresh
    if (status.value === 'live')
      // the picture goes on; a key that was not taken leaves all as it is
      void signIn(fresh).catch(() => undefined)
    else breakOff()
  })
  void keepListening()

  const { request, save } = createRequests(at, () => session, over.signal)

  return {
    /** A session that was ended ends the line, too, which may be another wall's. */
    async request(called, input, id) {
      const answer = await request(called, input, id)
      if (!answer.ok && answer.code === 'not-signed-in' && status.value === 'live') breakOff()
      return answer
    },
    save,
    ...createFileLine(at, () => session?.token ?? null),
    onPush: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    status: shallowReadonly(status),
    name: shallowReadonly(name),
    get connections() {
      return connections
    },
    stop: () => {
      stopTakingKeys?.()
      over.abort()
      listeners.clear()
    },
  }
}
