/**
 * HQ's taking in: pushes of one event and of two hundred, from many sites at once, verified and
 * written by compare-and-set, each round beside bare INSERTs of the same bytes over the same
 * driver, in turns. The database syncs to disk.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { hqVault } from '#main/adapters/hq-vault.ts'
import type { HandedEvent } from '#shared/contract/hand-up.ts'
import { NOWHERE, type Head } from '#shared/domain/hand-up/point.ts'
import { openHqKit } from '../kit/hq.ts'
import { finish, interleaved, median, printNote } from './lib/figures.ts'
import { eventsBehind } from './lib/handed-events.ts'
import { postgresOnDisk } from './lib/hq-program.ts'

const AT_ONCE = 8
/** A kernel holds up what has precedence once it has run for most of a second. */
const REST_MS = 25

const postgres = await postgresOnDisk()
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

/** In turns, and in turns who begins: what the machine does meanwhile meets both. */
async function compared(rounds: number, pushes: number, portion: number) {
  const all: { ours: number; plain: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const work = prepared(pushes, portion)
    const ms = { ours: 0, plain: 0 }
    const turns = [
      async () => (ms.ours = await taken(work, takeIn)),
      async () => (ms.plain = await taken(work, insertBare)),
    ]
    for (const turn of round % 2 ? turns.reverse() : turns) {
      await pause(REST_MS)
      await turn()
    }
    all.push({ ours: ms.ours / pushes / AT_ONCE, plain: ms.plain / pushes / AT_ONCE })
  }
  const perSecond = (times: readonly number[]): string => (1000 / median(times)).toFixed(0)
  printNote(
    `pushes of ${portion}: ${perSecond(all.map(({ ours }) => ours))} a second, bare ${perSecond(all.map(({ plain }) => plain))}`,
  )
  return all
}

await compared(2, 10, 1) // statements are prepared, pages made
const alone = await compared(81, 40, 1)
const batches = await compared(61, 6, 200)

await bare.end()
await kit.stop()
await postgres.stop()
finish([
  interleaved('HQ takes in a push of one event, against a bare INSERT', alone, 'ms', 1.5),
  interleaved('HQ takes in a push of 200 events, against a bare INSERT', batches, 'ms', 1.5),
])
