/**
 * The linter over how plans start, bring each other, are confirmed and repeat: each rule with one
 * planted error, and sound plans without a finding.
 */
import { describe, expect, it } from 'vitest'
import { lintLibrary, lintPlan, type LintedLibrary } from '#shared/domain/plan/lint.ts'
import type { Condition, Plan, StartRule } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { fact, sampleDocument, samplePlan, step, withStep } from './sample.ts'

const HALF_HOUR = 1_800_000
const activation = { by: 'desk', confirmedBy: 'boss', clause: 'C-1' }
const rule = (when: Condition, part: Partial<StartRule> = {}): StartRule => ({
  when,
  then: 'propose',
  why: localized('因', 'Why'),
  clause: 'C-1',
  ...part,
})
const repeat = { every: HALF_HOUR, until: 'contained' as const }
const what = localized('转下一份', 'Go on')

const planted: [code: string, path: string, plan: Plan][] = [
  ['unknown-role', 'activation.by', samplePlan({ activation: { ...activation, by: 'nobody' } })],
  [
    'unknown-role',
    'activation.confirmedBy',
    samplePlan({ activation: { ...activation, confirmedBy: 'nobody' } }),
  ],
  [
    'unknown-clause',
    'activation.clause',
    samplePlan({ activation: { ...activation, clause: 'C-9' } }),
  ],
  [
    'unknown-clause',
    'start.0.clause',
    samplePlan({ start: [rule({ level: 1 }, { clause: 'C-9' })] }),
  ],
  ['confirms-without-activation', 'steps.s-2.confirms', withStep('s-2', { confirms: true })],
  [
    'two-confirms',
    'steps.s-3.confirms',
    samplePlan({
      activation,
      steps: samplePlan().steps.map((step) =>
        step.id === 's-1' ? step : { ...step, confirms: true },
      ),
    }),
  ],
  [
    'start-reads-nothing',
    'start.1.when',
    samplePlan({ start: [rule({ level: 1 }), rule({ not: { all: [] } })] }),
  ],
  [
    'start-cannot-read',
    'start.0.when',
    samplePlan({ start: [rule({ any: [{ level: 1 }, { step: 's-1', is: 'done' }] })] }),
  ],
  ['start-cannot-read', 'start.0.when', samplePlan({ start: [rule({ calendar: 'holiday' })] })],
  [
    'start-cannot-read',
    'start.0.when',
    samplePlan({ start: [rule({ elapsed: HALF_HOUR, from: 'activated' })] }),
  ],
  ['repeat-without-due', 'steps.s-2.repeat', withStep('s-2', { repeat })],
  [
    'repeat-not-positive',
    'steps.s-1.repeat.every',
    withStep('s-1', { repeat: { ...repeat, every: 0 } }),
  ],
  ['replaces-without-base', 'replaces', samplePlan({ replaces: ['t-1'] })],
]

const base = (part: Partial<Plan> = {}): Plan =>
  samplePlan({
    id: 'base',
    steps: [step('b-1'), step('b-2', { when: { step: 'b-1', is: 'done' } })],
    facts: [fact('loud', { recordOnly: true })],
    ...part,
  })
const library = (...plans: Plan[]): LintedLibrary => ({ documents: [sampleDocument()], plans })
const starts = (plan: string | null, part: Partial<Plan> = {}): Plan => ({
  ...withStep('s-2', { starts: { plan, handsOver: false, what } }),
  ...part,
})

const plantedInLibrary: [code: string, path: string, library: LintedLibrary][] = [
  ['unknown-plan', 'extends', library(samplePlan({ extends: 'gone' }))],
  ['unknown-plan', 'steps.s-2.starts.plan', library(starts('gone'))],
  ['starts-itself', 'steps.s-2.starts.plan', library(starts('sample'))],
  [
    'unknown-step',
    'replaces',
    library(samplePlan({ extends: 'base', replaces: ['b-2', 'b-9'] }), base()),
  ],
  [
    'replaced-step-needed',
    'replaces',
    library(samplePlan({ extends: 'base', replaces: ['b-1'] }), base()),
  ],
  [
    'replaced-step-needed',
    'replaces',
    library(
      samplePlan({ extends: 'base', replaces: ['b-1'] }),
      base({
        steps: [
          step('b-1'),
          step('b-2', {
            due: { within: 1, from: { step: 'b-1' } },
            late: [{ after: 0, notify: 'boss', say: null, proposed: false }],
          }),
        ],
      }),
    ),
  ],
  ['annex-cycle', 'extends', library(samplePlan({ extends: 'base' }), base({ extends: 'sample' }))],
  ['annex-cycle', 'extends', library(samplePlan({ extends: 'sample' }))],
  [
    'plan-elsewhere',
    'extends',
    library(samplePlan({ extends: 'base', siteKinds: ['mall', 'hotel'] }), base()),
  ],
  [
    'plan-elsewhere',
    'steps.s-2.starts.plan',
    library(starts('base'), base({ siteKinds: ['hotel'] })),
  ],
  [
    'confirms-without-activation',
    'steps.s-2.confirms',
    library({ ...withStep('s-2', { confirms: true }), extends: 'base' }, base()),
  ],
  [
    'unknown-fact',
    'start.0.when',
    library(samplePlan({ start: [rule({ fact: 'quiet', is: 'large' })] }), base()),
  ],
  [
    'unknown-fact',
    'start.0.when',
    library(samplePlan({ start: [rule({ fact: 'size', is: 'large' })] }), base()),
  ], // its own question: nobody asks it while the plan does not run
  [
    'unknown-option',
    'start.0.when',
    library(samplePlan({ start: [rule({ fact: 'loud', is: ['large', 'huge'] })] }), base()),
  ],
  [
    'wrong-kind',
    'start.0.when',
    library(samplePlan({ start: [rule({ fact: 'loud', over: 3 })] }), base()),
  ],
  [
    'unknown-type',
    'start.0.when',
    library(samplePlan({ start: [rule({ type: ['top', 'bottom'] })] })),
  ],
  [
    'unknown-type',
    'steps.s-2.when',
    library(withStep('s-2', { when: { not: { type: ['top.none'] } } })),
  ],
  ['unknown-level', 'steps.s-2.when', library(withStep('s-2', { when: { level: 2 } }))],
  ['unknown-level', 'start.0.when', library(samplePlan({ start: [rule({ level: 2 })] }))],
]

describe('a plan is refused', () => {
  it.each(planted)('%s at %s', (code, path, plan) => {
    expect(lintPlan(plan)).toMatchObject([{ code, path, severity: 'error' }])
  })

  it.each(plantedInLibrary)('%s at %s, over the library', (code, path, all) => {
    expect(lintLibrary(all).filter(({ planId }) => planId === 'sample')).toMatchObject([
      { code, path, severity: 'error' },
    ])
  })

  it('in both languages', () => {
    const findings = [
      ...planted.flatMap(([, , plan]) => lintPlan(plan)),
      ...plantedInLibrary.flatMap(([, , all]) => lintLibrary(all)),
    ]
    expect(
      findings.filter(
        ({ message }) => !/[\u4e00-\u9fff]/.test(message.zh) || /[\u4e00-\u9fff]/.test(message.en),
      ),
    ).toEqual([])
  })
})

describe('sound plans have no finding', () => {
  const sound: [what: string, library: LintedLibrary][] = [
    [
      'an annex that replaces what hangs together',
      library(samplePlan({ extends: 'base', replaces: ['b-1', 'b-2'] }), base()),
    ],
    [
      'an annex of an annex, replacing steps of both',
      library(
        samplePlan({ extends: 'middle', replaces: ['b-2', 'm-1'] }),
        samplePlan({ id: 'middle', extends: 'base', steps: [step('m-1')], facts: [] }),
        base(),
      ),
    ],
    [
      'an annex that is confirmed as its base is',
      library({ ...withStep('s-2', { confirms: true }), extends: 'base' }, base({ activation })),
    ],
    [
      'a base whose waiting step goes on without the replaced one',
      library(
        samplePlan({ extends: 'base', replaces: ['b-1'] }),
        base({ steps: [step('b-1'), step('b-2', { after: ['b-1'] })] }),
      ),
    ],
    [
      'a step that starts another plan, and one that leaves it open',
      library(
        {
          ...starts('base'),
          steps: [
            ...starts('base').steps,
            step('s-4', { starts: { plan: null, handsOver: true, what } }),
          ],
        },
        base(),
      ),
    ],
    [
      'a rule over everything that a rule may read',
      library(
        samplePlan({
          start: [
            rule({
              all: [
                { fact: 'loud', is: 'large' },
                { type: ['top'] },
                { level: 1 },
                { casualties: 'hurt', over: 0 },
                { elapsed: HALF_HOUR, from: 'reported' },
              ],
            }),
          ],
        }),
        base(),
      ),
    ],
    [
      'a step that repeats and confirms',
      library({ ...withStep('s-1', { repeat, confirms: true }), activation }),
    ],
  ]
  it.each(sound)('%s', (_what, all) => {
    expect(lintLibrary(all)).toEqual([])
  })
})
