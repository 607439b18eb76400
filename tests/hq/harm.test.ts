/**
 * What a broken or hostile sender does to HQ's door: bodies that never end, that unpack to too
 * much, that are no text, and clocks that jump. It is refused, nothing is written, others go on.
 */
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation, type Kit } from '../kit/station.ts'

const TEN_MB = 10 * 1024 * 1024
const YEAR_MS = 365 * 86_400_000

describe.skipIf(!hasPostgres)('what does harm at the door of HQ', () => {
  const postgres = sharedPostgres()
  let [kit, station, site]: [HqKit, Kit, PairedSite] = [] as never
  beforeEach(async () => {
    kit = await openHqKit(postgres)
    station = await openStation()
    await station.run()
    const first = await firstOf(station.journal)
    site = await pairSite(kit.server.url, await kit.hq.code('', ''), { first })
  })
  afterEach(async () => {
    await station.stop()
    await kit.stop()
  })

  const post = (body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(site.url + HAND_UP_PATHS.events(site.site), {
      method: 'POST',
      headers: { authorization: `Bearer ${site.token}`, ...headers },
      body,
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

  test.each([
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
  ])('%s: refused, and the next push is taken', async (_what, body, headers, status) => {
    const answer = await post(body() as BodyInit, headers)
    expect(answer.status).toBe(status)
    await goesOn()
  })

  test('a sender that stops in the middle of its body holds nobody else up', async () => {
    const { hostname, port } = new URL(site.url)
    const half = Array.from({ length: 20 }, () => {
      const socket = connect(Number(port), hostname)
      socket.on('error', () => undefined)
      socket.write(
        `POST ${HAND_UP_PATHS.events(site.site)} HTTP/1.1\r\nhost: hq\r\n` +
          `authorization: Bearer ${site.token}\r\ncontent-length: 100000\r\n\r\n{"epoch":1,`,
      )
      return socket
    })
    await goesOn()
    for (const socket of half) socket.destroy()
  })

  test('a line that holds what no text of the database can is refused where the chain says so, never cut', async () => {
    const events = await eventsBehind(station.journal, 0, 2)
    const line = '{"a":"\\u0000\u0000"}'
    const odd = [{ ...events[0]!, line }, ...events.slice(1)]
    await expect(pushTo(site, { after: NOWHERE, events: odd })).rejects.toMatchObject({
      status: 422,
      body: { code: 'chain-broken', seq: 1 },
    })
    await goesOn()
  })

  test.each([
    ['forward', YEAR_MS],
    ['back', -YEAR_MS],
  ])(
    'a clock of HQ that jumps a year %s: what comes is taken, and the site is in touch',
    async (_way, by) => {
      kit.clock.jump(by)
      await goesOn()
      const events = await eventsBehind(station.journal, 0, 200)
      const { seq, hash } = events.at(-1)!
      await beatOf(site, { epoch: 1, seq, hash }, station.clock.wall())
      const [stood] = (await kit.hq.board()).sites
      expect(stood?.outOfTouch).toBe(false)
      expect((await kit.hq.sites())[0]?.heard?.offset).toBe(-by)
    },
  )
})
