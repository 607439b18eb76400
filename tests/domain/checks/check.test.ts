/** A run of a checklist: answers, points, signature (S01-09), what must come of a failure. */
import { describe, expect, it } from 'vitest'
import type { Check } from '#shared/domain/check/check.ts'
import { decideCheck, type CheckCommand } from '#shared/domain/check/decide.ts'
import { latest, type Checklist } from '#shared/domain/checklist/checklist.ts'
import { decideChecklist, type ChecklistWorld } from '#shared/domain/checklist/decide.ts'
import { localized } from '#shared/domain/text.ts'
import { recorded } from '../../kit/decider.ts'
import {
  after,
  answered,
  item,
  list,
  on,
  patrol,
  point,
  ROUNDS,
  seal,
  signed,
  started,
  version,
} from './lists.ts'

const AT = on('2026-11-24', '10:30')
const NUMBER = item('n', { kind: 'number', min: 0.07, max: 1, unit: localized('MPa', 'MPa') })
const run = (...events: Parameters<typeof after>[1][1][]): Check =>
  after('c1', [AT - 600_000, started()], ...events.map((event) => [AT - 60_000, event] as const))
const decide = (
  check: Check | null,
  command: CheckCommand,
  { of = list(), hazards = [] as string[], at = AT, by = '周敏' } = {},
) => decideCheck(check, command, { at, by }, { list: latest(of), hazards: new Set(hazards) })
const codeOf = (...args: Parameters<typeof decide>): string => {
  const decision = decide(...args)
  return decision.ok ? 'taken' : decision.code
}
const answer = (
  value: boolean | number | null | { sealed: string },
  part: Partial<Extract<CheckCommand, { type: 'AnswerItem' }>> = {},
): CheckCommand => ({
  ...({ type: 'AnswerItem', itemId: 'a', pointId: null, value, words: null } as const),
  ...{ remedied: false, doneAt: null },
  ...part,
})
const sign = (words: string | null = null): CheckCommand => ({
  ...({ type: 'SignCheck', person: seal('李工'), doneAt: null } as const),
  words: words === null ? null : seal(words),
})

describe('an answer', () => {
  it('is good by yes, or within the range, both ends included; what is not there is good', () => {
    const of = list({ items: [item('a'), NUMBER] })
    const ok = (command: CheckCommand): unknown => {
      const decision = decide(run(), command, { of })
      return decision.ok && decision.events[0]?.type === 'ItemAnswered' && decision.events[0].ok
    }
    expect([true, false, null].map((value) => ok(answer(value)))).toEqual([true, false, true])
    expect([0.07, 1, 0.06, 1.01].map((value) => ok(answer(value, { itemId: 'n' })))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(codeOf(run(), answer(3), { of })).toBe('bad-input')
    expect(codeOf(run(), answer(true, { itemId: 'n' }), { of })).toBe('bad-input')
  })
  it('is of an item and a point that the list has', () => {
    expect(codeOf(run(), answer(true, { itemId: 'x' }))).toBe('unknown-item')
    expect(codeOf(run(), answer(true, { pointId: '1' }))).toBe('unknown-point')
    expect(codeOf(run(), answer(true), { of: patrol() })).toBe('unknown-point')
    expect(codeOf(run(), answer(true, { pointId: '1' }), { of: patrol() })).toBe('taken')
    expect(codeOf(null, answer(true))).toBe('unknown-check')
  })
  it('may be told later from paper, not before the check began nor ahead of now', () => {
    const earlier = AT - 300_000
    expect(decide(run(), answer(true, { doneAt: earlier }))).toEqual(
      recorded({ ...answered('a', true), doneAt: earlier }),
    )
    expect(codeOf(run(), answer(true, { doneAt: AT + 1 }))).toBe('bad-input')
    expect(codeOf(run(), answer(true, { doneAt: AT - 3_600_000 }))).toBe('bad-input')
  })
})

describe('the signature', () => {
  it('waits for every item', () => {
    expect(decide(run(answered('a', true)), sign())).toMatchObject({
      ...{ ok: false, code: 'check-unfinished', details: ['查b / Check b'] },
    })
    expect(codeOf(run(answered('a', true), answered('b', true)), sign())).toBe('taken')
  })
  it('waits until something has come of what failed', () => {
    const failed = run(answered('a', false), answered('b', true))
    expect(codeOf(failed, sign())).toBe('check-unfinished')
    expect(codeOf(failed, sign(), { hazards: [' a'] })).toBe('taken')
    const remedied = run(answered('a', false, { remedied: true }), answered('b', true))
    expect(codeOf(remedied, sign())).toBe('taken')
    const reported = run(answered('b', true), answered('a', false), {
      ...({ type: 'FailureReported', itemId: 'a', pointId: null, incidentId: 'i1' } as const),
    })
    expect(codeOf(reported, sign())).toBe('taken')
  })
  it('asks of a round why points were left out', () => {
    const half = run({ type: 'PointTicked', pointId: '1', scanned: true })
    expect(codeOf(half, sign(), { of: patrol() })).toBe('reason-needed')
    expect(codeOf(half, sign('东门施工'), { of: patrol() })).toBe('taken')
    const whole = run(
      { type: 'PointTicked', pointId: '1', scanned: true },
      answered('a', false, { pointId: '2', remedied: true }), // who notes something there was there
    )
    expect(codeOf(whole, sign(), { of: patrol() })).toBe('taken')
  })
  it('ends it; ten seconds later it can no longer be taken back', () => {
    const done = after(
      'c1',
      [AT - 600_000, started()],
      [AT - 60_000, answered('a', true)],
      [AT - 60_000, answered('b', true)],
      [AT - 8_000, signed()],
    )
    expect(codeOf(done, answer(false))).toBe('check-over')
    expect(decide(done, { type: 'UndoCheckTurn' })).toEqual(recorded({ type: 'CheckTurnUndone' }))
    expect(codeOf(done, { type: 'UndoCheckTurn' }, { at: AT + 2_001 })).toBe('undo-over')
    expect(codeOf(done, { type: 'UndoCheckTurn' }, { by: '李工' })).toBe('undo-over')
  })
})

it('an answer of which an incident or a hazard came is not taken back', () => {
  const undo: CheckCommand = { type: 'UndoCheckTurn' }
  const at = AT - 55_000
  const came = { type: 'FailureReported', itemId: 'a', pointId: null, incidentId: 'i1' } as const
  expect(codeOf(run(answered('a', false)), undo, { at })).toBe('taken')
  expect(codeOf(run(answered('a', false), came), undo, { at })).toBe('undo-over')
  expect(codeOf(run(answered('a', false)), undo, { at, hazards: [' a'] })).toBe('undo-over')
  // the failure stays by an earlier answer
  const twice = run(answered('a', false), came, answered('a', false))
  expect(codeOf(twice, undo, { at })).toBe('taken')
  expect(codeOf(run(answered('a', false), came, answered('a', true)), undo, { at })).toBe('taken')
})

it('a failure is reported once, and only one', () => {
  const report = (itemId: string): CheckCommand => ({
    ...{ type: 'ReportFailure', itemId, pointId: null, incidentId: 'i1' },
  })
  const failed = run(answered('a', true), answered('b', false))
  expect(codeOf(failed, report('a'))).toBe('no-change')
  expect(decide(failed, report('b'))).toEqual(
    recorded({ type: 'FailureReported', itemId: 'b', pointId: null, incidentId: 'i1' }),
  )
  const again = run(answered('b', false), {
    ...({ type: 'FailureReported', itemId: 'b', pointId: null, incidentId: 'i1' } as const),
  })
  expect(codeOf(again, report('b'))).toBe('already-reported')
})

describe('a checklist', () => {
  const WORLD: ChecklistWorld = {
    longest: { roundMinutes: 120, months: { equipment: 6 } },
    open: ({ sealed } = { sealed: '' }) => sealed,
  }
  const saved = (part: Parameters<typeof version>[0] = {}, before: Checklist | null = null) => {
    const content = version(part)
    const decision = decideChecklist(
      before,
      { type: 'SaveChecklist', content: { ...content, shippedId: null, source: null } },
      WORLD,
    )
    return decision.ok ? 'taken' : decision.code
  }

  it('has items and points once each, and ranges the right way round', () => {
    expect(saved()).toBe('taken')
    expect(saved({ items: [] })).toBe('bad-input')
    expect(saved({ items: [item('a'), item('a')] })).toBe('bad-input')
    expect(saved({ points: [point('1'), point('1')] })).toBe('bad-input')
    expect(saved({ items: [item('a', { kind: 'number', min: 2, max: 1 })] })).toBe('bad-input')
    expect(saved({ kind: 'patrol' })).toBe('bad-input')
  })
  it('is never rarer than the policies of the site allow', () => {
    const points = [point('1')]
    expect(saved({ kind: 'patrol', points, rhythm: ROUNDS })).toBe('taken')
    expect(saved({ kind: 'patrol', points, rhythm: { ...ROUNDS, minutes: 150 } })).toBe('bad-input')
    expect(saved({ kind: 'equipment', rhythm: { every: 'months', months: 6 } })).toBe('taken')
    expect(saved({ kind: 'equipment', rhythm: { every: 'months', months: 7 } })).toBe('bad-input')
    expect(saved({ kind: 'site', rhythm: { every: 'months', months: 7 } })).toBe('taken')
    const short = { ...ROUNDS, minutes: 120, to: '10:00' }
    expect(saved({ kind: 'patrol', points, rhythm: short })).toBe('bad-input')
  })
  it('says why where it says the same, and is taken back into use', () => {
    expect(saved({}, list())).toBe('no-change')
    const over = { ...list(), withdrawn: { at: AT, by: '周敏', reason: seal('r') } }
    expect(saved({}, over)).toBe('taken')
    const withdraw = (before: Checklist | null): string => {
      const decision = decideChecklist(
        before,
        { type: 'WithdrawChecklist', reason: seal('r') },
        WORLD,
      )
      return decision.ok ? 'taken' : decision.code
    }
    expect([null, list(), over].map(withdraw)).toEqual([
      'unknown-checklist',
      'taken',
      'checklist-over',
    ])
  })
})
