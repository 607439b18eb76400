/** Handlers that say how long personal values are kept, and that hold those of an incident. */
import type { FileAttached } from '#shared/domain/incident/record/files.ts'
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { filesOf } from '#shared/domain/incident/rules/files.ts'
import { heldRefusal, liftHold, placeHold } from '#shared/domain/purge/decide.ts'
import { purgesStream, purgeStream } from '#shared/domain/purge/stream.ts'
import { decideRetention } from '#shared/domain/retention/decide.ts'
import { retentionStream } from '#shared/domain/retention/stream.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { recordDecision } from '../../engine/changes.ts'
import { filesGoing, readIncident } from './data.ts'
import { countsOf, orderChanges } from './order.ts'
import { eventAt, keeps, together } from './person.ts'
import type { FoundValue, Journal, PurgeOrder } from '../../ports.ts'
import { sealer, type Handler, type PreparedHandler } from '../handler.ts'
import { nothingLeft, notInEmergency, purgingNotOffered, valuesInUse } from './refusals.ts'

const setRetention: Handler<'retention/set'> = async (
  { days, exceptions, reason },
  { memory, meta, vault, purges },
) => {
  if (!purges) return purgingNotOffered()
  const { seal, seals } = sealer(vault, retentionStream.nameOf(''))
  const before = memory.documents.get('retention', 'retention')
  const decision = decideRetention(before, {
    ...{ type: 'SetRetention', reason: seal(reason) },
    retention: { days, exceptions: exceptions ?? [] },
  })
  const changes = recordDecision(retentionStream, 'retention', before, decision, meta)
  return changes.ok ? { ...changes, seals } : changes
}

const changeHold =
  <N extends 'retention/hold' | 'retention/lift'>(isPlaced: boolean): Handler<N> =>
  async ({ incidentId, reason }, { memory, meta, batch, vault }) => {
    if (!(await batch.incident(incidentId))) return unknownIncident()
    const before = await memory.documents.read('purge', incidentId)
    const { seal, seals } = sealer(vault, purgeStream.nameOf(incidentId))
    const decision = isPlaced
      ? placeHold(before, { type: 'PlaceHold', reason: seal(reason) })
      : liftHold(before, { type: 'LiftHold', reason: seal(reason) })
    const changes = recordDecision(purgeStream, incidentId, before, decision, meta)
    return changes.ok ? { ...changes, seals } : changes
  }

/** What was asked to go, as it stands in the record. */
type Asked = {
  values: readonly FoundValue[]
  files: readonly string[]
  incidents: readonly string[] // of which none may be held
}

/** The files of these incidents of which another name stays: it would name nothing. */
async function namedStill(
  ids: readonly string[],
  going: ReadonlySet<string>,
  journal: Journal,
): Promise<ReadonlySet<string>> {
  const others = new Map<string, string>() // files, by the seal of the name
  for (const id of ids) {
    const incident = await readIncident(id, journal)
    for (const { file, name } of incident ? filesOf(incident) : [])
      if (!going.has(name.sealed)) others.set(name.sealed, file.id)
  }
  const left = await journal.personalOf([...others.keys()])
  return new Set(left.flatMap(({ sealed }) => others.get(sealed) ?? []))
}

/** Several that are gone already are no fault: the rest goes. */
const purgePerson: PreparedHandler<'retention/purge', Asked> = {
  async prepare({ seals }, context) {
    const { journal, memory, purges } = context
    if (!purges) return purgingNotOffered()
    if (memory.documents.get('emergency', 'station')) return notInEmergency()
    const values = await journal.personalOf(seals)
    const why: LocalizedText[] = []
    const named = new Map<string, string[]>() // files, by incident
    for (const value of values) {
      const event = await eventAt(value.seq, context)
      const reason = await keeps(value, event, context)
      if (reason) why.push(reason)
      if (event?.type !== 'FileAttached') continue
      const { file } = event.body as unknown as FileAttached
      const id = incidentStream.idOf(value.stream) ?? ''
      named.set(id, [...(named.get(id) ?? []), file.id])
    }
    if (why.length > 0) return valuesInUse(why)
    if (values.length === 0) return nothingLeft()
    const { files } = await filesGoing([...named.keys()], { journal })
    const ofPerson = new Set([...named.values()].flat())
    const stay = await namedStill([...named.keys()], new Set(seals), journal)
    const incidents = new Set<string>()
    for (const id of new Set(values.flatMap(({ stream }) => incidentStream.idOf(stream) ?? [])))
      for (const other of await together(id, context)) incidents.add(other)
    return {
      ...{ values, incidents: [...incidents] },
      files: files.filter((id) => ofPerson.has(id) && !stay.has(id)),
    }
  },
  async handle({ reason }, { memory, meta, vault, purges }, { values, files, incidents }) {
    if (!purges) return purgingNotOffered()
    for (const id of incidents)
      if ((await memory.documents.read('purge', id))?.hold) return heldRefusal()
    const { seal, seals } = sealer(vault, purgesStream.nameOf(''))
    const byStream: Record<string, number> = {}
    for (const { stream } of values) byStream[stream] = (byStream[stream] ?? 0) + 1
    const order: PurgeOrder = {
      ...{ id: vault.id(meta.at), at: meta.at, by: meta.by, why: 'request', incidents: [], files },
      ...{ seals: values.map(({ sealed }) => sealed), values: values.length },
      of: countsOf(byStream),
    }
    const changes = await orderChanges(order, order.of ?? {}, {
      ...{ reason: seal(reason), at: meta.at, memory },
    })
    if (!changes.ok) return changes
    purges.ledger.begin(order)
    const reply = { values: values.length, files: files.length }
    return { ...changes, seals, reply, onSaved: () => void purges.given.push(order) }
  },
}

export const purgeCommands = {
  'retention/purge': purgePerson,
  'retention/set': setRetention,
  'retention/hold': changeHold<'retention/hold'>(true),
  'retention/lift': changeHold<'retention/lift'>(false),
}
