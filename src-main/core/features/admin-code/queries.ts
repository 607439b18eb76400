/** Handlers of the administrator's code: whether it is set, set it, unlock and lock a console. */
import { forbidden } from '../../refusals.ts'
import type { QueryHandler } from '../handler.ts'
import { codeNotOffered } from './refusals.ts'

const readCode: QueryHandler<'desk/code'> = async (_input, { locks, session }) => ({
  ok: true,
  reply: { set: locks?.isCodeSet() ?? false, until: locks?.until(session) ?? null },
})

/** What already stands unlocked by an older code is locked. */
const setCode: QueryHandler<'desk/code-set'> = async ({ code }, { locks }) => {
  if (!locks) return codeNotOffered()
  const result = await locks.setCode(code)
  return result.ok ? { ok: true, reply: {} } : result
}

/** Only a console has a session that can be unlocked; a program has the token of this machine. */
const unlock: QueryHandler<'desk/unlock'> = async ({ code }, { locks, session }) => {
  if (!locks) return codeNotOffered()
  if (session === null) return forbidden()
  const result = await locks.unlock(session, code)
  return result.ok ? { ok: true, reply: { until: result.until } } : result
}

const lock: QueryHandler<'desk/lock'> = async (_input, { locks, session }) => {
  if (session !== null) locks?.lock(session)
  return { ok: true, reply: {} }
}

export const adminCodeQueries = {
  'desk/code': readCode,
  'desk/code-set': setCode,
  'desk/unlock': unlock,
  'desk/lock': lock,
}
