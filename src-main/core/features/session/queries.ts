/** Handlers of the pages that are signed in: list them, end one. */
import type { SessionLine } from '#shared/contract/session.ts'
import type { QueryHandler } from '../handler.ts'
import { sessionNotEnded, unknownSession } from './refusals.ts'

/** Whoever was here last comes first. */
const list: QueryHandler<'session/list'> = async (_input, { sessions, session, memory }) => {
  const signedIn = (sessions?.list() ?? []).toSorted((a, b) => b.seen - a.seen)
  const lines = signedIn.map(async (entry): Promise<SessionLine> => ({
    ...entry,
    person: await memory.operator(entry.session),
    own: entry.session === session,
  }))
  return { ok: true, reply: { sessions: await Promise.all(lines) } }
}

/** A console that it had unlocked is locked with it. */
const end: QueryHandler<'session/end'> = async ({ session }, { sessions, locks, log }) => {
  try {
    if (!(await sessions?.end(session))) return unknownSession()
  } catch (error) {
    log.error('session-not-ended', error, { session })
    return sessionNotEnded()
  }
  locks?.lock(session)
  log.info('session-ended', { session })
  return { ok: true, reply: {} }
}

export const sessionQueries = { 'session/list': list, 'session/end': end }
