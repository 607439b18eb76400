/** The events of one stream are found by where folding has met them, however they came. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NOWHERE } from '#shared/domain/hand-up/point.ts'
import { firstOf, handUp, pairSite, pushTo, type PairedSite } from '../kit/hand-up-client.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation, type Kit } from '../kit/station.ts'

const PLAN = plan('quiet', [step('look', { due: { within: 5 * MINUTE, from: 'activated' } })])

describe.skipIf(!hasPostgres)('streams of sites', () => {
  const postgres = sharedPostgres()
  let kit: HqKit
  let station: Kit
  let site: PairedSite
  beforeEach(async () => {
    kit = await openHqKit(postgres)
    station = await openStation({ plans: [PLAN] })
    site = await pairSite(kit.server.url, await kit.hq.code('', ''), {
      first: await firstOf(station.journal),
    })
  })
  afterEach(async () => {
    await station.stop()
    await kit.stop()
  })

  /** Positions of each stream up to `seq`: by the site's own record, and as HQ finds them. */
  async function compared(seq: number): Promise<{ atSite: unknown; atHq: unknown }> {
    const events = (await station.events()).filter((event) => event.seq <= seq)
    const names = [...new Set(events.map(({ stream }) => stream))].sort()
    const atSite = names.map((name) => [
      name,
      events.filter(({ stream }) => stream === name).map((event) => event.seq),
    ])
    const atHq: unknown[] = []
    for (const name of names) {
      const stream = await kit.store.eventsOf(site.site, name, seq)
      atHq.push([name, stream.map((event) => event.seq)])
    }
    return { atSite, atHq }
  }

  test('each has all its events once, whatever portions they came and were folded in', async () => {
    const ids = [await station.run(['quiet']), await station.run(['quiet'])]
    let point = NOWHERE
    for (const portion of [1, 3, 200]) {
      for (const incidentId of ids)
        await station.ask('incident/note', { incidentId, words: `第${portion}次` })
      point = await handUp(site, station.journal, [], { from: point, portion })
      await kit.hq.look()
      const { atSite, atHq } = await compared(point.seq)
      expect(atHq).toEqual(atSite)
    }
    const { atSite, atHq } = await compared(point.seq - 3)
    expect(atHq).toEqual(atSite)
  })

  test('of what a newer epoch has put aside nothing is found, and what came instead is', async () => {
    const incidentId = await station.run(['quiet'])
    const point = await handUp(site, station.journal, [])
    await kit.hq.look()
    const [last, again] = await station.journal.links(point.seq - 3, 2)
    const { seq, hash, type, line } = again!
    await pushTo(site, {
      ...{ epoch: 2, after: { seq: last!.seq, hash: last!.hash } },
      events: [{ seq, hash, type, line }],
    })
    for (let folded = 0; folded < 2; folded++) {
      const { atSite } = await compared(seq)
      expect((await compared(point.seq)).atHq).toEqual(atSite)
      await kit.hq.look()
    }
    expect((await kit.hq.timeline(site.site, incidentId))?.length).toBeGreaterThan(0)
  })
})
