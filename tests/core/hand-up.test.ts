/**
 * Tests the hand-up of a station: the suite of the wire against the double of the kit, what the
 * planted faults of an HQ look like to it, and what of it concerns the station alone.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import { pairingFile } from '#main/adapters/hand-up/pairing-file.ts'
import type { HandUpParts } from '#main/core/features/hand-up/desk.ts'
import type { HqLine } from '#main/core/ports.ts'
import { HAND_UP_PATHS } from '#shared/contract/hand-up.ts'
import {
  copyRecord,
  differences,
  handUpSuite,
  isAllThere,
  openPaired,
  until,
  type HqUnderTest,
  type Paired,
} from '../hand-up.suite.ts'
import { openHqDouble } from '../kit/hq-double.ts'
import { LIFT, liftDocument, liftPlan, TRAPPED } from '../kit/lift.ts'
import { GAS, openWithPlans } from '../kit/plans.ts'
import { openStation } from '../kit/station.ts'

handUpSuite('the double of the kit', () => openHqDouble())

async function closed({ kit, proxy, folder }: Paired): Promise<void> {
  await kit.stop()
  await proxy.stop()
  rmSync(folder, { recursive: true, force: true })
}

describe('the hand-up of a station', () => {
  const stops: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  })
  async function pairedWith<H extends HqUnderTest>(
    opening: Promise<H>,
    line?: HqLine,
  ): Promise<Paired & { hq: H }> {
    const hq = await opening
    stops.push(hq.stop)
    const paired = await openPaired(hq, line ? { line } : {})
    stops.push(() => closed(paired))
    return { ...paired, hq }
  }

  test('planted: an HQ that takes a push wherever it begins, and a cursor moved before the answer', async () => {
    const line = createHqLine()
    let isEarly = false
    const { kit, hq, site } = await pairedWith(openHqDouble({ comparesAfter: false }), {
      ...line,
      async ask(address, path, input, token) {
        if (!isEarly || !path.endsWith('/events')) return line.ask(address, path, input, token)
        isEarly = false
        const { epoch, events } = input as {
          epoch: number
          events: { seq: number; hash: string }[]
        }
        const { seq = 0, hash = '' } = events.at(-1) ?? {}
        return { ok: true, reply: { head: { epoch, seq, hash }, at: 0 } }
      },
    })
    await until(kit, isAllThere)
    isEarly = true
    await kit.run()
    await kit.clock.advance('2 s')
    await kit.run()
    for (let turn = 0; turn < 40; turn++) await kit.clock.advance('250 ms')
    expect(await differences(hq, site, kit.journal)).not.toEqual([])
  })

  test.each([
    ['an HQ that compares hashes refuses another record', {}, 'fork'],
    [
      'planted: an HQ that does not compare them has two records mixed',
      { comparesHash: false },
      null,
    ],
  ] as const)('%s', async (_what, planted, code) => {
    const { kit, hq, site, folder, proxy } = await pairedWith(openHqDouble(planted))
    await until(kit, isAllThere)
    const store = join(folder, 'copy.db')
    copyRecord(kit.file, store)
    const copy = await openStation({ on: 'sqlite', store })
    stops.push(() => copy.stop())
    for (const station of [kit, copy, copy]) await station.run()
    const { position: seq } = await until(kit, isAllThere)
    const after = { seq, hash: await copy.journal.hashAt(seq) }
    const events = await copy.journal.links(seq, 200)
    const { url, fingerprint, token } = pairingFile(folder).read() ?? {
      url: proxy.url,
      fingerprint: null,
      token: '',
    }
    const push = { epoch: 1, after, events, tallies: [], at: 0 }
    const path = HAND_UP_PATHS.events(site)
    const answer = await createHqLine().ask({ url, fingerprint }, path, push, token)
    expect(answer).toMatchObject(code === null ? { ok: true } : { refused: { code } })
    expect((await differences(hq, site, kit.journal)).length > 0).toBe(code === null)
  })

  test('while HQ hangs, commands are answered as before, and the station stops at once', async () => {
    const { kit, proxy } = await pairedWith(openHqDouble())
    await until(kit, isAllThere)
    proxy.be('hanging')
    for (let round = 0; round < 10; round++) {
      const incidentId = await kit.run()
      const answer = await kit.send('incident/note', { incidentId, words: '已到现场' })
      expect(answer.ok).toBe(true)
      await kit.clock.advance('5 s')
    }
    const { state, waiting } = await kit.ask('hq/read', {})
    expect(state).not.toBe('stopped')
    expect(waiting ?? 1).toBeGreaterThan(0)
  })

  test('what stood in clear before it was sealed is handed up as hashes alone', async () => {
    const hq = await openHqDouble()
    stops.push(hq.stop)
    const canary = '13800001111'
    const paired = await openPaired(hq, { before: [canary] })
    stops.push(() => closed(paired))
    const { kit, site } = paired
    await kit.run()
    await until(kit, isAllThere)
    const { events } = await hq.read(site)
    expect(JSON.stringify(events)).not.toContain(canary)
    const texts = events.map((event) => 'line' in event)
    expect(texts.indexOf(true)).toBeGreaterThan(0)
    expect(texts.lastIndexOf(false)).toBe(texts.indexOf(true) - 1)
    expect(await differences(hq, site, kit.journal)).toEqual([])
  })

  test('a place that is a home goes up as its hash alone, and the chain goes on', async () => {
    const { kit, hq, site } = await pairedWith(openHqDouble())
    const home = { name: '梧桐里3号', kind: 'estate', private: true } as const
    await kit.ask('places/set', { ...home })
    await kit.ask('places/set', { name: '一号厅', kind: 'hall' })
    await kit.run()
    await until(kit, isAllThere)
    const { events } = await hq.read(site)
    expect(JSON.stringify(events)).not.toContain('梧桐里3号')
    expect(JSON.stringify(events)).toContain('一号厅')
    expect(events.filter((event) => !('line' in event)).map(({ type }) => type)).toEqual([
      'PlaceSet',
    ])
    expect(await differences(hq, site, kit.journal)).toEqual([])
  })

  test('a code holds once, a text that is none is refused, and the token stands in no event', async () => {
    const { kit, hq, proxy } = await pairedWith(openHqDouble())
    const code = await hq.invite()
    expect(await kit.send('hq/pair', { pairing: 'hello' })).toMatchObject({
      code: 'pairing-unreadable',
    })
    expect(await kit.send('hq/pair', { pairing: 'http://10.0.0.8:8000#abcdefgh' })).toMatchObject({
      code: 'pairing-unreadable',
    })
    await kit.ask('hq/pair', { pairing: `${proxy.url}#${code}` })
    expect(await kit.send('hq/pair', { pairing: `${proxy.url}#${code}` })).toMatchObject({
      code: 'hq-refused',
      details: ['unknown-code'],
    })
    const text = JSON.stringify(await kit.events())
    expect(text).toContain('HqPaired')
    expect(text).not.toContain('token')
    await kit.ask('hq/leave', { reason: '换总部' })
    expect(await kit.ask('hq/read', {})).toMatchObject({ paired: null, state: 'unpaired' })
    expect(await kit.send('hq/leave', {})).toMatchObject({ code: 'not-paired' })
  })

  test('a station that was never given a way to HQ says so', async () => {
    const kit = await openStation()
    stops.push(() => kit.stop())
    expect(await kit.ask('hq/read', {})).toMatchObject({ offered: false, paired: null })
    expect(await kit.send('hq/pair', { pairing: 'http://127.0.0.1:1#abcdefgh' })).toMatchObject({
      code: 'hand-up-not-offered',
    })
  })

  test('a document that HQ hands down becomes drafts; one that cannot be read is refused', async () => {
    const hq = await openHqDouble()
    stops.push(hq.stop)
    const open = (handUp: HandUpParts) => openWithPlans('sqlite', [GAS], undefined, { handUp })
    const paired = await openPaired(hq, { open })
    const { kit, site } = paired
    stops.push(() => closed(paired))
    const at = kit.clock.wall()
    const lift = { format: 'vigil-document/1', document: liftDocument(), plans: [liftPlan()] }
    const document = { kind: 'document', title: '电梯预案', at } as const
    await hq.handDown(site, { id: '001', ...document, body: JSON.stringify(lift) })
    await hq.handDown(site, { id: '002', ...document, body: 'not one' })
    await until(kit, (read) => read.orders.length === 2, '1 s')
    await kit.ask('hq/order-accept', { orderId: '001' })
    const drafts = await kit.ask('documents/drafts', {})
    expect(drafts).toMatchObject([{ document: LIFT, plans: [TRAPPED] }])
    expect(await kit.send('hq/order-accept', { orderId: '002' })).toMatchObject({
      code: 'not-a-package',
    })
    const { orders } = await kit.ask('hq/read', {})
    expect(orders.map(({ answer }) => answer?.to ?? null)).toEqual([null, 'accepted'])
  })

  test('orders come by themselves; each is answered once, a forged one never comes', async () => {
    const { kit, hq, site } = await pairedWith(openHqDouble())
    const at = kit.clock.wall()
    await hq.handDown(site, { id: '001', kind: 'order', title: '台风戒备', body: '今晚18时前', at })
    const year = {
      ...{ year: '2027', holidays: ['2027-01-01'], workdays: [], source: '国办发明电' },
    }
    const body = JSON.stringify(year)
    await hq.handDown(site, { id: '002', kind: 'calendar', title: '2027年放假', body, at })
    await hq.handDown(site, { id: '003', kind: 'calendar', title: '坏的', body: '{}', at })
    const { orders } = await until(kit, (read) => read.orders.length === 3, '1 s')
    expect(orders.map(({ id, answer }) => [id, answer])).toEqual([
      ['003', null],
      ['002', null],
      ['001', null],
    ])
    expect(await kit.ask('hq/order', { orderId: '001' })).toMatchObject({ body: '今晚18时前' })
    await kit.ask('hq/order-accept', { orderId: '001' })
    await kit.ask('hq/order-accept', { orderId: '002' })
    expect(JSON.stringify(await kit.ask('site/calendar-read', {}))).toContain('国办发明电')
    expect(await kit.send('hq/order-accept', { orderId: '003' })).toMatchObject({
      code: 'order-unusable',
    })
    await kit.ask('hq/order-decline', { orderId: '003', reason: '读不懂' })
    expect(await kit.send('hq/order-decline', { orderId: '001', reason: '晚了' })).toMatchObject({
      code: 'order-answered',
    })
    const after = await kit.ask('hq/read', {})
    expect(after.orders.map(({ answer }) => answer && [answer.to, answer.reason])).toEqual([
      ['declined', '读不懂'],
      ['accepted', null],
      ['accepted', null],
    ])
  })
})
