/** What HQ hands down is signed for each site that it is meant for, and for no other. */
import { createPublicKey, verify } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HAND_UP_PATHS, OrdersReply } from '#shared/contract/hand-up.ts'
import { signedText } from '#shared/domain/hand-up/order.ts'
import { NOWHERE } from '#shared/domain/hand-up/point.ts'
import { ask, beatOf, pairSite, type PairedSite } from '../kit/hand-up-client.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'

describe.skipIf(!hasPostgres)('orders', () => {
  const postgres = sharedPostgres()
  let kit: HqKit
  let sites: PairedSite[]
  beforeEach(async () => {
    kit = await openHqKit(postgres)
    sites = []
    for (const first of ['a', 'b'])
      sites.push(
        await pairSite(kit.server.url, await kit.hq.code('华东', '管理员'), {
          first: first.repeat(64),
        }),
      )
  })
  afterEach(() => kit.stop())

  const fetched = async ({ url, site, token }: PairedSite, after = '') =>
    OrdersReply.parse(await ask(url, `${HAND_UP_PATHS.orders(site)}?after=${after}`, null, token))
      .orders
  const waiting = async (site: PairedSite) =>
    ((await beatOf(site, { epoch: 1, ...NOWHERE }, 0)) as { orders: number }).orders
  const order = (title: string) => ({
    kind: 'order' as const,
    title,
    body: '全体加强巡查',
    by: '值班长',
  })

  test('are fetched in order by the sites that they are for, and counted until then', async () => {
    const both = sites.map(({ site }) => site)
    await kit.hq.handDown({ ...order('第一号'), sites: both })
    await kit.hq.handDown({ ...order('第二号'), sites: both.slice(0, 1) })
    expect([await waiting(sites[0]!), await waiting(sites[1]!)]).toEqual([2, 1])
    const orders = await fetched(sites[0]!)
    expect(orders.map(({ title }) => title)).toEqual(['第一号', '第二号'])
    expect(await fetched(sites[0]!, orders[1]!.id)).toEqual([])
    expect(await waiting(sites[0]!)).toBe(0)
    expect((await fetched(sites[1]!)).map(({ title }) => title)).toEqual(['第一号'])
  })

  test('a signature holds for its site, its words and this HQ alone', async () => {
    await kit.hq.handDown({ ...order('第一号'), sites: sites.map(({ site }) => site) })
    const [mine] = await fetched(sites[0]!)
    const { signature, ...handed } = mine!
    const holds = (site: PairedSite, words: string = handed.body): boolean =>
      verify(
        null,
        Buffer.from(signedText(site.site, { ...handed, body: words })),
        createPublicKey({ key: Buffer.from(site.hq.key, 'base64'), format: 'der', type: 'spki' }),
        Buffer.from(signature, 'base64'),
      )
    expect([holds(sites[0]!), holds(sites[1]!), holds(sites[0]!, '解散')]).toEqual([
      true,
      false,
      false,
    ])
  })
})
