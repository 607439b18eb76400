/**
 * Handlers for what has been: the timeline of an incident, its whole record, and the search through
 * all of them. They change nothing.
 */
import type { TimelineEntry } from '#shared/contract/contract.ts'
import type { MatchedLine, IncidentLine } from '#shared/contract/statistics.ts'
import { startOfDate } from '#shared/domain/calendar.ts'
import { asRecorded } from '#shared/domain/event-stream.ts'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import { alertsOf } from '#shared/domain/history/alerts.ts'
import { heardIn, hears, termsOf, wordsOf, type Term } from '#shared/domain/history/words.ts'
import { occurrencesIn } from '#shared/domain/incident/record/occurrence.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { withLanguageTags } from '#shared/domain/language-tags.ts'
import type { IncidentRecord } from '#shared/domain/document/incident-document.ts'
import { coveredEvent, coveredIncident, withoutSealed } from '#shared/domain/document/cover.ts'
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { RoomEvent } from '#shared/domain/room/stream.ts'
import { roomLine } from '#shared/domain/timeline/room.ts'
import { dayAfter } from '#shared/domain/statistics/period.ts'
import { withoutValues, withValues } from '#shared/domain/sealed.ts'
import { STATION } from '#shared/domain/station/names.ts'
import { takenBackLine } from '#shared/domain/timeline/corrections.ts'
import { namesOf } from '#shared/domain/timeline/names.ts'
import { lineOf, type Line } from '#shared/domain/timeline/timeline.ts'
import { knownType, knownTypes } from '../../engine/known-names.ts'
import { linesOf } from '../statistics/labels.ts'
import type { Search, StoredEvent } from '../../ports.ts'
import type { QueryHandler, QueryContext } from '../handler.ts'
import { issuesDrawn } from '../supply/queries.ts'
import { actionsOfIncident, drawnActions, todayOf } from '../action/queries.ts'
import { opened } from '../opened.ts'
import { eventsOf, replayQueries } from './replay-queries.ts'
import { roomEventsIn } from './room-events.ts'

const PAGE = 50

/** What a person did by a command, before what followed by itself; null: no line says it. */
const actOf = (
  commandId: string,
  spoken: readonly { stored: StoredEvent; line: Line }[],
): Line | null =>
  spoken.find(({ stored }) => stored.commandId === commandId && stored.by !== STATION)?.line ?? null

/** `read`: gives an event as it is told. */
async function entriesOf(
  incident: Incident,
  events: readonly StoredEvent[],
  context: QueryContext,
  read: (event: IncidentEvent) => IncidentEvent = (event) => event,
): Promise<readonly TimelineEntry[]> {
  const { memory, library } = context
  await memory.fetchValues(events.map(({ body }) => body))
  const plans = withLanguageTags(incident.runs.flatMap((run) => memory.plan(run.revision) ?? []))
  const undone = new Set(
    events.flatMap(({ type, body }) =>
      type === 'CommandUndone' ? [(body as { undone: string }).undone] : [],
    ),
  )
  const timeOf = occurrencesIn()
  const called = {
    zone: memory.site.zone,
    typeName: (code: string) => withLanguageTags(knownType(library, code)?.name) ?? null,
  }
  const spoken = events.flatMap((stored) => {
    const event = asRecorded<IncidentEvent>(stored)
    const tagged = withLanguageTags(read(event))
    const line = lineOf(tagged, namesOf(plans, timeOf(event), called), plans)
    return line ? [{ stored, event, line }] : []
  })
  const lines = spoken.map(({ stored, event, line }) => ({
    stored,
    line: event.type === 'CommandUndone' ? takenBackLine(actOf(event.undone, spoken)) : line,
  }))
  return lines.map(({ stored, line }) => ({
    seq: stored.seq,
    at: stored.at,
    by: stored.by,
    type: stored.type,
    says: withValues(line.says, memory.value),
    words: memory.value(line.words),
    stepId: line.stepId,
    ...(incident.starred?.includes(stored.seq) ? { starred: true as const } : {}),
    ...(stored.commandId !== null && undone.has(stored.commandId) ? { undone: true as const } : {}),
  }))
}

async function roomEntries(
  incident: Incident,
  context: QueryContext,
  isCovered: boolean,
): Promise<readonly TimelineEntry[]> {
  const { memory } = context
  const events = await roomEventsIn(incident, context)
  await memory.fetchValues(events.map(({ body }) => body))
  return events.map((stored) => {
    const line = roomLine(asRecorded<RoomEvent>(stored))
    const says = isCovered ? withoutValues(line.says) : line.says
    return {
      ...{ seq: stored.seq, at: stored.at, by: stored.by, type: stored.type, stepId: null },
      says: withValues(says, memory.value),
      words: isCovered ? null : memory.value(line.words),
      ...(incident.starred?.includes(stored.seq) ? { starred: true as const } : {}),
    }
  })
}

const inOrder = (entries: readonly TimelineEntry[]): readonly TimelineEntry[] =>
  entries.toSorted((a, b) => a.seq - b.seq)

const timeline: QueryHandler<'incident/timeline'> = async ({ incidentId }, context) => {
  const incident = await context.memory.incident(incidentId)
  return incident
    ? {
        ok: true,
        reply: {
          entries: inOrder([
            ...(await entriesOf(incident, await eventsOf(incidentId, context), context)),
            ...(await roomEntries(incident, context, false)),
          ]),
        },
      }
    : unknownIncident()
}

/** The corrective actions that come from it; nothing where there are none. */
async function actionsIn(
  incidentId: string,
  context: QueryContext,
  covered: boolean,
): Promise<Pick<IncidentRecord, 'actions'>> {
  const all = actionsOfIncident(incidentId, context)
  if (all.length === 0) return {}
  const drawn = await drawnActions(all, todayOf(context), context)
  return { actions: await opened(covered ? withoutValues(drawn) : drawn, context) }
}

/** What was issued for it, as `actionsIn` has it. */
async function suppliesIn(
  incidentId: string,
  context: QueryContext,
  covered: boolean,
): Promise<Pick<IncidentRecord, 'supplies'>> {
  const drawn = await issuesDrawn(incidentId, context)
  if (drawn.length === 0) return {}
  return { supplies: await opened(covered ? withoutValues(drawn) : drawn, context) }
}

/** How much of it was purged, as the record says. */
async function purgedIn(
  incidentId: string,
  { memory }: QueryContext,
): Promise<Pick<IncidentRecord, 'purged'>> {
  const purge = await memory.documents.read('purge', incidentId)
  if (!purge || purge.purged.length === 0) return {}
  const sum = (of: 'values' | 'files'): number =>
    purge.purged.reduce((all, done) => all + done[of], 0)
  return { purged: { values: sum('values'), files: sum('files') } }
}

/**
 * The record of an incident, on the board or not. An alarm that the disk has not taken yet is
 * drawn, and is in no entry. `covered`: without what may be personal, `paper`: as far as a document
 * shows it, `data`: all of it.
 */
export async function recordOf(
  incidentId: string,
  context: QueryContext,
  covered: 'paper' | 'data' | null = null,
): Promise<{ ok: true; reply: IncidentRecord } | Refusal> {
  const { memory } = context
  const incident = memory.unsaved.get(incidentId)?.incident ?? (await memory.incident(incidentId))
  if (!incident) return unknownIncident()
  const events = await eventsOf(incidentId, context)
  const alerts = alertsOf(events.map((stored) => asRecorded<IncidentEvent>(stored)))
  const left = <T>(value: T): T => (covered === 'data' ? withoutSealed(value) : value)
  const read = covered ? (event: IncidentEvent) => left(coveredEvent(event)) : undefined
  return {
    ok: true,
    reply: {
      incident: context.draw(covered ? left(coveredIncident(incident)) : incident),
      entries: inOrder([
        ...(await entriesOf(incident, events, context, read)),
        ...(await roomEntries(incident, context, covered !== null)),
      ]),
      alerts,
      ...(await actionsIn(incidentId, context, covered !== null)),
      ...(await suppliesIn(incidentId, context, covered !== null)),
      ...(await purgedIn(incidentId, context)),
    },
  }
}

/** `plain`: as on paper without personal values, with a word for each that is left out. */
const read: QueryHandler<'history/read'> = async ({ incidentId, plain }, context) => {
  const record = await recordOf(incidentId, context, plain ? 'paper' : null)
  return record.ok && plain
    ? { ok: true, reply: withValues(record.reply, context.memory.value) }
    : record
}

/**
 * What was typed, each word with the types whose name it is heard in: an incident is found by what
 * its type is called, too.
 */
function termsIn(typed: string, { library, syllables }: QueryContext): Search['terms'] {
  const terms = termsOf(typed)
  if (terms.length === 0) return []
  const types = knownTypes(library).map(({ code, name }) => ({
    code,
    words: wordsOf([name.zh, name.en], syllables),
  }))
  return terms.map((term) => ({
    ...term,
    types: types.filter(({ words }) => hears(words, term)).map(({ code }) => code),
  }))
}

/** The line with what of it each typed word is heard in. */
function foundBy(
  terms: readonly Term[],
  line: IncidentLine,
  syllables: QueryContext['syllables'],
): MatchedLine {
  const shown = [
    line.place,
    line.number ?? '',
    ...line.plans.flatMap(({ title }) => [title.zh, title.en]),
    ...(line.typeName ? [line.typeName.zh, line.typeName.en] : []),
  ]
  const heard = terms.map((term) => shown.flatMap((text) => heardIn(text, term, syllables) ?? []))
  return {
    ...line,
    matched: [...new Set(heard.flat())],
    said: heard.some((parts) => parts.length === 0),
  }
}

const DRILLS = { real: false, drill: true, all: null } as const

const search: QueryHandler<'history/search'> = async (input, context) => {
  const { memory, journal, now } = context
  const { zone } = memory.site
  const limit = input.limit ?? PAGE
  const dot = input.after?.indexOf('.') ?? -1
  const terms = termsIn(input.words ?? '', context)
  const { stats: allStats, total } = await journal.search({
    terms,
    from: input.from ? startOfDate(input.from, zone) : null,
    until: input.to ? startOfDate(dayAfter(input.to), zone) : null,
    types: input.types ?? null,
    levels: input.levels ?? null,
    states: input.states ?? null,
    drill: DRILLS[input.drill ?? 'all'],
    after: input.after
      ? { at: Number(input.after.slice(0, dot)), id: input.after.slice(dot + 1) }
      : null,
    limit: limit + 1,
  })
  const page = allStats.slice(0, limit)
  const last = page.at(-1)
  // a page says the same few plans and types again and again
  const read = new Map<string, readonly string[]>()
  const syllables = (words: string): readonly string[] => {
    const known = read.get(words) ?? context.syllables(words)
    read.set(words, known)
    return known
  }
  const rows = (await linesOf(page, now(), context)).map((line) => foundBy(terms, line, syllables))
  return {
    ok: true,
    reply: {
      rows,
      next: allStats.length > limit && last ? `${last.at}.${last.incidentId}` : null,
      total,
    },
  }
}

export const historyQueries = {
  'incident/timeline': timeline,
  'history/read': read,
  'history/search': search,
  ...replayQueries,
}
