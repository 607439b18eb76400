/** A drill from its arrangement to its evaluation (88号令 art. 33, 34). */
import { describe, expect, it } from 'vitest'
import { stateOfDrill, isHeld } from '#shared/domain/drill/drill.ts'
import type { DrillCommand } from '#shared/domain/drill/decide.ts'
import type { ScoreItem } from '#shared/domain/drill/scoring.ts'
import { localized } from '#shared/domain/text.ts'
import { recorded } from '../../kit/decider.ts'
import {
  after,
  arranged,
  codeOf,
  CONTENTS,
  DAY,
  decide,
  ended,
  evaluated,
  MINUTE,
  on,
  seal,
  started,
} from './drill-kit.ts'

const PLANNED = [DAY - MINUTE, arranged()] as const
const STARTED = [DAY, started] as const
const ENDED = [DAY + 30 * MINUTE, ended()] as const
const LATER = DAY + 40 * MINUTE

const item = (id: string, proposed: ScoreItem['proposed']): ScoreItem => ({
  ...{ id, kind: 'limit', title: localized(id, id), basis: localized('b', 'b') },
  ...{ stepId: null, role: null, proposed },
})
const evaluate = (
  scores: readonly (readonly [string, 0 | 1 | 3 | 5, string?])[],
  reason: string | null = null,
): DrillCommand => ({
  type: 'EvaluateDrill',
  items: [item('a', 5), item('b', null)],
  scores: new Map(
    scores.map(([id, score, why]) => [id, { score, reason: why === undefined ? null : seal(why) }]),
  ),
  contents: CONTENTS,
  person: seal('王主任'),
  reason: reason === null ? null : seal(reason),
})

describe('arranging', () => {
  const arrange = (part: object): DrillCommand => ({
    ...(arranged() as Extract<ReturnType<typeof arranged>, { type: 'DrillArranged' }>),
    ...{ type: 'ArrangeDrill' as const },
    ...part,
  })
  it('takes today and later; an event is set back at a desk alone (推演)', () => {
    expect(decide(null, arrange({}))).toEqual(recorded(arranged()))
    expect(codeOf(null, arrange({ day: '2026-11-23' }))).toBe('bad-input')
    expect(codeOf(null, arrange({ setBack: MINUTE }))).toBe('bad-input')
    expect(codeOf(null, arrange({ setBack: MINUTE, form: 'desk' }))).toBe('taken')
    expect(codeOf(null, { type: 'CallOffDrill', reason: seal('x') })).toBe('unknown-drill')
  })

  it('can be changed and called off until it starts, also after its day; never afterwards', () => {
    const planned = after(PLANNED)
    const late = on('2026-12-01')
    expect(codeOf(planned, { type: 'AmendDrill', changed: { day: '2026-11-23' } })).toBe(
      'bad-input',
    )
    expect(codeOf(planned, { type: 'AmendDrill', changed: { place: seal('p') } }, late)).toBe(
      'taken',
    )
    const running = after(PLANNED, STARTED)
    for (const command of [
      { type: 'AmendDrill', changed: {} },
      { type: 'CallOffDrill', reason: seal('x') },
      { type: 'StartDrill', incidentId: 'i2', number: null },
    ] as const)
      expect(codeOf(running, command)).toBe('drill-state')
    const off = after(PLANNED, [DAY, { type: 'DrillCalledOff', reason: seal('x') }])
    expect(stateOfDrill(off)).toBe('called-off')
    expect(codeOf(off, { type: 'StartDrill', incidentId: 'i2', number: null })).toBe('drill-state')
  })
})

describe('ending', () => {
  it('makes it a drill that counts, unless it was broken off', () => {
    expect(isHeld(after(PLANNED, STARTED))).toBe(false)
    expect(isHeld(after(PLANNED, STARTED, ENDED))).toBe(true)
    const broken = after(PLANNED, STARTED, [LATER, ended({ brokenOff: seal('真实火警') })])
    expect([stateOfDrill(broken), isHeld(broken)]).toEqual(['broken-off', false])
    expect(codeOf(broken, evaluate([['b', 3]]))).toBe('drill-state')
  })
})

describe('findings', () => {
  it('have their numbers, and are withdrawn once with a reason', () => {
    const finding = {
      type: 'FindingRecorded',
      findingId: 'f1',
      words: seal('w'),
      stepId: 's1',
    } as const
    const running = after(PLANNED, STARTED)
    const command = { type: 'RecordFinding', words: seal('w'), stepId: 's1' } as const
    expect(decide(running, command)).toEqual(recorded(finding))
    const first = after(PLANNED, STARTED, [DAY + 1, finding])
    expect(decide(first, command)).toEqual(recorded({ ...finding, findingId: 'f2' }))
    const withdraw = { type: 'WithdrawFinding', findingId: 'f1', reason: seal('r') } as const
    const without = after(
      PLANNED,
      STARTED,
      [DAY + 1, finding],
      [DAY + 2, { type: 'FindingWithdrawn', findingId: 'f1', reason: seal('r') }],
    )
    expect(codeOf(first, withdraw)).toBe('taken')
    expect(codeOf(without, withdraw)).toBe('no-change')
    expect(codeOf(first, { ...withdraw, findingId: 'f9' })).toBe('unknown-finding')
    expect(codeOf(after(PLANNED), command)).toBe('drill-state')
  })
})

describe('evaluating (AQ/T 9009)', () => {
  const over = after(PLANNED, STARTED, ENDED)

  it('needs a score where nothing is proposed, and a reason where another one is', () => {
    expect(codeOf(over, evaluate([]))).toBe('score-needed')
    expect(
      codeOf(
        over,
        evaluate([
          ['b', 3],
          ['a', 1],
        ]),
      ),
    ).toBe('reason-needed')
    expect(
      codeOf(
        over,
        evaluate([
          ['b', 3],
          ['x', 1],
        ]),
      ),
    ).toBe('bad-input')
    expect(
      decide(
        over,
        evaluate([
          ['b', 3],
          ['a', 1, '靠提醒才做'],
        ]),
      ),
    ).toMatchObject({
      events: [
        {
          ...{ type: 'DrillEvaluated', points: 4, most: 10, grade: 'poor' },
          items: [
            { id: 'a', proposed: 5, score: 1, reason: seal('靠提醒才做') },
            { id: 'b', score: 3, reason: null },
          ],
        },
      ],
    })
    expect(codeOf(after(PLANNED, STARTED), evaluate([['b', 3]]))).toBe('drill-state')
  })

  it('is replaced with a reason, and who took part has to see the new one', () => {
    const seen = after(
      PLANNED,
      STARTED,
      ENDED,
      [LATER, evaluated()],
      [LATER + 1, { type: 'DrillAcknowledged', participantId: 'p1' }],
    )
    expect(seen.acknowledged).toMatchObject({ p1: { by: '周敏' } })
    expect(codeOf(seen, { type: 'AcknowledgeDrill', participantId: 'p1' })).toBe('no-change')
    expect(codeOf(seen, { type: 'AcknowledgeDrill', participantId: 'p2' })).toBe('taken')
    expect(codeOf(seen, { type: 'AcknowledgeDrill', participantId: 'p9' })).toBe(
      'unknown-participant',
    )
    expect(codeOf(seen, evaluate([['b', 3]]))).toBe('reason-needed')
    expect(codeOf(seen, evaluate([['b', 3]], '漏了一项'))).toBe('taken')
    const again = after(
      PLANNED,
      STARTED,
      ENDED,
      [LATER, evaluated()],
      [LATER + 1, { type: 'DrillAcknowledged', participantId: 'p1' }],
      [LATER + 2, evaluated({ reason: seal('漏了一项') })],
    )
    expect(again.acknowledged).toEqual({})
  })

  it('is reported to the authority on a day between the drill and today', () => {
    const report = (day: string): string =>
      codeOf(over, { type: 'ReportDrillOut', day, to: seal('应急管理局') }, on('2026-11-26'))
    expect(['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27'].map(report)).toEqual([
      ...['bad-input', 'taken', 'taken', 'bad-input'],
    ])
  })
})
