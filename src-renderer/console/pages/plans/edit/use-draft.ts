/**
 * The draft on this desk: opened, changed, checked, and saved by itself. It shows nothing as saved
 * before the station says so, and never writes over what somebody else has saved in the meantime:
 * that is asked.
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
import type { Refused } from '#shared/contract/contract.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { openDraft, writeDraft } from './draft/open-draft.ts'
import type { EditedPlan } from './draft/draft-types.ts'
import { debounced } from './debounced.ts'
import { useCheck, type Check } from './use-check.ts'
import { useHistory, type History } from './use-history.ts'

export const SAVE_AFTER_MS = 1_500

export type Saved = { at: number; by: string } // UTC ms

export type DraftDesk = {
  planId: string
  draft: Ref<EditedPlan>
  phase: Ref<'loading' | 'failed' | 'ready'>
  /** Why it could not be opened, or saved. */
  refusal: ShallowRef<Refused | null>
  /** Somebody else has changed it in the meantime: nothing is saved until a person has decided. */
  stale: ShallowRef<Refused | null>
  /** Places of the opened text that the form cannot show. */
  lost: ShallowRef<readonly string[]>
  /** The text in force, null of a new plan. */
  inForce: ShallowRef<Plan | null>
  /** Of the draft that the station keeps; null if it keeps none. */
  saved: ShallowRef<Saved | null>
  basedOn: ShallowRef<string | null>
  dirty: ComputedRef<boolean>
  saving: Ref<boolean>
  check: Check
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

const EMPTY: EditedPlan = {
  id: '',
  document: '',
  title: { zh: '', en: '' },
  types: [],
  facts: {},
  steps: [],
}

export function useDraft(planId: string): DraftDesk {
  const board = useBoard()
  const draft = ref<EditedPlan>(structuredClone(EMPTY))
  const phase = ref<'loading' | 'failed' | 'ready'>('loading')
  const refusal = shallowRef<Refused | null>(null)
  const stale = shallowRef<Refused | null>(null)
  const lost = shallowRef<readonly string[]>([])
  const inForce = shallowRef<Plan | null>(null)
  const saved = shallowRef<Saved | null>(null)
  const basedOn = shallowRef<string | null>(null)
  const saving = ref(false)
  const text = shallowRef('') // of the draft on the screen
  const stored = shallowRef('') // of what the station has
  const history = useHistory()
  const check = useCheck(() => writeDraft(draft.value))
  const dirty = computed(() => phase.value === 'ready' && text.value !== stored.value)
  let sending: Promise<boolean> | null = null

  /** `instead`: of what is on the screen, which undoing brings back. */
  function show(raw: unknown, instead: boolean): void {
    const opened = openDraft(raw)
    draft.value = opened.draft
    lost.value = opened.lost
    text.value = JSON.stringify(writeDraft(opened.draft))
    stored.value = text.value
    if (instead) history.put(text.value)
    else history.begin(text.value)
    phase.value = 'ready'
    check.again()
  }

  async function open(): Promise<void> {
    const instead = stale.value !== null // what was typed is kept nowhere else
    refusal.value = null
    stale.value = null
    const [draftRead, list] = await Promise.all([
      board.request('plans/draft-read', { planId }),
      board.request('plans/list', {}),
    ])
    const planRead =
      list.ok && list.reply.some(({ id }) => id === planId)
        ? await board.request('plans/read', { planId })
        : null // a new plan is asked for by nobody
    if (planRead?.ok) inForce.value = planRead.reply
    const source =
      draftRead.ok && draftRead.reply === null
        ? await board.request('plans/source', { planId })
        : null
    const failed = !draftRead.ok ? draftRead : source && !source.ok ? source : null
    if (failed) {
      refusal.value = failed
      if (phase.value === 'loading') phase.value = 'failed'
      return
    }
    const before = draftRead.ok ? draftRead.reply : null
    saved.value = before && { at: before.savedAt, by: before.by }
    basedOn.value = before?.basedOn ?? inForce.value?.revision ?? null
    show(before?.draft ?? (source?.ok ? source.reply.draft : {}), instead)
  }

  /**
   * What was sent got no answer and was saved all the same: then it is nobody else's work that
   * stands there.
   */
  async function isOurs(sent: string): Promise<boolean> {
    const there = await board.request('plans/draft-read', { planId })
    if (
      !there.ok ||
      there.reply === null ||
      JSON.stringify(writeDraft(openDraft(there.reply.draft).draft)) !== sent
    )
      return false
    basedOn.value = there.reply.basedOn
    saved.value = { at: there.reply.savedAt, by: there.reply.by }
    stored.value = sent
    return true
  }

  async function send(): Promise<boolean> {
    autosave.cancel()
    const written = writeDraft(draft.value)
    const sent = JSON.stringify(written)
    saving.value = true
    const answer = await board.request('plans/draft-save', {
      planId,
      draft: written,
      basedOn: basedOn.value,
    })
    saving.value = false
    if (answer.ok) {
      stored.value = sent
      basedOn.value = answer.reply.basedOn
      saved.value = { at: board.now(), by: board.name }
      refusal.value = null
      if (dirty.value) autosave()
      return !dirty.value
    }
    if (answer.code !== 'draft-stale') refusal.value = answer
    else if (!(await isOurs(sent))) stale.value = answer
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
    const there = await board.request('plans/draft-read', { planId })
    const read =
      there.ok && there.reply === null ? await board.request('plans/read', { planId }) : null
    if (!there.ok) {
      refusal.value = there
      return false
    }
    basedOn.value = there.reply?.basedOn ?? (read?.ok ? read.reply.revision : null)
    stale.value = null
    stored.value = '' // whatever is there is not ours
    if (there.reply) {
      // their text stays one step back
      history.put(JSON.stringify(writeDraft(openDraft(there.reply.draft).draft)))
      history.put(text.value)
    }
    return save()
  }

  async function discard(): Promise<boolean> {
    const answer = saved.value
      ? await board.request('plans/draft-discard', { planId, basedOn: basedOn.value })
      : null
    if (answer && !answer.ok) {
      if (answer.code === 'draft-stale') stale.value = answer
      else refusal.value = answer
      return false
    }
    autosave.cancel()
    saved.value = null
    stored.value = text.value
    if (inForce.value) await open()
    return true
  }

  const rest = debounced(() => void save(), SAVE_AFTER_MS)
  let paused = false
  const autosave = Object.assign(
    () => {
      if (!paused) rest()
    },
    { cancel: rest.cancel },
  )
  function pause(on: boolean): void {
    paused = on
    if (on) rest.cancel()
    else if (dirty.value) rest()
  }

  watch(
    draft,
    () => {
      if (phase.value !== 'ready') return
      const now = JSON.stringify(writeDraft(draft.value))
      if (now === text.value) return
      text.value = now
      history.changed(now)
      check.again()
      autosave()
    },
    { deep: true },
  )

  watch(
    () => board.live,
    (live) => {
      // no recovery waits for a click
      if (!live) return
      if (phase.value !== 'ready') void open()
      else if (dirty.value && !paused) void save()
    },
    { immediate: true },
  )

  const back = (was: string | null): void => {
    if (was !== null) draft.value = openDraft(JSON.parse(was)).draft
  }
  const warn = (event: BeforeUnloadEvent): void => {
    if (dirty.value) event.preventDefault()
  }
  // the desktop's window hides instead of closing, and would never end here
  if (!window.station) addEventListener('beforeunload', warn)
  onScopeDispose(() => removeEventListener('beforeunload', warn))

  return {
    planId,
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
    pause,
    undo: () => back(history.undo()),
    redo: () => back(history.redo()),
    act(what) {
      history.settle()
      what()
    },
  }
}
