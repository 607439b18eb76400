/**
 * Lets a station live many short lives under a busy desk, each ended as roughly as the script
 * likes, and says what does not hold afterwards.
 */
import { appendFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { createCommandDriver, chance, type Sent } from '../../kit/driver.ts'
import { faultsOf } from '../../kit/invariants.ts'
import { seed } from './seed.ts'
import { command, pause, serve, until, type Process } from './station.ts'

const PLANS = ['gas-hotline-failure', 'gas-recharge-terminal-failure', 'government-hall-fire']
const HANDS = 4
const A_LIFE = 10 // acknowledged commands at least
const EVERY_MS = 60 // four hands: some fifty commands and twenty boards a second

export type Lived = {
  faults: string[]
  sent: readonly Sent[]
  toReady: number[]
  toAnswer: number[]
}
/**
 * `log`: a file outside of the folder that remembers what was acknowledged. `end`: ends the station
 * at once, in the middle of its work; the folder can be read again when it resolves.
 */
export type Lives = {
  dir: string
  log: string
  times: number
  entry: string
  end: (station: Process) => Promise<void>
}

/**
 * What was not heard is sent again: it is done once, whether it had been saved or not. What was
 * heard is asked for again.
 */
async function sendAgain(
  station: Process,
  lately: readonly Sent[],
  first: () => void,
): Promise<string[]> {
  const faults: string[] = []
  for (const [index, call] of lately.entries()) {
    const again = await station.ask(call)
    if (index === 0) first()
    if (call.answer?.ok && !isDeepStrictEqual(again, call.answer))
      faults.push(
        `${call.name} ${call.id}: another answer after the end: ${JSON.stringify(again).slice(0, 200)}`,
      )
    call.answer ??= again
  }
  return faults
}

const done = (sent: readonly Sent[]): number => sent.filter(({ answer }) => answer?.ok).length

export async function live({ dir, log, times, entry, end }: Lives): Promise<Lived> {
  const random = chance(41)
  const desk = createCommandDriver(PLANS, random)
  const [toReady, toAnswer, faults]: [number[], number[], string[]] = [[], [], []]
  if (!existsSync(dir)) mkdirSync(dir)
  await seed(dir, Date.now() - 3_600_000, 12)
  for (let round = 0; round < times; round++) {
    const from = performance.now()
    const station = await serve(dir, { entry })
    toReady.push(station.readyMs)
    faults.push(
      ...(await sendAgain(station, desk.sent.slice(-6), () =>
        toAnswer.push(performance.now() - from),
      )),
    )
    const heard = desk.sent.length
    const working = desk.work(station.ask, HANDS, EVERY_MS)
    const ended = pause(90 + random() * 250).then(async () => {
      // on a busy machine a life is longer, or there would be nothing to lose
      await until(
        30_000,
        async () => done(desk.sent.slice(heard)),
        (many) => many >= A_LIFE,
      )
      await end(station)
    })
    await working
    await ended
    for (const { id, name, answer } of desk.sent.slice(heard))
      if (answer?.ok) appendFileSync(log, `${id} ${name} ${answer.position}\n`)
  }
  const verified = await command(['verify', '--data', dir])
  if (verified.code !== 0)
    faults.push(`verify: exit ${verified.code}: ${verified.out}${verified.err}`)
  faults.push(...(await faultsOf(join(dir, 'journal.db'), desk.sent)))
  return { faults, sent: desk.sent, toReady, toAnswer }
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
