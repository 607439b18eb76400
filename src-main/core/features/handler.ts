/**
 * The contract between the station and its features: the context in which a request is handled, the
 * types of the handlers, and what several of them share.
 */
import type { Contract, Name, Parsed, Proposal, ReplyOf } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { Board, BoardIncident } from '#shared/domain/board/types.ts'
import type { PathStyle } from '#shared/domain/folder-path.ts'
import type { Meta, Refusal } from '#shared/domain/decision.ts'
import type { IncidentTypeRef } from '#shared/domain/incident/record/commands.ts'
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { Sealed } from '#shared/domain/sealed.ts'
import { type Changes, type DecisionBasis } from '../engine/changes.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import type { DayFigures } from '../engine/day-figures.ts'
import type { Faults } from '../engine/faults.ts'
import type { IncomingCalls } from '../engine/incoming-calls.ts'
import type { Memory } from '../engine/memory.ts'
import type { PurgeDesk } from '../engine/purges.ts'
import type { EmergencyDesk } from './emergency/emergency.ts'
import type { HandUpDesk } from './hand-up/desk.ts'
import type { Reports } from './monthly-report/state.ts'
import type { SiteDocuments } from './document/site-documents.ts'
import type { SitePlans } from './plan/site-plans.ts'
import type {
  DocumentWriter,
  FileStore,
  Journal,
  Library,
  Log,
  PaperReader,
  PlanSources,
  PlanFiles,
  Romaniser,
  Seal,
  Sessions,
  SpareDoor,
  Vault,
  WallAddress,
} from '../ports.ts'
import type { BackupWork } from './backup/work.ts'
import type { Exports } from './export/queue.ts'
import type { Batch } from '../engine/batch.ts'
import type { ConsoleLocks } from './admin-code/console-locks.ts'
import type { Screens } from '../engine/screens.ts'
import type { SelfTestRun } from '../engine/self-test-run.ts'

/**
 * `library`: what the site offers now, `shipped` the same without the site's own plans and
 * documents, which are `sitePlans` and `siteDocuments`; `planSources`: plans as they are written,
 * `planFiles` their files; `handUp`: null where this machine cannot hand up; `spare`: null where no
 * spare may follow; `emergency`: what a damaged record leaves behind; `wallAddress`: null where
 * nobody can renew it; `files`: null where none are taken; `paperReader`: null where no paper is
 * read; `purges`: null where nothing is purged.
 */
export type StationContext = {
  memory: Memory
  dayFigures: DayFigures
  faults: Faults
  screens: Screens
  selfTestRun: SelfTestRun
  incomingCalls: IncomingCalls
  library: Library
  shipped: Library
  sitePlans: SitePlans
  siteDocuments: SiteDocuments
  reports: Reports
  emergency: EmergencyDesk
  handUp: HandUpDesk | null
  spare: SpareDoor | null
  planSources: PlanSources
  planFiles: PlanFiles
  vault: Vault
  wallAddress: WallAddress | null
  files: FileStore | null
  paperReader: PaperReader | null
  purges: PurgeDesk | null
  log: Log
  propose: (narrative: string, drill?: boolean, type?: string | null) => readonly Proposal[]
  pathStyle: PathStyle
}

/**
 * `meta`: when, and in whose name. `batch`: the record as the commands before this one leave it.
 * `session`: of the console that sends it; null: a program.
 */
export type CommandContext = StationContext & {
  meta: Meta
  batch: Batch
  session: string | null
}

export type QueryContext = StationContext &
  Romaniser & {
    session: string | null
    journal: Journal // read soundly, also where what was folded is damaged
    record: Journal // as it stands
    now: () => number
    /** Resolves once other work has had its turn. */
    pause: () => Promise<void>
    board: () => Promise<Board>
    /** Where walls are opened; `isPublic`: those that learn only what the public may see. */
    wallUrl: (isPublic: boolean) => string | null
    /** Whether whoever asks may know that there is this incident. */
    mayKnow: (incident: Incident) => boolean
    /** Whether they may see all of it, as it went. */
    mayReplay: (incident: Incident) => boolean
    isPublic: boolean // a wall of a public place asks
    canCopy: boolean // whether documents can be written into files
    /** Whether they can be written into this folder; null: they can. */
    checkFolder: DocumentWriter['check'] | null
    /** The entry of any incident as screens show it, on the board or not. */
    draw: (incident: Incident) => BoardIncident
    /** The entry as screens showed it then: `at` in UTC ms, with the roster of that time. */
    drawThen: (incident: Incident, at: number, roster: Roster | null) => BoardIncident
    /**
     * The entry on the board with seals in place of personal values, for what is kept; null if it
     * is not there. `guard` seals what an older record has in clear.
     */
    drawSealed: (id: string, guard: (incident: Incident) => Incident) => BoardIncident | null
    exports: Exports | null
    locks: ConsoleLocks | null
    sessions: Sessions | null
    backups: BackupWork | null
  }

export type CommandName = { [N in Name]: Contract[N]['kind'] extends 'command' ? N : never }[Name]
export type SignalName = { [N in Name]: Contract[N]['kind'] extends 'signal' ? N : never }[Name]
export type QueryName = { [N in Name]: Contract[N]['kind'] extends 'query' ? N : never }[Name]

export type Handler<N extends Name> = (
  input: Parsed<N>,
  context: CommandContext,
) => Promise<Changes | Refusal>

/**
 * Of a command that reads `T` before its batch, so that no alarm waits for the reading. `prepare`
 * runs outside of the queue; by the time of `handle` the record may have gone on.
 */
export type PreparedHandler<N extends Name, T> = {
  prepare: (input: Parsed<N>, context: QueryContext) => Promise<T | Refusal>
  handle: (input: Parsed<N>, context: CommandContext, prepared: T) => Promise<Changes | Refusal>
}

/**
 * The handler that a command must have: a prepared one if its definition says so. What that reads
 * concerns only itself.
 */
export type CommandHandler<N extends CommandName> = Contract[N] extends { prepare: true }
  ? AnyPreparedHandler<N>
  : Handler<N>
type AnyPreparedHandler<N extends Name> = {
  prepare: (input: Parsed<N>, context: QueryContext) => Promise<unknown>
  handle: PreparedHandler<N, never>['handle']
}
export type AnyHandler<N extends CommandName> = Handler<N> | AnyPreparedHandler<N>

export type QueryHandler<N extends QueryName> = (
  input: Parsed<N>,
  context: QueryContext,
) => Promise<{ ok: true; reply: ReplyOf<N> } | Refusal>

/** What a signal is handled with; `now` in UTC ms. */
export type SignalContext = Pick<StationContext, 'screens' | 'selfTestRun' | 'incomingCalls'> & {
  now: () => number
  session: string | null
}
export type SignalHandler<N extends SignalName> = (
  input: Parsed<N>,
  context: SignalContext,
) => ReplyOf<N>

/** Whether what was prepared, or loaded, is why the command is refused. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false

/** The type of incident that a plan answers, if it answers exactly one. */
export const typeOfPlan = (
  plan: Plan,
  { library }: Pick<StationContext, 'library'>,
): IncidentTypeRef | null =>
  plan.types.length === 1
    ? (library.types().find(({ code }) => code === plan.types[0]) ?? null)
    : null

/** What takes personal values in; `sealOrNull`: a value that is not there stays so. */
export type Sealing = {
  seal: (value: Personal) => Sealed
  sealOrNull: (value: Personal | null | undefined) => Sealed | null
}

/**
 * Collects the personal values of one command: each gets a salt, and the record gets the digest.
 */
export function sealer(vault: Vault, stream: string): Sealing & { seals: Seal[] } {
  const seals: Seal[] = []
  const seal = (value: string): Sealed => {
    const salt = vault.salt()
    const sealed = vault.digest(salt, value)
    seals.push({ sealed, salt, value, stream })
    return { sealed }
  }
  return {
    seals,
    seal,
    sealOrNull: (value) => (value === null || value === undefined ? null : seal(value)),
  }
}

/** The incident of a command, ready to be decided on. */
export type LoadedIncident = DecisionBasis & { ok: true } & Sealing

/** The incident as the commands before this one leave it. Refuses an unknown one. */
export async function loadIncident(
  incidentId: string,
  { meta, batch, vault }: CommandContext,
): Promise<LoadedIncident | Refusal> {
  const incident = await batch.incident(incidentId)
  if (!incident) return unknownIncident()
  const sealing = sealer(vault, incidentStream.nameOf(incidentId))
  return { ok: true, incident, meta, world: batch.world(meta.at), ...sealing }
}
