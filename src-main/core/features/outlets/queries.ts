/** The handler that reads the channels of the site's own for announcements. */
import type { QueryHandler } from '../handler.ts'

const read: QueryHandler<'outlets/read'> = async (_input, { memory }) => ({
  ok: true,
  reply: { outlets: memory.documents.get('outlets', 'outlets') ?? [] },
})

export const outletQueries = { 'outlets/read': read }
