/** The real command line as a process of its own, on folders that are thrown away afterwards. */
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished, vi } from 'vitest'
import { STATION } from '../kit/program.ts'

vi.setConfig({ testTimeout: 60_000 }) // several processes a test, on a machine that may be busy

export function newFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-cli-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/**
 * What somebody does to a record who knows how: the guards are taken off, and put back afterwards.
 */
export function tamper(file: string, statements: string): void {
  const db = new DatabaseSync(file)
  const guards = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of guards) db.exec(`DROP TRIGGER ${String(name)}`)
  db.exec(statements)
  for (const { sql } of guards) db.exec(String(sql))
  db.close()
}

/** What a disk does that has lost a page (4096 bytes) of a file. */
export function zeroPage(file: string, offset: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(4096), 0, 4096, offset)
  closeSync(handle)
}

export type Ran = { code: number | null; out: string; err: string }

/** Another user of this machine, for who may not write everywhere. */
export type As = { uid?: number }

type Running = {
  child: ChildProcess
  ended: Promise<Ran>
  firstLine: Promise<string>
  err(): string
}

function start(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  { input = null, uid }: { input?: string | null } & As = {},
): Running {
  const child = spawn(process.execPath, [STATION, ...args], {
    cwd: tmpdir(),
    stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdin?.end(input)
  let [out, err] = ['', '']
  child.stderr?.on('data', (piece: Buffer) => (err += piece.toString()))
  const firstLine = new Promise<string>((line) => {
    child.stdout?.on('data', (piece: Buffer) => {
      out += piece.toString()
      if (out.includes('\n')) line(out.slice(0, out.indexOf('\n')))
    })
  })
  const ended = new Promise<Ran>((end) => child.on('close', (code) => end({ code, out, err })))
  return { child, ended, firstLine, err: () => err }
}

export const runProgram = (
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
  as?: As,
): Promise<Ran> => start(args, env, as).ended

/** What it does with these lines on its standard input. */
export const runWith = (input: string, args: readonly string[]): Promise<Ran> =>
  start(args, {}, { input }).ended

export type Served = {
  url: string
  consoleUrl: string
  wallUrl: string
  tokenFile: string
  pid: number
  token: string
  /** Asks over HTTP as a program of this machine does. */
  ask(name: string, input?: unknown, id?: string): Promise<Record<string, unknown>>
  board(): Promise<Record<string, unknown>>
  /** What it has written on standard error so far. */
  err(): string
  signal(signal: NodeJS.Signals): Promise<Ran>
}

/** What a program of this machine asks a running station by. */
function programOf(url: string, token: string): Pick<Served, 'ask' | 'board'> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const json = async (response: Promise<Response>): Promise<Record<string, unknown>> =>
    (await (await response).json()) as Record<string, unknown>
  return {
    ask: (name, input, id) =>
      json(
        fetch(`${url}/api/request`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ id, name, input }),
        }),
      ),
    board: () => json(fetch(`${url}/api/board`, { headers })),
  }
}

/** Runs `serve` until it is ready; fails with what it said if it never is. */
export async function served(
  dir: string,
  args: readonly string[] = ['--port', '0'],
  env?: NodeJS.ProcessEnv,
  as?: As,
): Promise<Served> {
  const { child, ended, firstLine, err: output } = start(['serve', '--data', dir, ...args], env, as)
  const line = await Promise.race([
    firstLine,
    ended.then(({ code, err }) => Promise.reject(new Error(`serve ended with ${code}: ${err}`))),
  ])
  const ready = JSON.parse(line) as Pick<Served, 'url' | 'consoleUrl' | 'wallUrl' | 'tokenFile'>
  const token = readFileSync(ready.tokenFile, 'utf8')
  return {
    ...ready,
    token,
    pid: child.pid ?? 0,
    ...programOf(ready.url, token),
    err: output,
    signal(signal) {
      child.kill(signal)
      return ended
    },
  }
}

type StateWords = { live: boolean; zh: string; en: string }
export type Followed = {
  url: string
  state(): Promise<StateWords>
  /** As the key of its page does; from then on it is a station. */
  takeOver(): Promise<{ consoleUrl: string }>
  station(): Promise<Pick<Served, 'ask' | 'board'>>
  signal(signal: NodeJS.Signals): Promise<Ran>
}

/** Runs `follow` until it follows; fails with what it said if it never does. */
export async function followed(dir: string, args: readonly string[]): Promise<Followed> {
  const { child, ended, firstLine } = start(['follow', '--data', dir, ...args])
  const line = await Promise.race([
    firstLine,
    ended.then(({ code, err }) => Promise.reject(new Error(`follow ended with ${code}: ${err}`))),
  ])
  const { url } = JSON.parse(line) as { url: string }
  const at = (path: string): string => url.replace('/?', `${path}?`)
  let stationUrl = ''
  return {
    url,
    state: async () => (await (await fetch(at('/state'))).json()) as StateWords,
    async takeOver() {
      const response = await fetch(at('/take-over'), { method: 'POST' })
      const taken = (await response.json()) as { consoleUrl: string }
      stationUrl = new URL(taken.consoleUrl).origin
      return taken
    },
    async station() {
      const token = readFileSync(join(dir, 'local-token'), 'utf8')
      return programOf(stationUrl, token)
    },
    signal(signal) {
      child.kill(signal)
      return ended
    },
  }
}
