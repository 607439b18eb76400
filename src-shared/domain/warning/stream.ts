/**
 * The stream of warnings from outside: entered, adjusted as they are issued anew, told to people,
 * taken as the pre-alert of an incident, and lifted (突发事件应对法 art. 64, 70).
 */
import type { Recorded } from '../decision.ts'
import { defineStream, asRecorded, type StoredBody } from '../event-stream.ts'
import { WARNINGS, type Warning } from '../incident/record/scales.ts'
import type { Guarded, Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { DAY_MS } from '../units.ts'
import {
  areWarnings,
  fieldsOf,
  overAt,
  type KnownWarning,
  type WarningFields,
  type Warnings,
} from './warning.ts'

export type WarningEntered = { type: 'WarningEntered'; warningId: string } & WarningFields
/** What it says now, whole. */
export type WarningAdjusted = { type: 'WarningAdjusted'; warningId: string } & WarningFields & {
    reason: Guarded | null
  }
export type WarningTold = { type: 'WarningTold'; warningId: string; who: Sealed }
export type WarningTaken = { type: 'WarningTaken'; warningId: string; incidentId: string }
export type WarningLifted = { type: 'WarningLifted'; warningId: string; reason: Guarded | null }
export type WarningEvent =
  WarningEntered | WarningAdjusted | WarningTold | WarningTaken | WarningLifted

/** What has been over for longer is read from the record, not from the document. */
const OVER_FOR_MS = 7 * DAY_MS

export const NO_WARNINGS: Warnings = { entered: 0, known: [] }

const isHigher = (warning: Warning, before: Warning): boolean =>
  WARNINGS.indexOf(warning) < WARNINGS.indexOf(before)

function adjusted(known: KnownWarning, event: Recorded<WarningAdjusted>): KnownWarning {
  const { at, by, warning, until, reason } = event
  return {
    ...known,
    ...fieldsOf(event),
    raisedAt: isHigher(warning, known.warning) ? at : known.raisedAt,
    changes: [...known.changes, { at, by, warning, until, reason }],
  }
}

function changed(known: KnownWarning, event: Recorded<WarningEvent>): KnownWarning {
  const { at, by } = event
  switch (event.type) {
    case 'WarningAdjusted':
      return adjusted(known, event)
    case 'WarningTold':
      return { ...known, told: [...known.told, { at, by, who: event.who }] }
    case 'WarningTaken':
      return { ...known, incidentIds: [...known.incidentIds, event.incidentId] }
    case 'WarningLifted':
      return { ...known, lifted: { at, by, reason: event.reason } }
    default:
      return known
  }
}

/** The state after one more event, with all that ever were. */
function withAll(before: Warnings | null, event: Recorded<WarningEvent>): Warnings {
  const { entered, known } = before ?? NO_WARNINGS
  if (event.type !== 'WarningEntered')
    return {
      entered,
      known: known.map((each) => (each.id === event.warningId ? changed(each, event) : each)),
    }
  const { warningId: id, at, by } = event
  const fresh: KnownWarning = {
    ...{ id, ...fieldsOf(event), enteredAt: at, by, raisedAt: at },
    ...{ changes: [], told: [], incidentIds: [], lifted: null },
  }
  // an emergency record takes along those in force alone
  return { entered: Math.max(entered + 1, Number(id.slice(1))), known: [...known, fresh] }
}

const isRecent = (known: KnownWarning, at: number): boolean => {
  const end = overAt(known)
  return end === null || end > at - OVER_FOR_MS
}

/** Null as long as there never was one. */
export const warningsStream = defineStream<Warnings | null, WarningEvent, { warnings: Warnings }>({
  name: 'warnings',
  initial: () => null,
  evolve(before, event) {
    const { entered, known } = withAll(before, event)
    return { entered, known: known.filter((each) => isRecent(each, event.at)) }
  },
  documents: {
    warnings: {
      of: (warnings) => warnings,
      name: localized('预警', 'the warnings'),
      hasForm: areWarnings,
    },
  },
})

/** All that ever were, in the order in which they were entered; `events`: the whole stream. */
export const everyWarning = (events: readonly StoredBody[]): readonly KnownWarning[] =>
  events.reduce<Warnings>(
    (state, event) => withAll(state, asRecorded<WarningEvent>(event)),
    NO_WARNINGS,
  ).known

/** The events of those that are not over at `now` (UTC ms), in their order. */
export function standingWarnings<E extends StoredBody>(
  events: readonly E[],
  now: number,
): readonly E[] {
  const lasting = new Set(
    everyWarning(events).flatMap((known) => {
      const end = overAt(known)
      return end === null || end > now ? [known.id] : []
    }),
  )
  return events.filter(({ body }) => lasting.has((body as { warningId: string }).warningId))
}
