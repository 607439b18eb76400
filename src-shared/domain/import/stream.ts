/**
 * The streams of imports, one for each file that was brought in: the incidents that came of it, and
 * whether it was withdrawn.
 */
import { unreachable, type Meta, type Recorded } from '../decision.ts'
import * as is from '../form.ts'
import { shown, type Guarded, type Open } from '../sealed.ts'
import { localized } from '../text.ts'
import { defineStream } from '../event-stream.ts'

/** `ids`: the incidents that these rows became. */
export type RowsImported = { type: 'RowsImported'; fileName: string; ids: readonly string[] }
export type ImportWithdrawn = { type: 'ImportWithdrawn'; reason: Guarded }
/** The withdrawal has reached so many more of its incidents. */
export type RowsWithdrawn = { type: 'RowsWithdrawn'; count: number }
export type ImportEvent = RowsImported | ImportWithdrawn | RowsWithdrawn

/**
 * `version` of the stream. `rows`: the incidents that came of it; `withdrawn.done`: how many of
 * them the withdrawal has reached.
 */
export type ImportState = {
  version: number
  fileName: string
  begunAt: number
  by: string
  rows: number
  withdrawn: { at: number; by: string; reason: Guarded; done: number } | null
}

const begun = (fileName: string, { at, by }: Meta): ImportState => ({
  version: 0,
  fileName,
  begunAt: at,
  by,
  rows: 0,
  withdrawn: null,
})

function evolve(state: ImportState | null, event: Recorded<ImportEvent>): ImportState {
  const { type, at, by } = event
  const before = state ?? begun(type === 'RowsImported' ? event.fileName : '', event)
  const next = { ...before, version: before.version + 1 }
  switch (type) {
    case 'RowsImported':
      return { ...next, rows: next.rows + event.ids.length }
    case 'ImportWithdrawn':
      return { ...next, withdrawn: { at, by, reason: event.reason, done: 0 } }
    case 'RowsWithdrawn':
      return next.withdrawn
        ? { ...next, withdrawn: { ...next.withdrawn, done: next.withdrawn.done + event.count } }
        : next
    default:
      return unreachable(type)
  }
}

/** Null before its first rows. */
export const importStream = defineStream<ImportState | null, ImportEvent, { import: ImportState }>({
  name: 'import.',
  initial: () => null,
  evolve,
  documents: {
    import: {
      of: (state) => state,
      name: localized('历史导入', 'imports'),
      hasForm: is.fields<ImportState>({
        version: is.number,
        fileName: is.words,
        begunAt: is.number,
        by: is.words,
        rows: is.number,
        withdrawn: is.orNull(
          is.fields<NonNullable<ImportState['withdrawn']>>({
            at: is.number,
            by: is.words,
            reason: is.guarded,
            done: is.number,
          }),
        ),
      }),
    },
  },
  version: (state) => state?.version ?? 0,
})

/** The withdrawal has not reached all of its incidents yet. */
export const isWithdrawing = ({ rows, withdrawn }: ImportState): boolean =>
  withdrawn !== null && withdrawn.done < rows

/**
 * An import as a list shows it. Instants in UTC ms. `withdrawn.left`: incidents that still count;
 * the station goes on until none does.
 */
export type ImportSummary = {
  importId: string
  fileName: string
  begunAt: number
  by: string
  rows: number
  withdrawn: { at: number; by: string; reason: string; left: number } | null
}

export const summaryOf = (
  importId: string,
  { fileName, begunAt, by, rows, withdrawn }: ImportState,
  open: Open,
): ImportSummary => ({
  importId,
  fileName,
  begunAt,
  by,
  rows,
  withdrawn: withdrawn && {
    at: withdrawn.at,
    by: withdrawn.by,
    reason: shown(withdrawn.reason, open),
    left: rows - withdrawn.done,
  },
})
