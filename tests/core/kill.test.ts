/**
 * The short form of the kill test: a station on disk is killed in the middle of
 * its work, ten times; nothing acknowledged is lost.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { isDeepStrictEqual } from 'node:util'
import { expect, it } from 'vitest'
import type { Answered } from '#shared/contract/contract.ts'
import { chance, createCommandDriver, type Asking, type Sent } from '../kit/driver.ts'
import { faultsOf } from '../kit/invariants.ts'

const child = resolve(import.meta.dirname, 'kill-child.ts')

type Running = { ask: Asking; kill: () => Promise<void>; said: () => string }

/** An answer, or null for one in the middle of which the station was killed: nobody was told it. */
function whole(line: string): { id: string; answer: Answered } | null {
  try {
    return JSON.parse(line) as { id: string; answer: Answered }
  } catch {
    return null
  }
}

async function run(dir: string, ...planted: string[]): Promise<Running> {
  const station = spawn(process.execPath, [child, dir, ...planted], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const waiting = new Map<
    string,
    { answer: (answer: Answered) => void; fail: (error: Error) => void }
  >()
  let errorOutput = ''
  station.stderr.on('data', (piece: Buffer) => {
    errorOutput += piece.toString()
  })
  // it dies while it is being written to: that is the point
  station.stdin.on('error', () => undefined)
  const ended = new Promise<void>((end) =>
    station.once('close', () => {
      for (const { fail } of waiting.values()) fail(new Error('the station is gone'))
      end()
    }),
  )
  const lines = createInterface({ input: station.stdout })
  await Promise.race([
    new Promise((ready) => lines.once('line', ready)),
    ended.then(() => Promise.reject(new Error(errorOutput))),
  ])
  lines.on('line', (line) => {
    const reply = whole(line)
    if (!reply) return
    waiting.get(reply.id)?.answer(reply.answer)
    waiting.delete(reply.id)
  })
  return {
    ask: (call) =>
      new Promise((answer, fail) => {
        waiting.set(call.id, { answer, fail })
        station.stdin.write(`${JSON.stringify(call)}\n`)
      }),
    async kill() {
      station.kill('SIGKILL')
      await ended
    },
    said: () => errorOutput,
  }
}

/**
 * Works and kills, round after round; afterwards what was sent and what is wrong with the record.
 */
async function killed(
  rounds: number,
  ...planted: string[]
): Promise<{ sent: readonly Sent[]; faults: string[]; said: string }> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-kill-'))
  const random = chance(20_261_124)
  const desk = createCommandDriver(['one', 'two'], random)
  const faults: string[] = []
  let errorOutput = ''
  try {
    for (let round = 0; round < rounds; round++) {
      const station = await run(dir, ...planted)
      for (const call of desk.sent.slice(-8)) {
        // what was acknowledged gets its answer, what was not is done now, once
        const again = await station.ask(call)
        if (call.answer?.ok && !isDeepStrictEqual(again, call.answer))
          faults.push(`${call.name} ${call.id} has another answer now`)
        call.answer ??= again
      }
      // answers that this life still gives: a slow machine only takes longer over them
      let left = 20 + Math.floor(random() * 40)
      await desk.work(
        async (call) => {
          const answer = await station.ask(call)
          if (answer.ok && call.name !== 'board/read' && --left === 0)
            setTimeout(() => void station.kill(), random() * 10)
          return answer
        },
        3,
        4,
      )
      errorOutput += station.said()
    }
    return {
      sent: desk.sent,
      faults: [...faults, ...(await faultsOf(join(dir, 'journal.db'), desk.sent))],
      said: errorOutput,
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

it(
  'ten kills: nothing acknowledged is lost, nothing is done by half',
  { timeout: 180_000 },
  async () => {
    const { sent, faults, said } = await killed(10)
    expect(faults).toEqual([])
    expect(said).toBe('')
    const acknowledged = new Set(sent.filter(({ answer }) => answer?.ok).map(({ name }) => name))
    const needed = [
      'incident/report',
      'incident/activate',
      'incident/step',
      'incident/answer',
      'alert/acknowledge',
      'incident/note',
    ]
    expect([...acknowledged]).toEqual(expect.arrayContaining(needed))
  },
)

it('a station that says "saved" too early is seen', { timeout: 60_000 }, async () => {
  const { faults } = await killed(1, 'planted')
  expect(faults.filter((fault) => fault.startsWith('I1'))).not.toEqual([])
})
