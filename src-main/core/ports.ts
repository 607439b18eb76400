/** The interfaces of what the station needs from outside, in its own words. */
import type { HeldMark } from '#shared/domain/plan/held-marks.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Format } from '#shared/domain/document/file-formats.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import type { Json } from '#shared/domain/canonical.ts'
import type { DocumentKind } from '#shared/domain/streams.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Plan, Category, IncidentType, Role } from '#shared/domain/plan/plan.ts'
import type { WorkCalendar } from '#shared/domain/calendar.ts'
import type { Learned } from '#shared/domain/match/learned.ts'
import type { SynonymSet } from '#shared/domain/match/synonyms.ts'
import type { Deadline } from '#shared/domain/incident/deadlines.ts'
import type { ShippedChecklist } from '#shared/domain/checklist/checklist.ts'
import type { ShippedPolicy } from '#shared/domain/policies/policy.ts'
import type { ReportRule } from '#shared/domain/incident/record/report-clocks.ts'
import type { AccidentKind } from '#shared/domain/incident/record/slices.ts'
import type { NumberedReport } from '#shared/domain/incident/number.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { Term, Words } from '#shared/domain/history/words.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import type { Tally } from '#shared/domain/statistics/tally.ts'
import type { Verified } from '#shared/contract/contract.ts'
import type { CheckedDraft, PlanDraft, PlanFinding } from '#shared/domain/site-plan/draft.ts'
import type { Enclosed, FilingEnclosed, HearEvent } from './file-ports.ts'
import type { PersonalValues } from './purge-ports.ts'
import type { NewEvent, RecordLink, Seal, StoredEvent } from './record-ports.ts'

export type { Json, CheckedDraft, PlanDraft, PlanFinding, Verified }
export type * from './backup-ports.ts'
export type * from './plan-ports.ts'
export type * from './file-ports.ts'
export type * from './hand-up-ports.ts'
export type * from './outlet-ports.ts'
export type * from './paper-ports.ts'
export type * from './record-ports.ts'
export type * from './purge-ports.ts'
export type * from './session-ports.ts'
export type * from './spare-ports.ts'

/**
 * Both clocks and the one timer. `wall` is UTC ms and may jump; `mono` is ms that never go back
 * (and may stand still in sleep).
 */
export interface Clock {
  wall(): number
  mono(): number
  /** Runs `wake` once after `ms` (at most 1 s). Returns how to call it off. */
  after(ms: number, wake: () => void): () => void
  /** Resolves once other work has had its turn. */
  yield(): Promise<void>
}

/**
 * The projection row of one incident; all of it can be worked out again from the events. `pending`:
 * what will still happen by itself to an incident that has left the board. One on the board is read
 * whole anyway, and has none here. `old`: an older program folded it and left out what is kept
 * since; only read, never written. `astray`: it is found by something else than it says; only read,
 * too.
 */
export type IncidentRow = {
  id: string
  onBoard: boolean
  pending: readonly Deadline[]
  incident: Incident
  stats: IncidentStats
  old?: true
  astray?: true
}
/**
 * The words by which an incident is found: `plain` are its place and plans, `narrative` what its
 * caller said. The latter are personal, and must go as soon as one of the personal values of its
 * stream is purged.
 */
export type SearchEntry = { id: string; plain: Words; narrative: Words }
/**
 * A search through all incidents, newest first. Each term has to be heard in `plain` or
 * `narrative` (as `hears` does), or the incident is of one of its `types`. `from` ≤ instant <
 * `until` (UTC ms); a list that is null takes anything, `none` in it what has no code.
 */
export type Search = {
  terms: readonly (Term & { types: readonly string[] })[]
  from: number | null
  until: number | null
  types: readonly string[] | null
  levels: readonly (number | 'none')[] | null
  states: readonly string[] | null
  drill: boolean | null
  after: { at: number; id: string } | null // the last one of the page before
  limit: number
}
/**
 * What a stream of events is folded into and read whole, by its kind and the id of what it is about
 * (streams.ts lists both).
 */
export type StoredDocument = { kind: DocumentKind; id: string; body: Json }
export type StoredReply = {
  commandId: string
  digest: string
  salt: string
  position: number
  reply: Json
}

/**
 * One command's doing: saved whole or not at all. `expect` holds for each stream the version it was
 * decided on.
 */
export type JournalEntry = {
  // null: the station's own
  command: { id: string; digest: string; salt: string; reply: Json } | null
  authorSalt?: string // with which the chain binds names of those who acted; else one of its own
  expect: Readonly<Record<string, number>>
  events: readonly NewEvent[]
  seals: readonly Seal[]
  rows: readonly IncidentRow[]
  searchEntries?: readonly SearchEntry[] // of incidents that have a row
  documents: readonly StoredDocument[]
}
/**
 * What was folded again, because what stood there did not agree with its events. `months`: whose
 * tallies are counted again from their stats. `ghosts`: rows and documents that no event speaks of
 * are taken away, and with them lines of the history that have no row; null: nothing is.
 */
export type Mending = {
  rows: readonly { row: IncidentRow; searchEntry: SearchEntry }[]
  documents: readonly StoredDocument[]
  months: readonly string[]
  ghosts: {
    rows: readonly string[]
    documents: readonly Pick<StoredDocument, 'kind' | 'id'>[]
  } | null
}
/**
 * Why the store takes nothing: `broken` is a disk that fails to write, `shared` another program
 * that wrote into it, `other` nobody knows.
 */
export type StorageTrouble = 'full' | 'read-only' | 'broken' | 'shared' | 'other'
export type Committed =
  { ok: true; position: number } | { ok: false; why: 'conflict' | 'duplicate' }

/**
 * The record. It has one writer. All methods may be called at any time; writes go one at a time. A
 * rejected promise means that the store has failed and nothing of that call was saved; its error
 * may name the `trouble`. Whatever was folded from events may have been damaged where it lies: a
 * text that is no JSON any more comes as `null`, of stats nothing but its `incidentId` comes.
 * Anything else comes as it stands there, whatever its form: `soundJournal` reads it so that it can
 * be used. Where not even its tables hold together, the read rejects with the code `rows-lost`, and
 * from then on they are empty.
 */
/** What is read of damaged stats: whose row it is, and whom they name if that is another. */
export type DamagedStats = { incidentId: string; named?: string }

export interface Journal extends PersonalValues {
  /**
   * Saves the entries in order, in one durable batch; an entry that conflicts fails alone. Resolves
   * only when they are on disk.
   */
  commit(entries: readonly JournalEntry[]): Promise<readonly Committed[]>
  /**
   * Writes what was folded again, in one durable batch. Unlike with `commit`, what stands there is
   * not relied on; and where it cannot be mended, the store goes on.
   */
  mend(mending: Mending): Promise<void>
  /** Builds again the indexes by which events and rows are looked up; it rejects as `mend` does. */
  reindex(): Promise<void>
  /** `seq` of the last saved event, 0 for none. */
  position(): Promise<number>
  /**
   * What binds the event at `position` and all before it, in hex; null if there is no such event.
   */
  hashAt(position: number): Promise<string | null>
  /** The first answer of a command, to give again when it is sent again. */
  reply(commandId: string): Promise<StoredReply | null>
  rowsOnBoard(): Promise<readonly IncidentRow[]>
  /** What is pending of every incident that has left the board and has something pending. */
  pending(): Promise<readonly Pick<IncidentRow, 'id' | 'pending'>[]>
  row(incidentId: string): Promise<IncidentRow | null>
  /**
   * The stats of all incidents whose month lies in [from, to], both as `2026-11`, in the order of
   * their ids. They come once other work has had its turn: years are read month by month.
   */
  incidentStats(from: string, to: string): Promise<readonly IncidentStats[]>
  /**
   * What the stats of a month (`2026-11`) come to. It is stored with every commit and read at
   * once, however many there are.
   */
  tally(month: string): Promise<Tally>
  /** The first month (`2026-08`) that has the row of an incident; null: none has. */
  firstMonth(): Promise<string | null>
  /** A page of what was searched for, and how many there are over all pages. */
  search(query: Search): Promise<{ stats: readonly IncidentStats[]; total: number }>
  /** The words by which an incident is found; null if it is found by none. */
  searchEntry(incidentId: string): Promise<SearchEntry | null>
  /**
   * At most `limit` incidents whose rows an older program folded. A page waits until other work has
   * had its turn.
   */
  oldRows(limit: number): Promise<readonly string[]>
  /**
   * What was reported to this station in [from, until) (UTC ms), in the order of the record. Read
   * from the events, by ids that have their instant in front (`Vault.id`).
   */
  reports(from: number, until: number): Promise<readonly NumberedReport[]>
  /** Instant (UTC ms) of the latest real incident that is over, or null. */
  lastOver(): Promise<number | null>
  document(kind: DocumentKind, id: string): Promise<Json | null>
  /** All documents of a kind, in the order of their ids. */
  documents(kind: DocumentKind): Promise<readonly Pick<StoredDocument, 'id' | 'body'>[]>
  events(stream: string): Promise<readonly StoredEvent[]>
  /**
   * The same if they are what was written, each bound to the one before it in the record, and
   * `least` of them or more; else null.
   */
  intact(stream: string, least?: number): Promise<readonly StoredEvent[] | null>
  /** At most `limit` events after `position`, over all streams: for rebuilding and checking. */
  eventsAfter(position: number, limit: number): Promise<readonly StoredEvent[]>
  /**
   * The same as they are handed up, with the texts that the chain binds, exactly as they stand:
   * whether they hold together, whoever reads them finds out.
   */
  links(position: number, limit: number): Promise<readonly RecordLink[]>
  /** The plain values of these seals; a purged one is missing from the answer. */
  unseal(sealed: readonly string[]): Promise<Readonly<Record<string, string>>>
  /**
   * At most `limit` names of streams after this one, in their order. A page waits until other work
   * has had its turn: one may ask on and on.
   */
  streams(after: string, limit: number): Promise<readonly string[]>
  /**
   * Whatever is folded from events, by name: the ids of all rows, the kept documents, and the
   * months that have a tally.
   */
  projectionNames(): Promise<{
    rows: readonly string[]
    documents: readonly Pick<StoredDocument, 'kind' | 'id'>[]
    months: readonly string[]
  }>
  /**
   * Walks the whole record, letting other work in between: sequence, chain, seals that still have a
   * value, that nothing guards it less than it should, and every page of where it lies. `hear` is
   * told each event on the way, in order.
   */
  verify(hear?: HearEvent): Promise<Verified>
  close(): Promise<void>
}

/** The plans, types, categories and calendar that this installation has for its site. */
export interface Library {
  plans(): readonly Plan[]
  plan(planId: string): Plan | null
  types(): readonly IncidentType[]
  categories(): readonly Category[]
  /** Every post of the documents that concern the site, whether a plan needs it or not. */
  roles(): readonly Role[]
  calendar(): WorkCalendar
  synonyms(): readonly SynonymSet[] // other ways of saying the words of plans and types
  learned(): Learned // by the second ear, from what callers say, by kind of event
  accidentKinds(): readonly AccidentKind[] // at work, in the order of their standard
  policies(): readonly ShippedPolicy[] // the same list every time
  checklists(): readonly ShippedChecklist[]
  reportRules(): readonly ReportRule[] // the strictest in front, the same list every time
  /** Of all documents of any site: names of what was recorded before a kind was taken away. */
  everything(): {
    types: readonly IncidentType[]
    categories: readonly Category[]
    roles: readonly Role[]
  }
  heldMarks(): readonly HeldMark[] // that revisions of the site's documents took from types
  /** The kinds of site, each with the number of plans that the installation has for it. */
  kinds(): readonly KindOffered[]
  follow(kinds: readonly string[]): void // from now on it has what concerns these
}
export type KindOffered = { kind: string; name: LocalizedText; plans: number }

export type Notice = {
  title: LocalizedText
  body: LocalizedText
  drill: boolean
  priority: 1 | 2 | 3
  incidentId: string
  alertId: string
}

/**
 * The system's own notification: second to the alarm on the screens, never relied on. It may
 * reject; nothing waits for it.
 */
export interface Notifier {
  notify(notice: Notice): Promise<void>
}

/** Randomness and digests, so that the core has none of its own. */
export interface Vault {
  /** A new id with its time in front (UUID v7), for streams. `now` is UTC ms. */
  id(now: number): string
  salt(): string
  /** SHA-256 of salt ‖ text, in hex. */
  digest(salt: string, text: string): string
}

/**
 * Reads Chinese aloud in Latin letters: `大厅` → [`da`, `ting`]. For matching what was typed in
 * pinyin or initials.
 */
export interface Romaniser {
  syllables(text: string): readonly string[]
}

/** One line for the technical log. Never a personal value. */
export interface Log {
  info(event: string, detail?: Readonly<Record<string, Json>>): void
  error(event: string, error: unknown, detail?: Readonly<Record<string, Json>>): void
}

export type DocumentFormat = Format
/** Where the figures of a document come from, so that anybody can work them out again. */
export type DocumentSource = { position: number; hash: string }
/**
 * `file`: absolute path, in a folder that exists. `table`: which one goes into a CSV file, the
 * register or else the first by default. `progress`: how many rows are written, of how many.
 */
export type DocumentOrder = {
  document: ReportDocument
  source: DocumentSource
  format: DocumentFormat
  language: 'zh' | 'en'
  file: string
  table?: string | undefined
  enclosed?: Enclosed | FilingEnclosed | undefined // of a package alone
  progress?: (done: number, of: number) => void
}
export type DocumentWritten = { ok: true; bytes: number; rows: number; sha256: string }
export type DocumentWriting = { done: Promise<DocumentWritten | Refusal>; cancel(): void }

/**
 * Writes a document into a file. The file gets its name only when it is whole; one that has this
 * name already stays as it was until then. `done` never rejects. Refusals: `export-cancelled`,
 * `disk-full`, `file-not-written`, `unknown-table`, `no-browser` (PDF only), `export-failed`.
 */
export interface DocumentWriter {
  write(order: DocumentOrder): DocumentWriting
  /** Null if files can be written into a folder (absolute path) now; else `folder-unusable`. */
  check(folder: string): Promise<Refusal | null>
}

/**
 * Where files wait until somebody has taken them. Nobody but this station's user can read them, and
 * they go when it stops.
 */
export interface TempFiles {
  /** A path for a new file. */
  place(name: string): string
  remove(file: string): void
  clear(): void
}

/**
 * Where power-cut sheets go that come by themselves. `print`: prints a page (an HTML file) without
 * asking anybody, false where no printer takes it; null: nothing here prints.
 */
export interface SheetTray {
  print: ((page: string) => Promise<boolean>) | null
  /** A path for a new sheet. */
  place(name: string): string
  /** Removes all but the newest. */
  thin(): void
}

/**
 * The administrator's code of this machine. It lies beside the record, never in it, and as a digest
 * that takes long to work out.
 */
export interface AdminCode {
  /** Names the code that is set, another code by another name; null: none is set. */
  current(): string | null
  /** Whether this is the code. One whose file is damaged is no other's. */
  matches(code: string): Promise<boolean>
  /** Resolves once it is on disk; rejects if it cannot be written, and the one before stays. */
  set(code: string): Promise<void>
}
