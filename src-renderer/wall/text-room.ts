/** The room for text in the parts of a row, in em of their own size; sizes as in tokens.css. */
import type { Language } from '../ui/figure.ts'
import type { HeadLines } from './incident-row.ts'
import type { Layout } from './layout.ts'
import { emsOf, linesOf } from '#shared/charts/measure.ts'

const BOLD = 1.06 // bold letters are wider
const LEAD = { zh: 86, en: 74 } as const
const HEAD = 66
const BODY = { zh: 53, en: 48 } as const
const FLOOR = { zh: 45, en: 43 } as const

/** The cell of an upright row, beside its headline, in units: a short name fits on its line. */
const UPRIGHT_CELL = { zh: 384, en: 416 } as const

/** A line of a headline: the middle column; upright, a row shares it with its figure. */
export function headRoom({ room, shape, density }: Layout, lang: Language, lead: boolean): number {
  const width = isUpright({ shape, density }, lead)
    ? room.main - UPRIGHT_CELL[lang] - 16
    : room.main
  return width / (lead && density === 'full' ? LEAD[lang] : HEAD)
}

/** Of a headline of one line, the part that the kind may take: where it is comes first. */
const KIND_SHARE = 0.45

/** What the kind may take of a headline's line, em. */
export const kindRoom = (layout: Layout, lang: Language, lead: boolean, single: boolean): number =>
  headRoom(layout, lang, lead) * (single ? KIND_SHARE : 1)

/** A row that shares its line with its cell. */
export const isUpright = (
  { shape, density }: Pick<Layout, 'shape' | 'density'>,
  lead: boolean,
): boolean => shape === 'portrait' && density === 'full' && !lead

/** Far readers: a row has room for marks and owner on a line each. */
export const mayPart = ({
  density,
  lean,
  low,
}: Pick<Layout, 'density' | 'lean' | 'low'>): boolean =>
  density !== 'full' && lean === 'none' && !low

/**
 * So many lines a headline may take. Upright its lines are short, and there is height for a third;
 * on the lowest rows there is one.
 */
export function headLines(
  { lean, shape, density }: Pick<Layout, 'lean' | 'shape' | 'density'>,
  lead: boolean,
): HeadLines {
  if (lean === 'line') return 1
  return shape === 'portrait' && !(lead && density === 'full') ? 3 : 2
}

/** The boxed word 演练 before a headline, with its gap; none where it stands with the state. */
export const tagRoom = (layout: Layout, lang: Language, lead: boolean): number =>
  isUpright(layout, lead) ? 0 : lang === 'en' ? 4.9 : 2.5

/** State and stage in Chinese, with their gap: 响应中 现场4/7. In English the stage is a number. */
const STATE_COLUMN = 350

/** The column of state and stage, where a row has one, in units; the same sum as in wall.css. */
const stateColumn = (main: number, lang: Language): number =>
  Math.max(lang === 'zh' ? STATE_COLUMN : 0, (2 * main) / 7)

/** What to do next and who does it, beside the label; in the sizes of wall.css, with its gaps. */
export const nextRoom = ({ room, shape }: Layout, lang: Language): number =>
  shape === 'portrait'
    ? room.main / BODY[lang] - (lang === 'en' ? 4.6 : 3.6)
    : (room.main - stateColumn(room.main, lang)) / BODY[lang] - 0.6

/** Who must act, on a line of his own: in letters of 56 units, less the frame of a plate. */
export const actsRoom = (layout: Layout, lang: Language): number =>
  (nextRoom(layout, lang) * BODY[lang]) / 56 - 0.7

/** Whether both stand there: what is to be done is bold. */
export const fitsNext = (what: string, who: string, room: number): boolean =>
  emsOf(what) * BOLD + 0.5 + emsOf(who) <= room

/**
 * An announcement between its label and the contact, in em: `whole` on a line of body text, `half`
 * on each of two lines at the smallest size. `badge` is the width of what is said about the sound,
 * in em of the smallest size.
 */
export function noticeRoom(
  { room }: Layout,
  lang: Language,
  badge: number,
): { whole: number; half: number } {
  // 96: the page number
  const width = room.foot - 96 - (badge > 0 ? FLOOR.zh * (badge + 0.6) + 28 : 0)
  return { whole: Math.max(4, width / BODY[lang]), half: Math.max(4, width / FLOOR[lang] - 0.5) }
}

/** Height in units of a fault that stands whole below the rows: its cause, and what to do. */
export function faultHeight(
  { across, shape }: Layout,
  lang: Language,
  [cause, action]: readonly [string, string],
): number {
  const width = across - (shape === 'portrait' ? 80 : 96)
  const high = (text: string, letter: number): number =>
    linesOf(text, width / letter - 0.5) * letter * 1.15
  return high(cause, BODY[lang] * BOLD) + high(action, FLOOR[lang]) + 38
}

/**
 * An owner's plate, between what stands before it (`before`, in em of its size) and the longest
 * usual elapsed time; and without that time, which gives way to it.
 */
export function ownerRooms({ room }: Layout, lang: Language, before: number): [number, number] {
  const elapsed = lang === 'en' ? 170 : 190
  const rest = room.main / BODY[lang] - before - 0.8
  return [rest - elapsed / BODY[lang], rest]
}

/** Beside the state there is room for the stage by its name; elsewhere it is a number. */
export const hasStageColumn = ({ shape, narrow }: Layout, lang: Language): boolean =>
  lang === 'zh' && shape === 'landscape' && !narrow

/**
 * What stands before the owner while nothing is marked: state and stage, in their column if they
 * have one.
 */
export function stateRoom(layout: Layout, lang: Language, state: string, stage: string): number {
  if (hasStageColumn(layout, lang)) return stateColumn(layout.room.main, lang) / BODY[lang]
  const least = lang === 'en' ? 290 : 190
  // the stage is set smaller
  const words = emsOf(state) + (stage ? 0.55 + (emsOf(stage) * FLOOR[lang]) / BODY[lang] : 0)
  return Math.max(least / BODY[lang], words)
}

/** What a line of marks leaves for an owner beside them, in units. */
const OWNER = 240

/** What the air beside the digits of a line of marks takes, in units, where it fills its line. */
const AIR = 40

/** A line of marks; `alone`: no owner stands beside them. */
export const markRoom = ({ room, density }: Layout, lang: Language, alone: boolean): number =>
  (density === 'full' ? room.main - (alone ? 0 : OWNER) : room.main - AIR) / BODY[lang]

/** By how much (em) marks have to be shorter before a plate of `needs` em stands whole. */
export const shorterBy = (needs: number, lang: Language): number =>
  Math.max(0, needs + 0.8 - OWNER / BODY[lang])

/** The right cell within its margins, in units. */
export const cellWidth = (layout: Layout, lang: Language, lead: boolean): number =>
  isUpright(layout, lead) ? UPRIGHT_CELL[lang] - 32 : layout.room.limit

/** What a figure takes beside its name, with the air between, in units: `+12:34`, `1时12分`. */
const LEAN_FIGURE = 296

/** The room of a figure, in units: beside its name where a row is lean, else the whole cell. */
export const figureWidth = (layout: Layout, lang: Language, lead: boolean): number =>
  layout.lean === 'none' ? cellWidth(layout, lang, lead) : LEAN_FIGURE - 24

/** The units of a figure (时, 分), in units of the wall: beside its name they may be no larger. */
export const unitSize = ({ lean }: Layout): number => (lean === 'none' ? 60 : 48)

/** The name of what counts, where its figure stands on its line, in em. */
export const leanRoom = ({ room }: Layout, lang: Language): number =>
  (room.limit - 24 - LEAN_FIGURE) / FLOOR[lang] - 0.2

/** An owner in the right cell, less the frame of a plate; on low rows it stands there. */
export const cellOwnerRoom = ({ room }: Layout): number => room.limit / FLOOR.zh - 0.7

/** A line of the right cell; upright, a row shares it with its headline. */
export function matterRoom(layout: Layout, lang: Language, lead: boolean): number {
  const size = lead && layout.density === 'full' ? 53 : FLOOR[lang]
  return cellWidth(layout, lang, lead) / size - 0.2
}
