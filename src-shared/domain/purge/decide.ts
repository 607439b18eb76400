/** Decides on holding an incident's personal values, and records that they were purged. */
import { accept, refuse, type Decision } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import type { HoldLifted, HoldPlaced, IncidentPurge, PurgeEvent, PurgeWhy } from './stream.ts'

export type PlaceHold = { type: 'PlaceHold'; reason: Sealed }
export type LiftHold = { type: 'LiftHold'; reason: Sealed }
export type NotePurge = {
  type: 'NotePurge'
  why: PurgeWhy
  values: number
  files: number
  again: boolean
}

/** Of an incident in any state, also one that runs. Refuses `no-change`: it is held already. */
export function placeHold(
  before: IncidentPurge | null,
  { reason }: PlaceHold,
): Decision<HoldPlaced> {
  if (before?.hold)
    return refuse(
      'no-change',
      localized(
        '这起事件的个人信息已在保留中',
        'The personal values of this incident are held already',
      ),
    )
  return accept({ type: 'HoldPlaced', reason })
}

/** Refuses `no-change`: nothing holds it. */
export function liftHold(before: IncidentPurge | null, { reason }: LiftHold): Decision<HoldLifted> {
  if (!before?.hold)
    return refuse(
      'no-change',
      localized('这起事件没有保留', 'The personal values of this incident are not held'),
    )
  return accept({ type: 'HoldLifted', reason })
}

/** What is held is never purged (`values-held`), unless an older record learns of it anew. */
export function notePurge(
  before: IncidentPurge | null,
  { why, values, files, again }: NotePurge,
): Decision<PurgeEvent> {
  if (before?.hold && !again) return heldRefusal()
  return accept({
    type: 'IncidentPurged',
    why,
    values,
    files,
    ...(again && { again: true as const }),
  })
}

export const heldRefusal = () =>
  refuse(
    'values-held',
    localized(
      '这起事件的个人信息在保留中，没有清除。要清除，请先解除保留',
      'The personal values of this incident are held and were not purged. Lift the hold first',
    ),
  )
