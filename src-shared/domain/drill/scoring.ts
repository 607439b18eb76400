/**
 * Scores a drill: each item 0, 1, 3 or 5 points (AQ/T 9009-2015), proposed from the limits that
 * were met and what else the record knows. An item that only a person can judge has no proposal.
 * Figures that no standard gives (two and five minutes, the shares of the grades) are ours.
 */
import { NOT_DONE_IN_DRILL } from '../incident/rules/drill-end.ts'
import { NOT_DONE } from '../incident/rules/moves.ts'
import type { BoardIncident, BoardStep } from '../board/types.ts'
import * as is from '../form.ts'
import type { Incident } from '../incident/record/state.ts'
import type { Sealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { MINUTE_MS, SECOND_MS } from '../units.ts'
import type { Delivery, Inject } from './inject.ts'

export const SCORES = [0, 1, 3, 5] as const
export type Score = (typeof SCORES)[number]
const BEST = 5

/** 优 良 中 差. */
export const GRADES = ['excellent', 'good', 'fair', 'poor'] as const
export type Grade = (typeof GRADES)[number]

export const ITEM_KINDS = ['response', 'limit', 'life-safety', 'inject', 'observed'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/**
 * `stepId`: the step that it is about; `role`: whose that is. `basis`: what the record says of it.
 * `proposed` null: only a person can say.
 */
export type ScoreItem = {
  id: string
  kind: ItemKind
  title: LocalizedText
  basis: LocalizedText
  stepId: string | null
  role: string | null
  proposed: Score | null
}
/** `reason`: why it differs from what was proposed. */
export type ScoredItem = ScoreItem & { score: Score; reason: Sealed | null }

type Drilled = {
  incident: Incident
  board: Pick<BoardIncident, 'steps'>
  script: readonly Inject[]
  deliveries: readonly Delivery[]
}

/** The post of a step, by its id. */
type RoleOf = (stepId: string) => string | null

/** What no clock measures and each evaluation looks at. */
const OBSERVED: readonly { id: string; title: LocalizedText }[] = [
  {
    id: 'safety',
    title: localized(
      '演练安全（没有伤人、损物、误报外部）',
      'Safety of the drill: nobody hurt, nothing broken, nobody outside alarmed',
    ),
  },
  {
    id: 'command',
    title: localized('指挥协同和信息传递', 'Command, coordination and passing on of information'),
  },
  {
    id: 'equipment',
    title: localized('装备、物资到位好用', 'Equipment and supplies there and in working order'),
  },
]

const minutesText = (ms: number): LocalizedText => {
  const seconds = Math.round(ms / SECOND_MS)
  if (seconds < 60) return localized(`${seconds}秒`, `${seconds} s`)
  const minutes = Math.round((ms / MINUTE_MS) * 10) / 10
  return localized(`${minutes}分钟`, `${minutes} min`)
}
const after = (zh: string, en: string, ms: number): LocalizedText =>
  localized(`${zh}${minutesText(ms).zh}`, `${en} ${minutesText(ms).en}`)

/** 5 within the first span, 3 within the second, later 1; never 0. Spans in ms. */
function promptness(took: number | null, [first, second]: readonly [number, number]): Score {
  if (took === null) return 0
  if (took <= first) return 5
  return took <= second ? 3 : 1
}

const DONE: readonly string[] = ['done', 'already-done']
const isDone = ({ state }: Pick<BoardStep, 'state'>): boolean => DONE.includes(state)
/** Closing sets aside what nobody did; that it was not done is scored all the same. */
const isSetAside = ({ state, automatic }: Pick<BoardStep, 'state' | 'automatic'>): boolean =>
  state === 'hidden' ||
  (state === 'not-applicable' &&
    automatic?.zh !== NOT_DONE.closed.zh &&
    automatic?.zh !== NOT_DONE_IN_DRILL.zh)
const itemOf = (
  step: BoardStep,
  kind: ItemKind,
  proposed: Score | null,
  basis: LocalizedText,
  role: string | null,
): ScoreItem => ({
  id: `${kind}:${step.id}`,
  kind,
  title: step.title,
  basis,
  stepId: step.id,
  role,
  proposed,
})

/** Half as long again as the limit is a flaw; longer is a failure that was at least made good. */
const LATE_SHARE = 0.5

function limitItem(step: BoardStep, role: string | null): readonly ScoreItem[] {
  const { startedAt, dueAt, doneAt, late, times, timesLate } = step
  if (startedAt === null || dueAt === null) return []
  const kind = step.lifeSafety ? 'life-safety' : 'limit'
  if (times > 0 && step.repeat) {
    const score: Score = timesLate === 0 ? 5 : timesLate * 2 < times ? 3 : 1
    const basis = localized(
      `做了${times}次，超时${timesLate}次`,
      `Done ${times} times, late ${timesLate} times`,
    )
    return [itemOf(step, kind, score, basis, role)]
  }
  if (!isDone(step)) {
    // not applicable, or stopped before it was due: nothing to score
    if (!late) return []
    return [itemOf(step, kind, 0, localized('超时，没有做', 'Late, never done'), role)]
  }
  const over = (doneAt ?? dueAt) - dueAt
  if (over <= 0) return [itemOf(step, kind, 5, localized('时限内完成', 'Within its limit'), role)]
  const score: Score = over <= (dueAt - startedAt) * LATE_SHARE ? 3 : 1
  return [itemOf(step, kind, score, after('超时', 'Late by', over), role)]
}

/** Of a step of life safety without a limit: taken before attention would have asked for it. */
function lifeSafetyItem(
  step: BoardStep,
  { steps }: Pick<Incident, 'steps'>,
  role: string | null,
): readonly ScoreItem[] {
  if (!step.lifeSafety || step.prohibits || step.openedAt === null) return []
  if (isSetAside(step)) return []
  const takenAt = steps[step.id]?.accepted?.at ?? (isDone(step) ? step.doneAt : null)
  const took = takenAt === null ? null : takenAt - step.openedAt
  if (!isDone(step)) {
    const [score, basis] =
      took === null
        ? ([0, localized('没有人做', 'Nobody did it')] as const)
        : ([1, localized('有人接了，没有做完', 'Taken, never finished')] as const)
    return [itemOf(step, 'life-safety', score, basis, role)]
  }
  const score: Score = took !== null && took <= MINUTE_MS ? 5 : 3
  return [itemOf(step, 'life-safety', score, after('接手用了', 'Taken after', took ?? 0), role)]
}

/** An expected act without its span of time gets so long. */
const USUAL_WITHIN_MS = 5 * MINUTE_MS

function injectItem(
  inject: Inject,
  nth: number,
  at: number,
  { board }: Pick<Drilled, 'board'>,
  roleOf: RoleOf,
): readonly ScoreItem[] {
  if (inject.expects === null && inject.stepId === null) return []
  const step = board.steps.find(({ id }) => id === inject.stepId)
  const title = localized(`情景${nth}的处置`, `Response to inject ${nth}`)
  const common = { id: `inject:${inject.id}`, kind: 'inject' as const, title }
  if (!step) {
    const basis = localized('由评估人判断', 'For the evaluator to say')
    return [{ ...common, basis, stepId: inject.stepId, role: null, proposed: null }]
  }
  const took = isDone(step) && step.doneAt !== null ? Math.max(0, step.doneAt - at) : null
  const within = inject.within ?? USUAL_WITHIN_MS
  const basis =
    took === null
      ? localized(`没有做：${step.title.zh}`, `Not done: ${step.title.en}`)
      : localized(
          `${step.title.zh}：${minutesText(took).zh}内完成`,
          `${step.title.en}: done within ${minutesText(took).en}`,
        )
  const proposed = promptness(took, [within, within * 2])
  return [{ ...common, basis, stepId: step.id, role: roleOf(step.id), proposed }]
}

const FIRST_WORD_MS: readonly [number, number] = [2 * MINUTE_MS, 5 * MINUTE_MS]
const ACTIVATION_MS: readonly [number, number] = [3 * MINUTE_MS, 10 * MINUTE_MS]

/** Taking up, starting the plan, answering alerts, saying why something was late. */
function responseItems({ incident, board }: Drilled): readonly ScoreItem[] {
  const { moments, receivedAt, alertLog = [] } = incident
  const of = (
    id: string,
    title: LocalizedText,
    basis: LocalizedText,
    proposed: Score,
  ): ScoreItem => ({
    ...{ id: `response:${id}`, kind: 'response', title, basis, proposed, stepId: null, role: null },
  })
  const { activated, verifying, assessing } = moments
  const first = [verifying, assessing, activated].filter((at) => at !== undefined)
  const takenUp = first.length === 0 ? null : Math.min(...first) - receivedAt
  const started = activated === undefined ? null : activated - receivedAt
  const never = localized('没有', 'Never')
  const answered = alertLog.filter(
    ({ raisedAt, acknowledgedAt }) =>
      acknowledgedAt !== null && acknowledgedAt - raisedAt <= MINUTE_MS,
  ).length
  const late = board.steps.filter((step) => step.late || step.timesLate > 0)
  const unexplained = late.filter(({ needsReason }) => needsReason).length
  return [
    of(
      'taken-up',
      localized('接报后受理', 'Taking up the report'),
      takenUp === null ? never : after('用了', 'After', takenUp),
      promptness(takenUp, FIRST_WORD_MS),
    ),
    of(
      'activation',
      localized('启动预案', 'Starting the plan'),
      started === null ? never : after('用了', 'After', started),
      promptness(started, ACTIVATION_MS),
    ),
    ...(alertLog.length === 0
      ? []
      : [
          of(
            'alerts',
            localized('一分钟内确认告警', 'Alerts acknowledged within a minute'),
            localized(`${alertLog.length}条中${answered}条`, `${answered} of ${alertLog.length}`),
            answered === alertLog.length
              ? 5
              : answered * 2 >= alertLog.length
                ? 3
                : answered > 0
                  ? 1
                  : 0,
          ),
        ]),
    ...(late.length === 0
      ? []
      : [
          of(
            'reasons',
            localized('超时说明原因', 'Reasons for what was late'),
            localized(
              `${late.length}项中${late.length - unexplained}项`,
              `${late.length - unexplained} of ${late.length}`,
            ),
            unexplained === 0 ? 5 : unexplained < late.length ? 3 : 0,
          ),
        ]),
  ]
}

/**
 * The items of a drill in the order of its record: response, limits and life safety, injects, and
 * what only a person can see. `roleOf`: the post of a step. A step with a limit is no second item
 * for being of life safety.
 */
export function scoreItems(drilled: Drilled, roleOf: RoleOf): readonly ScoreItem[] {
  const { incident, board, script, deliveries } = drilled
  const ofSteps = board.steps.flatMap((step) => {
    const role = roleOf(step.id)
    const limit = limitItem(step, role)
    return limit.length > 0 ? limit : lifeSafetyItem(step, incident, role)
  })
  const ofInjects = deliveries.flatMap(({ injectId, at }, index) => {
    const inject = script.find(({ id }) => id === injectId)
    return inject ? injectItem(inject, index + 1, at, drilled, roleOf) : []
  })
  return [
    ...responseItems(drilled),
    ...ofSteps,
    ...ofInjects,
    ...OBSERVED.map(({ id, title }): ScoreItem => ({
      ...{
        id: `observed:${id}`,
        kind: 'observed',
        title,
        stepId: null,
        role: null,
        proposed: null,
      },
      basis: localized('由评估人判断', 'For the evaluator to say'),
    })),
  ]
}

const SHARES: readonly (readonly [Grade, number])[] = [
  ['excellent', 0.9],
  ['good', 0.75],
  ['fair', 0.6],
]

/**
 * 优 from nine tenths of the points, 良 from three quarters, 中 from six tenths, else 差. A step of
 * life safety with 0 points leaves 中 at best, two of them 差. No items: 差.
 */
export function gradeOf(items: readonly Pick<ScoredItem, 'kind' | 'score'>[]): {
  points: number
  most: number
  grade: Grade
} {
  const points = items.reduce((sum, { score }) => sum + score, 0)
  const most = items.length * BEST
  const failed = items.filter(({ kind, score }) => kind === 'life-safety' && score === 0).length
  const share = most === 0 ? 0 : points / most
  const byPoints = SHARES.find(([, least]) => share >= least)?.[0] ?? 'poor'
  const best: Grade = failed === 0 ? 'excellent' : failed === 1 ? 'fair' : 'poor'
  const grade = GRADES[Math.max(GRADES.indexOf(byPoints), GRADES.indexOf(best))] ?? 'poor'
  return { points, most, grade }
}

export const isScored: is.Form = is.fields<ScoredItem>({
  id: is.words,
  kind: is.oneOf(ITEM_KINDS),
  title: is.text,
  basis: is.text,
  stepId: is.orNull(is.words),
  role: is.orNull(is.words),
  proposed: is.orNull(is.oneOf(SCORES)),
  score: is.oneOf(SCORES),
  reason: is.orNull(is.sealed),
})
