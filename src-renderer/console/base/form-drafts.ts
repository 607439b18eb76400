/**
 * Keeps the unsaved words of forms in this tab: each draft with whose it is and what it is about,
 * for the length of a shift.
 */
import { HOUR_MS } from '#shared/domain/units.ts'

/** The seat, and who has signed on there; null: nobody. */
export type DraftOwner = { seat: string; person: string | null }
export type DraftFields = Record<string, unknown>
type TabDraft = DraftOwner & { at: number; fields: DraftFields } // at: UTC ms

/** The longest shift of the source documents. */
export const DRAFT_LIFE_MS = 12 * HOUR_MS
const PREFIX = 'vigil.draft '

const isObject = (value: unknown): value is DraftFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function draftAt(key: string): TabDraft | null {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return isObject(draft) &&
      typeof draft['seat'] === 'string' &&
      (draft['person'] === null || typeof draft['person'] === 'string') &&
      typeof draft['at'] === 'number' &&
      isObject(draft['fields'])
      ? (draft as TabDraft)
      : null
  } catch {
    return null // switched off, or not ours
  }
}

/**
 * What was typed while nobody had signed on goes to whoever sits there; what somebody typed is
 * shown to nobody else.
 */
export const belongsTo = (draft: DraftOwner, { seat, person }: DraftOwner): boolean =>
  seat !== '' && draft.seat === seat && (draft.person === null || draft.person === person)

const isOver = (draft: TabDraft, now: number): boolean => now - draft.at > DRAFT_LIFE_MS

/** The fields that were changed and not saved; null: none that `owner` may see. */
export function readDraft(subject: string, owner: DraftOwner, now: number): DraftFields | null {
  const draft = draftAt(PREFIX + subject)
  return draft && belongsTo(draft, owner) && !isOver(draft, now) ? draft.fields : null
}

/** A signed-out console keeps nothing. */
export function writeDraft(
  subject: string,
  owner: DraftOwner,
  now: number,
  changed: DraftFields,
): void {
  if (owner.seat === '') return
  const draft: TabDraft = { ...owner, at: now, fields: changed }
  try {
    sessionStorage.setItem(PREFIX + subject, JSON.stringify(draft))
  } catch {
    // full or switched off: the words stand in the form all the same
  }
}

export function dropDraft(subject: string): void {
  try {
    sessionStorage.removeItem(PREFIX + subject)
  } catch {
    // switched off: nothing is there
  }
}

/** Takes away what `owner` may not see, and what is older than a shift. */
export function dropOtherDrafts(owner: DraftOwner, now: number): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (!key.startsWith(PREFIX)) continue
      const draft = draftAt(key)
      if (!draft || !belongsTo(draft, owner) || isOver(draft, now)) sessionStorage.removeItem(key)
    }
  } catch {
    // switched off: nothing is there
  }
}
