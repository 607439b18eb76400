/**
 * The announcements of the running incidents, each once, those of drills last. Pure. A drill's
 * announcements say that they are a drill's.
 */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { DRILL } from '../ui/glossary.ts'

export type Notices = { real: LocalizedText[]; drills: LocalizedText[] }

export function noticesOf(incidents: readonly BoardIncident[]): Notices {
  const said = (drill: boolean): LocalizedText[] => {
    const all = incidents
      .filter((incident) => incident.drill === drill)
      .flatMap(({ notices }) => notices)
    return [...new Map(all.map((notice) => [notice.zh, notice])).values()]
  }
  return {
    real: said(false),
    drills: said(true).map(({ zh, en }) => ({
      zh: `${DRILL.zh}：${zh}`,
      en: `${DRILL.en}: ${en}`,
    })),
  }
}
