/** The announcements of the running incidents, each once. Pure. A drill's announcements say that they are a drill's. */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { Text } from '#shared/domain/text.ts'
import { DRILL } from '../ui/glossary.ts'

export function noticesOf(incidents: readonly BoardIncident[]): Text[] {
  const found = new Map<string, Text>()
  for (const incident of incidents) {
    for (const notice of incident.notices) {
      const said = incident.drill ? { zh: `${DRILL.zh}：${notice.zh}`, en: `${DRILL.en}: ${notice.en}` } : notice
      if (!found.has(said.zh)) found.set(said.zh, said)
    }
  }
  return [...found.values()]
}
