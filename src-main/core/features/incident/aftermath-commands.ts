/** Records the aftermath of an incident: what is owed to people, its inquiry, its reviews. */
import { decideIncident } from '../../engine/changes.ts'
import { loadIncident, type Handler } from '../handler.ts'
import { ownerOf, refusedOwners } from '../people/owner.ts'

const add: Handler<'incident/aftercare'> = async (input, context) => {
  const { incidentId, kind, whom, owner, dueOn, words, agreedFen = null, stepId = null } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const refused = refusedOwners([owner], context)
  if (refused) return refused
  return decideIncident(
    loaded,
    {
      ...{ type: 'AddAftercare', kind, stepId, dueOn, agreedFen },
      whom: loaded.seal(whom),
      owner: ownerOf(owner, loaded, context),
      words: loaded.sealOrNull(words),
    },
    { aftercareId: String((loaded.incident.aftercare?.length ?? 0) + 1) },
  )
}

const change: Handler<'incident/aftercare-change'> = async (input, context) => {
  const { incidentId, aftercareId, owner, dueOn, words, agreedFen } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const refused = owner ? refusedOwners([owner], context) : null
  if (refused) return refused
  return decideIncident(loaded, {
    ...{ type: 'ChangeAftercare', aftercareId },
    ...(owner ? { owner: ownerOf(owner, loaded, context) } : {}),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(words === undefined ? {} : { words: loaded.seal(words) }),
    ...(agreedFen === undefined ? {} : { agreedFen }),
  })
}

const finish: Handler<'incident/aftercare-done'> = async (input, context) => {
  const { incidentId, aftercareId, doneAt = null, words, paidFen = null, finding, measure } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  return decideIncident(loaded, {
    ...{ type: 'FinishAftercare', aftercareId, doneAt, paidFen },
    words: loaded.sealOrNull(words),
    finding: loaded.sealOrNull(finding),
    measure: loaded.sealOrNull(measure),
  })
}

const withdraw: Handler<'incident/aftercare-withdraw'> = async (input, context) => {
  const { incidentId, aftercareId, reason } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        type: 'WithdrawAftercare',
        aftercareId,
        reason: loaded.seal(reason),
      })
    : loaded
}

const correct: Handler<'incident/aftercare-correct'> = async (input, context) => {
  const { incidentId, aftercareId, agreedFen, paidFen, finding, measure, reason } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  return decideIncident(loaded, {
    ...{ type: 'CorrectAftercare', aftercareId, reason: loaded.seal(reason) },
    ...(agreedFen === undefined ? {} : { agreedFen }),
    ...(paidFen === undefined ? {} : { paidFen }),
    ...(finding === undefined ? {} : { finding: loaded.seal(finding) }),
    ...(measure === undefined ? {} : { measure: loaded.seal(measure) }),
  })
}

const inquiry: Handler<'incident/inquiry'> = async (input, context) => {
  const { incidentId, course, cause, opinion, handedTo, handedAt } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  return decideIncident(loaded, {
    type: 'RecordInquiry',
    course: loaded.sealOrNull(course),
    cause: loaded.sealOrNull(cause),
    opinion: loaded.sealOrNull(opinion),
    handed: handedTo ? { to: loaded.seal(handedTo), at: handedAt ?? context.meta.at } : null,
  })
}

const review: Handler<'incident/review'> = async (input, context) => {
  const { incidentId, kind, cause, well, poor, people } = input
  const { lessons = [], plans = [], reviewedAt = null } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  return decideIncident(
    loaded,
    {
      ...{ type: 'RecordReview', kind, plans, reviewedAt },
      cause: loaded.sealOrNull(cause),
      well: loaded.sealOrNull(well),
      poor: loaded.sealOrNull(poor),
      people: loaded.sealOrNull(people),
      lessons: lessons.map(loaded.seal),
    },
    { reviewId: String((loaded.incident.reviews?.length ?? 0) + 1) },
  )
}

export const aftermathCommands = {
  'incident/aftercare': add,
  'incident/aftercare-change': change,
  'incident/aftercare-done': finish,
  'incident/aftercare-withdraw': withdraw,
  'incident/aftercare-correct': correct,
  'incident/inquiry': inquiry,
  'incident/review': review,
}
