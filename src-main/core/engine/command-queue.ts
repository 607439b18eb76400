/**
 * Takes commands one turn at a time: decides each on the record as the ones before it leave it, has
 * the whole turn saved in one durable commit, and only then answers and tells. A refused or failed
 * one never blocks the next; a failed listener never undoes a commit.
 */
import type { Refusal } from '#shared/domain/decision.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { incidentStream, rowOf, withPlanSnapshots } from './changes.ts'
import { renamedIn, type SearchIndexer } from './search-index.ts'
import type {
  JournalEntry,
  SearchEntry,
  IncidentRow,
  Journal,
  Json,
  StoredDocument,
  Log,
  NewEvent,
  Seal,
  Vault,
} from '../ports.ts'
import type { Memory, Unsaved } from './memory.ts'
import * as no from '../refusals.ts'

/**
 * What a command would have done, before it is saved. `recovers`: it says that the store works
 * again.
 */
export type Changes = {
  ok: true
  expect: Record<string, number>
  events: NewEvent[]
  seals: Seal[]
  rows: IncidentRow[]
  documents: StoredDocument[]
  /** The plans that it starts: their texts are kept, unless they are already. */
  startedPlans?: readonly Plan[]
  reply: Json
  recovers?: true
}
/** The record as this turn has it so far. */
export type Batch = {
  incident: (id: string) => Promise<Incident | null>
  world: () => World
  /** Whether the text of this plan is kept, by the record or by a command before in this turn. */
  hasPlan: (revision: string) => Promise<boolean>
}
export type Submission = {
  command: { id: string; content: string } | null // null: the station's own
  exclusive?: boolean // what it changes is what others are decided by: it has a turn of its own
  decide: (batch: Batch) => Promise<Changes | Refusal>
}
export type SubmissionResult = { ok: true; position: number; reply: Json } | Refusal
/**
 * What a committed turn has changed: the ids of the incidents, each with the position after it, and
 * whether anything else changed.
 */
export type Change = { incidentId: string; position: number }

type QueuedSubmission = { job: Submission; answer: (done: SubmissionResult) => void }
type PendingChanges = { waiting: QueuedSubmission; draft: Changes }

export type CommandQueue = {
  submit: (job: Submission) => Promise<SubmissionResult>
  stop: () => Promise<void>
}

/**
 * @param find makes the words by which an incident is found.
 * @param told is called after each saved turn with what it changed, and after each failed one with
 *   the alarms that go on in memory.
 */
export function createCommandQueue(
  journal: Journal,
  memory: Memory,
  vault: Vault,
  find: SearchIndexer,
  log: Log,
  told: (changes: readonly Change[], other: boolean) => void,
): CommandQueue {
  let queue: QueuedSubmission[] = []
  let working: Promise<void> | null = null
  let stopped = false

  async function answeredBefore(job: Submission): Promise<SubmissionResult | null> {
    if (!job.command) return null
    const first = await journal.reply(job.command.id)
    if (!first) return null
    return vault.digest(first.salt, job.command.content) === first.digest
      ? { ok: true, position: first.position, reply: first.reply }
      : no.idReused()
  }

  /**
   * Alarms that the disk did not take go into the record before the next thing that concerns their
   * incident.
   */
  function withUnsaved(draft: Changes, changed: ReadonlyMap<string, Incident>): Changes {
    const found = [...memory.unsaved].find(
      ([id]) => incidentStream(id) in draft.expect && !changed.has(id),
    )
    if (!found) return draft
    const [id, { incident, version, events, startedPlans }] = found
    const rows = draft.rows.length > 0 ? draft.rows : [rowOf(incident, memory.world())]
    return {
      ...draft,
      expect: { ...draft.expect, [incidentStream(id)]: version },
      events: [...events, ...draft.events],
      rows,
      startedPlans: [...startedPlans, ...(draft.startedPlans ?? [])],
    }
  }

  /** Decides the jobs of a turn. Those that need not be saved are answered here. */
  async function decideAll(jobs: readonly QueuedSubmission[]): Promise<PendingChanges[]> {
    const drafted: PendingChanges[] = []
    const changed = new Map<string, Incident>()
    const begun = new Map<string, Plan>()
    const batch: Batch = {
      incident: async (id) =>
        changed.get(id) ?? memory.unsaved.get(id)?.incident ?? memory.incident(id),
      world: () => {
        const world = memory.world()
        return { ...world, plan: (revision) => begun.get(revision) ?? world.plan(revision) }
      },
      hasPlan: async (revision) => begun.has(revision) || memory.hasPlan(revision),
    }
    for (const waiting of jobs) {
      try {
        const decided = (await answeredBefore(waiting.job)) ?? (await waiting.job.decide(batch))
        if (!decided.ok || 'position' in decided) {
          waiting.answer(decided)
          continue
        }
        const draft = await withPlanSnapshots(withUnsaved(decided, changed), batch.hasPlan)
        if (draft.events.length === 0) {
          waiting.answer({ ok: true, position: memory.position, reply: draft.reply })
          continue
        }
        for (const row of draft.rows) changed.set(row.id, row.incident)
        for (const { kind, id, body } of draft.documents)
          if (kind === 'plan') begun.set(id, body as unknown as Plan)
        drafted.push({ waiting, draft })
      } catch (error) {
        log.error('command-failed', error)
        waiting.answer(no.internal())
      }
    }
    return drafted
  }

  /** Plans and words that this turn itself brings are not at hand yet. */
  function wordsIn(drafted: readonly PendingChanges[]): Parameters<SearchIndexer>[1] {
    const begun = new Map(
      drafted.flatMap(({ draft }) => draft.startedPlans ?? []).map((plan) => [plan.revision, plan]),
    )
    const values = new Map(
      drafted.flatMap(({ draft }) => draft.seals).map(({ sealed, value }) => [sealed, value]),
    )
    return {
      plan: (revision) => begun.get(revision) ?? memory.world().plan(revision),
      value: ({ sealed }) => values.get(sealed) ?? memory.value({ sealed }),
    }
  }

  /** Words only serve to find it again: whatever goes wrong with them, the record is saved. */
  function foundIn(
    rows: readonly IncidentRow[],
    events: readonly NewEvent[],
    words: Parameters<SearchIndexer>[1],
  ): readonly SearchEntry[] {
    try {
      return renamedIn(rows, events).map(({ incident }) => find(incident, words))
    } catch (error) {
      log.error('words-not-made', error)
      return []
    }
  }

  const entryOf = (
    { waiting: { job }, draft }: PendingChanges,
    words: Parameters<SearchIndexer>[1],
  ): JournalEntry => {
    const salt = vault.salt()
    const command = job.command
      ? {
          id: job.command.id,
          salt,
          digest: vault.digest(salt, job.command.content),
          reply: draft.reply,
        }
      : null
    const { expect, events, seals, rows, documents } = draft
    return {
      command,
      expect,
      events,
      seals,
      rows,
      searchEntries: foundIn(rows, events, words),
      documents,
    }
  }

  /**
   * A full or broken disk: nobody's command is taken, but the station's own alarms go on in memory,
   * kept apart from what is saved. They are decided anew without what people asked for in the same
   * turn, since that has not happened.
   */
  async function failed(drafted: readonly PendingChanges[], error: unknown): Promise<void> {
    log.error('storage-failed', error)
    memory.storageFailedSince ??= drafted[0]?.draft.events.at(-1)?.at ?? 0
    for (const { waiting } of drafted) waiting.answer(no.storageFailed())
    const raised = new Map<string, Unsaved>()
    for (const { draft } of await decideAll(
      drafted.map(({ waiting }) => waiting).filter(({ job }) => job.command === null),
    ))
      for (const { id, incident } of draft.rows) {
        const before = raised.get(id)
        raised.set(id, {
          incident,
          version: before?.version ?? draft.expect[incidentStream(id)] ?? 0,
          events: [
            ...(before?.events ?? []),
            ...draft.events.filter(({ stream }) => stream === incidentStream(id)),
          ],
          startedPlans: [...(before?.startedPlans ?? []), ...(draft.startedPlans ?? [])],
        })
      }
    for (const [id, unsaved] of raised) memory.unsaved.set(id, unsaved)
    tell(
      [...raised.keys()].map((incidentId) => ({ incidentId, position: memory.position })),
      true,
    )
  }

  /**
   * What is told to screens and desktop comes after the record: a fault there stops neither the
   * queue nor the engine.
   */
  function tell(changes: readonly Change[], other: boolean): void {
    try {
      told(changes, other)
    } catch (error) {
      log.error('telling-failed', error)
    }
  }

  async function takeTurn(jobs: readonly QueuedSubmission[]): Promise<void> {
    const drafted = await decideAll(jobs)
    if (drafted.length === 0) return
    let outcomes
    try {
      const words = wordsIn(drafted)
      outcomes = await journal.commit(drafted.map((one) => entryOf(one, words)))
    } catch (error) {
      await failed(drafted, error)
      return
    }
    const changes: Change[] = []
    let other = false
    drafted.forEach(({ waiting, draft }, index) => {
      const outcome = outcomes[index]
      if (!outcome?.ok) {
        // decided on what is not the record
        for (const { id } of draft.rows) memory.unsaved.delete(id)
        waiting.answer(no.conflict())
        return
      }
      if (draft.recovers) memory.storageFailedSince = null
      memory.apply(draft.rows, draft.documents, draft.seals)
      memory.position = outcome.position
      changes.push(...draft.rows.map((row) => ({ incidentId: row.id, position: outcome.position })))
      other ||= draft.rows.length === 0
      waiting.answer({ ok: true, position: outcome.position, reply: draft.reply })
    })
    tell(changes, other)
  }

  /**
   * Two of one id in one turn: the second waits for the first one's answer. One that wants to be
   * alone waits for those before it, and those after it wait for it.
   */
  function nextTurn(): readonly QueuedSubmission[] {
    const ids = new Set<string>()
    const [now, later]: [QueuedSubmission[], QueuedSubmission[]] = [[], []]
    let full = false
    for (const waiting of queue) {
      const { command, exclusive = false } = waiting.job
      if (full || (exclusive && now.length > 0) || (command && ids.has(command.id)))
        later.push(waiting)
      else now.push(waiting)
      if (command) ids.add(command.id)
      full ||= exclusive
    }
    queue = later
    return now
  }

  async function work(): Promise<void> {
    await Promise.resolve() // whatever arrives in this turn of the event loop shares one commit
    while (queue.length > 0) await takeTurn(nextTurn())
    working = null
  }

  return {
    submit: (job) =>
      new Promise((answer) => {
        if (stopped) {
          answer(no.stopping())
          return
        }
        queue.push({ job, answer })
        working ??= work()
      }),
    async stop() {
      stopped = true
      while (working) await working
    },
  }
}
