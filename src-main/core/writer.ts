/**
 * Takes commands one turn at a time: decides each on the record as the ones before it leave it, has the whole turn saved in one durable
 * commit, and only then answers and tells. A refused or failed one never blocks the next; a failed listener never undoes a commit.
 */
import type { Refusal } from '#shared/domain/decision.ts'
import type { Incident } from '#shared/domain/incident/state.ts'
import type { IncidentRow, Journal, Json, Kept, Log, NewEvent, Seal, Vault } from './ports.ts'
import type { Live } from './live.ts'
import * as no from './refusals.ts'

/** What a command would have done, before it is saved. */
export type Draft = { ok: true; expect: Record<string, number>; events: NewEvent[]; seals: Seal[]; rows: IncidentRow[]; kept: Kept[]; reply: Json }
/** The record as this turn has it so far. */
export type Turn = { incident: (id: string) => Promise<Incident | null> }
export type Job = {
  command: { id: string; content: string } | null // null: the station's own
  decide: (turn: Turn) => Promise<Draft | Refusal>
}
export type Done = { ok: true; position: number; reply: Json } | Refusal
/** What a committed turn has changed: the ids of the incidents, each with the position after it, and whether anything else changed. */
export type Change = { incidentId: string; position: number }

type Waiting = { job: Job; answer: (done: Done) => void }

export type Writer = { submit: (job: Job) => Promise<Done>; idle: () => Promise<void>; stop: () => Promise<void> }

/** @param told is called after each saved turn, and after each failed one with no changes. It must not throw. */
export function createWriter(journal: Journal, live: Live, vault: Vault, log: Log, told: (changes: readonly Change[], other: boolean) => void): Writer {
  let queue: Waiting[] = []
  let working: Promise<void> | null = null
  let stopped = false

  async function answeredBefore(job: Job): Promise<Done | null> {
    if (!job.command) return null
    const first = await journal.reply(job.command.id)
    if (!first) return null
    return vault.digest(first.salt, job.command.content) === first.digest ? { ok: true, position: first.position, reply: first.reply } : no.idReused()
  }

  /** Decides the jobs of a turn. Those that need not be saved are answered here. */
  async function decideAll(jobs: readonly Waiting[]): Promise<{ waiting: Waiting; draft: Draft }[]> {
    const drafted: { waiting: Waiting; draft: Draft }[] = []
    const changed = new Map<string, Incident>()
    const turn: Turn = { incident: async (id) => changed.get(id) ?? live.incident(id) }
    for (const waiting of jobs) {
      try {
        const draft = await answeredBefore(waiting.job) ?? await waiting.job.decide(turn)
        if (!draft.ok || 'position' in draft) { waiting.answer(draft); continue }
        if (draft.events.length === 0) { waiting.answer({ ok: true, position: live.position, reply: draft.reply }); continue }
        for (const row of draft.rows) changed.set(row.id, row.incident)
        drafted.push({ waiting, draft })
      } catch (error) {
        log.error('command-failed', error)
        waiting.answer(no.internal())
      }
    }
    return drafted
  }

  const entryOf = ({ waiting: { job }, draft }: { waiting: Waiting; draft: Draft }) => {
    const salt = vault.salt()
    const command = job.command ? { id: job.command.id, salt, digest: vault.digest(salt, job.command.content), reply: draft.reply } : null
    const { expect, events, seals, rows, kept } = draft
    return { command, expect, events, seals, rows, kept }
  }

  /** A full or broken disk: nobody's command is taken, but the station's own alarms go on in memory, kept apart from what is saved. */
  function failed(drafted: readonly { waiting: Waiting; draft: Draft }[], error: unknown): void {
    log.error('storage-failed', error)
    live.storageFailedSince ??= drafted[0]?.draft.events[0]?.at ?? 0
    for (const { waiting, draft } of drafted) {
      if (!waiting.job.command) for (const row of draft.rows) live.unsaved.set(row.id, row.incident)
      waiting.answer(no.storageFailed())
    }
    told([], true)
  }

  async function takeTurn(jobs: readonly Waiting[]): Promise<void> {
    const drafted = await decideAll(jobs)
    if (drafted.length === 0) return
    let outcomes
    try {
      outcomes = await journal.commit(drafted.map(entryOf))
    } catch (error) {
      failed(drafted, error)
      return
    }
    const changes: Change[] = []
    let other = live.storageFailedSince !== null
    live.storageFailedSince = null
    drafted.forEach(({ waiting, draft }, index) => {
      const outcome = outcomes[index]
      if (!outcome?.ok) { waiting.answer(no.conflict()); return }
      live.saved(draft.rows, draft.kept, draft.seals)
      live.position = outcome.position
      changes.push(...draft.rows.map((row) => ({ incidentId: row.id, position: outcome.position })))
      other ||= draft.rows.length === 0
      waiting.answer({ ok: true, position: outcome.position, reply: draft.reply })
    })
    told(changes, other)
  }

  /** Two of one id in one turn: the second waits for the first one's answer. */
  function nextTurn(): readonly Waiting[] {
    const ids = new Set<string>()
    const [now, later]: [Waiting[], Waiting[]] = [[], []]
    for (const waiting of queue) {
      const id = waiting.job.command?.id
      if (id !== undefined && ids.has(id)) later.push(waiting)
      else now.push(waiting)
      if (id !== undefined) ids.add(id)
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
    submit: (job) => new Promise((answer) => {
      if (stopped) { answer(no.stopping()); return }
      queue.push({ job, answer })
      working ??= work()
    }),
    idle: async () => { while (working) await working },
    async stop() {
      stopped = true
      while (working) await working
    }
  }
}
