/**
 * What a broken or hostile sender does to HQ's door: bodies that never end, that unpack to too
 * much, that are no text, and clocks that jump. It is refused, nothing is written, others go on.
 */
import { createServer, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Hq } from '#main/hq/hq.ts'
import type { HqStore } from '#main/hq/hq-ports.ts'
import { BODY_BYTES, HAND_UP_PATHS } from '#shared/contract/hand-up.ts'
import { NOWHERE } from '#shared/domain/hand-up/point.ts'
import {
  beatOf,
  eventsBehind,
  firstOf,
  pairSite,
  pushTo,
  type PairedSite,
} from '../kit/hand-up-client.ts'
import { openHqKit, type HqKit, type HqKitOptions } from '../kit/hq.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation, type Kit } from '../kit/station.ts'
import { until } from '../kit/until.ts'

const TEN_MB = 10 * 1024 * 1024
const YEAR_MS = 365 * 86_400_000

type Harm = readonly [
  what: string,
  body: () => BodyInit,
  headers: Record<string, string>,
  status: number,
]
const HARM: readonly Harm[] = [
  ['ten megabytes of nothing', () => Buffer.alloc(TEN_MB, ' '), {}, 400],
  ['more than an entry may be', () => Buffer.alloc(BODY_BYTES + 1, ' '), {}, 413],
  [
    'a few kilobytes that unpack to a hundred megabytes',
    () => gzipSync(Buffer.alloc(10 * TEN_MB)),
    { 'content-encoding': 'gzip' },
    413,
  ],
  ['no gzip that says it is one', () => 'plain', { 'content-encoding': 'gzip' }, 400],
  ['another packing', () => 'plain', { 'content-encoding': 'br' }, 400],
  ['half a JSON', () => '{"epoch":1,"after":', {}, 400],
  ['bytes that are no text', () => Buffer.from([0xff, 0xfe, 0x00]), {}, 400],
  ['numbers beyond any', () => '{"epoch":1e400}', {}, 400],
  ['a hundred thousand brackets', () => '['.repeat(100_000), {}, 400],
]

/** Planted: a door that unpacks and parses whatever comes, whole. Gives its address. */
async function openCarelessDoor(hq: Hq, site: PairedSite): Promise<string> {
  async function take(request: IncomingMessage): Promise<void> {
    const bytes = Buffer.concat(await request.toArray())
    const isPacked = request.headers['content-encoding'] === 'gzip'
    const input = JSON.parse(String(isPacked ? gunzipSync(bytes) : bytes)) as never
    await hq.push(site.site, { epoch: 1, ...NOWHERE }, input)
  }
  const server = createServer((request, response) => {
    take(request)
      .catch(() => (response.statusCode = 500))
      .finally(() => response.end())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Planted: takes events as they come and verifies no chain. */
const verifiesNothing = (hq: Hq, store: HqStore): Hq => ({
  ...hq,
  async push(site, from, { epoch, after, events, tallies }) {
    const { seq, hash } = events.at(-1)!
    const to = { epoch, seq, hash }
    await store.push({ site, from, after, to, newEpoch: false, events, tallies, at: 0 })
    return { ok: true, head: to, at: 0 }
  },
})

/** Planted: whoever comes waits until the one before has said all it has to say. */
function oneByOne(): { planted: (hq: Hq) => Hq; count: () => number } {
  let [last, count] = [Promise.resolve(), 0]
  let done = (): void => undefined
  const planted = (hq: Hq): Hq => ({
    ...hq,
    async admit(site, token) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const before = last
      last = promise
      count += 1
      await before
      done = resolve
      return hq.admit(site, token)
    },
    push: (...push) => hq.push(...push).finally(done),
  })
  return { planted, count: () => count }
}

/** Planted: when a site was heard is read from the site's own clock. */
const believesClocks = (store: HqStore): HqStore => ({
  ...store,
  hear: (site, heard, hash) => store.hear(site, { ...heard, at: heard.at + heard.offset }, hash),
})

const HALVES = 20
/** Begins to send pushes and never ends. */
function sendHalves({ url, site, token }: PairedSite): readonly Socket[] {
  const { hostname, port } = new URL(url)
  return Array.from({ length: HALVES }, () => {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    socket.write(
      `POST ${HAND_UP_PATHS.events(site)} HTTP/1.1\r\nhost: hq\r\n` +
        `authorization: Bearer ${token}\r\ncontent-length: 100000\r\n\r\n{"epoch":1,`,
    )
    return socket
  })
}

describe.skipIf(!hasPostgres)('what does harm at the door of HQ', () => {
  const postgres = sharedPostgres()
  let [kit, station, site]: [HqKit, Kit, PairedSite] = [] as never
  async function open(options: HqKitOptions = {}): Promise<void> {
    kit = await openHqKit(postgres, options)
    const first = await firstOf(station.journal)
    site = await pairSite(kit.server.url, await kit.hq.code('', ''), { first })
  }
  async function openPlanted(options: HqKitOptions): Promise<void> {
    await kit.stop()
    await open(options)
  }
  beforeEach(async () => {
    station = await openStation()
    await station.run()
    await open()
  })
  afterEach(async () => {
    await station.stop()
    await kit.stop()
  })

  const post = ([, body, headers]: Harm, url = site.url): Promise<Response> =>
    fetch(url + HAND_UP_PATHS.events(site.site), {
      method: 'POST',
      headers: { authorization: `Bearer ${site.token}`, ...headers },
      body: body(),
    })
  const countHeld = async (): Promise<number> =>
    (await kit.sql.query('select 1 from event where site = $1', [site.site])).length
  /** The door is as it was: a push that is right is taken whole. */
  async function goesOn(): Promise<void> {
    expect(await countHeld()).toBe(0)
    const events = await eventsBehind(station.journal, 0, 200)
    await pushTo(site, { after: NOWHERE, events })
    expect(await countHeld()).toBe(events.length)
  }

  test.each(HARM)('%s: refused, and the next push is taken', async (...harm) => {
    expect((await post(harm)).status).toBe(harm[3])
    await goesOn()
  })

  test('planted: at a door that reads whatever comes, each of them is seen', async () => {
    const careless = await openCarelessDoor(kit.hq, site)
    for (const harm of HARM) expect((await post(harm, careless)).status, harm[0]).not.toBe(harm[3])
  })

  test('a sender that stops in the middle of its body holds nobody else up', async () => {
    const halves = sendHalves(site)
    await goesOn()
    for (const socket of halves) socket.destroy()
  })

  test('planted: where one waits for another, they hold everybody up', async () => {
    const { planted, count } = oneByOne()
    await openPlanted({ plantedHq: planted })
    const halves = sendHalves(site)
    await until(() => expect(count()).toBe(HALVES))
    let isAnswered = false
    void goesOn()
      .catch(() => undefined)
      .finally(() => (isAnswered = true))
    await until(() => expect(count()).toBe(HALVES + 1))
    // others are answered meanwhile, one after the other
    for (let turn = 0; turn < 20; turn++) await fetch(`${site.url}/health`)
    expect(isAnswered).toBe(false)
    for (const socket of halves) socket.destroy()
  })

  async function pushNul(): Promise<unknown> {
    const events = await eventsBehind(station.journal, 0, 2)
    const line = '{"a":"\\u0000\u0000"}'
    return pushTo(site, {
      after: NOWHERE,
      events: [{ ...events[0]!, line }, ...events.slice(1)],
    })
  }
  test('a line that holds what no text of the database can is refused where the chain says so, never cut', async () => {
    await expect(pushNul()).rejects.toMatchObject({
      status: 422,
      body: { code: 'chain-broken', seq: 1 },
    })
    await goesOn()
  })

  test('planted: where no chain is verified, the database refuses it and the site comes for ever', async () => {
    await openPlanted({ plantedHq: verifiesNothing })
    await expect(pushNul()).rejects.toMatchObject({ status: 503 })
  })

  /** Whether the site is out of touch, and by how much its clock is off, once it was heard. */
  async function heardAfterJump(by: number) {
    kit.clock.jump(by)
    await goesOn()
    const events = await eventsBehind(station.journal, 0, 200)
    const { seq, hash } = events.at(-1)!
    await beatOf(site, { epoch: 1, seq, hash }, station.clock.wall())
    const [stood] = (await kit.hq.board()).sites
    return { outOfTouch: stood?.outOfTouch, offset: stood?.heard?.offset }
  }
  test.each([
    ['forward', YEAR_MS],
    ['back', -YEAR_MS],
  ])(
    'a clock of HQ that jumps a year %s: what comes is taken, and the site is in touch',
    async (_way, by) => {
      expect(await heardAfterJump(by)).toEqual({ outOfTouch: false, offset: -by })
    },
  )

  test('planted: by the clock of the site it would be out of touch', async () => {
    await openPlanted({ planted: believesClocks })
    expect(await heardAfterJump(YEAR_MS)).toMatchObject({ outOfTouch: true })
  })
})
