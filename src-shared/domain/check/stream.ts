/**
 * The streams of checks, one for each run of a checklist: begun, answered, ticked at its points,
 * signed, withdrawn, and the incidents that came of it.
 */
import { unreachable, type Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import type { StoredFile } from '../incident/record/files.ts'
import type { Guarded, Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { isCheck, type Check, type CheckTurn, type CheckValue, type ItemAt } from './check.ts'

/** `startedAt` (UTC ms): it began then, and is told only now. */
export type CheckStarted = {
  type: 'CheckStarted'
  checklistId: string
  checklistVersion: number
  due: number | null
  occasionId: string | null
  place: Guarded | null
  startedAt?: number
}
/** `doneAt` here and below (UTC ms): it was so then, and is told only now. */
export type ItemAnswered = {
  type: 'ItemAnswered'
  value: CheckValue
  ok: boolean
  words: Sealed | null
  remedied: boolean
  doneAt?: number
} & ItemAt
export type PointTicked = {
  type: 'PointTicked'
  pointId: string
  scanned: boolean
  doneAt?: number
}
export type CheckSigned = {
  type: 'CheckSigned'
  person: Sealed
  words: Sealed | null
  doneAt?: number
}
export type CheckWithdrawn = { type: 'CheckWithdrawn'; reason: Sealed }
/** The last of what was answered, ticked, signed or withdrawn was taken back within ten seconds. */
export type CheckTurnUndone = { type: 'CheckTurnUndone' }
/** What failed is an incident now. */
export type FailureReported = { type: 'FailureReported'; incidentId: string } & ItemAt
/** Called as that of an incident is: whoever looks after files listens for this type alone. */
export type CheckFileAttached = {
  type: 'FileAttached'
  attachmentId: string
  file: StoredFile
  name: Sealed
} & ItemAt
export type CheckEvent =
  | CheckStarted
  | ItemAnswered
  | PointTicked
  | CheckSigned
  | CheckWithdrawn
  | CheckTurnUndone
  | FailureReported
  | CheckFileAttached

/** Null before it was begun; `id`: of the stream. */
export type CheckStreamState = { id: string; check: Check | null }

function started(id: string, event: Recorded<CheckStarted>): Check {
  const { at, by, checklistId, checklistVersion, due, occasionId, place, startedAt = at } = event
  return {
    ...{ id, version: 1, checklistId, checklistVersion, due, occasionId, place },
    ...{ startedAt, at, by, turns: [], reports: [], files: [] },
  }
}

function turnOf(
  event: Recorded<ItemAnswered | PointTicked | CheckSigned | CheckWithdrawn>,
): CheckTurn {
  const { at, by } = event
  switch (event.type) {
    case 'ItemAnswered': {
      const { itemId, pointId, value, ok, words, remedied, doneAt = at } = event
      return { at, by, to: 'answered', itemId, pointId, value, ok, words, remedied, doneAt }
    }
    case 'PointTicked': {
      const { pointId, scanned, doneAt = at } = event
      return { at, by, to: 'ticked', pointId, scanned, doneAt }
    }
    case 'CheckSigned': {
      const { person, words, doneAt = at } = event
      return { at, by, to: 'signed', person, words, doneAt }
    }
    case 'CheckWithdrawn':
      return { at, by, to: 'withdrawn', reason: event.reason }
  }
}

function changed(check: Check, event: Recorded<CheckEvent>): Check {
  const { at, by } = event
  switch (event.type) {
    case 'CheckStarted':
      return check // it begins once
    case 'ItemAnswered':
    case 'PointTicked':
    case 'CheckSigned':
    case 'CheckWithdrawn':
      return { ...check, turns: [...check.turns, turnOf(event)] }
    case 'CheckTurnUndone':
      return { ...check, turns: check.turns.slice(0, -1) }
    case 'FailureReported': {
      const { itemId, pointId, incidentId } = event
      return { ...check, reports: [...check.reports, { itemId, pointId, incidentId, at, by }] }
    }
    case 'FileAttached': {
      const { attachmentId: id, itemId, pointId, file, name } = event
      return { ...check, files: [...check.files, { id, itemId, pointId, file, name, at, by }] }
    }
    default:
      return unreachable(event)
  }
}

export const checkStream = defineStream<CheckStreamState, CheckEvent, { check: Check }>({
  name: 'check.',
  initial: (id) => ({ id, check: null }),
  evolve({ id, check }, event) {
    if (!check) return { id, check: event.type === 'CheckStarted' ? started(id, event) : null }
    return { id, check: { ...changed(check, event), version: check.version + 1 } }
  },
  documents: {
    check: {
      of: ({ check }) => check,
      name: localized('检查记录', 'checks'),
      hasForm: (body, id) => isCheck(body) && (body as Check).id === id,
    },
  },
  version: ({ check }) => check?.version ?? 0,
})
