/** What each key does with the sentence that is chosen; afterwards the next open one is. */
import { nextTick, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { PaperSentenceRead } from '#shared/contract/papers.ts'
import type { SentenceRole } from '#shared/domain/plan-paper/use-sentence.ts'
import type { ActionId } from '#renderer/console/base/actions.ts'
import { openFrom } from './sentence-view.ts'
import type { useSentenceActs } from './use-sentence-acts.ts'

const ROLES: Partial<Record<ActionId, SentenceRole>> = {
  asStep: 'step',
  asStepBefore: 'step-before',
  asProhibition: 'prohibition',
  asReadiness: 'readiness',
  asDefinition: 'definition',
}
const IN_DOCUMENT: readonly SentenceRole[] = ['readiness', 'definition']

type SentenceDesk = {
  sentences: ComputedRef<readonly PaperSentenceRead[]>
  selected: Ref<string | null>
  planId: ComputedRef<string | null>
  acts: ReturnType<typeof useSentenceActs>
  look: () => void // at where it is used
}

export function useSentenceKeys({ sentences, selected, planId, acts, look }: SentenceDesk): {
  perform: (action: ActionId) => Promise<void>
  /** The sentence that is set aside as soon as somebody has said why. */
  reasonFor: ShallowRef<PaperSentenceRead | null>
} {
  const reasonFor = shallowRef<PaperSentenceRead | null>(null)
  /**
   * A sentence that becomes a step stands behind the step that the last sentence before it in the
   * paper is used in.
   */
  function stepBefore(id: string, plan: string): string | null {
    const at = sentences.value.findIndex((sentence) => sentence.id === id)
    const uses = sentences.value
      .slice(0, Math.max(at, 0))
      .flatMap((sentence) => sentence.uses)
      .filter((use) => use.planId === plan && use.path.startsWith('steps.'))
    return uses.at(-1)?.path.slice('steps.'.length) ?? null
  }
  function goOn(step: 1 | -1): void {
    selected.value = openFrom(sentences.value, selected.value, step) ?? selected.value
  }

  async function perform(action: ActionId): Promise<void> {
    if (action === 'openNext') return goOn(1)
    if (action === 'openBefore') return goOn(-1)
    if (action === 'shownUses') {
      await nextTick() // the other side shows the sentence that was just chosen
      return look()
    }
    if (action === 'undoSentence') {
      const undone = await acts.undo()
      if (undone !== null) selected.value = undone
      return
    }
    const sentence = sentences.value.find(({ id }) => id === selected.value)
    if (!sentence || sentence.heading || acts.command.off.value) return
    if (action === 'sentenceAsideWhy') {
      reasonFor.value = sentence
      return
    }
    if (action === 'sentenceAside') {
      if (sentence.state === 'aside') await acts.takeBack(sentence)
      else if (await acts.setAside(sentence, null)) goOn(1)
      return
    }
    const role = ROLES[action]
    if (role === undefined) return
    const plan = IN_DOCUMENT.includes(role) ? null : planId.value
    if (plan === null && !IN_DOCUMENT.includes(role)) return
    const stepId = plan === null ? null : stepBefore(sentence.id, plan)
    if (await acts.use(sentence, role, plan, stepId)) goOn(1)
  }
  return { perform, reasonFor }
}
