/**
 * How high a row is, in units of the wall: the same sums as wall.css, so that a page holds as many
 * rows as stand on it whole, and what is most urgent keeps its place beside them.
 */
import type { Language } from '../ui/figure.ts'
import { FAR_ROW, type Layout } from './layout.ts'
import { matterRoom } from './text-room.ts'

/** `lines` of its headline; `apart`: its marks may need a line beside that of its owner. */
export type RowContent = { lines: number; apart: boolean }

const HEADLINE = 1.06 // of the letter
const LEAD = { zh: 86, en: 74 } as const
/** The padding of a row whose place takes two lines. */
const TALL = 26
/** A line of marks or of an owner, with its gap. */
const SUB_LINE = 73
/** What the name of a limit and its remark take at the most, em. */
const LONGEST_NAME = { zh: 10.5, en: 14.5 } as const

/** Stacked, beside a strip: the figure stands on the line of its name. */
const LEAN_ROW = 240

function usual(lines: number, lang: Language, lead: boolean, wide: boolean): number {
  const tall = lines > 1 ? TALL : 0
  if (lead) return Math.max(wide ? 292 : 289, 188 + lines * HEADLINE * LEAD[lang] + tall)
  const [least, rest, letter] = wide ? [208, 122, 66] : [185, 118, 62]
  return Math.max(least, rest + lines * HEADLINE * letter + tall)
}

/**
 * `lead`: it stands first on its page. `wide`: above the month, where rows have more air.
 */
export function rowHeight(
  layout: Layout,
  lang: Language,
  { lines, apart }: RowContent,
  lead: boolean,
  wide: boolean,
): number {
  const { density, shape, lean } = layout
  const more = (lines - 1) * HEADLINE * 66 + (apart ? SUB_LINE : 0)
  if (density === 'compact') return FAR_ROW.compact + more
  if (density === 'stacked') {
    if (lean !== 'none') return LEAN_ROW + more
    const isNarrow = matterRoom(layout, lang, lead) < LONGEST_NAME[lang]
    return FAR_ROW.stacked + more + (isNarrow ? 48 : 0)
  }
  if (shape === 'landscape') return Math.ceil(usual(lines, lang, lead, wide))
  if (!lead) return (wide ? 305 : 308) + Math.max(0, lines - 2) * Math.ceil(HEADLINE * 66)
  return (wide ? 640 : 622) + (lines - 1) * Math.ceil(HEADLINE * LEAD[lang])
}
