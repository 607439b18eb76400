/**
 * Takes what is owed to people after an incident: visits, apologies, compensation, accountability,
 * what somebody wishes by law. It can be entered from contained until the archive, and finished or
 * withdrawn at any time. The last entry that a step asked for finishes the step.
 */
import { localDate } from '../../calendar.ts'
import { accept, type Decision, type Refusal } from '../../decision.ts'
import { tooFarAhead } from '../../due-days.ts'
import { localized } from '../../text.ts'
import type { AftercareStep } from '../../plan/aftercare-kinds.ts'
import {
  isOpenAftercare,
  type AddAftercare,
  type Aftercare,
  type AftercareAdded,
  type AftercareChanged,
  type AftercareDone,
  type AftercareWithdrawn,
  type ChangeAftercare,
  type FinishAftercare,
  type WithdrawAftercare,
} from '../record/aftermath.ts'
import * as no from '../record/aftermath-refusals.ts'
import { nothingSaid, recordClosed } from '../record/assessment-refusals.ts'
import type { IncidentEvent, Recorded } from '../record/events.ts'
import { unknownStep } from '../record/refusals.ts'
import { runningSteps } from '../record/select.ts'
import { isTerminal, type Incident, type IncidentState } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'
import { aftercareOf } from './aftermath-due.ts'
import { finishStep } from './steps.ts'

const TAKEN: readonly IncidentState[] = ['contained', 'lifted', 'recovering', 'closed']
/** From contained until it is archived: what comes after belongs to it. */
export const takesAftermath = (state: IncidentState): boolean => TAKEN.includes(state)

/** Why nothing of the aftermath is taken now, or null. */
export function refusedByState({ state }: Incident): Refusal | null {
  if (takesAftermath(state)) return null
  return isTerminal(state) ? recordClosed(state) : no.tooEarlyForAftermath(state)
}

/** Why an instant (UTC ms) cannot be when something of the aftermath happened, or null. */
export function refusedInstant(
  { occurredAt, receivedAt }: Incident,
  at: number | null,
  now: number,
): Refusal | null {
  if (at === null) return null
  if (at > now) return no.happensAhead()
  return at < Math.min(occurredAt ?? receivedAt, receivedAt) ? no.happensBeforeReport() : null
}

/** Why nobody means such a day for it, or null. */
const refusedDay = (dueOn: string, { world, meta }: RuleContext): Refusal | null =>
  tooFarAhead(dueOn, localDate(meta.at, world.zone))

/**
 * Refused: before it is contained (`bad-move`), once it is archived or has left the chain
 * (`incident-over`), a step that it does not have (`unknown-step`), an amount of what is no
 * compensation, a day from years ahead on (`bad-input`).
 */
export function addAftercare(
  incident: Incident,
  { kind, whom, stepId, owner, dueOn, words, agreedFen }: AddAftercare,
  context: RuleContext,
): Decision<AftercareAdded> {
  const refused = refusedByState(incident) ?? refusedDay(dueOn, context)
  if (refused) return refused
  if (stepId !== null && !incident.steps[stepId]) return unknownStep(stepId)
  if (agreedFen !== null && kind !== 'compensation') return no.amountOfOther('agreedFen')
  const aftercareId = String(aftercareOf(incident).length + 1)
  return accept({
    ...{ type: 'AftercareAdded', aftercareId, kind, whom, stepId },
    ...{ owner, dueOn, words, agreedFen },
  })
}

/** The entry while it is open, or why nothing can be done with it. */
function openEntry(incident: Incident, aftercareId: string): Aftercare | Refusal {
  const entry = aftercareOf(incident).find(({ id }) => id === aftercareId)
  if (!entry) return no.unknownAftercare()
  return isOpenAftercare(entry) ? entry : no.aftercareSettled(entry.done !== undefined)
}

/**
 * Refused as {@link finishAftercare}, where nothing is to be changed, and a day from years ahead on
 * (`bad-input`).
 */
export function changeAftercare(
  incident: Incident,
  { aftercareId, owner, dueOn, words, agreedFen }: ChangeAftercare,
  context: RuleContext,
): Decision<AftercareChanged> {
  const entry = openEntry(incident, aftercareId)
  if ('ok' in entry) return entry
  const refused = dueOn === undefined ? null : refusedDay(dueOn, context)
  if (refused) return refused
  if (typeof agreedFen === 'number' && entry.kind !== 'compensation')
    return no.amountOfOther('agreedFen')
  const changed = {
    ...(owner === undefined ? {} : { owner }),
    ...(dueOn === undefined || dueOn === entry.dueOn ? {} : { dueOn }),
    ...(words === undefined ? {} : { words }),
    ...(agreedFen === undefined || agreedFen === entry.agreedFen ? {} : { agreedFen }),
  }
  return Object.keys(changed).length === 0
    ? nothingSaid()
    : accept({ type: 'AftercareChanged', aftercareId, kind: entry.kind, ...changed })
}

const AMOUNT = localized('实付金额', 'the amount that was paid')
const FINDING = localized('认定的责任', 'the finding')
const MEASURE = localized('处理措施', 'the measure')

/** What the kind of an entry has to say when it is done and does not yet. */
function missingOf({ kind }: Aftercare, command: FinishAftercare): Refusal | null {
  if (kind !== 'compensation' && command.paidFen !== null) return no.amountOfOther('paidFen')
  if (kind === 'compensation' && command.paidFen === null)
    return no.aftercareNeeds('paidFen', AMOUNT)
  if (kind !== 'accountability') return null
  if (!command.finding) return no.aftercareNeeds('finding', FINDING)
  return command.measure ? null : no.aftercareNeeds('measure', MEASURE)
}

/** A step asked for it, and nothing else that it asked for is open. */
const isLastOfStep = (incident: Incident, entry: Aftercare): boolean =>
  entry.stepId !== null &&
  !aftercareOf(incident).some(
    (other) => other !== entry && other.stepId === entry.stepId && isOpenAftercare(other),
  )

/**
 * The steps that ask for this and are open: done, as somebody has just done what they ask for. One
 * that cannot be finished as it is (it needs a reason) stays open.
 */
export function finishAsked(
  incident: Incident,
  isAsked: (step: AftercareStep, stepId: string) => boolean,
  doneAt: number | null,
  context: RuleContext,
): readonly IncidentEvent[] {
  if (isTerminal(incident.state)) return []
  return runningSteps(incident, context.world)
    .filter(
      ({ step, state }) =>
        state.standing === 'open' &&
        !state.finish &&
        step.aftercare &&
        isAsked(step.aftercare, step.id),
    )
    .flatMap(({ step }) => {
      const finished = finishStep(
        incident,
        {
          ...{ type: 'FinishStep', stepId: step.id, outcome: 'done', reason: null },
          ...{ onBehalfOf: null, doneAt },
        },
        context,
      )
      return finished.ok ? finished.events : []
    })
}

/**
 * Also long after the archive: it is done when it is done. Refused: an entry that is not there
 * (`unknown-item`), is done or withdrawn (`no-change`), one whose kind asks for more than was said,
 * or a time that cannot be (`bad-input`).
 */
export function finishAftercare(
  incident: Incident,
  command: FinishAftercare,
  context: RuleContext,
): Decision<IncidentEvent> {
  const { aftercareId, doneAt, words, paidFen, finding, measure } = command
  const { meta } = context
  const entry = openEntry(incident, aftercareId)
  if ('ok' in entry) return entry
  const refused = missingOf(entry, command) ?? refusedInstant(incident, doneAt, meta.at)
  if (refused) return refused
  const done: AftercareDone = {
    ...{ type: 'AftercareDone', aftercareId, kind: entry.kind, whom: entry.whom, words },
    ...(doneAt === null || doneAt === meta.at ? {} : { doneAt }),
    ...(paidFen === null ? {} : { paidFen }),
    ...(finding ? { finding } : {}),
    ...(measure ? { measure } : {}),
  }
  const { stepId } = entry
  return accept<IncidentEvent>(
    done,
    ...(isLastOfStep(incident, entry)
      ? finishAsked(incident, (_step, id) => id === stepId, doneAt, context)
      : []),
  )
}

/**
 * Where others of its step are done and none is open any more, the step is done with it. Refused as
 * {@link finishAftercare}.
 */
export function withdrawAftercare(
  incident: Incident,
  { aftercareId, reason }: WithdrawAftercare,
  context: RuleContext,
): Decision<IncidentEvent> {
  const entry = openEntry(incident, aftercareId)
  if ('ok' in entry) return entry
  const { kind, whom, stepId } = entry
  const withdrawn: AftercareWithdrawn = {
    ...{ type: 'AftercareWithdrawn', aftercareId, kind, whom, reason },
  }
  const isDone =
    isLastOfStep(incident, entry) &&
    aftercareOf(incident).some((other) => other.stepId === stepId && other.done)
  return accept<IncidentEvent>(
    withdrawn,
    ...(isDone ? finishAsked(incident, (_step, id) => id === stepId, null, context) : []),
  )
}

const withEntry = (
  incident: Incident,
  id: string,
  part: (entry: Aftercare) => Partial<Aftercare>,
): Incident => ({
  ...incident,
  aftercare: aftercareOf(incident).map((entry) =>
    entry.id === id ? { ...entry, ...part(entry) } : entry,
  ),
})

export const aftercareAdded = (incident: Incident, event: Recorded<AftercareAdded>): Incident => {
  const { aftercareId: id, kind, whom, stepId, owner, dueOn, words, agreedFen, at, by } = event
  const entry = { id, kind, whom, stepId, owner, dueOn, words, agreedFen, at, by }
  return { ...incident, aftercare: [...aftercareOf(incident), entry] }
}

export const aftercareChanged = (
  incident: Incident,
  { aftercareId, owner, dueOn, words, agreedFen }: Recorded<AftercareChanged>,
): Incident =>
  withEntry(incident, aftercareId, () => ({
    ...(owner === undefined ? {} : { owner }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(words === undefined ? {} : { words }),
    ...(agreedFen === undefined ? {} : { agreedFen }),
  }))

export const aftercareDone = (
  incident: Incident,
  { aftercareId, doneAt, words, paidFen, finding, measure, at, by }: Recorded<AftercareDone>,
): Incident =>
  withEntry(incident, aftercareId, () => ({
    done: {
      words,
      ...(doneAt === undefined ? { at } : { at: doneAt, toldAt: at }),
      by,
      ...(paidFen === undefined ? {} : { paidFen }),
      ...(finding ? { finding } : {}),
      ...(measure ? { measure } : {}),
    },
  }))

export const aftercareWithdrawn = (
  incident: Incident,
  { aftercareId, reason, at, by }: Recorded<AftercareWithdrawn>,
): Incident => withEntry(incident, aftercareId, () => ({ withdrawn: { reason, at, by } }))
