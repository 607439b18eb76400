/**
 * Every number in the plan library: limits, amounts, estimates, repeats, days of keeping. The
 * expected figures are written by hand from the source, each with a number of its row (N01 …); a
 * step with a number and without a row here fails.
 */
import { describe, expect, it } from 'vitest'
import type { Anchor, DayKind, Plan, Step } from '#shared/domain/plan/plan.ts'
import { leavesOf } from '#shared/domain/plan/walk.ts'
import { MINUTE } from '../../../kit/plan.ts'
import { allPlans } from '../../../kit/library.ts'
import { answer, reach } from '../../../kit/reach.ts'

/** `only`: the step stands for one kind of day, and the other kind hides it. */
type Limit = { row: string; minutes: number; from: Anchor; only?: DayKind }

const LIMITS: Readonly<Record<string, Limit>> = {
  'hl-06': { row: 'N01', minutes: 3, from: { step: 'hl-05' } },
  'hl-08': { row: 'N02', minutes: 15, from: { step: 'hl-02' }, only: 'workday' },
  'hl-09': { row: 'N03', minutes: 45, from: { step: 'hl-02' }, only: 'holiday' },
  'hl-11': { row: 'N04', minutes: 10, from: { step: 'hl-10' } },
  'hl-12': { row: 'N04', minutes: 10, from: { step: 'hl-10' } },
  'hl-13': { row: 'N04', minutes: 10, from: { step: 'hl-10' } },
  'hl-14': { row: 'N05', minutes: 10, from: 'reported' },
  'cs-07': { row: 'N06', minutes: 30, from: 'reported' },
  'pw-09': { row: 'N07', minutes: 30, from: 'occurred' },
  'rt-05': { row: 'N08', minutes: 30, from: 'reported' },
  'rt-07': { row: 'N10', minutes: 4 * 60, from: 'reported' },
  'hl-19': { row: 'N20', minutes: 30, from: 'reported' },
  'bg-94': { row: 'proposed', minutes: 30, from: { step: 'bg-08' } },
  'mn-90': { row: 'proposed', minutes: 30, from: { step: 'mn-06' } },
}

/**
 * Strictly more opens the step: [fact, bound, the smallest step of the figure, what else is
 * answered so that only the figure decides].
 */
const AMOUNTS: Readonly<
  Record<
    string,
    readonly [
      row: string,
      fact: string,
      bound: number,
      least: number,
      beside?: Readonly<Record<string, string>>,
    ]
  >
> = {
  'pc-05': ['N11', 'loss_yuan', 5000, 0.01, { loss_kind: 'damaged' }],
  'pc-06': ['N11', 'loss_yuan', 5000, 0.01, { loss_kind: 'damaged' }],
  'cs-08': ['N06', 'expected_minutes', 30, 1],
  'rt-06': ['N08', 'expected_hours', 0.5, 0.01],
  'rt-08': ['N09', 'expected_hours', 24, 0.01],
  'rt-09': ['N09', 'expected_hours', 24, 0.01],
}

/** What an overdue limit opens: the other half of N05, N06, N08, N10. */
const OVERDUE: Readonly<Record<string, readonly string[]>> = {
  'cs-07': ['cs-08'],
  'hl-14': ['hl-15'],
  'hl-19': ['hl-20'],
  'pw-09': ['pw-10'],
  'rt-05': ['rt-06'],
  'rt-07': ['rt-08', 'rt-09'],
}

/** What there is no point in any more once the limit's own step is done, however late. */
const MOOT = new Set(['cs-08', 'hl-15', 'hl-20', 'pw-10'])

/** Again so many minutes after it was done. */
const REPEATS: Readonly<Record<string, number>> = { 'bg-94': 30, 'mn-90': 30 }

/**
 * Days of keeping after the event; 0: until the incident is closed. N12 is said of video, the rest
 * follows it. How long that is: evidence.test.ts.
 */
const KEPT: Readonly<Record<string, number>> = {
  'pc-04': 30,
  'pc-06': 30,
  'pk-91': 30,
  'pk-90': 30,
  'bg-93': 30,
  'bn-90': 30,
  'gh-96': 30,
  'ft-07': 30,
  'gv-22': 30,
  'gn-22': 30,
  'gq-11': 30,
  'gq-22': 30,
  'tc-02': 30,
  'gd-91': 30,
  'mp-05': 0,
}

const DAYS: readonly (readonly [string, string, DayKind])[] = [
  ['a workday', '2026-11-24T14:00:00.000+08:00', 'workday'],
  ['a Sunday', '2026-11-22T14:00:00.000+08:00', 'holiday'],
  ['a holiday in the week', '2026-10-01T14:00:00.000+08:00', 'holiday'],
  ['a Saturday that is worked', '2026-10-10T14:00:00.000+08:00', 'workday'],
  ['the last instant before the holidays', '2026-09-30T23:59:59.999+08:00', 'workday'],
  ['the first instant of the holidays', '2026-10-01T00:00:00.000+08:00', 'holiday'],
  ['the last instant of the holidays', '2026-10-07T23:59:59.999+08:00', 'holiday'],
  ['the first instant after them', '2026-10-08T00:00:00.000+08:00', 'workday'],
]

type Found = { plan: Plan; step: Step }
const all: readonly Found[] = allPlans().flatMap((plan) =>
  plan.steps.map((step) => ({ plan, step })),
)
const find = (id: string): Found => {
  const entry = all.find(({ step }) => step.id === id)
  if (!entry) throw new Error(`no plan has the step ${id}`)
  return entry
}
const idsOf = (holds: (step: Step) => boolean): readonly string[] =>
  all
    .filter(({ step }) => holds(step))
    .map(({ step }) => step.id)
    .sort()

describe('no number of the library is without its row', () => {
  it.each([
    ['limits', LIMITS, (step: Step) => step.due !== null],
    [
      'amounts and estimates',
      AMOUNTS,
      (step: Step) => leavesOf(step.when).some((leaf) => 'over' in leaf),
    ],
    [
      'steps that an overdue limit opens',
      Object.fromEntries(
        Object.values(OVERDUE)
          .flat()
          .map((id) => [id, id]),
      ),
      (step: Step) => leavesOf(step.when).some((leaf) => 'step' in leaf && leaf.is === 'late'),
    ],
    ['repeats', REPEATS, (step: Step) => step.repeat !== undefined && step.repeat !== null],
    ['days of keeping', KEPT, (step: Step) => step.evidence !== null],
    [
      'time that has passed',
      {},
      (step: Step) => leavesOf(step.when).some((leaf) => 'elapsed' in leaf),
    ],
  ] as const)('%s', (_, rows, holds) => {
    expect(idsOf(holds)).toEqual(Object.keys(rows).sort())
  })

  it('start rules: whoever is hurt, and no other number', () => {
    const leaves = allPlans()
      .flatMap((plan) => (plan.start ?? []).flatMap(({ when }) => leavesOf(when)))
      .filter((leaf) => 'over' in leaf || 'elapsed' in leaf)
    for (const leaf of leaves) expect(leaf).toEqual({ casualties: 'hurt', over: 0 })
  })
})

describe.each(Object.entries(LIMITS))('%s', (id, { row, minutes, from, only }) => {
  const { plan, step } = find(id)
  it(`counts ${minutes} minutes (${row})`, () => {
    expect(step.due).toEqual({ within: minutes * MINUTE, from })
  })

  it.each(DAYS)('from %s', (_, iso, day) => {
    const start = Date.parse(iso)
    const scenario = reach(plan, step, start)
    if (only && only !== day) {
      expect(scenario.step(id)).toMatchObject({ state: 'hidden', dueAt: null })
      return
    }
    expect(scenario.step(id)).toMatchObject({
      state: 'open',
      startedAt: start,
      dueAt: start + minutes * MINUTE,
    })
    scenario.pass(start + minutes * MINUTE - 1 - scenario.now())
    expect(scenario.step(id).late).toBe(false)
    scenario.pass(1)
    expect(scenario.step(id).late).toBe(true)
    expect(scenario.all('StepLate').filter(({ stepId }) => stepId === id)).toMatchObject([
      { lateByMs: 0, at: start + minutes * MINUTE },
    ])
    for (const opened of OVERDUE[id] ?? [])
      expect([opened, scenario.step(opened).state]).toEqual([opened, 'open'])
  })

  const [, workday] = DAYS.find(([, , day]) => day === (only ?? 'workday')) ?? DAYS[0]!
  it.each([
    [-1, false],
    [0, false],
    [1, true],
  ] as const)('done %d ms from its limit', (ms, late) => {
    const start = Date.parse(workday)
    const scenario = reach(plan, step, start)
    scenario.setClock(start + minutes * MINUTE + ms - scenario.now())
    scenario.finish(id)
    scenario.check()
    expect(scenario.all('StepLate').some(({ stepId }) => stepId === id)).toBe(late)
    expect(scenario.all('StepFinished').at(-1)).toMatchObject({ stepId: id, outcome: 'done' })
    for (const opened of OVERDUE[id] ?? [])
      expect(['open', 'done'].includes(scenario.step(opened).state)).toBe(late && !MOOT.has(opened))
  })
})

describe.each(Object.entries(AMOUNTS))('%s', (id, [row, fact, bound, least, beside = {}]) => {
  const { plan, step } = find(id)
  /** Everything else that the step asks for holds. */
  const stateAfter = (...values: readonly number[]): string => {
    const scenario = reach(plan, { ...step, due: null }, Date.parse(DAYS[0]![1]))
    for (const [key, value] of Object.entries(beside)) answer(scenario, plan, key, value)
    for (const value of values) answer(scenario, plan, fact, value)
    return scenario.step(id).state
  }
  it.each([
    [`${bound - least} does not`, [bound - least], 'hidden'],
    [`${bound} does not`, [bound], 'hidden'],
    [`${bound + least} does`, [bound + least], 'open'],
    [`${bound * 0.6} corrected to ${bound * 1.6} does`, [bound * 0.6, bound * 1.6], 'open'],
    [`${bound * 1.6} corrected to ${bound} does not`, [bound * 1.6, bound], 'hidden'],
  ] as const)(`${fact}: %s (${row})`, (_, values, state) => {
    expect(stateAfter(...values)).toBe(state)
  })
})

it.each(Object.entries(REPEATS))('%s comes again', (id, minutes) => {
  const { plan, step } = find(id)
  expect(step.repeat).toEqual({ every: minutes * MINUTE, until: 'lifted' })
  const scenario = reach(plan, step, Date.parse(DAYS[0]![1]))
  scenario.pass('7 min')
  scenario.finish(id)
  expect(scenario.step(id)).toMatchObject({
    state: 'open',
    dueAt: scenario.now() + minutes * MINUTE,
  })
})

it.each(Object.entries(KEPT))('%s is kept', (id, days) => {
  expect(find(id).step.evidence?.keepDays).toBe(days)
})
