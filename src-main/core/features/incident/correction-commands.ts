/** Handlers that put the record of an incident right: what was reported, and what was done. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { AmendReport } from '#shared/domain/incident/record/commands.ts'
import { unknownIncident, unknownType } from '#shared/domain/incident/record/refusals.ts'
import { isSealed, shown } from '#shared/domain/sealed.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { lastMoveInto } from '#shared/domain/incident/rules/move-back.ts'
import { undoing } from '#shared/domain/incident/undo.ts'
import { withoutUndone, type Journalled } from '#shared/domain/incident/record/journalled.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { decideIncident, type Changes } from '../../engine/changes.ts'
import { conflict } from '../../refusals.ts'
import { guardedPlace, isHome, possibleTypes } from '../guarded.ts'
import { withReportsTold } from '../monthly-report/changed.ts'
import { withChain, withOther } from './merged-chain.ts'
import { loadIncident, type CommandContext, type Handler, type LoadedIncident } from '../handler.ts'

type Amend = Parsed<'incident/amend'>

/**
 * The place as the record may hold it: one that stood in clear is sealed as soon as the type says
 * that it is somebody's home.
 */
function placeOf(
  { place = null, area, type }: Amend,
  { incident, seal }: LoadedIncident,
  context: CommandContext,
): Pick<AmendReport, 'place' | 'area' | 'placeBefore'> {
  const planIds = incident.runs.map(({ planId }) => planId)
  const codes = possibleTypes(type ?? incident.type, planIds, context)
  const kinds = { codes, since: incident.receivedAt }
  const before = incident.place
  const known = shown(before, context.memory.value)
  const isSomebodysHome = isHome(place ?? known, kinds, context)
  if (place === null && (!isSomebodysHome || isSealed(before))) return {}
  if (place !== null && place === known && isSealed(before) === isSomebodysHome) return {}
  return {
    ...guardedPlace({ place: place ?? (known as Personal), area }, kinds, { seal }, context),
    ...(isSomebodysHome && !isSealed(before) ? { placeBefore: seal(known as Personal) } : {}),
  }
}

/** Personal words as far as they are others than before: sealed, none are equal to any. */
const others = (
  { reporter = null, narrative = null }: Amend,
  { incident, seal }: LoadedIncident,
  { memory }: CommandContext,
): Pick<AmendReport, 'reporter' | 'narrative'> => ({
  ...(reporter !== null && reporter !== memory.value(incident.reporter)
    ? { reporter: seal(reporter) }
    : {}),
  ...(narrative !== null && narrative !== memory.value(incident.narrative)
    ? { narrative: seal(narrative) }
    : {}),
})

const amend: Handler<'incident/amend'> = async (input, context) => {
  const loaded = await loadIncident(input.incidentId, context)
  if (!loaded.ok) return loaded
  const { type = null, channel = null, occurredAt = null, reason } = input
  const known = type === null ? null : context.library.types().find(({ code }) => code === type)
  if (known === undefined) return unknownType(type ?? '')
  const changes = decideIncident(loaded, {
    type: 'AmendReport',
    ...placeOf(input, loaded, context),
    ...(known
      ? { incidentType: { code: known.code, category: known.category, legal: known.legal } }
      : {}),
    ...(channel === null ? {} : { channel }),
    ...others(input, loaded, context),
    ...(occurredAt === null ? {} : { occurredAt }),
    reason: loaded.seal(reason),
  })
  return withReportsTold(changes, loaded.incident, context)
}

/** What was over may go on: when an incident was over last is read again. */
const reopening = (changes: Changes | Refusal, { memory }: CommandContext): Changes | Refusal =>
  changes.ok
    ? { ...changes, onSaved: () => void memory.rereadOver().catch(() => undefined) }
    : changes

const moveBack: Handler<'incident/move-back'> = async ({ incidentId, reason }, context) => {
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const { incident, seal } = loaded
  const last = lastMoveInto(incident.state, await context.memory.events(incidentId))
  const changes = decideIncident(loaded, { type: 'MoveBack', last, reason: seal(reason) })
  const back = reopening(changes, context)
  return back.ok
    ? withReportsTold(await lettingGo(back, incident, context), incident, context)
    : back
}

/** The other side of a merge that is taken back with a reason, and what is above that. */
async function lettingGo(
  changes: Changes,
  { id, mergedInto, number }: Incident,
  context: CommandContext,
): Promise<Changes | Refusal> {
  if (!mergedInto) return changes
  const other = await loadIncident(mergedInto.incidentId, context)
  if (!other.ok) return other
  const freed = decideIncident(other, { type: 'LetGo', incidentId: id })
  if (!freed.ok) return freed
  const left = { incidentId: id, ...(number === undefined ? {} : { number }) }
  const above = await withChain(freed, other.incident, left, context)
  return above.ok ? withOther(changes, above) : above
}

const stopPlan: Handler<'incident/stop-plan'> = async (input, context) => {
  const { incidentId, planId, reason, reasons = {} } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const { incident, seal } = loaded
  const changes = decideIncident(loaded, {
    type: 'StopPlan',
    planId,
    reason: seal(reason),
    reasons: Object.fromEntries(Object.entries(reasons).map(([id, why]) => [id, seal(why)])),
  })
  return withReportsTold(changes, incident, context)
}

const undo: Handler<'incident/undo'> = async ({ incidentId, commandId }, context) => {
  const ids = await touchedBy(commandId, incidentId, context)
  const before: Incident[] = []
  let changes: Changes | null = null
  for (const id of ids) {
    const loaded = await loadIncident(id, context)
    if (!loaded.ok) return loaded
    const { incident, meta } = loaded
    const events = await context.memory.events(id)
    if (events.length !== incident.version) return conflict()
    const command = undoing(id, events, commandId, meta)
    if ('ok' in command) return command
    const undone = decideIncident(loaded, command)
    if (!undone.ok) return undone
    before.push(incident)
    changes = changes ? withOther(changes, undone) : undone
  }
  const undone = reopening(changes ?? unknownIncident(), context)
  return withReportsTold(undone, before, context)
}

/**
 * The incidents in whose records the command stands, `first` in front: it may have merged two,
 * parted them, or filed a caller apart, and is taken back in all of them or in none.
 */
async function touchedBy(
  commandId: string,
  first: string,
  { memory }: CommandContext,
): Promise<readonly string[]> {
  const ids = [first]
  for (const id of ids) {
    const events = await memory.events(id)
    const others = events.flatMap((event) =>
      event.commandId === commandId ? othersIn(event, events) : [],
    )
    for (const other of others) if (!ids.includes(other)) ids.push(other)
  }
  return ids
}

/** The other incidents that an event concerns, too. `events`: of its own. */
function othersIn(event: Journalled, events: readonly Journalled[]): readonly string[] {
  switch (event.type) {
    case 'IncidentMerged':
      return [event.into]
    case 'IncidentTakenIn':
    case 'CallerParted':
      return [event.incidentId]
    case 'IncidentMovedBack':
      return event.from === 'merged' ? intoWhich(events.slice(0, events.indexOf(event))) : []
    case 'IncidentLetGo':
    case 'TakenInAmended':
      return [event.incidentId, ...intoWhich(events)]
    default:
      return []
  }
}

/** Into which it was merged last, if it stands so. */
function intoWhich(events: readonly Journalled[]): readonly string[] {
  const last = withoutUndone(events).findLast(
    ({ type }) => type === 'IncidentMerged' || type === 'IncidentMovedBack',
  )
  return last?.type === 'IncidentMerged' ? [last.into] : []
}

export const correctionCommands = {
  'incident/amend': amend,
  'incident/move-back': moveBack,
  'incident/stop-plan': stopPlan,
  'incident/undo': undo,
}
