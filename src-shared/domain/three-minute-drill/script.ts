/**
 * The script of a three-minute drill (三分钟演练): a report in one sentence and a few injects, from an
 * incident of the site's own past, or from a plan where there is none. The words are those of the
 * plan and the answers of the past; no caller's words are used again.
 */
import * as is from '../form.ts'
import { spokenTrigger } from '../match/triggers.ts'
import type { Incident } from '../incident/record/state.ts'
import type { FactValue, Plan, Question } from '../plan/plan.ts'
import { localized, type LocalizedText } from '../text.ts'
import { MINUTE_MS, SECOND_MS } from '../units.ts'

export const THREE_MINUTES_MS = 3 * MINUTE_MS

/** `after`: ms since the report, on the clock of the wall. */
export type ShortInject = { after: number; words: LocalizedText }
/** `past`: the incident that it is taken from; `number` null where it has none. */
export type ShortScript = {
  planId: string
  sentence: LocalizedText
  injects: readonly ShortInject[]
  past: { incidentId: string; number: string | null } | null
}

/** When injects come: time to take up the report first, and to act on the last. */
const AFTER = [40 * SECOND_MS, 80 * SECOND_MS, 120 * SECOND_MS] as const

type Past = Pick<Incident, 'id' | 'number' | 'facts' | 'factsOf'>

/** An answer as somebody on the spot would say it. */
function answerText({ options, unit, kind }: Question, value: FactValue): LocalizedText {
  const values = [value].flat()
  const labels = values.map((each) => options.find((option) => option.value === each)?.label)
  if (kind === 'number' || kind === 'estimate')
    return localized(
      `${String(value)}${unit?.zh ?? ''}`,
      `${String(value)} ${unit?.en ?? ''}`.trim(),
    )
  return localized(
    labels.map((label, n) => label?.zh ?? String(values[n])).join('、'),
    labels.map((label, n) => label?.en ?? String(values[n])).join(', '),
  )
}

const injectWords = (question: Question, value: FactValue): LocalizedText => {
  const answer = answerText(question, value)
  return localized(
    `现场来电：${question.question.zh}${answer.zh}`,
    `Call from the spot: ${question.question.en} ${answer.en}`,
  )
}

/** What a question is answered with where no past says it: as in doubt, else its first option. */
function typicalAnswer({ inDoubt, options }: Question): FactValue | null {
  if (inDoubt && 'answer' in inDoubt) return inDoubt.answer
  return options[0]?.value ?? null
}

const isAsked = ({ kind, recordOnly }: Question): boolean => kind !== 'calendar' && !recordOnly

function answersOf(
  plan: Pick<Plan, 'id' | 'facts'>,
  past: Past | null,
): readonly { question: Question; value: FactValue }[] {
  const questions = plan.facts.filter(isAsked)
  if (!past)
    return questions.flatMap((question) => {
      const value = typicalAnswer(question)
      return value === null ? [] : [{ question, value }]
    })
  return questions
    .flatMap((question) => {
      const answer = past.factsOf[plan.id]?.[question.key] ?? past.facts[question.key]
      return answer ? [{ question, value: answer.value, at: answer.firstAt }] : []
    })
    .sort((a, b) => a.at - b.at)
}

/** `place`: where it is said to be. A past without answers has no injects but the last. */
export function shortScript(
  plan: Pick<Plan, 'id' | 'title' | 'triggers' | 'facts' | 'steps'>,
  past: Past | null,
  place: string,
): ShortScript {
  const answers = answersOf(plan, past).slice(0, AFTER.length)
  const [trigger] = plan.triggers
  const words = trigger === undefined ? plan.title.zh : spokenTrigger(trigger)
  return {
    planId: plan.id,
    sentence: localized(`${place}，${words}，请马上处置`, `${place}: ${plan.title.en}`),
    injects: answers.map(({ question, value }, index) => ({
      after: AFTER[index] ?? 0,
      words: injectWords(question, value),
    })),
    past: past ? { incidentId: past.id, number: past.number ?? null } : null,
  }
}

/** Those that have come by an instant, `elapsed` ms after the report. */
export const injectsBy = (
  { injects }: Pick<ShortScript, 'injects'>,
  elapsed: number,
): readonly ShortInject[] => injects.filter(({ after }) => after <= elapsed)

/** One of several by the day, so that not every drill is the same; null: there is none. */
export const turnOf = <T>(all: readonly T[], turn: number): T | null =>
  all.length === 0 ? null : (all[turn % all.length] ?? null)

export const isShortScript: is.Form = is.fields<ShortScript>({
  planId: is.words,
  sentence: is.text,
  injects: is.list(is.fields<ShortInject>({ after: is.number, words: is.text })),
  past: is.orNull(
    is.fields<NonNullable<ShortScript['past']>>({
      incidentId: is.words,
      number: is.orNull(is.words),
    }),
  ),
})
