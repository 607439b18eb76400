/**
 * Keeps the list of the pages that are signed in, over restarts, in a file of its own: a session
 * that has ended is none of them and never works again, whatever the clock says.
 */
import { hash as sha, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Log, Sessions, SignedIn } from '#main/core/ports.ts'
import { MINUTE_MS } from '#shared/domain/units.ts'
import { readSmallFile, safeWriteBeside } from '../safe-write.ts'

/** Of each role; of one more the one that was silent longest ends. */
const MOST = 200
/** What was seen last is written no more often than this (ms). */
const SEEN_EVERY_MS = 10 * MINUTE_MS

/**
 * What a token says of itself. `list`: the list that it was entered in; a token of a program before
 * there were lists has none.
 */
export type SessionClaims = {
  session: string
  role: SignedIn['role']
  list: string | null
  ends: number | null
  public?: true
}

type Ended = (entry: SignedIn) => void
type Ending = (entry: SignedIn) => Promise<void>

export type SessionRegistry = Sessions & {
  /** Names this list in the tokens that are entered in it. */
  readonly id: string
  /** The file was there and was not what was written: what had ended may work again. */
  readonly isDamaged: boolean
  enter(signedIn: SignedIn): void
  /**
   * Whether a token that is rightly signed and not past its end is good. One that this list never
   * had is taken in: it is older than the list.
   */
  admits(claims: SessionClaims, now: number): boolean
  /** Ends what is past its end by now (UTC ms), for good: a clock put back revives nothing. */
  look(now: number): void
  /** Runs before somebody ends one; if it rejects, that one goes on. */
  beforeEnd(guard: Ending): void
  onEnd(listener: Ended): void
  /** Resolves when the disk has what was entered, or does not take it. */
  saved(): Promise<void>
  /** Writes what was seen last. */
  stop(): Promise<void>
}

const signedIn = z.object({
  session: z.string(),
  role: z.enum(['dispatcher', 'wall']),
  device: z.string(),
  since: z.number().nullable(),
  seen: z.number(),
  ends: z.number().nullable(),
  public: z.literal(true).optional(),
})
const content = z.object({
  id: z.string().min(1),
  highest: z.number(),
  sessions: z.array(signedIn),
  /** Sessions of other lists that were ended here. */
  ended: z.array(z.string()),
})
type Content = z.output<typeof content>

const sumOf = (value: Content): string => sha('sha256', JSON.stringify(value), 'hex')
const textOf = (value: Content): string => `${JSON.stringify({ ...value, sum: sumOf(value) })}\n`

function read(file: string | null): Content | 'missing' | 'damaged' {
  const text = file === null ? null : readSmallFile(file)
  if (!text) return 'missing'
  try {
    const value = content.parse(JSON.parse(text))
    return textOf(value) === text ? value : 'damaged'
  } catch {
    return 'damaged'
  }
}

/** `file` null: nothing is kept over a restart. */
export function openSessions(file: string | null, log: Log): SessionRegistry {
  const stored = read(file)
  if (stored === 'damaged') log.error('sessions-damaged', new Error('not what was written'))
  const before = typeof stored === 'string' ? null : stored
  const id = before?.id ?? randomBytes(9).toString('base64url')
  const sessions = new Map((before?.sessions ?? []).map((entry) => [entry.session, entry]))
  const ended = new Set(before?.ended ?? [])
  let highest = before?.highest ?? 0 // UTC ms, of all that this list has seen
  let writtenAt = highest
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  let listener: Ended = () => undefined
  let guard: Ending = () => Promise.resolve()

  async function write(): Promise<void> {
    next = null
    if (file === null) return
    writtenAt = highest
    const value = { id, highest, sessions: [...sessions.values()], ended: [...ended] }
    await safeWriteBeside(file, textOf(value))
  }

  /** One after another; what comes in the meantime is in the next one. */
  function save(): Promise<void> {
    next ??= running = running.catch(() => undefined).then(write)
    return next
  }

  async function trySaving(): Promise<void> {
    await save().catch((error: unknown) => log.error('sessions-not-written', error))
  }

  function remove(entry: SignedIn): void {
    sessions.delete(entry.session)
    if (entry.since === null) ended.add(entry.session)
  }

  function drop(entry: SignedIn): void {
    remove(entry)
    listener(entry)
  }

  function look(now: number): void {
    highest = Math.max(highest, now)
    const over = [...sessions.values()].filter(({ ends }) => ends !== null && now >= ends)
    for (const entry of over) drop(entry)
    if (over.length > 0) void trySaving()
  }

  function enter(entry: SignedIn): void {
    sessions.set(entry.session, entry)
    const others = [...sessions.values()].filter(({ role }) => role === entry.role)
    const silent = others.toSorted((a, b) => a.seen - b.seen)
    for (const surplus of silent.slice(0, Math.max(0, others.length - MOST))) drop(surplus)
    void trySaving()
  }

  /** Since when it is signed in is not known: that marks it as one of another list. */
  function takeIn({ list, ...claims }: SessionClaims, now: number): boolean {
    const { session, ends } = claims
    const isOver = ends !== null && highest >= ends
    if (list === id || ended.has(session) || isOver) return false
    enter({ ...claims, device: '', since: null, seen: now })
    return true
  }

  return {
    id,
    isDamaged: stored === 'damaged',
    enter,
    admits(claims, now) {
      look(now)
      const entry = sessions.get(claims.session)
      if (!entry) return takeIn(claims, now)
      sessions.set(entry.session, { ...entry, seen: now })
      if (Math.abs(now - writtenAt) >= SEEN_EVERY_MS) void trySaving()
      return true
    },
    look,
    list: () => [...sessions.values()],
    async end(session) {
      const entry = sessions.get(session)
      if (!entry) return false
      await guard(entry)
      if (!sessions.has(session)) return false // somebody else was first
      remove(entry)
      try {
        await save()
      } catch (error) {
        sessions.set(session, entry)
        ended.delete(session)
        throw error
      }
      listener(entry)
      return true
    },
    beforeEnd(next) {
      guard = next
    },
    onEnd(next) {
      listener = next
    },
    saved: () => running.catch(() => undefined),
    stop: () => (sessions.size > 0 ? trySaving() : Promise.resolve()),
  }
}
