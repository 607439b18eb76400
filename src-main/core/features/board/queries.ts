/** Handlers for what stands at this moment: the board, and whether the record is whole. */
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

export const boardQueries = { 'board/read': readBoard, 'journal/verify': verify }
