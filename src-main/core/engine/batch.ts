/**
 * A batch: the commands that share one durable commit. Each is decided on the record as the ones
 * before it leave it.
 */
import type { Refusal } from '#shared/domain/decision.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { rowOf, type Changes } from './changes.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import type { Memory } from './memory.ts'
import type { Json } from '../ports.ts'

/** The record as this batch leaves it so far. */
export type Batch = {
  /** On the board or not, with alarms that the disk did not take; null if there is none. */
  incident: (id: string) => Promise<Incident | null>
  /** As at an instant (UTC ms): when what is decided happens. */
  world: (at: number) => World
  /**
   * The short number for a report at this instant (UTC ms): nobody has it yet. `others`: those
   * that the same command uses already.
   */
  nextNumber: (
    report: { at: number; drill: boolean },
    others?: readonly string[],
  ) => Promise<string>
  /** Whether the record, or a command before in this batch, has the text of this plan. */
  hasPlan: (revision: string) => Promise<boolean>
}

/**
 * Something to be decided in the order of arrival. `command` null: the station's own, which has no
 * id to be sent again by. `exclusive`: it has a batch of its own.
 */
export interface Submission {
  readonly command: { id: string; content: string } | null
  readonly exclusive?: boolean
  /** May run twice: if the disk fails, the station's own are decided again without the others. */
  decide(batch: Batch): Promise<Changes | Refusal>
}
export type SubmissionResult = { ok: true; position: number; reply: Json } | Refusal

export type QueuedSubmission = {
  submission: Submission
  answer: (result: SubmissionResult) => void
}
export type PendingChanges = { queued: QueuedSubmission; changes: Changes }

export type OpenBatch = Batch & {
  /** From now on the batch sees what these change. */
  add: (changes: Changes) => void
  /**
   * With the alarms that the disk did not take: they go into the record before the next thing that
   * concerns their incident.
   */
  withUnsaved: (changes: Changes) => Changes
}

export function createBatch(memory: Memory): OpenBatch {
  const changed = new Map<string, Incident>()
  const started = new Map<string, Plan>()
  return {
    incident: async (id) =>
      changed.get(id) ?? memory.unsaved.get(id)?.incident ?? memory.incident(id),
    world(at) {
      const world = memory.world(at)
      if (started.size === 0) return world
      return { ...world, plan: (revision) => started.get(revision) ?? world.plan(revision) }
    },
    async nextNumber(report, others = []) {
      await memory.numbering.fetch(report.at)
      const taken = [...changed.values()].flatMap(({ number }) => number ?? [])
      return memory.numbering.next(report, [...taken, ...others])
    },
    hasPlan: async (revision) => started.has(revision) || memory.hasPlan(revision),
    add({ rows, startedPlans = [] }) {
      for (const row of rows) changed.set(row.id, row.incident)
      for (const plan of startedPlans) started.set(plan.revision, plan)
    },
    withUnsaved(changes) {
      const unsaved = [...memory.unsaved].find(
        ([id]) => incidentStream.nameOf(id) in changes.expect && !changed.has(id),
      )
      if (!unsaved) return changes
      const [id, { incident, version, events, startedPlans }] = unsaved
      return {
        ...changes,
        expect: { ...changes.expect, [incidentStream.nameOf(id)]: version },
        events: [...events, ...changes.events],
        rows: changes.rows.length > 0 ? changes.rows : [rowOf(incident, memory.world(null))],
        startedPlans: [...startedPlans, ...(changes.startedPlans ?? [])],
      }
    },
  }
}
