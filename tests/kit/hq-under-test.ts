/** The real HQ over PostgreSQL, as the suite of the wire looks into it (tests/hand-up.suite.ts). */
import type { HandedEvent } from '#shared/contract/hand-up.ts'
import type { HqUnderTest } from '../hand-up.suite.ts'
import { openHqKit, type HqKitOptions } from './hq.ts'
import type { DatabaseServer } from './postgres.ts'

type Stored = { seq: number; hash: string; type: string; line: string | null }
const onWire = ({ line, ...event }: Stored): HandedEvent =>
  line === null ? { ...event, stub: true } : { ...event, line }

export async function openReal(
  postgres: DatabaseServer,
  how: Pick<HqKitOptions, 'plantedHq'> = {},
): Promise<HqUnderTest> {
  let kit = await openHqKit(postgres, how)
  const { server, url, clock } = kit
  const eventsIn = async (table: string, site: string): Promise<readonly HandedEvent[]> =>
    (
      await kit.sql.query<Stored>(
        `select seq, hash, type, line from ${table} where site = $1 order by seq`,
        [site],
      )
    ).map(onWire)
  return {
    url: server.url,
    invite: () => kit.hq.code('华东', '管理员'),
    async read(site) {
      const [row] = await kit.hq.sites()
      const stated = await kit.store.statedOf(site)
      return {
        epoch: row?.head.epoch ?? 0,
        events: await eventsIn('event', site),
        apart: await eventsIn('event_apart', site),
        tallies: stated.map(({ month, tally, position }) => ({ month, tally, seq: position.seq })),
      }
    },
    async setBack(site, seq) {
      await kit.sql.query('delete from event where site = $1 and seq > $2', [site, seq])
      await kit.sql.query(
        `update site set seq = $2, hash = coalesce(
           (select hash from event where site = $1 and seq = $2), repeat('0', 64)) where id = $1`,
        [site, seq],
      )
    },
    async handDown(site, { kind, title, body }) {
      await kit.hq.handDown({ kind, title, body, by: '管理员', sites: [site] })
    },
    async restart() {
      await kit.stop()
      kit = await openHqKit(postgres, { ...how, url, clock, port: server.port })
    },
    stop: () => kit.stop(),
  }
}
