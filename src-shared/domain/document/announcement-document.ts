/** An announcement to be printed and put up: its words, large enough to be read from a door. */
import { localized, type LocalizedText } from '../text.ts'
import { instantText, minuteText } from '../wording/instant.ts'
import type { ReportDocument } from './document.ts'

/** `at` in UTC ms. */
export function announcementDocument(
  { text, at, site, drill }: { text: string; at: number; site: LocalizedText; drill: boolean },
  zone: string,
): ReportDocument {
  const digits = instantText(at, zone).replace(/\D/g, '')
  return {
    kind: 'announcement',
    name: `announcement-${digits.slice(0, 8)}-${digits.slice(8, 12)}`,
    title: localized('公告', 'Announcement'),
    lines: [],
    mark: drill ? localized('演练', 'EXERCISE') : null,
    zone,
    sections: [
      {
        id: 'text',
        title: site,
        words: [text, localized(minuteText(at, zone), minuteText(at, zone))],
        tables: [],
        charts: [],
      },
    ],
  }
}
