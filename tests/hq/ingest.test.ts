/** HQ takes in exactly what a site hands up, in order, once, and refuses everything else. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hqVault } from '#main/adapters/hq-vault.ts'
import { HAND_UP_PATHS, type HandedEvent } from '#shared/contract/hand-up.ts'
import { NOTHING } from '#shared/domain/statistics/tally.ts'
import { NOWHERE, type Point } from '#shared/domain/hand-up/point.ts'
import {
  ask,
  beatOf,
  eventsBehind,
  firstOf,
  handUp,
  pairSite,
  pushTo,
  Refused,
  type PairedSite,
} from '../kit/hand-up-client.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { plan, step } from '../kit/plan.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation, type Kit } from '../kit/station.ts'

const PLAN = plan('quiet', [step('look'), step('tell')])
const MONTHS = ['2026-11']

describe.skipIf(!hasPostgres)('ingest', () => {
  const postgres = sharedPostgres()
  let kit: HqKit
  let station: Kit
  let site: PairedSite
  beforeEach(async () => {
    kit = await openHqKit(postgres)
    station = await openStation({ plans: [PLAN] })
    const id = await station.run(['quiet'])
    await station.ask('incident/step', { incidentId: id, stepId: 'look', outcome: 'done' })
    site = await pairSite(kit.server.url, await kit.hq.code('华东', '管理员'), {
      first: await firstOf(station.journal),
    })
  })
  afterEach(async () => {
    await station.stop()
    await kit.stop()
  })

  const pointAt = async (seq: number): Promise<Point> => {
    const [event] = await eventsBehind(station.journal, seq - 1, 1)
    return { seq, hash: event!.hash }
  }
  const heldLines = async () =>
    (await kit.sql.query<{ line: string }>('select line from event order by seq')).map(
      ({ line }) => line,
    )
  const refusalOf = async (request: Promise<unknown>): Promise<Refused> => {
    const failure: unknown = await request.catch((error: unknown) => error)
    if (!(failure instanceof Refused)) throw new Error('was not refused')
    return failure
  }
  /** The same record, gone on otherwise from `seq` on: as a restored backup would. */
  async function otherwise(seq: number): Promise<{ after: Point; events: HandedEvent[] }> {
    const after = await pointAt(seq)
    const [event] = await eventsBehind(station.journal, seq, 1)
    if (!event || !('line' in event)) throw new Error('no event')
    const line = event.line.replace('"at":', '"at":1')
    return { after, events: [{ ...event, line, hash: hqVault.sha256(after.hash + line) }] }
  }

  test('what was handed up is held byte for byte, also in portions, and the head is answered', async () => {
    const head = await handUp(site, station.journal, MONTHS, { portion: 3 })
    const lines = (await station.journal.links(0, 1_000)).map(({ line }) => line)
    expect(await heldLines()).toEqual(lines)
    expect(head).toEqual(await pointAt(lines.length))
  })

  test('a lost answer: the same again is answered by the head, and nothing is doubled', async () => {
    const events = await eventsBehind(station.journal, 0, 4)
    await pushTo(site, { after: NOWHERE, events })
    const { status, body } = await refusalOf(pushTo(site, { after: NOWHERE, events }))
    expect([status, body.code, body.head?.seq]).toEqual([409, 'behind', 4])
    expect(await heldLines()).toHaveLength(4)
  })

  test('of a site that is not there nothing is written', async () => {
    const events = await eventsBehind(station.journal, 0, 2)
    const { seq, hash } = events.at(-1)!
    const written = await kit.store.push({
      ...{ site: 'nobody', from: { epoch: 1, ...NOWHERE }, after: NOWHERE, events, at: 0 },
      ...{ to: { epoch: 1, seq, hash }, newEpoch: false },
      tallies: [{ month: '2026-11', tally: NOTHING }],
    })
    expect(written).toBe(false)
    for (const table of ['event', 'tally', 'change'])
      expect(await kit.sql.query(`select 1 from ${table} where site = 'nobody'`)).toEqual([])
  })

  test('of two pushes at once one is written', async () => {
    const events = await eventsBehind(station.journal, 0, 4)
    const both = await Promise.allSettled([
      pushTo(site, { after: NOWHERE, events }),
      pushTo(site, { after: NOWHERE, events }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await heldLines()).toHaveLength(4)
  })

  test('a changed byte breaks the chain, and nothing of the push is written', async () => {
    const events = await eventsBehind(station.journal, 0, 4)
    const changed = events.map((event) =>
      event.seq === 3 && 'line' in event ? { ...event, line: `${event.line} ` } : event,
    )
    const { status, body } = await refusalOf(pushTo(site, { after: NOWHERE, events: changed }))
    expect([status, body]).toEqual([422, { code: 'chain-broken', seq: 3 }])
    const gap = events.filter(({ seq }) => seq !== 2)
    expect((await refusalOf(pushTo(site, { after: NOWHERE, events: gap }))).body.seq).toBe(2)
    expect(await heldLines()).toEqual([])
  })

  test('another event at a seq that is held is a fork: refused, noted, shown', async () => {
    await handUp(site, station.journal, MONTHS)
    const { status, body } = await refusalOf(pushTo(site, await otherwise(3)))
    expect([status, body.code, body.at]).toEqual([409, 'fork', 4])
    const [shown] = await kit.hq.sites()
    expect(shown?.fork).toMatchObject({ seq: 4 })
    expect((await kit.hq.health()).forks).toBe(1)
  })

  test('planted: an HQ that does not compare hashes takes the fork for a lost answer', async () => {
    const planted = await openHqKit(postgres, {
      planted: (store) => ({ ...store, hashesAt: async () => new Map() }),
    })
    const other = await pairSite(planted.server.url, await planted.hq.code('', ''), {
      first: await firstOf(station.journal),
    })
    await handUp(other, station.journal, MONTHS)
    expect((await refusalOf(pushTo(other, await otherwise(3)))).body.code).not.toBe('fork')
    await planted.stop()
  })

  test('a new epoch begins at a point that is held, and what was beyond is put aside', async () => {
    await handUp(site, station.journal, MONTHS)
    const before = await heldLines()
    const { after, events } = await otherwise(3)
    await refusalOf(pushTo(site, { after, events }))
    const { head } = await pushTo(site, { epoch: 2, after, events })
    expect(head).toEqual({ epoch: 2, seq: 4, hash: events[0]?.hash })
    expect(await heldLines()).toHaveLength(4)
    const apart = await kit.sql.query('select seq from event_apart order by seq')
    expect(apart).toHaveLength(before.length - 3)
    expect((await kit.hq.sites())[0]?.fork).toBeNull()
  })

  test('who comes with an older epoch is told whose it is', async () => {
    await handUp(site, station.journal, MONTHS)
    const { after, events } = await otherwise(3)
    await pushTo(site, { epoch: 3, after, events })
    const { status, body } = await refusalOf(
      pushTo(site, { after: await pointAt(3), events: await eventsBehind(station.journal, 3, 1) }),
    )
    expect([status, body.code, body.head?.epoch]).toEqual([409, 'epoch', 3])
  })

  test('an HQ that has lost its end asks for it again: behind, with less than the site has', async () => {
    await handUp(site, station.journal, MONTHS)
    const point = await pointAt(3)
    await kit.sql.query('delete from event where seq > 3')
    await kit.sql.query(`update site set seq = 3, hash = '${point.hash}'`)
    const last = await pointAt(5)
    const { body } = await refusalOf(
      pushTo(site, { after: last, events: await eventsBehind(station.journal, 5, 1) }),
    )
    expect(body).toMatchObject({ code: 'behind', head: { seq: 3 } })
    await handUp(site, station.journal, MONTHS, { from: point })
    expect(await heldLines()).toHaveLength((await station.journal.links(0, 1_000)).length)
  })

  test('the last common point is found among any', async () => {
    await handUp(site, station.journal, MONTHS)
    const points = [await pointAt(2), { seq: 4, hash: 'f'.repeat(64) }, NOWHERE]
    const path = HAND_UP_PATHS.common(site.site)
    expect(await ask(site.url, path, { points }, site.token)).toEqual({ point: await pointAt(2) })
    const strange = { points: [{ seq: 1, hash: 'e'.repeat(64) }] }
    expect(await ask(site.url, path, strange, site.token)).toEqual({ point: null })
  })

  test('a stub is taken by its hash, and the chain goes on from it', async () => {
    const [first, ...others] = await eventsBehind(station.journal, 0, 4)
    const { seq, hash, type } = first!
    await pushTo(site, { after: NOWHERE, events: [{ seq, hash, type, stub: true }, ...others] })
    expect((await heldLines())[0]).toBeNull()
  })

  test('a code pairs once, within a day; a token counts for its site alone', async () => {
    const { url } = kit.server
    const first = await firstOf(station.journal)
    const code = await kit.hq.code('华东', '管理员')
    const again = await pairSite(url, ` ${code.toLowerCase().replace('-', ' ')}`, { first })
    expect(again.site).toBe(site.site) // the record is known
    const spent = await refusalOf(pairSite(url, code, { first }))
    expect([spent.status, spent.body.code]).toEqual([401, 'unknown-code'])
    const late = await kit.hq.code('华东', '管理员')
    await kit.clock.advance('25 h')
    expect((await refusalOf(pairSite(url, late, { first }))).body.code).toBe('unknown-code')
    const meant = await kit.hq.code('华东', '管理员', site.site)
    const other = await refusalOf(pairSite(url, meant, { first: 'a'.repeat(64) }))
    expect([other.status, other.body.code]).toEqual([409, 'other-record'])
    const foreign = await pairSite(url, await kit.hq.code('华北', '管理员'), {
      first: 'b'.repeat(64),
    })
    const stranger = await refusalOf(
      pushTo({ ...site, token: foreign.token }, { after: NOWHERE, events: [] }),
    )
    expect([stranger.status, stranger.body.code]).toEqual([401, 'not-paired'])
  })

  test('codes and tokens lie in the database as digests only', async () => {
    const code = await kit.hq.code('华东', '管理员')
    const rows = await kit.sql.query(
      `select digest from pair_code union all select digest from site_token`,
    )
    const text = JSON.stringify(rows)
    expect(text).not.toContain(code)
    expect(text).not.toContain(site.token)
  })

  test('after unpairing nothing is taken; what is held stays', async () => {
    await handUp(site, station.journal, MONTHS)
    await kit.hq.unpair(site.site)
    const { body } = await refusalOf(
      beatOf(site, { epoch: 1, seq: 1, hash: 'a'.repeat(64) }, kit.clock.wall()),
    )
    expect(body.code).toBe('not-paired')
    expect((await heldLines()).length).toBeGreaterThan(4)
  })

  test('a beat tells how far HQ is, and thirty seconds of silence are 失联', async () => {
    const { seq, hash } = await handUp(site, station.journal, MONTHS)
    const wall = kit.clock.wall()
    const reply = await beatOf(site, { epoch: 1, seq, hash }, wall + 5_000)
    expect(reply).toMatchObject({ head: { epoch: 1, seq }, orders: 0 })
    const touch = async () => (await kit.hq.board()).sites[0]?.outOfTouch
    expect((await kit.hq.sites())[0]?.heard).toMatchObject({ offset: 5_000, wholeAt: wall })
    await kit.clock.advance('30 s')
    expect(await touch()).toBe(false)
    await kit.clock.advance(1)
    expect(await touch()).toBe(true)
  })

  test('what is malformed is refused before anything is read of it', async () => {
    const path = HAND_UP_PATHS.events(site.site)
    const odd = await refusalOf(ask(site.url, path, { epoch: 1, sum: 2 }, site.token))
    expect([odd.status, odd.body.code]).toEqual([400, 'bad-input'])
    const code = 'x'.repeat(70_000)
    const long = await refusalOf(ask(site.url, HAND_UP_PATHS.pair, { code }))
    expect([long.status, long.body.code]).toEqual([413, 'too-large'])
    const nobody = await refusalOf(ask(site.url, path, {}, 'x'.repeat(40)))
    expect(nobody.body.code).toBe('not-paired')
  })
})
