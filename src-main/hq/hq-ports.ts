/** The interfaces of what HQ needs from outside, in its own words. Instants are UTC ms. */
import type { HandedEvent, StatedTally } from '#shared/contract/hand-up.ts'
import type { Difference, Heard, SentOrder, SiteRow, Fork } from '#shared/contract/hq-replies.ts'
import type { HandedOrder, OrderKind } from '#shared/domain/hand-up/order.ts'
import type { ForkChoice } from '#shared/domain/hand-up/fork.ts'
import type { Head, Point } from '#shared/domain/hand-up/point.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import type { Tally } from '#shared/domain/statistics/tally.ts'

/** `wall`: UTC ms, may jump. `after` wakes once after `ms` and returns how to call it off. */
export interface HqClock {
  wall(): number
  after(ms: number, wake: () => void): () => void
}

/** No personal value may be handed to it. */
export interface HqLog {
  info(event: string, detail?: object): void
  error(event: string, error: unknown, detail?: object): void
}

/** Digests and chance. */
export interface HqVault {
  /** SHA-256 of the text (UTF-8), in hex. */
  sha256(text: string): string
  /** Unused and not to be guessed, for ids. */
  id(now: number): string
  /** 256 bits that nobody can guess, for tokens. */
  token(): string
  /** A code for people to copy, 50 bits. */
  pairingCode(): string
}

/** Signs orders. `publicKey`: Ed25519, SPKI, DER, base64. */
export interface HqSigner {
  publicKey: string
  sign(text: string): string
}

/**
 * The store did not answer in time, went away, or takes no writes now: nobody's fault, tried again.
 * Whether what was asked for is done is not known: whoever writes again does so by compare-and-set.
 * `code`: the driver's or the server's, for the log.
 */
export class StoreDown extends Error {
  readonly code: string
  constructor(code: string, cause?: unknown) {
    super(`the database does not answer (${code})`, { cause })
    this.code = code
  }
}

export type {
  Difference,
  Fork,
  Heard,
  OrderState,
  SentOrder,
  SiteRow,
} from '#shared/contract/hq-replies.ts'

/** What a station says of itself when it pairs. `first`: hash of its record's first event. */
export type Introduction = Pick<SiteRow, 'name' | 'zone' | 'kinds' | 'program'> & { first: string }
/** `site`: the id for a new one; a record that is known has its own. All digests are SHA-256. */
export type Pairing = Introduction & {
  codeDigest: string
  tokenDigest: string
  newSite: string
  at: number
}
export type Paired = { ok: true; site: string; head: Head } | { ok: false; code: PairingRefusal }
export type PairingRefusal = 'unknown-code' | 'other-record'
export type NewCode = {
  digest: string
  region: string
  site: string | null
  at: number
  by: string
  expiresAt: number
}

/**
 * A push that may be written. `from`: the head that HQ must have for it (compare-and-set).
 * `newEpoch`: it begins `to.epoch` behind `after`, and what is held beyond is put aside.
 */
export type Push = {
  site: string
  from: Head
  after: Point
  to: Head
  newEpoch: boolean
  events: readonly HandedEvent[]
  tallies: readonly StatedTally[]
  at: number
}

/** Which record goes on from `seq` on, where another came with `came`; by whom and why. */
export type ForkDecision = Pick<Fork, 'seq' | 'came'> & {
  choice: ForkChoice
  at: number
  by: string
  why: string
}

/** An event as it is held; `line` null: a stub. */
export type HeldEvent = { seq: number; hash: string; type: string; line: string | null }

/** What an incident came to after its event `seq`. */
export type FoldedIncident = { id: string; onBoard: boolean; seq: number; stats: IncidentStats }
/** All events of a stream that one step has folded lie between these two. */
export type StreamSpan = { stream: string; from: number; to: number }
export type CountedMonth = { month: string; tally: Tally }
/** How far the events of a site are folded; null: not at all. */
export type FoldState = { site: string; head: Head; folded: Head | null; zone: string }
/** One step of folding: from `from` to `to`, saved whole or not at all. */
export type FoldStep = {
  site: string
  from: Head | null
  to: Head
  spans: readonly StreamSpan[]
  incidents: readonly FoldedIncident[]
  months: readonly CountedMonth[]
  /** Of the months that could be compared at `to`: what differs, and which agree. */
  differences: readonly Difference[]
  agreeing: readonly string[]
  at: number
}

/** A tally with where it was stated. */
export type StatedRow = {
  site: string
  month: string
  tally: Tally
  position: Head
  statedAt: number
}

/** A site with what it states of a month. */
export type MonthSite = Pick<SiteRow, 'id' | 'name' | 'region' | 'zone' | 'head'> & {
  forked: boolean
  stated: { tally: Tally; position: Head } | null
}
/**
 * What has happened to sites, as of one instant. `changes`: behind the id that was asked from.
 * `first`, `last`: ids of the oldest and the newest change that is kept; 0: none.
 */
export type SiteNews = {
  changes: readonly { id: number; site: string }[]
  first: number
  last: number
  /** When HQ was last known to have all of a site, by its id (UTC ms). */
  wholeAt: ReadonlyMap<string, number>
}

/** `withdraws`: the id of an order that it takes back. */
export type NewOrder = {
  kind: OrderKind
  title: string
  body: string
  at: number
  by: string
  sites: readonly string[]
  withdraws?: string
}

/** Where HQ keeps everything. Whatever rejects has changed nothing. */
export interface HqStore {
  sites(): Promise<readonly SiteRow[]>
  site(id: string): Promise<SiteRow | null>
  /** The site that a token belongs to, by its digest, with the head held. */
  siteOfToken(digest: string): Promise<{ id: string; head: Head } | null>
  addCode(code: NewCode): Promise<void>
  pair(pairing: Pairing): Promise<Paired>
  endTokens(site: string, at: number): Promise<void>

  /** Whether it was written: false where `from` is not the head any more. */
  push(push: Push): Promise<boolean>
  /** The hashes held at these positions, by seq. */
  hashesAt(site: string, seqs: readonly number[]): Promise<ReadonlyMap<number, string>>
  noteFork(
    site: string,
    epoch: number,
    fork: Pick<Fork, 'seq' | 'held' | 'came'>,
    at: number,
  ): Promise<void>
  /** Whether it was written: false where the site has no fork like that any more. */
  decideFork(site: string, decision: ForkDecision): Promise<boolean>
  /**
   * The head held, as it was when the beat was written, and which point of a record that came was
   * decided to be the right one. Null: no such site.
   */
  hear(
    site: string,
    heard: Omit<Heard, 'wholeAt'>,
    hash: string,
  ): Promise<{ head: Head; decided: Point | null } | null>

  addOrder(order: NewOrder, sign: (site: string, order: HandedOrder) => string): Promise<string>
  /** Those behind `after` ('' for all), in order; it is remembered as the last asked for. */
  orders(site: string, after: string): Promise<readonly (HandedOrder & { signature: string })[]>
  /** The latest first, at most `limit`, with what was taken back of them. */
  handedOrders(limit: number): Promise<readonly SentOrder[]>
  /** Null: there is none, or it takes back another one. */
  handedOrder(id: string): Promise<SentOrder | null>
  /** How many are behind the last asked for. */
  countOrders(site: string): Promise<number>

  /** The highest id of a change that is visible; 0: none. */
  lastChange(): Promise<number>
  /** The sites of changes with an id above `after`, with the id. */
  changesAfter(after: number, limit: number): Promise<readonly { id: number; site: string }[]>
  /** Those of before that instant (UTC ms), but never the newest. */
  forgetChanges(before: number): Promise<void>
  foldStates(sites: readonly string[] | null): Promise<readonly FoldState[]>
  /** In order, from the one after `seq` on. */
  eventsAfter(site: string, seq: number, limit: number): Promise<readonly HeldEvent[]>
  /** Of one stream, up to `upTo`, in order; of what is folded alone. */
  eventsOf(site: string, stream: string, upTo: number): Promise<readonly HeldEvent[]>
  /** The first event of the record that is no stub; null: there is none yet. */
  firstWhole(site: string): Promise<HeldEvent | null>
  incidents(site: string, ids: readonly string[]): Promise<readonly FoldedIncident[]>
  boardOf(site: string): Promise<readonly FoldedIncident[]>
  countedOf(site: string, months: readonly string[] | null): Promise<readonly CountedMonth[]>
  /** Whether it was saved: false where the site is folded to somewhere else by now. */
  saveFold(step: FoldStep): Promise<boolean>
  /** Forgets what was folded of a site: a newer epoch has put events aside. */
  forgetFold(site: string): Promise<void>

  /** Of one site, every month. */
  statedOf(site: string): Promise<readonly StatedRow[]>
  siteNews(after: number): Promise<SiteNews>
  /** Of one month, with the sites as they were at the same instant; `sites` null: all, by id. */
  statedIn(month: string, sites: readonly string[] | null): Promise<readonly MonthSite[]>
  differences(): Promise<readonly (Difference & { site: string; foundAt: number })[]>
  /** How many copies a commit waits for: 2 with a synchronous standby, else 1. */
  copies(): Promise<1 | 2>
}
