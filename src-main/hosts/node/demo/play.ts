/**
 * Plays a scene through the station's real commands, as people at the console would: the board says
 * which steps are open.
 */
import type { Station } from '#main/core/api.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import type { Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import type { SeededRandom } from './seeded-random.ts'
import { onGrid, type MovedClock } from './moved-clock.ts'
import type { Scene } from './scenes.ts'

const MINUTE = 60_000
const AFTERWARDS: readonly string[] = ['recover', 'review']
const OPEN: readonly string[] = ['open', 'accepted']

/** Everything that the gate of a move asks about, with what people at the console would say. */
export function reasonsAt(
  { gates }: Pick<BoardIncident, 'gates'>,
  to: string,
): Readonly<Record<string, string>> {
  const items = gates.find((gate) => gate.to === to)?.items ?? []
  return Object.fromEntries(
    items
      .filter(({ settled }) => !settled)
      .map(({ stepId, factKey, planId }) => [
        stepId ?? factKey ?? planId,
        '现场核实，已由他人处置',
      ]),
  )
}

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

/**
 * Plays one scene from its report on. `until` (UTC ms) stops it in the middle; `undone` are steps
 * that are never finished.
 */
export async function play(
  stage: Stage,
  scene: Scene,
  until = Infinity,
  undone: readonly string[] = [],
): Promise<void> {
  const { station, clock, random } = stage
  const { by, plan } = scene
  const start = clock.wall()
  const soon = (from: number, to: number): number =>
    onGrid(clock.wall() + random.between(from, to) * MINUTE)
  const send = <N extends Name>(name: N, input: Input<N>): Promise<ReplyOf<N>> =>
    command(stage, by, name, input)

  const { type, place, narrative, channel, reporter, drill = false } = scene
  const { incidentId } = await send('incident/report', {
    type,
    place,
    narrative,
    channel,
    reporter,
    drill,
  })
  const move = async (
    to: Input<'incident/move'>['to'],
    after: number,
    reason?: string,
  ): Promise<void> => {
    await clock.live(soon(after, after * 1.5))
    const incident = (await station.board()).incidents.find(({ id }) => id === incidentId)
    const reasons = incident ? reasonsAt(incident, to) : {}
    await send('incident/move', { incidentId, to, reasons, ...(reason && { reason }) })
  }
  if (!plan) {
    await move('verifying', 2)
    if (scene.falseBecause) return move('false-report', 5, scene.falseBecause)
    await move('assessing', 3)
    await move('closed', 20, scene.closedBecause)
    return move('archived', 30)
  }

  const incidentOnBoard = async (): Promise<BoardIncident> => {
    const incident = (await station.board()).incidents.find(({ id }) => id === incidentId)
    if (!incident) throw new Error(`${incidentId} has left the board in the middle of its scene`)
    return incident
  }
  const pendingAnswers = [...plan.answers]
  const planned = new Map<string, number>() // step → when it is finished (UTC ms)

  function timeOf(step: BoardStep): number {
    const fixed = scene.at?.[step.id]
    if (fixed !== undefined) return onGrid(start + fixed * MINUTE)
    if (step.dueAt === null || step.startedAt === null) return soon(0.3, 2.5)
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

  /**
   * Does the next answer, step or acknowledgement until these steps are done or the time is up.
   */
  async function work(concerns: (step: BoardStep) => boolean): Promise<void> {
    for (;;) {
      const incident = await incidentOnBoard()
      for (const alert of incident.alerts)
        if (alert.acknowledgedAt === null && clock.wall() - alert.raisedAt >= 40_000)
          await send('alert/acknowledge', { alertId: alert.id })
      const open = incident.steps.filter(
        (step) => OPEN.includes(step.state) && concerns(step) && !undone.includes(step.id),
      )
      for (const step of open) if (!planned.has(step.id)) planned.set(step.id, timeOf(step))
      const answerDue = pendingAnswers.shift()
      const steps = open.map((step) => ({
        at: planned.get(step.id) ?? start,
        go: () => finish(step),
      }))
      const rings = [
        ...incident.alerts
          .filter((alert) => alert.acknowledgedAt === null)
          .map((alert) => alert.raisedAt),
        ...open.flatMap((step) =>
          step.dueAt !== null && step.dueAt > clock.wall() ? [step.dueAt] : [],
        ),
      ]
      const pauses = rings.map((at) => ({ at: onGrid(at + 40_000), go: () => Promise.resolve() }))
      const answer = answerDue
        ? [
            {
              at: onGrid(start + answerDue.after * MINUTE),
              go: () =>
                send('incident/answer', {
                  incidentId,
                  fact: answerDue.fact,
                  value: answerDue.value,
                }).then(() => undefined),
            },
          ]
        : []
      const next = [...answer, ...steps, ...(steps.length > 0 || answerDue ? pauses : [])].sort(
        (a, b) => a.at - b.at,
      )[0]
      if (answerDue && next !== answer[0]) pendingAnswers.unshift(answerDue)
      if (!next) return
      if (next.at > until) return clock.live(until)
      await clock.live(next.at)
      await next.go()
    }
  }

  await clock.live(soon(0.2, 0.6))
  await send('incident/activate', {
    incidentId,
    planId: plan.id,
    commander: plan.commander,
    ...(plan.level !== undefined && { level: plan.level }),
  })
  await work((step) => !AFTERWARDS.includes(step.stage))
  if (scene.note) await send('incident/note', { incidentId, words: scene.note })
  if (until !== Infinity) return clock.live(until) // it is still running
  await move('contained', 2)
  await move('lifted', 5)
  await move('recovering', 4)
  await work(() => true)
  for (const step of (await incidentOnBoard()).steps)
    if (step.needsReason)
      await send('incident/explain', {
        incidentId,
        stepId: step.id,
        reason: scene.late ?? '人手不足，事后补记',
      })
  await move('closed', 10)
  await move('archived', 30)
}
