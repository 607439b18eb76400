/**
 * A hazard (隐患) is a corrective action that comes from what somebody saw at the site: so it has
 * owner and day, is put right, and checked by another (安全生产法 art. 41: the unit removes hazards and
 * records it). Its grade is that of the law: ordinary, or major.
 */
import * as is from '../form.ts'
import type { Guarded } from '../sealed.ts'

export const HAZARD_GRADES = ['general', 'major'] as const
export type HazardGrade = (typeof HAZARD_GRADES)[number]

/** `checkId`, `itemId`, `pointId`: the check and item that failed; null: it was seen otherwise. */
export type HazardSource = {
  hazard: HazardGrade
  place: Guarded | null
  checkId: string | null
  itemId: string | null
  pointId: string | null
}

export const isHazardSource = is.fields<HazardSource>({
  hazard: is.oneOf(HAZARD_GRADES),
  place: is.orNull(is.guarded),
  checkId: is.orNull(is.words),
  itemId: is.orNull(is.words),
  pointId: is.orNull(is.words),
})

/** Null where it is no hazard. */
export const hazardOf = <T extends object>({
  source,
}: {
  source: T | HazardSource
}): HazardSource | null => ('hazard' in source ? source : null)
