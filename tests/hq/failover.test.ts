/**
 * Two database servers: what HQ acknowledged is on both, also when the first is killed under load;
 * a standby that is gone stops nobody, and HQ says that it has one copy.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { openStore } from '#main/adapters/postgres/postgres-store.ts'
import { watchStandby, type StandbyLook } from '#main/adapters/postgres/standby-watch.ts'
import { hqVault } from '#main/adapters/hq-vault.ts'
import type { Sql } from '#main/adapters/postgres/sql.ts'
import { NOWHERE, type Head, type Point } from '#shared/domain/hand-up/point.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { preparedDatabase } from '../kit/hq-databases.ts'
import { hasPostgres, startPostgres, type PostgresServer } from '../kit/postgres.ts'
import { onEither, STANDBY, standbyOf } from '../kit/two-servers.ts'
import { until } from '../kit/until.ts'

const WRITERS = 6

/** A site that writes an event at a time, and remembers what was acknowledged. */
type Writer = { site: string; acknowledged: Head }
async function writerFor({ hq }: HqKit, index: number): Promise<Writer> {
  const paired = await hq.pair({
    ...{ code: await hq.code('', '管理员'), first: hqVault.sha256(`site ${index}`) },
    ...{ name: { zh: `${index}号站`, en: `Site ${index}` }, zone: 'Asia/Shanghai' },
    ...{ kinds: [], program: '0.1.0' },
  })
  if (!paired.ok) throw new Error(paired.code)
  return { site: paired.site, acknowledged: { epoch: 1, ...NOWHERE } }
}
async function writeOne({ hq }: HqKit, writer: Writer): Promise<void> {
  const { site, acknowledged: head } = writer
  const after: Point = { seq: head.seq, hash: head.hash }
  const line = `{"body":${head.seq + 1},"stream":"s","type":"T","version":1}`
  const event = { seq: head.seq + 1, hash: hqVault.sha256(after.hash + line), type: 'T', line }
  const answer = await hq.push(site, head, { epoch: 1, after, events: [event], tallies: [], at: 0 })
  if (answer.ok) writer.acknowledged = answer.head
  // it was written, and its answer was lost
  else if (answer.code === 'behind' && answer.head) writer.acknowledged = answer.head
}

describe.skipIf(!hasPostgres)('two database servers', () => {
  let [primary, standby]: PostgresServer[] = []
  let kit: HqKit
  let onPrimary: Sql
  let writers: Writer[]
  beforeEach(async () => {
    primary = await startPostgres()
    const database = new URL(await preparedDatabase(primary)).pathname.slice(1)
    standby = await standbyOf(primary)
    kit = await openHqKit(primary, { url: onEither([primary, standby], database) })
    onPrimary = openPostgres({ url: primary.url('postgres'), connections: 1 })
    writers = await Promise.all(
      Array.from({ length: WRITERS }, (_, index) => writerFor(kit, index)),
    )
  })
  afterEach(async () => {
    await kit.stop()
    await onPrimary.end().catch(() => undefined)
    await standby?.stop()
    await primary?.stop()
  })

  /** Commits wait for the standby from here on. */
  const synchronous = (): Promise<void> =>
    until(async () => {
      const { state } = await watchStandby(onPrimary, STANDBY, null, 0)
      expect(state).toBe('two-copies')
      expect(await kit.store.copies()).toBe(2)
    })

  /** A server's connections take a new setting up one by one. */
  const saysTwo = (): Promise<void> =>
    until(async () => expect((await kit.hq.health()).copies).toBe(2))

  /** Writes from all sides until `stops`; what is refused or broken by the network is no matter. */
  function load(): { stop: () => Promise<void>; count: () => number } {
    let goes = true
    const work = writers.map(async (writer) => {
      while (goes) await writeOne(kit, writer).catch(() => undefined)
    })
    return {
      stop: async () => {
        goes = false
        await Promise.all(work)
      },
      count: () => writers.reduce((sum, { acknowledged }) => sum + acknowledged.seq, 0),
    }
  }
  const acknowledged = (): Map<string, Head> =>
    new Map(writers.map((writer) => [writer.site, writer.acknowledged]))

  /** What was acknowledged and is not there. */
  async function lostOn(server: PostgresServer, heads: ReadonlyMap<string, Head>) {
    const sql = openPostgres({ url: databaseOn(server, kit), connections: 1 })
    const store = openStore(sql)
    const lost: string[] = []
    for (const [site, { seq, hash }] of heads)
      if (seq > 0 && (await store.hashesAt(site, [seq])).get(seq) !== hash) lost.push(site)
    await sql.end()
    return lost
  }
  const promote = async (server: PostgresServer): Promise<void> => {
    const sql = openReadOnly(server)
    await sql.query('select pg_promote()')
    await sql.end()
  }

  test('the first is killed under load: all that was acknowledged is on the second, and HQ goes on there', async () => {
    await synchronous()
    const running = load()
    await until(() => expect(running.count()).toBeGreaterThan(300))
    await primary!.kill()
    const heads = acknowledged()
    await promote(standby!)
    expect(await lostOn(standby!, heads)).toEqual([])
    const before = running.count()
    await until(() => expect(running.count()).toBeGreaterThan(before + 20))
    await running.stop()
    expect(await lostOn(standby!, acknowledged())).toEqual([])
  })

  test('planted: commits that wait for nobody are lost with the first', async () => {
    await synchronous()
    await Promise.all(writers.map((writer) => writeOne(kit, writer)))
    await onPrimary.query(`alter system set synchronous_standby_names = ''`)
    await onPrimary.query('select pg_reload_conf()')
    const sql = openReadOnly(standby!)
    const [receiver] = await sql.query<{ pid: number }>('select pid from pg_stat_wal_receiver')
    process.kill(receiver!.pid, 'SIGSTOP')
    await until(async () => {
      await Promise.all(writers.map((writer) => writeOne(kit, writer)))
      const away = await onPrimary.query(
        `select 1 from pg_stat_replication where sent_lsn > flush_lsn`,
      )
      expect(away).toHaveLength(1)
    })
    await primary!.kill()
    const heads = acknowledged()
    process.kill(receiver!.pid, 'SIGKILL')
    await until(() => promote(standby!))
    expect((await lostOn(standby!, heads)).length).toBeGreaterThan(0)
    await sql.end().catch(() => undefined)
  })

  test('a standby that is gone holds commits up only until it is given up: 只有一份', async () => {
    await synchronous()
    await standby!.halt()
    const waiting = writeOne(kit, writers[0]!)
    const first = await until(async () => {
      const looked = await watchStandby(onPrimary, STANDBY, null, 0)
      expect(looked.state).toBe('one-copy')
      return looked
    })
    expect((await watchStandby(onPrimary, STANDBY, first, 2_999)).state).toBe('one-copy')
    expect(writers[0]!.acknowledged.seq).toBe(0) // still waiting
    await watchStandby(onPrimary, STANDBY, first, 3_000)
    await waiting
    expect(writers[0]!.acknowledged.seq).toBe(1)
    expect((await kit.hq.health()).copies).toBe(1)
    await standby!.start()
    await synchronous()
    await saysTwo()
  })

  test('so it is with one that is frozen, or without power: it keeps its connection, and writes nothing', async () => {
    await synchronous()
    const sql = openReadOnly(standby!)
    const [receiver] = await sql.query<{ pid: number }>('select pid from pg_stat_wal_receiver')
    process.kill(receiver!.pid, 'SIGSTOP')
    const waiting = writeOne(kit, writers[0]!)
    let last: StandbyLook | null = null
    const look = async (now: number): Promise<string> =>
      (last = await watchStandby(onPrimary, STANDBY, last, now)).state
    await until(async () => {
      const behind = `select 1 from pg_stat_replication where flush_lsn < pg_current_wal_flush_lsn()`
      expect(await onPrimary.query(behind)).toHaveLength(1)
    })
    expect(await look(0)).toBe('two-copies') // it may have been about to write
    expect(await look(1_000)).toBe('one-copy')
    expect(await look(2_999)).toBe('one-copy')
    expect(writers[0]!.acknowledged.seq).toBe(0) // still waiting
    await look(3_000)
    await waiting
    expect([writers[0]!.acknowledged.seq, (await kit.hq.health()).copies]).toEqual([1, 1])
    process.kill(receiver!.pid, 'SIGCONT')
    await synchronous()
    await saysTwo()
    await sql.end()
  })
})

const databaseOn = (server: PostgresServer, { url }: HqKit): string =>
  server.url(url.slice(url.lastIndexOf('/') + 1))

/** A connection that takes what a standby gives. */
const openReadOnly = (server: PostgresServer): Sql =>
  openPostgres({ url: server.url('postgres'), connections: 1, anyServer: true })
