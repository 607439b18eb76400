/**
 * What the words of a step's title already say, and its fields do not yet: each is offered, and
 * written when a person takes it. Nothing is offered that does not stand in the words.
 */
import {
  caseIn,
  elapsedIn,
  intervalIn,
  isOfLifeSafety,
  isProhibition,
  lateIn,
  limitIn,
  numbersToCall,
} from '#shared/domain/plan/title-words.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { asQuestion } from './condition-words.ts'
import { newQuestion } from './new-parts.ts'
import { writeLimit } from './write-limit.ts'
import type { DraftCondition, DraftDue, DraftStep, EditedPlan, Words } from './draft-types.ts'

/** Whom a public number reaches. */
const WHOM: Readonly<Record<string, LocalizedText>> = {
  '110': localized('公安', 'Police'),
  '119': localized('消防救援', 'Fire and rescue'),
  '120': localized('急救', 'Ambulance'),
  '122': localized('交警', 'Traffic police'),
}

/** `take` writes it into the draft, as the step's own. */
export type Offer = { take: (draft: EditedPlan, step: DraftStep, commander: string) => void } & (
  | { kind: 'due'; due: DraftDue }
  | { kind: 'repeat'; every: string; until: 'contained' | 'lifted' }
  | { kind: 'when'; when: DraftCondition }
  | { kind: 'case'; question: Words }
  | { kind: 'call'; number: string }
  | { kind: 'prohibits' | 'lifeSafety' }
)

/** The words of a title, in the language in which it is written. */
const wordsOf = ({ title }: Pick<DraftStep, 'title'>): string => title.zh || title.en

/** The step with a limit that such words name. */
const stepNamed = (draft: EditedPlan, words: string, self: DraftStep): DraftStep | undefined =>
  draft.steps.find((step) => step.due && step.id !== self.id && wordsOf(step).includes(words))

function conditionIn(draft: EditedPlan, step: DraftStep): DraftCondition | null {
  const title = wordsOf(step)
  const late = lateIn(title)
  const lateStep = late === null ? undefined : stepNamed(draft, late, step)
  const elapsed = elapsedIn(title)
  const parts: DraftCondition[] = [
    ...(lateStep ? [{ step: lateStep.id, is: 'late' as const }] : []),
    ...(elapsed === null ? [] : [{ elapsed, from: 'reported' as const }]),
  ]
  const [first, second] = parts
  return second ? { any: parts } : (first ?? null)
}

function timeOffers({ title, due, repeat }: DraftStep): readonly Offer[] {
  const every = repeat ? null : intervalIn(wordsOf({ title }))
  const until = /(?:到场|到达|控制|解救|救出|处置完)/.test(wordsOf({ title }))
    ? 'contained'
    : 'lifted'
  if (every !== null)
    return [
      {
        kind: 'repeat',
        every,
        until,
        take(_draft, step, commander) {
          step.repeat = { every, until }
          if (!step.due) writeLimit(step, { within: every, from: 'reported' }, commander)
        },
      },
    ]
  const read = due ? null : limitIn(wordsOf({ title }))
  return read
    ? [
        {
          kind: 'due',
          due: read,
          take: (_draft, step, commander) => writeLimit(step, read, commander),
        },
      ]
    : []
}

function whenOffers(draft: EditedPlan, step: DraftStep): readonly Offer[] {
  if (step.when) return []
  const when = conditionIn(draft, step)
  if (when)
    return [
      {
        kind: 'when',
        when,
        take(_draft, taker) {
          taker.when = when
        },
      },
    ]
  const words = caseIn(wordsOf(step))
  if (words === null) return []
  const question = asQuestion(words)
  return [
    {
      kind: 'case',
      question,
      take(plan, taker) {
        taker.when = { fact: newQuestion(plan, question, taker, 'yes'), is: 'yes' }
      },
    },
  ]
}

function markOffers({
  title,
  prohibits,
  lifeSafety,
  stage,
  calls = [],
}: DraftStep): readonly Offer[] {
  const isAfterwards = stage === 'recover' || stage === 'review'
  const numbers = numbersToCall(wordsOf({ title })).filter(
    (number) => !calls.some((call) => call.number === number),
  )
  const marks: readonly Offer[] = [
    {
      kind: 'prohibits',
      take: (_draft, step) => {
        step.prohibits = true
      },
    },
    {
      kind: 'lifeSafety',
      take: (_draft, step) => {
        step.lifeSafety = true
      },
    },
  ]
  return [
    ...numbers.map((number): Offer => ({
      kind: 'call',
      number,
      take(_draft, step) {
        step.calls = [
          ...(step.calls ?? []),
          { number, who: { ...(WHOM[number] ?? localized(number, number)) } },
        ]
      },
    })),
    ...marks.filter(({ kind }) =>
      kind === 'prohibits'
        ? !prohibits && isProhibition(wordsOf({ title }))
        : !lifeSafety && !isAfterwards && isOfLifeSafety(wordsOf({ title })),
    ),
  ]
}

/** In the order in which the form shows them. */
export const offersOf = (draft: EditedPlan, step: DraftStep): readonly Offer[] => [
  ...timeOffers(step),
  ...whenOffers(draft, step),
  ...markOffers(step),
]
