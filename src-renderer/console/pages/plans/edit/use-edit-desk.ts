/** Puts the desk of the editor together, and hands it to the parts of the page. */
import { computed, nextTick, provide, reactive, ref, watch, type Ref } from 'vue'
import { EDIT_DESK, type EditDesk } from './edit-desk.ts'
import { usePlanOptions } from './plan-options.ts'
import { nodeOf, pathOf, type Node } from './draft/draft-path.ts'
import { isFresh } from './draft/new-parts.ts'
import { ENGLISH, hasEnglish } from './fields/english.ts'
import { isUnwritten, keyOf, under } from './find/findings-by-place.ts'
import { focusField } from './find/focus-field.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { FRAME_DESK } from './frame-desk.ts'
import { PLAN_FORM, planLine } from './plan-line.ts'
import { useDraft } from './use-draft.ts'
import { useLines } from './use-lines.ts'
import { useOffers } from './use-offers.ts'
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
  const isEnglishWanted = ref(false)
  const english = computed({
    get: () => isEnglishWanted.value || hasEnglish(draft.draft.value),
    set: (isShown) => {
      isEnglishWanted.value = isShown
    },
  })
  watch(
    draft.phase,
    (phase) => {
      // a new plan begins with the line of its first step
      if (phase === 'ready' && isFresh(draft.draft.value) && !draft.inForce.value)
        node.value = { kind: 'step', at: 0 }
    },
    { flush: 'sync' },
  )

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

  const lines = useLines(draft.draft, node, parts)
  const desk: EditDesk = {
    ...draft,
    planId,
    ...lines,
    ...useOffers(draft, node, options),
    options,
    parts,
    node,
    english,
    leftWords: reactive(new Map<string, string>()),
    path,
    show: (next) => {
      node.value = next
    },
    undo() {
      draft.undo()
      parts.gone.value = null // what was taken out may be back
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
  provide(ENGLISH, english)
  return desk
}
