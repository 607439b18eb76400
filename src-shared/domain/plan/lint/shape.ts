/**
 * Checks each step and each question by itself: limits with escalation, calls with a name,
 * questions that leave nobody without an answer.
 */
import { isByDay, lengthsIn, limitFact } from '../due.ts'
import type { Question, Step } from '../plan.ts'
import { isOtherwise } from '../usual-options.ts'
import { factsRead } from '../walk.ts'
import { error, warning, type FindingDraft, type PlanRule } from './finding.ts'

function due(step: Step): readonly FindingDraft[] {
  if (!step.due) return []
  const { within } = step.due
  const path = `steps.${step.id}.due.within`
  if (isByDay(within)) {
    const missing = (['workday', 'holiday'] as const).filter(
      (day) => typeof within[day] !== 'number',
    )
    if (missing.length > 0)
      return [
        error(
          'due-misses-day',
          path,
          `按日历分的时限缺${missing.map((day) => (day === 'workday' ? '工作日' : '假日')).join('、')}`,
          `A limit by calendar is missing: ${missing.join(', ')}`,
        ),
      ]
  }
  return lengthsIn(within).every((ms) => ms > 0)
    ? []
    : [error('due-not-positive', path, '时限须大于零', 'A limit must be longer than zero')]
}

function escalation(step: Step): readonly FindingDraft[] {
  const path = `steps.${step.id}.late`
  if (step.due && step.late.length === 0)
    return [
      error(
        'no-ladder',
        path,
        '有时限就须写明超时后通知谁',
        'A step with a limit must say who is alerted when it is late',
      ),
    ]
  if (!step.due && step.late.length > 0)
    return [
      error(
        'ladder-without-limit',
        path,
        '没有时限，不会超时，请写due或删除late',
        'Without a limit it is never late; write due, or leave out late',
      ),
    ]
  const ordered = step.late.every(
    (level, index) => level.after >= (step.late[index - 1]?.after ?? 0),
  )
  return ordered
    ? []
    : [
        error(
          'ladder-order',
          path,
          '后一级的通知不能早于前一级',
          'A later post cannot be alerted before an earlier one',
        ),
      ]
}

/**
 * A call to a post takes the post's name when the plan is loaded; a post that does not exist is
 * told by another rule.
 */
const calls = (step: Step): readonly FindingDraft[] =>
  step.calls.some((call) => !call.role && !(call.who.zh && call.who.en))
    ? [
        error(
          'call-without-who',
          `steps.${step.id}.calls`,
          '电话须写明打给谁：role 写岗位，或 who 写明',
          'A call must say whom it is to: role names a post, or who says it',
        ),
      ]
    : []

export const steps: PlanRule = (plan) =>
  plan.steps.flatMap((step) => [...due(step), ...escalation(step), ...calls(step)])

function question(fact: Question): readonly FindingDraft[] {
  const values = fact.options.map((option) => option.value)
  const path = `facts.${fact.key}.options`
  if (fact.kind === 'bool' && [...values].sort().join() !== 'no,yes')
    return [
      error(
        'bool-options',
        path,
        '是非题的选项只能是 yes 和 no',
        'The options of a yes-or-no question are yes and no',
      ),
    ]
  if (fact.kind !== 'choice') return []
  if (values.length < 2)
    return [
      error('too-few-options', path, '选择题至少两个选项', 'A choice needs at least two options'),
    ]
  return fact.exhaustive || values.some(isOtherwise)
    ? []
    : [
        error(
          'no-otherwise',
          path,
          '须有“其他”（other）或“不清楚”（unclear）选项，或写明 exhaustive: true',
          'It needs an option “other” or “unclear”, or exhaustive: true',
        ),
      ]
}

export const facts: PlanRule = (plan) => {
  const read = new Set(plan.steps.flatMap((step) => [...factsRead(step), limitFact(step)]))
  return plan.facts.flatMap((fact) => [
    ...question(fact),
    ...(fact.recordOnly || fact.sets || read.has(fact.key)
      ? []
      : [
          warning(
            'unused-fact',
            `facts.${fact.key}`,
            '没有步骤取决于它；只作记录的请写 recordOnly: true',
            'No step depends on it; if it is only recorded, write recordOnly: true',
          ),
        ]),
  ])
}
