/** Obligations: when one is due, in which order they stand, and what is counted. */
import { describe, expect, it, test } from 'vitest'
import { instantOf } from '#shared/domain/calendar.ts'
import { drawObligation } from '#shared/domain/readiness/draw.ts'
import { OBLIGATION_KINDS } from '#shared/domain/readiness/kinds.ts'
import {
  countsOf,
  daysLeft,
  isDueNow,
  isShownOn,
  worstObligationsFirst,
  type Obligation,
} from '#shared/domain/readiness/obligation.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR_MS } from '#shared/domain/units.ts'

const ZONE = 'Asia/Shanghai'
const today = '2028-02-29'
const now = instantOf(today, 12 * HOUR_MS, ZONE)
const AT = { today, now }

const obligation = (id: string, part: Partial<Obligation> = {}): Obligation => ({
  ...{ kind: 'action', about: { id, name: null }, owner: null, due: today, dueAt: null },
  ...{ remindFrom: null, isCritical: false, count: 1, to: ['actions', id] },
  ...part,
})

describe('something is due', () => {
  test('on its day and after it, and all along where it was never done', () => {
    const isDue = (due: string | null) => isDueNow({ due, dueAt: null }, AT)
    expect(['2028-02-28', today, '2028-03-01', null].map(isDue)).toEqual([true, true, false, true])
  })
  test('at its instant where it has one, whatever the day', () => {
    const isDue = (dueAt: number) => isDueNow({ due: today, dueAt }, AT)
    expect([now - 1, now, now + 1].map(isDue)).toEqual([true, true, false])
  })
  test('in so many days, over a leap day too', () => {
    const left = (due: string | null) => daysLeft({ due }, '2028-02-28')
    expect([left('2028-03-01'), left('2028-02-28'), left('2028-02-27'), left(null)]).toEqual([
      ...[2, 0, -1],
      null,
    ])
  })
})

test('it is shown from its reminder on, and always where it is critical', () => {
  const isShown = (remindFrom: string | null, isCritical = false) =>
    isShownOn({ remindFrom, isCritical }, today)
  expect([isShown(today), isShown('2028-03-01'), isShown(null)]).toEqual([true, false, true])
  expect(isShown('2028-03-01', true)).toBe(true)
})

describe('the worst stand first', () => {
  it('a short shift before what is critical for longer, then the critical that comes, then by day', () => {
    const lines = worstObligationsFirst(
      [
        obligation('coming', { due: '2028-03-05' }),
        obligation('overdue', { due: '2028-01-31' }),
        obligation('never', { due: null }),
        obligation('soon', { due: '2028-03-01', isCritical: true }),
        obligation('expired', { due: '2027-12-31', isCritical: true }),
        obligation('night', { kind: 'shift', isCritical: true }),
      ],
      AT,
    )
    expect(lines.map(({ about }) => about.id)).toEqual([
      ...['night', 'expired', 'soon', 'overdue', 'never', 'coming'],
    ])
  })
  it('what has no day stands after what is late by days, among the critical of its kind too', () => {
    const lines = worstObligationsFirst(
      [
        obligation('signatures', { kind: 'sign-off', due: null }),
        obligation('issue', { kind: 'plan-issue', due: null }),
        obligation('late', { due: '2028-01-30' }),
        obligation('today'),
        obligation('untrained', { kind: 'training', due: null, isCritical: true }),
        obligation('expired', { kind: 'training', due: '2028-02-01', isCritical: true }),
      ],
      AT,
    )
    expect(lines.map(({ about }) => about.id)).toEqual([
      ...['expired', 'untrained', 'late', 'today', 'signatures', 'issue'],
    ])
  })
  it('of one day by kind and then by id, however they come', () => {
    const lines = [obligation('b'), obligation('a'), obligation('c', { kind: 'numbers' })]
    const ids = (list: readonly Obligation[]) =>
      worstObligationsFirst(list, AT).map(({ about }) => about.id)
    expect(ids(lines)).toEqual(['a', 'b', 'c'])
    expect(ids(lines.toReversed())).toEqual(['a', 'b', 'c'])
  })
})

test('the two counts are of all that is critical and of all that is due', () => {
  const lines = [
    obligation('a', { isCritical: true }),
    obligation('b', { isCritical: true, due: '2028-03-01' }),
    obligation('c'),
    obligation('d', { due: '2028-03-01' }),
  ]
  expect(countsOf(lines, AT)).toEqual({ critical: 2, due: 2 })
  expect(countsOf([], AT)).toEqual({ critical: 0, due: 0 })
})

test('a line says what, in both languages, and holds the seal of a name', () => {
  const drawn = drawObligation(
    obligation('n', {
      kind: 'shift',
      about: { id: 'night', name: localized('夜班', 'Night') },
      count: 2,
    }),
    AT,
  )
  expect(drawn).toMatchObject({
    ...{ id: 'shift:night', part: 'people', daysLeft: 0, isDue: true, owner: null },
    line: { zh: '夜班缺2人', en: 'Night: 2 people short' },
  })
  const sealed = 'ab'.repeat(32)
  expect(
    drawObligation(obligation('a', { about: { id: 'a', name: { sealed } } }), AT).line.zh,
  ).toContain(sealed)
})

test.each(OBLIGATION_KINDS)('a line of %s says something in both languages', (kind) => {
  const { line, proof } = drawObligation(
    obligation('x', { kind, about: { id: 'x', name: localized('甲', 'A') } }),
    AT,
  )
  for (const text of [line, proof])
    expect([text.zh, text.en].every((words) => words.length > 1)).toBe(true)
})
