/**
 * What the station holds in memory: incidents on the board, their plans, this month's facts, the
 * roster. It is a copy of what the journal has on disk; nothing enters it that is not saved, except
 * alarms raised while the disk fails, which are kept apart.
 */
import { localMonth } from '#shared/domain/calendar.ts'
import type { Deadline } from '#shared/domain/incident/deadlines.ts'
import type { Place } from '#shared/domain/incident/record/slices.ts'
import { sealsOf } from '#shared/domain/incident/record/seals.ts'
import { overAt, type Incident } from '#shared/domain/incident/record/state.ts'
import type { Roster, World } from '#shared/domain/incident/record/world.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { Sealed } from '#shared/domain/sealed.ts'
import type { IncidentFact } from '#shared/domain/statistics/incident-stats.ts'
import { NOTHING, tallyOf, withTally, type Tally } from '#shared/domain/statistics/tally.ts'
import type { Site } from '#shared/domain/board/types.ts'
import { withSetUp } from '#shared/domain/site.ts'
import { incidentStream } from './changes.ts'
import type { ImportDocument } from '../features/import/record.ts'
import type { SitePlans } from '../features/plan/site-plans.ts'
import { loadReports, type ReportBook } from '../features/monthly-report/state.ts'
import { incidentOf } from '../verify/reproject.ts'
import type {
  IncidentRow,
  Journal,
  Json,
  StoredDocument,
  Library,
  NewEvent,
  Seal,
} from '../ports.ts'

/**
 * An incident with alarms that the disk did not take; `version` is the saved one, `events` what has
 * come since, `begun` the plans that began.
 */
export type Unsaved = {
  incident: Incident
  version: number
  events: readonly NewEvent[]
  startedPlans: readonly Plan[]
}

export type Posts = Record<string, { person: string; phone: string }[]>

export type Memory = {
  site: Site
  world: () => World
  incidents: Map<string, Incident> // on the board, as saved
  lost: Set<string> // on the board too, but neither events nor row can be read
  unsaved: Map<string, Unsaved>
  posts: () => Posts | null
  /** Who has signed on at the desk of this session; null: nobody in particular. */
  operator: (session: string) => Promise<string | null>
  hasIncidents: boolean // whether an incident ever was, drills too
  places: () => readonly Place[] // the site's register
  reports: ReportBook // what became of the report of each month
  imports: Map<string, ImportDocument> // of files, by their ids
  pending: Map<string, readonly Deadline[]> // of incidents that have left the board, as saved
  position: number
  lastOver: number | null
  storageFailedSince: number | null
  plan: (revision: string) => Plan | undefined
  value: (sealed: Sealed | null) => string | null
  /** The month whose figures are at hand: the current one as soon as turnMonth has read it. */
  month: () => { month: string; tally: Tally }
  /** Whether the record has the text of this plan; if so, the plan is at hand afterwards. */
  hasPlan: (revision: string) => Promise<boolean>
  /**
   * The incident as saved, on the board or not; null if there is none. Its plans are at hand
   * afterwards.
   */
  incident: (id: string) => Promise<Incident | null>
  /** Takes over what a commit has saved. */
  apply: (
    rows: readonly IncidentRow[],
    kept: readonly StoredDocument[],
    seals: readonly Seal[],
  ) => void
  /**
   * Reads again whatever the record reckons up: the facts of the month, and when an incident was
   * over last.
   */
  recount: () => Promise<void>
  /**
   * Resolves when the figures of the month at `now` (UTC ms) are at hand: true for the first who
   * asked for a month that has just begun.
   */
  turnMonth: (now: number) => Promise<boolean>
}

/** Who holds which post, without telephones. */
export const rosterOf = (posts: Posts | null): Roster | null =>
  posts &&
  Object.fromEntries(
    Object.entries(posts).map(([post, people]) => [post, people.map(({ person }) => person)]),
  )

const INCIDENT = incidentStream('')
const personIn = (body: Json | null): string | null =>
  (body as { person: string | null } | null)?.person ?? null

/** A month that is being read, and what is saved meanwhile. */
type Coming = { month: string; facts: Map<string, IncidentFact>; read: Promise<boolean> }

const asPlan = (body: Json): Plan => body as unknown as Plan

/**
 * Reads what the screens need now, whatever the length of the history: open incidents, their plans
 * and words, this month's facts.
 */
export async function loadMemory(
  journal: Journal,
  library: Library,
  own: SitePlans,
  site: Site,
  now: number,
): Promise<Memory> {
  const plans = new Map<string, Plan>()
  const values = new Map<string, string>()
  let posts = (await journal.document('roster', 'roster')) as unknown as Posts | null
  const people = new Map<string, string | null>() // by session, as far as it was asked for
  let places = ((await journal.document('places', 'places')) ?? []) as unknown as readonly Place[]
  let month = localMonth(now, site.zone)
  let facts = new Map<string, IncidentFact>()
  let tally = NOTHING
  let coming: Coming | null = null

  /** What runs is kept; what a rule of the plans starts at this moment is still the library's. */
  const plan = (revision: string): Plan => {
    const found =
      plans.get(revision) ??
      [...memory.unsaved.values()]
        .flatMap(({ startedPlans }) => startedPlans)
        .find((one) => one.revision === revision) ??
      library.plans().find((one) => one.revision === revision)
    if (!found) throw new Error(`plan revision ${revision} is not at hand`)
    return found
  }
  const hasPlan = async (revision: string): Promise<boolean> => {
    const body = plans.has(revision) ? null : await journal.document('plan', revision)
    if (body !== null) plans.set(revision, asPlan(body))
    return plans.has(revision)
  }
  const fetchPlans = async (incident: Incident): Promise<void> => {
    for (const { revision } of incident.runs) await hasPlan(revision)
  }
  const fetchWords = async (incident: Incident): Promise<void> => {
    const wanted = sealsOf(incident)
      .map(({ sealed }) => sealed)
      .filter((sealed) => !values.has(sealed))
    if (wanted.length > 0)
      for (const [sealed, value] of Object.entries(await journal.unseal(wanted)))
        values.set(sealed, value)
  }
  const roster = (): Roster | null => rosterOf(posts)

  const hold = (held: Map<string, IncidentFact>): void => {
    facts = held
    tally = tallyOf([...held.values()])
  }
  /** The tally follows each fact: every push shows it, and a month may have hundreds. */
  const count = (fact: IncidentFact): void => {
    const before = facts.get(fact.incidentId)
    tally = withTally(before ? withTally(tally, tallyOf([before]), -1) : tally, tallyOf([fact]), 1)
    facts.set(fact.incidentId, fact)
  }

  async function readMonth(next: Coming): Promise<boolean> {
    try {
      const read = await journal.facts(next.month, next.month)
      if (coming !== next) return false // the clock has been put to yet another month
      hold(new Map([...read.map((fact) => [fact.incidentId, fact] as const), ...next.facts]))
      month = next.month
      return true
    } finally {
      if (coming === next) coming = null
    }
  }

  const memory: Memory = {
    site,
    world: () => ({
      plan,
      calendar: library.calendar(),
      zone: memory.site.zone,
      roster: roster(),
      offered: (id) => library.plan(id),
      starters: library.plans().filter(({ start }) => start && start.length > 0),
    }),
    incidents: new Map(),
    lost: new Set(),
    unsaved: new Map(),
    posts: () => posts,
    async operator(session) {
      const known = people.get(session)
      if (known !== undefined) return known
      const read = personIn(await journal.document('desk', session))
      if (!people.has(session)) people.set(session, read) // somebody may have signed on meanwhile
      return people.get(session) ?? null
    },
    places: () => places,
    reports: await loadReports(journal),
    imports: new Map(
      (await journal.documents('import')).map(({ id, body }) => [
        id,
        body as unknown as ImportDocument,
      ]),
    ),
    pending: new Map(),
    hasIncidents: (await journal.streams(INCIDENT, 1)).some((stream) =>
      stream.startsWith(INCIDENT),
    ),
    position: await journal.position(),
    lastOver: await journal.lastOver(),
    storageFailedSince: null,
    plan: (revision) => plans.get(revision),
    value: (sealed) => (sealed ? (values.get(sealed.sealed) ?? null) : null),
    month: () => ({ month, tally }),
    hasPlan,
    async incident(id) {
      const held = memory.incidents.get(id)
      if (held) return held
      const row = await journal.row(id)
      const incident = await incidentOf(id, row, journal)
      if (!incident) return null
      await fetchPlans(incident)
      await fetchWords(incident)
      return incident
    },
    apply(rows, kept, seals) {
      const gone = new Set(
        rows.filter(({ onBoard }) => !onBoard).map(({ id }) => incidentStream(id)),
      ) // whose words no screen shows: a thousand imported ones fill no memory
      for (const { sealed, value, stream } of seals)
        if (!gone.has(stream)) values.set(sealed, value)
      for (const { kind, id, body } of kept) {
        if (kind === 'plan') plans.set(id, asPlan(body))
        if (kind === 'roster') posts = body as unknown as Posts
        if (kind === 'import') memory.imports.set(id, body as unknown as ImportDocument)
        if (kind === 'places') places = body as unknown as readonly Place[]
        if (kind === 'desk') people.set(id, personIn(body))
        if (kind === 'site') {
          memory.site = withSetUp(body as unknown as Site)
          library.follow(memory.site.kinds)
        }
      }
      own.apply(kept, (revision) => plans.get(revision))
      memory.reports.apply(kept)
      for (const { id, onBoard, pending, incident, fact } of rows) {
        memory.hasIncidents = true
        memory.unsaved.delete(id)
        memory.lost.delete(id)
        if (onBoard) memory.incidents.set(id, incident)
        else memory.incidents.delete(id)
        if (pending.length > 0) memory.pending.set(id, pending)
        else memory.pending.delete(id)
        if (fact.month === month) count(fact)
        if (fact.month === coming?.month) coming.facts.set(id, fact)
        const over = overAt(incident)
        if (!fact.drill && fact.counted && over !== null)
          memory.lastOver = Math.max(memory.lastOver ?? 0, over)
      }
    },
    async recount() {
      const read = await journal.facts(month, month)
      hold(new Map(read.map((fact) => [fact.incidentId, fact])))
      memory.lastOver = await journal.lastOver()
    },
    async turnMonth(at) {
      const current = localMonth(at, memory.site.zone)
      if (current === month) return false
      if (current === coming?.month) return coming.read.then(() => false)
      const next = {
        month: current,
        facts: new Map<string, IncidentFact>(),
        read: Promise.resolve(true),
      }
      coming = next
      next.read = readMonth(next)
      return next.read
    },
  }
  hold(new Map((await journal.facts(month, month)).map((fact) => [fact.incidentId, fact])))
  for (const row of await journal.rowsOnBoard()) {
    const incident = await incidentOf(row.id, row, journal)
    if (!incident) {
      memory.lost.add(row.id)
      continue
    }
    await fetchPlans(incident)
    await fetchWords(incident)
    memory.incidents.set(incident.id, incident)
  }
  for (const { id, pending } of await journal.pending()) memory.pending.set(id, pending)
  return memory
}
