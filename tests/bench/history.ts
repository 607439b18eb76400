/**
 * Fills a record with years of history: incidents that the real station lived through once (the scenes of the demo), written again and again under
 * other ids, times and salts through the journal's own commit, in big batches. What is written is a valid record: `verify` accepts it.
 */
import { openMemoryJournal } from '#main/adapters/journal/memory.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { systemVault } from '#main/adapters/vault.ts'
import type { Entry, IncidentRow, Journal } from '#main/core/ports.ts'
import { chance } from '#main/hosts/node/demo/chance.ts'
import { movedClock, onGrid } from '#main/hosts/node/demo/clock.ts'
import { DISPATCHERS, ROSTER } from '#main/hosts/node/demo/people.ts'
import { command, play } from '#main/hosts/node/demo/play.ts'
import { PAST } from '#main/hosts/node/demo/scenes.ts'
import { localMonth } from '#shared/domain/calendar.ts'
import { SITE, station } from './lib/place.ts'

const BATCH = 2_000 // events a commit
const YEARS_MS = 10 * 365 * 86_400_000
const LIVED_AT = Date.parse('2026-03-10T09:00:00+08:00')
const CHANGING = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b(?:[0-9a-f]{64}|[0-9a-f]{32})\b|\b1[789]\d{11}\b/g

/** One lived incident: its entries without rows, and the row after each of them. `head` are the entries that everything needs once (plans, roster). */
export type Template = { id: string; start: number; entries: readonly Entry[]; rows: readonly IncidentRow[]; events: number }
export type Lived = { head: readonly Entry[]; templates: readonly Template[] }

/** Lives through each scene with a plan twice: the first time keeps the plans' texts, the second is the template. */
export async function live(): Promise<Lived> {
  const memory = openMemoryJournal()
  const entries: Entry[] = []
  const journal: Journal = {
    ...memory,
    async commit(some) {
      entries.push(...some)
      return memory.commit(some)
    }
  }
  const clock = movedClock(onGrid(LIVED_AT))
  const luck = chance(7)
  const running = await station(journal, clock)
  const stage = { station: running, clock, luck }
  await command(stage, DISPATCHERS[0], 'roster/set', { posts: ROSTER })
  const scenes = PAST.filter(({ plan }, n) => plan && n < 6)
  for (const scene of scenes) await play(stage, scene)
  const from = entries.length
  for (const scene of scenes) await play(stage, scene)
  await running.stop()
  const head = entries.slice(0, from).map(({ events, kept, ...rest }): Entry => ({
    ...rest, command: null, expect: {}, seals: [], rows: [], kept, events: events.filter(({ type }) => ['SiteFounded', 'RosterSet', 'PlanKept'].includes(type))
  })).filter(({ events }) => events.length > 0)
  const own = Object.groupBy(entries.slice(from), ({ rows }) => rows[0]?.id ?? '')
  const templates = Object.entries(own).flatMap(([id, mine = []]): Template[] => id === '' ? [] : [{
    id, start: mine[0]?.events[0]?.at ?? 0, entries: mine.map((entry) => ({ ...entry, rows: [] })), rows: mine.flatMap(({ rows }) => rows.slice(0, 1)),
    events: mine.reduce((sum, { events }) => sum + events.length, 0)
  }])
  return { head, templates }
}

/** The template under a new id, beginning at `at` (UTC ms). `upTo` ends it after so many entries: the incident still runs. `allRows`: one with each entry, as it was lived. */
export function again({ id, start, entries, rows }: Template, at: number, { upTo = entries.length, allRows = false } = {}): Entry[] {
  const names = new Map([[id, systemVault.id(at)]])
  const lived = entries.slice(0, upTo).map((entry, n) => ({ ...entry, rows: allRows || n === upTo - 1 ? rows.slice(n, n + 1) : [] }))
  for (const { seals, command } of lived) {
    if (command) names.set(command.id, crypto.randomUUID())
    for (const { sealed, salt, value } of seals) {
      const other = systemVault.salt()
      names.set(salt, other).set(sealed, systemVault.digest(other, value))
    }
  }
  const moved = JSON.stringify(lived).replace(CHANGING, (found) => found.length === 13 ? String(Number(found) - start + at) : names.get(found) ?? found)
  return (JSON.parse(moved) as Entry[]).map((entry) => ({
    ...entry, rows: entry.rows.map((row) => ({ ...row, fact: { ...row.fact, month: localMonth(row.fact.at, SITE.zone) } }))
  }))
}

/** Fills `file` with `events` events that end at `now` (UTC ms): as many this month and as many running incidents whatever the length, the rest over ten years before. */
export async function fill(file: string, { head, templates }: Lived, events: number, now: number, { thisMonth = 16, running = 8 } = {}): Promise<number> {
  const journal = openSqliteJournal(file)
  await journal.commit(head)
  let batch: Entry[] = []
  let size = 0
  let n = 0
  const put = async (at: number, part?: Parameters<typeof again>[2]): Promise<void> => {
    const template = templates[n % templates.length]
    if (!template) throw new Error('no scene was lived through')
    n += 1
    const entries = again(template, at, part)
    batch.push(...entries)
    size += entries.reduce((sum, one) => sum + one.events.length, 0)
    if (size >= BATCH) await flush()
  }
  const flush = async (): Promise<void> => {
    const wrong = (await journal.commit(batch)).find((done) => !done.ok)
    if (wrong) throw new Error(`the history does not fit: ${JSON.stringify(wrong)}`)
    batch = []
    size = 0
  }
  const each = templates.reduce((sum, template) => sum + template.events, 0) / templates.length
  const past = Math.max(0, Math.round(events / each) - thisMonth - running)
  const monthStart = now - 26 * 3_600_000
  for (let i = 0; i < past; i++) await put(Math.floor(now - 40 * 86_400_000 - YEARS_MS * (1 - i / past)))
  for (let i = 0; i < thisMonth; i++) await put(Math.floor(monthStart + (i * 3_600_000) / thisMonth))
  for (let i = 0; i < running; i++) await put(now - 60_000 * (i + 1), { upTo: 5 })
  await flush()
  const position = await journal.position()
  await journal.close()
  return position
}
