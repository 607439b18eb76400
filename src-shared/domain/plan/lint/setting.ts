/**
 * Checks the values that answers set: of a kind that can set them, and each by one question only,
 * so that nobody is asked twice.
 */
import { MEETING_EFFECTS, OPERATING } from '../../incident/record/scales.ts'
import { SET_NAMES } from '../describe.ts'
import type { Plan, Question, SetValue } from '../plan.ts'
import { levelOfOption } from '../set-values.ts'
import { error, type FindingDraft, type PlanRule } from './finding.ts'

const isCounted = ({ kind }: Question): boolean => kind === 'number' || kind === 'estimate'
const isYesNo = ({ options }: Question): boolean =>
  options.length > 0 && options.every(({ value }) => value === 'yes' || value === 'no')

const isChoiceOf = ({ several, options }: Question, known: readonly string[]): boolean =>
  !several && options.length > 0 && options.every(({ value }) => known.includes(value))

/** What the question has to be, in both languages, or null where it can set the value. */
function expected(fact: Question, sets: SetValue, plan: Plan): readonly [string, string] | null {
  if (sets === 'loss')
    return isCounted(fact) && fact.unit?.zh === '元' ? null : ['以元为单位的数', 'a number in yuan']
  if (sets === 'level')
    return !fact.several &&
      fact.options.length > 0 &&
      fact.options.every(({ value }) =>
        plan.levels.some(({ level }) => level === levelOfOption(value)),
      )
      ? null
      : [
          '选项为 I、II、III… 且级别表中有这些级的选择题',
          'a choice of I, II, III … from the level set',
        ]
  if (sets === 'meeting')
    return isChoiceOf(fact, MEETING_EFFECTS)
      ? null
      : ['选项为 continues、paused、cancelled 的选择题', 'a choice of continues, paused, cancelled']
  if (sets === 'operating')
    return isYesNo(fact) || isChoiceOf(fact, OPERATING)
      ? null
      : [
          '选项为 open、partly、closed 的选择题，或问是否停业的是非题',
          'a choice of open, partly, closed, or a yes-no on whether it has stopped',
        ]
  if (sets === 'contained' || sets === 'response')
    return isYesNo(fact) ? null : ['是非题', 'a yes-no question']
  return isYesNo(fact) || isCounted(fact)
    ? null
    : ['人数，或是非题', 'a number, or a yes-no question']
}

const kinds = (plan: Plan): readonly FindingDraft[] =>
  plan.facts.flatMap((fact) => {
    const { key, sets } = fact
    const kind = sets ? expected(fact, sets, plan) : null
    return kind
      ? [
          error(
            'wrong-kind',
            `facts.${key}.sets`,
            `“${key}”不能写入${SET_NAMES[sets ?? 'loss'].zh}，须是${kind[0]}`,
            `“${key}” cannot set the ${SET_NAMES[sets ?? 'loss'].en}: it has to be ${kind[1]}`,
          ),
        ]
      : []
  })

/** Of two questions for one value, those after the first. */
export const askedTwice = (
  facts: readonly Question[],
  before: readonly Question[],
): readonly FindingDraft[] =>
  facts.flatMap(({ key, sets }, index) => {
    const other = sets
      ? [...before, ...facts.slice(0, index)].find((fact) => fact.sets === sets && fact.key !== key)
      : undefined
    return other && sets
      ? [
          error(
            'value-asked-twice',
            `facts.${key}.sets`,
            `“${other.key}”已经问了${SET_NAMES[sets].zh}，同一个值只问一次`,
            `“${other.key}” asks for the ${SET_NAMES[sets].en} already: a value is asked for once`,
          ),
        ]
      : []
  })

export const setting: PlanRule = (plan) => [...kinds(plan), ...askedTwice(plan.facts, [])]
