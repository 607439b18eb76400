/**
 * A station in this process for tests of the core: a clock that the test moves, a record in memory
 * or on disk that can be made to fail, small plans.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { planSources } from '#main/adapters/plans/plan-sources.ts'
import { planFilesAtOnce } from '#main/adapters/plans/plan-file-task.ts'
import { openMemoryJournal } from './memory-journal.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { systemVault } from '#main/adapters/vault.ts'
import type { Caller, Station } from '#main/core/api.ts'
import type {
  AdminCode,
  Backups,
  DataDisk,
  FileStore,
  FolderGuard,
  Journal,
  Library,
  Log,
  PaperReader,
  Notice,
  Notifier,
  DocumentWriter,
  PlanSources,
  PlanFiles,
  PurgeLedger,
  Romaniser,
  SalvagedRecord,
  Sessions,
  SpareDoor,
  OutletFolders,
  SheetTray,
  StorageTrouble,
  StoredEvent,
  TempFiles,
  WallAddress,
} from '#main/core/ports.ts'
import { foundEmergency } from '#main/core/features/emergency/founding.ts'
import type { HandUpParts } from '#main/core/features/hand-up/desk.ts'
import { openSite } from '#main/core/features/site/founding.ts'
import { startStation } from '#main/core/station/station.ts'
import type { Answered, Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import type { Push } from '#shared/contract/push.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { NOTHING_LEARNED } from '#shared/domain/match/learned.ts'
import type { Site } from '#shared/domain/site/site.ts'
import type { RecordPoint } from '#shared/domain/station/head.ts'
import type { WorkCalendar } from '#shared/domain/calendar.ts'
import type { Category, IncidentType, Plan } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { isUnlisted } from './listed-refusals.ts'
import { manualClock, span, type ManualClock } from './manual-clock.ts'

export const NOON = '2026-11-24T12:00:00+08:00' // a Tuesday
export const dispatcher: Caller = { name: '周敏', role: 'dispatcher' }

/**
 * A disk that fails for as long as `broken` is set: commits reject and save nothing. Reading goes
 * on; facts are read when `reading` has resolved.
 */
export type Disk = {
  broken: boolean
  trouble?: StorageTrouble
  commits: number
  reading?: Promise<void>
}

export function journalOnDisk(inner: Journal, disk: Disk): Journal {
  return {
    ...inner,
    commit(entries) {
      disk.commits += 1
      return disk.broken
        ? Promise.reject(Object.assign(new Error('disk I/O error'), { trouble: disk.trouble }))
        : inner.commit(entries)
    },
    async incidentStats(from, to) {
      await disk.reading
      return inner.incidentStats(from, to)
    },
  }
}

/**
 * Plans as they are at hand now; `plans` may be exchanged while the station runs, as an editor of
 * plans would.
 */
export type SmallLibrary = Library & { change: (plans: readonly Plan[]) => void }

type Around = {
  types?: readonly IncidentType[]
  accidentKinds?: ReturnType<Library['accidentKinds']>
  reportRules?: ReturnType<Library['reportRules']>
  policies?: ReturnType<Library['policies']>
  checklists?: ReturnType<Library['checklists']>
  categories?: readonly Category[]
  calendar?: WorkCalendar
}

export function smallLibrary(
  plans: readonly Plan[],
  {
    types = [],
    accidentKinds = [],
    reportRules = [],
    policies = [],
    checklists = [],
    categories = [],
    calendar = {},
  }: Around = {},
): SmallLibrary {
  let now = plans
  return {
    plans: () => now,
    plan: (id) => now.find((plan) => plan.id === id) ?? null,
    types: () => types,
    accidentKinds: () => accidentKinds,
    reportRules: () => reportRules,
    policies: () => policies,
    checklists: () => checklists,
    categories: () => categories,
    roles: () => [],
    calendar: () => calendar,
    synonyms: () => [],
    learned: () => NOTHING_LEARNED,
    everything: () => ({ types, categories, roles: [] }),
    heldMarks: () => [],
    kinds: () => [],
    follow: () => undefined,
    change: (next) => {
      now = next
    },
  }
}

/** No plan files at all: a draft finds no document. */
export const noTexts: PlanSources = planSources({
  documents: [],
  plans: [],
  source: () => null,
})

/** Remembers what it was told. `behave` says what the desktop does with a notice. */
export type FakeNotifier = Notifier & { notices: Notice[] }
export function notifier(behave: () => Promise<void> = async () => undefined): FakeNotifier {
  const notices: Notice[] = []
  return {
    notices,
    notify: (notice) => {
      notices.push(notice)
      return behave()
    },
  }
}

export type Logged = { event: string; error: unknown }

const DAMAGE = { code: 'record-damaged', why: localized('记录损坏', 'The record is damaged') }

type Options = {
  on?: 'memory' | 'sqlite'
  store?: string // a record that is there already; it is left where it is
  at?: string | number
  plans?: readonly Plan[]
  library?: Library
  texts?: PlanSources
  planFiles?: PlanFiles // else their files are read at once
  kinds?: readonly string[]
  notifier?: FakeNotifier
  papers?: DocumentWriter
  sheetTray?: SheetTray // else no power-cut sheet comes by itself
  outletFolders?: OutletFolders // else no announcement is put into a folder
  tempFiles?: TempFiles // else no page may ask for a file
  backups?: (data: string, log: Log) => Backups // of a record on disk
  files?: (data: string, clock: ManualClock, log: Log) => FileStore // else none are taken
  paperReader?: PaperReader // else no paper of a plan is read
  purges?: (data: string, log: Log) => PurgeLedger // of a record on disk; else nothing is purged
  zone?: string
  romaniser?: Romaniser // else nothing is read aloud
  adminCode?: AdminCode
  sessions?: Sessions
  wallAddress?: WallAddress
  site?: Partial<Site> // what it is founded as beside the usual
  salvaged?: SalvagedRecord // the record that this one stands in for
  folder?: FolderGuard // else nobody looks whose the folder is
  dataDisk?: DataDisk // else the machine is not looked at
  witnessed?: RecordPoint | null // how far its record once went
  handUp?: HandUpParts // else it can be paired with no HQ
  spare?: SpareDoor // else no spare can follow it
  disk?: Disk // else one that works
}

export type Kit = {
  station: Station
  clock: ManualClock
  journal: Journal
  file: string // of the record; empty in memory
  disk: Disk
  library: Library
  notices: Notice[]
  logged: Logged[]
  pushes: Push[]
  send: <N extends Name>(
    name: N,
    input: unknown,
    how?: { id?: string; by?: Caller },
  ) => Promise<Answered<N>>
  /** Asks as the dispatcher; a refusal fails the test. */
  ask: <N extends Name>(name: N, input: Input<N>) => Promise<ReplyOf<N>>
  /** Reports an incident and activates these plans; gives its id. */
  run: (planIds?: readonly string[], report?: Partial<Input<'incident/report'>>) => Promise<string>
  incident: (id: string) => Promise<BoardIncident>
  step: (id: string, stepId: string) => Promise<BoardStep>
  events: () => Promise<readonly StoredEvent[]>
  /**
   * Stops the station and starts another on the same record, `after` that much time (both clocks;
   * the monotonic one begins again).
   */
  restart: (after?: number | string, other?: Pick<Options, 'witnessed' | 'disk'>) => Promise<Kit>
  stop: () => Promise<void>
}

type Store = {
  journal: Journal
  file: string
  reopen: () => Promise<Journal>
  drop: () => Promise<void>
}

function openStore(on: 'memory' | 'sqlite', there?: string): Store {
  if (on === 'memory' && there === undefined) {
    const journal = openMemoryJournal()
    return { journal, file: '', reopen: async () => journal, drop: async () => undefined }
  }
  const dir = there === undefined ? mkdtempSync(join(tmpdir(), 'vigil-core-')) : null
  const file = there ?? join(dir ?? '', 'journal.db')
  const open = (): Journal => openSqliteJournal(file)
  let journal = open()
  return {
    get journal() {
      return journal
    },
    file,
    async reopen() {
      await journal.close()
      journal = open()
      return journal
    },
    async drop() {
      await journal.close()
      if (dir) rmSync(dir, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

export async function openStation(options: Options = {}): Promise<Kit> {
  return start(
    openStore(options.on ?? 'memory', options.store),
    manualClock(options.at ?? NOON),
    options,
  )
}

/**
 * Its requests come back when the alarms and then the screens have been told, too: the answer
 * leaves before that.
 */
export const toldStation = (station: Station): Station => ({
  ...station,
  async request(call, caller) {
    const answer = await station.request(call, caller)
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve))
    return answer
  },
})

async function start(store: Store, clock: ManualClock, options: Options): Promise<Kit> {
  const disk = options.disk ?? { broken: false, commits: 0 }
  const journal = journalOnDisk(store.journal, disk)
  const library = options.library ?? smallLibrary(options.plans ?? [])
  const shown = options.notifier ?? notifier()
  const logged: Logged[] = []
  const log: Log = {
    info: (event) => void logged.push({ event, error: null }),
    error: (event, error) => void logged.push({ event, error }),
  }
  const founded: Site = {
    name: localized('测试站', 'Test site'),
    zone: options.zone ?? 'Asia/Shanghai',
    kinds: options.kinds ?? ['mall'],
    demo: false,
    setUp: true,
    ...options.site,
  }
  const { salvaged } = options
  if (salvaged && (await journal.position()) === 0)
    await foundEmergency(journal, clock, { ...DAMAGE, head: salvaged.head }, salvaged)
  const site = await openSite(journal, clock, founded)
  const started = await startStation({
    journal,
    clock,
    library,
    planSources: options.texts ?? noTexts,
    planFiles: options.planFiles ?? planFilesAtOnce,
    notifier: shown,
    vault: systemVault,
    romaniser: options.romaniser ?? { syllables: () => [] },
    log,
    site,
    witnessed: options.witnessed ?? null,
    ...(options.salvaged ? { salvaged: options.salvaged } : {}),
    ...(options.papers ? { documentWriter: options.papers } : {}),
    ...(options.folder ? { folder: options.folder } : {}),
    ...(options.sheetTray ? { sheetTray: options.sheetTray } : {}),
    ...(options.outletFolders ? { outletFolders: options.outletFolders } : {}),
    ...(options.tempFiles ? { tempFiles: options.tempFiles } : {}),
    ...(options.dataDisk ? { disk: options.dataDisk } : {}),
    ...(options.adminCode ? { adminCode: options.adminCode } : {}),
    ...(options.sessions ? { sessions: options.sessions } : {}),
    ...(options.wallAddress ? { wallAddress: options.wallAddress } : {}),
    ...(options.files ? { files: options.files(dirname(store.file), clock, log) } : {}),
    ...(options.spare ? { spare: options.spare } : {}),
    ...(options.handUp ? { handUp: options.handUp } : {}),
    ...(options.paperReader ? { paperReader: options.paperReader } : {}),
    ...(options.purges ? { purges: options.purges(dirname(store.file), log) } : {}),
    ...(options.backups ? { backups: options.backups(dirname(store.file), log) } : {}),
  })
  const station = toldStation(started)
  const pushes: Push[] = []
  station.listen((push) => void pushes.push(push))

  const kit: Kit = {
    station,
    clock,
    journal,
    file: store.file,
    disk,
    library,
    notices: shown.notices,
    logged,
    pushes,
    async send(name, input, { id = crypto.randomUUID(), by = dispatcher } = {}) {
      const answer = await station.request({ id, name, input }, by)
      if (!answer.ok && isUnlisted(name, answer.code))
        throw new Error(`docs/interface.md lacks that ${name} is refused with ${answer.code}`)
      return answer
    },
    async ask(name, input) {
      const answer = await kit.send(name, input)
      if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.message.en}`)
      return answer.reply
    },
    async run(planIds = [], report = {}) {
      const { incidentId } = await kit.ask('incident/report', {
        narrative: '热线打不进',
        place: '热线中心',
        ...report,
      })
      for (const planId of planIds) await kit.ask('incident/activate', { incidentId, planId })
      return incidentId
    },
    async incident(id) {
      const entry = (await station.board()).incidents.find((incident) => incident.id === id)
      if (!entry) throw new Error(`not on the board: ${id}`)
      return entry
    },
    async step(id, stepId) {
      const entry = (await kit.incident(id)).steps.find((step) => step.id === stepId)
      if (!entry) throw new Error(`no step ${stepId}`)
      return entry
    },
    events: () => journal.eventsAfter(0, 1_000_000),
    async restart(after = 0, other = {}) {
      await station.stop()
      await store.reopen()
      return start(store, manualClock(clock.wall() + span(after)), {
        ...options,
        ...other,
        library,
        notifier: notifier(),
      })
    },
    async stop() {
      await station.stop()
      await store.drop()
    },
  }
  return kit
}
