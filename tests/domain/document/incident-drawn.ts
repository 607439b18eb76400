/** The document of one incident, of which a test says only what it is about. */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { incidentDocument, type RecordEntry } from '#shared/domain/document/incident-document.ts'
import type { Language } from '#shared/domain/document/format.ts'
import type { AlertRecord } from '#shared/domain/history/alerts.ts'
import { localized } from '#shared/domain/text.ts'
import { incident, MINUTE, NOW } from '../../renderer/board-parts.ts'
import { linesOf, tableOf, ZONE } from './drawn.ts'

export const both = (words: string) => localized(words, words)
export const clock = (at: number): string =>
  new Date(at + 8 * 60 * MINUTE).toISOString().slice(0, 19).replace('T', ' ')

export type Drawn = {
  entries?: readonly RecordEntry[]
  alerts?: readonly AlertRecord[]
  personal?: boolean
  at?: number
}
export const document = (part: Partial<BoardIncident> = {}, drawn: Drawn = {}) =>
  incidentDocument(
    {
      incident: incident({ id: '0198-ab/cdefgh', ...part }),
      entries: drawn.entries ?? [],
      alerts: drawn.alerts ?? [],
    },
    {
      at: drawn.at ?? NOW + 60 * MINUTE,
      zone: ZONE,
      site: both('客服中心'),
      personal: drawn.personal ?? false,
    },
  )
export const lines = (
  id: string,
  part: Partial<BoardIncident> = {},
  drawn: Drawn = {},
  language: Language = 'zh',
) => linesOf(tableOf(document(part, drawn), id), language)
