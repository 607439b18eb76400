/**
 * What whoever activated a plan has said of it besides what the plan says itself: the matter, how
 * long the response is expected to last, what is done at first (突发事件应对法 art. 72).
 */
import type { Guarded } from '../../sealed.ts'

/** Null: nobody has said it, and the plan does. `lastsMinutes` counts from the activation. */
export type Stated = {
  matter: Guarded | null
  lastsMinutes: number | null
  measures: Guarded | null
}

/** Null where nothing of it was said: an activation by one key is as short as ever. */
export const statedOrNull = (stated: Stated): Stated | null =>
  stated.matter === null && stated.lastsMinutes === null && stated.measures === null ? null : stated
