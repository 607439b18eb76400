/** What keeping the plan documents alive demands by a day, as obligations (到期事项). */
import type { Obligation } from '../readiness/obligation.ts'
import type { LocalizedText } from '../text.ts'
import type { UpkeepDue, UpkeepDues } from './due.ts'
import type { PlanUpkeep } from './upkeep.ts'

/** A document (or plan) with what is due of it. */
export type UpkeepSubjectDues = {
  id: string
  title: LocalizedText
  upkeep: Pick<PlanUpkeep, 'arrangement'>
  dues: UpkeepDues
}

/** Of those of one owner a single line, where more than one document has no issue on record. */
const folded = (issues: readonly Obligation[]): readonly Obligation[] =>
  [...Map.groupBy(issues, ({ owner }) => JSON.stringify(owner)).values()].flatMap((ofOwner) => {
    const [first] = ofOwner
    if (!first || ofOwner.length === 1) return ofOwner
    const about = { ...first.about, name: null }
    return [{ ...first, about, count: ofOwner.length, to: ['readiness', 'upkeep'] }]
  })

/**
 * A law is broken once a plan is not filed, told or evaluated by its day: from the day after it is
 * critical. That nobody recorded its issue is not, since then nobody knows; those documents are one
 * line with their count. `today`: local date.
 */
export function obligationsOfUpkeep(
  subjects: readonly UpkeepSubjectDues[],
  { today }: { today: string },
): readonly Obligation[] {
  const ofSubjects = subjects.flatMap((subject) => obligationsOfSubject(subject, today))
  const isIssue = ({ kind }: Obligation): boolean => kind === 'plan-issue'
  return [
    ...folded(ofSubjects.filter(isIssue)),
    ...ofSubjects.filter((obligation) => !isIssue(obligation)),
  ]
}

function obligationsOfSubject(
  { id, title, upkeep, dues }: UpkeepSubjectDues,
  today: string,
): readonly Obligation[] {
  const obligation = (
    kind: Obligation['kind'],
    { due, remindFrom }: UpkeepDue,
    { count = 1, isLaw = true }: { count?: number; isLaw?: boolean } = {},
  ): Obligation => ({
    kind,
    about: { id, name: title },
    owner: upkeep.arrangement.owner,
    due,
    dueAt: null,
    remindFrom,
    isCritical: isLaw && due !== null && due < today,
    count,
    to: ['readiness', 'upkeep', id],
  })
  const { issue, filing, refiling, known, evaluation, revisions } = dues
  return [
    ...(issue ? [obligation('plan-issue', issue, { isLaw: false })] : []),
    ...(filing ? [obligation('plan-filing', filing)] : []),
    ...(refiling ? [obligation('plan-refiling', refiling)] : []),
    ...(known ? [obligation('plan-known', known, { count: known.audiences.length })] : []),
    ...(evaluation ? [obligation('plan-evaluation', evaluation)] : []),
    ...revisions.map((demand) => ({
      ...obligation('plan-revision', demand, { isLaw: false }),
      about: { id: `${id}#${demand.id}`, name: title },
    })),
  ]
}
