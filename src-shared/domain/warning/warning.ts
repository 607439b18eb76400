/**
 * A warning from outside (预警) as it stands: the eight fields of 突发事件应对法 art. 64, who was told of
 * it, and what became of it.
 */
import * as is from '../form.ts'
import type { Guarded } from '../sealed.ts'
import { WARNINGS, type Warning } from '../incident/record/scales.ts'

/**
 * What a warning states. `kind`: what of (暴雨); `warning`: its colour; `area`: whom it may reach;
 * `content`: what to heed; `measures`: what to do; `publisher`, `publishedAt`: who issued it, when.
 * Times in UTC ms; `until` null: until it is lifted.
 */
export type WarningFields = {
  kind: string
  warning: Warning
  startsAt: number
  until: number | null
  area: string
  content: string
  measures: string
  publisher: string
  publishedAt: number
}

/** These nine of whatever holds them. */
export const fieldsOf = (of: WarningFields): WarningFields => {
  const { kind, warning, startsAt, until, area, content, measures, publisher, publishedAt } = of
  return { kind, warning, startsAt, until, area, content, measures, publisher, publishedAt }
}

/** A change of it: what it says now, and why. */
export type WarningChange = {
  at: number
  by: string
  warning: Warning
  until: number | null
  reason: Guarded | null
}
export type WarningTelling = { at: number; by: string; who: Guarded }

/** `raisedAt`: when its colour was last raised, or it came. `incidentIds`: its pre-alerts. */
export type KnownWarning = WarningFields & {
  id: string
  enteredAt: number
  by: string
  raisedAt: number
  changes: readonly WarningChange[]
  told: readonly WarningTelling[]
  incidentIds: readonly string[]
  lifted: { at: number; by: string; reason: Guarded | null } | null
}

/** `entered`: how many there ever were; ids are `w1`, `w2` … */
export type Warnings = { entered: number; known: readonly KnownWarning[] }

export type Lasting = { lifted: { at: number } | null; until: number | null }

/** When it was or will be over (UTC ms): lifted, or its time has passed; null: nobody knows. */
export function overAt({ lifted, until }: Lasting): number | null {
  if (lifted === null) return until
  return until === null ? lifted.at : Math.min(lifted.at, until)
}

/** Whether it is over at an instant (UTC ms). */
export function isOver(known: Lasting, now: number): boolean {
  const at = overAt(known)
  return at !== null && at <= now
}

/** Red before blue; of equals what begins first. */
export const byColour = (
  known: Pick<WarningFields, 'warning' | 'startsAt'>,
  other: Pick<WarningFields, 'warning' | 'startsAt'>,
): number =>
  WARNINGS.indexOf(known.warning) - WARNINGS.indexOf(other.warning) ||
  known.startsAt - other.startsAt

const isWarning = is.oneOf(WARNINGS)
const isChange = is.fields<WarningChange>({
  at: is.number,
  by: is.words,
  warning: isWarning,
  until: is.orNull(is.number),
  reason: is.orNull(is.guarded),
})
const isTelling = is.fields<WarningTelling>({ at: is.number, by: is.words, who: is.guarded })
const isKnown = is.fields<KnownWarning>({
  id: is.words,
  kind: is.words,
  warning: isWarning,
  startsAt: is.number,
  until: is.orNull(is.number),
  area: is.words,
  content: is.words,
  measures: is.words,
  publisher: is.words,
  publishedAt: is.number,
  enteredAt: is.number,
  by: is.words,
  raisedAt: is.number,
  changes: is.list(isChange),
  told: is.list(isTelling),
  incidentIds: is.list(is.words),
  lifted: is.orNull(
    is.fields<NonNullable<KnownWarning['lifted']>>({
      at: is.number,
      by: is.words,
      reason: is.orNull(is.guarded),
    }),
  ),
})
export const areWarnings: is.Form = is.fields<Warnings>({
  entered: is.number,
  known: is.list(isKnown),
})
