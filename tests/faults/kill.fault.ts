/**
 * D01: `serve` is killed 200 times in the middle of its work, at a random moment 90–340 ms after it
 * was ready. I1–I4 must hold, a start must need no repair, and the first acknowledgement must come
 * within 1.5 s (median). The acknowledgements are kept outside the station's folder.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { createCommandDriver, chance, type Sent } from '../kit/driver.ts'
import { faultsOf } from '../kit/invariants.ts'
import { check, mustFail, note, runChecks } from './lib/checks.ts'
import { seed } from './lib/seed.ts'
import { REAL, command, inNewFolder, planted, serve, type Process } from './lib/station.ts'

const KILLS = 200
const PLANS = ['gas-hotline-failure', 'gas-recharge-terminal-failure', 'government-hall-fire']
const HANDS = 4
const EVERY_MS = 60 // four hands: some fifty commands and twenty boards a second

type Killed = { faults: string[]; sent: readonly Sent[]; toReady: number[]; toAnswer: number[] }

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
        `${call.name} ${call.id}: another answer after the kill: ${JSON.stringify(again).slice(0, 200)}`,
      )
    call.answer ??= again
  }
  return faults
}

async function killed(dir: string, log: string, kills: number, entry: string): Promise<Killed> {
  const random = chance(41)
  const desk = createCommandDriver(PLANS, random)
  const [toReady, toAnswer, faults]: [number[], number[], string[]] = [[], [], []]
  await seed(dir, Date.now() - 3_600_000, 12)
  for (let round = 0; round < kills; round++) {
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
    const timer = setTimeout(() => void station.kill(), 90 + random() * 250)
    await working
    clearTimeout(timer)
    await station.kill()
    for (const { id, name, answer } of desk.sent.slice(heard))
      if (answer?.ok) appendFileSync(log, `${id} ${name} ${answer.position}\n`)
  }
  const verified = await command(['verify', '--data', dir])
  if (verified.code !== 0)
    faults.push(`verify: exit ${verified.code}: ${verified.out}${verified.err}`)
  faults.push(...(await faultsOf(join(dir, 'journal.db'), desk.sent)))
  return { faults, sent: desk.sent, toReady, toAnswer }
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN

/**
 * Every line of the outside log against a last start: the same answer once more, from the station
 * itself.
 */
async function askAll(dir: string, log: string, sent: readonly Sent[]): Promise<string[]> {
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  const station = await serve(dir)
  const faults: string[] = []
  const every = Math.ceil(lines.length / 90) // the border lets a hundred through in one go
  for (const line of lines.filter((_, index) => index % every === 0)) {
    const [id = '', , position] = line.split(' ')
    const call = sent.find((one) => one.id === id)
    const again = call ? await station.ask(call) : null
    if (!again?.ok || again.position !== Number(position))
      faults.push(`${line}: now ${JSON.stringify(again).slice(0, 200)}`)
  }
  await station.stop()
  return faults
}

await runChecks(async () => {
  await inNewFolder((dir) =>
    inNewFolder(async (outside) => {
      const log = join(outside, 'acknowledged')
      const { faults, sent, toReady, toAnswer } = await killed(dir, log, KILLS, REAL)
      check(`${KILLS} kills: I1–I4 hold, verify exits 0`, faults)
      const acknowledged = sent.filter(({ answer }) => answer?.ok)
      const missing = [
        'incident/report',
        'incident/activate',
        'incident/step',
        'incident/answer',
        'alert/acknowledge',
        'incident/note',
        'incident/move',
      ].filter((name) => !acknowledged.some((one) => one.name === name))
      check('every kind of command was acknowledged, ten a life or more', [
        ...missing,
        ...(acknowledged.length < KILLS * 10 ? [`only ${acknowledged.length}`] : []),
      ])
      const names = Object.entries(Object.groupBy(acknowledged, ({ name }) => name)).map(
        ([name, all]) => `${name} ${all?.length}`,
      )
      const [refused, unheard] = [
        sent.filter(({ answer }) => answer?.ok === false).length,
        sent.filter(({ answer }) => !answer).length,
      ]
      note(
        `${acknowledged.length} acknowledged, ${refused} refused, ${unheard} without an answer: ${names.join(', ')}`,
      )
      note(
        `restart to ready: median ${median(toReady).toFixed(0)} ms; restart to first acknowledgement: median ${median(toAnswer).toFixed(0)} ms`,
      )
      check(
        'restart to first acknowledgement: median below 1.5 s',
        median(toAnswer) < 1500 ? [] : [`${median(toAnswer).toFixed(0)} ms`],
      )
      check('a last start answers what was acknowledged as before', await askAll(dir, log, sent))
    }),
  )
  await inNewFolder((dir) =>
    inNewFolder(async (outside) => {
      const { faults } = await killed(
        dir,
        join(outside, 'acknowledged'),
        15,
        planted('early-answer'),
      )
      mustFail(
        'acknowledged before the commit',
        faults.filter((fault) => fault.startsWith('I1')),
      )
    }),
  )
})
