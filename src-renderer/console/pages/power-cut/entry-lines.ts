/**
 * Turns what is typed from a power-cut sheet into the lines that are sent: one for each step with a
 * time, then what else happened. A line without a time and without words is none.
 */
import type { Input } from '#shared/contract/contract.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { isTerminal, type CallOutcome } from '#shared/domain/incident/record/state.ts'

export type EnteredRow = Input<'sheet/enter'>['rows'][number]

/** Beside a step: when it was done, by whom if by somebody else, what is written beside it. */
export type StepLine = { time: string; person: string; words: string }
/** What happened besides. `who`: of a call, a person or a number. */
export type OtherLine = {
  what: 'note' | 'call'
  incidentId: string
  time: string
  who: string
  outcome: CallOutcome
  words: string
}
export type PaperDraft = {
  steps: Record<string, StepLine>
  others: OtherLine[]
  reason: string
}

export const BLANK: Readonly<StepLine> = { time: '', person: '', words: '' }
export const keyOf = (incidentId: string, stepId: string): string => `${incidentId} ${stepId}`
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
export const enterable = (incidents: readonly BoardIncident[]): readonly BoardIncident[] =>
  incidents.filter(({ state }) => !isTerminal(state))

const orNull = (words: string): string | null => (words.trim() === '' ? null : words.trim())
const DIGITS = /^[\d\s+()-]{3,}$/

function otherRow(line: OtherLine, at: number, row: number): EnteredRow | null {
  const words = orNull(line.words)
  const { incidentId } = line
  if (line.what === 'note')
    return words === null ? null : { row, incidentId, at, what: 'note', words }
  const who = orNull(line.who)
  const callee = who !== null && DIGITS.test(who) ? { number: who } : { who }
  return { row, incidentId, at, what: 'call', ...callee, outcome: line.outcome, words }
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
  for (const incident of enterable(incidents))
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
  for (const [index, line] of draft.others.entries()) {
    if (!isTyped(line)) continue
    const at = atTime(line.time)
    add(otherKey(index), (row) => (at === null ? null : otherRow(line, at, row)))
  }
  return { rows, keys, faulty }
}
