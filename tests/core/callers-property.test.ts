/**
 * Whatever is reported, called, joined, filed apart, merged and taken back, in whatever order:
 * every face counts the same, an incident is counted once, and so does a count that knows no rule
 * of ours; after a restart, and played again, all of it is what it was.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { canonical } from '#shared/domain/canonical.ts'
import { publicIncident } from '#shared/domain/board/public.ts'
import { CALL_OUTCOMES } from '#shared/domain/incident/record/state.ts'
import { facesOf, takenDocuments, telephonesOf } from '../kit/faces.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const FIRE = plan('fire', [
  step('soon', { due: { within: MINUTE, from: 'activated' } }),
  step('later', { due: { within: 5 * MINUTE, from: 'activated' } }),
  step('leave', { lifeSafety: true }),
])

const pick = fc.nat({ max: 20 })
const act = fc.oneof(
  fc.record({ kind: fc.constant('report' as const), drill: fc.boolean() }),
  fc.record({ kind: fc.constant('join' as const), which: pick }),
  fc.record({ kind: fc.constant('part' as const), which: pick }),
  fc.record({ kind: fc.constant('merge' as const), which: pick, into: pick }),
  fc.record({ kind: fc.constant('moveBack' as const), which: pick }),
  fc.record({ kind: fc.constant('undo' as const), which: pick }),
  fc.record({ kind: fc.constant('call' as const), which: pick, outcome: pick }),
  fc.record({ kind: fc.constant('task' as const), which: pick }),
  fc.record({ kind: fc.constant('transfer' as const), which: pick }),
  fc.record({ kind: fc.constant('falseReport' as const), which: pick }),
  fc.record({ kind: fc.constant('done' as const), which: pick }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 4 }) }),
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

type Known = {
  incidents: string[]
  callers: { incidentId: string; callerId: string }[]
  merges: { incidentId: string; commandId: string }[]
}
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
    case 'merge': {
      const commandId = crypto.randomUUID()
      const into = of(known.incidents, next.into)
      await kit.send('incident/merge', { incidentId, into, reason }, { id: commandId })
      known.merges.push({ incidentId, commandId })
      return
    }
    case 'undo':
      await kit.send('incident/undo', of(known.merges, next.which) ?? {})
      return
    case 'call': {
      const outcome = of(CALL_OUTCOMES, next.outcome)
      const [stepId, to] = [next.which % 2 ? 'soon' : null, { number: '119' }]
      await kit.send('incident/call', { incidentId, stepId, to, outcome })
      return
    }
    case 'task':
      await kit.send('incident/task', {
        ...{ incidentId, text: '接应消防车', owner: { person: '云大甲' }, limitMs: MINUTE },
      })
      return
    case 'transfer':
      await kit.send('incident/transfer', { incidentId, body: '派出所', reason })
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

/** Its fold, drawn again from the events, is the entry that every screen has. */
async function isReplayed(kit: Kit, incidentId: string): Promise<boolean> {
  const seq = (await kit.events()).findLast(({ stream }) => stream.endsWith(incidentId))?.seq ?? 0
  const { incident } = await kit.ask('history/at', { incidentId, seq })
  const shown = publicIncident((await kit.ask('history/read', { incidentId })).incident)
  // what only the instant of looking decides is another there
  const fixed = ({ state, steps, calls, number, level }: typeof shown) =>
    canonical({ state, steps: steps.map(({ id, state }) => [id, state]), calls, number, level })
  return fixed(incident) === fixed(shown)
}

it('all faces count the same over any history of callers, calls, merges and reports', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      const { orders, ...writing } = takenDocuments()
      let kit = await openStation({ on: 'sqlite', plans: [FIRE], ...writing })
      try {
        const first = await kit.run(['fire'])
        const known: Known = { incidents: [first], callers: [], merges: [] }
        for (const next of acts) await play(kit, known, next)
        const faces = await facesOf(kit, orders, '2026-11')
        for (const [face, counts] of Object.entries(faces.counts))
          expect(counts, face).toEqual(faces.counts['figures'])
        for (const list of [faces.incidents, faces.late, faces.nudges])
          for (const [face, count] of Object.entries(list))
            expect(count, face).toBe(list['figures'])
        const telephones = await telephonesOf(kit)
        for (const { board, record, plain } of Object.values(telephones)) {
          expect(record).toEqual(board)
          expect(plain).toEqual(board)
        }
        const { incidents } = await kit.ask('board/read', null)
        const numbers = incidents.map(({ number }) => number)
        expect(new Set(numbers).size).toBe(numbers.length)
        for (const id of known.incidents) expect(await isReplayed(kit, id), id).toBe(true)
        kit = await kit.restart()
        expect((await facesOf(kit, orders, '2026-11')).counts).toEqual(faces.counts)
        expect(await telephonesOf(kit)).toEqual(telephones)
        expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
      } finally {
        await kit.stop()
      }
    }),
    { numRuns: 6 },
  )
})
