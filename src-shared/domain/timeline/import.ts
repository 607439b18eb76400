/** Lines of the record for what was imported, in both languages. */
import type { ImportEvent } from '../incident/record/events.ts'
import { inSentence } from '../sealed.ts'
import { localized } from '../text.ts'
import { because, line, type Line } from './line.ts'

export function importLine(event: ImportEvent): Line {
  if (event.type === 'IncidentWithdrawn')
    return line(
      because(
        localized('补录已撤回，不再计入统计', 'Import withdrawn: it no longer counts'),
        event.reason,
      ),
    )
  const {
    drill,
    source: { fileName, row },
  } = event
  const place = inSentence(event.place)
  return line(
    drill
      ? localized(
          `补录演练：${place}（${fileName}第${row}行）`,
          `Drill imported: ${place} (${fileName}, row ${row})`,
        )
      : localized(
          `补录：${place}（${fileName}第${row}行）`,
          `Imported: ${place} (${fileName}, row ${row})`,
        ),
    null,
    event.narrative,
  )
}
