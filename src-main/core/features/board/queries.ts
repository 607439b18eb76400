/** Handlers for what stands at this moment: the board, and whether the record is whole. */
import { setBackOf, stationStream } from '#shared/domain/station/stream.ts'
import { verifyWhole } from '../../verify/projections.ts'
import type { QueryHandler } from '../handler.ts'

const readBoard: QueryHandler<'board/read'> = async (_input, { board }) => ({
  ok: true,
  reply: await board(),
})

const verify: QueryHandler<'journal/verify'> = async (_input, { record }) => ({
  ok: true,
  reply: await verifyWhole(record),
})

const compareSeen: QueryHandler<'journal/seen'> = async ({ position, hash }, { record }) => {
  const there = await record.hashAt(position)
  if (there === hash) return { ok: true, reply: { hash: there, setBack: null } }
  const state = stationStream.replay('', await record.events(stationStream.nameOf('')))
  return { ok: true, reply: { hash: there, setBack: setBackOf(state) } }
}

export const boardQueries = {
  'board/read': readBoard,
  'journal/seen': compareSeen,
  'journal/verify': verify,
}
