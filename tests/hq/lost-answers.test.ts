/**
 * An answer of the database that never comes, as when the network swallows it or the server is
 * killed at that moment: what waits for it settles, and HQ goes on by itself.
 */
import driver from 'postgres'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import type { Sql } from '#main/adapters/postgres/sql.ts'
import { StoreDown } from '#main/hq/hq-ports.ts'
import { openProxy, type CuttingProxy } from '../kit/cutting-proxy.ts'
import { firstOf, handUp, pairSite, pushTo } from '../kit/hand-up-client.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { preparedDatabase } from '../kit/hq-databases.ts'
import { plan, step } from '../kit/plan.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation } from '../kit/station.ts'
import { until } from '../kit/until.ts'

const LIMIT_MS = 400
const PLAN = plan('quiet', [step('look')])

describe.skipIf(!hasPostgres)('answers of the database that are lost', () => {
  const postgres = sharedPostgres()
  let proxy: CuttingProxy
  let database: string
  let through: string
  beforeEach(async () => {
    database = await preparedDatabase(postgres)
    proxy = await openProxy(database)
    through = database.replace(/:\d+\//, `:${new URL(proxy.url).port}/`)
  })
  afterEach(() => proxy.stop())

  describe('statements', () => {
    let sql: Sql
    beforeEach(async () => {
      sql = openPostgres({ url: through, connections: 2, limitMs: LIMIT_MS })
      await sql.query('create table note (id integer primary key, words text)')
    })
    afterEach(() => sql.end())
    const insert = (id: number) =>
      sql.query('insert into note values ($1, $2) returning words', [id, `number ${id}`])
    const ids = async () =>
      (await sql.query<{ id: number }>('select id from note order by id')).map(({ id }) => id)

    test('one is refused within the limit, the next goes over a new connection, and what comes late is nobody’s', async () => {
      await insert(1)
      const before = proxy.counts().connections
      proxy.keepAnswersBack(true)
      await expect(insert(2)).rejects.toBeInstanceOf(StoreDown)
      proxy.keepAnswersBack(false) // the late answer is sent now
      expect(await insert(3)).toEqual([{ words: 'number 3' }])
      expect(await ids()).toEqual([1, 2, 3]) // it was written: only its answer was lost
      expect(proxy.counts().connections).toBeGreaterThan(before)
    })

    test('all that wait for a connection are refused, too, and all connections come back', async () => {
      await insert(1)
      proxy.keepAnswersBack(true)
      const lost = await Promise.allSettled([2, 3, 4, 5, 6].map((id) => insert(id)))
      expect(lost.map(({ status }) => status)).toEqual(Array(5).fill('rejected'))
      proxy.keepAnswersBack(false)
      expect(await Promise.all([7, 8, 9].map((id) => insert(id)))).toHaveLength(3)
    })

    test('a transaction whose end is lost is refused; what was done of it is all or nothing', async () => {
      const both = (first: number) =>
        sql.transaction(async (query) => {
          await query('insert into note values ($1, $2)', [first, ''])
          await query('insert into note values ($1, $2)', [first + 1, ''])
          proxy.keepAnswersBack(true)
        })
      await expect(both(1)).rejects.toBeInstanceOf(StoreDown)
      proxy.keepAnswersBack(false)
      expect(await ids()).toEqual([1, 2])
    })

    test('a connection that is cut in the middle of a transaction is never gone on with over another', async () => {
      const cut = sql.transaction(async (query) => {
        await query('insert into note values (1, $1)', [''])
        proxy.be('down')
        proxy.be('up')
        await query('insert into note values (2, $1)', [''])
      })
      await expect(cut).rejects.toBeInstanceOf(StoreDown)
      expect(await ids()).toEqual([])
    })

    test('a statement that the server refuses keeps its connection, and undoes its transaction', async () => {
      await insert(1)
      const before = proxy.counts().connections
      await expect(insert(1)).rejects.toMatchObject({ code: '23505' })
      const caught = sql.transaction(async (query) => {
        await query('insert into note values (2, $1)', [''])
        await query('insert into note values (1, $1)', ['']).catch(() => undefined)
      })
      await expect(caught).rejects.toMatchObject({ code: '23505' })
      expect(await ids()).toEqual([1])
      expect(proxy.counts().connections).toBe(before)
    })

    test('planted: the driver without the limit waits on', async () => {
      const bare = driver(through, { max: 1 })
      await bare`select 1`
      proxy.keepAnswersBack(true)
      const [waiting, limited] = [bare`select 2`.then(() => 'bare'), insert(1)]
      const first = await Promise.race([waiting, limited.catch(() => 'limited')])
      expect(first).toBe('limited')
      proxy.keepAnswersBack(false)
      expect(await waiting).toBe('bare')
      await bare.end()
    })
  })

  test('a site is answered store-down; folding and frames go on by themselves once answers come', async () => {
    let isArmed = false
    const kit: HqKit = await openHqKit(postgres, {
      ...{ url: through, limitMs: LIMIT_MS },
      planted: (store) => ({
        ...store,
        saveFold(folded) {
          if (isArmed) proxy.keepAnswersBack(true)
          isArmed = false
          return store.saveFold(folded)
        },
      }),
    })
    const station = await openStation({ plans: [PLAN] })
    const site = await pairSite(kit.server.url, await kit.hq.code('', '管理员'), {
      first: await firstOf(station.journal),
    })
    const failed = { folding: 0, frames: 0 }
    const polls = [
      kit.sql.listenOrPoll(async () => {
        await kit.hq.look().catch(() => (failed.folding += 1))
      }, 20),
      kit.sql.listenOrPoll(async () => {
        await kit.frames.send().catch(() => (failed.frames += 1))
      }, 20),
    ]
    let seen = ''
    kit.frames.join({
      person: { regions: null },
      take: (frame) => (seen += frame),
    })
    isArmed = true
    const id = await station.run(['quiet'])
    await handUp(site, station.journal, ['2026-11'])
    await until(() => expect(failed.folding + failed.frames).toBeGreaterThan(1))
    const push = { epoch: 1, after: { seq: 0, hash: '0'.repeat(64) }, events: [], tallies: [] }
    await expect(pushTo(site, push)).rejects.toMatchObject({ status: 503 })
    proxy.keepAnswersBack(false)
    await until(() => expect(seen).toContain(id))
    expect((await kit.hq.health()).stuck).toBe(0)
    await Promise.all(polls.map((stop) => stop()))
    await station.stop()
    await kit.stop()
  })
})
