/**
 * Says how far a record goes, as witnesses outside of it remember: its own file, and every screen.
 */

/** `hash` binds the event at `position` and all before it, in hex. */
export type RecordPoint = { position: number; hash: string }
/** `record`: the hash of the first event, by which one record is told from another. */
export type RecordHead = RecordPoint & { record: string }

/** What the record itself tells of a step back: it was restored, or found shorter (UTC ms). */
export type SetBack = RecordPoint & { why: 'restored' | 'shortened'; at: number }

/**
 * What a screen remembers of one record: the furthest head, and when it first saw that (UTC ms).
 * `missed`: when it found it gone, and how far the record went then; null: it is there.
 */
export type SeenHead = RecordHead & { at: number; missed: { at: number; left: number } | null }

/** Whether a step back is why what a screen has seen is gone: made later, and to before it. */
export const explains = (setBack: SetBack, seen: SeenHead): boolean =>
  setBack.at >= seen.at && setBack.position < seen.position

/** How many events are gone for certain; null where others stand in their place. */
export const missingBetween = (witnessed: RecordPoint, left: RecordPoint): number | null =>
  witnessed.position > left.position ? witnessed.position - left.position : null
