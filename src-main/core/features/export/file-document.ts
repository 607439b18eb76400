/**
 * The one rule for what a file of figures holds of people's words: nothing, unless somebody asks
 * for it. Period, monthly report and its copies go by it.
 */
import { coveredFigures } from '#shared/domain/document/cover.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import { purgedLine } from '#shared/domain/document/purged-line.ts'
import { referredIn, WITHHELD_SEAL, withValues } from '#shared/domain/sealed.ts'
import type { Memory } from '../../engine/memory.ts'

/** How many of the values that a document speaks of were purged; the others are at hand. */
export async function purgedOf(
  document: unknown,
  memory: Pick<Memory, 'fetchValues' | 'value'>,
): Promise<number> {
  const seals = referredIn(document).filter(({ sealed }) => sealed !== WITHHELD_SEAL.sealed)
  await memory.fetchValues(seals)
  const gone = seals.filter((seal) => memory.value(seal) === null)
  return new Set(gone.map(({ sealed }) => sealed)).size
}

/** `document`: with seals in its sentences. `personal`: with the reasons that people gave. */
export async function fileDocument(
  document: ReportDocument,
  personal: boolean,
  memory: Pick<Memory, 'fetchValues' | 'value'>,
): Promise<ReportDocument> {
  const drawn = personal ? document : coveredFigures(document)
  const line = purgedLine({ values: await purgedOf(drawn, memory), files: 0 })
  const filled = withValues(drawn, memory.value)
  return line ? { ...filled, lines: [...filled.lines, line] } : filled
}
