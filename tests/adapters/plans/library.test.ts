/**
 * The plans that come with the product: without a fault, readable in both languages, and each where
 * its kind of site is.
 */
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { resources, library, planOf, stepOf, steps } from './shipped-library.ts'

/**
 * Whom the source, or a proposal of ours, has called that is no post of a document: public numbers,
 * and units without one.
 */
const OUTSIDE = [
  '110',
  '119',
  '120',
  '供电单位',
  '厂家、维保或供水供电单位',
  '客户家属',
  '对口负责人',
  '电梯维保单位',
  '疾控中心',
  '装机小区物业',
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
    ['fire', 'power-cut', 'hall-disturbance', 'hall-network'],
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
    ['bank-casualty', 'power-cut', 'fire', 'natural-disaster', 'bank-network', 'bank-security'],
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

/** By kind of site: what the source has no plan for, and is listed all the same. */
const WITHOUT_PLAN: Readonly<Record<string, readonly string[]>> = {
  'government-hall': ['hall-network.attack'],
  'bank-window': ['bank-security.robbery'], // so that it is handled quietly
}

/** Every text of a plan, as [path, zh, en]. */
function textsIn(value: unknown, path = ''): [string, string, string][] {
  if (typeof value !== 'object' || value === null) return []
  const { zh, en } = value as { zh?: unknown; en?: unknown }
  if (typeof zh === 'string' && typeof en === 'string') return [[path, zh, en]]
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`))
}

describe('the library of the product', () => {
  it('has 39 plans and no finding at all but two types without a plan, the robbery of a bank and a hall that is hacked', () => {
    expect(library.findings).toMatchObject([
      {
        severity: 'warning',
        code: 'type-without-plan',
        path: 'types.bank-security.robbery',
      },
      {
        severity: 'warning',
        code: 'type-without-plan',
        path: 'types.hall-network.attack',
      },
    ])
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

  it('words of the gas plans claim nothing that may not have been done', () => {
    const claims =
      /正在(?:撤|疏散|报警|抢修|检修|解释)|已(?:出发|报警|派|叫|存|转|找)|接车|没有搬动|马上到(?!场|外)/
    expect(
      steps
        .filter(({ plan, step }) => plan.document === 'gas-customer-service' && step.id !== 'hl-11')
        .filter(({ step }) => claims.test(step.say?.zh ?? ''))
        .map(({ step }) => step.id),
    ).toEqual([])
  })

  it('a step that calls 110, 119 or 120 names the number, so that one call counts for every plan that asks for it', () => {
    const calling = steps.filter(({ step }) => /拨打?\d{3}|打1[12][09]/.test(step.title.zh))
    expect(calling.length).toBeGreaterThan(25)
    const missing = calling.flatMap(({ step }) =>
      (step.title.zh.match(/1[12][09]/g) ?? [])
        .filter((number) => !step.calls.some((call) => call.number === number))
        .map((number) => `${step.id} ${number}`),
    )
    expect(missing).toEqual([])
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

  it('types whose place is usually somebody’s home are private, and no others', () => {
    const types = library.everything().types.filter((type) => type.private === true)
    expect([...new Set(types.map(({ code }) => code))].sort()).toEqual([
      'other.gas-accident',
      'personal-safety.animal-bite',
      'personal-safety.home-visit-attack',
      'personal-safety.restraint',
      'property-loss.works',
    ])
  })

  it('what public walls are told nothing of: robbery, weapon, hostage, threat and what may explode', () => {
    const types = library.everything().types.filter((type) => type.discreet === true)
    expect([...new Set(types.map(({ code }) => code))].sort()).toEqual([
      'bank-casualty.injury.weapon',
      'bank-security.robbery',
      'branch-incident.disorder.armed',
      'company-sudden.public-security.armed',
      'conference-safety.disturbance.armed',
      'hall-disturbance.conflict.armed',
      'mall-other.public-security.armed',
      'municipal-security.terror',
      'other.robbery',
      'other.suspicious-object',
      'other.threat-call',
      'personal-safety.restraint',
    ])
  })

  it('whoever is led out in public although it is handled quietly, or once the danger is over: a step lifts it, and waits for that', () => {
    const disclosing = steps.filter(({ step }) => step.discloses)
    expect(disclosing.map(({ step }) => step.id)).toEqual([
      'ce-96',
      'ex-97',
      'ft-10',
      'gv-28',
      'gq-28',
      'tc-92',
      'mc-97',
    ])
    expect(disclosing.filter(({ step }) => step.lifeSafety || !step.proposed)).toEqual([])
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
    for (const { openPoints, steps: planSteps } of incomplete) {
      expect(openPoints.length).toBeGreaterThan(0)
      expect(planSteps.some(({ proposed }) => proposed)).toBe(true)
    }
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
      ['branch-network-attack', 'branch-general', ['bg-01']],
      ['hotel-fire', 'generic-service', ['gs-04', 'gs-05', 'gs-06', 'gs-08', 'gs-10', 'gs-97']],
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
    ])
  })

  it('plans that the station proposes by itself', () => {
    expect(
      library.plans().flatMap((plan) => (plan.start ?? []).map(({ then }) => `${plan.id} ${then}`)),
    ).toEqual([
      'bank-casualty propose',
      'branch-network-attack propose',
      'branch-network-attack propose',
      'gas-customer-fall-or-illness propose',
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
    const library = loadLibrary(resources, { siteKinds: [kind] })
    expect(library.plans().map(({ id }) => id)).toEqual(plans)
    expect(library.categories().map(({ code }) => code)).toEqual(categories)
    expect(library.plan('government-hall-fire') === null).toBe(
      !plans.includes('government-hall-fire'),
    )
    expect(
      library
        .types()
        .filter(({ code }) => !library.plans().some((plan) => plan.types.includes(code)))
        .map(({ code }) => code),
    ).toEqual(WITHOUT_PLAN[kind] ?? [])
  })

  it('with several documents counts a category that they share once, and no two are called the same', () => {
    const library = loadLibrary(resources, {
      siteKinds: [
        'government-hall',
        'mall',
        'bank-window',
        'municipal-centre',
        'generic-service',
        'gas-customer-service',
      ],
    }).categories()
    expect(library.filter(({ code }) => code === 'fire')).toHaveLength(1)
    for (const language of ['zh', 'en'] as const)
      expect(new Set(library.map(({ name }) => name[language])).size).toBe(library.length)
  })
})
