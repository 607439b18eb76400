/**
 * What a rule says must be done by a day (到期事项): one kind of thing for everything at a site that
 * has a date, however it comes about. Whoever has some writes a pure `obligationsOf…` in its own
 * folder of the domain, a row in {@link OBLIGATIONS}, and a line in the table of sources of the
 * station (`features/readiness/sources.ts`).
 */
import type { ActionOwner } from '../corrective-action/action.ts'
import { daysBetween } from '../duty/roster.ts'
import type { Guarded } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import { OBLIGATION_KINDS, type ObligationKind } from './kinds.ts'

/**
 * `about`: what it concerns, its id and its name as shown; `name` null: the kind says all. `owner`:
 * who has to do it, a post of the register or a person; null: nobody is named. `due`: local day of
 * the site; null: it has been due all along, since it was never done. `dueAt`: UTC ms where the due
 * is an instant (patrol rounds, shifts), else null. `remindFrom`: local day from which it is shown
 * as coming; null: always. `isCritical` (要紧): somebody may be hurt or a law is broken if it is
 * not there (expired medicine, under minimum, drill overdue, shift short). `count`: people that
 * lack, pieces, numbers; 1 where it is one thing. `unit`: of what is counted in a unit that the
 * site has chosen. `to`: path of the page where it is done, such as
 * `['readiness', 'supplies', id]`.
 */
export type Obligation = {
  kind: ObligationKind
  about: { id: string; name: LocalizedText | Guarded | null }
  owner: ActionOwner | null
  due: string | null
  dueAt: number | null
  remindFrom: string | null
  isCritical: boolean
  count: number
  unit?: string
  to: readonly string[]
}

/** The two counts of a site; never a percentage. An obligation may stand in both. */
export type ObligationCounts = { critical: number; due: number }

type Due = Pick<Obligation, 'due' | 'dueAt'>

/**
 * Whether its day or instant has come; `today`: local date of the site, `now`: UTC ms. It may still
 * be done in time on its day.
 */
export const isDueNow = (
  { due, dueAt }: Due,
  { today, now }: { today: string; now: number },
): boolean => (dueAt === null ? due === null || due <= today : dueAt <= now)

/** Days from today until its day, negative after it; null: it has been due all along. */
export const daysLeft = ({ due }: Pick<Obligation, 'due'>, today: string): number | null =>
  due === null ? null : daysBetween(today, due)

/** Whether it is shown today: due, critical, or coming soon enough. */
export const isShownOn = (
  { remindFrom, isCritical }: Pick<Obligation, 'remindFrom' | 'isCritical'>,
  today: string,
): boolean => isCritical || remindFrom === null || remindFrom <= today

export const countsOf = (
  obligations: readonly (Due & Pick<Obligation, 'isCritical'>)[],
  at: { today: string; now: number },
): ObligationCounts => ({
  critical: obligations.filter(({ isCritical }) => isCritical).length,
  due: obligations.filter((obligation) => isDueNow(obligation, at)).length,
})

const RANKS: ReadonlyMap<ObligationKind, number> = new Map(
  OBLIGATION_KINDS.map((kind, rank) => [kind, rank]),
)

/** Behind every local day. */
const NO_DAY = '~'

/**
 * Worst first: what is critical and due, critical and coming, due, coming. Of what is critical and
 * due the kind that matters most stands first (a short shift before all), else what was
 * due longest or is due soonest; what has no day of its own stands after what is late by days, for
 * nobody can say by how much it is; then by id, so that the order is always the same.
 */
export function worstObligationsFirst<T extends Obligation>(
  obligations: readonly T[],
  at: { today: string; now: number },
): readonly T[] {
  const keyed = obligations.map((obligation) => {
    const isDue = isDueNow(obligation, at)
    const { isCritical, kind, due, about } = obligation
    const group = (isCritical ? 0 : 2) + (isDue ? 0 : 1)
    const rank = RANKS.get(kind) ?? RANKS.size
    return { obligation, keys: [group, group === 0 ? rank : 0, due ?? NO_DAY, rank, about.id] }
  })
  const before = (a: readonly (number | string)[], b: readonly (number | string)[]): number => {
    for (const [index, key] of a.entries()) {
      const other = b[index] ?? ''
      if (key !== other) return key < other ? -1 : 1
    }
    return 0
  }
  return keyed.sort((a, b) => before(a.keys, b.keys)).map(({ obligation }) => obligation)
}
