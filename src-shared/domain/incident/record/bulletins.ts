/**
 * What is recorded of the reports to those above (首报、续报、终报): what each said, to whom it went
 * and who signed it, and when the head of the unit came to know.
 */
import type { Sealed } from '../../sealed.ts'

export const BULLETIN_KINDS = ['first', 'follow-up', 'final', 'response', 'management'] as const
export type BulletinKind = (typeof BULLETIN_KINDS)[number]

/**
 * Each is numbered by itself: 首报、续报、终报 to the authorities, that the response was started
 * (88号令 art. 39), and the written report to those who manage the site.
 */
export const BULLETIN_SERIES = ['authorities', 'response', 'management'] as const
export type BulletinSeries = (typeof BULLETIN_SERIES)[number]

export const seriesOf = (kind: BulletinKind): BulletinSeries =>
  kind === 'response' || kind === 'management' ? kind : 'authorities'

/** Those of one series, in their order. */
export const ofSeries = <B extends { kind: BulletinKind }>(
  bulletins: readonly B[] | undefined,
  series: BulletinSeries,
): readonly B[] => (bulletins ?? []).filter(({ kind }) => seriesOf(kind) === series)

/** The number of the next one, after all that count: also where one that counted has gone since. */
export const numberAfter = (sent: readonly { number: number }[]): number =>
  Math.max(sent.length, ...sent.map(({ number }) => number)) + 1

/**
 * `text`: word for word as it went out, in the language of its sender. `copies`: who gets it
 * besides.
 */
export type SendBulletin = {
  type: 'SendBulletin'
  series: BulletinSeries
  number: number
  final: boolean
  text: Sealed
  signer: Sealed
  to: Sealed
  copies: readonly Sealed[]
}
/** `informedAt` in UTC ms. */
export type TellHead = { type: 'TellHead'; informedAt: number }

/** `number` counts from 1 within its series. `copies` are absent where nobody got one. */
export type BulletinSent = {
  type: 'BulletinSent'
  number: number
  kind: BulletinKind
  text: Sealed
  signer: Sealed
  to: Sealed
  copies?: readonly Sealed[]
}
export type HeadInformed = { type: 'HeadInformed'; informedAt: number }
export type BulletinEvent = BulletinSent | HeadInformed

export type Bulletin = Omit<BulletinSent, 'type'> & { at: number; by: string }
