/** The plans that come with the product: without a fault, complete in their limits and branches, readable in both languages. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkPlanFiles } from '#main/adapters/plans/check.ts'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import type { Plan, Step } from '#shared/domain/plan/plan.ts'

const resources = fileURLToPath(new URL('../../../resources', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))
const library = loadLibrary(resources, { siteKinds: ['all'] })
const planOf = (id: string): Plan => library.plan(id) ?? expect.fail(`no plan ${id}`)
const stepOf = (plan: Plan, id: string): Step => plan.steps.find((step) => step.id === id) ?? expect.fail(`no step ${id}`)
const minute = 60_000
const hour = 60 * minute

/** Every text of a plan, as [path, zh, en]. */
function textsIn(value: unknown, path = ''): [string, string, string][] {
  if (typeof value !== 'object' || value === null) return []
  const { zh, en } = value as { zh?: unknown; en?: unknown }
  if (typeof zh === 'string' && typeof en === 'string') return [[path, zh, en]]
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, `${path}.${key}`))
}

describe('the library of the product', () => {
  it('has no error, and warns only of types whose plans are still to come', () => {
    const findings = checkPlanFiles(`${resources}/plans`)
    expect(findings.filter(({ severity, code }) => severity === 'error' || code !== 'type-without-plan')).toEqual([])
    expect(library.findings).toEqual(findings)
  })

  it.each([['gas-hotline-failure', 21, 8], ['gas-recharge-terminal-failure', 9, 2], ['government-hall-fire', 15, 0]])(
    '%s has %i steps, %i of them timed', (id, steps, timed) => {
      const plan = planOf(id)
      expect(plan.steps).toHaveLength(steps)
      expect(plan.steps.filter((step) => step.due)).toHaveLength(timed)
      expect(plan.revision).toMatch(/^[0-9a-f]{64}$/)
    })

  it.each(['zh', 'en'] as const)('writes %s as people read it', (language) => {
    const bad = library.plans().flatMap((plan) => textsIn(plan).map(([path, zh, en]) => [`${plan.id}${path}`, language === 'zh' ? zh : en] as const))
      .filter(([, words]) => language === 'zh'
        ? /[\u4e00-\u9fff][,;:!?]|[,;:!?][\u4e00-\u9fff]|[\u4e00-\u9fff] +\d|\d +[\u4e00-\u9fff]/.test(words)
        : /[\u3000-\u9fff\uff00-\uffef]/.test(words))
    expect(bad).toEqual([])
  })

  it('every call has a name; one to a post of the plan names the post, so that the roster knows whom to ring', () => {
    const calls = library.plans().flatMap((plan) => plan.steps.flatMap((step) => step.calls.map((call) => ({ plan, step: step.id, ...call }))))
    for (const { plan, role, who } of calls) if (role) expect(who).toEqual(plan.roles.find(({ id }) => id === role)?.name)
    expect(calls.map(({ step, role, who }) => `${step} ${role ?? who.zh}`)).toEqual([
      'hl-01 group-leader', 'hl-02 information-centre', 'hl-04 line-head', 'hl-06 line-head', 'hl-07 line-head', 'hl-16 department-manager',
      'rt-01 group-leader', 'rt-02 information-centre', 'rt-06 department-manager', 'rt-08 leader-in-charge', 'rt-09 装机小区物业',
      'gf-02 property-company', 'gf-05 消防救援', 'gf-06 general-section', 'gf-06 centre-leader', 'gf-14 上级和有关部门'])
  })

  it('whoever rings 119 gives his own name, not that of the caller', () => {
    const { say } = stepOf(planOf('government-hall-fire'), 'gf-05')
    for (const words of [say?.zh, say?.en]) expect(words).toMatch(/^(?!.*\{reporter\}).*\{dispatcher\}/)
  })

  it('docs/sources.md explains every clause in the words of the library', () => {
    const sources = readFileSync(`${root}/docs/sources.md`, 'utf8')
    const missing = library.plans().flatMap((plan) => plan.clauses)
      .filter(({ id, chapter, says }) => !sources.includes(`| ${id} | ${chapter.zh} | ${says.zh} | ${says.en} |`))
    expect(missing.map(({ id }) => id)).toEqual([])
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
    ['hl-19', { within: 30 * minute, from: 'reported' }, 'S09-74', 'hotline-agent']
  ])('%s', (id, due, clause, first) => {
    const step = stepOf(plan, id)
    expect(step).toMatchObject({ due, clause })
    expect(step.late[0]).toMatchObject({ notify: first, after: 0 })
    expect(step.late.length).toBeGreaterThan(1)
  })

  it('S09-80: the calendar chooses between the two arrivals, and is shown but never answered', () => {
    expect(stepOf(plan, 'hl-08').when).toEqual({ calendar: 'workday' })
    expect(stepOf(plan, 'hl-09').when).toEqual({ calendar: 'holiday' })
    expect(plan.facts.find(({ key }) => key === 'calendar')).toMatchObject({ kind: 'calendar', recordOnly: true, options: [{ value: 'workday' }, { value: 'holiday' }] })
  })

  it('S09-85, S09-65: lateness opens the way out', () => {
    expect(stepOf(plan, 'hl-15').when).toEqual({ step: 'hl-14', is: 'late' })
    expect(stepOf(plan, 'hl-20').when).toEqual({ step: 'hl-19', is: 'late' })
    expect(stepOf(plan, 'hl-14').late[0]).toMatchObject({ proposed: false })
  })
})

describe('limits and branches of the other plans', () => {
  it('S09-90 to S09-93: half an hour, four hours, a day expected; estates with most customers first', () => {
    const plan = planOf('gas-recharge-terminal-failure')
    expect(stepOf(plan, 'rt-05').due).toEqual({ within: 30 * minute, from: 'reported' })
    expect(stepOf(plan, 'rt-07').due).toEqual({ within: 4 * hour, from: 'reported' })
    const either = { any: [{ fact: 'expected_hours', over: 24 }, { step: 'rt-07', is: 'late' }] }
    expect(stepOf(plan, 'rt-08').when).toEqual(either)
    expect(stepOf(plan, 'rt-09')).toMatchObject({ when: either, list: { order: { en: 'By number of customers, largest first' } } })
  })

  it('S03-05 to S03-11: a small fire, a large one, and nothing salvaged before people are safe', () => {
    const plan = planOf('government-hall-fire')
    expect(stepOf(plan, 'gf-04').when).toEqual({ fact: 'fire_size', is: 'small' })
    expect(stepOf(plan, 'gf-05')).toMatchObject({ when: { fact: 'fire_size', is: 'large' }, calls: [{ number: '119' }], lifeSafety: true })
    for (const id of ['gf-10', 'gf-11']) expect(JSON.stringify(stepOf(plan, id).when)).toContain('"people_safe","is":"yes"')
    expect(plan.steps.filter(({ lifeSafety }) => lifeSafety).map(({ id }) => id)).toEqual(['gf-01', 'gf-02', 'gf-05', 'gf-08', 'gf-09'])
  })

  it('what must be done before an incident is closed', () => {
    expect(library.plans().flatMap(({ steps }) => steps).filter(({ required }) => required).map(({ id }) => id))
      .toEqual(['hl-10', 'hl-16', 'hl-21', 'rt-05', 'gf-12', 'gf-13'])
  })
})

describe('a site sees what concerns it', () => {
  it.each([
    [['gas-customer-service'], ['gas-hotline-failure', 'gas-recharge-terminal-failure'], ['agitated-customer', 'personal-safety', 'property-loss', 'system-failure', 'other']],
    [['government-hall'], ['government-hall-fire'], ['hall-fire', 'hall-power-cut', 'hall-disturbance']],
    [['mall'], [], []]
  ])('%j', (siteKinds, plans, categories) => {
    const own = loadLibrary(resources, { siteKinds })
    expect(own.plans().map(({ id }) => id)).toEqual(plans)
    expect(own.categories().map(({ code }) => code)).toEqual(categories)
    expect(own.plan('government-hall-fire') === null).toBe(!plans.includes('government-hall-fire'))
  })
})
