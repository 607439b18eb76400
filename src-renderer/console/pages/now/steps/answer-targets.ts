/** What the digits mean: of which question which option, as it stood when the digit was pressed. */
import type { Ref } from 'vue'
import type { BoardQuestion } from '#shared/domain/board/types.ts'
import { keyedOf } from '#renderer/console/base/actions.ts'
import type { Meant } from '#renderer/console/base/key-target.ts'
import { useKeyTarget } from '#renderer/console/base/use-key-target.ts'
import {
  keysOf,
  type Keys,
  type Question,
} from '#renderer/console/components/incident/questions.ts'

export type AnswerTarget = {
  incidentId: string
  question: string // its key
  offset: number // which of its options, from 0
  answered: string // how it was answered when the digit was pressed
}

export const answeredKey = ({ value }: Pick<BoardQuestion, 'value'>): string =>
  JSON.stringify(value)

/** `incidentId` null: nothing can be answered. The digit is an index from 0. */
export function useAnswerTargets(
  incidentId: () => string | null,
  questions: Readonly<Ref<readonly Question[]>>,
  keys: Readonly<Ref<Keys>>,
): (index: number, pressedAt: number) => Meant<AnswerTarget> {
  function targetOf(digit: number): AnswerTarget | null {
    const id = incidentId()
    const question = questions.value.find((candidate) => {
      const first = keys.value.get(candidate.key)
      return first !== undefined && digit >= first && digit < first + keysOf(candidate)
    })
    if (id === null || !question) return null
    return {
      incidentId: id,
      question: question.key,
      offset: digit - (keys.value.get(question.key) ?? digit),
      answered: answeredKey(question.fact),
    }
  }
  const meant = Array.from({ length: keyedOf('answer') }, (_, index) =>
    useKeyTarget(`answer-${index + 1}`, () => {
      const target = targetOf(index + 1)
      return target && { key: JSON.stringify(target), target }
    }),
  )
  return (index, pressedAt) => meant[index]?.(pressedAt) ?? { target: null, isShown: true }
}
