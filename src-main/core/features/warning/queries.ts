/** Reads the warnings that ever were, the newest first. */
import { drawWarning } from '#shared/domain/board/warnings.ts'
import { sealedIn } from '#shared/domain/sealed.ts'
import { everyWarning, warningsStream } from '#shared/domain/warning/stream.ts'
import type { QueryHandler } from '../handler.ts'

const ROWS = 50

const list: QueryHandler<'warning/list'> = async ({ offset = 0 }, { journal, memory }) => {
  const all = everyWarning(await journal.events(warningsStream.nameOf(''))).toReversed()
  const shown = all.slice(offset, offset + ROWS)
  await memory.fetchValues(sealedIn(shown))
  return {
    ok: true,
    reply: { warnings: shown.map((known) => drawWarning(known, memory.value)), total: all.length },
  }
}

export const warningQueries = { 'warning/list': list }
