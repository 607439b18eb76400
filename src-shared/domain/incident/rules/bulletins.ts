/**
 * Sends reports to those above: numbered in order, frozen as they went out; the last one once the
 * response is over. When the head of the unit came to know starts the clocks of the law.
 */
import { accept, type Decision } from '../../decision.ts'
import {
  numberAfter,
  ofSeries,
  seriesOf,
  type BulletinKind,
  type BulletinSeries,
  type BulletinSent,
  type HeadInformed,
  type SendBulletin,
  type TellHead,
} from '../record/bulletins.ts'
import { notAsSeen } from '../record/correction-refusals.ts'
import type { Recorded } from '../record/events.ts'
import * as no from '../record/refusals.ts'
import type { Incident, IncidentState } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'
import { clocksMet } from './report-clocks.ts'
import { sentToAuthorities } from './taken-reports.ts'

/** What is final says that nothing more is done: not while a response runs. */
const ENDED: ReadonlySet<IncidentState> = new Set(['lifted', 'recovering', 'closed', 'archived'])

/** What an incident that was merged into this one had sent counts in the series. */
const sentOf = (incident: Incident, series: BulletinSeries): readonly { number: number }[] =>
  series === 'authorities' ? sentToAuthorities(incident) : ofSeries(incident.bulletins, series)

const bulletinKind = (
  series: BulletinSeries,
  { number, final }: Pick<SendBulletin, 'number' | 'final'>,
): BulletinKind => {
  if (series !== 'authorities') return series
  return final ? 'final' : number === 1 ? 'first' : 'follow-up'
}

/**
 * Refused: another number than the next of its series (`not-as-seen`: somebody has sent one
 * meanwhile), a final one before the response is lifted, and one that says that the response was
 * started where no plan was (`bad-move`).
 */
export function sendBulletin(
  incident: Incident,
  { series, number, final, text, signer, to, copies }: SendBulletin,
): Decision<BulletinSent> {
  if (number !== numberAfter(sentOf(incident, series))) return notAsSeen()
  if (series === 'response' && incident.runs.length === 0) return no.nothingStarted()
  if (series === 'authorities' && final && !ENDED.has(incident.state)) return no.finalTooEarly()
  return accept({
    type: 'BulletinSent',
    number,
    kind: bulletinKind(series, { number, final }),
    text,
    signer,
    to,
    ...(copies.length > 0 ? { copies } : {}),
  })
}

export const bulletinSent = (
  incident: Incident,
  { number, kind, text, signer, to, copies, at, by }: Recorded<BulletinSent>,
): Incident => {
  const after = {
    ...incident,
    bulletins: [
      ...(incident.bulletins ?? []),
      { number, kind, text, signer, to, ...(copies ? { copies } : {}), at, by },
    ],
  }
  return seriesOf(kind) === 'authorities' ? clocksMet(after, at) : after
}

/**
 * Refused: a time before it occurred and was reported, or ahead (`bad-input`). Told again, the last
 * holds. What came with a merged incident is not told here: the same time is news of this one.
 */
export function tellHead(
  incident: Incident,
  { informedAt }: TellHead,
  { meta }: RuleContext,
): Decision<HeadInformed> {
  const earliest = Math.min(incident.occurredAt ?? incident.receivedAt, incident.receivedAt)
  if (informedAt < earliest || informedAt > meta.at) return no.headOutOfTime()
  const { headInformedAt, headTold } = incident
  const isKnown = headTold === undefined || headTold.at === informedAt
  return informedAt === headInformedAt && isKnown
    ? accept()
    : accept({ type: 'HeadInformed', informedAt })
}

export const headInformed = (
  incident: Incident,
  { informedAt }: Recorded<HeadInformed>,
): Incident => ({
  ...incident,
  headInformedAt: informedAt,
  ...(incident.takenIn
    ? {
        headTold: {
          at: informedAt,
          over: incident.takenIn.map(({ incidentId }) => incidentId),
        },
      }
    : {}),
})
