/**
 * Names the time of a repeating step that is meant: 续报二, 第2次. Where a step is named on a screen or
 * in the record, its time is named with it.
 */
import type { Step } from '../../plan/plan.ts'
import { reportKind } from '../../plan/report-kind.ts'
import { localized, type LocalizedText } from '../../text.ts'
import type { IncidentEvent } from './events.ts'
import type { StepRun } from './state.ts'

type Named = Pick<Step, 'stage' | 'title' | 'short' | 'repeat' | 'report'>

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 一 … 九十九 as reports are numbered; figures from 100 on. */
function numeral(n: number): string {
  if (n >= 100) return String(n)
  const [tens, ones] = [Math.floor(n / 10), DIGITS[n % 10] ?? '']
  return tens === 0 ? ones : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones}`
}

const isFollowUp = (step: Named): boolean =>
  step.repeat !== null && step.repeat !== undefined && reportKind(step) === 'followUp'

/** Full name of the `n`th time (from 1). A step that does not repeat keeps its title. */
export function titleOf(step: Named, n: number): LocalizedText {
  if (!step.repeat) return step.title
  const { zh, en } = step.title
  return isFollowUp(step)
    ? localized(`${zh}（续报${numeral(n)}）`, `${en} (follow-up no. ${n})`)
    : localized(`${zh}（第${n}次）`, `${en} (no. ${n})`)
}

/**
 * Short name of the `n`th time. Only a follow-up report is short enough to be known by its number.
 */
export const shortOf = (step: Named, n: number): LocalizedText =>
  isFollowUp(step) ? localized(`续报${numeral(n)}`, `Follow-up ${n}`) : step.short

/** The time (from 1) that is open, or that the step ended with. */
export const occurrenceOf = ({ past }: Pick<StepRun, 'past'>): number => (past?.length ?? 0) + 1

/**
 * Which time of its step each event is about, read from the record in its order from the first
 * event on. A correction of a step that is open takes the last time back, as folding it does.
 */
export function occurrencesIn(): (event: IncidentEvent) => number {
  const steps = new Map<string, { time: number; finished: boolean }>()
  return (event) => {
    if (event.type === 'CommandUndone')
      for (const [id, step] of Object.entries(event.steps))
        if (step) steps.set(id, { time: occurrenceOf(step), finished: step.finish !== null })
    if (!('stepId' in event) || typeof event.stepId !== 'string') return 1
    const before = steps.get(event.stepId) ?? { time: 1, finished: false }
    const after = { ...before }
    if (event.type === 'StepFinished') after.finished = true
    if (event.type === 'StepRepeated')
      Object.assign(after, { time: before.time + 1, finished: false })
    if (event.type === 'StepCorrected')
      Object.assign(after, {
        time: before.finished ? before.time : Math.max(1, before.time - 1),
        finished: false,
      })
    steps.set(event.stepId, after)
    return after.time
  }
}
