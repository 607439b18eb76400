/** The inquiry of an incident as a document: course, cause, opinion, and to whom it was handed. */
import type { BoardInquiry } from '../board/aftermath.ts'
import { localized, type LocalizedText } from '../text.ts'
import { instantText, minuteText } from '../wording/instant.ts'
import type { ReportDocument, Section } from './document.ts'

/** `what`: the incident by its number, place and kind. `at`: when it was written last (UTC ms). */
type Inquired = {
  inquiry: BoardInquiry
  what: LocalizedText
  site: LocalizedText
  drill: boolean
}

const part = (id: string, title: LocalizedText, words: string | null): readonly Section[] =>
  words === null ? [] : [{ id, title, words: [localized(words, words)], tables: [], charts: [] }]

export function inquiryDocument(
  { inquiry, what, site, drill }: Inquired,
  zone: string,
): ReportDocument {
  const { course, cause, opinion, handed, at, by } = inquiry
  const digits = instantText(at, zone).replace(/\D/g, '')
  const when = minuteText(at, zone)
  return {
    kind: 'announcement',
    name: `inquiry-${digits.slice(0, 8)}-${digits.slice(8, 12)}`,
    title: localized('事件调查报告', 'Report of inquiry'),
    lines: [
      site,
      what,
      localized(`${when} ${by}记`, `Written ${when} by ${by}`),
      ...(handed
        ? [
            localized(
              `${minuteText(handed.at, zone)}呈报${handed.to}`,
              `Handed to ${handed.to} ${minuteText(handed.at, zone)}`,
            ),
          ]
        : []),
    ],
    mark: drill ? localized('演练', 'EXERCISE') : null,
    zone,
    sections: [
      ...part('course', localized('经过', 'Course'), course),
      ...part('cause', localized('原因', 'Cause'), cause),
      ...part('opinion', localized('处理意见', 'Opinion'), opinion),
    ],
  }
}
