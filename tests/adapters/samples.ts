/**
 * Entries as the station would hand them to a journal, with only what a test cares about to be
 * said.
 */
import { createHash } from 'node:crypto'
import type { JournalEntry, IncidentRow, NewEvent, Seal } from '#main/core/ports.ts'
import { isOnBoard, initialIncident } from '#shared/domain/incident/record/state.ts'
import type { IncidentState } from '#shared/domain/incident/record/state.ts'

export const NOON = Date.UTC(2026, 10, 24, 4)

export const event = (
  stream: string,
  type = 'NoteAdded',
  body: NewEvent['body'] = {},
): NewEvent => ({ stream, type, at: NOON, by: '王敏', body })

export const seal = (stream: string, value: string): Seal => {
  const salt = createHash('sha256').update(value).digest('hex').slice(0, 32)
  return {
    sealed: createHash('sha256')
      .update(salt + value)
      .digest('hex'),
    salt,
    value,
    stream,
  }
}

type RowPart = {
  state?: IncidentState
  at?: number
  month?: string
  drill?: boolean
  counted?: boolean
  place?: string
  pending?: IncidentRow['pending']
}

export function row(id: string, part: RowPart = {}): IncidentRow {
  const {
    state = 'reported',
    at = NOON,
    month = '2026-11',
    drill = false,
    counted = true,
    place = '大厅',
    pending = [],
  } = part
  const moments = { reported: NOON - 60_000, [state]: at }
  const incident = {
    ...initialIncident(id),
    version: 1,
    state,
    drill,
    place,
    receivedAt: NOON,
    moments,
  }
  const stats = {
    incidentId: id,
    month,
    at,
    drill,
    counted,
    falseReport: state === 'falseReport',
    category: null,
    legalCategory: null,
    type: null,
    level: null,
    place,
    channel: null,
    state,
    moments,
    limits: [],
  }
  return { id, onBoard: isOnBoard(state), pending, incident, stats }
}

export const entry = (part: Partial<JournalEntry> = {}): JournalEntry => ({
  command: null,
  expect: {},
  events: [],
  seals: [],
  rows: [],
  documents: [],
  ...part,
})

export const command = (
  id: string,
  reply: NonNullable<JournalEntry['command']>['reply'] = {},
): NonNullable<JournalEntry['command']> => ({ id, digest: `digest of ${id}`, salt: 'ab12', reply })
