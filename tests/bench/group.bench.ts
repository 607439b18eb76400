/**
 * HQ's taking in: pushes of one event and of two hundred, from many sites at once, verified and
 * written by compare-and-set, each round beside bare INSERTs of the same bytes over the same
 * driver; and the sum of a month over five thousand sites. The database syncs to disk.
 */
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { hqVault } from '#main/adapters/hq-vault.ts'
import type { HandedEvent } from '#shared/contract/hand-up.ts'
import { NOWHERE, type Head } from '#shared/domain/hand-up/point.ts'
import { NOTHING } from '#shared/domain/statistics/tally.ts'
import { openHqKit } from '../kit/hq.ts'
import { hasPostgres, startPostgres } from '../kit/postgres.ts'
import { finish, interleaved, printNote, within } from './lib/figures.ts'

const ROUNDS = 21
const AT_ONCE = 8
const SITES = 5_000
const MONTH = '2026-11'
const BODY = 'x'.repeat(360) // an event of the demo has 377 bytes on the wire

const postgres = hasPostgres ? await startPostgres({ fsync: 'on' }) : null
if (!postgres) finish([])
const kit = await openHqKit(postgres)
const bare = openPostgres({ url: kit.url, connections: 6 })
await bare.query(
  `create table bare (site text, seq bigint, hash text, type text, line text,
     primary key (site, seq))`,
)

type Site = { id: string; head: Head }
const sites: Site[] = []
for (let index = 0; index < AT_ONCE; index++) {
  const paired = await kit.hq.pair({
    ...{ code: await kit.hq.code('', ''), first: hqVault.sha256(`${index}`), kinds: [] },
    ...{ name: { zh: '站', en: 'Site' }, zone: 'Asia/Shanghai', program: '' },
  })
  if (!paired.ok) throw new Error(paired.code)
  sites.push({ id: paired.site, head: { epoch: 1, ...NOWHERE } })
}

/** The next events of a record: made beforehand, so that only the taking in is measured. */
function eventsBehind({ seq, hash }: Head, count: number): HandedEvent[] {
  const events: HandedEvent[] = []
  let before = hash
  for (let next = seq + 1; next <= seq + count; next++) {
    const line = `{"body":"${BODY}","seq":${next},"stream":"incident.i1","type":"T","version":1}`
    before = hqVault.sha256(before + line)
    events.push({ seq: next, hash: before, type: 'T', line })
  }
  return events
}

type Work = { site: Site; pushes: HandedEvent[][] }
const prepared = (pushes: number, portion: number): Work[] =>
  sites.map((site) => {
    const events = eventsBehind(site.head, pushes * portion)
    return {
      site,
      pushes: Array.from({ length: pushes }, (_, index) =>
        events.slice(index * portion, (index + 1) * portion),
      ),
    }
  })

/** Ms until all sites are through, each push after the answer to the one before. */
async function taken(
  work: readonly Work[],
  push: (site: Site, events: HandedEvent[]) => Promise<void>,
): Promise<number> {
  const from = performance.now()
  await Promise.all(
    work.map(async ({ site, pushes }) => {
      for (const events of pushes) await push(site, events)
    }),
  )
  return performance.now() - from
}

async function takeIn(site: Site, events: HandedEvent[]): Promise<void> {
  const { head } = site
  const after = { seq: head.seq, hash: head.hash }
  const answer = await kit.hq.push(site.id, head, { epoch: 1, after, events, tallies: [], at: 0 })
  if (!answer.ok) throw new Error(answer.code)
  site.head = answer.head
}
async function insertBare({ id }: Site, events: HandedEvent[]): Promise<void> {
  await bare.query(
    `insert into bare select $1, e.* from unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) e`,
    [
      id,
      events.map(({ seq }) => seq),
      events.map(({ hash }) => hash),
      events.map(({ type }) => type),
      events.map((event) => ('line' in event ? event.line : '')),
    ],
  )
}

async function compared(pushes: number, portion: number) {
  const rounds: { ours: number; plain: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const work = prepared(pushes, portion)
    const ours = (await taken(work, takeIn)) / pushes / AT_ONCE
    const plain = (await taken(work, insertBare)) / pushes / AT_ONCE
    rounds.push({ ours, plain })
    printNote(
      `portions of ${portion}: ${Math.round((1000 * portion) / ours)} events/s, bare ${Math.round((1000 * portion) / plain)}`,
    )
  }
  return rounds
}

await compared(10, 1) // statements are prepared, pages made
const alone = await compared(60, 1)
const batches = await compared(4, 200)

await bare.query(
  `insert into site (id, name_zh, name_en, zone, kinds, program, region, first_hash, paired_at,
     epoch, seq, hash)
   select 's' || n, '站', 'Site', 'Asia/Shanghai', '[]', '', '', 'f' || n, 0, 1, 9, 'h' || n
   from generate_series(1, ${SITES}) n`,
)
await bare.query(
  `insert into site_heard (site, heard_at, clock_offset, station_epoch, station_seq, waiting,
     whole_at) select id, 0, 0, 1, 9, 0, ${kit.clock.wall()} from site where id like 's%'`,
)
await bare.query(
  `insert into tally (site, month, tally, epoch, seq, hash, stated_at)
   select id, '${MONTH}', '${JSON.stringify({ ...NOTHING, incidents: 3, byLevel: { '2': 3 } })}',
     1, 9, hash, 0 from site where id like 's%'`,
)
const months: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const from = performance.now()
  const { parts } = await kit.hq.month(MONTH, null)
  months.push(performance.now() - from)
  if (parts.length !== SITES) throw new Error(`${parts.length} sites`)
}
const [, , , , , , , , , , monthMs = 0] = months.sort((a, b) => a - b)

await bare.end()
await kit.stop()
await postgres.stop()
finish([
  interleaved('HQ takes in a push of one event, against a bare INSERT', alone, 'ms', 1.5),
  interleaved('HQ takes in a push of 200 events, against a bare INSERT', batches, 'ms', 1.5),
  within(`a month over ${SITES} sites, p50`, monthMs, null, 'ms', 10),
])
