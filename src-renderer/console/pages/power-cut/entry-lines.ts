/**
 * Turns what is typed from a power-cut sheet into the lines that are sent: one for each step,
 * question and person named with a time, since when it is contained, then what else happened. A
 * line without a time and without words is none.
 */
import type { Input } from '#shared/contract/contract.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { isTerminal, type CallOutcome } from '#shared/domain/incident/record/state.ts'
import { namedOf } from '#renderer/console/components/incident/named.ts'
import type { FactValue } from '#shared/domain/plan/plan.ts'
import {
  numberFrom,
  questionsOf,
  type Question,
} from '#renderer/console/components/incident/questions.ts'

export type EnteredRow = Input<'sheet/enter'>['rows'][number]

/** Beside a step: when it was done, by whom if by somebody else, what is written beside it. */
export type StepLine = { time: string; person: string; words: string }
/** An answer: `values` are options, or a number as it is typed. */
export type AnswerLine = { time: string; values: string[] }
/** What happened besides. `who`: of a call, a person or a number; of a report, the place. */
export type OtherLine = {
  what: 'note' | 'call' | 'report'
  incidentId: string
  time: string
  who: string
  outcome: CallOutcome
  words: string
}
export type PaperDraft = {
  steps: Record<string, StepLine>
  answers: Record<string, AnswerLine>
  heard: Record<string, string> // a time by who is named
  contained: Record<string, string> // a time by incident
  passed: Record<string, string> // by incident why something of life safety was left undone
  others: OtherLine[]
  reason: string
}

export const BLANK: Readonly<StepLine> = { time: '', person: '', words: '' }
export const keyOf = (incidentId: string, stepId: string): string => `${incidentId} ${stepId}`
export const answerKey = (incidentId: string, question: Question): string =>
  `${incidentId} ?${question.key}`
export const heardKey = (incidentId: string, stepId: string, member: string): string =>
  `${incidentId} ${stepId} ${member}`
export const containedKey = (incidentId: string): string => `${incidentId} contained`
export const otherKey = (index: number): string => `other ${index}`

const isTyped = (line: object): boolean =>
  Object.entries(line).some(([field, value]) => TYPED.has(field) && String(value).trim() !== '')
const TYPED: ReadonlySet<string> = new Set(['time', 'person', 'who', 'words'])

/** What may have been done on paper: nobody has finished it here, and it may be done. */
export const enterableSteps = ({ steps }: BoardIncident): readonly BoardStep[] =>
  steps.filter(
    ({ state, prohibits }) =>
      !prohibits && (state === 'open' || state === 'accepted' || state === 'waiting'),
  )
/** Questions that nobody has answered. */
export const enterableQuestions = ({ facts }: BoardIncident): readonly Question[] =>
  questionsOf(facts).filter(({ fact }) => fact.value === null)
export type NamedLine = { stepId: string; member: string; person: string; step: BoardStep }
/** Of what is open, those who are named and have not said that they heard of it. */
export const enterableNamed = (incident: BoardIncident): readonly NamedLine[] =>
  enterableSteps(incident).flatMap((step) =>
    namedOf(step)
      .filter(({ heardAt }) => heardAt === null)
      .map(({ id, person }) => ({ stepId: step.id, member: id, person, step })),
  )
export const mayBeContained = ({ moves }: BoardIncident): boolean => moves.includes('contained')
const UNDONE: ReadonlySet<BoardStep['state']> = new Set(['open', 'waiting', 'hidden'])

/**
 * What stood in the way of that and is on no line of the sheet, by the names that the move has for
 * it: steps of life safety, questions that one waits for, starts that nobody has confirmed.
 */
export function leftUndone(
  { id, steps, facts, gates }: BoardIncident,
  draft: Pick<PaperDraft, 'steps' | 'answers'>,
): readonly string[] {
  const items = gates.find(({ to }) => to === 'contained')?.items ?? []
  const isEntered = (stepId: string): boolean => isTyped(draft.steps[keyOf(id, stepId)] ?? BLANK)
  const answered = questionsOf(facts)
    .filter((question) => isTyped(draft.answers[answerKey(id, question)] ?? BLANK))
    .map(({ fact }) => fact.key)
  const unsettled = items.filter(({ settled }) => !settled)
  return [
    ...new Set([
      ...unsettled.flatMap(({ stepId, factKey, planId }) =>
        stepId === null ? [factKey ?? planId] : [],
      ),
      // what an answer on the same sheet opens is asked for, too
      ...steps
        .filter(({ lifeSafety, state }) => lifeSafety && UNDONE.has(state))
        .map((step) => step.id)
        .filter((stepId) => !items.some((item) => item.stepId === stepId && item.settled)),
    ]),
  ].filter((name) => !isEntered(name) && !answered.includes(name))
}
/** Whether any of it is open now: what still waits may not come to be asked about. */
export const asksWhy = (
  incident: BoardIncident,
  draft: Pick<PaperDraft, 'steps' | 'answers'>,
): boolean =>
  leftUndone(incident, draft).some((name) => {
    const step = incident.steps.find(({ id }) => id === name)
    return !step || step.state === 'open'
  })
export const enterable = (incidents: readonly BoardIncident[]): readonly BoardIncident[] =>
  incidents.filter(({ state }) => !isTerminal(state))

const orNull = (words: string): string | null => (words.trim() === '' ? null : words.trim())
const DIGITS = /^[\d\s+()-]{3,}$/

function otherRow(line: OtherLine, at: number, row: number): EnteredRow | null {
  const words = orNull(line.words)
  const { incidentId } = line
  if (line.what === 'report') {
    const place = orNull(line.who)
    return place === null || words === null ? null : { row, at, what: 'report', place, words }
  }
  if (line.what === 'note')
    return words === null ? null : { row, incidentId, at, what: 'note', words }
  const who = orNull(line.who)
  const callee = who !== null && DIGITS.test(who) ? { number: who } : { who }
  return { row, incidentId, at, what: 'call', ...callee, outcome: line.outcome, words }
}

/** As it is sent; null: it is none. */
function valueOf({ fact }: Question, values: readonly string[]): FactValue | null {
  const [first = ''] = values
  if (fact.options.length === 0) return numberFrom(first)
  if (fact.several) return values.length > 0 ? [...values] : null
  return first === '' ? null : first
}

/**
 * `rows`: what is sent. `keys`: by the number of a row, the line that it came from. `faulty`: lines
 * with something in them that cannot be sent: no time, no such time, a note without words. `atTime`
 * reads a time (UTC ms), null if it is none.
 */
export function rowsFrom(
  draft: PaperDraft,
  incidents: readonly BoardIncident[],
  atTime: (typed: string) => number | null,
): { rows: readonly EnteredRow[]; keys: ReadonlyMap<number, string>; faulty: ReadonlySet<string> } {
  const rows: EnteredRow[] = []
  const keys = new Map<number, string>()
  const faulty = new Set<string>()
  function add(key: string, draw: (row: number) => EnteredRow | null): void {
    const row = draw(rows.length + 1)
    if (!row) return void faulty.add(key)
    rows.push(row)
    keys.set(row.row, key)
  }
  for (const incident of enterable(incidents)) {
    const incidentId = incident.id
    for (const question of enterableQuestions(incident)) {
      const key = answerKey(incidentId, question)
      const { time, values } = draft.answers[key] ?? { time: '', values: [] }
      if (time.trim() === '' && values.every((value) => value === '')) continue
      const at = atTime(time)
      const value = valueOf(question, values)
      const { key: fact } = question.fact
      const { planId } = question
      add(key, (row) =>
        at === null || value === null
          ? null
          : {
              ...{ row, incidentId, at, what: 'answer', fact, planId },
              value: typeof value === 'object' ? [...value] : value,
              reason: orNull(draft.reason),
            },
      )
    }
    for (const { stepId, member } of enterableNamed(incident)) {
      const key = heardKey(incidentId, stepId, member)
      const time = draft.heard[key] ?? ''
      if (time.trim() === '') continue
      const at = atTime(time)
      add(key, (row) =>
        at === null ? null : { row, incidentId, at, what: 'heard', stepId, member },
      )
    }
    for (const step of enterableSteps(incident)) {
      const key = keyOf(incident.id, step.id)
      const line = draft.steps[key] ?? BLANK
      if (!isTyped(line)) continue
      const at = atTime(line.time)
      add(key, (row) =>
        at === null
          ? null
          : {
              ...{ row, incidentId: incident.id, at, what: 'step', stepId: step.id },
              person: orNull(line.person),
              words: orNull(line.words),
              reason: orNull(draft.reason),
            },
      )
    }
    const contained = draft.contained[incidentId] ?? ''
    if (!mayBeContained(incident) || contained.trim() === '') continue
    const at = atTime(contained)
    const undone = orNull(draft.passed[incidentId] ?? '')
    const left =
      undone === null ? [] : leftUndone(incident, draft).map((name) => [name, undone] as const)
    add(containedKey(incidentId), (row) =>
      at === null
        ? null
        : {
            ...{ row, incidentId, at, what: 'contained', reason: orNull(draft.reason) },
            ...(left.length > 0 ? { reasons: Object.fromEntries(left) } : {}),
          },
    )
  }
  for (const [index, line] of draft.others.entries()) {
    if (!isTyped(line)) continue
    const at = atTime(line.time)
    add(otherKey(index), (row) => (at === null ? null : otherRow(line, at, row)))
  }
  return { rows, keys, faulty }
}
