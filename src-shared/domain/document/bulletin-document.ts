/** A report to those above as a document: word for word as it stands, for paper and files. */
import type { ReportDocument } from './document.ts'
import type { BulletinSeries } from '../incident/record/bulletins.ts'
import { localized, type LocalizedText } from '../text.ts'
import { instantText } from '../wording/instant.ts'

const NAMES: Readonly<Record<BulletinSeries, string>> = {
  authorities: 'bulletin',
  response: 'response-report',
  management: 'written-report',
}
const TITLES: Readonly<Record<BulletinSeries, LocalizedText>> = {
  authorities: localized('突发事件信息报告', 'Incident report'),
  response: localized('启动应急响应报告', 'Report that response was started'),
  management: localized('突发事件书面报告', 'Written report on an incident'),
}
/** The title of a report of a series, by its number there. */
export const sheetTitle = (series: BulletinSeries, number: number): LocalizedText =>
  localized(`${TITLES[series].zh}（第${number}报）`, `${TITLES[series].en} no. ${number}`)

/** `text`: its first lines are its head. `at` in UTC ms. */
export type BulletinSheet = {
  series: BulletinSeries
  number: number
  at: number
  text: string
  incidentNumber: string | null
  site: LocalizedText
  drill: boolean
}

export function bulletinDocument(sheet: BulletinSheet, zone: string): ReportDocument {
  const { series, number, at, text, incidentNumber, site, drill } = sheet
  const digits = instantText(at, zone).replace(/\D/g, '')
  const mark = localized('演练', 'EXERCISE')
  return {
    kind: 'bulletin',
    name: `${NAMES[series]}-${digits.slice(0, 8)}-${digits.slice(8, 12)}-${number}`,
    title: sheetTitle(series, number),
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
