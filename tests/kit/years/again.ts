/**
 * Writes a lived incident again: under other ids, salts and instants, at another place, with other
 * numbers. What it is folded into is folded again, by the product.
 */
import { createSearchIndex } from '#main/core/engine/search-index.ts'
import { rowOf } from '#main/core/engine/changes.ts'
import { asRecorded } from '#shared/domain/event-stream.ts'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import type { JournalEntry, NewEvent } from '#main/core/ports.ts'
import { digest } from '#main/adapters/vault.ts'
import type { SeededRandom } from '#main/hosts/node/demo/seeded-random.ts'
import { evolve } from '#shared/domain/incident/evolve.ts'
import { initialIncident, type Incident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { romaniser } from '../whole-station.ts'
import type { Template } from './live.ts'

const CHANGING =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b(?:[0-9a-f]{64}|[0-9a-f]{32})\b|\b1[789]\d{11}\b/g
const PLACES = [
  '客服热线中心',
  '湾心营业厅',
  '海岬营业厅',
  '云雀湾东区',
  '云雀湾西区',
  '云雀湾南区12栋',
  '云雀湾北区',
  '政务大厅一楼',
  '政务大厅二楼',
  '政务大厅三楼',
  '政务大厅地下车库',
  '前厅',
  '食堂',
  '机房',
  '金街|3号门',
]
const CHANNELS = [
  '客户来电',
  '坐席上报',
  '现场报告',
  '物业来电',
  '烟感报警',
  '员工来电',
  '110转来',
  '巡查发现',
  '短信',
  '微信',
]
const EXITS = ['falseReport', 'falseReport', 'merged', 'transferred'] as const

/** Ids and salts without end, the same for the same seed. */
export type Ids = { uuid: (at: number) => string; salt: () => string }
export function idsFrom(seed: number): Ids {
  let n = 0
  const next = (): string => digest(`${seed}`, `${n++}`)
  return {
    uuid(at) {
      const [time, hex] = [at.toString(16).padStart(12, '0'), next()]
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
    },
    salt: () => next().slice(0, 32),
  }
}

const syllables = new Map<string, readonly string[]>()
const find = createSearchIndex({
  syllables(words) {
    const known = syllables.get(words) ?? romaniser.syllables(words)
    syllables.set(words, known)
    return known
  },
})

/** The first of a list is the most frequent, the last the rarest. */
const often = <T>(values: readonly T[], random: SeededRandom): T =>
  values[Math.floor(values.length * random.between(0, 1) ** 2)] as T

const without = (
  body: Readonly<Record<string, never>>,
  name: string,
): Readonly<Record<string, never>> =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== name))

/**
 * What differs from one time to the next, without changing which events there are. A number that
 * was said twice is other people the second time.
 */
function varied(events: readonly NewEvent[], random: SeededRandom): readonly NewEvent[] {
  const [place, channel, exit] = [
    often(PLACES, random),
    random.between(0, 1) < 0.1 ? null : often(CHANNELS, random),
    EXITS[Math.floor(random.between(0, EXITS.length))],
  ]
  return events.map((event) => {
    const body = event.body as Readonly<Record<string, never>>
    switch (event.type) {
      case 'IncidentReported':
        // the number of the one that was lived is no other's: as from before there were any
        return { ...event, body: { ...without(body, 'number'), place, channel } }
      case 'IncidentImported':
        return {
          ...event,
          body: { ...body, place, channel, loss: Math.floor(10 ** random.between(2, 8)) / 100 },
        }
      case 'CasualtiesCounted':
        return {
          ...event,
          body: {
            ...body,
            counts: Object.fromEntries(
              Object.keys(body['counts'] ?? {}).map((kind) => [
                kind,
                Math.floor(4 * random.between(0, 1) ** 3),
              ]),
            ),
          },
        }
      case 'LossEstimated':
        return { ...event, body: { ...body, yuan: Math.floor(10 ** random.between(2, 8)) / 100 } }
      case 'IncidentMoved':
        return body['to'] === 'falseReport' ? { ...event, body: { ...body, to: exit } } : event
      default:
        return event
    }
  })
}

export type Writing = {
  ids: Ids
  random: SeededRandom
  zone: string
  plans: ReadonlyMap<string, Plan>
}
/**
 * What would happen after `until` (UTC ms) has not happened: it still runs. `rows`: with each
 * entry, as it was lived, or with the first and the last.
 */
export type Part = { until?: number; rows?: 'each' | 'ends' }

/** The incident that counts at `at` (UTC ms): it occurred then, else was reported. */
export function again(
  template: Template,
  at: number,
  { ids, random, zone, plans }: Writing,
  { until = Infinity, rows = 'ends' }: Part = {},
): JournalEntry[] {
  const later = at - template.at
  const names = new Map([[template.id, ids.uuid(template.start + later)]])
  const lived = template.entries
    .filter(({ events }) => events.every((event) => event.at + later <= until))
    .map((entry) => ({ ...entry, rows: [], found: [] }))
  for (const { seals, command } of lived) {
    if (command) names.set(command.id, ids.uuid(template.start + later))
    for (const { sealed, salt, value } of seals) {
      const other = ids.salt()
      names.set(salt, other).set(sealed, digest(other, value))
    }
  }
  const moved = JSON.parse(
    JSON.stringify(lived).replace(CHANGING, (token) =>
      token.length === 13 ? String(Number(token) + later) : (names.get(token) ?? token),
    ),
  ) as JournalEntry[]

  const world: World = {
    zone,
    calendar: {},
    roster: null,
    plan(revision) {
      const plan = plans.get(revision)
      if (!plan) throw new Error(`no plan ${revision} was lived through`)
      return plan
    },
  }
  const values = new Map(
    moved.flatMap(({ seals }) => seals).map(({ sealed, value }) => [sealed, value]),
  )
  const all = varied(
    moved.flatMap(({ events }) => events),
    random,
  )
  let incident: Incident = initialIncident(names.get(template.id) ?? '')
  let done = 0
  return moved.map((entry, n): JournalEntry => {
    const events = all.slice(done, (done += entry.events.length))
    for (const event of events) incident = evolve(incident, asRecorded<IncidentEvent>(event))
    const isLast = n === moved.length - 1
    const takesRows = events.length > 0 && (rows === 'each' || n === 0 || isLast)
    return {
      ...entry,
      events,
      rows: takesRows ? [rowOf(incident, world)] : [],
      searchEntries:
        isLast && takesRows
          ? [
              find(incident, {
                plan: world.plan,
                value: ({ sealed }) => values.get(sealed) ?? null,
              }),
            ]
          : [],
    }
  })
}
