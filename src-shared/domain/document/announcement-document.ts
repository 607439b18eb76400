/** An announcement to be printed and put up: its words, large enough to be read from a door. */
import { localized, type LocalizedText } from '../text.ts'
import { marksOf, type Outward } from '../wording/announcement-marks.ts'
import { instantText, minuteText } from '../wording/instant.ts'
import type { ReportDocument } from './document.ts'

type Printed = Outward & { text: string; at: number; site: LocalizedText }

const joined = (marks: readonly LocalizedText[]): LocalizedText =>
  localized(marks.map(({ zh }) => zh).join(' · '), marks.map(({ en }) => en).join(' · '))

/**
 * `at` in UTC ms: when it was composed. A paper that outlives it, or that nobody has checked, says
 * so across the sheet, in its title and before its words.
 */
export function announcementDocument(printed: Printed, zone: string): ReportDocument {
  const { text, at, site, over } = printed
  const digits = instantText(at, zone).replace(/\D/g, '')
  const marks = marksOf(printed, zone)
  return {
    kind: 'announcement',
    name: `announcement-${digits.slice(0, 8)}-${digits.slice(8, 12)}`,
    title: over
      ? localized('公告（存档）', 'Announcement (for the file)')
      : localized('公告', 'Announcement'),
    lines: [],
    mark: marks.length > 0 ? joined(marks) : null,
    zone,
    sections: [
      {
        id: 'text',
        title: site,
        words: [
          ...marks.map(({ zh, en }) => localized(`【${zh}】`, `[${en}]`)),
          text,
          localized(minuteText(at, zone), minuteText(at, zone)),
        ],
        tables: [],
        charts: [],
      },
    ],
  }
}
