/**
 * Lives through a scene by the station's own commands, as a desk with good and bad days would. It
 * knows no rule: what is open is read from the board.
 */
import type { Station } from '#main/core/api.ts'
import type { SeededRandom } from '#main/hosts/node/demo/seeded-random.ts'
import { onGrid, type MovedClock } from '#main/hosts/node/demo/moved-clock.ts'
import { DISPATCHERS } from '#main/hosts/node/demo/people.ts'
import { reasonsAt } from '#main/hosts/node/demo/play.ts'
import { command } from '#main/hosts/node/demo/work.ts'
import type { Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import type { BoardQuestion, BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { SEVERITIES, WARNINGS } from '#shared/domain/incident/record/scales.ts'
import type { Scene } from './scenes.ts'

export type Stage = { station: Station; clock: MovedClock; random: SeededRandom }
type Deed = { at: number; go: () => Promise<unknown> }

const [MINUTE, HOUR] = [60_000, 3_600_000]
const OPEN: readonly string[] = ['open', 'accepted']
const AFTERWARDS: readonly string[] = ['recover', 'review']
const PEOPLE = ['dead', 'serious', 'minor', 'missing'] as const
/** Shares of a limit after which a step is done: some exactly when it is due. */
const SHARES = [0.3, 0.5, 0.7, 0.9, 1, 1, 1.2, 1.7]
/**
 * How long an alert rings: some exactly as long as the figures distinguish. `Infinity`: nobody
 * comes.
 */
const RINGS_MS = [10_000, 20_000, 60_000, 60_000, 65_000, 120_000, 125_000, 300_000, Infinity]
const REASONS = ['人手不够', '备件在途', '等钥匙']
const MOST_TIMES = 4 // that a step which repeats is done

/** Gives the id of the incident. The clock stands at its end afterwards. */
export async function play(stage: Stage, scene: Scene): Promise<string> {
  const { station, clock, random } = stage
  const pick = <T>(values: readonly T[]): T =>
    values[Math.floor(random.between(0, values.length))] as T
  const does = (share: number): boolean => random.between(0, 1) < share
  const by = pick(DISPATCHERS)
  const say = <N extends Name>(name: N, input: Input<N>): Promise<ReplyOf<N>> =>
    command(stage, by, name, input)
  const wait = (from: number, to: number): Promise<void> =>
    clock.live(onGrid(clock.wall() + random.between(from, to) * MINUTE))

  const { incidentId } = await say('incident/report', {
    narrative: scene.narrative,
    place: '待定',
    type: scene.type,
    channel: '待定',
    reporter: '匿名',
    drill: scene.drill,
    ...(scene.sooner >= 0 ? { occurredAt: Math.floor(clock.wall() - scene.sooner) } : {}),
  })
  const move = async (
    to: Input<'incident/move'>['to'],
    from: number,
    reason?: string,
  ): Promise<void> => {
    await wait(from, from * 2)
    const incident = (await station.board()).incidents.find(({ id }) => id === incidentId)
    const reasons = incident ? reasonsAt(incident, to) : {}
    await say('incident/move', { incidentId, to, reasons, ...(reason ? { reason } : {}) })
  }
  const look = async (): Promise<BoardIncident> => {
    const incident = (await station.board()).incidents.find(({ id }) => id === incidentId)
    if (!incident) throw new Error(`${incidentId} has left the board in the middle of its scene`)
    return incident
  }
  const numbers = async (): Promise<void> => {
    const casualties = Object.fromEntries(
      PEOPLE.filter(() => does(0.6)).map((kind) => [kind, Math.floor(random.between(0, 3))]),
    )
    await say('incident/assess', {
      incidentId,
      casualties: { minor: 1, evacuated: 7, ...casualties },
      loss: Math.floor(random.between(0, 1e6)) / 100,
      severity: pick(SEVERITIES),
    })
  }

  const planned = new Map<string, number>() // what has to be done → when somebody gets to it
  const when = (key: string, drawn: () => number): number => {
    const at = planned.get(key) ?? drawn()
    planned.set(key, at)
    return at
  }
  const finished = new Map<string, number>()

  function stepAt({ dueAt, startedAt, id }: BoardStep): number {
    return when(`${id}#${finished.get(id) ?? 0}`, () => {
      if (dueAt === null || startedAt === null)
        return onGrid(clock.wall() + random.between(0.2, 3) * MINUTE)
      const share = pick(SHARES)
      return onGrid(share === 1 ? dueAt : startedAt + (dueAt - startedAt) * share * scene.haste)
    })
  }

  async function finish({ id, lifeSafety, starts, discloses }: BoardStep): Promise<void> {
    finished.set(id, (finished.get(id) ?? 0) + 1)
    const outcome = does(0.85)
      ? 'done'
      : does(0.4)
        ? 'already-done'
        : lifeSafety || does(0.5)
          ? 'not-applicable'
          : 'skipped'
    if (does(0.3))
      await say('incident/step', { incidentId, stepId: id, outcome: 'accepted' }).catch(
        () => undefined,
      ) // it was accepted already
    await say('incident/step', {
      incidentId,
      stepId: id,
      outcome,
      ...(outcome === 'skipped' || discloses || does(0.1) ? { reason: pick(REASONS) } : {}),
    })
    // a plan that has handed over runs no more
    if (outcome === 'done' && !starts?.handsOver && does(0.05))
      await say('incident/correct', { incidentId, stepId: id, reason: '记错了步骤' })
  }

  async function answer({ key, planId, kind, options, several }: BoardQuestion): Promise<void> {
    const value = pick(options)?.value ?? ''
    const answer =
      kind === 'number' || kind === 'estimate'
        ? Math.floor(random.between(0, 100))
        : several
          ? [...new Set([value, pick(options)?.value ?? value])]
          : value
    const input = { incidentId, fact: key, value: answer }
    await say('incident/answer', input)
      .catch(() => say('incident/answer', { ...input, planId }))
      // it lowers the response level
      .catch(() => say('incident/answer', { ...input, planId, reason: pick(REASONS) }))
  }

  /** Does what comes next, until nothing is left of these stages. */
  async function work(concerns: (step: BoardStep) => boolean): Promise<void> {
    for (;;) {
      const { alerts, facts, steps } = await look()
      const open = steps.filter(
        (step) =>
          OPEN.includes(step.state) && concerns(step) && !(step.repeat && step.times >= MOST_TIMES),
      )
      const rings = alerts
        .filter(({ acknowledgedAt }) => acknowledgedAt === null)
        .map(({ id, raisedAt }) => ({ id, at: raisedAt + when(id, () => pick(RINGS_MS)) }))
      const deeds: Deed[] = [
        ...open.map((step) => ({ at: stepAt(step), go: () => finish(step) })),
        ...rings
          .filter(({ at }) => at < Infinity)
          .map(({ id, at }) => ({ at, go: () => say('alert/acknowledge', { alertId: id }) })),
        ...facts
          .filter(
            ({ kind, value, key }) =>
              kind !== 'calendar' &&
              value === null &&
              when(`will ${key}`, () => Number(does(0.9))) === 1,
          )
          .map((fact) => ({
            at: when(`? ${fact.key}`, () => onGrid(clock.wall() + random.between(0.5, 6) * MINUTE)),
            go: () => answer(fact),
          })),
      ]
      const next = deeds.sort((a, b) => a.at - b.at)[0]
      if (!next) return
      const ringing = open.flatMap(({ dueAt }) =>
        dueAt !== null && dueAt > clock.wall() && dueAt < next.at ? [dueAt] : [],
      )
      if (ringing.length > 0)
        // look again: an alert may be answered meanwhile
        await clock.live(onGrid(Math.min(...ringing)))
      else {
        await clock.live(next.at)
        await next.go()
      }
    }
  }

  if (does(0.5)) await move('verifying', 1)
  if (does(0.2)) {
    await say('incident/prealert', { incidentId, warning: pick(WARNINGS) })
    if (does(0.5)) await say('incident/prealert-end', { incidentId })
  } else if (does(0.5)) await move('assessing', 1)
  if (!scene.plan) {
    await say('incident/note', { incidentId, words: '值班记录' })
    if (scene.ends === 'exit')
      return move('false-report', 3, '现场核实没有此事').then(() => incidentId)
    await move('closed', 20, '当面处理完毕')
    return move('archived', 30).then(() => incidentId)
  }

  await wait(0.2, 2)
  await say('incident/activate', {
    incidentId,
    planId: scene.plan.id,
    commander: '值班经理',
    ...(does(0.7) ? { level: pick(scene.plan.levels).level } : {}),
  })
  if (scene.ends === 'exit') {
    await wait(10, 40)
    await numbers()
    return move('false-report', 3, '现场核实没有此事').then(() => incidentId)
  }
  if (scene.forgotten) {
    await clock.live(clock.wall() + HOUR)
    await clock.leap(clock.wall() + 30 * HOUR)
  }
  await work((step) => !AFTERWARDS.includes(step.stage) && !step.pending)
  if (scene.hurt) await numbers()
  for (const what of ['监控录像', '现场照片'])
    if (does(0.5))
      await say('incident/evidence-add', { incidentId, what, kind: 'video', place: '监控室' })
  const { levels, level } = await look()
  const other = levels.find((candidate) => candidate.level !== level)
  if (other && does(0.3))
    await say('incident/level', { incidentId, level: other.level, reason: '情况有变' })
  // a plan that asks whether to respond was answered no
  if ((await look()).state === 'assessing')
    return move('false-report', 3, '研判后不启动').then(() => incidentId)
  if (does(0.8)) await move('contained', 2)
  await move('lifted', 3)
  await move('recovering', 3)
  await work(() => true)
  const { steps, blocks } = await look()
  for (const { id, needsReason } of steps.filter((step) => blocks.includes(step.id))) {
    if (needsReason)
      await say('incident/explain', { incidentId, stepId: id, reason: pick(REASONS) })
    // it waited for an answer that nobody gave
    else await say('incident/step', { incidentId, stepId: id, outcome: 'done', reason: '补记' })
  }
  await move('closed', 10)
  if (scene.hurt && does(0.5)) await numbers()
  await move('archived', 30)
  return incidentId
}
