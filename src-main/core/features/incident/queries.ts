/** Handlers that read for an incident before there is one. */
import type { QueryHandler } from '../handler.ts'

const propose: QueryHandler<'incident/propose'> = async ({ narrative }, context) => ({
  ok: true,
  reply: { proposals: context.propose(narrative) },
})

export const incidentQueries = { 'incident/propose': propose }
