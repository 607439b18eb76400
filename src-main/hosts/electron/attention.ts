/**
 * What on the board calls for a person: how many alerts nobody has acknowledged, and which of them
 * must be heard now. Pure.
 */
import type { BoardAlert, BoardIncident } from '#shared/domain/board/types.ts'
import type { Priority } from '#shared/domain/incident/record/state.ts'

export type Attention = {
  /** Ids of the alerts that nobody has acknowledged, drills included. */
  open: ReadonlySet<string>
  /** How many of them are real. A drill calls its people, but is never counted with real ones. */
  real: number
  drills: number
  /** The most urgent one that is not silenced for the moment; null: nothing is to be heard. */
  sounding: Priority | null
}

type Board = { incidents: readonly Pick<BoardIncident, 'drill' | 'alerts'>[] }

const heard = (alert: BoardAlert, now: number): boolean => (alert.silencedUntil ?? 0) <= now

/** `now`: UTC ms, the station's. */
export function attentionOf({ incidents }: Board, now: number): Attention {
  const open = incidents.flatMap(({ drill, alerts }) =>
    alerts
      .filter(({ acknowledgedAt }) => acknowledgedAt === null)
      .map((alert) => ({ alert, drill })),
  )
  const priorities = open
    .filter(({ alert }) => heard(alert, now))
    .map(({ alert }) => alert.priority)
  return {
    open: new Set(open.map(({ alert }) => alert.id)),
    real: open.filter(({ drill }) => !drill).length,
    drills: open.filter(({ drill }) => drill).length,
    sounding: priorities.reduce<Priority | null>(
      (top, one) => (top === null || one < top ? one : top),
      null,
    ),
  }
}

/** Whether there is an alert now that was not there before. */
export const hasNew = (before: Attention, now: Attention): boolean =>
  [...now.open].some((id) => !before.open.has(id))

export const NOTHING: Attention = { open: new Set(), real: 0, drills: 0, sounding: null }

/**
 * The small picture over the taskbar's button: a number up to nine, the hollow mark while only a
 * drill calls, none when nothing does.
 */
export function overlayOf({ real, drills }: Attention): string | null {
  if (real > 9) return 'overlay-more'
  if (real > 0) return `overlay-${real}`
  return drills > 0 ? 'overlay-drill' : null
}
