/** Puts the desk of the editor together, and hands it to the parts of the page. */
import { computed, nextTick, provide, ref, watch, type Ref } from 'vue'
import { EDIT_DESK, type EditDesk } from './edit-desk.ts'
import { usePlanOptions } from './plan-options.ts'
import { nodeOf, pathOf, type Node } from './draft/draft-path.ts'
import { keyOf, under } from './find/findings-by-place.ts'
import { focusField } from './find/focus-field.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { FRAME_DESK } from './frame-desk.ts'
import { isUnwritten } from './find/findings-by-place.ts'
import { PLAN_FORM, planLine } from './plan-line.ts'
import { useDraft } from './use-draft.ts'
import { useParts } from './use-parts.ts'

/** @param form where the fields are. @param write brings the form into sight. */
export function provideEditDesk(
  planId: string,
  form: Ref<HTMLElement | undefined>,
  write: () => void,
): EditDesk {
  const board = useBoard()
  const draft = useDraft({
    line: planLine(planId, board),
    form: PLAN_FORM,
    check: (written) => board.request('plans/check', { draft: written }),
  })
  const options = usePlanOptions(draft.draft)
  const node = ref<Node>({ kind: 'plan' })
  const parts = useParts(draft, node)
  const path = computed(() => pathOf(draft.draft.value, node.value))

  watch(
    [() => draft.draft.value.steps.length, () => Object.keys(draft.draft.value.facts).length],
    ([steps, facts]) => {
      // after an undo the shown part may be gone
      const now = node.value
      if ((now.kind === 'step' && now.at >= steps) || (now.kind === 'fact' && now.at >= facts))
        node.value = { kind: 'plan' }
    },
  )
  watch(
    node,
    async (now, before) => {
      if (keyOf(now) === keyOf(before)) return
      await nextTick()
      form.value?.scrollTo({ top: 0 })
    },
    { flush: 'post' },
  )

  async function jump(at: string): Promise<void> {
    write()
    node.value = nodeOf(draft.draft.value, at)
    await nextTick()
    await nextTick() // the view, then its form
    if (form.value && !focusField(form.value, at))
      form.value
        .querySelector<HTMLElement>(':is(textarea, input, select, button):not(:disabled)')
        ?.focus()
  }

  const desk: EditDesk = {
    ...draft,
    planId,
    options,
    parts,
    node,
    path,
    show: (next) => {
      node.value = next
    },
    jump: (at) => void jump(at),
    foundAt: (at, deep = false) =>
      draft.check.findings.value.filter((finding) => under(finding.path, at, deep)),
  }
  provide(EDIT_DESK, desk)
  provide(FRAME_DESK, {
    ...desk,
    isUnwritten: (finding) => isUnwritten(draft.draft.value, finding),
  })
  return desk
}
