/** What a row of HQ's wall says, cut to the room that its form has for each part. */
import { emsOf } from '#shared/charts/measure.ts'
import type { BoardSite } from '#shared/contract/hq-replies.ts'
import type { IncidentLine } from '#shared/domain/hq/incident-line.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Language } from '../../ui/figure.ts'
import { cutIn, cutName, placeAndKind, takes } from './fitting.ts'
import type { WallForm } from './plan.ts'

/** Units, as in row.css. Names are Chinese on an English wall, too: there is one size. */
const LETTER = 45
const [MARGINS, BETWEEN, GAP] = [96, 48, 20]
/** The badge and, in Chinese, its word. */
const LEVEL = { zh: 170, en: 100 } as const
const SINGLE = { site: 482, what: 512, who: 320, limit: 260 } as const
const DOUBLE = { head: 50, site: 560, limit: 320 } as const
const STACKED = { head: 50, indent: 124, limit: 300 } as const
const LEAD = { head: 80, line: 50, limit: 668 - MARGINS / 2 } as const
const LEAD_STACKED = { head: 60, indent: 124, figure: 480 } as const
/** Of a column that is as wide as its parts. */
const SINGLE_WIDTH = LEVEL.zh + SINGLE.site + SINGLE.what + SINGLE.who + SINGLE.limit + 4 * GAP
/** Of what is to be done, in em. */
const LEAST = 5
/** Around a word in a box, and between parts of a line, in em. */
const [FRAME, SPACE] = [0.7, 0.4]

/** Width of one column of rows, in units. */
export const columnWidth = ({ across, columns }: Pick<WallForm, 'across' | 'columns'>): number =>
  (across - MARGINS - BETWEEN * (columns - 1)) / columns

export type RowWords = {
  place: string
  kind: string
  region: string
  site: string
  role: string
  matter: string
  /** What is the matter with it: nobody on it, late. */
  remark: string
}
/** `remark`: beside the figure; null: it stands behind the matter, if there is room. */
export type RowRoom = { head: number; site: number; who: number; remark: number | null }

/** In em of the letters of each part. */
export function roomOf(form: WallForm, isLead: boolean, lang: Language): RowRoom {
  const column = columnWidth(form)
  if (form.row === 'stacked' && isLead) {
    const { head, indent, figure } = LEAD_STACKED
    const width = column - indent // its figure stands below its lines
    const line = width / LETTER
    return { head: width / head, site: line, who: line, remark: (column - figure) / LETTER }
  }
  if (form.row === 'stacked') {
    const width = column - STACKED.indent
    const line = (width - STACKED.limit - GAP) / LETTER
    return { head: width / STACKED.head, site: line, who: line, remark: null }
  }
  if (isLead) {
    const width = form.across - MARGINS - LEVEL[lang] - LEAD.limit - 2 * GAP
    const line = width / LEAD.line
    return { head: width / LEAD.head, site: line, who: line, remark: LEAD.limit / LETTER }
  }
  if (form.row === 'double') {
    const width = column - LEVEL[lang] - DOUBLE.limit - 2 * GAP
    return {
      ...{ head: width / DOUBLE.head, site: DOUBLE.site / LETTER },
      ...{ who: (width - DOUBLE.site - GAP) / LETTER, remark: null },
    }
  }
  // what a wide panel has to spare goes to the place
  const what = SINGLE.what + Math.max(0, column - SINGLE_WIDTH)
  return {
    ...{ head: what / LETTER, site: SINGLE.site / LETTER, who: SINGLE.who / LETTER },
    remark: null,
  }
}

/** Of the figure, in units: how large it is, and how wide at most. */
const FIGURES: Readonly<Record<WallForm['row'], readonly [number, number]>> = {
  single: [56, SINGLE.limit - 16],
  double: [80, DOUBLE.limit - 16],
  stacked: [72, STACKED.limit - 16],
}
/** Heavy digits are wider than they are measured. */
const HEAVY = 1.14

/** How large the figure of a row is, in units: smaller where its units (时, 分) leave it no room. */
export function figureSize(
  text: string,
  { row }: WallForm,
  lead: { remark: string } | null,
): number {
  const under = lead?.remark && row !== 'stacked' ? 124 : 164
  const [size, room]: readonly [number, number] = !lead
    ? FIGURES[row]
    : row === 'stacked'
      ? ([112, LEAD_STACKED.figure - 16] as const)
      : ([under, LEAD.limit - 12] as const)
  return Math.floor(Math.min(size, room / (emsOf(text) * HEAVY)))
}

/** The title before its remark, but never half a remark: it would say something else. */
function matterIn(title: string, remark: string, ems: number): { matter: string; remark: string } {
  const remarkIn = remark && takes(title) + SPACE + takes(remark, 'bold') <= ems ? remark : ''
  const matter = cutIn(title, ems - (remarkIn ? takes(remarkIn, 'bold') + SPACE : 0))
  // two or three letters of what is to be done say nothing
  return { matter: matter === title || takes(matter) >= LEAST ? matter : '', remark: remarkIn }
}

/** `mark`: a word in a box before the place; `age`: of a site out of touch; empty: none. */
export function rowWords(
  { place, kind, matter }: IncidentLine,
  site: BoardSite | null,
  room: RowRoom,
  words: { tr: (text: LocalizedText) => string; mark: string; age: string; none: string },
): RowWords {
  const { tr, mark, age, none } = words
  const boxed = (word: string): number => (word ? takes(word, 'bold') + FRAME + SPACE : 0)
  const [placed, kinded] = placeAndKind([place, tr(kind)], room.head - boxed(mark))
  const name = site ? tr(site.name) : ''
  const siteRoom = room.site - boxed(age)
  const before = takes(site?.region ?? '') + 0.3
  // a name that is whole says more than its region
  const region = before + takes(name) <= siteRoom ? (site?.region ?? '') : ''
  const named = { place: placed, kind: kinded, region }
  const where = { ...named, site: cutName(name, siteRoom - (region ? before : 0)) }
  if (!matter) return { ...where, role: '', matter: cutIn(none, room.who), remark: '' }
  const role = cutName(tr(matter.role), room.who - FRAME)
  const left = room.who - takes(role) - FRAME - SPACE
  const [title, remark] = [tr(matter.title), matter.note ? tr(matter.note) : '']
  if (room.remark === null) return { ...where, role, ...matterIn(title, remark, left) }
  return { ...where, role, matter: cutIn(title, left), remark: cutIn(remark, room.remark, 'bold') }
}
