/**
 * Keeps the alarms of every incident going: arms its deadlines, has the rules record what fell due,
 * and notifies the alerts that came of it.
 */
import type { Refusal } from '#shared/domain/decision.ts'
import { isAttended } from '#shared/domain/incident/rules/attention-clocks.ts'
import { deadlinesOf, type Deadline } from '#shared/domain/incident/deadlines.ts'
import type { Batch, Submission } from '../engine/batch.ts'
import { decideIncident, type Changes } from '../engine/changes.ts'
import type { CommandQueue, Commit, CommitListener } from '../engine/command-queue.ts'
import type { Memory } from '../engine/memory.ts'
import type { Notifications } from '../engine/notifications.ts'
import type { Scheduler } from '../engine/scheduler.ts'
import type { Clock, Library, Log } from '../ports.ts'

export type Alarms = CommitListener & {
  /** Arms everything that is pending. */
  start: () => void
  /** Arms the incident as its alarms stand, saved or not. */
  rearm: (incidentId: string) => void
  /**
   * Has the rules look at the incident, of which these deadlines are due. Resolves when that is
   * saved, or cannot be.
   */
  checkDeadlines: (incidentId: string, keys: readonly string[]) => Promise<void>
}

type Parts = {
  memory: Memory
  library: Library
  commandQueue: CommandQueue
  scheduler: Scheduler
  notifications: Notifications
  clock: Clock
  log: Log
  /** The name in the record of what the station does by itself. */
  by: string
}

export function createAlarms({
  memory,
  library,
  commandQueue,
  scheduler,
  notifications,
  clock,
  log,
  by,
}: Parts): Alarms {
  let plans = library.plans()
  let { archiveAfterDays, reviewFrom } = memory.world(null)

  /**
   * An incident that cannot be armed keeps no other from it. `known`: its deadlines, where they
   * have just been worked out.
   */
  function arm(id: string, known?: readonly Deadline[]): void {
    try {
      const incident = memory.unsaved.get(id)?.incident ?? memory.incidents.get(id)
      const deadlines = incident
        ? (known ?? deadlinesOf(incident, memory.world(null)))
        : (memory.pending.get(id) ?? [])
      scheduler.arm(id, deadlines)
      notifications.update(id, incident ?? null)
    } catch (error) {
      log.error('incident-not-followed', error, { incidentId: id })
    }
  }

  const rearm = (id: string): void => arm(id)

  const deadlineCheck = (incidentId: string, keys: readonly string[]): Submission => ({
    command: null,
    async decide(batch: Batch): Promise<Changes | Refusal> {
      const incident = await batch.incident(incidentId)
      if (!incident) throw new Error(`deadline of an unknown incident: ${keys.join(' ')}`)
      const meta = { at: clock.wall(), by }
      return decideIncident(
        { incident, meta, world: batch.world(meta.at) },
        { type: 'CheckDeadlines', due: keys },
      )
    },
  })

  /** Which of these still are deadlines of the incident, and due. */
  function stillDue(id: string, keys: readonly string[]): readonly string[] {
    const incident = memory.unsaved.get(id)?.incident ?? memory.incidents.get(id)
    const deadlines = incident
      ? deadlinesOf(incident, memory.world(null))
      : (memory.pending.get(id) ?? [])
    const due = new Set(
      deadlines.filter(({ dueAt }) => dueAt <= clock.wall()).map(({ key }) => key),
    )
    return keys.filter((key) => due.has(key))
  }

  /**
   * A deadline that leaves no trace is not armed again, or the engine would run hot; the log says
   * so. One that a command has just ended, and of which nobody has been told yet, leaves none.
   */
  async function checkDeadlines(incidentId: string, keys: readonly string[]): Promise<void> {
    const before = memory.position
    const result = await commandQueue.submit(deadlineCheck(incidentId, keys))
    if (!result.ok || result.position !== before) return
    const left = stillDue(incidentId, keys)
    if (left.length > 0)
      log.error('deadline-without-effect', new Error(left.join(' ')), { incidentId })
  }

  /**
   * Plans that say themselves when they start, and those that are started by others, are evaluated
   * again in everything that runs, once the library has other plans.
   */
  function reevaluateStartRules(): void {
    if (library.plans() === plans) return
    plans = library.plans()
    for (const id of memory.incidents.keys()) {
      rearm(id)
      void checkDeadlines(id, [])
    }
  }

  /** What waits to be archived has another instant once the site has other rules for it. */
  function rearmClosed(): void {
    const world = memory.world(null)
    if (world.archiveAfterDays === archiveAfterDays && world.reviewFrom === reviewFrom) return
    ;({ archiveAfterDays, reviewFrom } = world)
    for (const { id, state } of memory.incidents.values()) if (state === 'closed') rearm(id)
  }

  /** Incidents of a record from before there was attention: it begins now. */
  function beginAttention(): void {
    for (const incident of memory.incidents.values())
      if (!incident.attention && isAttended(incident)) void checkDeadlines(incident.id, [])
  }

  return {
    start() {
      for (const id of [...memory.incidents.keys(), ...memory.pending.keys()]) rearm(id)
      beginAttention()
    },
    rearm,
    checkDeadlines,
    onCommitted({ incidents, other }: Commit) {
      for (const { incidentId, deadlines } of incidents) arm(incidentId, deadlines)
      if (!other) return
      reevaluateStartRules()
      rearmClosed()
    },
  }
}
