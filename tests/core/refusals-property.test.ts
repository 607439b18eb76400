/**
 * A made-up shift: any request of incidents, callers, telling and warnings, in any order, about
 * whatever is there and whatever is not, each in its form. No refusal is answered that the page of
 * the interface does not name for its request: the kit throws there.
 */
import { afterEach, expect, it } from 'vitest'
import { seededRandom } from '#main/hosts/node/demo/seeded-random.ts'
import { contract, type Name } from '#shared/contract/contract.ts'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import { listedRefusals } from '../kit/listed-refusals.ts'
import { inForm } from '../kit/in-form.ts'
import { choice, HOUR, MINUTE, plan, step, yesNo } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const PLANS = [
  plan(
    'main',
    [
      step('save', { lifeSafety: true }),
      step('soon', { due: { within: MINUTE, from: 'activated' } }),
      step('after', { after: ['soon'], required: true }),
      step('open', { when: { fact: 'out', is: 'yes' } }),
    ],
    { facts: [yesNo('out'), choice('grade', ['I', 'II'], { sets: 'level' })] },
  ),
  plan('other', [step('first')], {
    activation: { by: 'desk', confirmedBy: 'head', clause: 'S00-01' },
  }),
]
const NAMES = [...listedRefusals.keys()].filter(
  (name) => name !== 'sheet/arrange' && name in contract,
) as Name[]

const WORDS = [
  ...['main', 'other', 'save', 'soon', 'after', 'open', 'task:1', 'out', 'grade', 'first'],
  ...['1', '2', 'a1', 'a2', 'w1', 'w2', 'c', 'yes', 'I', 'II', 'place', 'severity', 'nowhere'],
  ...['2026-12-01', '0'.repeat(64), '三楼着火，有2个人受伤', '雀大甲', '/there'],
]
/** By the name of a field: what is there. */
const KNOWN = {
  stepId: ['save', 'soon', 'after', 'open', 'task:1'],
  planId: ['main', 'other'],
  fact: ['out', 'grade'],
  value: ['yes', 'no', 'I', 'II'],
}
const TURNS = 700
const FRESH_AFTER = 25

let kit: Kit
afterEach(() => kit.stop())

it.each([1, 2])('seed %i: every refusal stands in its row', async (seed) => {
  const { between } = seededRandom(seed)
  const below = (limit: number): number => Math.floor(between(0, limit))
  kit = await openStation({
    plans: PLANS,
    files: (data, clock, log) => openFileStore(data, { clock, log }),
  })
  let ids: readonly string[] = []
  const codes = new Set<string>()
  for (let turn = 0; turn < TURNS; turn += 1) {
    // most acts end an incident sooner or later
    if (turn % FRESH_AFTER === 0) ids = [await kit.run(['main', 'other']), ...ids.slice(0, 2)]
    const name = NAMES[below(NAMES.length)]
    if (!name) continue
    const known = { ...KNOWN, incidentId: ids, into: ids }
    const input = inForm(contract[name].input, {
      ...{ words: [...ids, ...WORDS], known, below, now: kit.clock.wall() },
    })
    const answer = await kit.send(name, input)
    if (!answer.ok) codes.add(`${name} ${answer.code}`)
    if (below(20) === 0) await kit.clock.advance(below(3) === 0 ? HOUR : MINUTE)
  }
  expect(codes.size).toBeGreaterThan(60)
})
