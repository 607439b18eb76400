/**
 * Simulates a day at one seat: incidents come as chance wills, and one dispatcher works through
 * them by urgency, an act at a time. Nobody else acknowledges, and crews tell what they did later.
 */
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { byUrgency } from '#shared/domain/board/urgency.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import type { AlertLogEntry } from '#shared/domain/incident/record/state.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { chance } from './driver.ts'
import { incidentAt, type Scenario } from './incident.ts'
import { allPlans, shippedCalendar } from './library.ts'
import { HOUR, MINUTE } from './plan.ts'
import { someAnswer } from './random-incident.ts'

/** `incidents`: how many in the day; `storm`: so many of them within two hours of the evening. */
export type DayKind = { incidents: number; storm: number }
/** A beginning to sound at the seat (UTC ms). `of`: what it is about, for the most frequent. */
export type Sound = { at: number; priority: number; of: string }
export type AlarmDay = {
  from: number
  sounds: readonly Sound[]
  log: readonly AlertLogEntry[] // of every alert that was raised
}

const START = Date.parse('2026-11-24T00:00:00+08:00')
const DAY = 24 * HOUR
const TICK = 15_000
/** What an act of the dispatcher takes (ms). */
const TAKES = { acknowledge: 5_000, answer: 30_000, step: 45_000, move: 20_000 } as const

type Running = {
  id: string
  scenario: Scenario
  back: Map<string, number> // by step: when a crew tells that it is done
  read: { version: number; board: BoardIncident } | null
}

function boardOf(each: Running): BoardIncident {
  const { version } = each.scenario.state()
  if (each.read?.version !== version)
    each.read = { version, board: { ...each.scenario.board(), id: each.id } }
  return each.read.board
}

const over = ({ state }: BoardIncident): boolean => ['lifted', 'closed'].includes(state)
const isDue = ({ id, state }: BoardStep, { back }: Running, now: number): boolean =>
  state === 'accepted' && (back.get(id) ?? Infinity) <= now

/** One act on the most urgent of what is open; gives what it takes, or null where nothing is. */
function act(all: readonly Running[], now: number, random: () => number): number | null {
  const order = byUrgency(all.map(boardOf), now)
  const alert = order
    .flatMap((board) => board.alerts.map((each) => ({ board, each })))
    .filter(({ each }) => each.acknowledgedAt === null && (each.silencedUntil ?? 0) <= now)
    .sort((a, b) => a.each.priority - b.each.priority)[0]
  if (alert) {
    all.find(({ id }) => id === alert.board.id)?.scenario.acknowledge(alert.each.id)
    return TAKES.acknowledge
  }
  for (const board of order) {
    const running = all.find(({ id }) => id === board.id)
    if (!running) continue
    const { scenario, back } = running
    const { asks } = board
    const question = board.facts.find(
      ({ key, planId }) => key === asks?.key && planId === asks.planId,
    )
    if (question && random() < 0.8) {
      scenario.answer(question.key, someAnswer(question, Math.floor(random() * 9)), question.planId)
      return TAKES.answer
    }
    const done = board.steps.find((step) => isDue(step, running, now))
    if (done) {
      scenario.finish(done.id, 'done', '已回报')
      return TAKES.step
    }
    const open = board.steps.filter(({ state }) => state === 'open')
    const next = open.find(({ lifeSafety }) => lifeSafety) ?? open[0]
    if (next && random() < 0.5) {
      scenario.accept(next.id)
      back.set(next.id, now + (2 + random() * 28) * MINUTE)
      return TAKES.step
    }
    if (next) {
      scenario.finish(next.id, 'done', '已办')
      return TAKES.step
    }
    if (board.steps.every(({ state }) => state !== 'accepted')) {
      scenario.move(board.state === 'contained' ? 'lifted' : 'contained', '已处置')
      return TAKES.move
    }
  }
  return null
}

function begun(index: number, at: number, plan: Plan): Running {
  const scenario = incidentAt(new Date(at).toISOString(), {
    calendar: shippedCalendar(),
    library: allPlans(),
    attention: ATTENTION_DEFAULTS,
  })
  scenario.activate(plan)
  return { id: `i${index}`, scenario, back: new Map(), read: null }
}

function arrivals({ incidents, storm }: DayKind, random: () => number): readonly number[] {
  const spread = Array.from({ length: incidents - storm }, () => START + random() * DAY)
  const evening = Array.from({ length: storm }, () => START + 18 * HOUR + random() * 2 * HOUR)
  return [...spread, ...evening].sort((a, b) => a - b)
}

const soundsOf = ({ scenario }: Running): Sound[] => {
  const raised = scenario.all('AlertRaised').map(({ at, quietUntil, alert }) => ({
    at: quietUntil ?? at,
    priority: alert.priority,
    of: `${alert.kind} ${alert.stepId ?? scenario.state().runs[0]?.planId ?? ''}`,
  }))
  const renewed = scenario.all('AlertRenewed').map(({ at, kind, priority }) => ({
    ...{ at, priority },
    of: `${kind} ${scenario.state().runs[0]?.planId ?? ''}`,
  }))
  return [...raised, ...renewed]
}

/** The same day for the same seed. */
export function alarmDay(kind: DayKind, seed: number): AlarmDay {
  const random = chance(seed)
  const plans = allPlans()
  const coming = [...arrivals(kind, random)]
  const all: Running[] = []
  let free = START
  for (let now = START; now < START + DAY; now += TICK) {
    const live = all.filter((each) => !over(boardOf(each)))
    for (const { scenario } of live) scenario.pass(now - scenario.now())
    for (let at = coming[0]; at !== undefined && at <= now; at = coming[0]) {
      coming.shift()
      const plan = plans[Math.floor(random() * plans.length)]
      if (plan) all.push(begun(all.length, now, plan))
    }
    while (free <= now) free = Math.max(free, now) + (act(live, now, random) ?? TICK)
  }
  return {
    from: START,
    sounds: all
      .flatMap(soundsOf)
      .filter(({ at }) => at < START + DAY)
      .sort((a, b) => a.at - b.at),
    log: all.flatMap(({ scenario }) => scenario.state().alertLog ?? []),
  }
}
