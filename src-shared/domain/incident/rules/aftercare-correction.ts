/**
 * Puts right what an entry of aftercare says that is done: an amount that was misread, a finding
 * that did not hold. What it said before stays in the record, with the reason.
 */
import { accept, type Decision } from '../../decision.ts'
import type {
  Aftercare,
  AftercareCorrected,
  AftercareSettled,
  CorrectAftercare,
} from '../record/aftermath.ts'
import * as no from '../record/aftermath-refusals.ts'
import { nothingSaid } from '../record/assessment-refusals.ts'
import type { Recorded } from '../record/events.ts'
import type { Incident } from '../record/state.ts'
import { aftercareOf } from './aftermath-due.ts'

const settledOf = ({ agreedFen, done }: Aftercare): AftercareSettled => ({
  agreedFen,
  ...(done?.paidFen === undefined ? {} : { paidFen: done.paidFen }),
  ...(done?.finding ? { finding: done.finding } : {}),
  ...(done?.measure ? { measure: done.measure } : {}),
})

/**
 * Also long after the archive. Refused: an entry that is not there (`unknown-item`) or not done
 * (`no-change`), an amount of what is no compensation, a finding of what is no accountability,
 * nothing that is another (`bad-input`).
 */
export function correctAftercare(
  incident: Incident,
  { aftercareId, reason, agreedFen, paidFen, finding, measure }: CorrectAftercare,
): Decision<AftercareCorrected> {
  const entry = aftercareOf(incident).find(({ id }) => id === aftercareId)
  if (!entry) return no.unknownAftercare()
  if (!entry.done) return no.aftercareNotDone()
  const { kind, whom } = entry
  const amount = agreedFen === undefined ? 'paidFen' : 'agreedFen'
  if ((agreedFen ?? paidFen) !== undefined && kind !== 'compensation')
    return no.amountOfOther(amount)
  if ((finding ?? measure) !== undefined && kind !== 'accountability') return no.findingOfOther()
  const settled = settledOf(entry)
  const now: AftercareSettled = {
    ...(agreedFen === undefined || agreedFen === settled.agreedFen ? {} : { agreedFen }),
    ...(paidFen === undefined || paidFen === settled.paidFen ? {} : { paidFen }),
    ...(finding ? { finding } : {}),
    ...(measure ? { measure } : {}),
  }
  const changed = Object.keys(now) as (keyof AftercareSettled)[]
  if (changed.length === 0) return nothingSaid()
  const before = Object.fromEntries(
    changed.flatMap((name) => (settled[name] === undefined ? [] : [[name, settled[name]]])),
  ) as AftercareSettled
  return accept({ type: 'AftercareCorrected', aftercareId, kind, whom, ...now, before, reason })
}

export const aftercareCorrected = (
  incident: Incident,
  event: Recorded<AftercareCorrected>,
): Incident => {
  const { aftercareId, agreedFen, paidFen, finding, measure, before, reason, at, by } = event
  return {
    ...incident,
    aftercare: aftercareOf(incident).map((entry) =>
      entry.id === aftercareId && entry.done
        ? {
            ...entry,
            ...(agreedFen === undefined ? {} : { agreedFen }),
            done: {
              ...entry.done,
              ...(paidFen === undefined ? {} : { paidFen }),
              ...(finding ? { finding } : {}),
              ...(measure ? { measure } : {}),
            },
            corrected: [...(entry.corrected ?? []), { before, reason, at, by }],
          }
        : entry,
    ),
  }
}
