/**
 * Takes the incidents and shift handovers of an emergency record into another one, whole or not at
 * all: their events come as they were written, with their own instants and people.
 */
import { highestOfEmergency } from '#shared/domain/incident/number.ts'
import { initialIncident } from '#shared/domain/incident/record/state.ts'
import { isSealed, sealedIn } from '#shared/domain/sealed.ts'
import { contactsStream } from '#shared/domain/contacts/stream.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { EMPTY_DUTY, entriesOf, type DutyRoster } from '#shared/domain/duty/roster.ts'
import { dutyStream } from '#shared/domain/duty/stream.ts'
import { placesStream } from '#shared/domain/places/stream.ts'
import type { Register } from '#shared/domain/roster/register.ts'
import { postsOf, rosterStream } from '#shared/domain/roster/stream.ts'
import { isSame } from '#shared/domain/canonical.ts'
import { planSnapshotStream } from '#shared/domain/plan-snapshot/stream.ts'
import type { AnyStream } from '#shared/domain/streams.ts'
import { decideStation } from '#shared/domain/station/decide.ts'
import { STATION } from '#shared/domain/station/names.ts'
import { stationStream } from '#shared/domain/station/stream.ts'
import {
  changesOf,
  decideIncident,
  joinChanges,
  rowOf,
  streamChanges,
  type Changes,
} from '../../engine/changes.ts'
import type { SearchIndexer } from '../../engine/search-index.ts'
import type { Journal, Seal, SearchEntry, StoredEvent } from '../../ports.ts'
import { worldOf } from '../../verify/projections.ts'
import { adoptedStreams } from './adopt-streams.ts'

type Adopted =
  | {
      ok: true
      incidents: number
      continued: number
      rosterLeft: boolean
      contactsLeft: boolean
      placesLeft: boolean
      position: number
      hash: string
    }
  | { ok: false; why: 'no-emergency' | 'other-record' | 'adopted-already' }

type Parts = {
  own: Journal
  emergency: Journal
  indexIncident: SearchIndexer
  /** The personal values of these digests, out of the emergency record. */
  seals: (sealed: readonly string[]) => readonly Seal[]
  at: number // UTC ms
}

const NOTHING_LEFT = { rosterLeft: false, contactsLeft: false, placesLeft: false }
const PAGE = 500

async function allEvents(journal: Pick<Journal, 'eventsAfter'>): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = []
  for (;;) {
    const page = await journal.eventsAfter(events.at(-1)?.seq ?? 0, PAGE)
    events.push(...page)
    if (page.length < PAGE) return events
  }
}

const asWritten = ({ stream, type, at, by, body }: StoredEvent) => ({ stream, type, at, by, body })

/** The text of a plan stands in a record once. */
async function snapshots(journal: Journal, events: readonly StoredEvent[]): Promise<Changes> {
  const fresh: StoredEvent[] = []
  for (const event of events)
    if ((await journal.events(event.stream)).length === 0) fresh.push(event)
  return changesOf({
    events: fresh.map(asWritten),
    documents: fresh.flatMap((event) => {
      const revision = planSnapshotStream.idOf(event.stream) ?? ''
      const plan = planSnapshotStream.replay(revision, [event])
      return plan ? [{ kind: 'plan' as const, id: revision, body: plan as never }] : []
    }),
  })
}

/** What a register says of people, however it numbers them. */
const peopleOf = (register: Register | null): unknown =>
  register && {
    roster: postsOf(register),
    persons: register.persons.map(({ name, phones, left }) => [
      name,
      phones.map(({ number }) => number),
      left ?? false,
    ]),
    ...{ posts: register.posts, groups: register.groups, leave: register.leave },
  }

/** Shifts, and who is entered from the first day on that the emergency record has. */
function dutyOf(duty: DutyRoster | null, emergency: DutyRoster | null): unknown {
  const first = Object.keys(emergency?.days ?? {}).sort()[0] ?? ''
  return {
    shifts: duty?.shifts ?? [],
    entries: entriesOf(duty ?? EMPTY_DUTY, (day) => day >= first),
  }
}

const byPeople = (events: readonly StoredEvent[]): boolean =>
  events.some(({ by }) => by !== STATION)

/**
 * Whether people changed the roster or who is on duty meanwhile, and it is another one than the
 * record's own. It stays there: who held a post that night is over by the morning, and alerts would
 * climb to them.
 */
async function isRosterLeft({ own, emergency, seals }: Parts): Promise<boolean> {
  const [people, shifts] = [rosterStream.nameOf(''), dutyStream.nameOf('')]
  const meanwhile = {
    people: await emergency.events(people),
    shifts: await emergency.events(shifts),
  }
  if (byPeople(meanwhile.shifts)) {
    const duty = dutyStream.replay('', meanwhile.shifts)
    const ofOwn = dutyStream.replay('', await own.events(shifts))
    if (!isSame(dutyOf(duty, duty), dutyOf(ofOwn, duty))) return true
  }
  if (!byPeople(meanwhile.people)) return false
  const [after, before] = [meanwhile.people, await own.events(people)].map((events) =>
    peopleOf(rosterStream.replay('', events)),
  )
  return areOthers(after, before, { own, seals })
}

/** Whether people changed a register meanwhile, and it is another one than the record's own. */
async function isLeft(
  { nameOf, replay }: Pick<AnyStream, 'nameOf' | 'replay'>,
  { own, emergency, seals }: Parts,
): Promise<boolean> {
  const meanwhile = await emergency.events(nameOf(''))
  if (!byPeople(meanwhile)) return false
  const before = replay('', await own.events(nameOf('')))
  return areOthers(replay('', meanwhile), before, { own, seals })
}

/** The same names are sealed anew each time: their values are compared. */
async function areOthers(
  after: unknown,
  before: unknown,
  { own, seals }: Pick<Parts, 'own' | 'seals'>,
): Promise<boolean> {
  const digests = sealedIn([after, before]).map(({ sealed }) => sealed)
  const values: Readonly<Record<string, string>> = {
    ...(await own.unseal(digests)),
    ...Object.fromEntries(seals(digests).map(({ sealed, value }) => [sealed, value])),
  }
  const opened = (state: unknown): unknown =>
    JSON.parse(JSON.stringify(state), (_key, value: unknown) =>
      isSealed(value) ? (values[value.sealed] ?? value) : value,
    )
  return !isSame(opened(after), opened(before))
}

/** What binds the first event of the record that it stands in for; null where it was not read. */
function standsInFor(events: readonly StoredEvent[]): string | null {
  const opened = events.find(({ type }) => type === 'EmergencyOpened')
  return (opened?.body as { record?: string } | undefined)?.record ?? null
}

/**
 * Adopting the same record again changes nothing; one that has gone on since is refused, and so is
 * one that stands in for another record than this, since nothing can be taken out again.
 */
export async function adoptEmergency(parts: Parts): Promise<Adopted> {
  const { own, emergency, indexIncident, at } = parts
  const events = await allEvents(emergency)
  const station = stationStream.replay('', await emergency.events(stationStream.nameOf('')))
  const last = events.at(-1)
  const record = await emergency.hashAt(1)
  if (!station.emergency || !last || record === null) return { ok: false, why: 'no-emergency' }
  const of = standsInFor(events)
  if (of !== null && of !== (await own.hashAt(1))) return { ok: false, why: 'other-record' }
  const head = { position: last.seq, hash: (await emergency.hashAt(last.seq)) ?? '' }
  const position = await own.position()
  const ownHead = { position, hash: (await own.hashAt(position)) ?? '' }
  const state = stationStream.replay('', await own.events(stationStream.nameOf('')))
  const before = state.adoptions?.find((adoption) => adoption.record === record)
  if (before)
    return before.emergency.hash === head.hash
      ? { ok: true, incidents: 0, continued: 0, ...NOTHING_LEFT, ...ownHead }
      : { ok: false, why: 'adopted-already' }

  const meta = { at, by: STATION }
  const streams = new Map<string, StoredEvent[]>()
  for (const event of events)
    if (incidentStream.idOf(event.stream) !== null)
      streams.set(event.stream, [...(streams.get(event.stream) ?? []), event])
  const ids = [...streams.keys()].map((stream) => incidentStream.idOf(stream) ?? '')
  const numbers = highestOfEmergency(
    events.flatMap(({ body }) => {
      const { number } = body as { number?: unknown }
      return typeof number === 'string' ? [number] : []
    }),
  )
  const adoption = decideStation(state, {
    type: 'AdoptEmergency',
    record,
    emergency: head,
    own: ownHead,
    since: station.emergency.since,
    until: last.at,
    incidents: ids,
    ...(Object.keys(numbers).length > 0 ? { numbers } : {}),
  })
  if (!adoption.ok) throw new Error(adoption.code)
  const world = worldOf(emergency)
  const ownWorld = worldOf(own)
  const all: Changes[] = [
    streamChanges(stationStream, '', state, { events: adoption.events, meta }),
    await snapshots(
      own,
      events.filter(({ stream }) => planSnapshotStream.idOf(stream) !== null),
    ),
  ]
  const searchEntries: SearchEntry[] = []
  let continued = 0
  for (const [stream, written] of streams) {
    const id = incidentStream.idOf(stream) ?? ''
    const incident = incidentStream.replay(id, written)
    const ofIncident = await world(incident)
    const sealed = new Set(sealedIn(written.map(({ body }) => body)).map(({ sealed }) => sealed))
    const seals = parts.seals([...sealed]).map((seal) => ({ ...seal, stream }))
    const values = new Map(seals.map(({ sealed, value }) => [sealed, value]))
    all.push(
      changesOf({
        expect: { [stream]: 0 },
        events: written.map(asWritten),
        seals: [...seals],
        rows: [rowOf(incident, ofIncident)],
      }),
    )
    searchEntries.push(
      indexIncident(incident, {
        plan: ofIncident.plan,
        value: ({ sealed }) => values.get(sealed) ?? null,
      }),
    )
    const from = incident.takenOver?.incidentId
    const left = from ? await own.events(incidentStream.nameOf(from)) : []
    if (!from || left.length === 0) continue
    const ended = incidentStream.replay(from, left)
    if (ended.version === initialIncident(from).version) continue
    const changes = decideIncident(
      { incident: ended, meta, world: await ownWorld(ended) },
      { type: 'ContinueIncident', incidentId: id },
    )
    if (!changes.ok) throw new Error(changes.code)
    all.push(changes)
    continued += 1
  }
  all.push(...(await adoptedStreams(events, parts)))
  const { expect, events: added, seals, rows, documents } = joinChanges(all)
  const [saved] = await own.commit([
    { command: null, expect, events: added, seals, rows, documents, searchEntries },
  ])
  if (!saved?.ok) throw new Error('the record has an incident of that name')
  const hash = (await own.hashAt(saved.position)) ?? ''
  const left = {
    rosterLeft: await isRosterLeft(parts),
    contactsLeft: await isLeft(contactsStream, parts),
    placesLeft: await isLeft(placesStream, parts),
  }
  return { ok: true, incidents: streams.size, continued, ...left, position: saved.position, hash }
}
