/**
 * Sends reports to those above: numbered in order, frozen as they went out; the last one once the
 * response is over. When the head of the unit came to know starts the clocks of the law.
 */
import { accept, type Decision } from '../../decision.ts'
import type {
  BulletinKind,
  BulletinSent,
  HeadInformed,
  SendBulletin,
  TellHead,
} from '../record/bulletins.ts'
import { notAsSeen } from '../record/correction-refusals.ts'
import type { Recorded } from '../record/events.ts'
import * as no from '../record/refusals.ts'
import type { Incident, IncidentState } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'

/** What is final says that nothing more is done: not while a response runs. */
const ENDED: ReadonlySet<IncidentState> = new Set(['lifted', 'recovering', 'closed', 'archived'])

const bulletinKind = (number: number, final: boolean): BulletinKind =>
  final ? 'final' : number === 1 ? 'first' : 'follow-up'

/**
 * Refused: another number than the next (`not-as-seen`: somebody has sent one meanwhile), a final
 * one before the response is lifted (`bad-move`).
 */
export function sendBulletin(
  incident: Incident,
  { number, final, text, signer, to }: SendBulletin,
): Decision<BulletinSent> {
  if (number !== (incident.bulletins?.length ?? 0) + 1) return notAsSeen()
  if (final && !ENDED.has(incident.state)) return no.finalTooEarly()
  return accept({
    type: 'BulletinSent',
    number,
    kind: bulletinKind(number, final),
    text,
    signer,
    to,
  })
}

export const bulletinSent = (
  incident: Incident,
  { number, kind, text, signer, to, at, by }: Recorded<BulletinSent>,
): Incident => ({
  ...incident,
  bulletins: [...(incident.bulletins ?? []), { number, kind, text, signer, to, at, by }],
})

/**
 * Refused: a time before it occurred and was reported, or ahead (`bad-input`). Told again, the last
 * holds.
 */
export function tellHead(
  incident: Incident,
  { informedAt }: TellHead,
  { meta }: RuleContext,
): Decision<HeadInformed> {
  const earliest = Math.min(incident.occurredAt ?? incident.receivedAt, incident.receivedAt)
  if (informedAt < earliest || informedAt > meta.at) return no.headOutOfTime()
  return informedAt === incident.headInformedAt
    ? accept()
    : accept({ type: 'HeadInformed', informedAt })
}

export const headInformed = (
  incident: Incident,
  { informedAt }: Recorded<HeadInformed>,
): Incident => ({ ...incident, headInformedAt: informedAt })
