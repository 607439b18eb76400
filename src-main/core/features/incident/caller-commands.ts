/**
 * Handlers for further callers of an incident and for incidents that are the same. Personal values
 * are sealed here.
 */
import type { Personal } from '#shared/contract/personal.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { broughtTo } from '#shared/domain/incident/brought.ts'
import { sameReporter, unknownCaller } from '#shared/domain/incident/record/caller-refusals.ts'
import type { Caller, CallerNews } from '#shared/domain/incident/record/callers.ts'
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import { initialIncident, type Incident } from '#shared/domain/incident/record/state.ts'
import {
  newsIn,
  recordedNews,
  stillNew,
  toldAt,
  type FreshWords,
} from '#shared/domain/incident/rules/caller-news.ts'
import { numbersWith, openNews, together } from '#shared/domain/incident/rules/open-news.ts'
import { peopleWhere } from '#shared/domain/incident/rules/people-where.ts'
import { answersHeard } from '#shared/domain/incident/rules/from-report.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { heardIn, type Counts, type Heard } from '#shared/domain/match/heard.ts'
import { placeIn } from '#shared/domain/match/place.ts'
import { shown } from '#shared/domain/sealed.ts'
import { PLACE_UNKNOWN } from '#shared/domain/wording/place-unknown.ts'
import { decideIncident, joinChanges, type Changes } from '../../engine/changes.ts'
import { guardedPlace, possibleTypes } from '../guarded.ts'
import {
  loadIncident,
  sealer,
  type CommandContext,
  type Handler,
  type LoadedIncident,
} from '../handler.ts'
import { withReportsTold } from '../monthly-report/changed.ts'
import { sealedLimit, withChain } from './merged-chain.ts'

/** The incident with its number, also where its record has none. */
const numbered = (incident: Incident, { memory }: CommandContext): Incident => {
  const number = memory.numbering.of(incident)
  return number === undefined ? incident : { ...incident, number }
}

/** As the record names another incident. */
const nameOf = ({ id, number }: Incident): { incidentId: string; number?: string } => ({
  incidentId: id,
  ...(number === undefined ? {} : { number }),
})

/** The proposals that the words lead to: the general plan says nothing of them. */
const heardPlans = (narrative: string, drill: boolean, { propose }: CommandContext) =>
  propose(narrative, drill).filter(({ words }) => words.length > 0)

/** As it was heard, with the counts that a person has put right. */
function corrected(heard: Heard, counts: Counts): Heard {
  const { uncounted = [] } = heard
  return {
    ...heard,
    casualties: { ...heard.casualties, ...counts },
    uncounted: uncounted.filter((kind) => counts[kind] === undefined),
  }
}

const whereOf = (incident: Incident, { memory }: CommandContext) =>
  peopleWhere(incident, shown(incident.place, memory.value), memory.value)

/** Where people are is the place that it names; it stands by itself where that place is no news. */
function sealedNews(
  { place, peopleAt, ...others }: Omit<FreshWords, 'totals'>,
  { seal }: LoadedIncident,
): CallerNews {
  return {
    ...others,
    ...(place === undefined ? {} : { place: seal(place as Personal) }),
    ...(place !== undefined || peopleAt === undefined
      ? {}
      : { peopleAt: seal(peopleAt as Personal) }),
  }
}

const joinCaller: Handler<'incident/caller'> = async (input, context) => {
  const loaded = await loadIncident(input.incidentId, context)
  if (!loaded.ok) return loaded
  const { incident, world, meta, seal, sealOrNull } = loaded
  const { narrative, reporter, channel = null } = input
  const [first] = heardPlans(narrative, incident.drill, context)
  const plan = first ? context.library.plan(first.planId) : null
  const news = newsIn(
    {
      heard: corrected(heardIn(narrative, incident.drill), input.casualties ?? {}),
      place: input.place || (first?.place ?? null),
      plan,
      answers: answersHeard(narrative, incident, world),
    },
    incident,
    whereOf(incident, context),
    world,
  )
  const callerId = context.vault.id(meta.at)
  return decideIncident(
    loaded,
    {
      type: 'JoinCaller',
      callerId,
      narrative: seal(narrative),
      reporter: sealOrNull(reporter),
      channel,
      ...(news ? { news: sealedNews(news, loaded) } : {}),
    },
    { callerId },
  )
}

/** The caller as the report of an incident of its own, received when the call was. */
async function reportOf(
  caller: Caller,
  { incident, meta, world }: LoadedIncident,
  context: CommandContext,
): Promise<Changes | Refusal> {
  const { vault, library, memory, batch } = context
  const id = vault.id(caller.at) // its number is looked for in the year of the report
  const sealing = sealer(vault, incidentStream.nameOf(id))
  const narrative = (memory.value(caller.narrative) ?? '') as Personal
  const reporter = memory.value(caller.reporter) as Personal | null
  const [first] = heardPlans(narrative, incident.drill, context)
  const type = library.types().find(({ code }) => code === first?.type) ?? null
  const newPlace = caller.news?.place && memory.value(caller.news.place)
  const place = (newPlace || (first?.place ?? placeIn(narrative) ?? PLACE_UNKNOWN)) as Personal
  const codes = possibleTypes(type?.code ?? null, first ? [first.planId] : [], context)
  return decideIncident(
    { incident: initialIncident(id), meta, world, seals: sealing.seals },
    {
      type: 'ReportIncident',
      ...guardedPlace({ place }, { codes }, sealing, context),
      narrative: sealing.seal(narrative),
      incidentType: type && { code: type.code, category: type.category, legal: type.legal },
      channel: caller.channel,
      reporter: sealing.sealOrNull(reporter),
      occurredAt: null,
      receivedAt: caller.at,
      drill: incident.drill,
      number: await batch.nextNumber({ at: caller.at, drill: incident.drill }),
    },
  )
}

const partCaller: Handler<'incident/caller-undo'> = async (input, context) => {
  const loaded = await loadIncident(input.incidentId, context)
  if (!loaded.ok) return loaded
  const caller = loaded.incident.callers?.find(({ id }) => id === input.callerId)
  if (!caller) return unknownCaller()
  const filed = await reportOf(caller, loaded, context)
  if (!filed.ok) return filed
  const { id = '', incident } = filed.rows[0] ?? {}
  const parted = decideIncident(loaded, {
    type: 'PartCaller',
    callerId: input.callerId,
    incidentId: id,
    ...(incident?.number === undefined ? {} : { number: incident.number }),
    reason: loaded.seal(input.reason),
  })
  if (!parted.ok) return parted
  const left = { ...nameOf(loaded.incident), nth: caller.nth }
  const both = joinChanges([filed, parted], { incidentId: id })
  const changes = await withChain(both, loaded.incident, left, context)
  return withReportsTold(changes, loaded.incident, context)
}

/**
 * What the merged one has recorded, and what its own callers told that nobody recorded there, as
 * far as it is new to the other.
 */
function newsOf(
  merged: Incident,
  target: LoadedIncident,
  context: CommandContext,
): CallerNews | null {
  const { value } = context.memory
  const { world } = target
  const place = shown(merged.place, value)
  const unrecorded = openNews(merged, place, value, world)
  const words = together([recordedNews(merged, place, world), ...unrecorded.values()])
  if (!words) return null
  const where = whereOf(target.incident, context)
  const casualties = { ...words.casualties, ...numbersWith(merged, unrecorded) }
  const news = stillNew({ ...words, casualties }, where.at(place), target.incident, where, world)
  const named = place === PLACE_UNKNOWN ? null : place
  const fresh = news && toldAt(news, named)
  return fresh && sealedNews(fresh, target)
}

const merge: Handler<'incident/merge'> = async (input, context) => {
  const loaded = await loadIncident(input.incidentId, context)
  if (!loaded.ok) return loaded
  const target = await loadIncident(input.into, context)
  if (!target.ok) return unknownIncident()
  const { incident, meta, world } = loaded
  const { late, ...brought } = broughtTo(target.incident, incident, world, meta.at)
  const news = newsOf(incident, target, context)
  const merged = decideIncident(loaded, {
    type: 'MergeIncident',
    into: numbered(target.incident, context),
    reason: loaded.seal(input.reason),
  })
  if (!merged.ok) return merged
  const takenIn = decideIncident(target, {
    type: 'TakeIn',
    merged: numbered(incident, context),
    ...brought,
    late: late.map((limit) => sealedLimit(limit, target)),
    ...(news ? { news } : {}),
    reason: target.seal(input.reason),
  })
  return takenIn.ok
    ? withReportsTold(joinChanges([merged, takenIn]), [incident, target.incident], context)
    : takenIn
}

const dismissNews: Handler<'incident/news-dismiss'> = async (input, context) => {
  const { incidentId, from, line } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok ? decideIncident(loaded, { type: 'DismissNews', from, line }) : loaded
}

const amendCaller: Handler<'incident/caller-amend'> = async (input, context) => {
  const { incidentId, callerId, reporter } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const caller = loaded.incident.callers?.find(({ id }) => id === callerId)
  if (caller && context.memory.value(caller.reporter) === reporter) return sameReporter()
  return decideIncident(loaded, {
    type: 'AmendCaller',
    callerId,
    reporter: loaded.seal(reporter),
  })
}

export const callerCommands = {
  'incident/caller-amend': amendCaller,
  'incident/news-dismiss': dismissNews,
  'incident/caller': joinCaller,
  'incident/caller-undo': partCaller,
  'incident/merge': merge,
}
