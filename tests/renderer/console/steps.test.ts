/** Tests how the steps and questions of running plans are grouped and worded. */
import { describe, expect, it } from 'vitest'
import {
  answerKeys,
  chosenOf,
  numberFrom,
  questionsOf,
} from '#renderer/console/components/incident/questions.ts'
import {
  listedRows,
  stageFolds,
  stepsView,
} from '#renderer/console/components/incident/step-rows.ts'
import { startsWith } from '#renderer/console/pages/now/next/limit-start.ts'
import {
  afterState,
  waitsForAnswer,
  waitsForWords,
} from '#renderer/console/components/incident/waiting-words.ts'
import type { Anchor, Plan } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { fact, incident, NOW, step } from '../board-parts.ts'

const of = (id: string, roleId: string, more = {}) =>
  step({ id, roleId, role: localized(roleId, roleId), people: [], ...more })
const shape = (shown: ReturnType<typeof incident>) =>
  stepsView(shown).todo.map(
    (row) =>
      `${row.owner ? `${row.owner.role.zh}:` : ''}${row.kind === 'step' ? row.step.id : `?${row.question.fact.key}`}`,
  )

describe('steps by group', () => {
  it('put the group of the next action first and keep the order of the plan within a group', () => {
    const running = incident({
      steps: [of('a1', 'a'), of('b1', 'b'), of('a2', 'a'), of('b2', 'b', { lifeSafety: true })],
    })
    expect(running.next).toBe('b2')
    expect(shape(running)).toEqual(['b:b1', 'b2', 'a:a1', 'a2'])
  })

  it('put a question in front of the first step that it decides, under the one who decides it', () => {
    const size = fact({
      key: 'size',
      decides: ['a2', 'b1'],
      decidedBy: localized('领导', 'Leader'),
    })
    expect(
      shape(
        incident({
          steps: [of('a1', 'a'), of('a2', 'a', { state: 'waiting' }), of('b1', 'b')],
          facts: [size],
        }),
      ),
    ).toEqual(['a:a1', '领导:?size', 'a:a2', 'b:b1'])
  })

  it('leave out a question that is not to be asked yet', () => {
    const facts = [fact({ key: 'fault', later: true }), fact({ key: 'size', decides: ['a1'] })]
    expect(shape(incident({ steps: [of('a1', 'a')], facts })).join()).not.toContain('?fault')
    expect(shape(incident({ steps: [of('a1', 'a')], facts })).join()).toContain('?size')
  })

  it('keep a question at hand whose steps do not apply by its answer, and put one that decides nothing last', () => {
    const facts = [fact({ key: 'note' }), fact({ key: 'size', value: 'no', decides: ['h'] })]
    expect(
      shape(
        incident({
          steps: [of('a1', 'a'), of('h', 'a', { state: 'hidden' }), of('b1', 'b')],
          facts,
        }),
      ),
    ).toEqual(['a:a1', '信息中心:?size', 'b:b1', '信息中心:?note'])
  })

  it('part what is done from what does not apply, and count each once', () => {
    const steps = [
      of('open', 'a'),
      of('wait', 'a', { state: 'waiting' }),
      of('early', 'a', { state: 'done', doneAt: NOW - 2 }),
      of('late', 'a', { state: 'already-done', doneAt: NOW - 1 }),
      of('skip', 'a', { state: 'skipped', doneAt: NOW - 3 }),
      of('na', 'a', { state: 'not-applicable', doneAt: NOW }),
      of('hid', 'a', { state: 'hidden' }),
    ]
    const view = stepsView(incident({ steps }))
    expect(view.done.map(({ id }) => id)).toEqual(['late', 'early', 'skip'])
    expect(view.outside.map(({ id }) => id)).toEqual(['na', 'hid'])
    expect(view.counts).toEqual({ done: 2, skipped: 1, todo: 2 })
  })
})

describe('what stands in the list, and what is folded', () => {
  const running = incident({
    steps: [
      of('call', 'a', { stage: 'report' }),
      of('tell', 'b', { stage: 'report', state: 'waiting' }),
      of('told', 'a', { stage: 'report', state: 'done', doneAt: NOW }),
      of('seen', 'a', { stage: 'verify', state: 'skipped', doneAt: NOW }),
      of('later', 'a', { stage: 'recover', state: 'waiting' }),
    ],
    facts: [
      fact({ key: 'large' }),
      fact({ key: 'safe', value: 'no', question: localized('安全吗', 'Safe?') }),
    ],
  })
  const view = stepsView(running)
  const keys = (tight: boolean) =>
    listedRows(view, tight).map((row) =>
      row.kind === 'step' ? row.step.id : `?${row.question.fact.key}`,
    )
  const folds = (tight: boolean) =>
    stageFolds(view, listedRows(view, tight)).map(({ stage, done, waiting }) => [
      stage,
      done.length,
      waiting.length,
    ])

  it('a stage in which something is open keeps what waits in it; the others are folded', () => {
    expect(keys(false)).toEqual(['call', 'tell', '?large', '?safe'])
    expect(folds(false)).toEqual([
      ['report', 1, 0],
      ['verify', 1, 0],
      ['recover', 0, 1],
    ])
  })

  it('where room is short only what is open stands there, and the counts say the rest', () => {
    expect(keys(true)).toEqual(['call', '?large'])
    expect(folds(true)).toEqual([
      ['report', 1, 1],
      ['verify', 1, 0],
      ['recover', 0, 1],
    ])
  })

  it('an owner is named again where the row above him is folded', () => {
    const between = stepsView(
      incident({
        steps: [of('b1', 'b'), of('a1', 'a', { state: 'waiting', stage: 'review' }), of('b2', 'b')],
      }),
    )
    expect(listedRows(between, true).map(({ owner }) => owner?.role.zh)).toEqual(['b', undefined])
  })
})

describe('the questions of the running plans', () => {
  it('are asked once where plans mean the same, and by plan where they do not', () => {
    const other = { options: [{ value: 'large', label: localized('大', 'Large') }] }
    expect(
      questionsOf([
        fact({ key: 'x', planId: 'p', decides: ['1'] }),
        fact({ key: 'x', planId: 'q', decides: ['2'] }),
      ]),
    ).toMatchObject([{ planId: null, decides: ['1', '2'] }])
    expect(
      questionsOf([fact({ key: 'x', planId: 'p' }), fact({ key: 'x', planId: 'q', ...other })]).map(
        ({ planId }) => planId,
      ),
    ).toEqual(['p', 'q'])
  })

  it('give the one to ask now its keys first, and lend it those of the last where none are left', () => {
    const four = ['a', 'b', 'c', 'd'].map((key) => question(key))
    const five = [...four, question('e')]
    expect(firstDigits(answerKeys(five, new Map(), 'e'))[0]).toEqual(['e', 1])
    expect(firstDigits(answerKeys(five, answerKeys(four), 'e'))).toEqual([
      ['a', 1],
      ['b', 3],
      ['c', 5],
      ['e', 7],
    ])
  })

  it('leave out what the calendar answers', () => {
    expect(questionsOf([fact({ kind: 'calendar' })])).toEqual([])
  })

  const question = (key: string, more = {}) => questionsOf([fact({ key, ...more })])[0]!
  const firstDigits = (keys: ReadonlyMap<string, number>) =>
    [...keys].map(([key, first]) => [key.split(' ')[0], first])

  it('get the keys 1 to 9 in the order shown: options, a confirm for several, one for a number', () => {
    const shown = [
      question('a'),
      question('b', { value: 'yes' }),
      question('c', { several: true, kind: 'choice' }),
      question('d', { kind: 'number', options: [] }),
    ]
    expect(firstDigits(answerKeys(shown))).toEqual([
      ['a', 1],
      ['c', 3],
      ['d', 6],
    ])
    expect(
      firstDigits(
        answerKeys([question('a'), question('b'), question('c'), question('d'), question('e')]),
      ),
    ).toEqual([
      ['a', 1],
      ['b', 3],
      ['c', 5],
      ['d', 7],
    ])
  })

  it('keep their digits as long as they are shown, also once answered; new ones take free digits, wherever they stand', () => {
    const before = answerKeys([question('a'), question('b')])
    const after = answerKeys(
      [question('new'), question('a', { value: 'yes', answeredAt: NOW }), question('b')],
      before,
    )
    expect(firstDigits(after)).toEqual([
      ['a', 1],
      ['b', 3],
      ['new', 5],
    ])
    expect(firstDigits(answerKeys([question('b'), question('newer')], after))).toEqual([
      ['b', 3],
      ['newer', 1],
    ])
  })

  it('lend the digits of the one answered longest ago when none are free, never of the one answered last', () => {
    const lentBefore = answerKeys([question('a'), question('b'), question('c'), question('d')])
    const answered = (key: string, ago: number) =>
      question(key, { value: 'yes', answeredAt: NOW - ago })
    expect(
      firstDigits(
        answerKeys(
          [answered('a', 1), answered('b', 2), question('c'), question('d'), question('e')],
          lentBefore,
        ),
      ),
    ).toEqual([
      ['a', 1],
      ['c', 5],
      ['d', 7],
      ['e', 3],
    ])
    expect(
      firstDigits(
        answerKeys(
          [answered('a', 1), question('b'), question('c'), question('d'), question('e')],
          lentBefore,
        ),
      ).map(([key]) => key),
    ).toEqual(['a', 'b', 'c', 'd'])
  })

  it('take numbers from zero up and nothing else', () => {
    expect([
      numberFrom('3'),
      numberFrom(' 5,000 '),
      numberFrom('2.5'),
      numberFrom('-1'),
      numberFrom(''),
      numberFrom('三'),
    ]).toEqual([3, 5000, 2.5, null, null, null])
    expect([chosenOf(null), chosenOf('a'), chosenOf(['a', 'b']), chosenOf(3)]).toEqual([
      [],
      ['a'],
      ['a', 'b'],
      [],
    ])
  })
})

it('a clock that has not started is started by the step or the answer that its plan counts from', () => {
  const plan = (from: Anchor) =>
    ({ steps: [{ id: 'late', due: { within: 1, from } }] }) as unknown as Plan
  const running = incident({
    steps: [of('first', 'a', { title: localized('先做', 'First') })],
    facts: [fact({ key: 'size', question: localized('火大吗', 'Large?') })],
  })
  const starts = (from: Anchor) => startsWith('late', plan(from), running.steps, running.facts)
  expect(starts({ step: 'first' })).toEqual({ by: 'step', what: localized('先做', 'First') })
  expect(starts({ fact: 'size' })).toEqual({ by: 'fact', what: localized('火大吗', 'Large?') })
  expect([
    starts('occurred'),
    starts({ step: 'gone' }),
    startsWith('other', plan({ step: 'first' }), running.steps, running.facts),
  ]).toEqual([null, null, null])
})

it('a waiting step says what it waits for: the question, or the step before it', () => {
  const running = incident({
    steps: [of('first', 'a', { short: localized('先做', 'First') })],
    facts: [fact({ key: 'size', question: localized('火大吗', 'Large?') })],
  })
  expect(waitsForWords({ waitsFor: ['size', 'first'] }, running, 'zh')).toBe('火大吗、先做')
  const contained = { waitsFor: [], waitsForState: 'contained' } as const
  expect(waitsForWords(contained, running, 'zh')).toBe('已控制')
  expect([waitsForAnswer(contained, running), afterState(contained)?.zh]).toEqual([false, '受控后'])
  expect(waitsForAnswer({ waitsFor: ['first'] }, running)).toBe(false)
  expect(waitsForAnswer({ waitsFor: ['size'] }, running)).toBe(true)
})
