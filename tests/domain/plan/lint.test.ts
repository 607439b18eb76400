/**
 * The linter of plans: each rule with one planted error, and a sound plan without a
 * finding.
 */
import { describe, expect, it } from 'vitest'
import { lintLibrary, lintPlan, type LintedLibrary } from '#shared/domain/plan/lint.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { fact, role, sampleDocument, samplePlan, step, withFact, withStep } from './sample.ts'

const within = 60_000
const timed = {
  due: { within, from: 'reported' as const },
  late: [{ after: 0, notify: 'boss', say: null, proposed: false }],
}
const large = { fact: 'size', is: 'large' }
const small = { fact: 'size', is: 'small' }

const planted: [code: string, path: string, plan: Plan][] = [
  ['unknown-role', 'commander', samplePlan({ commander: 'nobody' })],
  ['unknown-role', 'facts.size.decidedBy', withFact('size', { decidedBy: 'nobody' })],
  ['unknown-role', 'steps.s-1.role', withStep('s-1', { role: 'nobody' })],
  ['unknown-role', 'steps.s-1.helpers', withStep('s-1', { helpers: ['nobody'] })],
  [
    'unknown-role',
    'steps.s-1.late',
    withStep('s-1', { late: [{ after: 0, notify: 'nobody', say: null, proposed: false }] }),
  ],
  [
    'unknown-role',
    'steps.s-1.calls',
    withStep('s-1', { calls: [{ number: null, who: localized('谁', 'Who'), role: 'nobody' }] }),
  ],
  [
    'unknown-role',
    'roles.desk.substitutes',
    samplePlan({ roles: [{ ...role('desk'), substitutes: ['nobody'] }, role('boss')] }),
  ],
  ['unknown-step', 'steps.s-3.after', withStep('s-3', { after: ['s-9'] })],
  ['unknown-step', 'steps.s-2.when', withStep('s-2', { when: { step: 's-9', is: 'done' } })],
  [
    'unknown-step',
    'steps.s-1.due.from',
    withStep('s-1', { due: { within, from: { step: 's-9' } } }),
  ],
  [
    'unknown-step',
    'steps.s-2.when',
    withStep('s-2', { when: { elapsed: within, from: { step: 's-9' } } }),
  ],
  [
    'unknown-fact',
    'steps.s-2.when',
    withStep('s-2', { when: { not: { fact: 'colour', is: 'red' } } }),
  ],
  [
    'unknown-fact',
    'steps.s-1.due.from',
    withStep('s-1', { due: { within, from: { fact: 'colour' } } }),
  ],
  ['unknown-clause', 'steps.s-1.clause', withStep('s-1', { clause: 'C-9' })],
  ['unknown-clause', 'steps.s-1.clauses', withStep('s-1', { clauses: ['C-9'] })],
  ['unknown-clause', 'facts.size.clause', withFact('size', { clause: 'C-9' })],
  [
    'unknown-option',
    'steps.s-2.when',
    withStep('s-2', { when: { fact: 'size', is: ['large', 'huge'] } }),
  ],
  ['unknown-level', 'level', samplePlan({ defaultLevel: 5 })],
  ['wrong-kind', 'steps.s-2.when', withStep('s-2', { when: { fact: 'size', over: 3 } })],
  ['wrong-kind', 'steps.s-2.when', withStep('s-2', { when: { fact: 'loss', is: '5000' } })],
  [
    'wrong-kind',
    'steps.s-2.when',
    {
      ...withStep('s-2', { when: { fact: 'day', is: 'holiday' } }),
      facts: [...samplePlan().facts, fact('day', { kind: 'calendar', recordOnly: true })],
    },
  ],
  ['cycle', 'steps.s-1', withStep('s-1', { after: ['s-3'] })],
  ['cycle', 'steps.s-1', withStep('s-1', { when: { step: 's-1', is: 'late' } })],
  ['cycle', 'steps.s-1', withStep('s-1', { due: { within, from: { step: 's-2' } } })],
  ['unreachable', 'steps.s-2.when', withStep('s-2', { when: { all: [large, small] } })],
  [
    'unreachable',
    'steps.s-2.when',
    withStep('s-2', {
      when: { all: [{ not: { any: [large, { fact: 'safe', is: 'yes' }] } }, { not: small }] },
    }),
  ],
  [
    'unreachable',
    'steps.s-2.when',
    withStep('s-2', {
      when: { all: [{ fact: 'loss', over: 10 }, { not: { fact: 'loss', over: 5 } }] },
    }),
  ],
  [
    'unreachable',
    'steps.s-2.when',
    withStep('s-2', { when: { all: [{ calendar: 'workday' }, { calendar: 'holiday' }] } }),
  ],
  ['unreachable', 'steps.s-2.when', withStep('s-2', { when: { step: 's-3', is: 'late' } })],
  [
    'unreachable',
    'steps.s-4.due.from',
    {
      ...withStep('s-2', { when: { all: [large, small] } }),
      steps: [
        ...withStep('s-2', { when: { all: [large, small] } }).steps,
        step('s-4', { ...timed, due: { within, from: { step: 's-2' } } }),
      ],
    },
  ],
  ['no-ladder', 'steps.s-1.late', withStep('s-1', { late: [] })],
  ['ladder-without-limit', 'steps.s-2.late', withStep('s-2', { late: timed.late })],
  [
    'ladder-order',
    'steps.s-1.late',
    withStep('s-1', {
      late: [{ after: 9, notify: 'boss', say: null, proposed: false }, ...timed.late],
    }),
  ],
  [
    'due-misses-day',
    'steps.s-1.due.within',
    withStep('s-1', {
      due: {
        within: { workday: within } as Record<'workday' | 'holiday', number>,
        from: 'reported',
      },
    }),
  ],
  [
    'due-not-positive',
    'steps.s-1.due.within',
    withStep('s-1', { due: { within: 0, from: 'reported' } }),
  ],
  [
    'call-without-who',
    'steps.s-1.calls',
    withStep('s-1', { calls: [{ number: '119', who: localized('', '') }] }),
  ],
  ['no-otherwise', 'facts.size.options', withFact('size', { exhaustive: false })],
  [
    'too-few-options',
    'facts.size.options',
    { ...withFact('size', { options: [{ value: 'large', label: localized('大', 'large') }] }) },
  ],
  [
    'bool-options',
    'facts.safe.options',
    withFact('safe', {
      options: [
        { value: 'no', label: localized('否', 'no') },
        { value: 'maybe', label: localized('或', 'maybe') },
      ],
    }),
  ],
  ['no-short', 'short', samplePlan({ short: localized('', '') })],
  ['no-short', 'steps.s-1.short', withStep('s-1', { short: localized('短', '') })],
  ['short-too-long', 'short.zh', samplePlan({ short: localized('六个字的标题长', 'short') })],
  ['short-too-long', 'short.en', samplePlan({ short: localized('短', 'fifteen letters') })],
  [
    'short-too-long',
    'steps.s-1.short.zh',
    withStep('s-1', { short: localized('七个字的短标题长', 'short') }),
  ],
  [
    'short-too-long',
    'steps.s-1.short.en',
    withStep('s-1', { short: localized('短', 'seventeen letters') }),
  ],
  [
    'short-too-long',
    'facts.size.short.en',
    withFact('size', { short: localized('多大？', 'seventeen letters') }),
  ],
  ['no-short', 'facts.size.short', withFact('size', { short: localized('多大？', '') })],
  [
    'no-question-short',
    'facts.size.short',
    samplePlan({
      facts: [
        fact('size', {
          question: localized('火势有多大？', 'How large is the fire?'),
          inDoubt: { answer: 'large' },
        }),
      ],
      steps: [step('s-1', { lifeSafety: true, when: { fact: 'size', is: 'large' } })],
    }),
  ],
  [
    'announce-too-long',
    'steps.s-1.announce.en',
    withStep('s-1', { announce: localized('短', 'x'.repeat(49)) }),
  ],
  [
    'unknown-blank',
    'steps.s-1.say',
    withStep('s-1', { say: localized('{place}有{people}人', '{place}') }),
  ],
  [
    'unknown-blank',
    'steps.s-1.announce',
    withStep('s-1', { announce: localized('{place}停电', 'Outage') }),
  ],
  [
    'duplicate-step',
    'steps.s-1',
    samplePlan({ steps: [...samplePlan().steps, step('s-1', timed)] }),
  ],
  ['duplicate-fact', 'facts.size', samplePlan({ facts: [...samplePlan().facts, fact('size')] })],
  ['unused-fact', 'facts.spare', samplePlan({ facts: [...samplePlan().facts, fact('spare')] })],
]

const library = (over: Partial<LintedLibrary>): LintedLibrary => ({
  documents: [sampleDocument()],
  plans: [samplePlan()],
  ...over,
})
const kind = {
  code: 'top.other',
  name: localized('型', 'Kind'),
  category: 'top',
  legal: null,
  words: [],
}

const plantedInLibrary: [code: string, path: string, library: LintedLibrary][] = [
  [
    'duplicate-step',
    'steps.s-1',
    library({
      plans: [samplePlan(), samplePlan({ id: 'second', steps: [step('s-1', timed)], facts: [] })],
    }),
  ],
  [
    'duplicate-plan',
    'id',
    library({ plans: [samplePlan(), samplePlan({ steps: [step('t-1', timed)], facts: [] })] }),
  ],
  ['unknown-type', 'types', library({ plans: [samplePlan({ types: ['top.kind', 'top.none'] })] })],
  [
    'unknown-category',
    'types.top.kind.category',
    library({ documents: [sampleDocument({ categories: [] })] }),
  ],
  [
    'duplicate-type',
    'types.top.kind',
    library({
      documents: [sampleDocument(), sampleDocument({ id: 'second', roles: [], categories: [] })],
    }),
  ],
  [
    'duplicate-type',
    'categories.top',
    library({
      documents: [
        sampleDocument(),
        sampleDocument({
          id: 'second',
          roles: [],
          types: [],
          categories: [{ code: 'top', name: localized('别的类', 'Other top') }],
        }),
      ],
    }),
  ],
  [
    'type-without-plan',
    'types.top.other',
    library({ documents: [sampleDocument({ types: [...sampleDocument().types, kind] })] }),
  ],
  [
    'unused-role',
    'roles.idle',
    library({ documents: [sampleDocument({ roles: [...sampleDocument().roles, role('idle')] })] }),
  ],
]

/** What else one fault may bring with it; of nothing else such a plan is told. */
const ALSO: Readonly<Record<string, string>> = {
  'wrong-kind steps.s-2.when': 'unreachable steps.s-2.when',
  'unreachable steps.s-4.due.from': 'unreachable steps.s-2.when',
  'too-few-options facts.size.options': 'holds-in-every-branch steps.s-3.when',
}

describe('a plan is refused, or warned of', () => {
  it.each(planted)('%s at %s', (code, path, plan) => {
    const faults = lintPlan(plan).map((finding) => `${finding.code} ${finding.path}`)
    expect(faults).toContain(`${code} ${path}`)
    expect([`${code} ${path}`, ALSO[`${code} ${path}`]]).toEqual(expect.arrayContaining(faults))
  })

  it.each(plantedInLibrary)('%s at %s, over the library', (code, path, planted) => {
    expect(lintLibrary(planted)).toEqual(
      expect.arrayContaining([expect.objectContaining({ code, path })]),
    )
  })

  it('says everything in both languages, and nothing twice', () => {
    const findings = [
      ...planted.flatMap(([, , plan]) => lintPlan(plan)),
      ...plantedInLibrary.flatMap(([, , all]) => lintLibrary(all)),
    ]
    expect(
      findings.filter(
        ({ message }) => !/[\u4e00-\u9fff]/.test(message.zh) || /[\u4e00-\u9fff]/.test(message.en),
      ),
    ).toEqual([])
    for (const [, , plan] of planted) {
      const findings = lintPlan(plan).map(
        ({ code, path, message }) => `${code} ${path} ${message.en}`,
      )
      expect(new Set(findings).size).toBe(findings.length)
    }
  })

  it('warns, but does not refuse, what is merely missing', () => {
    const findings = [
      ...planted.flatMap(([, , plan]) => lintPlan(plan)),
      ...plantedInLibrary.flatMap(([, , all]) => lintLibrary(all)),
    ]
    const warned = new Set(
      findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code),
    )
    expect([...warned].sort()).toEqual([
      'holds-in-every-branch',
      'no-question-short',
      'type-without-plan',
      'unused-fact',
      'unused-role',
    ])
  })
})

describe('a sound plan has no finding', () => {
  const sound: [what: string, plan: Plan][] = [
    ['the sample', samplePlan()],
    [
      'options that exclude each other in different branches',
      withStep('s-2', { when: { any: [large, { all: [small, { fact: 'safe', is: 'yes' }] }] } }),
    ],
    [
      'several answers at once',
      {
        ...withFact('size', { several: true }),
        steps: [...samplePlan().steps, step('s-4', { when: { all: [large, small] } })],
      },
    ],
    [
      'a later answer after lateness',
      withStep('s-2', { when: { all: [{ step: 's-1', is: 'late' }, large] } }),
    ],
    [
      'a limit by calendar',
      withStep('s-1', {
        due: { within: { workday: within, holiday: 3 * within }, from: 'reported' },
      }),
    ],
    [
      'a choice with otherwise',
      withFact('size', {
        exhaustive: false,
        options: [
          ...fact('size').options,
          { value: 'unclear', label: localized('不清楚', 'unclear') },
        ],
      }),
    ],
    ['words that fit exactly', samplePlan({ short: localized('六个字的标题', 'fourteen chars') })],
    [
      'calls to a post, to somebody outside, and as they were saved without a role',
      withStep('s-1', {
        calls: [
          { number: null, who: localized('值班', 'Desk'), role: 'desk' },
          { number: '119', who: localized('消防', 'Fire'), role: null },
          { number: '120', who: localized('急救', 'Ambulance') },
        ],
      }),
    ],
    [
      'blanks that the record fills',
      withStep('s-1', {
        say: localized(
          '{place}：{narrative}，{reporter}，{dispatcher}，{size}',
          '{place}: {narrative}, {reporter}, {dispatcher}, {size}',
        ),
      }),
    ],
  ]
  it.each(sound)('%s', (_what, plan) => {
    expect(lintLibrary({ documents: [sampleDocument()], plans: [plan] })).toEqual([])
  })
})
