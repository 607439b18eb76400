/**
 * Says since when time alone has changed nothing in how incidents stand: their order, what matters
 * of each, which are late. What follows from that is worked out again at the instants at which it
 * may change, and not with every second; what counts takes the display clock.
 */
import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { DAY_MS, MINUTE_MS } from '#shared/domain/units.ts'
import { BLINK_MS } from '../ui/blink.ts'
import { NEAR } from '../ui/figure.ts'

/**
 * Instants (UTC ms) at which one of the rules may say something else: when a limit passes, is near,
 * or was left alone for a minute; when an alert stops to blink, is no longer put off, or has stood
 * for a day. One more ms where a rule begins after its instant, or works out the share of a limit
 * by another sum.
 */
function instantsOf({ steps, alerts, facts }: BoardIncident): readonly (number | null)[] {
  return [
    ...steps.flatMap(({ openedAt, nudgeAt, startedAt, dueAt }) => {
      const near =
        dueAt === null || startedAt === null ? null : startedAt + NEAR * (dueAt - startedAt)
      return [
        ...[nudgeAt, dueAt, openedAt === null ? null : openedAt + MINUTE_MS],
        ...(near === null ? [] : [near, Math.floor(near) + 1]),
      ]
    }),
    ...alerts.flatMap(({ dueAt, soundedAt, raisedAt, shelved }) => [
      ...[dueAt, shelved?.until ?? null, soundedAt + MINUTE_MS, soundedAt + BLINK_MS],
      raisedAt + DAY_MS + 1,
    ]),
    ...facts.map(({ nudgeAt }) => nudgeAt),
  ]
}

/** The first instant after `now` at which something of it may change; Infinity: none. */
export const nextChange = (incident: BoardIncident, now: number): number =>
  instantsOf(incident).reduce<number>(
    (next, instant) => (instant !== null && instant > now && instant < next ? instant : next),
    Infinity,
  )

/**
 * The instant since which nothing of the `incidents` has changed by time alone: as they stood then
 * they stand `now` (UTC ms), too. It moves when something may have changed, when there are others,
 * and when the clock is set back; no other second reaches whoever depends on it.
 */
export function useSteady(
  incidents: Readonly<Ref<readonly BoardIncident[]>>,
  now: Readonly<Ref<number>>,
): Readonly<ShallowRef<number>> {
  const from = shallowRef(0)
  let of: readonly BoardIncident[] | null = null
  let until = 0
  watch(
    [incidents, now],
    ([all, instant]) => {
      if (all === of && instant >= from.value && instant < until) return
      of = all
      until = all.reduce(
        (first, incident) => Math.min(first, nextChange(incident, instant)),
        Infinity,
      )
      from.value = instant
    },
    { immediate: true, flush: 'sync' },
  )
  return from
}
