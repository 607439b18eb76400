/** Makes obligations of what is found by its date: people who lack, numbers, the calendar. */

import { datePlus } from '../duty/roster.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { ComingDate } from './coming-dates.ts'
import type { Obligation } from './obligation.ts'

/** Those of its kinds that somebody has to do something about: days off come by themselves. */
type Owed = 'post' | 'shift' | 'numbers' | 'calendar'

const PLACES: Readonly<Record<Owed, readonly string[]>> = {
  post: ['site', 'duty'],
  shift: ['site', 'duty'],
  numbers: ['site', 'contacts'],
  calendar: ['site', 'calendar'],
}
/** Days before its day from which it is shown: people are looked for a week ahead anyway. */
const REMIND_DAYS: Readonly<Record<Owed, number>> = { post: 7, shift: 7, numbers: 14, calendar: 60 }

const isOwed = (kind: ComingDate['kind']): kind is Owed => kind in PLACES

/** `nameOf`: what a post or a shift is called. */
export const obligationsOfDates = (
  dates: readonly ComingDate[],
  nameOf: (date: ComingDate) => LocalizedText | null,
): readonly Obligation[] =>
  dates.flatMap((coming): Obligation[] => {
    const { kind, date, at, about, count } = coming
    if (!isOwed(kind)) return []
    return [
      {
        kind,
        about: {
          id: about ?? kind,
          name: kind === 'calendar' && about ? localized(about, about) : nameOf(coming),
        },
        owner: null,
        ...{ due: date, dueAt: kind === 'post' ? at : null },
        remindFrom: date === null ? null : datePlus(date, -REMIND_DAYS[kind]),
        isCritical: kind === 'post' || kind === 'shift',
        ...{ count, to: PLACES[kind] },
      },
    ]
  })
