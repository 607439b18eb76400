/** The questions of a plan: what conditions of the paper ask, and when their steps are there. */
import type { PaperCondition } from './conditions.ts'
import type { WrittenJson } from './paper.ts'
import { cutTo, signCount } from './signs.ts'
import type { DraftStep } from './steps.ts'
import { localizedOnly } from './written.ts'

export type Question = { key: string; json: WrittenJson; over: number | null; steps: DraftStep[] }
type Asked = { words: string; over: number | null; unit: string | null }

/** The questions of one plan: the same words are asked once. */
export function questions() {
  const byWords = new Map<string, Question>()
  return {
    all: () => [...byWords.values()],
    ask({ words, over, unit }: Asked, decidedBy: string, clause: string): Question {
      const known = byWords.get(words)
      if (known) return known
      const json = {
        kind: over === null ? 'bool' : 'number',
        question: localizedOnly(`${words}？`),
        ...(unit !== null && { unit: localizedOnly(unit) }),
        decidedBy,
        clause,
      }
      const question = { key: `q-${byWords.size + 1}`, json, over, steps: [] }
      byWords.set(words, question)
      return question
    },
  }
}

/**
 * The condition of a step as files write it, with the questions that it reads. `timed`: the step
 * before it that has this limit, which is late where the time is missed; null: none.
 */
export function whenOf(
  read: PaperCondition,
  ask: (test: Asked) => Question,
  timed: (within: string) => string | null = () => null,
): { when: WrittenJson | null; reads: readonly Question[] } {
  const reads: Question[] = []
  const parts = read.tests.flatMap((test): WrittenJson[] => {
    if ('contained' in test) return [{ state: 'contained' }]
    const late = 'elapsed' in test && test.missed ? timed(test.elapsed) : null
    if (late !== null) return [{ step: late, is: 'late' }]
    if ('elapsed' in test)
      return [{ elapsed: test.elapsed, from: 'reported' }, ...(read.any ? [] : [STILL_OPEN])]
    const question = ask(test)
    reads.push(question)
    return [
      question.over === null
        ? { fact: question.key, is: 'yes' }
        : { fact: question.key, over: question.over },
    ]
  })
  const [first] = parts
  const when = parts.length < 2 ? (first ?? null) : read.any ? { any: parts } : { all: parts }
  return { when, reads }
}
/** What opens a step that stands under a condition of its heading, too. */
export function bothOf(around: WrittenJson | null, inner: WrittenJson | null): WrittenJson | null {
  if (around === null || inner === null) return inner ?? around
  const parts = (when: WrittenJson): unknown[] =>
    Array.isArray(when['all']) ? (when['all'] as unknown[]) : [when]
  return { all: [...parts(around), ...parts(inner)] }
}

const STILL_OPEN: WrittenJson = { not: { state: 'contained' } }

/** What holds while nobody answers: lives come first, else the site has to say. */
export function writtenQuestion({ json, over, steps }: Question): WrittenJson {
  const forLife = steps.some((step) => step.forLife)
  const decides = forLife || steps.some(({ limit }) => limit !== null)
  const words = (json['question'] as { zh: string }).zh
  const { decidedBy, clause, ...head } = json
  return {
    ...head,
    ...(decides && signCount(words) > 7 && { short: localizedOnly(`${cutTo(words, 6)}？`) }),
    decidedBy,
    ...(decides && {
      inDoubt:
        forLife && over === null
          ? { answer: 'yes' }
          : { none: localizedOnly('没人回答时按什么处理，原文没有写，请本单位定') },
    }),
    clause,
  }
}
