/**
 * What is recorded of the reports to those above (首报、续报、终报): what each said, to whom it went
 * and who signed it, and when the head of the unit came to know.
 */
import type { Sealed } from '../../sealed.ts'

export const BULLETIN_KINDS = ['first', 'follow-up', 'final'] as const
export type BulletinKind = (typeof BULLETIN_KINDS)[number]

/** `text`: word for word as it went out, in the language of its sender. */
export type SendBulletin = {
  type: 'SendBulletin'
  number: number
  final: boolean
  text: Sealed
  signer: Sealed
  to: Sealed
}
/** `informedAt` in UTC ms. */
export type TellHead = { type: 'TellHead'; informedAt: number }

/** `number` counts from 1 within its incident. */
export type BulletinSent = {
  type: 'BulletinSent'
  number: number
  kind: BulletinKind
  text: Sealed
  signer: Sealed
  to: Sealed
}
export type HeadInformed = { type: 'HeadInformed'; informedAt: number }
export type BulletinEvent = BulletinSent | HeadInformed

export type Bulletin = Omit<BulletinSent, 'type'> & { at: number; by: string }
