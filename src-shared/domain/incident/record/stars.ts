/** What is recorded of lines of the record that somebody marks: they are found again by it. */

/** `seq`: of the event that the line tells, in the record as a whole. */
export type LineStarred = { type: 'LineStarred'; seq: number; starred: boolean }
/** The line stands in the record of this incident, of the room too: the handler has looked. */
export type StarLine = { type: 'StarLine'; seq: number; starred: boolean }
