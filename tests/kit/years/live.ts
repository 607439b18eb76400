/**
 * Lets the real station live through every scene once, on a moved clock, and keeps what was saved:
 * the stuff that years are written from.
 */
import { openMemoryJournal } from '../memory-journal.ts'
import type { JournalEntry, IncidentRow, Journal, Library } from '#main/core/ports.ts'
import { seededRandom, sampleVault } from '#main/hosts/node/demo/seeded-random.ts'
import { movedClock, onGrid } from '#main/hosts/node/demo/moved-clock.ts'
import { DISPATCHERS } from '#main/hosts/node/demo/people.ts'
import { command } from '#main/hosts/node/demo/work.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { library, startWholeStation } from '../whole-station.ts'
import { OWN_PLAN } from './own-plan.ts'
import { bringIn } from './past.ts'
import { ROSTER } from './people.ts'
import { play } from './play.ts'
import { scenesOf, type Scene } from './scenes.ts'

const LIVED_AT = Date.parse('2026-03-10T09:00:00+08:00')
const KEPT_MS = 70 * 86_400_000 // until then every piece of evidence need not be kept any longer

/**
 * One lived incident. `at`: the instant that it is counted by; `start`: that at which it was
 * entered (UTC ms). `last`: its row as the station left it.
 */
export type Template = {
  id: string
  at: number
  start: number
  entries: readonly JournalEntry[]
  events: number
  scene: Scene
  last: IncidentRow
}
/** `head`: what everything needs once (site, roster, texts of plans). */
export type Lived = {
  head: readonly JournalEntry[]
  templates: readonly Template[]
  plans: ReadonlyMap<string, Plan>
}

const WITH_OWN: Library = {
  ...library,
  plans: () => [...library.plans(), OWN_PLAN],
  plan: (id) => (id === OWN_PLAN.id ? OWN_PLAN : library.plan(id)),
}
const ONCE: readonly string[] = ['SiteFounded', 'RosterSet', 'ContactSet', 'PlanKept']

/**
 * The same for the same seed. `every`: only every so many-th plan, for a record that is small and
 * quick.
 */
export async function live({ seed = 7, every = 1 } = {}): Promise<Lived> {
  const memory = openMemoryJournal()
  const entries: JournalEntry[] = []
  const journal: Journal = {
    ...memory,
    async commit(some) {
      entries.push(...some)
      return memory.commit(some)
    },
  }
  const clock = movedClock(onGrid(LIVED_AT))
  const random = seededRandom(seed)
  const running = await startWholeStation(journal, clock, {
    vault: sampleVault(random),
    plans: WITH_OWN,
  })
  const stage = { station: running, clock, random }
  await command(stage, DISPATCHERS[0], 'roster/set', { posts: ROSTER })
  const scenes = new Map<string, Scene>()
  for (const scene of scenesOf(library.plans(), random, every))
    scenes.set(await play(stage, scene), scene)
  for (const [id, scene] of await bringIn(stage)) scenes.set(id, scene)
  await clock.leap(onGrid(clock.wall() + KEPT_MS))
  await running.stop()

  const head = entries
    .map(({ events, ...rest }): JournalEntry => ({
      ...rest,
      command: null,
      expect: {},
      seals: [],
      rows: [],
      searchEntries: [],
      events: events.filter(({ type }) => ONCE.includes(type)),
    }))
    .filter(({ events }) => events.length > 0)
  const templates = [...scenes].map(([id, scene]): Template => {
    const stream = `incident.${id}`
    const mine = entries
      .filter(({ expect }) => expect[stream] !== undefined)
      .map((entry): JournalEntry => ({
        ...entry,
        documents: [],
        expect: { [stream]: entry.expect[stream] ?? 0 },
        events: entry.events.filter((event) => event.stream === stream),
        rows: entry.rows.filter((row) => row.id === id),
      }))
    const last = mine.findLast(({ rows }) => rows.length > 0)?.rows[0]
    if (!last) throw new Error('a scene left no row')
    return {
      id,
      at: last.stats.at,
      start: mine[0]?.events[0]?.at ?? 0,
      entries: mine,
      events: mine.reduce((sum, { events }) => sum + events.length, 0),
      scene,
      last,
    }
  })
  const plans = head
    .flatMap(({ documents }) => documents)
    .filter(({ kind }) => kind === 'plan')
    .map(({ id, body }) => [id, body as unknown as Plan] as const)
  return { head, templates, plans: new Map(plans) }
}
