/** Puts HQ together: what stations ask, what people see, and the following between the two. */
import type { HqTimelineLine } from '#shared/contract/hq-replies.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { createBeats, isAway } from './beats.ts'
import { drawBoard, drawHere, type HqBoard, type NamedTypes } from './board.ts'
import type { Health, HqForSites } from './hq-api.ts'
import type {
  ForkDecision,
  HqClock,
  HqLog,
  HqSigner,
  HqStore,
  HqVault,
  MonthSite,
  NewOrder,
  SiteRow,
} from './hq-ports.ts'
import { createIngest } from './ingest.ts'
import { createMonthBook } from './month-book.ts'
import { sumMonth, watchedMonths, type MonthSum } from './months.ts'
import { createOrders, type HqOrders } from './orders.ts'
import { createPairing } from './pairing.ts'
import { createProjector } from './projector.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { timelineOf } from './timeline.ts'
import { incidentOf, loadMemory, worldOf } from './site-memory.ts'
import { seesRegion, type HqPerson } from '#shared/domain/hq/scope.ts'

export type HqParts = {
  name: string
  store: HqStore
  clock: HqClock
  mono: () => number
  vault: HqVault
  signer: HqSigner
  log: HqLog
  types: NamedTypes
}

/** What people at HQ ask. */
export interface HqForPeople {
  sites(): Promise<readonly SiteRow[]>
  /** As folded last; `now` is HQ's wall. */
  board(): Promise<HqBoard>
  /** One incident as its site draws it, also one that is over; null: there is none. */
  incident(site: string, id: string): Promise<BoardIncident | null>
  /** What happened in it, from its first event on; null: there is none. */
  timeline(site: string, id: string): Promise<readonly HqTimelineLine[] | null>
  /** `sites` null: all. */
  month(month: string, sites: readonly string[] | null): Promise<MonthSum>
  /** The same for somebody who sees some regions; null: not all of these sites. */
  monthFor(
    person: Pick<HqPerson, 'regions'>,
    month: string,
    sites: readonly string[] | null,
  ): Promise<MonthSum | null>
  differences: HqStore['differences']
  /** A code for pairing, valid once. */
  code(region: string, by: string, site?: string | null): Promise<string>
  unpair(site: string): Promise<void>
  /** By a person. False: there is no such fork any more. */
  decideFork(site: string, decision: Omit<ForkDecision, 'at'>): Promise<boolean>
  handDown(order: Omit<NewOrder, 'at'>): Promise<string>
  withdraw: HqOrders['withdraw']
  handedOrders: HqStore['handedOrders']
}

export type Hq = HqForSites &
  HqForPeople & {
    /** Folds what is new; gives the sites that have changed. One call at a time. */
    look(): Promise<readonly string[]>
  }

export function createHq(parts: HqParts): Hq {
  const { store, clock, types } = parts
  const ingest = createIngest(parts)
  const pairing = createPairing(parts)
  const beats = createBeats(parts)
  const orders = createOrders(parts)
  const projector = createProjector(parts)
  const months = createMonthBook(parts)

  async function health(): Promise<Health> {
    const [sites, differences, copies] = await Promise.all([
      store.sites(),
      store.differences(),
      store.copies(),
    ])
    const now = clock.wall()
    return {
      ok: true,
      copies,
      sites: sites.length,
      outOfTouch: sites.filter((site) => isAway(site, now)).length,
      forks: sites.filter(({ fork }) => fork !== null).length,
      differences: differences.length,
      stuck: projector.stuck.size,
    }
  }

  async function folded(site: string, id: string) {
    const [state] = await store.foldStates([site])
    if (!state) return null
    const memory = projector.memories.get(site) ?? (await loadMemory(store, state))
    const incident = await incidentOf(
      store,
      { ...memory, incidents: new Map(memory.incidents) },
      id,
    )
    if (!incident || incident.version === 0) return null
    await worldOf(store, memory, incident)
    return { memory, incident }
  }
  async function incident(site: string, id: string): Promise<BoardIncident | null> {
    const there = await folded(site, id)
    return there && drawHere(there.memory, there.incident, types, clock.wall())
  }
  async function timeline(site: string, id: string): Promise<readonly HqTimelineLine[] | null> {
    const there = await folded(site, id)
    if (!there) return null
    const { memory, incident } = there
    const plans = incident.runs.flatMap(({ revision }) => memory.plans.get(revision) ?? [])
    const events = await store.eventsOf(site, incidentStream.nameOf(id), memory.head?.seq ?? 0)
    return timelineOf(events, plans, types, memory.site?.zone ?? 'UTC')
  }

  async function board(): Promise<HqBoard> {
    const [sites, differences] = await Promise.all([store.sites(), store.differences()])
    const differing = new Set(differences.map(({ site }) => site))
    return drawBoard(sites, projector, types, clock.wall(), differing)
  }

  /** Over those of the sites that may be seen; `isWhole`: they are all that were chosen. */
  async function monthOver(
    month: string,
    chosen: readonly string[] | null,
    may: (site: MonthSite) => boolean,
  ): Promise<{ isWhole: boolean; sum: () => MonthSum }> {
    const { sites, wholeAt, sumOf } = await months.read(month)
    const ids = chosen && [...new Set(chosen)].sort()
    const known = ids ? ids.flatMap((id) => sites.get(id) ?? []) : [...sites.values()]
    const seen = known.filter(may)
    return {
      isWhole: ids === null || seen.length === ids.length,
      sum: () => sumMonth(month, seen, wholeAt, sumOf, clock.wall()),
    }
  }

  /** What was folded is what is asked for next. */
  async function look(): Promise<readonly string[]> {
    const changed = await projector.look()
    if (changed.length > 0) await months.refresh(watchedMonths(clock.wall()))
    return changed
  }

  return {
    pair: pairing.pair,
    admit: pairing.admit,
    push: ingest.push,
    common: ingest.common,
    beat: beats.beat,
    orders: orders.behind,
    health,
    sites: () => store.sites(),
    board,
    incident,
    timeline,
    month: async (month, sites) => (await monthOver(month, sites, () => true)).sum(),
    async monthFor(person, month, sites) {
      const may = ({ region }: MonthSite): boolean => seesRegion(person, region)
      const { isWhole, sum } = await monthOver(month, sites, may)
      return isWhole ? sum() : null
    },
    differences: () => store.differences(),
    code: pairing.code,
    unpair: pairing.unpair,
    decideFork: (site, decision) => store.decideFork(site, { ...decision, at: clock.wall() }),
    handDown: orders.handDown,
    withdraw: orders.withdraw,
    handedOrders: (limit) => store.handedOrders(limit),
    look,
  }
}
