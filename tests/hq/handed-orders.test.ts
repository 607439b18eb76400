/**
 * What HQ knows of each order at each site, over real stations that fetch, accept, decline and hand
 * up; and taking an order back while a site answers it.
 */
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { HqStore } from '#main/hq/hq-ports.ts'
import { isAllThere, openPaired, until, type HqUnderTest, type Paired } from '../hand-up.suite.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation } from '../kit/station.ts'

describe.skipIf(!hasPostgres)('what was handed down', () => {
  const postgres = sharedPostgres()
  let kit: HqKit
  let stations: Paired[]
  const underTest = ({ server, hq }: HqKit): HqUnderTest => ({
    ...({} as HqUnderTest),
    url: server.url,
    invite: () => hq.code('华东', '管理员'),
  })
  beforeEach(async () => {
    kit = await openHqKit(postgres)
    const hq = underTest(kit)
    stations = []
    // a record is known by its first entry: two of one instant would be one
    for (const at of ['2026-11-24T12:00:00+08:00', '2026-11-24T12:00:01+08:00'])
      stations.push(
        await openPaired(hq, { open: (handUp) => openStation({ on: 'sqlite', at, handUp }) }),
      )
  })
  afterEach(async () => {
    for (const { kit: station, proxy, folder } of stations) {
      await station.stop()
      await proxy.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    await kit.stop()
  })

  const ids = () => stations.map(({ site }) => site)
  const handDown = (title: string, sites: readonly string[]) =>
    kit.hq.handDown({ kind: 'order', title, body: '全体加强巡查', by: '值班长', sites })
  /** The station has fetched so many, and HQ has all of its record. */
  async function has({ kit: station }: Paired, count: number): Promise<void> {
    await until(station, ({ orders }) => orders.length === count, '1 s')
    await until(station, isAllThere)
    await kit.hq.look()
  }
  const isWithdrawn = async ({ kit: station }: Paired): Promise<void> => {
    await until(station, ({ orders }) => orders.some(({ withdrawn }) => withdrawn), '1 s')
    await until(station, isAllThere)
    await kit.hq.look()
  }
  /** By title: the state at the first and at the second station; null: it is not for it. */
  async function states(of: HqKit = kit): Promise<Record<string, (string | null)[]>> {
    const orders = await of.hq.handedOrders(10)
    return Object.fromEntries(
      orders.map(({ title, sites }) => [
        title,
        ids().map((id) => {
          const at = sites.find(({ site }) => site === id)
          return at ? `${at.state}${at.withdrawn ? ', taken back' : ''}` : null
        }),
      ]),
    )
  }
  /** Three orders, answered differently. */
  async function played(): Promise<void> {
    const [first, second] = stations
    const accepted = await handDown('第一号', ids())
    const declined = await handDown('第二号', ids())
    await has(first!, 2)
    await first!.kit.ask('hq/order-accept', { orderId: accepted })
    await first!.kit.ask('hq/order-decline', { orderId: declined, reason: '不适用' })
    await has(first!, 2)
    await handDown('第三号', [first!.site])
    await has(second!, 2)
    await second!.kit.ask('hq/order-decline', { orderId: accepted, reason: '不适用' })
    await has(second!, 2)
  }
  const TRUE_STATES = {
    第三号: ['waiting', null],
    第二号: ['declined', 'received'],
    第一号: ['accepted', 'declined'],
  }

  const planted: readonly (readonly [string, (store: HqStore) => HqStore])[] = [
    [
      'an answer counts for every site of the order',
      (store) => ({
        ...store,
        handedOrders: async (limit) =>
          (await store.handedOrders(limit)).map((order) => ({
            ...order,
            sites: order.sites.map((at) => ({ ...at, state: order.sites[0]!.state })),
          })),
      }),
    ],
    [
      'an answer counts for every order of the site',
      (store) => ({
        ...store,
        async handedOrders(limit) {
          const orders = await store.handedOrders(limit)
          const last = new Map(
            [...orders].reverse().flatMap(({ sites }) => sites.map((at) => [at.site, at.state])),
          )
          return orders.map((order) => ({
            ...order,
            sites: order.sites.map((at) => ({ ...at, state: last.get(at.site) ?? at.state })),
          }))
        },
      }),
    ],
    [
      'what is fetched counts as received',
      (store) => ({
        ...store,
        handedOrders: async (limit) =>
          (await store.handedOrders(limit)).map((order) => ({
            ...order,
            sites: order.sites.map((at) => ({
              ...at,
              state: at.state === 'waiting' ? 'received' : at.state,
            })),
          })),
      }),
    ],
  ]
  test('each is counted at each site by what that site has handed up of it; planted bugs are seen', async () => {
    await played()
    const seen = await states()
    expect(seen).toEqual(TRUE_STATES)
    expect(Object.keys(seen)).toEqual(['第三号', '第二号', '第一号'])
    expect((await kit.hq.handedOrders(1)).map(({ title }) => title)).toEqual(['第三号'])
    for (const [what, bug] of planted) {
      const wrong = await openHqKit(postgres, { url: kit.url, planted: bug })
      expect(await states(wrong), what).not.toEqual(TRUE_STATES)
      await wrong.stop()
    }
  })

  test('what a site answered to another HQ is no answer to an order with the same number', async () => {
    const [first] = stations
    const before = await handDown('第一号', [first!.site])
    await has(first!, 1)
    await first!.kit.ask('hq/order-accept', { orderId: before })
    await first!.kit.ask('hq/leave', { reason: '换总部' })
    const other = await openHqKit(postgres)
    const { url, invite } = underTest(other)
    await first!.kit.ask('hq/pair', { pairing: `${url}#${await invite()}` })
    const { paired } = await first!.kit.ask('hq/read', {})
    const order = { kind: 'order', title: '新一号', body: '加强巡查', by: '值班长' } as const
    expect(await other.hq.handDown({ ...order, sites: [paired!.site] })).toBe(before)
    await until(first!.kit, ({ orders }) => orders.length === 2, '1 s')
    await until(first!.kit, isAllThere)
    await other.hq.look()
    expect(await other.hq.handedOrders(1)).toMatchObject([{ sites: [{ state: 'received' }] }])
    await other.stop()
  })

  test('taken back, it cannot be accepted where nobody has; where somebody has, HQ reads it', async () => {
    const [first, second] = stations
    const order = await handDown('第一号', ids())
    for (const station of stations) await has(station, 1)
    await first!.kit.ask('hq/order-accept', { orderId: order })
    await until(first!.kit, isAllThere)
    await kit.hq.look()
    const ask = { order, why: '写错了', by: '值班长' }
    expect(await kit.hq.withdraw(ask, () => true)).toMatchObject({ sites: 1 })
    expect(await states()).toEqual({ 第一号: ['accepted', 'received, taken back'] })
    await isWithdrawn(second!)
    expect(await states()).toEqual({ 第一号: ['accepted', 'withdrawn, taken back'] })
    expect(await second!.kit.send('hq/order-accept', { orderId: order })).toMatchObject({
      code: 'order-withdrawn',
    })
    expect(await kit.hq.withdraw(ask, () => true)).toMatchObject({ sites: 0 })
    expect(await kit.hq.withdraw(ask, () => false)).toBeNull()
    expect(await kit.hq.handedOrders(10)).toMatchObject([
      { withdrawals: [{ by: '值班长', why: '写错了', sites: 1 }] },
    ])
  })

  test('accepted while HQ was taking it back: it stays accepted, and HQ reads that', async () => {
    const [first] = stations
    const order = await handDown('第一号', [first!.site])
    await has(first!, 1)
    await kit.hq.withdraw({ order, why: '写错了', by: '值班长' }, () => true)
    await first!.kit.ask('hq/order-accept', { orderId: order })
    await isWithdrawn(first!)
    expect(await states()).toEqual({ 第一号: ['accepted, taken back', null] })
  })
})
