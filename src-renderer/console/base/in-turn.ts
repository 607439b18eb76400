/**
 * Saves one thing after the other, in the order in which they were entered: what is entered while a
 * save is on its way waits for it. What is refused is named until somebody hides it.
 */
import { shallowRef, type ShallowRef } from 'vue'
import type { Answered, Refused } from '#shared/contract/contract.ts'

export type InTurn<T> = {
  /** What was entered and is not saved yet. */
  coming: ShallowRef<readonly T[]>
  refused: ShallowRef<readonly T[]>
  /** Why the last of them was refused. */
  refusal: ShallowRef<Refused | null>
  /** `send` is called when everything before it has its answer. Resolves with true once saved. */
  save: (what: T, send: () => Promise<Answered | null>) => Promise<boolean>
  /** Hides what was refused. */
  forget: () => void
}

export function useInTurn<T extends object>(): InTurn<T> {
  const coming: InTurn<T>['coming'] = shallowRef([])
  const refused: InTurn<T>['refused'] = shallowRef([])
  const refusal: InTurn<T>['refusal'] = shallowRef(null)
  let before: Promise<unknown> = Promise.resolve()

  return {
    ...{ coming, refused, refusal },
    async save(what, send) {
      coming.value = [...coming.value, what]
      const mine = before.then(send)
      before = mine
      const answer = await mine
      coming.value = coming.value.filter((other) => other !== what)
      if (answer === null || answer.ok) return answer !== null
      refused.value = [...refused.value, what]
      refusal.value = answer
      return false
    },
    forget() {
      refused.value = []
      refusal.value = null
    },
  }
}
