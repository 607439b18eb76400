/**
 * The one rule for what a file of figures holds of people's words: nothing, unless somebody asks
 * for it. Period, monthly report and its copies go by it.
 */
import { coveredFigures } from '#shared/domain/document/cover.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import { referredIn, withValues } from '#shared/domain/sealed.ts'
import type { Memory } from '../../engine/memory.ts'

/** `document`: with seals in its sentences. `personal`: with the reasons that people gave. */
export async function fileDocument(
  document: ReportDocument,
  personal: boolean,
  memory: Pick<Memory, 'fetchValues' | 'value'>,
): Promise<ReportDocument> {
  const drawn = personal ? document : coveredFigures(document)
  await memory.fetchValues(referredIn(drawn))
  return withValues(drawn, memory.value)
}
