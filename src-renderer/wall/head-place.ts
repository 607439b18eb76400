/**
 * Where the header, the clock and the long rules stand: in one place or in the other, so that no
 * panel keeps the same light at the same spot for longer than two hours. By the time alone, so that
 * all walls agree and a page that was loaded again is right; but nothing moves under the eyes of
 * somebody who reads, nor while an alarm is new.
 */
import { shallowRef, watch, type Ref } from 'vue'
import { MINUTE_MS } from '#shared/domain/units.ts'

/** `usual`: header above, footer below. `other`: the composition that changes places with it. */
export type HeadPlace = 'usual' | 'other'

/** So long in each place … */
const IN_PLACE_MS = 90 * MINUTE_MS
/** … and at most so much longer while somebody reads: two hours together. */
const PUT_OFF_MS = 30 * MINUTE_MS

/** The place that is due at `now` (UTC ms): a day of UTC begins with the usual one. */
export const placeAt = (now: number): HeadPlace =>
  Math.floor(now / IN_PLACE_MS) % 2 === 0 ? 'usual' : 'other'

/** `dueSince`: since when it should have moved (UTC ms); null: it is where it belongs. */
export type Placed = { place: HeadPlace; dueSince: number | null }

/** `isRead`: something is new, or a page stands that somebody may be reading. */
export function placed(before: Placed | null, now: number, isRead: boolean): Placed {
  const due = placeAt(now)
  if (!before || before.place === due) return { place: due, dueSince: null }
  const dueSince = before.dueSince ?? now
  const isPutOff = isRead && now >= dueSince && now - dueSince < PUT_OFF_MS
  return isPutOff ? { place: before.place, dueSince } : { place: due, dueSince: null }
}

type HeadSigns = {
  now: Readonly<Ref<number>> // UTC ms; 0 before the station was heard
  isBusy: () => boolean // something is new on the wall
  page: () => unknown // changes when a page turns
  turns: () => boolean // there are pages to turn
}

export function useHeadPlace({ now, isBusy, page, turns }: HeadSigns): Readonly<Ref<HeadPlace>> {
  const place = shallowRef<HeadPlace>('usual')
  let last: Placed | null = null
  watch(
    [now, page],
    ([instant, current], [, before]) => {
      if (instant === 0) return
      last = placed(last, instant, isBusy() || (turns() && current === before))
      place.value = last.place
    },
    { immediate: true },
  )
  return place
}
