/**
 * The linter over how questions are asked: each rule with one planted error, and sound questions
 * without a finding.
 */
import { describe, expect, it } from 'vitest'
import { lintLibrary, lintPlan, type LintedLibrary } from '#shared/domain/plan/lint.ts'
import type { Condition, Plan, Question, StartRule } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { fact, sampleDocument, samplePlan, withFact, withStep } from './sample.ts'

const from = (part: Partial<NonNullable<Question['from']>>): Partial<Question> => ({
  from: { type: {}, channel: {}, heard: {}, ...part },
})
const several = (part: Partial<Question>): Plan => withFact('size', { several: true, ...part })
const rule = (when: Condition): StartRule => ({
  when,
  then: 'propose',
  why: localized('因', 'Why'),
  clause: 'C-1',
  handsOver: true,
})

const decides = (part: Partial<Question> = {}): Plan => ({
  ...withFact('size', part),
  steps: withStep('s-2', { lifeSafety: true, when: { fact: 'size', is: 'large' } }).steps,
})

const planted: [code: string, path: string, plan: Plan][] = [
  [
    'unknown-option',
    'facts.size.inDoubt.answer',
    withFact('size', { inDoubt: { answer: 'huge' } }),
  ],
  [
    'unknown-option',
    'facts.size.inDoubt.answer',
    several({ inDoubt: { answer: ['large', 'huge'] } }),
  ],
  ['wrong-kind', 'facts.size.inDoubt.answer', withFact('size', { inDoubt: { answer: 5 } })],
  ['wrong-kind', 'facts.size.inDoubt.answer', withFact('size', { inDoubt: { answer: ['large'] } })],
  ['wrong-kind', 'facts.loss.inDoubt.answer', withFact('loss', { inDoubt: { answer: 'large' } })],
  [
    'wrong-kind',
    'facts.day.inDoubt',
    samplePlan({
      facts: [
        ...samplePlan().facts,
        fact('day', { kind: 'calendar', recordOnly: true, inDoubt: { answer: 'small' } }),
      ],
    }),
  ],
  [
    'unknown-option',
    'facts.size.from.type',
    withFact('size', from({ type: { 'top.kind': 'huge' } })),
  ],
  [
    'unknown-option',
    'facts.size.from.channel',
    withFact('size', from({ channel: { 热线: 'huge' } })),
  ],
  [
    'unknown-option',
    'facts.size.from.heard',
    withFact('size', from({ heard: { huge: ['很大'] } })),
  ],
  ['wrong-kind', 'facts.loss.from', withFact('loss', from({ heard: { large: ['很多钱'] } }))],
  [
    'unknown-step',
    'facts.size.ask.from',
    withFact('size', { ask: { from: { step: 's-9' }, within: null } }),
  ],
  [
    'unknown-fact',
    'facts.size.ask.from',
    withFact('size', { ask: { from: { fact: 'colour' }, within: null } }),
  ],
  [
    'due-not-positive',
    'facts.size.ask.within',
    withFact('size', { ask: { from: null, within: 0 } }),
  ],
  [
    'ask-waits',
    'facts.size.ask.from',
    withFact('size', { ask: { from: { step: 's-3' }, within: null } }),
  ],
  [
    'ask-waits',
    'facts.size.ask.from',
    withFact('size', { ask: { from: { fact: 'size' }, within: null } }),
  ],
  ['no-in-doubt', 'facts.size.inDoubt', decides()],
  [
    'no-in-doubt',
    'facts.safe.inDoubt',
    withStep('s-1', { when: { not: { fact: 'safe', is: 'yes' } } }),
  ],
  [
    'no-in-doubt',
    'facts.loss.inDoubt',
    withStep('s-1', { due: { within: 60_000, from: { fact: 'loss' } } }),
  ],
  ['hands-over-nothing', 'start.0.handsOver', samplePlan({ start: [rule({ level: 1 })] })],
  [
    'holds-in-every-branch',
    'steps.s-2.when',
    withStep('s-2', { when: { fact: 'size', is: ['small', 'large'] } }),
  ],
  [
    'holds-in-every-branch',
    'steps.s-2.when',
    withStep('s-2', {
      when: {
        all: [
          { step: 's-1', is: 'late' },
          { any: [{ fact: 'safe', is: 'yes' }, { not: { fact: 'safe', is: 'yes' } }] },
        ],
      },
    }),
  ],
]

describe('each planted error is found, at its place, and alone', () => {
  it.each(planted)('%s %s', (code, path, plan) => {
    expect(lintPlan(plan).map((finding) => [finding.code, finding.path])).toEqual([[code, path]])
  })

  it('a ring of two questions and a step', () => {
    const plan = withFact('size', { ask: { from: { step: 's-2' }, within: 60_000 } })
    const ring = {
      ...plan,
      facts: plan.facts.map((fact) =>
        fact.key === 'safe' ? { ...fact, ask: { from: { fact: 'size' }, within: null } } : fact,
      ),
      steps: plan.steps.map((step) =>
        step.id === 's-2' ? { ...step, when: { fact: 'safe', is: 'no' } as const } : step,
      ),
    }
    expect(lintPlan(ring).map(({ code }) => code)).toEqual(['ask-waits', 'ask-waits'])
  })

  it('a type that the report cannot have', () => {
    const library: LintedLibrary = {
      documents: [sampleDocument()],
      plans: [withFact('size', from({ type: { 'top.other': 'large', top: 'small' } }))],
    }
    expect(lintLibrary(library).map(({ code, path }) => [code, path])).toEqual([
      ['unknown-type', 'facts.size.from.type'],
    ])
  })
})

it('a plan from before loads all the same: what it lacks is a warning, never an error', () => {
  expect(lintPlan(decides()).map(({ severity }) => severity)).toEqual(['warning'])
})

describe('a sound question has no finding', () => {
  const sound: [what: string, plan: Plan][] = [
    ['a life hangs on it, with an answer for doubt', decides({ inDoubt: { answer: 'large' } })],
    ['an option', withFact('size', { inDoubt: { answer: 'large' } })],
    ['a list where several hold', several({ inDoubt: { answer: ['small', 'large'] } })],
    ['a number', withFact('loss', { inDoubt: { answer: 6000 } })],
    ['a reason', withFact('size', { inDoubt: { none: localized('相反', 'They exclude') } })],
    [
      'asked from a step that waits for nothing',
      withFact('size', { ask: { from: { step: 's-1' }, within: 60_000 } }),
    ],
    [
      'answered by the report',
      withFact('size', from({ channel: { 热线: 'small' }, heard: { large: ['很大'] } })),
    ],
    [
      'a condition that is false for one answer',
      {
        ...several({}),
        steps: withStep('s-2', {
          when: {
            any: [{ not: { fact: 'size', is: 'small' } }, { not: { fact: 'size', is: 'large' } }],
          },
        }).steps,
      },
    ],
  ]
  it.each(sound)('%s', (_what, plan) => {
    expect(lintPlan(plan)).toEqual([])
  })
})
