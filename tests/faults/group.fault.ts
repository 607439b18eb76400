/**
 * HQ over two database servers and a voter, by the files that are shipped (resources/hq/patroni):
 * Debian's Patroni, etcd and PostgreSQL on this machine, the program of HQ before them, sites that
 * push without rest. Each machine is killed, put to sleep and woken; what was acknowledged is there
 * afterwards. Nothing is installed: the packages are unpacked in tmp.
 */
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { check, mustFail, printNote, runChecks, skip } from './lib/checks.ts'
import { unpacked } from './lib/debian.ts'
import { load, lostIn, startHq, type HqProcess, type Load } from './lib/hq.ts'
import {
  ADDRESS,
  addressOf,
  otherOf,
  startCluster,
  type Cluster,
  type DatabaseName,
} from './lib/patroni.ts'
import { inNewFolder, pause, until } from './lib/station.ts'

const SITES = 6
const PASSWORD = 'secret'
const PACKAGES = ['etcd-server', 'patroni', 'python3-etcd', 'postgresql-17']
const PATIENCE_MS = 90_000

function programs(): string {
  if (process.platform !== 'linux') skip('Debian’s packages are needed')
  try {
    return unpacked(PACKAGES)
  } catch (error) {
    skip(`Debian’s packages cannot be had: ${String(error).slice(0, 200)}`)
  }
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

type Watched = { cluster: Cluster; hq: HqProcess; running: Load }

async function leaderOf(cluster: Cluster, not?: DatabaseName): Promise<DatabaseName> {
  const name = await until(PATIENCE_MS, cluster.leader, (seen) => seen !== null && seen !== not)
  if (name === null || name === not) throw new Error('no new leader')
  return name
}

/** From `from` until the answer to something that was sent afterwards (ms). */
async function firstAfter({ acknowledged }: Load, from: number): Promise<number> {
  const [first] = await until(
    PATIENCE_MS,
    () => Promise.resolve(acknowledged.filter(({ sentAt }) => sentAt > from)),
    (seen) => seen.length > 0,
  )
  return (first?.at ?? Infinity) - from
}

/** The longest time without an answer from `from` on (ms). */
function longestSilence({ acknowledged }: Load, from: number): number {
  const times = [from, ...acknowledged.map(({ at }) => at).filter((at) => at > from)]
  return Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? at)), 0)
}

async function copiesBecome(hq: HqProcess, expected: number): Promise<number> {
  const from = performance.now()
  const copies = await until(PATIENCE_MS, hq.copies, (seen) => seen === expected)
  if (copies !== expected) throw new Error(`${copies} copies, not ${expected}: ${hq.heard()}`)
  return performance.now() - from
}

/** Until the voters know the second copy as one that may take over. Gives the leader. */
async function whole({ cluster, hq }: Watched): Promise<DatabaseName> {
  const leader = await leaderOf(cluster)
  const standby = otherOf(leader)
  const second = await until(
    PATIENCE_MS,
    () => cluster.isSecondCopy(standby),
    (seen) => seen,
  )
  if (!second) throw new Error(`${standby} is no second copy: ${cluster.heard(standby)}`)
  await copiesBecome(hq, 2)
  return leader
}

const lives = ({ hq }: Watched): string[] => (hq.hasEnded() ? [`HQ ended: ${hq.heard()}`] : [])

/** The machine of the leader dies under load. */
async function leaderKilled(all: Watched): Promise<string[]> {
  const { cluster, hq, running } = all
  const leader = await whole(all)
  const killedAt = performance.now()
  cluster.signal(leader, 'SIGKILL')
  const heads = running.heads()
  const now = await leaderOf(cluster, leader)
  printNote(`killed ${leader}: ${now} leads after ${seconds(performance.now() - killedAt)}`)
  const wait = await firstAfter(running, killedAt)
  const lost = await lostIn(addressOf(now), PASSWORD, heads)
  printNote(`the first write was acknowledged after ${seconds(wait)}`)
  const alone = await hq.copies()
  cluster.start(leader)
  printNote(`started again: two copies after ${seconds(await copiesBecome(hq, 2))}`)
  return [
    ...lost.map((what) => `acknowledged and lost: ${what}`),
    ...(alone === 1 ? [] : [`HQ says ${alone} copies with one server`]),
    ...lives(all),
  ]
}

/** The machine of the standby goes. `signal`: it dies, or it falls silent. */
async function standbyGone(all: Watched, signal: 'SIGKILL' | 'SIGSTOP'): Promise<string[]> {
  const { cluster, hq, running } = all
  const standby = otherOf(await whole(all))
  const goneAt = performance.now()
  cluster.signal(standby, signal)
  const shownMs = await copiesBecome(hq, 1)
  await firstAfter(running, performance.now())
  const silence = longestSilence(running, goneAt)
  printNote(
    `${signal} to the standby: no write was acknowledged for ${seconds(silence)}, 只有一份 after ${seconds(shownMs)}`,
  )
  if (signal === 'SIGSTOP') cluster.signal(standby, 'SIGCONT')
  else cluster.start(standby)
  printNote(`back: two copies after ${seconds(await copiesBecome(hq, 2))}`)
  return lives(all)
}

/** The leader sleeps while another is chosen, and wakes: nothing that it still takes may stand. */
async function leaderWoken(all: Watched): Promise<string[]> {
  const { cluster, hq, running } = all
  const leader = await whole(all)
  const toOldLeader = openPostgres({ url: addressOf(leader), password: PASSWORD, connections: 1 })
  await toOldLeader.query('create table if not exists written (at bigint)')
  const sleptAt = performance.now()
  cluster.signal(leader, 'SIGSTOP')
  const now = await leaderOf(cluster, leader)
  printNote(`${leader} asleep: ${now} leads after ${seconds(performance.now() - sleptAt)}`)
  const wait = await firstAfter(running, sleptAt)
  printNote(`the first write was acknowledged after ${seconds(wait)}`)
  cluster.signal(leader, 'SIGCONT')
  const outcome = await Promise.race([
    toOldLeader.query('insert into written values (1)').then(
      () => 'acknowledged',
      (error: unknown) => `refused (${String((error as { code?: string }).code)})`,
    ),
    pause(PATIENCE_MS).then(() => 'no answer'),
  ])
  printNote(`a write at the old leader after it woke: ${outcome}`)
  await toOldLeader.end().catch(() => undefined)
  printNote(`awake: two copies after ${seconds(await copiesBecome(hq, 2))}`)
  const sql = openPostgres({ url: addressOf(now), password: PASSWORD, connections: 1 })
  const rows = await sql.query('select at from written')
  await sql.end()
  const lost = await lostIn(addressOf(now), PASSWORD, running.heads())
  return [
    ...(outcome === 'acknowledged' && rows.length === 0
      ? ['the old leader acknowledged a write that is gone']
      : []),
    ...lost.map((what) => `acknowledged and lost: ${what}`),
    ...lives(all),
  ]
}

/** Planted: commits wait for no second disk, the standby hears nothing more, the leader dies. */
async function leaderKilledAlone(all: Watched): Promise<string[]> {
  const { cluster, running } = all
  const leader = await whole(all)
  const standby = otherOf(leader)
  await cluster.set({ synchronous_mode: false })
  await until(
    PATIENCE_MS,
    () => cluster.isSecondCopy(standby),
    (second) => !second,
  )
  cluster.signalPart(standby, 'walreceiver', 'SIGSTOP')
  await firstAfter(running, performance.now())
  await firstAfter(running, performance.now())
  cluster.signal(leader, 'SIGKILL')
  await running.stop()
  const heads = running.heads()
  cluster.signalPart(standby, 'walreceiver', 'SIGKILL')
  return lostIn(addressOf(await leaderOf(cluster, leader)), PASSWORD, heads)
}

await runChecks(async () => {
  const root = programs()
  await inNewFolder(async (dir) => {
    chmodSync(dir, 0o755)
    const from = performance.now()
    const cluster = await startCluster(dir, root)
    printNote(`leader and standby after ${seconds(performance.now() - from)}`)
    const passwordFile = join(dir, 'password')
    writeFileSync(passwordFile, `${PASSWORD}\n`)
    const env = { VIGIL_HQ_DATABASE: ADDRESS, VIGIL_HQ_PASSWORD_FILE: passwordFile }
    const hq = await startHq(dir, env)
    try {
      const sites = []
      for (let index = 0; index < SITES; index++) sites.push(await hq.pair(index))
      const running = load(sites)
      const all = { cluster, hq, running }
      await copiesBecome(hq, 2)
      await firstAfter(running, performance.now())
      check('the leader is killed: what was acknowledged is there', await leaderKilled(all))
      check('the standby is killed: writes go on', await standbyGone(all, 'SIGKILL'))
      check('the standby falls silent: writes go on', await standbyGone(all, 'SIGSTOP'))
      check('the leader sleeps and wakes: it acknowledges nothing', await leaderWoken(all))
      printNote(`${running.acknowledged.length} writes were acknowledged in all`)
      mustFail('commits wait for no second disk', await leaderKilledAlone(all))
    } finally {
      hq.stop()
      cluster.stop()
    }
  })
})
