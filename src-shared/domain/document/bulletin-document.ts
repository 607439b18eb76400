/** A report to those above as a document: word for word as it stands, for paper and files. */
import type { ReportDocument } from './document.ts'
import { localized, type LocalizedText } from '../text.ts'
import { instantText } from '../wording/instant.ts'

/** `text`: its first lines are its head. `at` in UTC ms. */
export type BulletinSheet = {
  number: number
  at: number
  text: string
  incidentNumber: string | null
  site: LocalizedText
  drill: boolean
}

export function bulletinDocument(sheet: BulletinSheet, zone: string): ReportDocument {
  const { number, at, text, incidentNumber, site, drill } = sheet
  const digits = instantText(at, zone).replace(/\D/g, '')
  const mark = localized('演练', 'EXERCISE')
  return {
    kind: 'bulletin',
    name: `bulletin-${digits.slice(0, 8)}-${digits.slice(8, 12)}-${number}`,
    title: localized(`突发事件信息报告（第${number}报）`, `Incident report no. ${number}`),
    lines: [site, ...(incidentNumber ? [localized(incidentNumber, incidentNumber)] : [])],
    mark: drill ? mark : null,
    zone,
    sections: [
      {
        id: 'text',
        title: localized('正文', 'Text'),
        words: text.split('\n').filter((line) => line !== ''),
        tables: [],
        charts: [],
      },
    ],
  }
}
