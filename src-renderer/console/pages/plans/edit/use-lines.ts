/** The outline as a list that is written: where the cursor is, and what comes behind it. */
import { nextTick, ref, type Ref } from 'vue'
import type { EditedPlan } from './draft/draft-types.ts'
import type { Node } from './draft/draft-path.ts'
import { isEmpty } from './draft/new-parts.ts'

export type Lines = {
  /** The outline, where it is drawn. */
  outline: Ref<HTMLElement | undefined>
  /** Puts the cursor into the line of the shown part. */
  toLine: () => Promise<void>
  /** Adds a line behind the shown part, and puts the cursor into it; none behind an empty one. */
  nextLine: () => void
}

export function useLines(
  draft: Ref<EditedPlan>,
  node: Ref<Node>,
  parts: { addFact: () => void; addStep: () => void },
): Lines {
  const outline = ref<HTMLElement>()

  async function toLine(): Promise<void> {
    await nextTick()
    const line = outline.value?.querySelector<HTMLElement>(
      '[aria-current] textarea, button[aria-current]',
    )
    line?.focus()
    if (line instanceof HTMLTextAreaElement)
      line.setSelectionRange(line.value.length, line.value.length)
  }
  function nextLine(): void {
    const { steps, facts } = draft.value
    const { value: now } = node
    if (now.kind === 'fact') {
      if (!isEmpty(Object.values(facts)[now.at]?.question)) parts.addFact()
    } else if (now.kind !== 'step' || !isEmpty(steps[now.at]?.title)) parts.addStep()
    void toLine()
  }

  return { outline, toLine, nextLine }
}
