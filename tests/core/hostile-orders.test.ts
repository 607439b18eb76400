/**
 * What comes down as an order and is none: forged, meant for another site, changed on the way, come
 * twice, too long, broken. None of it is kept, and the good ones behind it come all the same.
 */
import { generateKeyPairSync, sign } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import type { HqLine } from '#main/core/ports.ts'
import { ORDER_CHARS } from '#shared/domain/hand-up/order.ts'
import { signedText, type HandedOrder } from '#shared/domain/hand-up/order.ts'
import { openPaired, until, type Paired } from '../hand-up.suite.ts'
import { openHqDouble, type HqDouble } from '../kit/hq-double.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})
async function opened(line?: HqLine): Promise<Paired & { hq: HqDouble }> {
  const hq = await openHqDouble()
  stops.push(() => hq.stop())
  const paired = await openPaired(hq, line ? { line } : {})
  stops.push(async () => {
    await paired.kit.stop()
    await paired.proxy.stop()
    rmSync(paired.folder, { recursive: true, force: true })
  })
  return { ...paired, hq }
}

const order = (id: string, title: string): HandedOrder => ({
  ...{ id, title, kind: 'order', body: '今晚加强巡查', at: 0 },
})
const stranger = generateKeyPairSync('ed25519').privateKey
type Sent = (hq: HqDouble, site: string) => unknown
const UNSIGNED: readonly (readonly [string, Sent])[] = [
  [
    'signed by somebody else',
    (_, site) => {
      const forged = order('001', '解散')
      const text = Buffer.from(signedText(site, forged))
      return { ...forged, signature: sign(null, text, stranger).toString('base64') }
    },
  ],
  ['signed for another site', (hq) => hq.signedFor('site-elsewhere', order('001', '给别处的'))],
  [
    'words changed on the way',
    (hq, site) => ({ ...hq.signedFor(site, order('001', '改过')), body: '解散' }),
  ],
  [
    'a later number put on it',
    (hq, site) => ({ ...hq.signedFor(site, order('000', '旧的')), id: '001' }),
  ],
  ['a signature that is none', () => ({ ...order('001', '没签'), signature: '不是签名' })],
]
const BROKEN: readonly (readonly [string, Sent])[] = [
  [
    'a character longer than the wire takes',
    (hq, site) =>
      hq.signedFor(site, { ...order('001', '太长'), body: '长'.repeat(ORDER_CHARS + 1) }),
  ],
  [
    'a kind that this program does not know',
    (hq, site) => ({ ...hq.signedFor(site, order('001', '新')), kind: 'new' }),
  ],
  ['without words', () => ({ id: '001', kind: 'order' })],
  ['no order at all', () => null],
]

/** The titles of what is kept once a good order, handed down behind it, is there. */
async function keptWith(sent: Sent, line?: HqLine): Promise<readonly string[]> {
  const { kit, hq, site } = await opened(line)
  hq.put(site, sent(hq, site))
  await hq.handDown(site, order('002', '好的'))
  const { orders } = await until(kit, (read) => read.orders.some(({ id }) => id === '002'), '1 s')
  return orders.map(({ title }) => title)
}

test.each([...UNSIGNED, ...BROKEN])('%s is not kept, the next one is', async (_what, sent) => {
  expect(await keptWith(sent)).toEqual(['好的'])
})

test.each(UNSIGNED)('planted: a station that asks no signature keeps: %s', async (_what, sent) => {
  const line: HqLine = { ...createHqLine(), isSigned: () => true }
  expect(await keptWith(sent, line)).toHaveLength(2)
})

test('one that comes again is kept once, and an answered one is not open again', async () => {
  const { kit, hq, site } = await opened()
  const first = hq.signedFor(site, order('001', '第一号'))
  hq.put(site, first)
  await until(kit, (read) => read.orders.length === 1, '1 s')
  await kit.ask('hq/order-decline', { orderId: '001', reason: '不适用' })
  hq.put(site, { ...first, id: '001' })
  await hq.handDown(site, order('002', '第二号'))
  hq.put(site, first)
  const { orders } = await until(kit, (read) => read.orders.length > 1, '1 s')
  expect(orders.map(({ id, answer }) => [id, answer?.to ?? null])).toEqual([
    ['002', null],
    ['001', 'declined'],
  ])
  const received = (await kit.events()).filter(({ type }) => type === 'OrderReceived')
  expect(received).toHaveLength(2)
})
