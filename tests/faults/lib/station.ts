/**
 * A station as a process that a fault script starts, asks over HTTP, and ends as roughly as it
 * likes. It ends no process but its own.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Answered, Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { Call } from '../../kit/driver.ts'

const root = resolve(import.meta.dirname, '../../..')
/** The product's own command line, from the sources. */
export const REAL = join(root, 'src-main/hosts/node/command-line.ts')
export const planted = (name: string): string => join(root, 'tests/faults/planted', `${name}.ts`)

export type Ended = { code: number | null; out: string; err: string }
export type Process = {
  pid: number
  readyMs: number
  ask: (call: Call) => Promise<Answered>
  board: () => Promise<Board>
  /** Asks with a new id; a refusal is thrown. */
  request: <N extends Name>(name: N, input: Input<N>) => Promise<ReplyOf<N>>
  /** What it has written into its log so far. */
  heard: () => string
  kill: () => Promise<Ended>
  stop: () => Promise<Ended>
}
export type How = { entry?: string; env?: NodeJS.ProcessEnv; uid?: number }

const running = new Set<() => void>()
process.once('exit', () => {
  for (const end of running) end()
})

function start(args: readonly string[], { entry = REAL, env = {}, uid }: How) {
  const as = uid === undefined ? {} : { uid, gid: uid, cwd: '/' }
  const child = spawn(process.execPath, [entry, ...args], {
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  })
  const end = (): void => void child.kill('SIGKILL')
  running.add(end)
  let [out, err] = ['', '']
  const firstLine = new Promise<string>((line) =>
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString()
      if (out.includes('\n')) line(out.slice(0, out.indexOf('\n')))
    }),
  )
  child.stderr.on('data', (piece: Buffer) => {
    err += piece.toString()
  })
  const ended = new Promise<Ended>((done) =>
    child.once('close', (code) => {
      running.delete(end)
      done({ code, out, err })
    }),
  )
  return { child, firstLine, ended, heard: () => err }
}

/** A command that ends by itself: its exit code and what it said. */
export const command = (args: readonly string[], how: How = {}): Promise<Ended> =>
  start(args, how).ended

/** Runs `serve` until it says that it is ready; rejects with what it said if it ends before. */
export async function serve(dir: string, how: How = {}): Promise<Process> {
  const from = performance.now()
  const { child, firstLine, ended, heard } = start(['serve', '--data', dir, '--port', '0'], how)
  const line = await Promise.race([
    firstLine,
    ended.then(({ code, err }) => Promise.reject(new Error(`serve ended with ${code}: ${err}`))),
  ])
  const { url, tokenFile } = JSON.parse(line) as { url: string; tokenFile: string }
  const readyMs = performance.now() - from
  const token = readFileSync(tokenFile, 'utf8')
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const ask = async ({ id, name, input }: Call): Promise<Answered> => {
    const response = await fetch(`${url}/api/request`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id, name, input }),
    })
    return (await response.json()) as Answered
  }
  const signal = (name: NodeJS.Signals): Promise<Ended> => {
    child.kill(name)
    return ended
  }
  return {
    pid: child.pid ?? 0,
    readyMs,
    ask,
    board: async () => (await (await fetch(`${url}/api/board`, { headers })).json()) as Board,
    async request(name, input) {
      const answer = await ask({ id: crypto.randomUUID(), name, input })
      if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.message.en}`)
      return answer.reply
    },
    heard,
    kill: () => signal('SIGKILL'),
    stop: () => signal('SIGTERM'),
  }
}

/** A folder for the time of `work`. */
export async function inNewFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-fault-'))
  try {
    return await work(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Asks again until `done` or until time is up (real, monotonic ms); gives the last answer. */
export async function until<T>(
  ms: number,
  look: () => Promise<T>,
  done: (seen: T) => boolean,
): Promise<T> {
  const end = performance.now() + ms
  for (;;) {
    const seen = await look()
    if (done(seen) || performance.now() > end) return seen
    await pause(100)
  }
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms))

const LIBRARIES = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map(
  (place) => `/usr/lib/${place}/faketime/libfaketimeMT.so.1`,
)

/**
 * libfaketime, if this machine has it: the wall clock moves, the monotonic one does not, as when
 * somebody sets the clock.
 */
export function faketime(): {
  shifted: (seconds: number) => NodeJS.ProcessEnv
  following: (file: string) => NodeJS.ProcessEnv
} | null {
  const library = LIBRARIES.find((file) => existsSync(file))
  if (!library) return null
  const common = {
    LD_PRELOAD: library,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_RESET: '1',
  }
  return {
    shifted: (seconds) => ({ ...common, FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}` }),
    following: (file) => ({ ...common, FAKETIME_TIMESTAMP_FILE: file }),
  }
}

export const NO_FAKETIME = 'libfaketime is not installed (Debian package faketime)'
