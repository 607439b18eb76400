/**
 * Whatever is reported, joined, filed apart, merged and taken back, in whatever order: every face
 * counts the same, an incident is counted once, and so does a count that knows no rule of ours.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { countPlainly } from '../kit/plain-count/count.ts'
import { readPlainly } from '../kit/plain-count/read.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const FIRE = plan('fire', [
  step('soon', { due: { within: MINUTE, from: 'activated' } }),
  step('later', { due: { within: 5 * MINUTE, from: 'activated' } }),
])
const PERIOD = { from: '2026-11-01', to: '2026-11-30' }

const pick = fc.nat({ max: 20 })
const act = fc.oneof(
  fc.record({ kind: fc.constant('report' as const), drill: fc.boolean() }),
  fc.record({ kind: fc.constant('join' as const), which: pick }),
  fc.record({ kind: fc.constant('part' as const), which: pick }),
  fc.record({ kind: fc.constant('merge' as const), which: pick, into: pick }),
  fc.record({ kind: fc.constant('moveBack' as const), which: pick }),
  fc.record({ kind: fc.constant('falseReport' as const), which: pick }),
  fc.record({ kind: fc.constant('done' as const), which: pick }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 4 }) }),
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

type Known = { incidents: string[]; callers: { incidentId: string; callerId: string }[] }
const of = <T>(all: readonly T[], index: number): T | undefined => all[index % all.length]

async function play(kit: Kit, known: Known, next: Act): Promise<void> {
  if (next.kind === 'report') {
    known.incidents.push(await kit.run(['fire'], { drill: next.drill }))
    return
  }
  if (next.kind === 'wait') return kit.clock.advance(next.minutes * MINUTE)
  const incidentId = of(known.incidents, next.which) ?? ''
  const reason = '同一起'
  switch (next.kind) {
    case 'join': {
      const joined = await kit.send('incident/caller', { incidentId, narrative: '又有人打来' })
      if (joined.ok) known.callers.push({ incidentId, ...joined.reply })
      return
    }
    case 'part': {
      const caller = of(known.callers, next.which)
      const filed = await kit.send('incident/caller-undo', { ...caller, reason })
      if (filed.ok) known.incidents.push(filed.reply.incidentId)
      return
    }
    case 'merge':
      await kit.send('incident/merge', { incidentId, into: of(known.incidents, next.into), reason })
      return
    case 'moveBack':
      await kit.send('incident/move-back', { incidentId, reason })
      return
    case 'falseReport':
      await kit.send('incident/move', { incidentId, to: 'false-report', reason })
      return
    case 'done':
      await kit.send('incident/step', { incidentId, stepId: 'soon', outcome: 'done' })
  }
}

it('all faces count the same over any history of callers, merges and reports', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      const kit = await openStation({ on: 'sqlite', plans: [FIRE] })
      try {
        const known: Known = { incidents: [await kit.run(['fire'])], callers: [] }
        for (const next of acts) await play(kit, known, next)
        const month = await kit.ask('statistics/month', { month: '2026-11' })
        const { now } = await kit.ask('statistics/figures', PERIOD)
        const board = await kit.ask('board/read', null)
        const { incidents, zone } = readPlainly(kit.file)
        const plain = countPlainly(incidents, PERIOD, kit.clock.wall(), zone) as typeof now
        expect(now).toMatchObject({ incidents: month.incidents, drills: month.drills })
        expect(now.limits).toMatchObject(month.limits)
        expect(board.month).toMatchObject({ incidents: month.incidents, limits: month.limits })
        expect(plain.incidents).toBe(month.incidents)
        expect(plain.limits).toMatchObject(month.limits)
        const numbers = board.incidents.map(({ number }) => number)
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
      } finally {
        await kit.stop()
      }
    }),
    { numRuns: 6 },
  )
})
