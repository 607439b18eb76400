/**
 * Whatever is reported, called, joined, filed apart, merged, split, passed on, told to the head and
 * sent to the authorities, and taken back, in whatever order: every face counts the same, an
 * incident is counted once, and so does a count that knows no rule of ours; after a restart, and
 * played again, all of it is what it was.
 */
import fc from 'fast-check'
import { expect } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { canonical } from '#shared/domain/canonical.ts'
import { publicIncident } from '#shared/domain/board/public.ts'
import { CALL_OUTCOMES } from '#shared/domain/incident/record/state.ts'
import { facesOf, takenDocuments, telephonesOf } from './faces.ts'
import { MINUTE, plan, step } from './plan.ts'
import { numberAfter } from '#shared/domain/incident/record/bulletins.ts'
import type { ReportRule } from '#shared/domain/incident/record/report-clocks.ts'
import { localized } from '#shared/domain/text.ts'
import { readPlainly } from './plain-count/read.ts'
import { reportFaces } from './report-faces.ts'
import { openStation, smallLibrary, type Kit } from './station.ts'

const RULES: readonly ReportRule[] = [
  {
    ...{ id: 'harm', source: localized('某令第九条', 'Order, art. 9') },
    ...{ people: { minor: 1 }, withinMs: 3 * MINUTE, everyMs: 4 * MINUTE, changesDays: 7 },
  },
]
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
  fc.record({
    kind: fc.constant('harm' as const),
    which: pick,
    minor: fc.integer({ max: 3, min: 1 }),
  }),
  fc.record({ kind: fc.constant('head' as const), which: pick }),
  fc.record({ kind: fc.constant('bulletin' as const), which: pick }),
  fc.record({ kind: fc.constant('dismiss' as const), which: pick }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 4 }) }),
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

type Known = {
  incidents: string[]
  callers: { incidentId: string; callerId: string }[]
  undoable: { incidentId: string; commandId: string }[] // merges, partings, what was passed on
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
      const joined = await kit.send('incident/caller', {
        incidentId,
        narrative: '又有人打来，有2个人受伤',
        ...(next.which % 2 ? { place: '三楼' } : {}),
      })
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
      known.undoable.push({ incidentId, commandId })
      return
    }
    case 'undo':
      await kit.send('incident/undo', of(known.undoable, next.which) ?? {})
      return
    case 'call': {
      const outcome = of(CALL_OUTCOMES, next.outcome)
      const [stepId, to] = [next.which % 2 ? 'soon' : null, { number: '119' }]
      await kit.send('incident/call', { incidentId, stepId, to, outcome })
      return
    }
    case 'harm': {
      const from = known.callers.findLast((caller) => caller.incidentId === incidentId)?.callerId
      const casualties = { minor: next.minor + (from ? 2 : 0) }
      await kit.send('incident/assess', { incidentId, casualties, reason, ...(from && { from }) })
      return
    }
    case 'head':
      await kit.send('bulletin/head-informed', { incidentId, at: kit.clock.wall() })
      return
    case 'bulletin': {
      const { incident } = await kit.ask('history/read', { incidentId })
      const { bulletins = [], takenIn = [] } = incident
      const number = numberAfter([...bulletins, ...takenIn.flatMap(({ sent = [] }) => sent)])
      const words = { text: '三楼冒烟', signer: '雀大甲', to: '区应急局' }
      await kit.send('bulletin/send', { incidentId, number, ...words })
      return
    }
    case 'dismiss': {
      const caller = of(known.callers, next.which)
      const { callerId: from = '', incidentId: where = '' } = caller ?? {}
      await kit.send('incident/news-dismiss', { incidentId: where, from, line: 'people:minor' })
      return
    }
    case 'task':
      await kit.send('incident/task', {
        ...{ incidentId, text: '接应消防车', owner: { person: '云大甲' }, limitMs: MINUTE },
      })
      return
    case 'transfer': {
      const commandId = crypto.randomUUID()
      await kit.send('incident/transfer', { incidentId, body: '派出所', reason }, { id: commandId })
      known.undoable.push({ incidentId, commandId })
      return
    }
    case 'moveBack': {
      const commandId = crypto.randomUUID()
      await kit.send('incident/move-back', { incidentId, reason }, { id: commandId })
      known.undoable.push({ incidentId, commandId })
      return
    }
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

/** A report that is late, and one that went out, come along with what is merged. */
const MERGED_LATE: Act[] = [
  { kind: 'report', drill: false },
  { kind: 'harm', which: 1, minor: 1 },
  { kind: 'head', which: 1 },
  { kind: 'wait', minutes: 4 },
  { kind: 'bulletin', which: 1 },
  { kind: 'merge', which: 1, into: 0 },
  { kind: 'bulletin', which: 0 },
]
/** A report that is still due comes along, and is met there until it is split. */
const SPLIT_AGAIN: Act[] = [
  { kind: 'report', drill: false },
  { kind: 'harm', which: 1, minor: 2 },
  { kind: 'head', which: 1 },
  { kind: 'wait', minutes: 1 },
  { kind: 'merge', which: 1, into: 0 },
  { kind: 'wait', minutes: 3 },
  { kind: 'bulletin', which: 0 },
  { kind: 'moveBack', which: 1 },
  { kind: 'join', which: 0 },
]

/** The report of another was the first one; parted from it this one still lacks its own. */
const SENT_ELSEWHERE: Act[] = [
  { kind: 'report', drill: false },
  { kind: 'harm', which: 0, minor: 1 },
  { kind: 'head', which: 0 },
  { kind: 'harm', which: 1, minor: 1 },
  { kind: 'head', which: 1 },
  { kind: 'bulletin', which: 1 },
  { kind: 'merge', which: 1, into: 0 },
  { kind: 'moveBack', which: 1 },
  { kind: 'wait', minutes: 4 },
]
/** The head knew of what was merged, and the law wants a report of the other. */
const HEAD_ALONE: Act[] = [
  { kind: 'report', drill: false },
  { kind: 'harm', which: 0, minor: 1 },
  { kind: 'head', which: 1 },
  { kind: 'merge', which: 1, into: 0 },
  { kind: 'wait', minutes: 4 },
]

/** It is late there until it is split: it was never due there. */
const LATE_AND_SPLIT: Act[] = [
  ...HEAD_ALONE,
  { kind: 'moveBack', which: 1 },
  { kind: 'report', drill: false },
  { kind: 'harm', which: 2, minor: 1 },
  { kind: 'head', which: 2 },
  { kind: 'merge', which: 2, into: 1 },
  { kind: 'wait', minutes: 4 },
  { kind: 'moveBack', which: 2 },
]
/** Passed on, the head is told, and it is taken back. */
const HEAD_AFTERWARDS: Act[] = [
  { kind: 'harm', which: 0, minor: 1 },
  { kind: 'transfer', which: 0 },
  { kind: 'undo', which: 0 },
  { kind: 'transfer', which: 0 },
  { kind: 'head', which: 0 },
  { kind: 'wait', minutes: 4 },
]

/** What went on into a third one, and a fourth, is parted from the first of them. */
const CHAIN: Act[] = [
  ...([
    { kind: 'report', drill: false },
    { kind: 'report', drill: false },
  ] as const),
  ...([
    { kind: 'harm', which: 2, minor: 1 },
    { kind: 'head', which: 2 },
  ] as const),
  ...([
    { kind: 'harm', which: 1, minor: 1 },
    { kind: 'wait', minutes: 2 },
  ] as const),
  ...([
    { kind: 'head', which: 1 },
    { kind: 'merge', which: 2, into: 1 },
  ] as const),
  ...([
    { kind: 'merge', which: 1, into: 0 },
    { kind: 'wait', minutes: 2 },
  ] as const),
  ...([
    { kind: 'moveBack', which: 2 },
    { kind: 'undo', which: 2 },
  ] as const),
  ...([
    { kind: 'moveBack', which: 2 },
    { kind: 'join', which: 0 },
  ] as const),
]

const EXAMPLES = [
  ...[MERGED_LATE, SPLIT_AGAIN, SENT_ELSEWHERE, HEAD_ALONE],
  ...[LATE_AND_SPLIT, HEAD_AFTERWARDS, CHAIN],
]

/** Asserts it of so many histories, and of those that have failed before. */
export const countedAlike = async (numRuns: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      const { orders, ...writing } = takenDocuments()
      const library = smallLibrary([FIRE], { reportRules: RULES })
      let kit = await openStation({ on: 'sqlite', library, ...writing })
      try {
        const first = await kit.run(['fire'])
        const known: Known = { incidents: [first], callers: [], undoable: [] }
        for (const next of acts) await play(kit, known, next)
        const faces = await facesOf(kit, orders, '2026-11')
        for (const [face, counts] of Object.entries(faces.counts))
          expect(counts, face).toEqual(faces.counts['figures'])
        for (const list of [faces.incidents, faces.late, faces.nudges])
          for (const [face, count] of Object.entries(list))
            expect(count, face).toBe(list['figures'])
        const reports = await reportFaces(kit, orders, '2026-11', RULES)
        for (const [face, numbers] of Object.entries(reports.whole))
          expect(numbers, face).toEqual(reports.whole['plain'])
        for (const [face, numbers] of Object.entries(reports.part))
          expect(reports.whole['plain'], face).toMatchObject(numbers)
        const recorded = readPlainly(kit.file).incidents
        const byRules = readPlainly(kit.file, RULES).incidents
        const lawOf = (incidents: typeof recorded) =>
          incidents.map(({ id, lawTaken }) => [id, lawTaken.length])
        expect(lawOf(recorded)).toEqual(lawOf(byRules))
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
    { numRuns, examples: EXAMPLES.map((acts) => [acts]) },
  )
