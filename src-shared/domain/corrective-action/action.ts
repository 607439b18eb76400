/**
 * A corrective action (整改措施) as it stands: what is to be done, by whom, until which day, where it
 * comes from, and what became of it (突发事件应对法 art. 92).
 */
import { localDate } from '../calendar.ts'
import * as is from '../form.ts'
import { storedFileForm, type StoredFile } from '../incident/record/files.ts'
import type { TaskOwner } from '../incident/record/tasks.ts'
import type { Guarded, Sealed } from '../sealed.ts'
import { isHazardSource, type HazardSource } from './hazard.ts'

/** A post, by its id and name, so that the record reads by itself; or a person. */
export type ActionOwner = TaskOwner

/**
 * Where it comes from: an incident (`drill`: it was one; `finding`: which of its findings or
 * lessons), an arranged drill and which of its findings, a plan, a hazard that somebody saw, or
 * whatever else somebody says in words. More kinds may come.
 */
export type ActionSource =
  | { incidentId: string; drill?: true; finding?: string }
  | { drillId: string; finding?: string }
  | { planId: string }
  | HazardSource
  | { words: Sealed }

/** done: whoever had to do it says so, and nobody has checked it. closed: checked and right. */
export const ACTION_STATES = ['open', 'done', 'closed', 'withdrawn'] as const
export type ActionState = (typeof ACTION_STATES)[number]

/** Its day was moved: from which, and why. `at` in UTC ms. */
export type DueMoved = { at: number; by: string; from: string; reason: Sealed }

/**
 * A turn that it took. `person`: who did or checked it. `doneAt` (UTC ms): when it was done, which
 * may be told later. open: the check has not passed it.
 */
export type ActionTurn = { at: number; by: string } & (
  | { to: 'done'; doneAt: number; person: Sealed; words: Sealed; evidence: Sealed | null }
  | { to: 'closed'; person: Sealed; words: Sealed | null }
  | { to: 'open'; person: Sealed; words: Sealed | null }
  | { to: 'withdrawn'; reason: Sealed }
)

/** The revision of a plan that carried it; `number`: of the revision record. */
export type Carried = { planId: string; revision: string; number: string; at: number }
export type ActionFile = { id: string; file: StoredFile; name: Guarded; at: number; by: string }

/**
 * `due`: a local day of the site. `why`: what was found or learned. `planId`: the plan that is to
 * say it. `drafting`: since when its plan has a draft for it (UTC ms). `version`: events of the
 * stream when this was folded.
 */
export type CorrectiveAction = {
  id: string
  version: number
  number: string
  openedAt: number
  openedBy: string
  what: Guarded
  why: Guarded | null
  owner: ActionOwner
  due: string
  moved: readonly DueMoved[]
  source: ActionSource
  planId: string | null
  turns: readonly ActionTurn[]
  drafting: number | null
  carried: readonly Carried[]
  files: readonly ActionFile[]
}

/** What it was just before an instant (UTC ms); without one: what it is. */
export const standingAt = (
  { turns }: Pick<CorrectiveAction, 'turns'>,
  before = Infinity,
): ActionState => turns.findLast(({ at }) => at < before)?.to ?? 'open'

export const isActionOver = (state: ActionState): boolean =>
  state === 'closed' || state === 'withdrawn'

/**
 * Since when its plan has a draft that is to carry it (UTC ms); null: it has none. One that is over
 * waits for no draft; if its end is undone, it does again.
 */
export const draftingSince = (
  action: Pick<CorrectiveAction, 'turns' | 'drafting'>,
): number | null => (isActionOver(standingAt(action)) ? null : action.drafting)

/** The day that it was due just before an instant (UTC ms): what was moved since is not so yet. */
export const dueBefore = (
  { due, moved }: Pick<CorrectiveAction, 'due' | 'moved'>,
  before: number,
): string => moved.find(({ at }) => at >= before)?.from ?? due

/** As it stood just before an instant (UTC ms); null where it was not opened yet. */
export function actionBefore(action: CorrectiveAction, before: number): CorrectiveAction | null {
  if (action.openedAt >= before) return null
  const isPast = ({ at }: { at: number }): boolean => at < before
  return {
    ...action,
    due: dueBefore(action, before),
    moved: action.moved.filter(isPast),
    turns: action.turns.filter(isPast),
    carried: action.carried.filter(isPast),
    files: action.files.filter(isPast),
  }
}

/** Open after its day: from the next day of the site on. `today`: local date. */
export const isOverdue = (
  action: Pick<CorrectiveAction, 'due' | 'turns'>,
  today: string,
): boolean => standingAt(action) === 'open' && action.due < today

/** How it was done last; null while it never was. */
export const lastDone = ({
  turns,
}: Pick<CorrectiveAction, 'turns'>): Extract<ActionTurn, { to: 'done' }> | null =>
  turns.findLast((turn) => turn.to === 'done') ?? null

/** Whether it was done after its day, as that stood when it was told. */
export const isDoneLate = (action: CorrectiveAction, zone: string): boolean => {
  const done = lastDone(action)
  return done !== null && localDate(done.doneAt, zone) > dueBefore(action, done.at)
}

/** Not over and not checked, and of these the overdue ones. `today`: local date of the site. */
export const actionCounts = (
  actions: Iterable<CorrectiveAction>,
  today: string,
): { open: number; overdue: number } => {
  const left = [...actions].filter((action) => !isActionOver(standingAt(action)))
  return {
    open: left.length,
    overdue: left.filter((action) => isOverdue(action, today)).length,
  }
}

/** Overdue first, then by due day and number; after them what is over, the last one first. */
export function sortedActions(
  actions: Iterable<CorrectiveAction>,
  today: string,
): readonly CorrectiveAction[] {
  const all = [...actions]
  const over = all.filter((action) => isActionOver(standingAt(action)))
  const endOf = ({ turns }: CorrectiveAction): number => turns.at(-1)?.at ?? 0
  const keyOf = (action: CorrectiveAction): string =>
    `${isOverdue(action, today) ? 0 : 1} ${action.due} ${action.number.padStart(16)}`
  return [
    ...all
      .filter((action) => !over.includes(action))
      .sort((action, other) => (keyOf(action) < keyOf(other) ? -1 : 1)),
    ...over.sort((action, other) => endOf(other) - endOf(action)),
  ]
}

const post = is.fields<NonNullable<TaskOwner['post']>>({ id: is.words, name: is.text })
/** The form of whoever has to do something. */
export const isActionOwner = is.fields<TaskOwner>({
  post: is.orNull(post),
  person: is.orNull(is.sealed),
  personId: is.orNull(is.words),
})
const sources: readonly is.Form[] = [
  is.fields<Extract<ActionSource, { incidentId: string }>>({
    incidentId: is.words,
    drill: is.maybe(is.flag),
    finding: is.maybe(is.words),
  }),
  is.fields<Extract<ActionSource, { drillId: string }>>({
    drillId: is.words,
    finding: is.maybe(is.words),
  }),
  is.fields<Extract<ActionSource, { planId: string }>>({ planId: is.words }),
  isHazardSource,
  is.fields<Extract<ActionSource, { words: Sealed }>>({ words: is.sealed }),
]
const turn = { at: is.number, by: is.words }
type TurnTo<T extends ActionState> = Extract<ActionTurn, { to: T }>
const turns: readonly is.Form[] = [
  is.fields<TurnTo<'done'>>({
    ...turn,
    to: is.oneOf(['done']),
    doneAt: is.number,
    person: is.sealed,
    words: is.sealed,
    evidence: is.orNull(is.sealed),
  }),
  is.fields<TurnTo<'closed'>>({
    ...turn,
    to: is.oneOf(['closed']),
    person: is.sealed,
    words: is.orNull(is.sealed),
  }),
  is.fields<TurnTo<'open'>>({
    ...turn,
    to: is.oneOf(['open']),
    person: is.sealed,
    words: is.orNull(is.sealed),
  }),
  is.fields<TurnTo<'withdrawn'>>({ ...turn, to: is.oneOf(['withdrawn']), reason: is.sealed }),
]
export const isCorrectiveAction: is.Form = is.fields<CorrectiveAction>({
  id: is.words,
  version: is.number,
  number: is.words,
  openedAt: is.number,
  openedBy: is.words,
  what: is.guarded,
  why: is.orNull(is.guarded),
  owner: isActionOwner,
  due: is.words,
  moved: is.list(
    is.fields<DueMoved>({ at: is.number, by: is.words, from: is.words, reason: is.sealed }),
  ),
  source: is.anyOf(sources),
  planId: is.orNull(is.words),
  turns: is.list(is.anyOf(turns)),
  drafting: is.orNull(is.number),
  carried: is.list(
    is.fields<Carried>({
      planId: is.words,
      revision: is.words,
      number: is.words,
      at: is.number,
    }),
  ),
  files: is.list(
    is.fields<ActionFile>({
      id: is.words,
      file: storedFileForm,
      name: is.guarded,
      at: is.number,
      by: is.words,
    }),
  ),
})
