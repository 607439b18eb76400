/**
 * Begins an emergency record: it says first which record it stands in for, and takes over site,
 * people, duty roster, contacts, places and floor plans, walls and what they may show, channels of
 * announcements, times of attention and archiving, the site's values of policies, the self-test,
 * what stands of the shift handovers, that the room was left, the warnings in force, the supplies,
 * checklists, events to come, and the site's own plans with the files of plans, as far as they can
 * be read there.
 */
import { archivingStream } from '#shared/domain/archiving/stream.ts'
import { attentionStream } from '#shared/domain/attention/stream.ts'
import { checklistStream } from '#shared/domain/checklist/stream.ts'
import { contactsAgain, contactsStream } from '#shared/domain/contacts/stream.ts'
import { datePlus, entriesOf } from '#shared/domain/duty/roster.ts'
import { dutyStream } from '#shared/domain/duty/stream.ts'
import type { EventStream, StoredBody } from '#shared/domain/event-stream.ts'
import { floorPlanStream } from '#shared/domain/floor-plan/stream.ts'
import { handoverStream, standingEvents } from '#shared/domain/handover/stream.ts'
import { decideFounding } from '#shared/domain/site/decide.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import type { Site } from '#shared/domain/site/site.ts'
import { standingSelfTests } from '#shared/domain/self-test/events.ts'
import { occasionStream } from '#shared/domain/occasion/stream.ts'
import { outletsAgain, outletsStream } from '#shared/domain/outlets/stream.ts'
import { siteDocumentStream } from '#shared/domain/site-document/stream.ts'
import { sitePlanStream } from '#shared/domain/site-plan/stream.ts'
import { policiesStream } from '#shared/domain/policies/stream.ts'
import { placesAgain, placesStream } from '#shared/domain/places/stream.ts'
import { isPlanAttachments } from '#shared/domain/plan-attachment/attachment.ts'
import { attachmentStream } from '#shared/domain/plan-attachment/stream.ts'
import { planSnapshotStream } from '#shared/domain/plan-snapshot/stream.ts'
import { privacyStream } from '#shared/domain/privacy/stream.ts'
import { roomStream, standingRoom } from '#shared/domain/room/stream.ts'
import { rosterStream, type RosterEvent } from '#shared/domain/roster/stream.ts'
import { decideStation, type OpenEmergency } from '#shared/domain/station/decide.ts'
import { STATION } from '#shared/domain/station/names.ts'
import { sheetTimesStream } from '#shared/domain/sheet-times/stream.ts'
import { stationStream } from '#shared/domain/station/stream.ts'
import {
  higherOf,
  highestOfEmergency,
  type HighestNumbers,
} from '#shared/domain/incident/number.ts'
import { sealedIn } from '#shared/domain/sealed.ts'
import { documentFrom, documentsOf, storedForm } from '#shared/domain/streams.ts'
import { supplyStream } from '#shared/domain/supplies/stream.ts'
import { wallsAgain, wallsStream } from '#shared/domain/walls/stream.ts'
import { standingWarnings, warningsStream } from '#shared/domain/warning/stream.ts'
import type { Meta } from '#shared/domain/decision.ts'
import type { Clock, Journal, Json, SalvagedRecord, SalvagedStream } from '../../ports.ts'
import { changesOf, joinChanges, streamChanges, type Changes } from '../../engine/changes.ts'
import { fateOf } from './stream-fates.ts'

/** What an emergency record needs of the damaged one. */
export const isNeeded = (stream: string): boolean => fateOf(stream).along

/** What can be read of the events of one stream, as if it had happened now. */
function copied<S, E extends { type: string }, D extends object>(
  stream: EventStream<S, E, D>,
  id: string,
  events: readonly StoredBody[],
  meta: Meta,
): Changes {
  try {
    return streamChanges(stream, id, stream.initial(id), {
      events: events.map(({ type, body }) => ({ ...(body as object), type }) as unknown as E),
      meta,
    })
  } catch {
    return changesOf({}) // its form is not what it was
  }
}

/** What still stands of the shift handovers, as it was written: who, and when, is what it says. */
function handedAlong({ events }: SalvagedStream): Changes {
  try {
    const name = handoverStream.nameOf('')
    const needed = standingEvents(events, handoverStream.replay('', events))
    return changesOf({
      events: needed.map(({ type, at, by, body }) => ({ stream: name, type, at, by, body })),
      documents: documentsOf(name).map((named) => ({
        ...named,
        body: documentFrom(named, needed) as Json,
      })),
    })
  } catch {
    return changesOf({}) // its form is not what it was
  }
}

/** That the room was left, at its own instant: walls must not take it for one where somebody is. */
function leftAlong({ events }: SalvagedStream): Changes {
  try {
    const needed = standingRoom(events, roomStream.replay('', events))
    const room = roomStream.replay('', needed)
    if (!roomStream.documents.room.hasForm(room, 'room')) return changesOf({})
    const name = roomStream.nameOf('')
    return changesOf({
      events: needed.map(({ type, at, by, body }) => ({ stream: name, type, at, by, body })),
      documents: [{ kind: 'room', id: 'room', body: room }],
    })
  } catch {
    return changesOf({}) // its form is not what it was
  }
}

/** The warnings in force, at their own instants: a colour that was raised yesterday is no news. */
function warnedAlong({ events }: SalvagedStream, now: number): Changes {
  try {
    const needed = standingWarnings(events, now)
    const warnings = warningsStream.replay('', needed)
    if (!warningsStream.documents.warnings.hasForm(warnings, 'warnings')) return changesOf({})
    const name = warningsStream.nameOf('')
    return changesOf({
      events: needed.map(({ type, at, by, body }) => ({ stream: name, type, at, by, body })),
      documents: [{ kind: 'warnings', id: 'warnings', body: warnings }],
    })
  } catch {
    return changesOf({}) // its form is not what it was
  }
}

/**
 * All that was recorded of something, at its own instants: what is written of it in that night is
 * taken back, and what came along is known by them.
 */
function keptAlong<S, E extends { type: string }, D extends object>(
  stream: EventStream<S, E, D>,
  id: string,
  { events }: SalvagedStream,
): Changes {
  try {
    const name = stream.nameOf(id)
    const documents = documentsOf(name).map((named) => ({
      ...named,
      body: documentFrom(named, events) as Json,
    }))
    const haveForm = documents.every(
      (each) => storedForm(each.kind)?.hasForm(each.body, each.id) ?? false,
    )
    if (!haveForm) return changesOf({})
    return changesOf({
      events: events.map(({ type, at, by, body }) => ({ stream: name, type, at, by, body })),
      documents,
    })
  } catch {
    return changesOf({}) // its form is not what it was
  }
}

/**
 * When the self-test is made, and what came of the last one, at its own instant: a wall that has
 * none to go by would say that none was ever made.
 */
function testedAlong({ events }: SalvagedStream): Changes {
  try {
    const { selfTests } = stationStream.replay('', events)
    const needed = selfTests ? standingSelfTests(events, selfTests) : []
    const left = stationStream.replay('', needed).selfTests
    if (!stationStream.documents['self-test'].hasForm(left, 'station')) return changesOf({})
    const name = stationStream.nameOf('')
    return changesOf({
      events: needed.map(({ type, at, by, body }) => ({ stream: name, type, at, by, body })),
      documents: [{ kind: 'self-test', id: 'station', body: left }],
    })
  } catch {
    return changesOf({}) // its form is not what it was
  }
}

/**
 * What a register comes to by those of its events that can be read, in as few as can be: instants
 * that stand in it stay.
 */
function again<S, E extends { type: string }, D extends object>(
  stream: EventStream<S | null, E, D>,
  events: readonly StoredBody[],
  eventsOf: (state: S) => readonly E[],
  meta: Meta,
): Changes {
  try {
    const state = stream.replay('', events)
    return state === null
      ? changesOf({})
      : streamChanges(stream, '', null, { events: eventsOf(state), meta })
  } catch {
    return changesOf({}) // its form is not what it was
  }
}

/** The files of a plan, with their own dates; their bytes come along one after another. */
function attachedAlong(id: string, { events }: SalvagedStream, meta: Meta): Changes {
  try {
    const { attachments } = attachmentStream.replay(id, events)
    if (!attachments || !isPlanAttachments(attachments)) return changesOf({})
    return streamChanges(attachmentStream, id, attachmentStream.initial(id), {
      events: [{ type: 'AttachmentsCarried', files: attachments.files }],
      meta,
    })
  } catch {
    return changesOf({}) // its form is not what it was
  }
}

/** Each of them says the whole: the last one that can be read stands. */
const lastOf = ({ events }: SalvagedStream): readonly StoredBody[] => events.slice(-1)

const OLD_ROSTER: RosterEvent['type'] = 'RosterSet'

const isOldRoster = ({ type, body }: StoredBody): boolean =>
  type === OLD_ROSTER && !('persons' in (body as object))

/** The register of people; a roster of an older program said the whole. */
const ofPeople = ({ events }: SalvagedStream): readonly StoredBody[] =>
  events.slice(Math.max(0, events.findLastIndex(isOldRoster)))

/** The shifts, and who is entered from yesterday on, at once: nobody waits for old weeks. */
function dutyAlong({ events }: SalvagedStream, meta: Meta): Changes {
  try {
    const duty = dutyStream.replay('', events)
    if (!duty || !dutyStream.documents.duty.hasForm(duty, 'duty')) return changesOf({})
    const first = datePlus(new Date(meta.at).toISOString().slice(0, 10), -1)
    const entries = entriesOf(duty, (date) => date >= first)
    return streamChanges(dutyStream, '', null, {
      events: [
        ...duty.shifts.map((shift) => ({ type: 'ShiftSet' as const, shift })),
        ...(entries.length > 0 ? [{ type: 'DutySet' as const, entries }] : []),
      ],
      meta,
    })
  } catch {
    return changesOf({}) // its form is not what it was
  }
}

/** The site as far as it can be read; null if not even how it was founded. */
export function siteIn({ streams }: SalvagedRecord): Site | null {
  try {
    const site = siteStream.replay('', streams.get(siteStream.nameOf(''))?.events ?? [])
    const { hasForm } = siteStream.documents.site
    return site && hasForm(site, 'site') ? site : null
  } catch {
    return null
  }
}

function takenAlong(salvaged: SalvagedRecord, meta: Meta): readonly Changes[] {
  const site = siteIn(salvaged)
  const founding = decideFounding(null, { type: 'FoundSite', site: site as Site })
  return [
    ...(site ? [streamChanges(siteStream, '', null, { events: founding.events, meta })] : []),
    ...[...salvaged.streams].flatMap(([name, stream]): Changes[] => {
      if (rosterStream.idOf(name) !== null)
        return [copied(rosterStream, '', ofPeople(stream), meta)]
      if (dutyStream.idOf(name) !== null) return [dutyAlong(stream, meta)]
      if (placesStream.idOf(name) !== null)
        return [again(placesStream, stream.events, placesAgain, meta)]
      if (contactsStream.idOf(name) !== null)
        return [again(contactsStream, stream.events, contactsAgain, meta)]
      if (wallsStream.idOf(name) !== null)
        return [again(wallsStream, stream.events, wallsAgain, meta)]
      if (outletsStream.idOf(name) !== null)
        return [again(outletsStream, stream.events, outletsAgain, meta)]
      if (privacyStream.idOf(name) !== null)
        return [copied(privacyStream, '', lastOf(stream), meta)]
      if (sheetTimesStream.idOf(name) !== null)
        return [copied(sheetTimesStream, '', lastOf(stream), meta)]
      if (attentionStream.idOf(name) !== null)
        return [copied(attentionStream, '', lastOf(stream), meta)]
      if (archivingStream.idOf(name) !== null)
        return [copied(archivingStream, '', stream.events, meta)]
      if (policiesStream.idOf(name) !== null) return [keptAlong(policiesStream, '', stream)]
      if (handoverStream.idOf(name) !== null) return [handedAlong(stream)]
      if (roomStream.idOf(name) !== null) return [leftAlong(stream)]
      if (warningsStream.idOf(name) !== null) return [warnedAlong(stream, meta.at)]
      if (stationStream.idOf(name) !== null) return [testedAlong(stream)]
      if (stream.missing > 0) return []
      const supplyId = supplyStream.idOf(name)
      if (supplyId !== null) return [keptAlong(supplyStream, supplyId, stream)]
      const placeId = floorPlanStream.idOf(name)
      if (placeId !== null) return [copied(floorPlanStream, placeId, lastOf(stream), meta)]
      const checklistId = checklistStream.idOf(name)
      if (checklistId !== null) return [keptAlong(checklistStream, checklistId, stream)]
      const occasionId = occasionStream.idOf(name)
      if (occasionId !== null) return [keptAlong(occasionStream, occasionId, stream)]
      const planId = sitePlanStream.idOf(name)
      if (planId !== null) return [copied(sitePlanStream, planId, stream.events, meta)]
      const documentId = siteDocumentStream.idOf(name)
      if (documentId !== null) return [copied(siteDocumentStream, documentId, stream.events, meta)]
      const attached = attachmentStream.idOf(name)
      if (attached !== null) return [attachedAlong(attached, stream, meta)]
      const revision = planSnapshotStream.idOf(name)
      return revision === null ? [] : [copied(planSnapshotStream, revision, stream.events, meta)]
    }),
  ]
}

/**
 * The highest numbers that emergency records gave, as a record knows of them: those that it
 * adopted, those before it, and its own where it is one.
 */
export function emergencyNumbers({ streams }: Pick<SalvagedRecord, 'streams'>): HighestNumbers {
  const events = [...streams.values()].flatMap((stream) => stream.events)
  const numbers = events.flatMap(({ body }) => {
    const { number } = body as { number?: unknown }
    return typeof number === 'string' ? [number] : []
  })
  const known = events.flatMap(({ type, body }) =>
    type === 'EmergencyAdopted' || type === 'EmergencyOpened'
      ? [(body as { numbers?: HighestNumbers }).numbers ?? {}]
      : [],
  )
  return higherOf([highestOfEmergency(numbers), ...known])
}

/**
 * Everything in one durable batch, in a record without any event. `beside`: the highest numbers of
 * emergency records that nobody has adopted yet.
 */
export async function foundEmergency(
  journal: Pick<Journal, 'commit'>,
  clock: Pick<Clock, 'wall'>,
  { code, why, head }: Omit<OpenEmergency, 'type'>,
  salvaged: SalvagedRecord,
  beside: HighestNumbers = {},
): Promise<void> {
  const meta: Meta = { at: clock.wall(), by: STATION }
  const state = stationStream.initial('')
  const { first } = salvaged
  const numbers = higherOf([emergencyNumbers(salvaged), beside])
  const decision = decideStation(state, {
    type: 'OpenEmergency',
    code,
    why,
    head,
    ...(first === null ? {} : { record: first }),
    ...(Object.keys(numbers).length > 0 ? { numbers } : {}),
  })
  if (!decision.ok) throw new Error(decision.code)
  const opened = streamChanges(stationStream, '', state, {
    events: decision.events,
    meta,
  })
  const { events, documents } = joinChanges([opened, ...takenAlong(salvaged, meta)])
  const seals = salvaged.seals(sealedIn(events.map(({ body }) => body)).map(({ sealed }) => sealed))
  await journal.commit([{ command: null, expect: {}, events, seals, rows: [], documents }])
}
