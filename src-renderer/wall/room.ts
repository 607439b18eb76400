/** How much text the parts of a row hold, in em of their own size. Pure; the sizes are those of tokens.css. */
import type { Language } from '../ui/figure.ts'
import type { Layout } from './layout.ts'

const LEAD = { zh: 86, en: 74 } as const
const HEAD = 66
const BODY = { zh: 53, en: 48 } as const

/** A line of a headline: the middle column; upright, a row shares it with its figure. */
export function headRoom({ room, shape, density }: Layout, lang: Language, lead: boolean): number {
  const width = hasTwoLines({ shape, density }, lead) ? room.main - 400 : room.main
  return width / (lead && density === 'full' ? LEAD[lang] : HEAD)
}

/** Upright, a row is two lines of headline high beside its figure: a long place costs nothing there. */
export const hasTwoLines = ({ shape, density }: Pick<Layout, 'shape' | 'density'>, lead: boolean): boolean =>
  shape === 'portrait' && density === 'full' && !lead

/** The boxed word 演练 before a headline, with its gap. */
export const tagRoom = (lang: Language): number => lang === 'en' ? 4.9 : 2.5

/** What to do next and who does it, beside the label. */
export const nextRoom = ({ room, shape }: Layout, lang: Language): number =>
  shape === 'portrait' ? room.main / BODY[lang] - 4.2 : (room.main * 5) / 7 / BODY[lang] - 0.6

/** An owner's plate, between the state and the longest usual elapsed time. */
export function ownerRoom({ room, shape, narrow }: Layout, lang: Language): number {
  const state = lang === 'en' ? 290 : shape === 'portrait' || narrow ? 190 : Math.max(300, (2 * room.main) / 7)
  const elapsed = lang === 'en' ? 170 : 190
  return (room.main - state - elapsed - 40) / BODY[lang]
}
