/**
 * The three-minute drill: its script from the past or a plan, its injects by the clock of the wall,
 * what it came to, and how it leaves the board.
 */
import { describe, expect, it } from 'vitest'
import { initialIncident, isOnBoard, type Incident } from '#shared/domain/incident/record/state.ts'
import {
  endThreeMinuteDrill,
  threeMinuteDrillEnded,
} from '#shared/domain/incident/rules/three-minute.ts'
import type { Plan, Question } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import {
  breaksOff,
  decideThreeMinuteDrill,
  isCalm,
} from '#shared/domain/three-minute-drill/decide.ts'
import { injectsBy, shortScript, turnOf } from '#shared/domain/three-minute-drill/script.ts'
import {
  threeMinuteStream,
  type ThreeMinuteEvent,
} from '#shared/domain/three-minute-drill/stream.ts'
import { timesOf } from '#shared/domain/three-minute-drill/times.ts'
import { AT, META, recorded, stateAfter } from '../../kit/decider.ts'

const question = (key: string, part: Partial<Question> = {}): Question =>
  ({
    ...{ key, kind: 'bool', question: localized(`${key}？`, `${key}?`), several: false },
    options: [
      { value: 'yes', label: localized('有', 'yes') },
      { value: 'no', label: localized('没有', 'no') },
    ],
    ...{ unit: null, recordOnly: false },
    ...part,
  }) as Question
const plan = {
  ...{ id: 'fire', title: localized('火灾', 'Fire'), triggers: ['冒烟|有烟 着火了'], steps: [] },
  facts: [
    question('smoke'),
    question('people', { kind: 'number', options: [], unit: localized('人', 'people') }),
    question('log', { recordOnly: true }),
    question('hurt', { inDoubt: { answer: 'no' } }),
  ],
} as unknown as Plan
const answer = (value: string | number, firstAt: number) => ({
  value,
  at: firstAt,
  by: 'x',
  firstAt,
})

describe('the script', () => {
  it('says what the past was answered, in its order, in the words of the plan', () => {
    const past = {
      ...{ id: 'i1', number: '2026-017' },
      facts: { people: answer(3, 5), smoke: answer('yes', 9) },
      factsOf: { fire: { smoke: answer('no', 2) } },
    }
    expect(shortScript(plan, past, '车库')).toEqual({
      planId: 'fire',
      sentence: localized('车库，冒烟着火了，请马上处置', '车库: Fire'),
      injects: [
        {
          after: 40_000,
          words: localized('现场来电：smoke？没有', 'Call from the spot: smoke? no'),
        },
        {
          after: 80_000,
          words: localized('现场来电：people？3人', 'Call from the spot: people? 3 people'),
        },
      ],
      past: { incidentId: 'i1', number: '2026-017' },
    })
  })

  it('without a past takes what the plan assumes in doubt, else its first option', () => {
    const { injects, past } = shortScript(plan, null, '车库')
    expect(past).toBeNull()
    expect(injects.map(({ words }) => words.zh)).toEqual([
      '现场来电：smoke？有',
      '现场来电：hurt？没有',
    ])
  })

  it('delivers by the clock, and takes turns', () => {
    const script = shortScript(plan, null, '车库')
    const count = (elapsed: number) => injectsBy(script, elapsed).length
    expect([0, 39_999, 40_000, 79_999, 80_000].map(count)).toEqual([0, 0, 1, 1, 2])
    expect([0, 1, 2, 3].map((turn) => turnOf(['a', 'b', 'c'], turn))).toEqual(['a', 'b', 'c', 'a'])
    expect(turnOf([], 3)).toBeNull()
  })
})

describe('what it came to', () => {
  const finish = (at: number) => ({ finish: { outcome: 'done', at } })
  const incident = {
    receivedAt: AT,
    moments: { activated: AT + 20_000, firstStep: AT + 60_000 },
    calls: [{ at: AT + 200_000 }, { at: AT + 90_000 }],
    steps: { a: finish(AT + 60_000), b: finish(AT + 200_000), c: { finish: null } },
  } as unknown as Incident
  const limit = (stepId: string, dueAt: number, doneAt: number | null, endedAt: number | null) => ({
    ...{ stepId, planId: 'fire', clause: '', startedAt: AT, dueAt: AT + dueAt, doneAt, endedAt },
    ...{ lateAt: null, explained: false },
  })

  it('counts what was done within the time, and limits as every figure does', () => {
    const limits = [
      limit('a', 60_000, AT + 60_000, null),
      limit('b', 100_000, AT + 200_000, null),
      limit('c', 600_000, null, AT + 180_000),
      limit('d', 600_000, null, AT + 10_000),
    ]
    expect(timesOf(incident, { limits })).toEqual({
      ...{ activated: 20_000, firstStep: 60_000, firstCall: 90_000, stepsDone: 1 },
      limits: [
        { stepId: 'a', within: 60_000, took: 60_000, result: 'met' },
        { stepId: 'b', within: 100_000, took: null, result: 'late' },
        { stepId: 'c', within: 600_000, took: null, result: 'running' },
      ],
    })
    expect(timesOf(incident, { limits }, Infinity)).toMatchObject({ stepsDone: 2 })
  })
})

describe('one drill', () => {
  const script = shortScript(plan, null, '车库')
  const begun: ThreeMinuteEvent = { type: 'ThreeMinuteDrillBegun', incidentId: 'i1', script }
  const over: ThreeMinuteEvent = {
    ...{ type: 'ThreeMinuteDrillOver', why: 'real-report', times: null, past: null },
  }
  const after = (...events: readonly ThreeMinuteEvent[]) => {
    const state = stateAfter(threeMinuteStream, ...events)
    if (state)
      expect(threeMinuteStream.documents['three-minute-drill'].hasForm(state, 'x')).toBe(true)
    return state
  }
  const codeOf = (decision: { ok: boolean; code?: string }): string => decision.code ?? 'taken'
  const begin = { type: 'BeginShortDrill', incidentId: 'i1', script } as const
  const end = { type: 'EndShortDrill', why: 'real-report', times: null, past: null } as const

  it('begins at a calm desk alone, and ends once', () => {
    const calm = { incidents: [{ state: 'closed' as const }] }
    const busy = { incidents: [{ state: 'contained' as const }] }
    expect(decideThreeMinuteDrill(null, begin, calm)).toEqual(recorded(begun))
    expect(codeOf(decideThreeMinuteDrill(null, begin, busy))).toBe('not-calm')
    expect(codeOf(decideThreeMinuteDrill(after(begun), begin, calm))).toBe('not-calm')
    expect(decideThreeMinuteDrill(after(begun), end, calm)).toEqual(recorded(over))
    expect(codeOf(decideThreeMinuteDrill(after(begun, over), end, calm))).toBe(
      'no-three-minute-drill',
    )
    expect(after(begun, over)).toMatchObject({
      running: null,
      count: 1,
      last: { why: 'real-report' },
    })
  })

  it('is broken off by a real incident that runs, by no drill and by nothing that is over', () => {
    expect(breaksOff([{ state: 'responding', drill: true }])).toBe(false)
    expect(breaksOff([{ state: 'closed', drill: false }])).toBe(false)
    expect(breaksOff([{ state: 'reported', drill: false }])).toBe(true)
    expect(isCalm([{ state: 'closed' }, { state: 'archived' }])).toBe(true)
  })

  it('leaves the board whatever is open; no other incident does by it', () => {
    const incident: Incident = { ...initialIncident('i1'), drill: true, threeMinute: true }
    const context = { world: { plan: () => plan }, meta: META } as never
    const command = { type: 'EndThreeMinuteDrill', why: 'time' } as const
    expect(endThreeMinuteDrill(incident, command, context)).toEqual(
      recorded({ type: 'ThreeMinuteDrillEnded', why: 'time' }),
    )
    const other: Incident = { ...initialIncident('i1'), drill: true }
    expect(codeOf(endThreeMinuteDrill(other, command, context))).toBe('no-three-minute-drill')
    const ended = threeMinuteDrillEnded(incident, {
      ...{ type: 'ThreeMinuteDrillEnded', why: 'time', ...META },
    })
    expect(isOnBoard(ended.state)).toBe(false)
    expect(endThreeMinuteDrill(ended, command, context)).toEqual(recorded())
  })
})
