/**
 * Fills a record with years of a site's history, the same for the same seed: incidents that the
 * real station lived through once (live.ts), written again and again through the journal's own
 * commit in big batches. What is written is a valid record: `verify` accepts it. States for which
 * there is no command yet (merged, transferred) stand in it as the events that will say so.
 *
 *   const lived = await live() // once, some seconds; { every: 4 } is quick and has fewer kinds
 *   await fill(file, lived, { incidents: 24_000, now: Date.now() }) // a million events over ten
 *   years
 */
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import type { JournalEntry } from '#main/core/ports.ts'
import { seededRandom } from '#main/hosts/node/demo/seeded-random.ts'
import { again, idsFrom, type Part, type Writing } from './again.ts'
import type { Lived, Template } from './live.ts'
import { TEN_YEARS_MS, instantsIn } from './when.ts'

const BATCH = 2_000 // events a commit
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

export type Years = {
  incidents: number // all of them
  now: number // UTC ms; the last ones still run
  zone?: string
  seed?: number
  years?: number // ms before `now`
  // ms before `now` without incidents but the next two; after 110 days nothing of what was before
  // is pending any more
  quiet?: number
  lately?: number // as many in the last day, whatever the length
  running?: number
  rows?: Part['rows']
}

/** Sites are founded in the zone that is asked for. */
const inZone = (entry: JournalEntry, zone: string): JournalEntry => ({
  ...entry,
  events: entry.events.map((event) =>
    event.type === 'SiteFounded' ? { ...event, body: { ...(event.body as object), zone } } : event,
  ),
  documents: entry.documents.map((document) =>
    document.kind === 'site'
      ? { ...document, body: { ...(document.body as object), zone } }
      : document,
  ),
})

/** How many events an incident has on average. */
export function eventsEach({ templates }: Lived): number {
  const sum = (of: (template: Template) => number): number =>
    templates.reduce((all, template) => all + of(template), 0)
  return sum(({ events, scene }) => events * scene.weight) / sum(({ scene }) => scene.weight)
}

/** Returns how many events there are in all. */
export async function fill(
  file: string,
  { head, templates, plans }: Lived,
  years: Years,
): Promise<number> {
  const {
    incidents,
    now,
    zone = 'Asia/Shanghai',
    seed = 1,
    years: length = TEN_YEARS_MS,
    quiet = 2 * DAY,
    lately = 16,
    running = 8,
    rows = 'ends',
  } = years
  const journal = openSqliteJournal(file)
  const wheel = templates.flatMap((template) =>
    Array.from({ length: template.scene.weight }, () => template),
  )
  const withSteps = templates.filter(
    ({ scene }) => scene.plan && scene.ends === 'archived' && scene.sooner < HOUR,
  )
  const drawing = (from: number): Writing => ({
    ids: idsFrom(from),
    random: seededRandom(from),
    zone,
    plans,
  })
  const pick = ({ random }: Writing, some: readonly Template[]): Template =>
    some[Math.floor(random.between(0, some.length))] as Template

  let batch: JournalEntry[] = []
  let size = 0
  async function flush(): Promise<void> {
    const wrong = (await journal.commit(batch)).find((done) => !done.ok)
    if (wrong) throw new Error(`the history does not fit: ${JSON.stringify(wrong)}`)
    batch = []
    size = 0
  }
  async function put(entries: readonly JournalEntry[]): Promise<void> {
    batch.push(...entries)
    size += entries.reduce((sum, { events }) => sum + events.length, 0)
    if (size >= BATCH) await flush()
  }

  await put(head.map((entry) => inZone(entry, zone)))
  const past = drawing(seed)
  const instants = instantsIn(
    now - length,
    now - quiet,
    zone,
    Math.max(0, incidents - lately - running),
    past.random,
  )
  const begun = instants.map((at) => {
    const template = pick(past, wheel)
    return { at, template, reported: at + template.start - template.at }
  })
  begun.sort((a, b) => a.reported - b.reported)
  const part = { rows, until: now }
  for (const { at, template, reported } of begun)
    // what would be entered later than now is entered at once
    await put(again(reported < now - DAY ? template : pick(past, withSteps), at, past, part))
  const recent = drawing(seed + 1) // alike after any past
  const report = async (at: number): Promise<void> => {
    const template = pick(recent, withSteps)
    await put(again(template, at + template.at - template.start, recent, part))
  }
  for (let n = 0; n < lately; n++) await report(Math.floor(now - 26 * HOUR + (n * HOUR) / lately))
  for (let n = 0; n < running; n++) await report(now - MINUTE * (n + 1))
  await flush()
  const position = await journal.position()
  await journal.close()
  return position
}
