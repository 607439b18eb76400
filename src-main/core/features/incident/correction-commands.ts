/** Handlers that put the record of an incident right: what was reported, and what was done. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { AmendReport } from '#shared/domain/incident/record/commands.ts'
import { unknownType } from '#shared/domain/incident/record/refusals.ts'
import { isSealed, shown } from '#shared/domain/sealed.ts'
import { decideIncident } from '../../engine/changes.ts'
import { guardedPlace, isPrivateType } from '../guarded.ts'
import { withReportsTold } from '../monthly-report/changed.ts'
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
  const code = type ?? incident.type
  const before = incident.place
  const isHome = isPrivateType(code, context)
  const known = shown(before, context.memory.value)
  if (place === null && (!isHome || isSealed(before))) return {}
  if (place !== null && place === known && isSealed(before) === isHome) return {}
  return {
    ...guardedPlace({ place: place ?? (known as Personal), area }, code, { seal }, context),
    ...(isHome && !isSealed(before) ? { placeBefore: seal(known as Personal) } : {}),
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

export const correctionCommands = { 'incident/amend': amend }
