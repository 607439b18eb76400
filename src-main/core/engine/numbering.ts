/**
 * Gives incidents their short numbers. Those reported before there were numbers have theirs by a
 * projection over the reports of their year, which is read once and only where it is needed.
 */
import { localDate, startOfDate } from '#shared/domain/calendar.ts'
import {
  numberedBefore,
  numberText,
  prefixOf,
  readNumber,
  type HighestNumbers,
} from '#shared/domain/incident/number.ts'
import type { TakenOver } from '#shared/domain/incident/record/state.ts'
import type { Journal } from '../ports.ts'

/** An incident as its number is looked up; `imported`: of these none has one. */
export type Numbered = {
  id: string
  number?: string
  imported?: unknown
  takenOver?: Pick<TakenOver, 'incidentId'>
}

export type Numbering = {
  /** Brings the numbers of the year of this report (UTC ms) to hand, for `of` and `next`. */
  fetch: (at: number) => Promise<void>
  /** Brings the number of this incident to hand, for `of`. */
  fetchOf: (incident: Numbered, receivedAt: number) => Promise<void>
  /** Undefined where it has none. */
  of: (incident: Numbered) => string | undefined
  /** The number that comes next, after those that are `taken` beside the saved ones. */
  next: (report: { at: number; drill: boolean }, taken: readonly string[]) => string
  /** It is saved, and is given to no other. */
  take: (number: string) => void
}

/** `earlier`: numbers that others gave before this record began. */
type Site = { zone: string; emergency: boolean; earlier?: HighestNumbers }

/** `site`: as it is now; an emergency record numbers for itself. */
export function createNumbering(journal: Pick<Journal, 'reports'>, site: () => Site): Numbering {
  const before = new Map<string, string>()
  const highest = new Map<string, number>()
  const years = new Map<string, Promise<void>>()

  function raise(prefix: string, nth: number): void {
    highest.set(prefix, Math.max(highest.get(prefix) ?? 0, nth))
  }

  async function readYear(year: number, zone: string): Promise<void> {
    const [from, until] = [year, year + 1].map((each) => startOfDate(`${each}-01-01`, zone))
    const known = numberedBefore(await journal.reports(from ?? 0, until ?? 0), zone)
    for (const [id, number] of known.numbers) before.set(id, number)
    for (const [prefix, nth] of known.highest) raise(prefix, nth)
  }

  function fetch(at: number): Promise<void> {
    const { zone } = site()
    const year = localDate(at, zone).slice(0, 4)
    const reading = years.get(year) ?? readYear(Number(year), zone)
    years.set(year, reading)
    reading.catch(() => years.delete(year)) // the next one who asks reads it again
    return reading
  }

  return {
    fetch,
    async fetchOf({ number, imported }, receivedAt) {
      if (number === undefined && imported === undefined) await fetch(receivedAt)
    },
    of: ({ id, number, takenOver }) =>
      number ?? before.get(id) ?? (takenOver ? before.get(takenOver.incidentId) : undefined),
    next(report, taken) {
      const { zone, emergency, earlier = {} } = site()
      const prefix = prefixOf({ ...report, emergency }, zone)
      const others = taken.flatMap((number) => {
        const part = readNumber(number)
        return part?.prefix === prefix ? [part.nth] : []
      })
      const before = Math.max(highest.get(prefix) ?? 0, earlier[prefix] ?? 0)
      return numberText({ prefix, nth: Math.max(before, ...others) + 1 })
    },
    take(number) {
      const part = readNumber(number)
      if (part) raise(part.prefix, part.nth)
    },
  }
}
