/**
 * The draft on this desk: opened, changed, checked, and saved by itself. It shows nothing as saved
 * before the station says so.
 */
import {
  computed,
  onScopeDispose,
  ref,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue'
import { useBoard } from '#renderer/stores/board.ts'
import type { PlanDraft } from '#shared/contract/plans.ts'
import { useAutosave } from './use-autosave.ts'
import { useCheck, type AskCheck, type Check, type Findings } from './use-check.ts'
import { useHistory, type History } from './use-history.ts'
import {
  rewritten,
  useStoredDraft,
  type DraftForm,
  type DraftLine,
  type StoredDraft,
} from './use-stored-draft.ts'

export type DraftDesk<Draft, Text, Checked> = Pick<
  StoredDraft<Draft, Text>,
  'saved' | 'basedOn' | 'inForce' | 'refusal' | 'stale' | 'saving'
> & {
  draft: Ref<Draft>
  phase: Ref<'loading' | 'failed' | 'ready'>
  /** Places of the opened text that the form cannot show. */
  lost: ShallowRef<readonly string[]>
  dirty: ComputedRef<boolean>
  check: Check<Checked>
  history: History
  open: () => Promise<void>
  /**
   * True once what is on the screen is what the station has. `anyway`: also where nothing was
   * changed, so that there is a draft.
   */
  save: (anyway?: boolean) => Promise<boolean>
  /** Saves over what somebody else has saved in the meantime: a person has decided so. */
  saveOver: () => Promise<boolean>
  discard: () => Promise<boolean>
  /** While somebody decides whether to save, nothing is saved by itself. */
  pause: (on: boolean) => void
  undo: () => void
  redo: () => void
  /** One act of taking out, adding or moving: it can be undone by itself. */
  act: (what: () => void) => void
}

/** What edits a draft of one kind: its requests, its form and its check. */
export type DraftKind<Draft, Text, Checked> = {
  line: DraftLine<Text>
  form: DraftForm<Draft>
  check: AskCheck<Checked>
}

export function useDraft<Draft, Text, Checked extends Findings>({
  line,
  form,
  check: ask,
}: DraftKind<Draft, Text, Checked>): DraftDesk<Draft, Text, Checked> {
  const board = useBoard()
  const draft = ref(structuredClone(form.empty)) as Ref<Draft>
  const phase = ref<'loading' | 'failed' | 'ready'>('loading')
  const lost = shallowRef<readonly string[]>([])
  const text = shallowRef('') // of the draft on the screen
  const stored = useStoredDraft(line, form)
  const { saved, basedOn, inForce, refusal, stale, saving } = stored
  const history = useHistory()
  const written = (): PlanDraft => form.write(draft.value)
  const check = useCheck(() => ask(written()))
  const dirty = computed(() => phase.value === 'ready' && text.value !== stored.text.value)
  const autosave = useAutosave(save, () => dirty.value)
  let sending: Promise<boolean> | null = null

  /** `instead`: of what is on the screen, which undoing brings back. */
  function show(raw: unknown, instead: boolean): void {
    const opened = form.open(raw)
    draft.value = opened.draft
    lost.value = opened.lost
    text.value = JSON.stringify(form.write(opened.draft))
    stored.text.value = text.value
    if (instead) history.put(text.value)
    else history.begin(text.value)
    phase.value = 'ready'
    check.again()
  }

  async function open(): Promise<void> {
    const instead = stale.value !== null // what was typed is kept nowhere else
    const opened = await stored.read()
    if (opened) show(opened.raw, instead)
    else if (phase.value === 'loading') phase.value = 'failed'
  }

  async function send(): Promise<boolean> {
    autosave.cancel()
    const isSaved = await stored.save(draft.value)
    if (isSaved && dirty.value) autosave.begin()
    return !dirty.value
  }

  async function save(anyway = false): Promise<boolean> {
    if (stale.value) return false
    while (sending) await sending
    if (!dirty.value && !anyway) return true
    sending = send()
    try {
      return await sending
    } finally {
      sending = null
    }
  }

  async function saveOver(): Promise<boolean> {
    const taken = await stored.takeOver()
    if (!taken) return false
    if (taken.theirs !== null) {
      // their text stays one step back
      history.put(rewritten(form, taken.theirs))
      history.put(text.value)
    }
    return save()
  }

  async function discard(): Promise<boolean> {
    if (!(await stored.discard())) return false
    autosave.cancel()
    stored.text.value = text.value
    if (inForce.value) await open()
    return true
  }

  watch(
    draft,
    () => {
      if (phase.value !== 'ready') return
      const now = JSON.stringify(written())
      if (now === text.value) return
      text.value = now
      history.changed(now)
      check.again()
      autosave.begin()
    },
    { deep: true },
  )

  watch(
    () => board.live,
    (live) => {
      // no recovery waits for a click
      if (!live) return
      if (phase.value !== 'ready') void open()
      else if (dirty.value && !autosave.isPaused()) void save()
    },
    { immediate: true },
  )

  const back = (was: string | null): void => {
    if (was !== null) draft.value = form.open(JSON.parse(was)).draft
  }
  const warn = (event: BeforeUnloadEvent): void => {
    if (dirty.value) event.preventDefault()
  }
  // the desktop's window hides instead of closing, and would never end here
  if (!window.station) addEventListener('beforeunload', warn)
  onScopeDispose(() => removeEventListener('beforeunload', warn))

  return {
    draft,
    phase,
    refusal,
    stale,
    lost,
    inForce,
    saved,
    basedOn,
    dirty,
    saving,
    check,
    history,
    open,
    save,
    saveOver,
    discard,
    pause: autosave.pause,
    undo: () => back(history.undo()),
    redo: () => back(history.redo()),
    act(what) {
      history.settle()
      what()
    },
  }
}
