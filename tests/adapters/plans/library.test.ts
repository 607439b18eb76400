/**
 * The plans that come with the product: without a fault, complete in their limits and branches,
 * readable in both languages.
 */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import type { Plan, Step } from '#shared/domain/plan/plan.ts'

const resources = fileURLToPath(new URL('../../../resources', import.meta.url))
const library = loadLibrary(resources, { siteKinds: ['all'] })
const planOf = (id: string): Plan => library.plan(id) ?? expect.fail(`no plan ${id}`)
const stepOf = (plan: Plan, id: string): Step =>
  plan.steps.find((step) => step.id === id) ?? expect.fail(`no step ${id}`)
const minute = 60_000
const hour = 60 * minute

/**
 * Whom the source, or a proposal of ours, has called that is no post of a document: public numbers,
 * and units without one.
 */
const OUTSIDE = [
  '110',
  '119',
  '120',
  '上级和有关部门',
  '供电单位',
  '厂家、维保或供水供电单位',
  '客户家属',
  '对口负责人',
  '疾控中心',
  '装机小区物业',
]

const GATES: readonly (readonly [clause: string, step: string, fact: string])[] = [
  ['S09-37', 'gq-05', 'scene_allows'],
  ['S09-102', 'ft-06', 'people_safe'],
  ['S09-103', 'ft-06', 'people_safe'],
  ['S09-106', 'pf-01', 'people_safe'],
  ['S03-10', 'gf-10', 'people_safe'],
  ['S03-11', 'gf-11', 'people_safe'],
]

/** Kind of site, its plans, its categories. */
const SITES: readonly (readonly [
  kind: string,
  plans: readonly string[],
  categories: readonly string[],
])[] = [
  [
    'conference',
    ['conference-service'],
    ['conference-safety', 'conference-health', 'conference-service'],
  ],
  [
    'company',
    ['company-accident', 'company-failure', 'company-sudden-event'],
    ['company-sudden', 'company-failure', 'company-accident'],
  ],
  [
    'government-hall',
    ['government-hall-disturbance', 'government-hall-fire', 'government-hall-power-cut'],
    ['fire', 'power-cut', 'hall-disturbance'],
  ],
  ['branch', ['branch-general', 'branch-network-attack'], ['branch-incident', 'branch-attack']],
  ['generic-service', ['generic-service'], ['natural-disaster', 'service-accident', 'other']],
  ['hotel', ['generic-service', 'hotel-fire'], ['natural-disaster', 'service-accident', 'other']],
  [
    'mall',
    ['mall-fire', 'mall-natural-disaster', 'mall-other-event', 'mall-personal-injury'],
    ['fire', 'natural-disaster', 'mall-injury', 'other-event'],
  ],
  [
    'municipal-centre',
    ['municipal-centre-general'],
    ['fire', 'natural-disaster', 'municipal-security', 'municipal-health', 'other-event'],
  ],
  [
    'bank-window',
    [
      'bank-casualty',
      'bank-fire',
      'bank-natural-disaster',
      'bank-network-security',
      'bank-power-cut',
    ],
    ['bank-casualty', 'power-cut', 'fire', 'natural-disaster', 'bank-network'],
  ],
  [
    'gas-customer-service',
    [
      'gas-accident-hotline',
      'gas-agitated-customer',
      'gas-counter-system-failure',
      'gas-customer-fall-or-illness',
      'gas-electrical-failure-programme',
      'gas-explosion',
      'gas-fight-theft-robbery',
      'gas-fire-alarm-programme',
      'gas-hall-power-cut',
      'gas-hotline-failure',
      'gas-premises-fire',
      'gas-property-loss-company',
      'gas-property-loss-customer',
      'gas-recharge-terminal-failure',
      'gas-safety-home-visit-attack',
      'gas-safety-not-customer-caused',
      'gas-safety-premises-attack',
      'gas-threatening-call',
    ],
    ['agitated-customer', 'personal-safety', 'property-loss', 'system-failure', 'other'],
  ],
]

/** Every text of a plan, as [path, zh, en]. */
function textsIn(value: unknown, path = ''): [string, string, string][] {
  if (typeof value !== 'object' || value === null) return []
  const { zh, en } = value as { zh?: unknown; en?: unknown }
  if (typeof zh === 'string' && typeof en === 'string') return [[path, zh, en]]
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, `${path}.${key}`))
}

const steps = library.plans().flatMap((plan) => plan.steps.map((step) => ({ plan, step })))
/** The ids of the steps that this holds for, in the order of the library. */
const stepsWhere = (holds: (step: Step) => unknown): readonly string[] =>
  steps.filter(({ step }) => holds(step)).map(({ step }) => step.id)

describe('the library of the product', () => {
  it('has 39 plans and no finding at all, not even a type without a plan', () => {
    expect(library.findings).toEqual([])
    expect(library.plans()).toHaveLength(39)
    for (const plan of library.plans()) expect(plan.revision).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each(['zh', 'en'] as const)('writes %s as people read it', (language) => {
    const bad = library
      .plans()
      .flatMap((plan) =>
        textsIn(plan).map(
          ([path, zh, en]) => [`${plan.id}${path}`, language === 'zh' ? zh : en] as const,
        ),
      )
      .filter(([, words]) =>
        language === 'zh'
          ? /[\u4e00-\u9fff][,;:!?]|[,;:!?][\u4e00-\u9fff]|[\u4e00-\u9fff] +\d|\d +[\u4e00-\u9fff]/.test(
              words,
            )
          : /[\u3000-\u9fff\uff00-\uffef]/.test(words),
      )
    expect(bad).toEqual([])
  })

  it('every call has a name; one to a post of the plan names the post, so that the roster knows whom to ring', () => {
    const calls = steps.flatMap(({ plan, step }) => step.calls.map((call) => ({ plan, ...call })))
    expect(calls.filter(({ who }) => !who.zh || !who.en)).toEqual([])
    for (const { plan, role, who } of calls)
      if (role) expect(who).toEqual(plan.roles.find(({ id }) => id === role)?.name)
  })

  it('a call without a post is to somebody outside; a number is a public one', () => {
    const outside = new Set(
      steps.flatMap(({ step }) =>
        step.calls.filter(({ role }) => !role).map(({ number, who }) => number ?? who.zh),
      ),
    )
    expect([...outside].sort()).toEqual(OUTSIDE)
  })

  it('whoever rings 110, 119 or 120 gives his own name, not that of the caller', () => {
    const says = steps.flatMap(({ step }) =>
      step.say && step.calls.some(({ number }) => number)
        ? ([
            [step.id, step.say.zh],
            [step.id, step.say.en],
          ] as const)
        : [],
    )
    expect(says.length).toBeGreaterThan(20)
    expect(
      says
        .filter(([, words]) => /\{reporter\}|(?:我是|I am )(?![^。.]*\{dispatcher\})/.test(words))
        .map(([id]) => id),
    ).toEqual([])
    for (const words of [
      stepOf(planOf('government-hall-fire'), 'gf-05').say?.zh,
      stepOf(planOf('mall-fire'), 'mf-05').say?.zh,
    ])
      expect(words).toContain('{dispatcher}')
  })

  it('what is not in the source is marked: a plan that is all proposals says so, and an incomplete one lists what is open', () => {
    expect(
      library
        .plans()
        .filter((plan) => plan.steps.every(({ proposed }) => proposed))
        .map(({ id }) => id),
    ).toEqual(['gas-accident-hotline', 'gas-explosion'])
    const incomplete = library.plans().filter(({ completeness }) => completeness === 'incomplete')
    expect(incomplete.map(({ id }) => id)).toEqual([
      'branch-general',
      'branch-network-attack',
      'conference-service',
      'gas-accident-hotline',
      'gas-explosion',
      'gas-property-loss-customer',
      'hotel-fire',
    ])
    for (const { openPoints, steps: own } of incomplete) {
      expect(openPoints.length).toBeGreaterThan(0)
      expect(own.some(({ proposed }) => proposed)).toBe(true)
    }
  })
})

describe('limits of the hotline plan', () => {
  const plan = planOf('gas-hotline-failure')
  it.each<[string, Step['due'], string, string]>([
    ['hl-06', { within: 3 * minute, from: { step: 'hl-05' } }, 'S09-77', 'department-manager'],
    ['hl-08', { within: 15 * minute, from: { step: 'hl-02' } }, 'S09-80', 'line-head'],
    ['hl-09', { within: 45 * minute, from: { step: 'hl-02' } }, 'S09-80', 'line-head'],
    ['hl-11', { within: 10 * minute, from: { step: 'hl-10' } }, 'S09-81', 'line-head'],
    ['hl-12', { within: 10 * minute, from: { step: 'hl-10' } }, 'S09-82', 'line-head'],
    ['hl-13', { within: 10 * minute, from: { step: 'hl-10' } }, 'S09-82', 'line-head'],
    ['hl-14', { within: 10 * minute, from: 'reported' }, 'S09-85', 'hotline-supervisor'],
    ['hl-19', { within: 30 * minute, from: 'reported' }, 'S09-74', 'hotline-agent'],
  ])('%s', (id, due, clause, first) => {
    const step = stepOf(plan, id)
    expect(step).toMatchObject({ due, clause })
    expect(step.late[0]).toMatchObject({ notify: first, after: 0 })
    expect(step.late.length).toBeGreaterThan(1)
  })

  it('S09-80: the calendar chooses between the two arrivals, and is shown but never answered', () => {
    expect(stepOf(plan, 'hl-08').when).toEqual({ calendar: 'workday' })
    expect(stepOf(plan, 'hl-09').when).toEqual({ calendar: 'holiday' })
    expect(plan.facts.find(({ key }) => key === 'calendar')).toMatchObject({
      kind: 'calendar',
      recordOnly: true,
      options: [{ value: 'workday' }, { value: 'holiday' }],
    })
  })

  it('S09-85, S09-65: lateness opens the way out', () => {
    expect(stepOf(plan, 'hl-15').when).toEqual({ step: 'hl-14', is: 'late' })
    expect(stepOf(plan, 'hl-20').when).toEqual({ step: 'hl-19', is: 'late' })
    expect(stepOf(plan, 'hl-14').late[0]).toMatchObject({ proposed: false })
  })
})

describe('every limit of the library, and no other', () => {
  const timed = steps
    .filter(({ step }) => step.due)
    .map(({ step }) => [step.id, step.due?.within, step.proposed])
  it('those of the source, and the pause of two proposed repeats', () => {
    expect(timed).toEqual([
      ['bg-94', 30 * minute, true],
      ['cs-07', 30 * minute, false],
      ['pw-09', 30 * minute, false],
      ['hl-06', 3 * minute, false],
      ['hl-08', 15 * minute, false],
      ['hl-09', 45 * minute, false],
      ['hl-11', 10 * minute, false],
      ['hl-12', 10 * minute, false],
      ['hl-13', 10 * minute, false],
      ['hl-14', 10 * minute, false],
      ['hl-19', 30 * minute, false],
      ['rt-05', 30 * minute, false],
      ['rt-07', 4 * hour, false],
      ['mn-90', 30 * minute, true],
    ])
  })

  it.each<[string, string, Step['due'], string]>([
    ['S09-65', 'cs-07', { within: 30 * minute, from: 'reported' }, 'hall-staff'],
    ['S09-72', 'pw-09', { within: 30 * minute, from: 'occurred' }, 'hall-staff'],
    ['S09-90', 'rt-05', { within: 30 * minute, from: 'reported' }, 'department-manager'],
    ['S09-92', 'rt-07', { within: 4 * hour, from: 'reported' }, 'leader-in-charge'],
  ])('%s: %s', (clause, id, due, first) => {
    const { step } = steps.find((one) => one.step.id === id) ?? expect.fail()
    expect(step).toMatchObject({ due, clause })
    expect(step.late[0]).toMatchObject({ notify: first, after: 0 })
  })

  it('S09-50, S09-51: more than 5000 yuan; S09-49: video for 30 days', () => {
    const loss = planOf('gas-property-loss-company')
    for (const id of ['pc-05', 'pc-06'])
      expect(stepOf(loss, id).when).toEqual({ fact: 'loss_yuan', over: 5000 })
    expect(stepOf(loss, 'pc-05').calls).toMatchObject([{ number: '110' }])
    expect(stepOf(loss, 'pc-04').evidence).toMatchObject({ keepDays: 30 })
  })

  it('S09-65, S09-91: an estimate opens the way out as lateness does', () => {
    expect(stepOf(planOf('gas-counter-system-failure'), 'cs-08').when).toEqual({
      any: [
        { fact: 'expected_minutes', over: 30 },
        { step: 'cs-07', is: 'late' },
      ],
    })
    const recharge = planOf('gas-recharge-terminal-failure')
    const either = {
      any: [
        { fact: 'expected_hours', over: 24 },
        { step: 'rt-07', is: 'late' },
      ],
    }
    expect(stepOf(recharge, 'rt-08').when).toEqual(either)
    expect(stepOf(recharge, 'rt-09')).toMatchObject({
      when: either,
      list: { order: { en: 'By number of customers, largest first' } },
    })
  })
})

describe('prohibitions and gates', () => {
  it('what must not be done', () => {
    expect(stepsWhere(({ prohibits }) => prohibits)).toEqual([
      'bn-93',
      'gh-91',
      'ga-01',
      'ga-03',
      'fi-06',
      'ex-91',
      'tc-04',
      'hf-91',
    ])
  })

  it.each([
    ['ga-01', 'S09-10'],
    ['ga-03', 'S09-12'],
    ['fi-06', 'S09-97'],
    ['tc-04', 'S09-120'],
  ])('%s: %s', (id, clause) => {
    const { step } = steps.find((one) => one.step.id === id) ?? expect.fail()
    expect([step.clause, ...step.clauses]).toContain(clause)
    expect(step.proposed).toBe(false)
  })

  it('S03-05 to S03-11: a small fire, a large one, and nothing salvaged before people are safe', () => {
    const plan = planOf('government-hall-fire')
    expect(stepOf(plan, 'gf-04').when).toEqual({ fact: 'fire_size', is: 'small' })
    expect(stepOf(plan, 'gf-05')).toMatchObject({
      when: { fact: 'fire_size', is: 'large' },
      calls: [{ number: '119' }],
      lifeSafety: true,
    })
    for (const id of ['gf-10', 'gf-11'])
      expect(JSON.stringify(stepOf(plan, id).when)).toContain('"people_safe","is":"yes"')
    expect(plan.steps.filter(({ lifeSafety }) => lifeSafety).map(({ id }) => id)).toEqual([
      'gf-01',
      'gf-02',
      'gf-05',
      'gf-08',
      'gf-09',
    ])
  })

  it.each(GATES)('%s: %s waits until it is safe', (clause, id, fact) => {
    const { step } = steps.find((one) => one.step.id === id) ?? expect.fail()
    expect([step.clause, ...step.clauses]).toContain(clause)
    expect(JSON.stringify(step.when)).toContain(`"fact":"${fact}"`)
  })

  it('what must be done before an incident is closed', () => {
    expect(stepsWhere(({ required }) => required)).toEqual([
      'ca-20',
      'cx-20',
      'ce-20',
      'cf-13',
      'hl-10',
      'hl-16',
      'hl-21',
      'pf-05',
      'rt-05',
      'gv-25',
      'gn-25',
      'gq-25',
      'gs-10',
      'gf-12',
      'gf-13',
      'mc-11',
    ])
  })
})

describe('plans that belong together', () => {
  it('two annexes, each with the steps of its base that it replaces', () => {
    expect(
      library
        .plans()
        .filter((plan) => plan.extends)
        .map((plan) => [plan.id, plan.extends, plan.replaces]),
    ).toEqual([
      ['branch-network-attack', 'branch-general', ['bg-01', 'bg-02']],
      ['hotel-fire', 'generic-service', ['gs-04', 'gs-05', 'gs-06', 'gs-08', 'gs-10']],
    ])
  })

  it('steps that start another plan; an empty slot where the source names none', () => {
    expect(
      steps.flatMap(({ step }) =>
        step.starts ? [[step.id, step.starts.plan, step.starts.handsOver]] : [],
      ),
    ).toEqual([
      ['bg-92', null, false],
      ['ga-13', 'gas-safety-premises-attack', true],
      ['ga-16', 'gas-safety-home-visit-attack', true],
      ['mn-03', null, false],
      ['mo-03', null, false],
    ])
  })

  it('plans that the station proposes by itself', () => {
    expect(
      library.plans().flatMap((plan) => (plan.start ?? []).map(({ then }) => `${plan.id} ${then}`)),
    ).toEqual([
      'bank-casualty propose',
      'branch-network-attack propose',
      'branch-network-attack propose',
      'gas-explosion propose',
      'gas-hall-power-cut propose',
      'gas-safety-home-visit-attack propose',
      'gas-safety-premises-attack propose',
      'mall-personal-injury propose',
    ])
  })

  it('S08-20, S05-07: whoever finds it starts, another confirms, and one step is the confirmation', () => {
    const provisional = library.plans().filter((plan) => plan.activation)
    expect(
      provisional.map(({ id, activation }) => [id, activation?.by, activation?.confirmedBy]),
    ).toEqual([
      ...['casualty', 'fire', 'natural-disaster', 'network-security', 'power-cut'].map((what) => [
        `bank-${what}`,
        'finder',
        'leading-group',
      ]),
      ['generic-service', 'staff', 'superior'],
    ])
    for (const plan of provisional)
      expect(plan.steps.filter(({ confirms }) => confirms)).toMatchObject([
        { role: plan.activation?.confirmedBy },
      ])
  })
})

describe('a site sees what concerns it', () => {
  it.each(SITES)('%s', (kind, plans, categories) => {
    const own = loadLibrary(resources, { siteKinds: [kind] })
    expect(own.plans().map(({ id }) => id)).toEqual(plans)
    expect(own.categories().map(({ code }) => code)).toEqual(categories)
    expect(own.plan('government-hall-fire') === null).toBe(!plans.includes('government-hall-fire'))
    expect(
      own.types().filter(({ code }) => !own.plans().some((plan) => plan.types.includes(code))),
    ).toEqual([])
  })

  it('with several documents counts a category that they share once, and no two are called the same', () => {
    const own = loadLibrary(resources, {
      siteKinds: [
        'government-hall',
        'mall',
        'bank-window',
        'municipal-centre',
        'generic-service',
        'gas-customer-service',
      ],
    }).categories()
    expect(own.filter(({ code }) => code === 'fire')).toHaveLength(1)
    for (const language of ['zh', 'en'] as const)
      expect(new Set(own.map(({ name }) => name[language])).size).toBe(own.length)
  })
})
