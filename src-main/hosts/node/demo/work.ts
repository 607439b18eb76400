/**
 * Works through the steps, questions and alerts of one incident of a scene, in the order of their
 * times, as people at the console would.
 */
import type { Station } from '#main/core/api.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import type { Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import type { SeededRandom } from './seeded-random.ts'
import { onGrid, type MovedClock } from './moved-clock.ts'
import type { Scene } from './scenes.ts'

const MINUTE = 60_000
const RINGS_MS = 40_000
const OPEN: readonly string[] = ['open', 'accepted']

export type Stage = { station: Station; clock: MovedClock; random: SeededRandom }

export async function command<N extends Name>(
  { station, clock, random }: Stage,
  by: string,
  name: N,
  input: Input<N>,
): Promise<ReplyOf<N>> {
  const answer = await station.request<N>(
    { id: random.uuid(clock.wall()), name, input },
    { name: by, role: 'dispatcher' },
  )
  if (!answer.ok)
    throw new Error(
      `the sample data no longer fit the rules: ${name} ${JSON.stringify(input)}: ${answer.message.en}`,
    )
  return answer.reply
}

/** A moment between so many minutes from now, as the scene's own chance has it (UTC ms). */
export const soon = ({ clock, random }: Stage, from: number, to: number): number =>
  onGrid(clock.wall() + random.between(from, to) * MINUTE)

/** What is done next and when (UTC ms). */
type Deed = { at: number; go: () => Promise<unknown> }

export type Work = {
  incidentId: string
  start: number // UTC ms, when it was reported
  until: number // UTC ms, the clock stops there
  undone: readonly string[] // steps that are never finished
}

export function createWork(stage: Stage, scene: Scene, { incidentId, start, until, undone }: Work) {
  const { station, clock, random } = stage
  const send = <N extends Name>(name: N, input: Input<N>): Promise<ReplyOf<N>> =>
    command(stage, scene.by, name, input)
  const incidentOnBoard = async (): Promise<BoardIncident> => {
    const incident = (await station.board()).incidents.find(({ id }) => id === incidentId)
    if (!incident) throw new Error(`${incidentId} has left the board in the middle of its scene`)
    return incident
  }
  const pendingAnswers = [...(scene.plan?.answers ?? [])]
  const planned = new Map<string, number>() // step → when it is finished (UTC ms)

  function timeOf(step: BoardStep): number {
    const fixed = scene.at?.[step.id]
    if (fixed !== undefined) return onGrid(start + fixed * MINUTE)
    if (step.dueAt === null || step.startedAt === null) return soon(stage, 0.3, 2.5)
    return onGrid(step.startedAt + (step.dueAt - step.startedAt) * random.between(0.3, 0.8))
  }

  async function finish(step: BoardStep): Promise<void> {
    const reason = scene.skip?.[step.id]
    const behalf = scene.onBehalf?.[step.id]
    await send('incident/step', {
      incidentId,
      stepId: step.id,
      outcome: reason ? 'skipped' : 'done',
      ...(reason && { reason }),
      ...(behalf && {
        onBehalfOf: { person: behalf.person, channel: '电话', words: behalf.words },
      }),
    })
  }

  function answering(answer: NonNullable<Scene['plan']>['answers'][number]): Deed {
    return {
      at: onGrid(start + answer.after * MINUTE),
      go: () => {
        pendingAnswers.shift()
        return send('incident/answer', { incidentId, fact: answer.fact, value: answer.value })
      },
    }
  }

  /** An alert rings for a while before somebody acknowledges it. */
  function pauses({ alerts }: BoardIncident, open: readonly BoardStep[]): Deed[] {
    const rings = [
      ...alerts.flatMap(({ acknowledgedAt, raisedAt }) =>
        acknowledgedAt === null ? [raisedAt] : [],
      ),
      ...open.flatMap(({ dueAt }) => (dueAt !== null && dueAt > clock.wall() ? [dueAt] : [])),
    ]
    return rings.map((at) => ({ at: onGrid(at + RINGS_MS), go: () => Promise.resolve() }))
  }

  /**
   * Does the next answer, step or acknowledgement until these steps are done or the time is up.
   */
  async function work(concerns: (step: BoardStep) => boolean): Promise<void> {
    for (;;) {
      const incident = await incidentOnBoard()
      for (const alert of incident.alerts)
        if (alert.acknowledgedAt === null && clock.wall() - alert.raisedAt >= RINGS_MS)
          await send('alert/acknowledge', { alertId: alert.id })
      const open = incident.steps.filter(
        (step) => OPEN.includes(step.state) && concerns(step) && !undone.includes(step.id),
      )
      for (const step of open) if (!planned.has(step.id)) planned.set(step.id, timeOf(step))
      const [answer] = pendingAnswers
      const steps = open.map((step): Deed => ({
        at: planned.get(step.id) ?? start,
        go: () => finish(step),
      }))
      const deeds = [...(answer ? [answering(answer)] : []), ...steps]
      const next = [...deeds, ...(deeds.length > 0 ? pauses(incident, open) : [])].sort(
        (a, b) => a.at - b.at,
      )[0]
      if (!next) return
      if (next.at > until) return clock.live(until)
      await clock.live(next.at)
      await next.go()
    }
  }

  return { incidentOnBoard, work }
}
