/**
 * A merge that was taken back never was: whatever had been merged into what by then, the figures
 * are those of a station on which nobody had merged the two.
 */
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { numberAfter } from '#shared/domain/incident/record/bulletins.ts'
import { localized } from '#shared/domain/text.ts'
import { countPlainly } from '../kit/plain-count/count.ts'
import { readPlainly } from '../kit/plain-count/read.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const within = (minutes: number) => ({
  due: { within: minutes * MINUTE, from: 'activated' as const },
})
const FIRE = plan('fire', [step('soon', within(1)), step('later', within(5))])
const RULE = {
  ...{ id: 'harm', source: localized('某令第九条', 'Order, art. 9'), people: { minor: 1 } },
  ...{ withinMs: 3 * MINUTE, everyMs: 4 * MINUTE },
}
const PERIOD = { from: '2026-11-01', to: '2026-11-30' }
const reason = '同一起'
const HOW_MANY = 4

const kits: Kit[] = []
afterEach(async () => {
  for (const kit of kits.splice(0)) await kit.stop()
})

/** Some incidents of one plan; `A` is the first. */
async function open(on: 'memory' | 'sqlite'): Promise<{ kit: Kit; ids: readonly string[] }> {
  const library = smallLibrary([FIRE], { reportRules: [RULE] })
  const kit = await openStation({ library, ...(on === 'sqlite' ? { on } : {}) })
  kits.push(kit)
  const ids: string[] = []
  for (let n = 0; n < HOW_MANY; n++) ids.push(await kit.run(['fire']))
  return { kit, ids }
}

const which = fc.nat({ max: HOW_MANY - 1 })
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('merge' as const), which, into: which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('part' as const), which }) },
  fc.record({ kind: fc.constant('join' as const), which }),
  fc.record({ kind: fc.constant('done' as const), which }),
  fc.record({ kind: fc.constant('harm' as const), which }),
  fc.record({ kind: fc.constant('head' as const), which }),
  fc.record({ kind: fc.constant('bulletin' as const), which }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.nat({ max: 3 }) }),
  },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

async function play(kit: Kit, ids: readonly string[], next: Act): Promise<boolean> {
  if (next.kind === 'wait') {
    await kit.clock.advance(next.minutes * MINUTE)
    return true
  }
  const incidentId = ids[next.which] ?? ''
  switch (next.kind) {
    case 'merge':
      return (await kit.send('incident/merge', { incidentId, into: ids[next.into], reason })).ok
    case 'part':
      return (await kit.send('incident/move-back', { incidentId, reason })).ok
    case 'join':
      return (await kit.send('incident/caller', { incidentId, narrative: '冒烟' })).ok
    case 'done':
      return (await kit.send('incident/step', { incidentId, stepId: 'later', outcome: 'done' })).ok
    case 'harm':
      return (await kit.send('incident/assess', { incidentId, casualties: { minor: 1 } })).ok
    case 'head': {
      const at = kit.clock.wall()
      return (await kit.send('bulletin/head-informed', { incidentId, at })).ok
    }
    case 'bulletin': {
      const { incident } = await kit.ask('history/read', { incidentId })
      if (incident.state === 'merged') return false // it goes on elsewhere
      const { bulletins = [], takenIn = [] } = incident
      const number = numberAfter([...bulletins, ...takenIn.flatMap(({ sent = [] }) => sent)])
      const words = { text: '三楼冒烟', signer: '雀大甲', to: '区应急局' }
      return (await kit.send('bulletin/send', { incidentId, number, ...words })).ok
    }
  }
}

/** What was done without the merges that were taken back: a merge holds until it is parted. */
function asIfNeverMerged(done: readonly Act[]): readonly Act[] {
  const takenBack = new Set<Act>()
  const merged = new Map<number, Act>()
  for (const next of done) {
    if (next.kind === 'merge') merged.set(next.which, next)
    if (next.kind === 'part') takenBack.add(next).add(merged.get(next.which)!)
  }
  return done.filter((next) => !takenBack.has(next))
}

const law = async (kit: Kit) => (await kit.ask('statistics/figures', PERIOD)).now.reports.law

/** What stands in figures and on the desk, by the place of each incident. */
async function figuresOf(kit: Kit, ids: readonly string[]) {
  const { incidents, limits, lateList } = (await kit.ask('statistics/figures', PERIOD)).now
  const board = (await kit.ask('board/read', null)).incidents
  return {
    ...{ incidents, limits, law: await law(kit) },
    late: lateList.map(({ incidentId, stepId }) => `${ids.indexOf(incidentId)} ${stepId}`).sort(),
    desk: ids.map((id) => {
      const shown = board.find((incident) => incident.id === id)
      const { callerCount = 1, headInformedAt, takenIn = [] } = shown ?? {}
      const merged = takenIn.map(({ incidentId }) => ids.indexOf(incidentId)).sort()
      return shown ? { callerCount, headInformedAt, merged } : 'merged'
    }),
  }
}

const A_INTO_B = { kind: 'merge', which: 0, into: 1 } as const
const B_INTO_C = { kind: 'merge', which: 1, into: 2 } as const
const C_INTO_D = { kind: 'merge', which: 2, into: 3 } as const
const wait = (minutes: number) => ({ kind: 'wait', minutes }) as const
const part = (n: number) => ({ kind: 'part', which: n }) as const

it('late limits and callers of what is parted from a merged one leave all above at once', async () => {
  const { kit, ids } = await open('sqlite')
  for (const next of [wait(2), A_INTO_B, B_INTO_C, C_INTO_D]) await play(kit, ids, next)
  expect(await figuresOf(kit, ids)).toMatchObject({ incidents: 1, limits: { late: 4 } })
  expect((await kit.incident(ids[3]!)).callerCount).toBe(4)
  await play(kit, ids, part(0))
  expect(await figuresOf(kit, ids)).toMatchObject({
    ...{ incidents: 2, limits: { late: 4 } },
    late: ['0 soon', '3 soon', '3 soon', '3 soon'],
  })
  expect((await kit.incident(ids[3]!)).callerCount).toBe(3)
  const { incidents, zone } = readPlainly(kit.file)
  expect(countPlainly(incidents, PERIOD, kit.clock.wall(), zone)).toMatchObject({
    ...{ incidents: 2, limits: { late: 4 } },
  })
  const { entries } = await kit.ask('incident/timeline', { incidentId: ids[3]! })
  expect(entries.at(-1)?.says.zh).toBe('事件2026-001已拆开，不再计入本事件')
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('the parting of a chain is taken back on every side, or not at all', async () => {
  const { kit, ids } = await open('sqlite')
  for (const next of [wait(2), A_INTO_B, B_INTO_C]) await play(kit, ids, next)
  const before = await figuresOf(kit, ids)
  const [a = '', b = '', c = ''] = ids
  for (const incidentId of [a, b, c]) {
    const commandId = crypto.randomUUID()
    await kit.send('incident/move-back', { incidentId: a, reason }, { id: commandId })
    await kit.ask('incident/undo', { incidentId, commandId })
    expect(await figuresOf(kit, ids)).toEqual(before)
  }
  const commandId = crypto.randomUUID()
  await kit.send('incident/move-back', { incidentId: a, reason }, { id: commandId })
  await kit.ask('incident/caller', { incidentId: c, narrative: '冒烟' })
  const parted = await figuresOf(kit, ids)
  for (const incidentId of [a, b, c])
    expect(await kit.send('incident/undo', { incidentId, commandId })).toMatchObject({
      code: 'undo-over',
    })
  expect(await figuresOf(kit, ids)).toEqual(parted)
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('a caller of a merged incident who is filed apart is counted once, and stays filed', async () => {
  const { kit, ids } = await open('sqlite')
  const [, b = '', c = ''] = ids
  const { callerId } = await kit.ask('incident/caller', { incidentId: b, narrative: '冒烟' })
  await play(kit, ids, B_INTO_C)
  expect((await kit.incident(c)).callerCount).toBe(3)
  const commandId = crypto.randomUUID()
  await kit.send('incident/caller-undo', { incidentId: b, callerId, reason }, { id: commandId })
  expect((await kit.incident(c)).callerCount).toBe(2)
  const { entries } = await kit.ask('incident/timeline', { incidentId: c })
  expect(entries.at(-1)?.says.zh).toBe('并入的事件2026-002的第2个来电已另立事件')
  expect(await kit.send('incident/undo', { incidentId: b, commandId })).toMatchObject({
    code: 'undo-over', // what was filed is an incident of its own
  })
})

const sent = (n: number) => ({ kind: 'bulletin', which: n }) as const
/** Somebody is hurt, the head knows, and it is reported. */
const reported = (n: number): Act[] => [
  { kind: 'harm', which: n },
  { kind: 'head', which: n },
  sent(n),
]
const EXAMPLES: Act[][] = [
  [wait(2), A_INTO_B, B_INTO_C, part(0)],
  [wait(2), A_INTO_B, B_INTO_C, C_INTO_D, part(0), part(1), part(2)],
  [A_INTO_B, B_INTO_C, wait(2), part(0), { kind: 'merge', which: 2, into: 0 }, part(1)],
  // the head knew of the first alone, and of the second, too, but later
  [
    ...([
      { kind: 'harm', which: 0 },
      { kind: 'harm', which: 1 },
      { kind: 'head', which: 0 },
    ] as const),
    ...([wait(1), { kind: 'head', which: 1 }, A_INTO_B, B_INTO_C, part(0), wait(3)] as const),
  ],
  // two told when the head knew, the earlier one first, and that one is parted
  [
    ...([{ kind: 'head', which: 0 }, wait(1), { kind: 'head', which: 1 }] as const),
    ...([
      { kind: 'merge', which: 0, into: 2 },
      { kind: 'merge', which: 1, into: 2 },
      part(0),
    ] as const),
  ],
  // the follow-up that is late follows what only the other had sent
  [...reported(1), { kind: 'harm', which: 2 }, B_INTO_C, wait(3), wait(2), part(1)],
  // what was in time by what the other had sent was late by what had gone out here before
  [...reported(2), wait(1), ...reported(1), B_INTO_C, wait(3), wait(1), sent(2), part(1)],
  // the time that came along is told here, too
  [{ kind: 'head', which: 0 }, A_INTO_B, { kind: 'head', which: 1 }, part(0)],
]

it('the figures are those of a station on which what was taken back was never merged', () =>
  fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 16 }), async (acts) => {
      const [merging, plainly] = [await open('memory'), await open('memory')]
      const done: Act[] = []
      for (const next of acts) if (await play(merging.kit, merging.ids, next)) done.push(next)
      for (const next of asIfNeverMerged(done)) await play(plainly.kit, plainly.ids, next)
      try {
        expect(await figuresOf(merging.kit, merging.ids)).toEqual(
          await figuresOf(plainly.kit, plainly.ids),
        )
      } finally {
        for (const kit of kits.splice(0)) await kit.stop()
      }
    }),
    { numRuns: 60, examples: EXAMPLES.map((acts) => [acts]) },
  ))
