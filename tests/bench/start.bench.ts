/**
 * Start, from opening the record to the first board, after a thousand events and after a million;
 * beside it a replay of every event. And a commit at both lengths.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { asRecorded } from '#shared/domain/event-stream.ts'
import type { Journal } from '#main/core/ports.ts'
import { seededRandom } from '#main/hosts/node/demo/seeded-random.ts'
import { evolve } from '#shared/domain/incident/evolve.ts'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import { initialIncident, type Incident } from '#shared/domain/incident/record/state.ts'
import { again, idsFrom } from '../kit/years/again.ts'
import { live, type Lived } from '../kit/years/live.ts'
import { eventsEach, fill, type Years } from '../kit/years/years.ts'
import { against, finish, median, printNote } from './lib/figures.ts'
import { SITE, inNewFolder, startWholeStation } from './lib/place.ts'

const ROUNDS = 25
const SHORT = 1_000
const LONG = 1_000_000
const QUIET_MS = 110 * 86_400_000 // so that the two differ in their age alone, not in what goes on

/** One start as a host does it; ms to the first board. */
async function start(file: string): Promise<number> {
  const from = performance.now()
  const journal = openSqliteJournal(file)
  const running = await startWholeStation(journal, systemClock)
  await running.board()
  const took = performance.now() - from
  await running.nextCycle() // what fell due meanwhile is recorded before the next start
  await running.stop()
  await journal.close()
  return took
}

/** The plain alternative: every incident from all of its events. */
async function replay(journal: Journal): Promise<{ ms: number; incidents: number }> {
  const from = performance.now()
  const incidents = new Map<string, Incident>()
  for (let position = 0; ;) {
    const events = await journal.eventsAfter(position, 10_000)
    for (const stored of events) {
      if (!stored.stream.startsWith('incident.')) continue
      const id = stored.stream.slice('incident.'.length)
      const event = asRecorded<IncidentEvent>(stored)
      incidents.set(id, evolve(incidents.get(id) ?? initialIncident(id), event))
    }
    position = events.at(-1)?.seq ?? position
    if (events.length < 10_000) return { ms: performance.now() - from, incidents: incidents.size }
  }
}

/** The same entries, one commit each, to both records in turn. */
async function commits(
  short: string,
  long: string,
  { templates, plans }: Lived,
): Promise<{ ours: number; plain: number }[]> {
  const [few, many] = [openSqliteJournal(short), openSqliteJournal(long)]
  const writing = { ids: idsFrom(2), random: seededRandom(2), zone: SITE.zone, plans }
  const timed = async (
    journal: Journal,
    entry: Parameters<Journal['commit']>[0][number],
  ): Promise<number> => {
    const from = performance.now()
    const [done] = await journal.commit([entry])
    if (!done?.ok) throw new Error(`not saved: ${JSON.stringify(done)}`)
    return performance.now() - from
  }
  const rounds: { ours: number; plain: number }[] = []
  for (let round = 0; round < 5; round++) {
    const [ours, plain]: [number[], number[]] = [[], []]
    for (const template of templates)
      for (const entry of again(template, Date.now(), writing, { rows: 'each' })) {
        plain.push(await timed(few, entry))
        ours.push(await timed(many, entry))
      }
    rounds.push({ ours: median(ours), plain: median(plain) })
  }
  await few.close()
  await many.close()
  return rounds
}

await inNewFolder(async (dir) => {
  const [short, long] = [join(dir, 'short.db'), join(dir, 'long.db')]
  const lived = await live()
  printNote(
    `lived through ${lived.templates.length} incidents, ${eventsEach(lived).toFixed(1)} events each`,
  )
  const now = Date.now()
  const years = (events: number): Years => ({
    incidents: Math.round(events / eventsEach(lived)),
    now,
    quiet: QUIET_MS,
  })
  const few = await fill(short, lived, years(SHORT))
  const from = performance.now()
  const many = await fill(long, lived, years(LONG))
  printNote(
    `${few} and ${many} events; the long record was written in ${((performance.now() - from) / 1000).toFixed(0)} s and has ${(statSync(long).size / 2 ** 20).toFixed(0)} MiB`,
  )

  for (const file of [short, long, short, long]) await start(file)
  const rounds: { ours: number; plain: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const first = round % 2 === 0 ? short : long
    const [earlier, later] = [await start(first), await start(first === short ? long : short)]
    rounds.push(first === short ? { ours: later, plain: earlier } : { ours: earlier, plain: later })
  }
  const journal = openSqliteJournal(long)
  const replayed = await replay(journal)
  printNote(
    `replay of ${many} events into ${replayed.incidents} incidents: ${(replayed.ms / 1000).toFixed(1)} s`,
  )
  const verifyFrom = performance.now()
  const verified = await journal.verify()
  printNote(
    `verify: ${JSON.stringify(verified)} in ${((performance.now() - verifyFrom) / 1000).toFixed(1)} s`,
  )
  if (!verified.ok) throw new Error('the history is no valid record')
  await journal.close()
  finish([
    against('start to first board, a million events against a thousand', rounds, 'ms', 1.1),
    against(
      'start after a million events, against a replay of every event',
      rounds.map(({ ours }) => ({ ours, plain: replayed.ms })),
      'ms',
      0.01,
    ),
    against(
      'one commit, a million events stored against a thousand',
      await commits(short, long, lived),
      'ms',
      1.3,
    ),
  ])
})
