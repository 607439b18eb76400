/**
 * 100,000 pending deadlines on the real clock: how late those are that fall due in the meantime, in
 * the station's deadline engine and with a `setTimeout` each, in turns; and what it costs to arm
 * them.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '#main/adapters/system-clock.ts'
import { createScheduler } from '#main/core/engine/scheduler.ts'
import type { Deadline } from '#shared/domain/incident/deadlines.ts'
import { chance } from '../kit/driver.ts'
import { finish, median, printNote, percentile, within, type Row } from './lib/figures.ts'
import { log } from './lib/place.ts'

const ROUNDS = 3
const OWNERS = 20_000
const EACH = 5
const DUE = 2_000 // of all of them fall due while we look
const LOOK_MS = 10_000
const BEGIN_MS = 1_500 // arming takes a while
const FAR_DAYS = 30 // longer than a setTimeout can be

type Seen = { lateness: number[]; early: number; armMs: number; fired: number }

/**
 * What the wall clock reads beyond `performance.now()`, finer than its own milliseconds: it is read
 * too low by up to one, so the largest sample is the nearest.
 */
function fineOffset(): number {
  let offset = -Infinity
  for (const until = performance.now() + 20; performance.now() < until;)
    offset = Math.max(offset, Date.now() - performance.now())
  return offset
}

/**
 * Owner → when its five are due. One in ten owners has one that falls due now; the others are
 * minutes to weeks away.
 */
function deadlines(random: () => number): Map<string, Deadline[]> {
  const begin = Date.now() + BEGIN_MS
  const far = (): number => begin + 2 * LOOK_MS + Math.floor(random() ** 3 * FAR_DAYS * 86_400_000)
  return new Map(
    Array.from({ length: OWNERS }, (_, n): [string, Deadline[]] => [
      `incident-${n}`,
      Array.from({ length: EACH }, (_deadline, k): Deadline => ({
        key: `limit:${k}`,
        fires: 'limit',
        of: String(k),
        dueAt: k === 0 && n % (OWNERS / DUE) === 0 ? begin + Math.floor(random() * LOOK_MS) : far(),
      })),
    ]),
  )
}

async function engine(all: ReadonlyMap<string, Deadline[]>): Promise<Seen> {
  const offset = fineOffset()
  const seen: Seen = { lateness: [], early: 0, armMs: 0, fired: 0 }
  const ticker = createScheduler(systemClock, log)
  ticker.start({
    async onDue(owner, keys) {
      const [now, wall] = [performance.now() + offset, Date.now()]
      const mine = all.get(owner) ?? []
      for (const { key, dueAt } of mine) {
        if (!keys.includes(key)) continue
        seen.lateness.push(now - dueAt)
        if (wall < dueAt) seen.early += 1
      }
      ticker.arm(
        owner,
        mine.filter(({ key }) => !keys.includes(key)),
      ) // as the station does after the commit
    },
    onCycle: () => undefined,
    onClockJump: () => undefined,
  })
  const from = performance.now()
  for (const [owner, mine] of all) ticker.arm(owner, mine)
  seen.armMs = performance.now() - from
  await pause(BEGIN_MS + LOOK_MS + 500)
  ticker.stop()
  return seen
}

async function timers(all: ReadonlyMap<string, Deadline[]>): Promise<Seen> {
  const offset = fineOffset()
  const seen: Seen = { lateness: [], early: 0, armMs: 0, fired: 0 }
  const armed: NodeJS.Timeout[] = []
  const from = performance.now()
  for (const mine of all.values())
    for (const { dueAt } of mine)
      armed.push(
        setTimeout(() => {
          seen.lateness.push(performance.now() + offset - dueAt)
          if (Date.now() < dueAt) seen.early += 1
        }, dueAt - Date.now()),
      )
  seen.armMs = performance.now() - from
  await pause(BEGIN_MS + LOOK_MS + 500)
  for (const timer of armed) clearTimeout(timer)
  return seen
}

// a setTimeout that is too long warns each time; it is counted below
process.removeAllListeners('warning')
process.on('warning', () => undefined)
const random = chance(3)
const rounds: { ours: Seen; plain: Seen }[] = []
for (let round = 1; round <= ROUNDS; round++) {
  const ours = await engine(deadlines(random))
  const plain = await timers(deadlines(random))
  rounds.push({ ours, plain })
  for (const [name, seen] of Object.entries({ engine: ours, timers: plain }))
    printNote(
      `round ${round}, ${name}: ${seen.lateness.length} fired, ${seen.early} early, late p50 ${median(seen.lateness).toFixed(2)}, p99 ${percentile(seen.lateness, 0.99).toFixed(2)}, armed in ${seen.armMs.toFixed(0)} ms`,
    )
}
const late = (of: 'ours' | 'plain', p: number): number =>
  median(
    rounds.map((round) =>
      percentile(
        round[of].lateness.filter((ms) => ms > -1_000),
        p,
      ),
    ),
  )
const early = (of: 'ours' | 'plain'): number =>
  rounds.reduce((sum, round) => sum + round[of].early, 0)
const perDeadline = (of: 'ours' | 'plain'): number =>
  (median(rounds.map((round) => round[of].armMs)) / (OWNERS * EACH)) * 1000
const lost = rounds.reduce((sum, { ours }) => sum + DUE - ours.lateness.length, 0)
const counts: Row[] = [
  {
    what: `deadlines that fired early, of ${ROUNDS} × ${DUE}`,
    ours: String(early('ours')),
    plain: String(early('plain')),
    ratio: '',
    goal: '0',
    met: early('ours') === 0,
  },
  {
    what: 'deadlines lost or doubled',
    ours: String(lost),
    plain: '',
    ratio: '',
    goal: '0',
    met: lost === 0,
  },
]
finish([
  within(
    'lateness of a deadline, 100,000 pending, p50',
    late('ours', 0.5),
    late('plain', 0.5),
    'ms',
    null,
  ),
  within('lateness of a deadline, p99', late('ours', 0.99), late('plain', 0.99), 'ms', 5),
  ...counts,
  within('arming one deadline', perDeadline('ours'), perDeadline('plain'), 'µs', null),
])
