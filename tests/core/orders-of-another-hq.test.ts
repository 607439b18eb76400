/**
 * Orders of an HQ that was built anew, of a second one, of a restored one: their numbers begin
 * again, and none of them may be lost or taken for an older one.
 */
import { rmSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import { pairingFile } from '#main/adapters/hand-up/pairing-file.ts'
import type { JournalEntry } from '#main/core/ports.ts'
import type { HandedOrder } from '#shared/domain/hand-up/order.ts'
import { handUpStream, type HandUp } from '#shared/domain/hand-up/stream.ts'
import { copyRecord, isAllThere, openPaired, until, type Paired } from '../hand-up.suite.ts'
import { openHqDouble, type HqDouble } from '../kit/hq-double.ts'
import { openStation } from '../kit/station.ts'

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
const order = (id: string, title: string): HandedOrder => ({
  ...{ id, title, kind: 'order', body: `${title}：今晚加强巡查`, at: 0 },
})
const titles = ({ orders }: { orders: readonly { title: string }[] }): readonly string[] =>
  orders.map(({ title }) => title).sort()

/** The site of the pairing with the HQ that was built anew. */
async function pairedAnew({ kit, hq, proxy }: Paired & { hq: HqDouble }): Promise<string> {
  hq.buildAnew()
  await kit.ask('hq/pair', { pairing: `${proxy.url}#${await hq.invite()}` })
  return (await kit.ask('hq/read', {})).paired?.site ?? ''
}

test('an HQ that was built anew begins with 1 again: its orders come all the same', async () => {
  const paired = await opened()
  const { kit, hq, site } = paired
  for (const id of ['001', '002']) await hq.handDown(site, order(id, `旧${id}`))
  await until(kit, (read) => read.orders.length === 2, '1 s')
  await kit.ask('hq/order-accept', { orderId: '002', site })
  const anew = await pairedAnew(paired)
  expect(anew).not.toBe(site)
  for (const id of ['001', '002']) await hq.handDown(anew, order(id, `新${id}`))
  const read = await until(kit, ({ orders }) => orders.length >= 4, '1 s')
  expect(titles(read)).toEqual(['新001', '新002', '旧001', '旧002'])

  // each is read and answered for itself, whatever its number
  const bodyOf = async (of: string) =>
    (await kit.ask('hq/order', { orderId: '002', site: of })).body
  expect([await bodyOf(site), await bodyOf(anew)]).toEqual([
    '旧002：今晚加强巡查',
    '新002：今晚加强巡查',
  ])
  await kit.ask('hq/order-decline', { orderId: '002', site: anew, reason: '不适用' })
  const { orders } = await kit.ask('hq/read', {})
  expect(orders.flatMap(({ title, answer }) => (answer ? [[title, answer.to]] : []))).toEqual([
    ['新002', 'declined'],
    ['旧002', 'accepted'],
  ])
  const answers = (await kit.events()).filter(({ type }) => /^Order(Acc|Decl)/.test(type))
  expect(answers.map(({ body }) => (body as { site?: string }).site)).toEqual([site, anew])
})

test('a record of an older program, which kept no HQ with its orders, goes on', async () => {
  const paired = await opened()
  const { kit, hq, site } = paired
  await until(kit, isAllThere, '1 s')
  const { id: orderId, at: writtenAt, ...words } = order('001', '旧程序收下')
  const at = kit.clock.wall()
  const old = [
    { type: 'OrderReceived', orderId, ...words, signature: 'x', writtenAt },
    { type: 'OrderAccepted', orderId },
  ] as const
  const before = (await kit.journal.documents('hand-up'))[0]?.body as HandUp
  const state = old.reduce<HandUp>(
    (folded, event) => handUpStream.evolve(folded, { ...event, at, by: '周敏' }),
    before,
  )
  const entry: JournalEntry = {
    ...{ command: null, expect: {}, seals: [], rows: [] },
    events: old.map(({ type, ...body }) => ({ stream: 'hand-up', type, at, by: '周敏', body })),
    documents: [{ kind: 'hand-up', id: 'hand-up', body: state }],
  }
  await kit.journal.commit([entry])
  for (const [id, title] of [
    ['001', '旧程序收下'],
    ['002', '新程序收下'],
  ] as const)
    await hq.handDown(site, order(id, title))
  paired.kit = await kit.restart('1 min')
  const { orders } = await until(paired.kit, (read) => read.orders.length > 1, '1 s')
  expect(orders.map(({ title, answer }) => [title, answer?.to ?? null])).toEqual([
    ['新程序收下', null],
    ['旧程序收下', 'accepted'],
  ])
  expect(await paired.kit.ask('hq/order', { orderId: '001' })).toMatchObject({ body: words.body })
})

test('a record that was restored from a copy asks again for what it lacks', async () => {
  const { kit, hq, site, folder } = await opened()
  await until(kit, isAllThere, '1 s')
  const store = `${folder}/copy.db`
  copyRecord(kit.file, store)
  await hq.handDown(site, order('001', '第一号'))
  await until(kit, () => hq.asked(site) === '001', '1 s')
  await until(kit, isAllThere, '1 s')
  const copy = await openStation({
    ...{ on: 'sqlite', store },
    handUp: { line: createHqLine(), file: pairingFile(folder), program: '1.0.0' },
  })
  stops.push(() => copy.stop())
  const read = await until(copy, ({ orders }) => orders.length === 1, '1 s')
  expect(titles(read)).toEqual(['第一号'])
})
