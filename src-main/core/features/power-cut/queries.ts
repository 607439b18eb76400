/** The handler that reads how often power-cut sheets come by themselves. */
import type { QueryHandler } from '../handler.ts'

/** Nobody has set any: they come on battery alone. */
const USUAL = { everyMinutes: null, language: 'zh' } as const

const arranged: QueryHandler<'sheet/arranged'> = async (_input, { memory }) => ({
  ok: true,
  reply: memory.documents.get('sheet-times', 'sheet-times') ?? USUAL,
})

export const powerCutQueries = { 'sheet/arranged': arranged }
