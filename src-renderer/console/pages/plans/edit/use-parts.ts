/**
 * Questions and steps as a whole: added, taken out, moved, doubled. Taking out is told, with how
 * often the rest of the plan names it, and can be undone.
 */
import { shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Stage } from '#shared/domain/plan/plan.ts'
import { newFact, newStep, nextFactKey, stepAgain } from './draft/new-parts.ts'
import { canMoveStep, movedKey, moveStep } from './draft/reorder.ts'
import type { Node } from './draft/draft-path.ts'
import { mentionsOfFact, mentionsOfStep } from './draft/rename.ts'
import type { Words } from './draft/draft-types.ts'
import type { PlanDesk } from './plan-desk.ts'

export type Gone = { kind: 'fact' | 'step'; name: Words; id: string; mentions: number }
export type Parts = {
  /** What was taken out last. */
  gone: ShallowRef<Gone | null>
  addFact: () => void
  addStep: (stage?: Stage) => void
  remove: (node: Node) => void
  move: (node: Node, by: 1 | -1) => void
  canMove: (node: Node, by: 1 | -1) => boolean
  /** The same step once more, behind it. */
  again: (node: Node) => void
}

export function useParts({ draft, act }: PlanDesk, node: Ref<Node>): Parts {
  const gone = shallowRef<Gone | null>(null)
  const keys = (): string[] => Object.keys(draft.value.facts)

  function insert(at: number, make: () => ReturnType<typeof newStep>): void {
    act(() => {
      draft.value.steps.splice(at, 0, make())
    })
    node.value = { kind: 'step', at }
  }

  function removeFact(at: number): void {
    const key = keys()[at]
    const fact = key === undefined ? undefined : draft.value.facts[key]
    if (key === undefined || !fact) return
    gone.value = {
      kind: 'fact',
      name: fact.question,
      id: key,
      mentions: mentionsOfFact(draft.value, key),
    }
    act(() => {
      draft.value.facts = Object.fromEntries(
        Object.entries(draft.value.facts).filter(([item]) => item !== key),
      )
    })
    node.value =
      keys().length === 0 ? { kind: 'plan' } : { kind: 'fact', at: Math.min(at, keys().length - 1) }
  }
  function removeStep(at: number): void {
    const step = draft.value.steps[at]
    if (!step) return
    gone.value = {
      kind: 'step',
      name: step.title,
      id: step.id,
      mentions: mentionsOfStep(draft.value, step.id),
    }
    act(() => {
      draft.value.steps.splice(at, 1)
    })
    node.value =
      draft.value.steps.length === 0
        ? { kind: 'plan' }
        : { kind: 'step', at: Math.min(at, draft.value.steps.length - 1) }
  }

  return {
    gone,
    addFact() {
      const key = nextFactKey(draft.value)
      act(() => {
        draft.value.facts = {
          ...draft.value.facts,
          [key]: newFact(Object.values(draft.value.facts).at(-1)),
        }
      })
      node.value = { kind: 'fact', at: keys().length - 1 }
    },
    addStep(stage) {
      const { steps } = draft.value
      const here =
        node.value.kind === 'step' && stage === undefined
          ? node.value.at
          : stage === undefined
            ? steps.length - 1
            : steps.findLastIndex((step) => step.stage === stage)
      const at = here < 0 ? steps.length : here + 1
      insert(at, () => ({ ...newStep(draft.value, steps[at - 1]), ...(stage && { stage }) }))
    },
    remove(which) {
      if (which.kind === 'fact') removeFact(which.at)
      else if (which.kind === 'step') removeStep(which.at)
    },
    canMove: (which, by) =>
      which.kind === 'step'
        ? canMoveStep(draft.value, which.at, by)
        : which.kind === 'fact' && which.at + by >= 0 && which.at + by < keys().length,
    move(which, by) {
      const shown = node.value
      const isShown =
        shown.kind === which.kind && 'at' in shown && 'at' in which && shown.at === which.at
      if (which.kind === 'step')
        act(() => {
          const to = moveStep(draft.value, which.at, by)
          if (isShown) node.value = { kind: 'step', at: to }
        })
      const key = which.kind === 'fact' ? keys()[which.at] : undefined
      if (key !== undefined)
        act(() => {
          draft.value.facts = movedKey(draft.value.facts, key, by)
          if (isShown) node.value = { kind: 'fact', at: keys().indexOf(key) }
        })
    },
    again(which) {
      const step = which.kind === 'step' ? draft.value.steps[which.at] : undefined
      if (step && which.kind === 'step')
        insert(which.at + 1, () =>
          stepAgain(draft.value, JSON.parse(JSON.stringify(step)) as typeof step),
        )
    },
  }
}
