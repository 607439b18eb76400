/** What the aftermath of an incident comes to: what is open, what is overdue, what is due next. */
import type { BoardAftercare, BoardAftermath } from '#shared/domain/board/aftermath.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { instantOf } from '#shared/domain/calendar.ts'
import { dateText, type Language } from '#renderer/ui/figure.ts'

export const isOpenEntry = ({ done, withdrawn }: BoardAftercare): boolean => !done && !withdrawn
/** What its kind asked for can be put right once it is done: amounts, or finding and measure. */
export const isCorrectable = ({ kind, done }: BoardAftercare): boolean =>
  done !== null && (kind === 'compensation' || kind === 'accountability')
/** `today`: a date of the site. Due on a day is not overdue on it. */
export const isOverdue = (entry: BoardAftercare, today: string): boolean =>
  isOpenEntry(entry) && entry.dueOn < today

export const openEntries = ({ entries }: BoardAftermath): readonly BoardAftercare[] =>
  entries.filter(isOpenEntry)

/** The day of an instant (UTC ms) within a sentence: 12月1日（周二）, with no blank in it. */
export const dayOf = (at: number, zone: string, lang: Language): string =>
  lang === 'zh' ? dateText(at, zone, lang).replace(/ (周.)$/, '（$1）') : dateText(at, zone, lang)

/** A date of the site as sentences say it. */
export const dayWords = (date: string, zone: string, lang: Language): string =>
  dayOf(instantOf(date, 0, zone), zone, lang)

/** Nothing of it is open, something of it was, and nothing else keeps the incident from closing. */
export const canClose = ({ aftermath, moves, blocks, gates }: BoardIncident): boolean =>
  aftermath !== undefined &&
  aftermath.entries.length > 0 &&
  openEntries(aftermath).length === 0 &&
  moves.includes('closed') &&
  blocks.length === 0 &&
  !gates.some(({ to, items }) => to === 'closed' && items.some(({ settled }) => !settled))
