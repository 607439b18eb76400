/**
 * Whatever is told of an incident and reported to those above, in whatever order and however late:
 * every face counts the same reports, and so does a count that goes by the rules of the law alone;
 * a drill gives none, and after a restart all of it is what it was.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Name } from '#shared/contract/contract.ts'
import { numberAfter, ofSeries } from '#shared/domain/incident/record/bulletins.ts'
import type { ReportRule } from '#shared/domain/incident/record/report-clocks.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { takenDocuments } from '../kit/faces.ts'
import { HOUR, MINUTE, plan, step } from '../kit/plan.ts'
import { bulletinFaces, reportFaces } from '../kit/report-faces.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const report = {
  stage: 'report' as const,
  due: { within: 10 * MINUTE, from: 'activated' as const },
}
const FIRE = plan('fire', [
  step('first', report),
  step('next', { ...report, repeat: { every: HOUR, until: 'lifted' } }),
  step('last', { ...report, title: localized('终报', 'Final report') }),
])
const source = localized('某令第九条', 'Order, art. 9')
const RULES: readonly ReportRule[] = [
  { id: 'fire', source, types: ['fire'], withinMs: HOUR, everyMs: 2 * HOUR, changesDays: 1 },
  { id: 'attack', source, types: ['attack'], withinMs: 4 * HOUR },
  { id: 'risk', source, people: { evacuated: 500 }, withinMs: HOUR, everyMs: 3 * HOUR },
]
const CODES = ['fire.shop', 'attack', 'noise']
const TYPES = CODES.map(
  (code) =>
    ({
      ...{ code, legal: null, category: 'none', words: [] },
      name: localized(code, code),
    }) as unknown as IncidentType,
)

const which = fc.nat({ max: 20 })
const SERIES = ['authorities', 'authorities', 'authorities', 'response', 'management'] as const
const MOVES = ['contained', 'lifted', 'recovering', 'closed', 'false-report'] as const
const act = fc.oneof(
  fc.record({
    kind: fc.constant('report' as const),
    ...{ drill: fc.boolean(), type: fc.constantFrom(...CODES), hours: fc.nat({ max: 23 }) },
  }),
  fc.record({ kind: fc.constant('head' as const), which, minutes: fc.nat({ max: 50 }) }),
  fc.record({
    kind: fc.constant('send' as const),
    ...{ which, series: fc.constantFrom(...SERIES), final: fc.boolean() },
  }),
  fc.record({
    kind: fc.constant('count' as const),
    ...{ which, dead: fc.nat({ max: 2 }), evacuated: fc.constantFrom(0, 600) },
  }),
  fc.record({ kind: fc.constant('type' as const), which, type: fc.constantFrom(...CODES) }),
  fc.record({ kind: fc.constant('occurred' as const), which, hours: fc.nat({ max: 23 }) }),
  fc.record({ kind: fc.constant('move' as const), which, to: fc.constantFrom(...MOVES) }),
  fc.record({ kind: fc.constant('moveBack' as const), which }),
  fc.record({ kind: fc.constant('merge' as const), which, into: which }),
  fc.record({ kind: fc.constant('transfer' as const), which }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({
    kind: fc.constant('done' as const),
    ...{ which, stepId: fc.constantFrom('first', 'next', 'last') },
  }),
  fc.record({
    kind: fc.constant('wait' as const),
    minutes: fc.constantFrom(1, 5, 20, 60, 120, 300),
  }),
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

type Known = { incidents: string[]; last: { incidentId: string; commandId: string } | null }

/** What an act comes to as a request; it may be refused. */
async function requestOf(
  kit: Kit,
  incidentId: string,
  next: Exclude<Act, { kind: 'report' | 'undo' | 'wait' }>,
  known: Known,
): Promise<[Name, object]> {
  const reason = '情况有变'
  const ago = (minutes: number): number => kit.clock.wall() - minutes * MINUTE
  switch (next.kind) {
    case 'head':
      return ['bulletin/head-informed', { at: ago(next.minutes) }]
    case 'send': {
      const { bulletins, takenIn = [] } = (await kit.ask('history/read', { incidentId })).incident
      const elsewhere =
        next.series === 'authorities' ? takenIn.flatMap(({ sent = [] }) => sent) : []
      const number = numberAfter([...ofSeries(bulletins, next.series), ...elsewhere])
      const words = { text: '三楼冒烟', signer: '雀大甲', to: '区应急局' }
      return ['bulletin/send', { series: next.series, number, final: next.final, ...words }]
    }
    case 'count': {
      const { dead, evacuated } = next
      return ['incident/assess', { casualties: { dead, evacuated }, reason }]
    }
    case 'type':
      return ['incident/amend', { type: next.type, reason }]
    case 'occurred':
      return ['incident/amend', { occurredAt: ago(next.hours * 60), reason }]
    case 'move': {
      const reasons = Object.fromEntries(FIRE.steps.map(({ id }) => [id, reason]))
      return ['incident/move', { to: next.to, reason, reasons }]
    }
    case 'moveBack':
      return ['incident/move-back', { reason }]
    case 'merge':
      return [
        'incident/merge',
        { into: known.incidents[next.into % known.incidents.length], reason },
      ]
    case 'transfer':
      return ['incident/transfer', { body: '派出所', reason }]
    case 'done':
      return ['incident/step', { stepId: next.stepId, outcome: 'done' }]
  }
}

async function play(kit: Kit, known: Known, next: Act): Promise<void> {
  if (next.kind === 'wait') return kit.clock.advance(next.minutes * MINUTE)
  if (next.kind === 'report') {
    const occurredAt = kit.clock.wall() - next.hours * HOUR
    const { drill, type } = next
    known.incidents.push(await kit.run(['fire'], { drill, type, occurredAt }))
    return
  }
  if (next.kind === 'undo') {
    await kit.send('incident/undo', known.last ?? {})
    return
  }
  const incidentId = known.incidents[next.which % known.incidents.length] ?? ''
  const commandId = crypto.randomUUID()
  const [name, input] = await requestOf(kit, incidentId, next, known)
  const answer = await kit.send(name, { incidentId, ...input }, { id: commandId })
  if (answer.ok) known.last = { incidentId, commandId }
}

/** Every face of the reports at this instant, once all of them have been found to agree. */
async function agreed(
  kit: Kit,
  { orders }: Pick<ReturnType<typeof takenDocuments>, 'orders'>,
  ids: readonly string[],
): Promise<object> {
  const { whole, part, drills } = await reportFaces(kit, orders, '2026-11', RULES)
  for (const [face, numbers] of Object.entries(whole)) expect(numbers, face).toEqual(whole['plain'])
  for (const [face, numbers] of Object.entries(part))
    expect(whole['plain'], face).toMatchObject(numbers)
  for (const [figure, count] of Object.entries(drills))
    if (figure.startsWith('reports.law.')) expect(count, `drills, ${figure}`).toBe(0)
  const bulletins = await bulletinFaces(kit, ids, RULES)
  for (const { told, lines } of bulletins) {
    for (const [face, shown] of Object.entries(told)) expect(shown, face).toEqual(told['plain'])
    expect(lines).toBe(told['plain']?.sent.length)
  }
  return { whole, part, bulletins }
}

/** A real fire and a drill of one, both of which somebody has told the head of. */
const BEGINNING: readonly Act[] = [
  { kind: 'report', drill: false, type: 'fire.shop', hours: 22 },
  { kind: 'report', drill: true, type: 'fire.shop', hours: 0 },
  { kind: 'wait', minutes: 20 },
  { kind: 'head', which: 0, minutes: 5 },
  { kind: 'head', which: 1, minutes: 5 },
]

/** The first in time and the next too late, of the drill too. */
const MET_THEN_LATE: Act[] = [
  { kind: 'send', which: 0, series: 'management', final: false },
  { kind: 'wait', minutes: 5 },
  { kind: 'send', which: 0, series: 'authorities', final: false },
  { kind: 'send', which: 1, series: 'authorities', final: false },
  { kind: 'count', which: 0, dead: 1, evacuated: 0 },
  { kind: 'wait', minutes: 300 },
  { kind: 'send', which: 0, series: 'authorities', final: false },
  { kind: 'move', which: 0, to: 'lifted' },
  { kind: 'send', which: 0, series: 'authorities', final: true },
]

/** A false report that was none: its clock runs on. */
const TAKEN_BACK: Act[] = [
  { kind: 'move', which: 0, to: 'false-report' },
  { kind: 'wait', minutes: 5 },
  { kind: 'moveBack', which: 0 },
]

it('all faces count the same reports over any history of what is told, sent and put right', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 22 }), async (acts) => {
      const { orders, ...writing } = takenDocuments()
      const library = smallLibrary([FIRE], { types: TYPES, reportRules: RULES })
      let kit = await openStation({ on: 'sqlite', library, ...writing })
      try {
        const known: Known = { incidents: [], last: null }
        for (const next of [...BEGINNING, ...acts]) await play(kit, known, next)
        const before = await agreed(kit, { orders }, known.incidents)
        kit = await kit.restart()
        expect(await agreed(kit, { orders }, known.incidents)).toEqual(before)
        kit = await kit.restart('3 h')
        await agreed(kit, { orders }, known.incidents)
        expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
      } finally {
        await kit.stop()
      }
    }),
    { numRuns: 12, examples: [[MET_THEN_LATE], [TAKEN_BACK]] },
  )
})
