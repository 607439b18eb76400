/**
 * HQ's program over a database that syncs to disk, for benches: sites and people are entered
 * beforehand, since HQ holds up whoever guesses codes, and so would hold up hundreds of sites that
 * pair from one address.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PASSWORD } from '../../kit/hq-browser.ts'
import { openHqKit, type HqKit } from '../../kit/hq.ts'
import { hasPostgres, startPostgres, type PostgresServer } from '../../kit/postgres.ts'
import { finish } from './figures.ts'
import { root } from './place.ts'

/** With its settings as they come. Without PostgreSQL from npm there is nothing to measure. */
export const postgresOnDisk = async (): Promise<PostgresServer> =>
  hasPostgres ? startPostgres({ fsync: 'on', shared_buffers: '128MB' }) : finish([])

/** Cookies of so many browsers of somebody who sees these regions; null: all. */
export async function cookiesFor(
  { people }: Pick<HqKit, 'people'>,
  name: string,
  regions: readonly string[] | null,
  count: number,
): Promise<string[]> {
  await people.appoint({ name, role: 'viewer', regions }, PASSWORD, 'bench')
  const cookies: string[] = []
  while (cookies.length < count) {
    const signedIn = await people.signIn(name, PASSWORD)
    if (!signedIn) throw new Error('not signed in')
    cookies.push(`vigil-hq=${signedIn.token}`)
  }
  return cookies
}

/** `url`: of the kit that stood there before, so that whoever has paired comes back to it. */
export type ProgramOfHq = {
  url: string
  port: number
  database: string
  pid: number
  /** The most memory that it has held so far (MiB). */
  mostHeld: () => number
  stop: () => Promise<void>
}

/** The program in a process of its own on the database and the port of a kit, which it ends. */
export async function programAfter(kit: HqKit): Promise<ProgramOfHq> {
  const { url: database } = kit
  const { url, port } = kit.server
  await kit.stop()
  const folder = mkdtempSync(join(tmpdir(), 'vigil-bench-hq-'))
  const child = spawn(
    process.execPath,
    [
      ...[join(root, 'src-main/hosts/hq/command-line.ts'), 'serve', '--database', database],
      ...['--key', join(folder, 'signing.pem'), '--listen', `127.0.0.1:${port}`],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  process.once('exit', () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data') // the line that it prints once it serves
  return {
    ...{ url, port, database, pid: child.pid ?? NaN },
    mostHeld() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

export const openBenchKit = (postgres: PostgresServer): Promise<HqKit> =>
  openHqKit(postgres, { at: Date.now(), requestEvery: 5_000 }) // all sites have one address
