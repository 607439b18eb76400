/**
 * Gives a form a way back: what is typed and not saved outlives Esc, a change of page, a reload and
 * another incident in front, and is offered again when the form comes back.
 */
import {
  computed,
  inject,
  onScopeDispose,
  provide,
  ref,
  watch,
  type InjectionKey,
  type Ref,
} from 'vue'
import { useBoard } from '../../stores/board.ts'
import { dropDraft, readDraft, writeDraft, type DraftFields } from './form-drafts.ts'

export type FormDraft = {
  /** What the note beside the form says: nothing, that words came back, that they were cleared. */
  state: Ref<'none' | 'restored' | 'cleared'>
  /** Empties the form as it was before it was typed in; `bringBack` is the way back. */
  clear: () => void
  bringBack: () => void
  /** What stands in the form is recorded: there is no draft of it any more. */
  saved: () => void
  /** Somebody else sends it: it counts as saved if the form goes without a refusal. */
  sent: () => void
  /** The form is closed with its words unsaved. */
  left: () => void
}

export type DraftOptions = {
  /** What the form is about; drafts of different subjects never meet. Null: nothing is kept. */
  subject: () => string | null
  /** What the form shows before anybody types; null: not read yet. By default as it is now. */
  base?: () => DraftFields | null
  /** Of what was `sent`. */
  refused?: () => boolean
}

const DRAFT: InjectionKey<FormDraft> = Symbol('draft')
/** The draft of the dialog around. */
export const useDialogDraft = (): FormDraft | null => inject(DRAFT, null)

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** `form`: its fields, reactive; what is not among them is not kept. Values are plain JSON. */
export function useFormDraft(form: DraftFields, options: DraftOptions): FormDraft {
  const { subject, base = null, refused } = options
  const board = useBoard()
  const state: FormDraft['state'] = ref('none')
  const baseline = ref<DraftFields | null>(base ? null : copy(form))
  const owner = computed(() => ({ seat: board.session, person: board.person }))
  const changed = computed(() => {
    const before = baseline.value
    return Object.fromEntries(
      Object.entries(form).filter(([name, value]) => before && !alike(value, before[name])),
    )
  })
  let about = subject()
  let opened = false // before the draft was read, nothing is written over it
  let cleared: DraftFields = {}
  let isSent = false

  const isTyped = (): boolean => Object.keys(changed.value).length > 0
  const toBaseline = (): void => void Object.assign(form, copy(baseline.value ?? {}))
  function keep(): void {
    if (!opened || about === null) return
    if (isTyped()) writeDraft(about, owner.value, board.now(), changed.value)
    else dropDraft(about)
  }
  /** What was typed in the meantime stays. */
  function restore(): void {
    if (about === null || baseline.value === null) return
    const typed = readDraft(about, owner.value, board.now()) ?? {}
    const names = Object.keys(typed).filter(
      (name) => name in form && !(name in changed.value) && !alike(typed[name], form[name]),
    )
    opened = true
    if (names.length === 0) return
    for (const name of names) form[name] = typed[name]
    state.value = 'restored'
  }

  if (base)
    watch(
      () => JSON.stringify(base()),
      (now) => {
        baseline.value = JSON.parse(now) as DraftFields | null
      },
      { immediate: true, flush: 'sync' },
    )
  watch(() => JSON.stringify(changed.value), keep, { flush: 'sync' })
  watch(
    subject,
    (now) => {
      opened = false
      about = now
      toBaseline()
      state.value = 'none'
      restore()
    },
    { flush: 'sync' },
  )
  watch([() => JSON.stringify(owner.value), () => baseline.value !== null], restore, {
    immediate: true,
    flush: 'post', // after the form itself has taken over what was read
  })
  onScopeDispose(() => {
    if (isSent && about !== null && !refused?.()) dropDraft(about)
  })

  const draft: FormDraft = {
    state,
    clear() {
      cleared = copy(changed.value)
      toBaseline()
      state.value = 'cleared'
    },
    bringBack() {
      Object.assign(form, copy(cleared))
      state.value = 'restored'
    },
    saved() {
      baseline.value = copy(form)
      state.value = 'none'
      if (about !== null) dropDraft(about)
    },
    sent() {
      isSent = true
    },
    left() {
      isSent = false
      if (isTyped()) state.value = 'restored'
    },
  }
  provide(DRAFT, draft)
  return draft
}
