/**
 * One changed incident to fifty screens: from the station telling it until the last of fifty
 * listeners on the real server-sent feed has it, against the same bytes written to fifty bare TCP
 * connections, in turns. The listeners are another process.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startHttp } from '#main/adapters/http/http-server.ts'
import { openMemoryJournal } from '../kit/memory-journal.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Name } from '#shared/contract/contract.ts'
import { dispatcher } from '../kit/station.ts'
import { against, finish, median, printNote, percentile } from './lib/figures.ts'
import { log, startWholeStation } from './lib/place.ts'

const LISTENERS = 50
const ROUNDS = 7
const TIMES = 150
const TOKEN = 'bench-local-token'

type Screens = { child: ChildProcess; heard: () => Promise<bigint> }

async function screens(kind: 'http' | 'tcp', port: number): Promise<Screens> {
  const child = fork(join(import.meta.dirname, 'lib/listeners.child.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.send({ kind, port, count: LISTENERS, token: TOKEN })
  await once(child, 'message') // all of them are connected
  return {
    child,
    async heard() {
      const [{ at }] = (await once(child, 'message')) as [{ at: string }]
      return BigInt(at)
    },
  }
}

const running = await startWholeStation(openMemoryJournal(), systemClock)
const ask = async (name: Name, input: object): Promise<object> => {
  const answer = await running.request({ id: crypto.randomUUID(), name, input }, dispatcher)
  if (!answer.ok) throw new Error(`${name}: ${answer.code}`)
  return answer.reply ?? {}
}
let lastPush = { at: 0n, bytes: Buffer.alloc(0) }
running.listen((push, text) => {
  // before the server listens, so the clock starts before any work of the feed
  if (push.kind === 'incident')
    lastPush = {
      at: process.hrtime.bigint(),
      bytes: Buffer.from(`event: incident\ndata: ${text}\n\n`),
    }
})
const http = await startHttp({
  station: running,
  port: 0,
  pages: new Map(),
  secret: 'bench-secret-bench-secret-bench-secret-bench',
  localToken: TOKEN,
  clock: systemClock,
  log,
})
const sockets = new Set<Socket>()
const bare = createServer((socket) => {
  sockets.add(socket.setNoDelay(true))
}).listen(0, '127.0.0.1')
await once(bare, 'listening')

const { incidentId } = (await ask('incident/report', {
  narrative: '热线打不进',
  place: '热线中心',
})) as { incidentId: string }
await ask('incident/activate', { incidentId, planId: 'gas-hotline-failure' })
const feed = await screens('http', http.port)
const plain = await screens('tcp', (bare.address() as AddressInfo).port)
await pause(500)

/** ms until the last of them has it. */
async function overFeed(): Promise<number> {
  const heard = feed.heard()
  await ask('incident/note', { incidentId, words: '补记' })
  return Number((await heard) - lastPush.at) / 1e6
}
async function overTcp(): Promise<number> {
  const heard = plain.heard()
  const from = process.hrtime.bigint()
  for (const socket of sockets) socket.write(lastPush.bytes)
  return Number((await heard) - from) / 1e6
}

for (let n = 0; n < 60; n++) {
  await overFeed()
  await overTcp()
}
const rounds: { ours: number[]; plain: number[] }[] = []
for (let round = 1; round <= ROUNDS; round++) {
  const measured: { ours: number[]; plain: number[] } = { ours: [], plain: [] }
  for (let n = 0; n < TIMES; n++) {
    measured.ours.push(await overFeed())
    measured.plain.push(await overTcp())
  }
  rounds.push(measured)
  printNote(
    `round ${round}: ${lastPush.bytes.length} bytes to ${LISTENERS}: feed p50 ${median(measured.ours).toFixed(2)}, p99 ${percentile(measured.ours, 0.99).toFixed(2)}; TCP p50 ${median(measured.plain).toFixed(2)}, p99 ${percentile(measured.plain, 0.99).toFixed(2)} ms`,
  )
}
const compared = (p: number): { ours: number; plain: number }[] =>
  rounds.map((round) => ({ ours: percentile(round.ours, p), plain: percentile(round.plain, p) }))
feed.child.kill()
plain.child.kill()
await running.stop()
finish([
  against(
    'one changed incident to the last of 50 screens, p50, against bare TCP of the same bytes',
    compared(0.5),
    'ms',
    1.5,
  ),
  against('the same, p99', compared(0.99), 'ms', null),
])
