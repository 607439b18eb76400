/**
 * A draft as the station has it: read, saved and discarded. It never writes over what somebody
 * else has saved in the meantime: that is stale until a person takes it over.
 */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import type { PlanDraft, SavedDraft } from '#shared/contract/plans.ts'
import { useBoard } from '#renderer/stores/board.ts'

export type Saved = { at: number; by: string } // UTC ms
type Reply<T> = { ok: true; reply: T } | Refused

/** How the drafts of one kind are asked for: of a plan, of a document. */
export type DraftLine<Text> = {
  /** The draft that the station keeps, null if it keeps none. */
  readDraft: () => Promise<Reply<SavedDraft | null>>
  /** The text in force and what names it; null: there is none. */
  inForce: () => Promise<{ text: Text; revision: string } | null>
  /** The file of the text in force, for where there is no draft. */
  source: () => Promise<Reply<{ draft: PlanDraft }>>
  save: (draft: PlanDraft, basedOn: string | null) => Promise<Reply<{ basedOn: string }>>
  discard: (basedOn: string | null) => Promise<Reply<object>>
}

/** What the form edits, made of a draft and written as one again. */
export type DraftForm<Draft> = {
  empty: Draft
  /** `lost`: the places of what the form cannot show. */
  open: (raw: unknown) => { draft: Draft; lost: readonly string[] }
  write: (draft: Draft) => PlanDraft
}

export type StoredDraft<Draft, Text> = {
  /** What the station has, written as JSON; empty where that is nothing of this screen's. */
  text: ShallowRef<string>
  /** Of the draft that the station keeps; null if it keeps none. */
  saved: ShallowRef<Saved | null>
  basedOn: ShallowRef<string | null>
  /** The text in force, null of what is new. */
  inForce: ShallowRef<Text | null>
  /** Why it could not be read, saved or discarded. */
  refusal: ShallowRef<Refused | null>
  /** Somebody else has changed it in the meantime: nothing is saved until a person has decided. */
  stale: ShallowRef<Refused | null>
  saving: Ref<boolean>
  /** The draft, else the text in force; null where it is refused. */
  read: () => Promise<{ raw: unknown } | null>
  /** False where it is refused, and where it got no answer. */
  save: (draft: Draft) => Promise<boolean>
  /** What others have saved is taken as read. Null where it is refused; `theirs`: their draft. */
  takeOver: () => Promise<{ theirs: unknown } | null>
  discard: () => Promise<boolean>
}

/** A draft of unknown origin, written as the screen writes its own. */
export const rewritten = <Draft>({ open, write }: DraftForm<Draft>, raw: unknown): string =>
  JSON.stringify(write(open(raw).draft))

export function useStoredDraft<Draft, Text>(
  line: DraftLine<Text>,
  form: DraftForm<Draft>,
): StoredDraft<Draft, Text> {
  const board = useBoard()
  const text = shallowRef('')
  const saved = shallowRef<Saved | null>(null)
  const basedOn = shallowRef<string | null>(null)
  const inForce = shallowRef<Text | null>(null) as ShallowRef<Text | null>
  const refusal = shallowRef<Refused | null>(null)
  const stale = shallowRef<Refused | null>(null)
  const saving = ref(false)

  async function read(): Promise<{ raw: unknown } | null> {
    refusal.value = null
    stale.value = null
    const [draftRead, current] = await Promise.all([line.readDraft(), line.inForce()])
    if (current) inForce.value = current.text
    const source = draftRead.ok && draftRead.reply === null ? await line.source() : null
    const failed = !draftRead.ok ? draftRead : source && !source.ok ? source : null
    if (failed) {
      refusal.value = failed
      return null
    }
    const draft = draftRead.ok ? draftRead.reply : null
    saved.value = draft && { at: draft.savedAt, by: draft.by }
    basedOn.value = draft?.basedOn ?? current?.revision ?? null
    return { raw: draft?.draft ?? (source?.ok ? source.reply.draft : {}) }
  }

  /**
   * What was sent got no answer and was saved all the same: then it is nobody else's work that
   * stands there.
   */
  async function isOurs(sent: string): Promise<boolean> {
    const there = await line.readDraft()
    if (!there.ok || there.reply === null || rewritten(form, there.reply.draft) !== sent)
      return false
    basedOn.value = there.reply.basedOn
    saved.value = { at: there.reply.savedAt, by: there.reply.by }
    text.value = sent
    return true
  }

  async function save(draft: Draft): Promise<boolean> {
    const written = form.write(draft)
    const sent = JSON.stringify(written)
    saving.value = true
    const answer = await line.save(written, basedOn.value)
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
    const there = await line.readDraft()
    const current = there.ok && there.reply === null ? await line.inForce() : null
    if (!there.ok) {
      refusal.value = there
      return null
    }
    basedOn.value = there.reply?.basedOn ?? current?.revision ?? null
    stale.value = null
    text.value = ''
    return { theirs: there.reply?.draft ?? null }
  }

  async function discard(): Promise<boolean> {
    const answer = saved.value ? await line.discard(basedOn.value) : null
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
