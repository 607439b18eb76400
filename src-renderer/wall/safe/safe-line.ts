/**
 * The safe page's own line to its station: it reads the stream of pushes, and comes back by itself.
 * Small on purpose: what it shares with the face is what has no state.
 */
import { applyPush, hasGap } from '#shared/domain/board/apply-push.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { Push } from '#shared/contract/push.ts'
import { directLine } from '../../transport/line.ts'
import { storedSession, storeSession, type Session } from '../../transport/key.ts'
import { createRequests, type Requests } from '../../transport/requests.ts'

/**
 * `heardAt`: the last sign of life of the station's engine, on the scale of performance.now();
 * null: none yet. `offset`: what the station's clock reads beyond it. `isRefused`: the station
 * answers, and does not know this wall. `testId`: of the self-test that the last beat brought.
 */
export type SafeState = {
  board: Board | null
  heardAt: number | null
  offset: number | null
  cycle: number
  isRefused: boolean
  testId: string | null
}

/** `isSpent`: this page has signed in with the key of its address already. */
export type WayIn = { key: string | null; isSpent: boolean }

export type SafeLine = {
  readonly state: SafeState
  request: Requests['request']
  stop(): void
}

const AGAIN_AFTER = 2_000
const SILENT_TOO_LONG = 15_000

export function openSafeLine({ key, isSpent }: WayIn): SafeLine {
  const state: SafeState = {
    ...{ board: null, heardAt: null, offset: null, cycle: 0, isRefused: false },
    testId: null,
  }
  const over = new AbortController()
  let isFresh = false // nothing has come on this line yet
  let session: Session | null = storedSession('wall')
  const stream = directLine('')
  const { request } = createRequests('', () => session, over.signal)

  let unspent = isSpent && session ? null : key

  async function signIn(spent: string): Promise<void> {
    const answer = await fetch('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ key: spent }),
      signal: AbortSignal.any([over.signal, AbortSignal.timeout(SILENT_TOO_LONG)]),
    })
    unspent = null
    if (!answer.ok) return
    session = (await answer.json()) as Session
    storeSession(session)
  }

  function hear(push: Push): void {
    const { now } = push.kind === 'board' ? push.board : push
    state.offset = now - performance.now()
    // a command is pushed by an engine that hangs, too
    const isAlive = push.kind === 'beat' ? push.cycle !== state.cycle : isFresh
    if (isAlive) state.heardAt = performance.now()
    isFresh = false
    if (push.kind === 'beat') {
      state.cycle = push.cycle
      state.testId = push.selfTest?.testId ?? null
    }
    if (push.kind === 'board') state.board = push.board
    else if (hasGap(state.board, push)) void readWhole()
    else if (state.board) state.board = applyPush(state.board, push)
  }

  async function readWhole(): Promise<void> {
    const answer = await request('board/read', {})
    if (answer.ok && (state.board?.position ?? -1) <= answer.reply.position)
      state.board = answer.reply
  }

  /** Reads one stream to its end. */
  async function listen(): Promise<void> {
    if (unspent !== null) await signIn(unspent)
    state.isRefused = session === null
    if (!session) {
      unspent = key // it may open again
      return
    }
    const line = new AbortController()
    let heard = performance.now()
    isFresh = true
    const watchdog = setInterval(() => {
      if (performance.now() - heard > SILENT_TOO_LONG) line.abort()
    }, 1_000)
    try {
      const take = (text: string): void => {
        heard = performance.now()
        hear(JSON.parse(text) as Push)
      }
      const end = await stream(session, take, AbortSignal.any([over.signal, line.signal]))
      if (end === 'refused') session = null
    } finally {
      clearInterval(watchdog)
      line.abort()
    }
  }

  async function keepListening(): Promise<void> {
    while (!over.signal.aborted) {
      await listen().catch(() => undefined) // whatever broke it: again
      await new Promise((done) => setTimeout(done, AGAIN_AFTER))
    }
  }
  void keepListening()

  return { state, request, stop: () => over.abort() }
}
