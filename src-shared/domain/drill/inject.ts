/**
 * The injects (情景) of a drill's script, and the drill's play clock: pause and speed act on injects
 * alone, so what has been delivered by an instant follows from the record, and nobody waits for a
 * timer. The clocks of steps know nothing of it.
 */
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'

/** Half as fast, as scripted, twice and four times as fast. */
export const SPEEDS = [0.5, 1, 2, 4] as const
export type Speed = (typeof SPEEDS)[number]

/**
 * `after`: ms of play after the start; null: whoever leads the drill delivers it by hand. `to`: who
 * is told. `expects`: what should be done then; `stepId`: the step that shows it, within `within`
 * ms of the delivery, on the clock of the wall.
 */
export type Inject = {
  id: string
  after: number | null
  words: Sealed
  to: Sealed | null
  expects: Sealed | null
  stepId: string | null
  within: number | null
}

/** `since`: the instant (UTC ms) from which `speed` holds; `played`: ms of play by then. */
export type Play = { since: number; played: number; speed: Speed; isOnHold: boolean }

/** `at` in UTC ms; `by` null: by its time in the script. */
export type Delivery = { injectId: string; at: number; by: string | null }

type Timed = Pick<Inject, 'id' | 'after'>
/** As the record has it, or as a screen reads it. */
export type Scripted<T extends Timed = Timed> = {
  script: readonly T[]
  play: Play | null
  deliveries: readonly Delivery[]
  skipped: readonly string[]
}

/** How much of the script had been played at an instant (UTC ms), in ms of play. */
export const playedAt = ({ since, played, speed, isOnHold }: Play, at: number): number =>
  isOnHold || at <= since ? played : played + (at - since) * speed

/** When so much will have been played (UTC ms); null while it is on hold. */
export function instantOfPlay(play: Play, after: number): number | null {
  if (after <= play.played) return play.since
  return play.isOnHold ? null : Math.ceil(play.since + (after - play.played) / play.speed)
}

const isWaiting = ({ deliveries, skipped }: Scripted, { id }: Timed): boolean =>
  !skipped.includes(id) && deliveries.every(({ injectId }) => injectId !== id)

/** Those that their time has delivered since the record spoke last, in that order. */
function fallenDue(drill: Scripted, now: number): readonly Delivery[] {
  const { script, play } = drill
  if (!play) return []
  return script
    .flatMap((inject): readonly Delivery[] => {
      const at = inject.after === null ? null : instantOfPlay(play, inject.after)
      return at !== null && at <= now && isWaiting(drill, inject)
        ? [{ injectId: inject.id, at, by: null }]
        : []
    })
    .sort((first, second) => first.at - second.at)
}

/** All that had been delivered by an instant (UTC ms), in order. */
export const deliveriesAt = (drill: Scripted, now: number): readonly Delivery[] => [
  ...drill.deliveries,
  ...fallenDue(drill, now),
]

/** The timed ones that are still to come, the next in front. */
export function injectsAhead<T extends Timed>(drill: Scripted<T>, now: number): readonly T[] {
  const delivered = deliveriesAt(drill, now)
  return drill.script
    .filter(
      (inject) => inject.after !== null && isWaiting({ ...drill, deliveries: delivered }, inject),
    )
    .sort((first, second) => (first.after ?? 0) - (second.after ?? 0))
}

export const isInject: is.Form = is.fields<Inject>({
  id: is.words,
  after: is.orNull(is.number),
  words: is.sealed,
  to: is.orNull(is.sealed),
  expects: is.orNull(is.sealed),
  stepId: is.orNull(is.words),
  within: is.orNull(is.number),
})
export const isPlay: is.Form = is.fields<Play>({
  since: is.number,
  played: is.number,
  speed: is.oneOf(SPEEDS),
  isOnHold: is.flag,
})
export const isDelivery: is.Form = is.fields<Delivery>({
  injectId: is.words,
  at: is.number,
  by: is.orNull(is.words),
})
