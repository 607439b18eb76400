/**
 * `serve` is killed 200 times in the middle of its work, at a random moment 90–340 ms after it was
 * ready. I1–I4 (`tests/kit/invariants.ts`) must hold, a start must need no repair, and the first
 * acknowledgement must come within 1.5 s (median). The acknowledgements are kept outside the
 * station's folder. What is killed is the build, as it is installed: a start from the sources is a
 * second longer by their reading.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureBuilt } from '../../scripts/lib/steps.mjs'
import type { Sent } from '../kit/driver.ts'
import { check, mustFail, printNote, runChecks } from './lib/checks.ts'
import { live, median, type Lived } from './lib/lives.ts'
import { inNewFolder, planted, serve } from './lib/station.ts'

const KILLS = 200
const root = resolve(import.meta.dirname, '../..')
const BUILT = join(root, 'out/main/station.js')

const killed = (dir: string, log: string, times: number, entry: string): Promise<Lived> =>
  live({ dir, log, times, entry, end: async (station) => void (await station.kill()) })

/**
 * Every line of the outside log against a last start: the same answer once more, from the station
 * itself.
 */
async function askAll(dir: string, log: string, sent: readonly Sent[]): Promise<string[]> {
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  const station = await serve(dir, { entry: BUILT })
  const faults: string[] = []
  const every = Math.ceil(lines.length / 90) // the border lets a hundred through in one go
  for (const line of lines.filter((_, index) => index % every === 0)) {
    const [id = '', , position] = line.split(' ')
    const call = sent.find((candidate) => candidate.id === id)
    const again = call ? await station.ask(call) : null
    if (!again?.ok || again.position !== Number(position))
      faults.push(`${line}: now ${JSON.stringify(again).slice(0, 200)}`)
  }
  await station.stop()
  return faults
}

await runChecks(async () => {
  if (!(await ensureBuilt(root))) throw new Error('the build failed')
  await inNewFolder((dir) =>
    inNewFolder(async (outside) => {
      const log = join(outside, 'acknowledged')
      const { faults, sent, toReady, toAnswer } = await killed(dir, log, KILLS, BUILT)
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
      ].filter((name) => !acknowledged.some((call) => call.name === name))
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
      printNote(
        `${acknowledged.length} acknowledged, ${refused} refused, ${unheard} without an answer: ${names.join(', ')}`,
      )
      printNote(
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
