/**
 * Plays a scene through the station's real commands, as people at the console would: the board says
 * which steps are open.
 */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import type { Scene } from './scenes.ts'
import { command, createWork, soon, type Stage } from './work.ts'

const AFTERWARDS: readonly string[] = ['recover', 'review']

/** Everything that the gate of a move asks about, with what people at the console would say. */
export function reasonsAt(
  { gates, aftermath }: Pick<BoardIncident, 'gates' | 'aftermath'>,
  to: string,
): Readonly<Record<string, string>> {
  const items = gates.find((gate) => gate.to === to)?.items ?? []
  return {
    ...Object.fromEntries(
      items
        .filter(({ settled }) => !settled)
        .map(({ stepId, factKey, planId }) => [
          stepId ?? factKey ?? planId,
          '现场核实，已由他人处置',
        ]),
    ),
    ...(to === 'archived' && aftermath?.review === 'missing' ? { review: '并入季度复盘' } : {}),
  }
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
  const { station, clock } = stage
  const { by, plan } = scene
  const start = clock.wall()
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
    await clock.live(soon(stage, after, after * 1.5))
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

  const { incidentOnBoard, work } = createWork(stage, scene, {
    incidentId,
    start,
    until,
    undone,
  })

  await clock.live(soon(stage, 0.2, 0.6))
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
  if ((await incidentOnBoard()).aftermath?.review === 'missing')
    await send('incident/review', {
      incidentId,
      kind: 'review',
      well: '接报后马上启动预案，通知都有回音',
      poor: scene.late ?? '个别步骤记得晚',
      lessons: ['交接时点名下一步是谁'],
      people: by,
      plans: [plan.id],
    })
  await move('archived', 30)
}
