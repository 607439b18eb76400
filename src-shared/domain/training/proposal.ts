/**
 * Proposes a course from a plan: its steps, prohibitions, numbers and limits as what is taught, and
 * questions about them. Wrong answers are other values of the site's own plans; nothing is
 * invented, and a question that has too few of them is left out.
 */
import { isByAnswer, usualLength } from '../plan/due.ts'
import type { Plan, Step } from '../plan/plan.ts'
import { localized, type LocalizedText } from '../text.ts'
import { exactDuration } from '../wording/duration.ts'

export type ProposedQuestion = {
  text: LocalizedText
  answers: readonly LocalizedText[]
  right: number
}
export type ProposedCourse = {
  planId: string
  title: LocalizedText
  points: readonly LocalizedText[]
  posts: readonly string[]
  questions: readonly ProposedQuestion[]
}
type PlanOfSite = Pick<Plan, 'id' | 'title' | 'steps' | 'roles'>

const WRONG = 3
const MOST = 20

/** The same for the same text, so that a proposal does not change from one look to the next. */
const mixed = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7)

function question(
  text: LocalizedText,
  right: LocalizedText,
  others: readonly LocalizedText[],
): ProposedQuestion[] {
  const wrong = [
    ...new Map(
      others.filter(({ zh }) => zh !== right.zh).map((other) => [other.zh, other]),
    ).values(),
  ]
    .toSorted((a, b) => mixed(text.zh + a.zh) - mixed(text.zh + b.zh))
    .slice(0, WRONG)
  if (wrong.length === 0) return []
  const place = mixed(text.zh) % (wrong.length + 1)
  return [{ text, answers: wrong.toSpliced(place, 0, right), right: place }]
}

const both = (text: string): LocalizedText => localized(text, text)
const isNeeded = ({ prohibits }: Step): boolean => !prohibits
const numbersIn = (steps: readonly Step[]) =>
  steps.flatMap(({ calls }) =>
    calls.flatMap(({ number, who }) => (number === null ? [] : [{ number, who }])),
  )

/** What a step says of itself in one line. */
function pointOf(step: Step): LocalizedText {
  const numbers = [...new Set(numbersIn([step]).map(({ number }) => number))].join('、')
  const limit = step.due ? exactDuration(usualLength(step.due)) : null
  const zh = [limit && `${limit.zh}内`, numbers && `电话${numbers}`].filter(Boolean).join('，')
  const en = [limit && `within ${limit.en}`, numbers && `call ${numbers}`]
    .filter(Boolean)
    .join(', ')
  return localized(
    `${step.prohibits ? '禁止：' : ''}${step.title.zh}${zh && `（${zh}）`}`,
    `${step.prohibits ? 'Never: ' : ''}${step.title.en}${en && ` (${en})`}`,
  )
}

/** `plans`: all that the site has, whose other values the wrong answers are. */
export function proposedCourse(plan: PlanOfSite, plans: readonly PlanOfSite[]): ProposedCourse {
  const all = plans.flatMap(({ steps }) => steps)
  const limits = all.flatMap(({ due }) => (due ? [exactDuration(usualLength(due))] : []))
  const numbers = numbersIn(all).map(({ number }) => both(number))
  const texts = new Set<string>()
  const questions = [
    ...plan.steps
      .filter(({ prohibits }) => prohibits)
      .flatMap(({ title }, index) =>
        question(
          localized(
            `按《${plan.title.zh}》，下面哪一条是禁止的？（第${index + 1}条）`,
            `By "${plan.title.en}", which of these is prohibited? (${index + 1})`,
          ),
          title,
          plan.steps.filter(isNeeded).map((step) => step.title),
        ),
      ),
    ...plan.steps.flatMap(({ title, due }) =>
      due && !isByAnswer(due.within)
        ? question(
            localized(
              `“${title.zh}”要在多长时间内完成？`,
              `How soon must this be done: "${title.en}"?`,
            ),
            exactDuration(usualLength(due)),
            limits,
          )
        : [],
    ),
    ...numbersIn(plan.steps).flatMap(({ number, who }) =>
      question(
        localized(`${who.zh}的电话是多少？`, `What is the number of ${who.en}?`),
        both(number),
        numbers,
      ),
    ),
  ].filter(({ text }) => !texts.has(text.zh) && texts.add(text.zh))
  const persons = new Set(plan.roles.filter(({ kind }) => !isOutside(kind)).map(({ id }) => id))
  return {
    planId: plan.id,
    title: plan.title,
    points: plan.steps.map(pointOf),
    posts: [...new Set(plan.steps.map(({ role }) => role))].filter((role) => persons.has(role)),
    questions: questions.slice(0, MOST),
  }
}

const isOutside = (kind: Plan['roles'][number]['kind']): boolean =>
  kind === 'external' || kind === 'anyone'
