/** What of an incident's steps is folded to a word with its count, and what of it is unfolded. */
import { computed, ref, watch, type ComputedRef } from 'vue'
import type { Stage } from '#shared/domain/plan/plan.ts'
import type { BoardStep } from '#shared/domain/board/types.ts'
import type { Question } from '#renderer/console/components/incident/questions.ts'
import {
  isOpenRow,
  listedRows,
  questionsIn,
  stageFolds,
  type StageFold,
  type StepsRow,
  type StepsView,
} from '#renderer/console/components/incident/step-rows.ts'

/** A stage, the questions that are answered, or the steps that do not apply. */
export type Fold = Stage | 'answered' | 'outside'

export type StepFolds = {
  rows: readonly StepsRow[] // that stand in the list
  stages: readonly StageFold[]
  answered: readonly Question[]
  outside: readonly BoardStep[]
}

/** @param tight whether the list has room only for what is open */
export function stepFolds(view: StepsView, tight: boolean): StepFolds {
  const rows = listedRows(view, tight)
  const listed = new Set(rows.map(({ key }) => key))
  return {
    rows,
    stages: stageFolds(view, rows),
    answered: questionsIn(view).filter(({ key }) => !listed.has(key)),
    outside: view.outside,
  }
}

const foldOf = ({ stages, outside }: StepFolds, stepId: string): Fold | null =>
  stages.find(({ done, waiting }) => [...done, ...waiting].some(({ id }) => id === stepId))
    ?.stage ?? (outside.some(({ id }) => id === stepId) ? 'outside' : null)

/** `set` with `fold` in it, or without it if it was there. */
function turnedIn(set: ReadonlySet<Fold>, fold: Fold): ReadonlySet<Fold> {
  const left = new Set(set)
  if (!left.delete(fold)) left.add(fold)
  return left
}

/**
 * Which folds are unfolded: none, every stage while nothing is open, and once the response is over
 * each stage with a step whose reason closing waits for; but those that somebody turned, and that
 * of a step which is chosen.
 */
export function useUnfolded(
  folds: () => StepFolds,
  chosenId: () => string | null,
  isResponseOver: () => boolean,
): { unfolded: ComputedRef<ReadonlySet<Fold>>; turn: (fold: Fold) => void } {
  const turned = ref<ReadonlySet<Fold>>(new Set())
  const unfolded = computed(() => {
    const { rows, stages } = folds()
    const lacksReason = ({ done }: StageFold): boolean =>
      isResponseOver() && done.some(({ needsReason }) => needsReason)
    const isAnyOpen = rows.some(isOpenRow)
    const atFirst: ReadonlySet<Fold> = new Set(
      stages.filter((fold) => !isAnyOpen || lacksReason(fold)).map(({ stage }) => stage),
    )
    return [...turned.value].reduce(turnedIn, atFirst)
  })
  function turn(fold: Fold): void {
    turned.value = turnedIn(turned.value, fold)
  }
  watch(
    chosenId,
    (id) => {
      const fold = id === null ? null : foldOf(folds(), id)
      if (fold && !unfolded.value.has(fold)) turn(fold)
    },
    { immediate: true },
  )
  return { unfolded, turn }
}
