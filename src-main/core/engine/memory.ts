/**
 * Holds in memory what the station works on: incidents on the board, their plans, this month's
 * stats, all documents. It is a copy of what the journal has on disk, and nothing enters it that is
 * not saved, except alarms raised while the disk fails, which stand apart.
 */
import { localMonth } from '#shared/domain/calendar.ts'
import type { Contact } from '#shared/domain/contacts/contact.ts'
import type { Deadline } from '#shared/domain/incident/deadlines.ts'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import type { Journalled } from '#shared/domain/incident/record/journalled.ts'
import { overAt, type Incident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import { registered, type RegisteredPlace } from '#shared/domain/places/place.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { isSealed, type Sealed } from '#shared/domain/sealed.ts'
import type { RecordHead } from '#shared/domain/station/head.ts'
import { asRecorded } from '#shared/domain/event-stream.ts'
import type { Tally } from '#shared/domain/statistics/tally.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import type { DutyRoster } from '#shared/domain/duty/roster.ts'
import { registerOf } from '#shared/domain/roster/identify.ts'
import type { Register } from '#shared/domain/roster/register.ts'
import type { Posts } from '#shared/domain/roster/stream.ts'
import { withSetUp, type Site } from '#shared/domain/site/site.ts'
import type { DocumentStore } from './document-store.ts'
import { createNumbersOutside } from './numbers-outside.ts'
import { incidentOf } from './replay.ts'
import { createMonthVersions } from './month-versions.ts'
import { createNumbering, type Numbering } from './numbering.ts'
import { createRunningMonth } from './running-month.ts'
import { createSealedValues } from './sealed-values.ts'
import { createWhoIsOn, type WhoIsOn } from './who-is-on.ts'
import { createWorlds } from './worlds.ts'
import type {
  IncidentRow,
  Journal,
  StoredDocument,
  Library,
  NewEvent,
  Seal,
  StorageTrouble,
} from '../ports.ts'

/**
 * An incident with alarms that the disk did not take. `version`: the saved one; `events`: what has
 * come since; `startedPlans`: the plans that these start.
 */
export type Unsaved = {
  incident: Incident
  version: number
  events: readonly NewEvent[]
  startedPlans: readonly Plan[]
}

export type Memory = {
  readonly site: Site
  documents: DocumentStore
  /** As at an instant (UTC ms); null: for what asks for nobody who is on duty. */
  world: (at: number | null) => World
  incidents: Map<string, Incident> // on the board, as saved
  lost: Set<string> // on the board too, but neither events nor row can be read
  unsaved: Map<string, Unsaved>
  posts: () => Posts | null // who holds which post for good
  register: () => Register | null
  duty: () => DutyRoster | null
  /** Who is on duty at an instant (UTC ms), and until when. */
  whoIsOn: (at: number) => WhoIsOn
  contacts: () => readonly Contact[] // those of an older roster too
  /** The posts, and the contacts under their units and posts outside. */
  postsAndContacts: () => Posts | null
  /** Who has signed on at the desk of this session; null: nobody in particular. */
  operator: (session: string) => Promise<string | null>
  hasIncidents: boolean // whether an incident ever was, drills too
  places: () => readonly RegisteredPlace[] // the site's register
  pending: Map<string, readonly Deadline[]> // of incidents that have left the board, as saved
  numbering: Numbering // short numbers of incidents
  position: number
  head: RecordHead | null // as it was read last, a cycle behind `position` at most
  lastOver: number | null // when a real incident was over last, UTC ms; null: none ever was
  storageFailedSince: number | null // UTC ms; null while saving works
  storageTrouble: StorageTrouble | null // why, as long as it fails
  plan: (revision: string) => Plan | undefined
  value: (sealed: Sealed | null) => string | null
  /** Brings the values that this speaks of to hand, for `value`. */
  fetchValues: (of: unknown) => Promise<void>
  /** These were destroyed. */
  forgetValues: (sealed: readonly string[]) => void
  /** The month whose figures are at hand: the current one as soon as turnMonth has read it. */
  month: () => { month: string; tally: Tally }
  /** The same without these incidents. */
  monthWithout: (ids: Iterable<string>) => { month: string; tally: Tally }
  /** Another number whenever the stats of a month may have become others. */
  monthVersion: (month: string) => number
  /** Whether the record has the text of this plan; if so, the plan is at hand afterwards. */
  hasPlan: (revision: string) => Promise<boolean>
  /**
   * The incident as saved, on the board or not; null if there is none. Its plans and its number
   * are at hand afterwards.
   */
  incident: (id: string) => Promise<Incident | null>
  /** Every event of an incident, those included that the disk has not taken yet. */
  events: (id: string) => Promise<readonly Journalled[]>
  /** Reads again when an incident was over last: one that was over may go on. */
  rereadOver: () => Promise<void>
  /** Takes over what a commit has saved. */
  apply: (
    rows: readonly IncidentRow[],
    documents: readonly StoredDocument[],
    seals: readonly Seal[],
  ) => void
  /**
   * Reads again whatever the record reckons up: the stats of the month, and when an incident was
   * over last.
   */
  recount: () => Promise<void>
  /**
   * Resolves when the figures of the month at `now` (UTC ms) are at hand: true for the first who
   * asked for a month that has just begun.
   */
  turnMonth: (now: number) => Promise<boolean>
}

const INCIDENT = incidentStream.nameOf('')

/**
 * What the site is by the record; `founding`: what it is taken for in a record without one. The
 * same object until the record says something new of it, since the rules know by it in what they
 * have settled something.
 */
function sitesIn(documents: DocumentStore, founding: Site): () => Site {
  let recorded = documents.get('site', 'site')
  let site = recorded ? withSetUp(recorded) : founding
  return () => {
    const latest = documents.get('site', 'site')
    if (latest !== recorded) site = latest ? withSetUp(latest) : founding
    recorded = latest
    return site
  }
}

/**
 * Reads what the screens need now, whatever the length of the history: open incidents, their plans
 * and words, this month's stats.
 */
export async function loadMemory(
  journal: Journal,
  documents: DocumentStore,
  library: Library,
  founding: Site,
  now: number,
): Promise<Memory> {
  const currentSite = sitesIn(documents, founding)
  let site = currentSite()
  const values = createSealedValues(journal)
  const outside = createNumbersOutside(documents, library, () => documents.get('roster', 'roster'))
  const running = createRunningMonth(journal, localMonth(now, site.zone))
  const versions = createMonthVersions()
  const numbering = createNumbering(journal, () => {
    const emergency = documents.get('emergency', 'station')
    const earlier = emergency?.numbers
    return { zone: site.zone, emergency: emergency !== null, ...(earlier ? { earlier } : {}) }
  })

  /** What runs is kept; what a rule of the plans starts at this moment is still the library's. */
  const plan = (revision: string): Plan => {
    const known =
      documents.get('plan', revision) ??
      [...memory.unsaved.values()]
        .flatMap(({ startedPlans }) => startedPlans)
        .find((candidate) => candidate.revision === revision) ??
      library.plans().find((candidate) => candidate.revision === revision)
    if (!known) throw new Error(`plan revision ${revision} is not at hand`)
    return known
  }
  const hasPlan = async (revision: string): Promise<boolean> =>
    (await documents.read('plan', revision)) !== null
  /** With all that its screens need at hand. */
  const withParts = async (incident: Incident): Promise<Incident> => {
    for (const { revision } of incident.runs) await hasPlan(revision)
    await values.fetch(incident)
    await numbering.fetchOf(incident, incident.receivedAt)
    return incident
  }

  let old: { posts: Posts; register: Register } | null = null
  /** Of a record of an older program: the register that its roster is. */
  function oldRegister(posts: Posts): Register {
    if (old?.posts !== posts) old = { posts, register: registerOf(posts, values.open) }
    return old.register
  }
  function register(): Register | null {
    const posts = documents.get('roster', 'roster')
    return documents.get('register', 'roster') ?? (posts && oldRegister(posts))
  }
  const duty = (): DutyRoster | null => documents.get('duty', 'duty')
  const whoIsOn = createWhoIsOn(() => ({ register: register(), duty: duty(), zone: site.zone }))
  const world = createWorlds({
    site: () => site,
    documents,
    library,
    plan,
    values,
    rosterAt: (at) => outside.rosterWith(whoIsOn(at).roster),
  })

  const memory: Memory = {
    get site() {
      return site
    },
    documents,
    world,
    incidents: new Map(),
    lost: new Set(),
    unsaved: new Map(),
    posts: () => documents.get('roster', 'roster'),
    register,
    duty,
    whoIsOn,
    contacts: outside.contacts,
    postsAndContacts: outside.posts,
    async operator(session) {
      const person = (await documents.read('desk', session))?.person ?? null
      if (!isSealed(person)) return person
      await values.fetch(person)
      return memory.value(person)
    },
    places: () => registered(documents.get('places', 'places') ?? []),
    pending: new Map(),
    numbering,
    // a damaged index keeps nobody from starting: the check builds it again
    hasIncidents: (await journal.streams(INCIDENT, 1).catch(() => [])).some((stream) =>
      stream.startsWith(INCIDENT),
    ),
    position: await journal.position(),
    head: null,
    lastOver: await journal.lastOver(),
    storageFailedSince: null,
    storageTrouble: null,
    plan: (revision) => documents.get('plan', revision) ?? undefined,
    value: values.open,
    fetchValues: values.fetch,
    forgetValues: values.forget,
    month: running.current,
    monthWithout: running.without,
    monthVersion: versions.of,
    hasPlan,
    async incident(id) {
      const onBoard = memory.incidents.get(id)
      if (onBoard) return onBoard
      const row = await journal.row(id)
      const incident = await incidentOf(id, row, journal)
      return incident && withParts(incident)
    },
    async events(id) {
      const saved = await journal.events(incidentStream.nameOf(id))
      const unsaved = memory.unsaved.get(id)?.events ?? []
      return [...saved, ...unsaved.map((event) => ({ ...event, commandId: null }))].map(
        (event) => ({ ...asRecorded<IncidentEvent>(event), commandId: event.commandId }),
      )
    },
    async rereadOver() {
      memory.lastOver = await journal.lastOver()
    },
    apply(rows, saved, seals) {
      const gone = new Set(
        rows.filter(({ onBoard }) => !onBoard).map(({ id }) => incidentStream.nameOf(id)),
      ) // whose words no screen shows: a thousand imported ones fill no memory
      for (const { sealed, value, stream } of seals)
        if (!gone.has(stream)) values.add(sealed, value)
      documents.apply(saved)
      const before = site
      site = currentSite()
      if (site.kinds !== before.kinds) library.follow(site.kinds)
      for (const { id, onBoard, pending, incident, stats } of rows) {
        memory.hasIncidents = true
        const before = memory.incidents.get(id)
        versions.change(stats.month)
        // when it occurred may have been put right
        if (before) versions.change(localMonth(before.occurredAt ?? before.receivedAt, site.zone))
        if (incident.number !== undefined && incident.number !== before?.number)
          numbering.take(incident.number)
        memory.unsaved.delete(id)
        memory.lost.delete(id)
        if (onBoard) memory.incidents.set(id, incident)
        else memory.incidents.delete(id)
        if (pending.length > 0) memory.pending.set(id, pending)
        else memory.pending.delete(id)
        running.count(stats)
        const over = overAt(incident)
        if (!stats.drill && stats.counted && over !== null)
          memory.lastOver = Math.max(memory.lastOver ?? 0, over)
      }
    },
    async recount() {
      versions.changeAll()
      await running.recount()
      await memory.rereadOver()
    },
    turnMonth: (at) => running.turn(localMonth(at, site.zone)),
  }
  await running.recount()
  await values.fetch([
    memory.posts(),
    documents.get('register', 'roster'),
    memory.contacts(),
    documents.get('room', 'room'), // walls show it
    documents.get('warnings', 'warnings'), // and these
  ])
  for (const row of await journal.rowsOnBoard()) {
    const incident = await incidentOf(row.id, row, journal)
    if (incident) memory.incidents.set(incident.id, await withParts(incident))
    else memory.lost.add(row.id)
  }
  for (const { id, pending } of await journal.pending()) memory.pending.set(id, pending)
  return memory
}
