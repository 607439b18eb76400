/** The words of a plan: short enough for the wall, and with no blank that nothing fills. */
import { isInOneLanguage, languageOf, type Language, type LocalizedText } from '../../text.ts'
import type { Question } from '../plan.ts'
import { decidingFacts } from '../walk.ts'
import { error, warning, type FindingDraft, type PlanRule } from './finding.ts'

/** What fits on the wall, in characters. */
export const FITS = {
  plan: { zh: 6, en: 14 },
  step: { zh: 7, en: 16 },
  question: { zh: 7, en: 16 },
  announce: { zh: 22, en: 48 },
} as const

/**
 * Blanks in words to say or to publish. The record fills them; the dispatcher is whoever reads them
 * out.
 */
export const BLANKS: readonly string[] = [
  'place',
  'narrative',
  'reporter',
  'dispatcher',
  'casualties',
]

/** Characters as people count them: a surrogate pair is one. */
const length = (words: string): number => [...words].length

/** A text in one language is measured as what it is, on either face. */
const languagesOf = (words: LocalizedText): readonly Language[] =>
  isInOneLanguage(words) ? [languageOf(words.zh, 'zh')] : ['zh', 'en']

/** A finding for each language in which words are longer than their room. */
export function fits(
  words: LocalizedText,
  room: { zh: number; en: number },
  path: string,
  code: string,
): readonly FindingDraft[] {
  return languagesOf(words).flatMap((language) => {
    const over = length(words[language]) - room[language]
    return over <= 0
      ? []
      : [
          error(
            code,
            `${path}.${language}`,
            `最多${room[language]}个字符，多了${over}个`,
            `At most ${room[language]} characters; ${over} too many`,
          ),
        ]
  })
}

const short = (
  words: LocalizedText,
  room: { zh: number; en: number },
  path: string,
): readonly FindingDraft[] =>
  words.zh && words.en
    ? fits(words, room, path, 'short-too-long')
    : [error('no-short', path, '须有大屏短名', 'It needs a short title for the wall')]

const isTooLong = (words: LocalizedText, room: { zh: number; en: number }): boolean =>
  languagesOf(words).some((language) => length(words[language]) > room[language])

/** What decides stands on the wall until it is answered: as it is asked, if that fits. */
function questionShort(fact: Question, decides: boolean): readonly FindingDraft[] {
  const path = `facts.${fact.key}.short`
  if (fact.short) return short(fact.short, FITS.question, path)
  return decides && isTooLong(fact.question, FITS.question)
    ? [
        warning(
          'no-question-short',
          path,
          `没人回答时它在大屏上，问句太长，须有短名：中文不超过${FITS.question.zh}字，英文不超过${FITS.question.en}个字符`,
          `It is shown on the wall until it is answered, and is too long for it: give it a short name, at most ${FITS.question.zh} Chinese or ${FITS.question.en} Latin characters`,
        ),
      ]
    : []
}

const blanksIn = (words: LocalizedText | null): readonly string[] =>
  words ? [...new Set(`${words.zh} ${words.en}`.match(/\{[^}]*\}/g) ?? [])] : []

/** What the report says, and the answers to the plan's own questions (`keys`). */
function blanks(
  words: LocalizedText | null,
  path: string,
  keys: readonly string[],
): readonly FindingDraft[] {
  const known = [...BLANKS, ...keys]
  const names = known.map((name) => `{${name}}`)
  return blanksIn(words)
    .filter((blank) => !known.includes(blank.slice(1, -1)))
    .map((blank) =>
      error(
        'unknown-blank',
        path,
        `没有${blank}这个空，可用：${names.join('、')}`,
        `Nothing fills ${blank}; the blanks are: ${names.join(', ')}`,
      ),
    )
}

/** The wall shows an announcement as it stands. */
const noBlanks = (words: LocalizedText | null, path: string): readonly FindingDraft[] =>
  blanksIn(words).map((blank) =>
    error(
      'unknown-blank',
      path,
      `公告照原样显示，不能有${blank}`,
      `An announcement is shown exactly as written, so it cannot contain ${blank}`,
    ),
  )

const questions: PlanRule = (plan) => {
  const deciding = new Set(decidingFacts(plan).map(({ key }) => key))
  return plan.facts.flatMap((fact) => questionShort(fact, deciding.has(fact.key)))
}

export const words: PlanRule = (plan) => [
  ...short(plan.short, FITS.plan, 'short'),
  ...questions(plan),
  ...plan.steps.flatMap((step) => [
    ...short(step.short, FITS.step, `steps.${step.id}.short`),
    ...(step.announce
      ? fits(step.announce, FITS.announce, `steps.${step.id}.announce`, 'announce-too-long')
      : []),
    ...blanks(
      step.say,
      `steps.${step.id}.say`,
      plan.facts.map(({ key }) => key),
    ),
    ...noBlanks(step.announce, `steps.${step.id}.announce`),
  ]),
]
