/**
 * The figures of a month over five thousand sites: asked again and again, as by a page that is
 * looked at, each time after ten of the sites have handed up; and for the first time, when nothing
 * is at hand. Beside it the plainest sum: every tally of the month read, parsed and added.
 */
import { NOTHING, withTally, type Tally } from '#shared/domain/statistics/tally.ts'
import { openHqKit } from '../kit/hq.ts'
import { against, finish, median, printNote, repeated, within } from './lib/figures.ts'
import { postgresOnDisk } from './lib/hq-program.ts'

const [ROUNDS, SITES, HANDED_UP] = [41, 5_000, 10]
const MONTH = '2026-11'

const postgres = await postgresOnDisk()
const kit = await openHqKit(postgres)
const { hq, sql, clock } = kit
await sql.query(
  `insert into site (id, name_zh, name_en, zone, kinds, program, region, first_hash, paired_at,
     epoch, seq, hash)
   select 's' || n, '站' || n, 'Site ' || n, 'Asia/Shanghai', '[]', '', '区' || n % 30, 'f' || n, 0,
     1, 9, md5('h' || n) || md5('g' || n) from generate_series(1, ${SITES}) n`,
)
await sql.query(
  `insert into site_heard (site, heard_at, clock_offset, station_epoch, station_seq, waiting,
     whole_at) select id, $1, 0, 1, 9, 0, $1 from site`,
  [clock.wall()],
)
/** About what three hundred incidents of a month at a mall come to. */
const tallyOf = (index: number): Tally => ({
  ...NOTHING,
  ...{ incidents: 280 + (index % 40), met: 700, late: 31, drills: 2 },
  byCategory: { fire: 9, lift: 61, crowd: 40, medical: 77, power: 11, water: 23, theft: 59 },
  byType: Object.fromEntries(Array.from({ length: 18 }, (_, n) => [`type-${n}`, n + 1])),
  byLevel: { 1: 2, 2: 11, 3: 67, 4: 200 },
})
for (let index = 1; index <= SITES; index++)
  await sql.query(
    `insert into tally (site, month, tally, epoch, seq, hash, stated_at)
     select id, $2, $3, epoch, seq, hash, 0 from site where id = $1`,
    [`s${index}`, MONTH, JSON.stringify(tallyOf(index))],
  )

/** As a push does: another tally, and that something has changed. */
async function handUp(round: number): Promise<void> {
  const [sites, tally] = [
    Array.from({ length: HANDED_UP }, (_, n) => `s${1 + ((round * 131 + n * 17) % SITES)}`),
    JSON.stringify(tallyOf(round)),
  ]
  await sql.query(`update tally set tally = $2 where month = $3 and site = any($1::text[])`, [
    sites,
    tally,
    MONTH,
  ])
  await sql.query(`insert into change (site, at) select unnest($1::text[]), $2`, [
    sites,
    clock.wall(),
  ])
}

async function plainSum(): Promise<number> {
  const rows = await sql.query<{ tally: string }>('select tally from tally where month = $1', [
    MONTH,
  ])
  return rows.reduce<Tally>(
    (sum, { tally }) => withTally(sum, JSON.parse(tally) as Tally, 1),
    NOTHING,
  ).incidents
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const from = performance.now()
  const value = await work()
  return { ms: performance.now() - from, value }
}

const first = await timed(() => hq.month(MONTH, null))
const rounds: { ours: number; plain: number }[] = []
const texts: number[] = []
for (let round = -5; round < ROUNDS; round++) {
  await handUp(round + 5)
  const ours = await timed(() => hq.month(MONTH, null))
  const plain = await timed(plainSum)
  if (ours.value.parts.length !== SITES) throw new Error(`${ours.value.parts.length} sites`)
  if (ours.value.sum.incidents !== plain.value) throw new Error('another sum')
  const text = await timed(() => Promise.resolve(JSON.stringify(ours.value).length))
  if (round < 0) continue
  rounds.push({ ours: ours.ms, plain: plain.ms })
  texts.push(text.ms)
}
printNote(
  `first ${first.ms.toFixed(1)} ms; p50 ${median(rounds.map(({ ours }) => ours)).toFixed(1)}`,
)

await kit.stop()
await postgres.stop()
finish([
  repeated(
    `a month over ${SITES} sites, ${HANDED_UP} of which have handed up since`,
    rounds,
    'ms',
    10,
  ),
  against('… against reading and adding every tally', rounds, 'ms', null),
  within('the same for the first time, nothing at hand', first.ms, null, 'ms', null, 0),
  within('its answer as text, with the figures of every site', median(texts), null, 'ms', null, 1),
])
