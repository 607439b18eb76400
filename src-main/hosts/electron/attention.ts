/**
 * Counts the alerts on the board that call for a person, those of the station itself too, and finds
 * the priority that must sound now.
 */
import type { BoardAlert, BoardFault, BoardIncident } from '#shared/domain/board/types.ts'
import type { Priority } from '#shared/domain/incident/record/state.ts'

export type Attention = {
  /** Ids of the unacknowledged alerts, drills included. */
  open: ReadonlySet<string>
  /** How many of them are real. A drill calls its people, but is never counted with real ones. */
  real: number
  drills: number
  /** The most urgent priority that is not silenced for the moment; null: no sound. */
  sounding: Priority | null
}

type Board = {
  incidents: readonly Pick<BoardIncident, 'drill' | 'alerts'>[]
  alerts: readonly BoardFault[]
}

const isAudible = (alert: BoardAlert | BoardFault, now: number): boolean =>
  (alert.silencedUntil ?? 0) <= now && !(alert.kind === 'fault' && alert.tone === null)

/** `now`: UTC ms, the station's. */
export function attentionOf({ incidents, alerts: faults }: Board, now: number): Attention {
  const unacknowledged = [
    ...incidents.flatMap(({ drill, alerts }) => alerts.map((alert) => ({ alert, drill }))),
    ...faults.map((alert) => ({ alert, drill: false })),
  ].filter(({ alert }) => alert.acknowledgedAt === null)
  const priorities = unacknowledged
    .filter(({ alert }) => isAudible(alert, now))
    .map(({ alert }) => alert.priority)
  return {
    open: new Set(unacknowledged.map(({ alert }) => alert.id)),
    real: unacknowledged.filter(({ drill }) => !drill).length,
    drills: unacknowledged.filter(({ drill }) => drill).length,
    sounding: priorities.reduce<Priority | null>(
      (top, priority) => (top === null || priority < top ? priority : top),
      null,
    ),
  }
}

/** Whether an alert has come since `before`. */
export const hasNew = (before: Attention, now: Attention): boolean =>
  [...now.open].some((id) => !before.open.has(id))

export const NOTHING: Attention = { open: new Set(), real: 0, drills: 0, sounding: null }

/**
 * The small picture over the taskbar's button: a number up to nine, the hollow mark while only a
 * drill calls, null without alerts.
 */
export function overlayOf({ real, drills }: Attention): string | null {
  if (real > 9) return 'overlay-more'
  if (real > 0) return `overlay-${real}`
  return drills > 0 ? 'overlay-drill' : null
}
