/**
 * What incidents owe after they were contained: aftercare by its day, a review before the archive,
 * the evaluation of plans that ran, and evidence whose keeping ends.
 */
import { localDate } from '../calendar.ts'
import { datePlus } from '../duty/roster.ts'
import { AFTERCARE_NAMES, type AftercareKind } from '../plan/aftercare-kinds.ts'
import type { Obligation } from '../readiness/obligation.ts'
import { inSentence, type Guarded } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { isOpenAftercare } from './record/aftermath.ts'
import type { Evidence } from './record/slices.ts'
import type { Incident } from './record/state.ts'
import type { TaskOwner } from './record/tasks.ts'
import type { World } from './record/world.ts'
import { aftercareOf, evaluationsOf, isReviewMissing } from './rules/aftermath-due.ts'

/** Days before its day from which it is shown. */
const REMIND_DAYS = { aftercare: 7, 'use-evaluation': 7, evidence: 3 } as const

/**
 * What one incident owes. `id`: the incident's; `number`: its short one, '' where it has none;
 * `evaluations`: plans that ran and that nobody has evaluated, `dueAt` in UTC ms.
 */
export type Owing = {
  id: string
  number: string
  entries: readonly {
    id: string
    kind: AftercareKind
    whom: Guarded
    dueOn: string
    owner: TaskOwner
  }[]
  evaluations: readonly { planId: string; title: LocalizedText; dueAt: number }[]
  isReviewMissing: boolean
}

/** As the incident stands; `titleOf`: what a plan that ran here is called. */
export const owingOf = (
  incident: Incident,
  {
    number,
    titleOf,
    world,
  }: {
    number: string
    titleOf: (planId: string) => LocalizedText
    world: Pick<World, 'reviewFrom'>
  },
): Owing => ({
  ...{ id: incident.id, number },
  entries: aftercareOf(incident)
    .filter(isOpenAftercare)
    .map(({ id, kind, whom, dueOn, owner }) => ({ id, kind, whom, dueOn, owner })),
  evaluations: evaluationsOf(incident).flatMap(({ planId, dueAt, doneAt }) =>
    doneAt === null && dueAt !== null ? [{ planId, title: titleOf(planId), dueAt }] : [],
  ),
  isReviewMissing: incident.state === 'closed' && isReviewMissing(incident, world),
})

const common = (incidentId: string): Pick<Obligation, 'count' | 'dueAt' | 'isCritical' | 'to'> => ({
  ...{ count: 1, dueAt: null, isCritical: false, to: ['history', incidentId] },
})
const before = (text: string, { zh, en }: LocalizedText): LocalizedText =>
  text === '' ? { zh, en } : localized(`${text} ${zh}`, `${text} ${en}`)

/** Of one incident; `zone`: of the site, whose local days count. */
export function obligationsOfAftermath(
  { id, number, entries, evaluations, isReviewMissing: needsReview }: Owing,
  zone: string,
): readonly Obligation[] {
  const aftercare = entries.map((entry): Obligation => {
    const { zh, en } = AFTERCARE_NAMES[entry.kind]
    const whom = inSentence(entry.whom)
    return {
      ...common(id),
      kind: 'aftercare',
      about: {
        id: `${id} ${entry.id}`,
        name: before(number, localized(`${zh}${whom}`, `${en} ${whom}`)),
      },
      owner: entry.owner,
      due: entry.dueOn,
      remindFrom: datePlus(entry.dueOn, -REMIND_DAYS.aftercare),
    }
  })
  const evaluated = evaluations.map(({ planId, title, dueAt }): Obligation => {
    const due = localDate(dueAt, zone)
    return {
      ...common(id),
      kind: 'use-evaluation',
      about: { id: `${id} ${planId}`, name: before(number, title) },
      ...{ owner: null, due, remindFrom: datePlus(due, -REMIND_DAYS['use-evaluation']) },
    }
  })
  const review: Obligation = {
    ...common(id),
    kind: 'review',
    about: { id, name: localized(number, number) },
    ...{ owner: null, due: null, remindFrom: null },
  }
  return [...aftercare, ...evaluated, ...(needsReview ? [review] : [])]
}

/** Evidence of an incident with the end of its keeping, `until` in UTC ms. */
export function obligationOfEvidence(
  {
    incidentId,
    number,
    evidence,
    until,
  }: {
    incidentId: string
    number: string
    evidence: Pick<Evidence, 'id' | 'what'>
    until: number
  },
  zone: string,
): Obligation {
  const due = localDate(until, zone)
  const what = inSentence(evidence.what)
  return {
    ...common(incidentId),
    kind: 'evidence',
    about: { id: `${incidentId} ${evidence.id}`, name: before(number, localized(what, what)) },
    ...{ owner: null, due, remindFrom: datePlus(due, -REMIND_DAYS.evidence) },
  }
}
