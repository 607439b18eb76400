/**
 * Takes commands a batch at a time: decides each on the record as the ones before it leave it, has
 * the whole batch saved in one durable commit, and only then answers, and informs its listeners
 * once the answers have left. A refused or failed one never blocks the next; a failed listener
 * never undoes a commit.
 */
import {
  createBatch,
  type PendingChanges,
  type QueuedSubmission,
  type Submission,
  type SubmissionResult,
} from './batch.ts'
import { withPlanSnapshots } from './changes.ts'
import type { Deadline } from '#shared/domain/incident/deadlines.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { entriesOf } from './journal-entry.ts'
import type { Memory, Unsaved } from './memory.ts'
import type { SearchIndexer } from './search-index.ts'
import { troubleIn } from './storage-trouble.ts'
import type { Clock, Committed, Journal, Log, Vault } from '../ports.ts'
import * as no from '../refusals.ts'

/** `deadlines`: what is due in it by itself, where the rules have worked it out. */
type ChangedIncident = {
  incidentId: string
  position: number
  deadlines?: readonly Deadline[] | undefined
}

/**
 * What a batch has changed: incidents with the position after each, and whether anything else
 * changed.
 */
export type Commit = { incidents: readonly ChangedIncident[]; other: boolean }

/** Hears of each saved batch, and of alarms that go on in memory while the disk fails. */
export interface CommitListener {
  onCommitted(commit: Commit): void
}

export type CommandQueue = {
  submit: (submission: Submission) => Promise<SubmissionResult>
  /** In the order in which they are added; a fault in one keeps no other from hearing. */
  listen: (listener: CommitListener) => void
  stop: () => Promise<void>
}

type Parts = {
  journal: Journal
  memory: Memory
  vault: Vault
  indexIncident: SearchIndexer
  clock: Pick<Clock, 'yield'>
  log: Log
}

/**
 * What is taken together of those that wait, and what is left. Two of one id: the second waits for
 * the first one's answer. An exclusive one waits for those before it, as those after it do for it.
 */
function divided(queue: readonly QueuedSubmission[]): {
  batch: QueuedSubmission[]
  rest: QueuedSubmission[]
} {
  const ids = new Set<string>()
  const [batch, rest]: [QueuedSubmission[], QueuedSubmission[]] = [[], []]
  let full = false
  for (const queued of queue) {
    const { command, exclusive = false } = queued.submission
    if (full || (exclusive && batch.length > 0) || (command && ids.has(command.id)))
      rest.push(queued)
    else batch.push(queued)
    if (command) ids.add(command.id)
    full ||= exclusive
  }
  return { batch, rest }
}

/** The incidents with what the disk did not take of them, by id. */
function unsavedIn(pending: readonly PendingChanges[]): ReadonlyMap<string, Unsaved> {
  const unsaved = new Map<string, Unsaved>()
  for (const { changes } of pending)
    for (const { id, incident } of changes.rows) {
      const before = unsaved.get(id)
      const stream = incidentStream.nameOf(id)
      unsaved.set(id, {
        incident,
        version: before?.version ?? changes.expect[stream] ?? 0,
        events: [
          ...(before?.events ?? []),
          ...changes.events.filter((event) => event.stream === stream),
        ],
        startedPlans: [...(before?.startedPlans ?? []), ...(changes.startedPlans ?? [])],
      })
    }
  return unsaved
}

export function createCommandQueue({
  journal,
  memory,
  vault,
  indexIncident,
  clock,
  log,
}: Parts): CommandQueue {
  const listeners: CommitListener[] = []
  let queue: QueuedSubmission[] = []
  let working: Promise<void> | null = null
  let stopped = false
  let untold: Commit[] = []
  let telling: Promise<void> | null = null

  async function answeredBefore({ command }: Submission): Promise<SubmissionResult | null> {
    const first = command && (await journal.reply(command.id))
    if (!first) return null
    return vault.digest(first.salt, command.content) === first.digest
      ? { ok: true, position: first.position, reply: first.reply }
      : no.idReused()
  }

  /** Decides them one after another. Those that change nothing are answered here. */
  async function decideAll(submissions: readonly QueuedSubmission[]): Promise<PendingChanges[]> {
    const pending: PendingChanges[] = []
    const batch = createBatch(memory)
    for (const queued of submissions) {
      try {
        const decided =
          (await answeredBefore(queued.submission)) ?? (await queued.submission.decide(batch))
        if (!decided.ok || 'position' in decided) {
          queued.answer(decided)
          continue
        }
        const changes = await withPlanSnapshots(batch.withUnsaved(decided), batch.hasPlan)
        if (changes.events.length === 0) {
          queued.answer({ ok: true, position: memory.position, reply: changes.reply })
          continue
        }
        batch.add(changes)
        pending.push({ queued, changes })
      } catch (error) {
        log.error('command-failed', error)
        queued.answer(no.internal())
      }
    }
    return pending
  }

  /**
   * What listeners do comes after the record: a fault there stops neither the queue nor the engine.
   */
  function inform(commit: Commit): void {
    for (const listener of listeners) {
      try {
        listener.onCommitted(commit)
      } catch (error) {
        log.error('telling-failed', error)
      }
    }
  }

  function tellAll(): void {
    const commits = untold
    untold = []
    telling = null
    commits.forEach(inform)
  }

  /** In a turn of its own, so that whoever sent the command does not wait for it. */
  function tellSoon(commit: Commit): void {
    untold.push(commit)
    telling ??= clock.yield().then(tellAll)
  }

  /**
   * A full or broken disk: nobody's command is taken, but the station's own alarms go on in memory,
   * apart from what is saved. They are decided again without what people sent in the same batch,
   * since that has not happened.
   */
  async function keepAlarms(pending: readonly PendingChanges[], error: unknown): Promise<void> {
    log.error('storage-failed', error)
    memory.storageFailedSince ??= pending[0]?.changes.events.at(-1)?.at ?? 0
    memory.storageTrouble = troubleIn(error)
    for (const { queued } of pending) queued.answer(no.storageFailed())
    const ofStation = pending
      .map(({ queued }) => queued)
      .filter(({ submission }) => submission.command === null)
    const raised = unsavedIn(await decideAll(ofStation))
    for (const [id, unsaved] of raised) memory.unsaved.set(id, unsaved)
    const { position } = memory
    tellAll()
    inform({
      incidents: [...raised.keys()].map((incidentId) => ({ incidentId, position })),
      other: true,
    })
  }

  /** Takes over what the journal says of each, and answers. */
  function answerAll(pending: readonly PendingChanges[], outcomes: readonly Committed[]): Commit {
    const incidents: ChangedIncident[] = []
    let other = false
    pending.forEach(({ queued, changes }, index) => {
      const outcome = outcomes[index]
      if (!outcome?.ok) {
        // decided on what is not the record
        for (const { id } of changes.rows) memory.unsaved.delete(id)
        queued.answer(no.conflict())
        return
      }
      const { position } = outcome
      if (changes.recovers) {
        memory.storageFailedSince = null
        memory.storageTrouble = null
      }
      memory.apply(changes.rows, changes.documents, changes.seals)
      changes.onSaved?.()
      memory.position = position
      for (const { id } of changes.rows)
        incidents.push({ incidentId: id, position, deadlines: changes.deadlines?.[id] })
      other ||= changes.rows.length === 0
      queued.answer({ ok: true, position, reply: changes.reply })
    })
    return { incidents, other }
  }

  async function takeBatch(submissions: readonly QueuedSubmission[]): Promise<void> {
    const pending = await decideAll(submissions)
    if (pending.length === 0) return
    let outcomes: readonly Committed[]
    try {
      outcomes = await journal.commit(entriesOf(pending, { memory, vault, indexIncident, log }))
    } catch (error) {
      await keepAlarms(pending, error)
      return
    }
    tellSoon(answerAll(pending, outcomes))
  }

  function nextBatch(): readonly QueuedSubmission[] {
    const { batch, rest } = divided(queue)
    queue = rest
    return batch
  }

  async function work(): Promise<void> {
    await Promise.resolve() // what arrives in this turn of the event loop shares one commit
    while (queue.length > 0) await takeBatch(nextBatch())
    working = null
  }

  return {
    submit: (submission) =>
      new Promise((answer) => {
        if (stopped) {
          answer(no.stopping())
          return
        }
        queue.push({ submission, answer })
        working ??= work()
      }),
    listen: (listener) => void listeners.push(listener),
    async stop() {
      stopped = true
      while (working) await working
      await telling
    },
  }
}
