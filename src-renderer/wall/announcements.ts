/**
 * Lists the announcements of the running incidents, each once. Those of drills come last and bear
 * the word for a drill.
 */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { DRILL } from '../ui/glossary.ts'

export type Notices = { real: LocalizedText[]; drills: LocalizedText[] }

export function noticesOf(incidents: readonly BoardIncident[]): Notices {
  const textsOf = (drill: boolean): LocalizedText[] => {
    const all = incidents
      .filter((incident) => incident.drill === drill)
      .flatMap(({ notices }) => notices)
    return [...new Map(all.map((notice) => [notice.zh, notice])).values()]
  }
  return {
    real: textsOf(false),
    drills: textsOf(true).map(({ zh, en }) => ({
      zh: `${DRILL.zh}：${zh}`,
      en: `${DRILL.en}: ${en}`,
    })),
  }
}
