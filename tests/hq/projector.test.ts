/**
 * What HQ sees follows from the events alone: incidents by urgency, the tally counted again, and
 * said where it is not what the site states.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NOTHING } from '#shared/domain/statistics/tally.ts'
import { NOWHERE } from '#shared/domain/hand-up/point.ts'
import {
  eventsBehind,
  firstOf,
  handUp,
  pairSite,
  pushTo,
  type PairedSite,
} from '../kit/hand-up-client.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation, type Kit } from '../kit/station.ts'

const PLAN = plan('quiet', [
  step('look', { due: { within: 5 * MINUTE, from: 'activated' } }),
  step('tell'),
])
const MONTHS = ['2026-11']

describe.skipIf(!hasPostgres)('the projector', () => {
  const postgres = sharedPostgres()
  let kit: HqKit
  let station: Kit
  let site: PairedSite
  beforeEach(async () => {
    kit = await openHqKit(postgres)
    station = await openStation({ plans: [PLAN] })
    site = await pairSite(kit.server.url, await kit.hq.code('华东', '管理员'), {
      first: await firstOf(station.journal),
    })
  })
  afterEach(async () => {
    await station.stop()
    await kit.stop()
  })

  const rowsOf = async () => (await kit.hq.board()).incidents.map(({ incident }) => incident.id)

  test('an incident stands on the board as its site draws it, until it has left it', async () => {
    const id = await station.run(['quiet'])
    await station.ask('incident/step', { incidentId: id, stepId: 'look', outcome: 'done' })
    const point = await handUp(site, station.journal, MONTHS)
    expect(await kit.hq.look()).toEqual([site.site])
    const [row] = (await kit.hq.board()).incidents
    const drawn = await station.incident(id)
    expect(row).toMatchObject({ site: site.site, region: '华东' })
    expect(row?.incident).toMatchObject({
      ...{ id, number: drawn.number, state: drawn.state, place: drawn.place },
      narrative: null, // sealed: HQ has no personal value
    })
    expect(row?.incident.steps.map(({ id: stepId, state }) => [stepId, state])).toEqual(
      drawn.steps.map(({ id: stepId, state }) => [stepId, state]),
    )
    await station.ask('incident/move', { incidentId: id, to: 'false-report', reason: '误触' })
    await handUp(site, station.journal, MONTHS, { from: point })
    await kit.hq.look()
    expect(await rowsOf()).toEqual([])
    expect((await kit.hq.incident(site.site, id))?.state).toBe('falseReport')
  })

  test('one that is closed is off the board, though its site still has to archive it', async () => {
    const id = await station.run(['quiet'])
    for (const stepId of ['look', 'tell'])
      await station.ask('incident/step', { incidentId: id, stepId, outcome: 'done' })
    const point = await handUp(site, station.journal, MONTHS)
    await kit.hq.look()
    expect(await rowsOf()).toEqual([id])
    await station.ask('incident/move', { incidentId: id, to: 'closed' })
    await handUp(site, station.journal, MONTHS, { from: point })
    await kit.hq.look()
    expect((await kit.hq.incident(site.site, id))?.state).toBe('closed')
    expect(await rowsOf()).toEqual([])
  })

  test('a second HQ, or one that was restarted, comes to the same from what is stored', async () => {
    const ids = [await station.run(['quiet']), await station.run()]
    const point = await handUp(site, station.journal, MONTHS)
    await kit.hq.look()
    const other = await openHqKit(postgres, { url: kit.url, clock: kit.clock })
    await other.hq.look()
    expect((await other.hq.board()).incidents).toEqual((await kit.hq.board()).incidents)
    await station.ask('incident/move', { incidentId: ids[1]!, to: 'false-report', reason: '误触' })
    await handUp(site, station.journal, MONTHS, { from: point })
    await Promise.all([kit.hq.look(), other.hq.look()])
    await kit.hq.look()
    await other.hq.look()
    expect(await rowsOf()).toEqual([ids[0]])
    expect(await kit.hq.differences()).toEqual([])
    await other.stop()
  })

  test('an HQ that another one was faster than shows what that one has folded, at once', async () => {
    const id = await station.run(['quiet'])
    await handUp(site, station.journal, MONTHS)
    const slower = await openHqKit(postgres, {
      ...{ url: kit.url, clock: kit.clock },
      planted: (store) => ({
        ...store,
        async saveFold(step) {
          await kit.hq.look()
          return store.saveFold(step)
        },
      }),
    })
    await slower.hq.look()
    expect((await slower.hq.board()).incidents.map(({ incident }) => incident.id)).toEqual([id])
    expect((await slower.hq.health()).stuck).toBe(0)
    await slower.stop()
  })

  test('the tally is counted again and agrees, in portions of any size', async () => {
    for (let count = 0; count < 4; count++) await station.run(count % 2 ? ['quiet'] : [])
    await station.run([], { drill: true })
    await station.clock.advance('10 min')
    let point = NOWHERE
    for (const portion of [1, 7, 200]) {
      point = await handUp(site, station.journal, MONTHS, {
        from: point,
        portion,
      })
      await station.run()
    }
    await handUp(site, station.journal, MONTHS, { from: point })
    await kit.hq.look()
    expect(await kit.hq.differences()).toEqual([])
    const counted = await kit.store.countedOf(site.site, MONTHS)
    expect(counted).toEqual([{ month: '2026-11', tally: await station.journal.tally('2026-11') }])
  })

  test('a tally that is stated otherwise is said, and no more once it is stated right', async () => {
    await station.run(['quiet'])
    const events = await eventsBehind(station.journal, 0, 200)
    const wrong = { month: '2026-11', tally: { ...NOTHING, incidents: 7 } }
    const { head } = await pushTo(site, { after: NOWHERE, events, tallies: [wrong] })
    await kit.hq.look()
    expect(await kit.hq.differences()).toMatchObject([
      { site: site.site, month: '2026-11', stated: { incidents: 7 }, counted: { incidents: 1 } },
    ])
    expect(kit.logged.some(({ event }) => event === 'tally-differs')).toBe(true)
    await station.run()
    const from = { seq: head.seq, hash: head.hash }
    await handUp(site, station.journal, MONTHS, { from })
    await kit.hq.look()
    expect(await kit.hq.differences()).toEqual([])
  })

  test('what a new epoch puts aside is not counted any more', async () => {
    await station.run(['quiet'])
    const cut = await station.journal.position()
    await station.run()
    await handUp(site, station.journal, MONTHS)
    await kit.hq.look()
    expect(await rowsOf()).toHaveLength(2)
    const [last] = await eventsBehind(station.journal, cut - 1, 1)
    const after = { seq: cut, hash: last!.hash }
    const [event] = await eventsBehind(station.journal, cut, 1)
    await pushTo(site, { epoch: 2, after, events: [{ ...event!, type: event!.type }] })
    await kit.hq.look()
    const { head } = (await kit.hq.sites())[0]!
    expect(head).toMatchObject({ epoch: 2, seq: cut + 1 })
    const rows = await kit.sql.query('select id from incident')
    expect(rows).toHaveLength(2) // the second again, by its first event
    expect(await kit.hq.differences()).toEqual([])
  })

  test('events that came as stubs keep nobody from folding the others', async () => {
    await station.run(['quiet'])
    const early = await eventsBehind(station.journal, 0, 200)
    await pushTo(site, {
      after: NOWHERE,
      events: early.map(({ seq, hash, type }) => ({ seq, hash, type, stub: true as const })),
    })
    const { seq, hash } = early.at(-1)!
    const second = await station.run()
    await handUp(site, station.journal, MONTHS, { from: { seq, hash } })
    await kit.hq.look()
    expect(await rowsOf()).toEqual([second])
    const [shown] = (await kit.hq.board()).sites
    expect(shown).toMatchObject({ early: true, stuck: false })
    // a month that came in part as stubs is not compared
    expect(await kit.hq.differences()).toEqual([])
  })

  test('a site whose events cannot be folded is named, and keeps no other waiting', async () => {
    const other = await openStation({ plans: [PLAN], site: { zone: 'Asia/Urumqi' } })
    const second = await pairSite(kit.server.url, await kit.hq.code('西北', '管理员'), {
      first: await firstOf(other.journal),
    })
    await station.run()
    await other.run()
    await handUp(site, station.journal, MONTHS)
    await handUp(second, other.journal, MONTHS)
    await kit.sql.query(
      `update event set line = replace(line, '"type":"IncidentReported"', '"type":"Unheard"')
       where site = '${site.site}'`,
    )
    await kit.hq.look()
    expect((await kit.hq.board()).incidents.map((row) => row.site)).toEqual([second.site])
    expect((await kit.hq.health()).stuck).toBe(1)
    await other.stop()
  })
})
