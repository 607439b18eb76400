/**
 * Takes from an answer the value of the incident that it sets (`sets` of the question), so that
 * people are asked once: figures, board and conditions read one book.
 */
import { accept, type Decision } from '../../decision.ts'
import type { FactValue, Question } from '../../plan/plan.ts'
import { casualtySet, levelOfOption } from '../../plan/set-values.ts'
import type { Guarded } from '../../sealed.ts'
import { localized } from '../../text.ts'
import type { AnswerFact } from '../record/commands.ts'
import type {
  CasualtiesAnswered,
  CasualtiesCounted,
  ImpactRecorded,
  LevelChanged,
  LossEstimated,
  Recorded,
} from '../record/events.ts'
import { reasonNeeded } from '../record/refusals.ts'
import { MEETING_EFFECTS, OPERATING, type Operating } from '../record/scales.ts'
import { countsOf } from '../record/select.ts'
import type { Counts } from '../record/slices.ts'
import type { Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { highestBefore, levelSet } from './response-level.ts'

export type SetEvent =
  LossEstimated | LevelChanged | ImpactRecorded | CasualtiesCounted | CasualtiesAnswered

/** A yes-or-no about the operating state asks whether it has stopped. */
function operatingOf(value: FactValue): Operating | null {
  if (value === 'yes') return 'closed'
  if (value === 'no') return 'open'
  return OPERATING.find((operating) => operating === value) ?? null
}

/** A yes says at least one. Null where it asks about no people, or for their number. */
export function casualtiesAnswered(
  question: Question,
  value: FactValue,
): CasualtiesAnswered | null {
  const kind = casualtySet(question)
  return kind !== null && (value === 'yes' || value === 'no')
    ? { type: 'CasualtiesAnswered', kind, some: value === 'yes' }
    : null
}

function levelSetTo(
  to: number | null,
  reason: Guarded | null,
  incident: Incident,
  world: World,
): Decision<LevelChanged> {
  const known = levelSet(incident, world).some(({ level }) => level === to)
  if (to === null || !known || to === incident.level) return accept()
  return incident.level !== null && to > incident.level && !reason
    ? reasonNeeded(localized('降低响应级别', 'Lowering the response level'))
    : accept({
        ...{ type: 'LevelChanged', from: incident.level, to, reason },
        ...highestBefore(incident, to),
      })
}

/** The number of people that an answer sets, part of one as a whole; null: it sets none. */
export function countsSet(question: Question, value: FactValue): Counts | null {
  const kind = casualtySet(question)
  return kind !== null && typeof value === 'number' ? { [kind]: Math.ceil(value) } : null
}

/** Refused: a level lower than it stands without a reason (`reason-needed`). */
export function setByAnswer(
  question: Question,
  { value, reason = null, heard = [] }: Pick<AnswerFact, 'value' | 'reason' | 'heard'>,
  incident: Incident,
  world: World,
): Decision<SetEvent> {
  const { sets } = question
  if (!sets || sets === 'contained' || sets === 'response') return accept()
  if (sets === 'level') return levelSetTo(levelOfOption(String(value)), reason, incident, world)
  if (sets === 'loss') {
    const before = incident.loss ?? null
    return typeof value === 'number' && value !== before
      ? accept({ type: 'LossEstimated', yuan: value, before, reason })
      : accept()
  }
  if (sets === 'operating') {
    const operating = operatingOf(value)
    return operating && operating !== incident.impact?.operating
      ? accept({ type: 'ImpactRecorded', impact: { operating }, reason })
      : accept()
  }
  if (sets === 'meeting') {
    const meeting = MEETING_EFFECTS.find((effect) => effect === value)
    return meeting && meeting !== incident.impact?.meeting
      ? accept({ type: 'ImpactRecorded', impact: { meeting }, reason })
      : accept()
  }
  const answered = casualtiesAnswered(question, value)
  if (answered) return accept(answered)
  const counts = countsSet(question, value)
  const kind = casualtySet(question)
  if (kind === null || counts === null) return accept()
  const before = countsOf(incident)[kind]
  return accept({
    type: 'CasualtiesCounted',
    counts,
    before: before === undefined ? {} : { [kind]: before },
    ...(heard.length > 0 ? { heard } : {}),
    reason,
  })
}

/** A number that somebody counted says more than "at least one". */
export const casualtiesSaid = (
  incident: Incident,
  { kind, some }: Recorded<CasualtiesAnswered>,
): Incident => {
  const others = (incident.atLeastOne ?? []).filter((known) => known !== kind)
  const counted = (incident.casualties?.[kind] ?? 0) > 0
  return { ...incident, atLeastOne: some && !counted ? [...others, kind] : others }
}
