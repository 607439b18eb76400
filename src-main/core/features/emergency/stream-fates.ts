/**
 * What becomes of every stream in a damaged night: whether an emergency record takes it along, and
 * how what was written there comes back. A stream that nobody has decided about does not compile.
 */
import { streams } from '#shared/domain/streams.ts'

/**
 * `along`: an emergency record begins with what can be read of it. `back`: own-way: `adopt.ts` has
 * a way of its own for it. taken-in: every event that is not there yet, with its own instant and
 * author. latest: so, too, unless the whole record went on meanwhile: whoever spoke last holds.
 * compared: it stays there, and the result says if people changed it. stays: it stays there.
 */
export type StreamFate = {
  along: boolean
  back: 'own-way' | 'taken-in' | 'latest' | 'compared' | 'stays'
}

/** What is done and found by night is as true by day, whoever needs it in that night. */
const KEPT: StreamFate = { along: false, back: 'taken-in' }
/** The room needs it by night, and what happened to it there happened. */
const NEEDED: StreamFate = { along: true, back: 'taken-in' }
/** A rule or a list of the site: the room goes by it, and it may be changed there. */
const RULED: StreamFate = { along: true, back: 'latest' }
/** Who is there and where: by the morning it is over, so that somebody has to look at it. */
const LOOKED_AT: StreamFate = { along: true, back: 'compared' }
/** How the room is set up: the whole record has its own, which was right before that night. */
const SET_UP: StreamFate = { along: true, back: 'stays' }
/** Of the record, the machine or the office itself, or of practice: nothing of it is missed. */
const LEFT: StreamFate = { along: false, back: 'stays' }

export const STREAM_FATES: Readonly<Record<keyof typeof streams, StreamFate>> = {
  incident: { along: true, back: 'own-way' },
  station: { along: true, back: 'own-way' },
  planSnapshot: { along: true, back: 'own-way' },
  roster: LOOKED_AT,
  duty: LOOKED_AT,
  contacts: LOOKED_AT,
  places: LOOKED_AT,
  site: SET_UP,
  attention: SET_UP,
  archiving: SET_UP,
  sheetTimes: SET_UP,
  floorPlan: SET_UP,
  walls: SET_UP,
  privacy: SET_UP,
  outlets: SET_UP,
  room: SET_UP,
  warnings: SET_UP,
  sitePlan: SET_UP,
  siteDocument: SET_UP,
  handover: NEEDED,
  handoverSheet: KEPT,
  purge: KEPT,
  correctiveAction: KEPT,
  supply: NEEDED,
  stockTaking: KEPT,
  supplyRequest: KEPT,
  drill: KEPT,
  drillScript: KEPT,
  policies: RULED,
  checklist: RULED,
  occasion: RULED,
  check: KEPT,
  risk: KEPT,
  liaison: KEPT,
  trainingCourse: KEPT,
  trainingSession: KEPT,
  signOff: KEPT,
  upkeep: KEPT,
  planAttachments: NEEDED,
  threeMinuteDrill: LEFT,
  planPaper: LEFT,
  operator: LEFT,
  retention: LEFT,
  purges: LEFT,
  monthlyReport: LEFT,
  reportArrangement: LEFT,
  reportSource: LEFT,
  reportCopies: LEFT,
  backupPlace: LEFT,
  handUp: LEFT,
  import: LEFT,
}

/** What becomes of the stream of this name; of a name that nobody knows, nothing. */
export function fateOf(name: string): StreamFate {
  for (const [key, stream] of Object.entries(streams))
    if (stream.idOf(name) !== null) return STREAM_FATES[key as keyof typeof streams]
  return LEFT
}
