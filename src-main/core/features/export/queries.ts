/**
 * Handlers for files: draw the document, hand it to be written, say how far it is. They wait for no
 * file.
 */
import { notOffered, unknownExport } from './queue.ts'
import { drawDocument } from './documents.ts'
import { enclosedOf } from './package.ts'
import { filingEnclosed } from '../upkeep/filing.ts'
import type { QueryHandler } from '../handler.ts'

const start: QueryHandler<'export/start'> = async ({ what, format, language, table }, context) => {
  if (!context.exports) return notOffered()
  const drawn = await drawDocument(what, context)
  if (!drawn.ok) return drawn
  const enclosed =
    format !== 'zip'
      ? undefined
      : 'filing' in what
        ? await filingEnclosed(what.filing, context)
        : await enclosedOf(what, drawn.source, context)
  if (enclosed?.ok === false) return enclosed
  const started = context.exports.start({
    document: drawn.document,
    source: drawn.source,
    format,
    language,
    table: table ?? undefined,
    enclosed,
  })
  if (!started.ok) return started
  const { report } = drawn
  return { ok: true, reply: { exportId: started.exportId, ...(report && { report }) } }
}

const read: QueryHandler<'export/read'> = async ({ exportId }, { exports }) => {
  const state = exports?.read(exportId)
  return state ? { ok: true, reply: state } : unknownExport()
}

/** What is written already stays as it is. */
const cancel: QueryHandler<'export/cancel'> = async ({ exportId }, { exports }) =>
  exports?.cancel(exportId) ? { ok: true, reply: {} } : unknownExport()

export const exportQueries = { 'export/start': start, 'export/read': read, 'export/cancel': cancel }
