/**
 * An order that HQ takes back: the site says so and takes it in no more; what was accepted before
 * stays, and a withdrawal that is forged, repeated or of nothing changes nothing.
 */
import { rmSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import type { HandedOrder } from '#shared/domain/hand-up/order.ts'
import { openPaired, until, type Paired } from '../hand-up.suite.ts'
import { openHqDouble, type HqDouble } from '../kit/hq-double.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})
async function opened(): Promise<Paired & { hq: HqDouble }> {
  const hq = await openHqDouble()
  stops.push(() => hq.stop())
  const paired = { ...(await openPaired(hq)), hq }
  stops.push(async () => {
    await paired.kit.stop()
    await paired.proxy.stop()
    rmSync(paired.folder, { recursive: true, force: true })
  })
  return paired
}
const YEAR = { year: '2027', holidays: ['2027-01-01'], workdays: [], source: '国办发明电' }
const calendar = (id: string): HandedOrder => ({
  ...{ id, title: '2027年放假', kind: 'calendar', body: JSON.stringify(YEAR), at: 0 },
})
const withdrawal = (id: string, withdraws: string): HandedOrder => ({
  ...calendar(id),
  ...{ body: '日期有误，另行下发', at: 9, withdraws },
})
const line = ({ kit }: Paired, id = '001') =>
  kit.ask('hq/read', {}).then(({ orders }) => orders.find((order) => order.id === id))

test('what HQ has taken back is neither accepted nor declined any more, and says why', async () => {
  const paired = await opened()
  const { kit, hq, site } = paired
  await hq.handDown(site, calendar('001'))
  await until(kit, ({ orders }) => orders.length === 1, '1 s')
  await hq.handDown(site, withdrawal('002', '001'))
  const { orders } = await until(kit, (read) => Boolean(read.orders[0]?.withdrawn), '1 s')
  expect(orders).toMatchObject([
    { id: '001', answer: null, withdrawn: { reason: '日期有误，另行下发', writtenAt: 9 } },
  ])
  for (const answer of [
    await kit.send('hq/order-accept', { orderId: '001', site }),
    await kit.send('hq/order-decline', { orderId: '001', site, reason: '不适用' }),
  ])
    expect(answer).toMatchObject({
      code: 'order-withdrawn',
      message: { zh: '总部已撤回这一份，不用再答复：日期有误，另行下发' },
    })
  expect(JSON.stringify(await kit.ask('site/calendar-read', {}))).not.toContain('国办发明电')
})

test('what was accepted before stays, and the site reads that HQ would take it back', async () => {
  const paired = await opened()
  const { kit, hq, site } = paired
  await hq.handDown(site, calendar('001'))
  await until(kit, ({ orders }) => orders.length === 1, '1 s')
  await kit.ask('hq/order-accept', { orderId: '001', site })
  await hq.handDown(site, withdrawal('002', '001'))
  await until(kit, (read) => Boolean(read.orders[0]?.withdrawn), '1 s')
  expect(await line(paired)).toMatchObject({
    answer: { to: 'accepted' },
    withdrawn: { reason: '日期有误，另行下发' },
  })
  expect(JSON.stringify(await kit.ask('site/calendar-read', {}))).toContain('国办发明电')
})

test('one that comes again, is forged, or is of nothing that came changes nothing', async () => {
  const paired = await opened()
  const { kit, hq, site } = paired
  for (const id of ['001', '002']) await hq.handDown(site, calendar(id))
  hq.put(site, { ...hq.signedFor(site, calendar('003')), withdraws: '002' })
  await hq.handDown(site, withdrawal('004', '099'))
  await hq.handDown(site, withdrawal('005', '001'))
  await hq.handDown(site, withdrawal('006', '001'))
  await until(kit, () => hq.asked(site) === '006', '1 s')
  const withdrawn = (await kit.events()).filter(({ type }) => type === 'OrderWithdrawn')
  expect(withdrawn.map(({ body }) => body)).toMatchObject([
    { orderId: '001', site, withdrawal: '005' },
  ])
  expect((await line(paired, '002'))?.withdrawn).toBeUndefined()
  paired.kit = await kit.restart('1 min')
  expect(await line(paired)).toMatchObject({ withdrawn: { reason: '日期有误，另行下发' } })
})
