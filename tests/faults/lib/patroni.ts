/**
 * Two database servers under Patroni and three voters of etcd on this machine, by the files of
 * `resources/hq/patroni` as they are shipped: only addresses and folders are others. Each server
 * has an address of its own on loopback, so that the ports stay those of the files.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { until } from './station.ts'

const SHIPPED = resolve(import.meta.dirname, '../../../resources/hq/patroni')
const NOBODY = 65_534
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
const HOSTS = { db1: '127.90.0.11', db2: '127.90.0.12', voter: '127.90.0.13' } as const
export type DatabaseName = 'db1' | 'db2'
const databases: readonly DatabaseName[] = ['db1', 'db2']
export const otherOf = (name: DatabaseName): DatabaseName => (name === 'db1' ? 'db2' : 'db1')
export const ADDRESS = `postgres://vigil@${HOSTS.db1}:5432,${HOSTS.db2}:5432/vigil_hq`
export const addressOf = (name: DatabaseName): string =>
  `postgres://vigil@${HOSTS[name]}:5432/vigil_hq`

const running = new Set<number>()
const endAll = (): void => {
  for (const pid of running) for (const child of treeOf(pid)) signalTo(child, 'SIGKILL')
}
process.once('exit', endAll)

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // it has ended meanwhile
  }
}

/** The number of a process's parent: what stands behind its name in brackets. */
function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return -1
  }
}

/** A process with all that it has started, itself first. */
function treeOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const)
  const tree = [pid]
  for (const above of tree)
    tree.push(...parents.filter(([, parent]) => parent === above).map(([child]) => child))
  return tree
}

/** The line of a shipped file as it is for this server, in this folder, with these programs. */
const placed = (text: string, name: keyof typeof HOSTS, dir: string, root: string): string =>
  text
    .replaceAll(/CHANGE-\d/g, 'secret')
    .replaceAll('10.0.0.0/24', '127.0.0.0/8')
    // the address of this server, where it speaks of itself; lists name all three
    .replaceAll(/^(?!\s+- |ETCD_INITIAL_CLUSTER=)(.*)10\.0\.0\.11/gm, `$1${HOSTS[name]}`)
    .replaceAll('10.0.0.', '127.90.0.')
    .replaceAll('/usr/lib/postgresql', `${root}/usr/lib/postgresql`)
    .replaceAll('/var/lib/postgresql', join(dir, name))
    .replaceAll('/var/run/postgresql', join(dir, name))
    .replaceAll('/var/lib/etcd', join(dir, name))
    .replaceAll(/^(name: |ETCD_NAME=)db1$/gm, `$1${name}`)
const shipped = (file: string): string => readFileSync(join(SHIPPED, file), 'utf8')

export type Cluster = {
  /** Who takes writes, as the voters have it; null: nobody just now. */
  leader: () => Promise<DatabaseName | null>
  /** Whether it follows as the second disk of every commit. */
  isSecondCopy: (name: DatabaseName) => Promise<boolean>
  /** To Patroni and PostgreSQL of a server at once, as when a machine dies, sleeps or wakes. */
  signal: (name: DatabaseName, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') => void
  /** To one process of a server's PostgreSQL, by what `ps` calls it. */
  signalPart: (name: DatabaseName, part: string, signal: NodeJS.Signals) => void
  start: (name: DatabaseName) => void
  /** Changes what the voters hold of the settings. */
  set: (settings: object) => Promise<void>
  /** The last lines of a server's Patroni. */
  heard: (name: DatabaseName) => string
  stop: () => void
}

/** Waits until there is a leader with a second copy; then makes HQ's database and its user. */
export async function startCluster(dir: string, root: string): Promise<Cluster> {
  const env = {
    ...{ PATH: process.env['PATH'], HOME: dir, LC_ALL: 'C.UTF-8' },
    PYTHONPATH: join(root, 'usr/lib/python3/dist-packages'),
    LD_LIBRARY_PATH: join(root, 'usr/lib/x86_64-linux-gnu'),
  }
  const words: Record<string, string> = {}
  function begin(name: string, file: string, args: readonly string[], more = {}): ChildProcess {
    const child = spawn(file, args, {
      ...asNobody,
      cwd: dir,
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream.on(
        'data',
        (data) => (words[name] = ((words[name] ?? '') + String(data)).slice(-4_000)),
      )
    if (child.pid !== undefined) running.add(child.pid)
    return child
  }
  for (const name of Object.keys(HOSTS)) {
    mkdirSync(join(dir, name), { mode: 0o700 })
    if (asNobody.uid !== undefined) chownSync(join(dir, name), NOBODY, NOBODY)
  }
  const voters = (Object.keys(HOSTS) as (keyof typeof HOSTS)[]).map((name) => {
    const lines = placed(shipped('etcd'), name, dir, root).split('\n')
    const settings = Object.fromEntries(
      lines.filter((line) => line.startsWith('ETCD_')).map((line) => line.split(/=(.*)/)),
    ) as Record<string, string>
    return begin(`etcd ${name}`, join(root, 'usr/bin/etcd'), [], settings)
  })
  const patronis = new Map<DatabaseName, ChildProcess>()
  const postmasters = new Map<DatabaseName, number>()
  const dataOf = (name: DatabaseName): string => join(dir, name, '17/vigil-hq')
  function start(name: DatabaseName): void {
    const file = join(dir, `${name}.yml`)
    writeFileSync(file, placed(shipped('patroni.yml'), name, dir, root), { mode: 0o644 })
    patronis.set(name, begin(name, '/usr/bin/python3', [join(root, 'usr/bin/patroni'), file]))
  }
  /** PostgreSQL is no child of Patroni. */
  function processesOf(name: DatabaseName): number[] {
    const patroni = patronis.get(name)?.pid
    try {
      const pid = Number(readFileSync(join(dataOf(name), 'postmaster.pid'), 'utf8').split('\n')[0])
      postmasters.set(name, pid)
      running.add(pid)
    } catch {
      // no PostgreSQL runs there
    }
    const postmaster = postmasters.get(name)
    return [patroni, postmaster].flatMap((pid) => (pid === undefined ? [] : treeOf(pid)))
  }
  const answersOk = async (
    name: DatabaseName,
    path: string,
    init?: RequestInit,
  ): Promise<boolean> => {
    try {
      const limit = AbortSignal.timeout(2_000)
      return (await fetch(`http://${HOSTS[name]}:8008/${path}`, { ...init, signal: limit })).ok
    } catch {
      return false
    }
  }
  const leader = async (): Promise<DatabaseName | null> => {
    for (const name of databases) if (await answersOk(name, 'primary')) return name
    return null
  }
  const cluster: Cluster = {
    leader,
    isSecondCopy: (name) => answersOk(name, 'synchronous'),
    signal: (name, signal) => {
      for (const pid of processesOf(name)) signalTo(pid, signal)
    },
    signalPart(name, part, signal) {
      const pids = processesOf(name).filter((pid) =>
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(part),
      )
      if (pids.length === 0) throw new Error(`no ${part} at ${name}`)
      for (const pid of pids) signalTo(pid, signal)
    },
    start,
    async set(settings) {
      const name = await leader()
      const body = JSON.stringify(settings)
      if (name === null || !(await answersOk(name, 'config', { method: 'PATCH', body })))
        throw new Error('the settings were not taken')
    },
    heard: (name) => words[name] ?? '',
    stop() {
      for (const name of databases) cluster.signal(name, 'SIGKILL')
      for (const voter of voters) voter.kill('SIGKILL')
      endAll()
    },
  }
  start('db1')
  const first = await until(60_000, leader, (name) => name !== null)
  if (first !== 'db1') throw new Error(`no leader: ${words['db1']} ${words['etcd db1']}`)
  start('db2')
  const follows = await until(
    60_000,
    () => cluster.isSecondCopy('db2'),
    (second) => second,
  )
  if (!follows) throw new Error(`no second copy: ${words['db2']}`)
  const psql = spawnSync(
    join(root, 'usr/lib/postgresql/17/bin/psql'),
    [
      '-h',
      HOSTS.db1,
      '-U',
      'postgres',
      '-v',
      'password=secret',
      '-v',
      'ON_ERROR_STOP=1',
      '-f',
      join(SHIPPED, '../database.sql'),
    ],
    { env: { ...env, PGPASSWORD: 'secret' }, encoding: 'utf8' },
  )
  if (psql.status !== 0) throw new Error(psql.stderr)
  return cluster
}
