/**
 * Decides what a sheet of a shift handover keeps: each signature with what was shown to it, once.
 */
import { accept, type Accepted } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import type { HandoverPage } from './page.ts'
import type { HandoverSheet, HandoverSheetEvent, SigningRole } from './stream.ts'

export type SignSheet = {
  type: 'SignSheet'
  as: SigningRole
  person: Sealed
  page: HandoverPage
}

/** Whether somebody may sign is decided with the handover itself; here nothing is written over. */
export const decideHandoverSheet = (
  sheet: HandoverSheet | null,
  { as, person, page }: SignSheet,
): Accepted<HandoverSheetEvent> =>
  sheet !== null && sheet[as] !== null
    ? accept()
    : accept({ type: 'HandoverSigned', as, person, page })
