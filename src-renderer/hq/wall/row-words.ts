/** What a row of HQ's wall says, cut to the room that its form has for each part. */
import type { BoardSite } from '#shared/contract/hq-replies.ts'
import type { IncidentLine } from '#shared/domain/hq/incident-line.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Language } from '../../ui/figure.ts'
import { cutIn, pairIn, takes } from './fitting.ts'
import type { WallForm } from './plan.ts'

/** Units, as in row.css. Names are Chinese on an English wall, too: there is one size. */
const LETTER = 45
const SINGLE = {
  zh: { site: 400, what: 490, who: 262 },
  en: { site: 400, what: 392, who: 468 },
} as const
const STACKED = { head: 50, indent: 112, limit: 300 } as const
const LEAD = {
  single: { head: 72, line: 50, indent: 148, limit: 620 },
  stacked: { head: 60, line: LETTER, indent: 124, limit: 420 },
} as const
const [MARGINS, GAP, FRAME, AGE] = [96, 48, 0.7, 190]
/** Of a column that is as wide as its parts. */
const SINGLE_WIDTH = 1_824

/** Width of one column of rows, in units. */
export const columnWidth = ({ across, columns }: Pick<WallForm, 'across' | 'columns'>): number =>
  (across - MARGINS - GAP * (columns - 1)) / columns

export type RowWords = {
  place: string
  kind: string
  /** Region and name of the site. */
  site: readonly [string, string]
  role: string
  matter: string
}
/** `shared`: site and who stand on one line, with that much between; 0: each has its own. */
export type RowRoom = { head: number; site: number; who: number; shared: number }

/** In em of the letters of each part. */
export function roomOf(form: WallForm, isLead: boolean, lang: Language): RowRoom {
  if (form.row === 'single' && !isLead) {
    const { site, what, who } = SINGLE[lang]
    // what a wide panel has to spare goes to the place
    const spare = Math.max(0, columnWidth(form) - SINGLE_WIDTH)
    return { head: (what + spare) / LETTER, site: site / LETTER, who: who / LETTER, shared: 0 }
  }
  const { head, line, indent, limit } = isLead ? LEAD[form.row] : { ...STACKED, line: LETTER }
  const across = isLead ? form.across - MARGINS : columnWidth(form)
  const width = across - indent - limit - 24
  if (form.row === 'stacked')
    // the figure of the lead stands below its place
    return {
      head: (width + (isLead ? limit : 0)) / head,
      ...{ site: width / line, who: width / line, shared: 0 },
    }
  // place and age share a line, site and who another
  return {
    ...{ head: (width - AGE) / head, site: 10.4, who: width / line },
    shared: 0.6,
  }
}

/** `mark`: a word in a box before the place; empty: none. */
export function rowWords(
  { place, kind, matter }: IncidentLine,
  site: BoardSite | null,
  room: RowRoom,
  { tr, mark, none }: { tr: (text: LocalizedText) => string; mark: string; none: string },
): RowWords {
  const head = room.head - (mark ? takes(mark, 'bold') + FRAME + 0.4 : 0)
  const [placed, kinded] = pairIn([place, tr(kind)], head, { weight: 'bold' })
  const region = cutIn(site?.region ?? '', room.site / 2)
  const name = cutIn(site ? tr(site.name) : '', room.site - takes(region) - 0.3)
  const who = room.who - (room.shared ? takes(region) + 0.3 + takes(name) + room.shared : 0)
  const words = { place: placed, kind: kinded, site: [region, name] as const }
  if (!matter) return { ...words, role: '', matter: cutIn(none, who) }
  const role = cutIn(tr(matter.role), who - FRAME)
  const left = who - takes(role) - FRAME - 0.4
  const remark = matter.note ? ` ${tr(matter.note)}` : ''
  // less of it says nothing
  return { ...words, role, matter: left < 3.5 ? '' : cutIn(tr(matter.title) + remark, left) }
}
