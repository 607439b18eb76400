/**
 * Takes commands one turn at a time: decides each on the record as the ones before it leave it, has
 * the whole turn saved in one durable commit, and only then answers and tells. A refused or failed
 * one never blocks the next; a failed listener never undoes a commit.
 */
import type { Refusal } from '#shared/domain/decision.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { incidentStream, rowOf, withTexts } from './changes.ts'
import { named, type Finder } from './search-index.ts'
import type {
  Entry,
  Found,
  IncidentRow,
  Journal,
  Json,
  Kept,
  Log,
  NewEvent,
  Seal,
  Vault,
} from '../ports.ts'
import type { Live, Unsaved } from './memory.ts'
import * as no from '../refusals.ts'

/**
 * What a command would have done, before it is saved. `recovers`: it says that the store works
 * again.
 */
export type Draft = {
  ok: true
  expect: Record<string, number>
  events: NewEvent[]
  seals: Seal[]
  rows: IncidentRow[]
  kept: Kept[]
  /** The plans that it starts: their texts are kept, unless they are already. */
  begun?: readonly Plan[]
  reply: Json
  recovers?: true
}
/** The record as this turn has it so far. */
export type Turn = {
  incident: (id: string) => Promise<Incident | null>
  world: () => World
  /** Whether the text of this plan is kept, by the record or by a command before in this turn. */
  keepsPlan: (revision: string) => Promise<boolean>
}
export type Job = {
  command: { id: string; content: string } | null // null: the station's own
  alone?: boolean // what it changes is what others are decided by: it has a turn of its own
  decide: (turn: Turn) => Promise<Draft | Refusal>
}
export type Done = { ok: true; position: number; reply: Json } | Refusal
/**
 * What a committed turn has changed: the ids of the incidents, each with the position after it, and
 * whether anything else changed.
 */
export type Change = { incidentId: string; position: number }

type Waiting = { job: Job; answer: (done: Done) => void }
type Drafted = { waiting: Waiting; draft: Draft }

export type Writer = { submit: (job: Job) => Promise<Done>; stop: () => Promise<void> }

/**
 * @param find makes the words by which an incident is found.
 * @param told is called after each saved turn with what it changed, and after each failed one with
 *   the alarms that go on in memory.
 */
export function createWriter(
  journal: Journal,
  live: Live,
  vault: Vault,
  find: Finder,
  log: Log,
  told: (changes: readonly Change[], other: boolean) => void,
): Writer {
  let queue: Waiting[] = []
  let working: Promise<void> | null = null
  let stopped = false

  async function answeredBefore(job: Job): Promise<Done | null> {
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
  function withUnsaved(draft: Draft, changed: ReadonlyMap<string, Incident>): Draft {
    const found = [...live.unsaved].find(
      ([id]) => incidentStream(id) in draft.expect && !changed.has(id),
    )
    if (!found) return draft
    const [id, { incident, version, events, begun }] = found
    const rows = draft.rows.length > 0 ? draft.rows : [rowOf(incident, live.world())]
    return {
      ...draft,
      expect: { ...draft.expect, [incidentStream(id)]: version },
      events: [...events, ...draft.events],
      rows,
      begun: [...begun, ...(draft.begun ?? [])],
    }
  }

  /** Decides the jobs of a turn. Those that need not be saved are answered here. */
  async function decideAll(jobs: readonly Waiting[]): Promise<Drafted[]> {
    const drafted: Drafted[] = []
    const changed = new Map<string, Incident>()
    const begun = new Map<string, Plan>()
    const turn: Turn = {
      incident: async (id) =>
        changed.get(id) ?? live.unsaved.get(id)?.incident ?? live.incident(id),
      world: () => {
        const world = live.world()
        return { ...world, plan: (revision) => begun.get(revision) ?? world.plan(revision) }
      },
      keepsPlan: async (revision) => begun.has(revision) || live.keepsPlan(revision),
    }
    for (const waiting of jobs) {
      try {
        const decided = (await answeredBefore(waiting.job)) ?? (await waiting.job.decide(turn))
        if (!decided.ok || 'position' in decided) {
          waiting.answer(decided)
          continue
        }
        const draft = await withTexts(withUnsaved(decided, changed), turn.keepsPlan)
        if (draft.events.length === 0) {
          waiting.answer({ ok: true, position: live.position, reply: draft.reply })
          continue
        }
        for (const row of draft.rows) changed.set(row.id, row.incident)
        for (const { kind, id, body } of draft.kept)
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
  function wordsIn(drafted: readonly Drafted[]): Parameters<Finder>[1] {
    const begun = new Map(
      drafted.flatMap(({ draft }) => draft.begun ?? []).map((plan) => [plan.revision, plan]),
    )
    const values = new Map(
      drafted.flatMap(({ draft }) => draft.seals).map(({ sealed, value }) => [sealed, value]),
    )
    return {
      plan: (revision) => begun.get(revision) ?? live.world().plan(revision),
      value: ({ sealed }) => values.get(sealed) ?? live.value({ sealed }),
    }
  }

  /** Words only serve to find it again: whatever goes wrong with them, the record is saved. */
  function foundIn(
    rows: readonly IncidentRow[],
    events: readonly NewEvent[],
    words: Parameters<Finder>[1],
  ): readonly Found[] {
    try {
      return named(rows, events).map(({ incident }) => find(incident, words))
    } catch (error) {
      log.error('words-not-made', error)
      return []
    }
  }

  const entryOf = ({ waiting: { job }, draft }: Drafted, words: Parameters<Finder>[1]): Entry => {
    const salt = vault.salt()
    const command = job.command
      ? {
          id: job.command.id,
          salt,
          digest: vault.digest(salt, job.command.content),
          reply: draft.reply,
        }
      : null
    const { expect, events, seals, rows, kept } = draft
    return { command, expect, events, seals, rows, found: foundIn(rows, events, words), kept }
  }

  /**
   * A full or broken disk: nobody's command is taken, but the station's own alarms go on in memory,
   * kept apart from what is saved. They are decided anew without what people asked for in the same
   * turn, since that has not happened.
   */
  async function failed(drafted: readonly Drafted[], error: unknown): Promise<void> {
    log.error('storage-failed', error)
    live.storageFailedSince ??= drafted[0]?.draft.events.at(-1)?.at ?? 0
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
          begun: [...(before?.begun ?? []), ...(draft.begun ?? [])],
        })
      }
    for (const [id, unsaved] of raised) live.unsaved.set(id, unsaved)
    tell(
      [...raised.keys()].map((incidentId) => ({ incidentId, position: live.position })),
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

  async function takeTurn(jobs: readonly Waiting[]): Promise<void> {
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
        for (const { id } of draft.rows) live.unsaved.delete(id)
        waiting.answer(no.conflict())
        return
      }
      if (draft.recovers) live.storageFailedSince = null
      live.saved(draft.rows, draft.kept, draft.seals)
      live.position = outcome.position
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
  function nextTurn(): readonly Waiting[] {
    const ids = new Set<string>()
    const [now, later]: [Waiting[], Waiting[]] = [[], []]
    let full = false
    for (const waiting of queue) {
      const { command, alone = false } = waiting.job
      if (full || (alone && now.length > 0) || (command && ids.has(command.id))) later.push(waiting)
      else now.push(waiting)
      if (command) ids.add(command.id)
      full ||= alone
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
