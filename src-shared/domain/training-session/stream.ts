/** The streams of training sessions, one for each: as it was set last, or withdrawn. */
import { defineStream, bodyOf } from '../event-stream.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { isSession, type Session, type SessionWords } from './session.ts'

export type SessionSet = { type: 'SessionSet' } & SessionWords
export type SessionWithdrawn = { type: 'SessionWithdrawn'; reason: Sealed }
export type SessionEvent = SessionSet | SessionWithdrawn

export type SessionState = { id: string; session: Session | null }

export const sessionStream = defineStream<
  SessionState,
  SessionEvent,
  { 'training-session': Session }
>({
  name: 'training-session.',
  initial: (id) => ({ id, session: null }),
  evolve({ id, session }, event) {
    const version = (session?.version ?? 0) + 1
    if (event.type === 'SessionSet')
      return { id, session: { id, ...(bodyOf(event) as SessionWords), version, withdrawn: null } }
    const { at, by, reason } = event
    return { id, session: session && { ...session, version, withdrawn: { at, by, reason } } }
  },
  documents: {
    'training-session': {
      of: ({ session }) => session,
      name: localized('培训场次', 'training sessions'),
      hasForm: (body, id) => isSession(body) && (body as Session).id === id,
    },
  },
  version: ({ session }) => session?.version ?? 0,
})
