/**
 * Says what is asked for in an incident now, in the order in which it matters, and in what words
 * its one alert asks for it.
 */
import { localized, type LocalizedText } from '../../text.ts'
import type { AttentionClock } from '../record/attention.ts'
import { plansAsking, type PlannedStep } from '../record/select.ts'
import type { Incident, Priority } from '../record/state.ts'
import { shortOf, occurrenceOf } from '../record/occurrence.ts'
import type { World } from '../record/world.ts'
import { runningClocks } from './attention-clocks.ts'
import { isMember } from './attention-late.ts'
import { decidingQuestions } from './deciding.ts'

/** `owner`: the post whose step it is, or who decides the question. */
export type Member = {
  clock: AttentionClock
  lifeSafety: boolean
  atOnce: boolean // the plan says: immediately
  owner: string
  title: LocalizedText
}

const ORDER = { question: 0, open: 1, taken: 2 } as const

/** The clock with what its plan says of it; null for a plan that runs no more. */
export function memberOf(
  clock: AttentionClock,
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
): Member | null {
  if (clock.stepId !== null) {
    const planned = steps.find(({ step }) => step.id === clock.stepId)
    if (!planned) return null
    const { step, state } = planned
    const title = shortOf(step, occurrenceOf(state))
    const { lifeSafety, urgency, role: owner } = step
    return { clock, lifeSafety, atOnce: urgency === 'immediate', owner, title }
  }
  const { factKey, planId } = clock
  const asking = plansAsking(incident, factKey ?? '', world).find(
    ({ run }) => run.planId === planId,
  )
  if (!asking) return null
  const lifeSafety = decidingQuestions(steps, incident, world).some(
    (deciding) =>
      deciding.question.key === factKey && deciding.run.planId === planId && deciding.lifeSafety,
  )
  const title = asking.fact.short ?? asking.fact.question
  return { clock, lifeSafety, atOnce: true, owner: asking.fact.decidedBy, title }
}

/** Life safety first, then questions, then what nobody has taken, then the oldest as next. */
const before = (a: Member, b: Member): number =>
  Number(b.lifeSafety) - Number(a.lifeSafety) ||
  ORDER[a.clock.kind] - ORDER[b.clock.kind] ||
  a.clock.dueAt - b.clock.dueAt ||
  Number(b.atOnce) - Number(a.atOnce)

/** What is asked for now. `steps`: those of the plans that run. */
export const membersOf = (
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
): readonly Member[] =>
  runningClocks(incident)
    .filter((clock) => isMember(clock, incident))
    .flatMap((clock) => memberOf(clock, steps, incident, world) ?? [])
    .sort(before)

export const priorityOf = (members: readonly Member[]): Priority =>
  members.some(({ lifeSafety }) => lifeSafety) ? 1 : 3

/** Life hangs on it, and nobody has it in hand: it is asked for again and again. */
export const isUrgent = ({ clock, lifeSafety }: Member): boolean =>
  lifeSafety && clock.kind !== 'taken'

/** Life hangs on it, and it came due after that instant: nobody can have acknowledged it. */
export const isNewSince = ({ clock, lifeSafety }: Member, instant: number): boolean =>
  lifeSafety && (clock.joinedAt ?? 0) > instant

const PREFIX = {
  open: localized('没人办', 'Nobody on it'),
  question: localized('没人答', 'Not answered'),
  taken: localized('没有回音', 'No update'),
} as const
/** So many are named; the rest is counted. */
const NAMED = 3

/** `没人答：火势大不大？；没人办：拨打119 · 疏散`: each named under what is the matter with it. */
function namedTogether(members: readonly Member[], language: keyof LocalizedText): string {
  const shown = members.slice(0, NAMED)
  const colon = language === 'zh' ? '：' : ': '
  return [...new Set(shown.map(({ clock }) => clock.kind))]
    .map((kind) => {
      const titles = shown.filter(({ clock }) => clock.kind === kind)
      const names = titles.map(({ title }) => title[language]).join(' · ')
      return `${PREFIX[kind][language]}${colon}${names}`
    })
    .join(language === 'zh' ? '；' : '; ')
}

/** `没人办：拨打119 · 疏散 · 广播（5项）` */
export function nudgeCause(members: readonly Member[]): LocalizedText {
  const more = members.length > 1
  return localized(
    `${namedTogether(members, 'zh')}${more ? `（${members.length}项）` : ''}`,
    `${namedTogether(members, 'en')}${more ? ` (${members.length})` : ''}`,
  )
}

const ACTIONS = {
  open: localized(
    '落实到人并签收，或记录完成',
    'Assign somebody and accept it, or record it as done',
  ),
  question: localized('现在就问，问到后立即作答', 'Ask now, and enter the answer'),
  taken: localized('询问进展并记录', 'Ask for an update and note it'),
} as const

export const nudgeAction = (members: readonly Member[]): LocalizedText =>
  ACTIONS[members[0]?.clock.kind ?? 'open']
