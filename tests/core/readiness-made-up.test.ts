/**
 * A made-up month of supplies, drills, training, checks, events and plan documents: any request of
 * theirs, in any order, about whatever is there, is over, or is of another kind, with numbers at
 * their edges and names that JavaScript has. None throws, none is refused with what its row does
 * not name; real figures stay as they were; after a stop everything stands as before.
 */
import { afterEach, expect, it } from 'vitest'
import { readChecklists } from '#main/adapters/plans/checklists.ts'
import { readPolicies } from '#main/adapters/plans/policies.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { seededRandom } from '#main/hosts/node/demo/seeded-random.ts'
import { contract, type Input, type Name } from '#shared/contract/contract.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import { inForm } from '../kit/in-form.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const PARTS =
  /^(supply|drill|training|check|checklist|occasion|risk|liaison|upkeep|readiness|policy)\//
const NAMES = (Object.keys(contract) as Name[]).filter((name) => PARTS.test(name))
const READING = [
  ...(['supply/list', 'supply/takings', 'drill/list', 'drill/people', 'training/read'] as const),
  ...(['checklist/list', 'check/list', 'occasion/list', 'upkeep/list', 'policy/list'] as const),
  ...(['risk/list', 'liaison/list'] as const),
  ...(['readiness/list', 'readiness/counts'] as const),
]
const POLICIES = readPolicies('resources/standards/policies.yaml') ?? []
const CHECKLISTS = readChecklists('resources/checklists') ?? []
const WORDS = [
  ...['main', 'other', 'a', 'b', '0', '1', 'p1', 'n1', 'f1', 't2', 't3', 'b1', '王强', '大厅'],
  ...['__proto__', 'constructor', 'toString', 'nowhere', '08:00', '20:00', '2026-11'],
  ...['2026-11-24', '2026-12-31', '2028-02-29', '2999-12-31', '1971-01-01'],
]
const EDGES = [0, 0.0005, 0.001, 10_000_000, 8_640_000_000_000, -1]
const TURNS = 600

let kit: Kit
afterEach(() => kit.stop())

/** Puts what a reply calls an id to those of its kind. */
function keepIds(pools: Record<string, string[]>, reply: unknown): void {
  if (typeof reply !== 'object' || reply === null) return
  for (const [key, value] of Object.entries(reply)) {
    if (!key.endsWith('Id') || typeof value !== 'string' || value === '') continue
    const pool = (pools[key] ??= [])
    if (!pool.includes(value)) pool.push(value)
  }
}

/** In no order: what was entered in the same millisecond has none. */
function unordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return value.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  const parts = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(parts.map(([key, part]) => [key, unordered(part)]))
}

async function everything(): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const name of READING) all[name] = unordered(await kit.ask(name, {} as never))
  return all
}

it.each([1, 2])('seed %i: no throw, no real figure, the same after a stop', async (seed) => {
  const { between } = seededRandom(seed)
  const below = (limit: number): number => Math.floor(between(0, limit))
  const library = smallLibrary(
    [plan('main', [step('a'), step('b')]), plan('other', [step('first')])],
    { policies: POLICIES, checklists: CHECKLISTS },
  )
  kit = await openStation({ on: 'sqlite', library })
  await kit.run(['main'])
  /** All but how many drills there were. */
  const month = async () => ({
    ...(await kit.ask('statistics/month', { month: '2026-11' })),
    drills: null,
  })
  const real = await month()
  const { id: person } = await kit.ask('people/person-set', {
    ...{ name: '王强', phones: [], posts: [] },
  })
  const pools: Record<string, string[]> = {
    planId: ['main', 'other'],
    stepId: ['a', 'b', 'constructor'],
    personId: [person],
    policyId: POLICIES.map(({ id }) => id).slice(0, 4),
    shippedId: CHECKLISTS.map(({ id }) => id),
    itemId: ['a', 'b'],
    batchId: ['0', 'b1', 'b2'],
    issueId: ['t2', 't3', 't4'],
    turnId: ['t2', 't3', 't4'],
    participantId: ['p1'],
    pointId: ['p1'],
    injectId: ['n1', 'n2'],
    findingId: ['f1'],
    examId: ['1'],
    ...{ day: ['2026-11-24', '2026-11-25'], due: ['2026-12-31'] },
    revision: [library.plan('main')?.revision ?? ''],
  }
  /** A number at its edge, or something of another kind. */
  const spoilt = (value: unknown): unknown => {
    if (typeof value === 'number' && below(8) === 0) return EDGES[below(EDGES.length)]
    if (Array.isArray(value)) return value.map(spoilt)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, part]) =>
        below(60) === 0 ? [] : [[key, below(80) === 0 ? [part] : spoilt(part)]],
      ),
    )
  }
  const owner = { person: '李工' }
  const begin = async <N extends Name>(name: N, input: Input<N>): Promise<void> =>
    keepIds(pools, await kit.ask(name, input))
  for (const drillDay of ['2026-11-24', '2026-11-25'])
    await begin('drill/arrange', {
      ...{ planId: 'main', form: 'full', purpose: 'verification', day: drillDay },
      ...{ place: '大厅', narrative: '冒烟', leader: owner, evaluator: { person: '王工' } },
      participants: [{ person: '王强' }],
      script: [{ after: MINUTE_MS, words: '断电' }],
    })
  for (const { id: shippedId, name, kind, items } of CHECKLISTS)
    await begin('checklist/save', {
      ...{ shippedId, name, kind, items: [...items], rhythm: { every: 'hand' } },
      points: kind === 'patrol' ? [{ id: 'p1', name }] : [],
    })
  pools['itemId'] = CHECKLISTS.flatMap(({ items }) => items.map(({ id }) => id))
  await begin('training/course-set', {
    ...{ title: '灭火', words: '先报警', posts: [], everybody: true, passMark: 80 },
    questions: [{ text: '电话？', answers: ['110', '119'], right: 1 }],
  })
  for (const count of [0.001, 5, 10_000_000])
    await begin('supply/enter', {
      ...{ name: '口罩', class: 'medical', unit: '只', place: { words: '大厅' } },
      batches: [{ count }, { count, number: 'A1', expiry: '2026-12-31' }],
    })
  const taken = new Set<string>()
  for (let turn = 0; turn < TURNS; turn += 1) {
    const name = NAMES[below(NAMES.length)]
    if (!name || name === 'check/report') continue // it makes a real incident, as one that reports itself
    const words = [...WORDS, ...Object.values(pools).flat().slice(-10)]
    const known = { ...pools, id: Object.values(pools).flat() }
    const input = spoilt(
      inForm(contract[name].input, { words, known, below, now: kit.clock.wall() }),
    )
    if (name === 'checklist/save') (input as { reportsItself?: false }).reportsItself = false
    const answer = await kit.send(name, input)
    if (answer.ok) {
      taken.add(name)
      keepIds(pools, answer.reply)
    } else if (answer.code === 'internal')
      throw new Error(`${name} threw on ${JSON.stringify(input)}`)
    await kit.clock.advance(below(30) > 0 ? 1 : below(3) === 0 ? HOUR_MS : MINUTE_MS)
  }
  const before = await everything()
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  kit = await kit.restart()
  expect(await everything()).toEqual(before)
  expect(await month()).toEqual(real)
  expect(taken.size).toBeGreaterThan(35)
})
