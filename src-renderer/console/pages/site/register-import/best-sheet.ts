/** Chooses the sheet of a workbook that is most likely meant; a person may choose another. */
import { findBlocks } from '#shared/domain/register-import/blocks.ts'
import { readList } from '#shared/domain/register-import/lists.ts'
import { planesOf, type Sheet } from '#shared/domain/register-import/sheet.ts'
import type { Register } from './registers.ts'

const NOTHING_CHOSEN = { headRow: null, mapping: null }

/** How well a sheet can be read: for a roster its days, for a list the columns that are known. */
function fit(sheet: Sheet, register: Register): number {
  if (register === 'duty')
    return findBlocks(planesOf(sheet), [sheet.name]).reduce((sum, { days }) => sum + days.length, 0)
  const { mapping } = readList(sheet, register, NOTHING_CHOSEN)
  return mapping.name === undefined ? 0 : Object.keys(mapping).length
}

/** The first of those that can be read best; 0 if none can. */
export function bestSheet(sheets: readonly Sheet[], register: Register): number {
  const fits = sheets.map((sheet) => fit(sheet, register))
  return Math.max(0, fits.indexOf(Math.max(...fits)))
}
