/**
 * The draft of a plan as the station has it: read, saved and discarded. It never writes over what
 * somebody else has saved in the meantime: that is stale until a person takes it over.
 */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { useBoard } from '#renderer/stores/board.ts'
import type { EditedPlan } from './draft/draft-types.ts'
import { openDraft, writeDraft } from './draft/open-draft.ts'

export type Saved = { at: number; by: string } // UTC ms

export type StoredDraft = {
  /** What the station has, written as JSON; empty where that is nothing of this screen's. */
  text: ShallowRef<string>
  /** Of the draft that the station keeps; null if it keeps none. */
  saved: ShallowRef<Saved | null>
  basedOn: ShallowRef<string | null>
  /** The text in force, null of a new plan. */
  inForce: ShallowRef<Plan | null>
  /** Why it could not be read, saved or discarded. */
  refusal: ShallowRef<Refused | null>
  /** Somebody else has changed it in the meantime: nothing is saved until a person has decided. */
  stale: ShallowRef<Refused | null>
  saving: Ref<boolean>
  /** The draft, else the text in force; null where it is refused. */
  read: () => Promise<{ raw: unknown } | null>
  /** False where it is refused, and where it got no answer. */
  save: (draft: EditedPlan) => Promise<boolean>
  /** The next `save` writes over what is there. Null where it is refused; `theirs`: their draft. */
  takeOver: () => Promise<{ theirs: unknown } | null>
  discard: () => Promise<boolean>
}

/** A draft of unknown origin, written as the screen writes its own. */
export const rewritten = (raw: unknown): string => JSON.stringify(writeDraft(openDraft(raw).draft))

export function useStoredDraft(planId: string): StoredDraft {
  const board = useBoard()
  const text = shallowRef('')
  const saved = shallowRef<Saved | null>(null)
  const basedOn = shallowRef<string | null>(null)
  const inForce = shallowRef<Plan | null>(null)
  const refusal = shallowRef<Refused | null>(null)
  const stale = shallowRef<Refused | null>(null)
  const saving = ref(false)

  async function read(): Promise<{ raw: unknown } | null> {
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
      return null
    }
    const draft = draftRead.ok ? draftRead.reply : null
    saved.value = draft && { at: draft.savedAt, by: draft.by }
    basedOn.value = draft?.basedOn ?? inForce.value?.revision ?? null
    return { raw: draft?.draft ?? (source?.ok ? source.reply.draft : {}) }
  }

  /**
   * What was sent got no answer and was saved all the same: then it is nobody else's work that
   * stands there.
   */
  async function isOurs(sent: string): Promise<boolean> {
    const there = await board.request('plans/draft-read', { planId })
    if (!there.ok || there.reply === null || rewritten(there.reply.draft) !== sent) return false
    basedOn.value = there.reply.basedOn
    saved.value = { at: there.reply.savedAt, by: there.reply.by }
    text.value = sent
    return true
  }

  async function save(draft: EditedPlan): Promise<boolean> {
    const written = writeDraft(draft)
    const sent = JSON.stringify(written)
    saving.value = true
    const answer = await board.request('plans/draft-save', {
      planId,
      draft: written,
      basedOn: basedOn.value,
    })
    saving.value = false
    if (answer.ok) {
      text.value = sent
      basedOn.value = answer.reply.basedOn
      saved.value = { at: board.now(), by: board.name }
      refusal.value = null
    } else if (answer.code !== 'draft-stale') refusal.value = answer
    else if (!(await isOurs(sent))) stale.value = answer
    return answer.ok
  }

  async function takeOver(): Promise<{ theirs: unknown } | null> {
    const there = await board.request('plans/draft-read', { planId })
    const planRead =
      there.ok && there.reply === null ? await board.request('plans/read', { planId }) : null
    if (!there.ok) {
      refusal.value = there
      return null
    }
    basedOn.value = there.reply?.basedOn ?? (planRead?.ok ? planRead.reply.revision : null)
    stale.value = null
    text.value = ''
    return { theirs: there.reply?.draft ?? null }
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
    saved.value = null
    return true
  }

  return { text, saved, basedOn, inForce, refusal, stale, saving, read, save, takeOver, discard }
}
