/**
 * A durable command: a desk's real mix of commands, measured at the journal's commit (events,
 * projection and fact row, reply, sealed values) and through the whole station, each followed by a
 * bare pwrite + fdatasync of the very bytes that the commit had to save.
 */
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { prepare } from '#main/adapters/journal/prepare.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { JournalEntry, Journal } from '#main/core/ports.ts'
import { chance, createCommandDriver } from '../kit/driver.ts'
import { dispatcher } from '../kit/station.ts'
import { against, finish, interleaved, median, printNote, percentile } from './lib/figures.ts'
import { PLANS, inNewFolder, startWholeStation } from './lib/place.ts'

const ROUNDS = 21
const COMMANDS = 200
const WARM = 60
const ENOUGH = 'enough'

type Round = { commit: number[]; request: number[]; plain: number[]; bytes: number[] }

/** The bare alternative: an append to a file that grows, synced. Gives ms. */
function appender(file: string): { append: (bytes: Buffer) => number; close: () => void } {
  const fd = openSync(file, 'w')
  let at = 0
  return {
    append(bytes) {
      const from = performance.now()
      writeSync(fd, bytes, 0, bytes.length, at)
      fdatasyncSync(fd)
      at += bytes.length
      return performance.now() - from
    },
    close: () => closeSync(fd),
  }
}

async function round(dir: string, seed: number): Promise<Round> {
  const disk = openSqliteJournal(join(dir, `journal-${seed}.db`))
  let saved: JournalEntry[] = []
  let committing = 0
  const journal: Journal = {
    ...disk,
    async commit(entries) {
      const from = performance.now()
      const done = await disk.commit(entries)
      committing += performance.now() - from
      saved.push(...entries)
      return done
    },
  }
  const running = await startWholeStation(journal, systemClock)
  const bare = appender(join(dir, `plain-${seed}`))
  const figures: Round = { commit: [], request: [], plain: [], bytes: [] }
  let sent = 0
  await createCommandDriver(PLANS, chance(seed)).work(
    async (call) => {
      if (call.name === 'board/read') return running.request(call, dispatcher)
      if (sent >= WARM + COMMANDS) throw new Error(ENOUGH)
      saved = []
      committing = 0
      const from = performance.now()
      const answer = await running.request(call, dispatcher)
      const whole = performance.now() - from
      if (saved.length === 0) return answer // refused: nothing was saved
      const bytes = Buffer.from(JSON.stringify(saved.map(prepare)))
      const plain = bare.append(bytes)
      sent += 1
      if (sent > WARM) {
        figures.commit.push(committing)
        figures.request.push(whole)
        figures.plain.push(plain)
        figures.bytes.push(bytes.length)
      }
      return answer
    },
    1,
    0,
  )
  await running.stop()
  await disk.close()
  bare.close()
  return figures
}

await inNewFolder(async (dir) => {
  const rounds: Round[] = []
  for (let n = 1; n <= ROUNDS; n++) {
    const figures = await round(dir, n)
    rounds.push(figures)
    printNote(
      `round ${n}: ${figures.commit.length} commands of ${median(figures.bytes)} bytes; commit ${median(figures.commit).toFixed(3)}, request ${median(figures.request).toFixed(3)}, plain ${median(figures.plain).toFixed(3)} ms`,
    )
  }
  const compared = (of: 'commit' | 'request', p: number): { ours: number; plain: number }[] =>
    rounds.map((round) => ({ ours: percentile(round[of], p), plain: percentile(round.plain, p) }))
  finish([
    interleaved(
      'durable commit, p50, against pwrite + fdatasync of the same bytes',
      compared('commit', 0.5),
      'ms',
      1.5,
    ),
    against('durable commit, p99', compared('commit', 0.99), 'ms', 2),
    interleaved('whole command through station.request, p50', compared('request', 0.5), 'ms', 2),
    against('whole command, p99', compared('request', 0.99), 'ms', 2),
  ])
})
