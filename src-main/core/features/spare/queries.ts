/** Handlers that invite a spare, say how far it has come, and let none in any more. */
import type { QueryHandler } from '../handler.ts'
import { doorStuck, noDoor } from './refusals.ts'

const read: QueryHandler<'spare/read'> = async (_input, { spare: door, memory }) => {
  const { open, follower } = door?.state() ?? { open: null, follower: null }
  const taken = door?.claim() ?? null
  const { position } = memory
  return { ok: true, reply: { offered: door !== null, open, follower, taken, position } }
}

const invite: QueryHandler<'spare/invite'> = async (_input, { spare: door, log }) => {
  if (!door) return noDoor()
  try {
    return { ok: true, reply: { text: await door.invite() } }
  } catch (error) {
    log.error('spare-door', error)
    return doorStuck()
  }
}

const shut: QueryHandler<'spare/shut'> = async (_input, { spare: door }) => {
  if (!door) return noDoor()
  await door.shut()
  return { ok: true, reply: {} }
}

export const spareQueries = { 'spare/read': read, 'spare/invite': invite, 'spare/shut': shut }
