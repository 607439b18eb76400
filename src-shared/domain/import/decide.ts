/**
 * Decides how an import goes on: rows are added to it, it is withdrawn as a whole, and the station
 * notes how far the withdrawal has come.
 */
import { accept, refuse, unreachable, type Decision, type Refusal } from '../decision.ts'
import type { Guarded } from '../sealed.ts'
import { localized } from '../text.ts'
import type { ImportEvent, ImportState } from './stream.ts'

/** `ids`: the incidents that the rows become; rows that were imported before are not among them. */
export type AddRows = { type: 'AddRows'; fileName: string; ids: readonly string[] }
export type WithdrawImport = { type: 'WithdrawImport'; reason: Guarded }
export type NoteWithdrawn = { type: 'NoteWithdrawn'; count: number }
export type ImportCommand = AddRows | WithdrawImport | NoteWithdrawn

/** `withdrawing`: the withdrawal of some import has not reached all of its incidents yet. */
export type ImportWorld = { withdrawing: boolean }

const noImport = (): Refusal =>
  refuse(
    'unknown-import',
    localized(
      '没有这次补录，请刷新后重选',
      'There is no such import: choose it again from the list',
    ),
  )
const importWithdrawn = (): Refusal =>
  refuse(
    'import-withdrawn',
    localized(
      '这次补录已经撤回，请重新选择文件另行导入',
      'This import was withdrawn: choose the file again and start a new one',
    ),
  )
const stillWithdrawing = (): Refusal =>
  refuse(
    'import-withdrawing',
    localized(
      '正在撤回一次补录，片刻后再导入',
      'An import is being withdrawn: try again in a moment',
    ),
  )

/** Why no row may be added to the import now, whatever the row says; null if rows may come. */
export function rowsRefused(
  state: ImportState | null,
  { withdrawing }: ImportWorld,
): Refusal | null {
  if (state?.withdrawn) return importWithdrawn()
  return withdrawing ? stillWithdrawing() : null
}

/** Refusals: `unknown-import`, `import-withdrawn`, `import-withdrawing`. */
export function decideImport(
  state: ImportState | null,
  command: ImportCommand,
  world: ImportWorld,
): Decision<ImportEvent> {
  switch (command.type) {
    case 'AddRows': {
      const { fileName, ids } = command
      const refused = rowsRefused(state, world)
      if (refused) return refused
      return ids.length === 0 ? accept() : accept({ type: 'RowsImported', fileName, ids })
    }
    case 'WithdrawImport':
      if (!state) return noImport()
      return state.withdrawn
        ? importWithdrawn()
        : accept({ type: 'ImportWithdrawn', reason: command.reason })
    case 'NoteWithdrawn':
      return state?.withdrawn ? accept({ type: 'RowsWithdrawn', count: command.count }) : noImport()
    default:
      return unreachable(command)
  }
}
