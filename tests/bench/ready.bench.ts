/**
 * A new station's start: from the launch of `serve` to its ready line, the processor time that it
 * takes and the memory it holds then, each beside a bare server in the same round. Ours is the
 * built station that `npm start` runs; both have Node's compile cache, warmed once.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { against, finish, printNote, repeated } from './lib/figures.ts'
import { inNewFolder, root } from './lib/place.ts'

const ROUNDS = 21
const TICK_MS = 10 // of /proc's processor times
const GOAL = { ms: 300, mib: 102 } // half of what a start took before plans were compiled

type Start = { ms: number; cpu: number; mib: number }

/** Launches a script and reads its figures at its first line; ends it before it gives them. */
async function startOf(script: string, args: readonly string[], dir: string): Promise<Start> {
  mkdirSync(dir, { recursive: true })
  const from = performance.now()
  const child = spawn(process.execPath, [join(root, script), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') },
  })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  const ms = performance.now() - from
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const [, resident] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
  child.kill('SIGTERM')
  await ended
  const cpu = (Number(stat[11]) + Number(stat[12])) * TICK_MS
  return { ms, cpu, mib: Number(resident) / 1024 }
}

await inNewFolder(async (dir) => {
  const rounds: { ours: Start; plain: Start }[] = []
  for (let n = 0; n <= ROUNDS; n++) {
    const data = join(dir, `data-${n}`)
    const serve = ['serve', '--data', data, '--port', '0']
    const ours = await startOf('out/main/station.js', serve, data)
    const bare = join(dir, `bare-${n}`)
    const plain = await startOf('tests/bench/lib/bare-server.ts', [bare], bare)
    if (n > 0) rounds.push({ ours, plain }) // the first warms the cache
  }
  const of = (figure: keyof Start) =>
    rounds.map(({ ours, plain }) => ({ ours: ours[figure], plain: plain[figure] }))
  const times = of('ms')
  printNote(`${times.map(({ ours }) => ours.toFixed(0)).join(' ')} ms`)
  finish([
    repeated(
      'process → ready line of a new record, against a bare server',
      times,
      'ms',
      GOAL.ms,
      0,
    ),
    against('processor time until then', of('cpu'), 'ms', null, 0),
    repeated('memory held then', of('mib'), 'MiB', GOAL.mib, 0),
  ])
})
