/**
 * What the clocks of attention cost a command: the whole station as it is, in turns with the same
 * station without them. The product cannot switch them off; here the one place that hands their
 * times to the rules is read otherwise.
 */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { chance, createCommandDriver } from '../kit/driver.ts'
import { finish, interleaved, median, printNote } from './lib/figures.ts'

const ROUNDS = 24
const COMMANDS = 120
const WARM = 30
const ENOUGH = 'enough'

const PLACE = '/core/engine/worlds.ts'
const TIMES = "documents.get('attention', 'attention') ?? ATTENTION_DEFAULTS"

const seen = globalThis as { withoutAttention?: boolean }
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    if (!url.endsWith(PLACE)) return loaded
    const { source: read } = loaded
    const source = typeof read === 'string' ? read : Buffer.from(read as Uint8Array).toString()
    if (!source.includes(TIMES)) throw new Error(`${PLACE} gives the times of attention otherwise`)
    return {
      ...loaded,
      source: source.replace(TIMES, `globalThis.withoutAttention ? undefined : (${TIMES})`),
    }
  },
})
// the station only now: what is loaded is loaded as it was read
const { PLANS, inNewFolder, startWholeStation } = await import('./lib/place.ts')
const { dispatcher } = await import('../kit/station.ts')

/** Two that take turns: neither ever works while the other does. */
function turns(): { take: (own: number) => Promise<void>; pass: (own: number) => void } {
  let turn = 0
  let wake: () => void = () => undefined
  return {
    async take(index) {
      while (turn !== index) await new Promise<void>((resolve) => (wake = resolve))
    },
    pass(index) {
      turn = 1 - index
      wake()
    },
  }
}

/** The median time of a command with attention, and without (ms), command by command in turns. */
async function round(dir: string, seed: number): Promise<{ ours: number; plain: number }> {
  const { take, pass } = turns()
  const desk = async (index: number): Promise<number> => {
    const without = index === seed % 2 // whoever comes second finds a warmer machine
    const journal = openSqliteJournal(join(dir, `${seed}-${index}.db`))
    const station = await startWholeStation(journal, systemClock)
    const times: number[] = []
    let sent = 0
    await createCommandDriver(PLANS, chance(seed)).work(
      async (call) => {
        await take(index)
        try {
          if (sent >= WARM + COMMANDS) throw new Error(ENOUGH)
          seen.withoutAttention = without
          const from = performance.now()
          const answer = await station.request(call, dispatcher)
          if (call.name !== 'board/read' && ++sent > WARM) times.push(performance.now() - from)
          return answer
        } finally {
          pass(index)
        }
      },
      1,
      0,
    )
    const events = await journal.position()
    printNote(
      `round ${seed} ${without ? 'without' : 'with'}: ${median(times).toFixed(3)} ms, ${(events / sent).toFixed(2)} events a command`,
    )
    await station.stop()
    await journal.close()
    return median(times)
  }
  const [first = 0, second = 0] = await Promise.all([desk(0), desk(1)])
  return seed % 2 === 0 ? { ours: second, plain: first } : { ours: first, plain: second }
}

await inNewFolder(async (dir) => {
  const rounds: { ours: number; plain: number }[] = []
  for (let seed = 1; seed <= ROUNDS; seed++) rounds.push(await round(dir, seed))
  finish([
    interleaved(
      'command with its attention clocks, p50, against the same without',
      rounds,
      'ms',
      1.1,
    ),
  ])
})
