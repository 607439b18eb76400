/** The plans that come with the product: complete in their limits, prohibitions and gates. */
import { describe, expect, it } from 'vitest'
import type { Step } from '#shared/domain/plan/plan.ts'
import { planOf, stepOf, steps } from './shipped-library.ts'

const minute = 60_000

const hour = 60 * minute

const GATES: readonly (readonly [clause: string, step: string, fact: string])[] = [
  ['S09-37', 'gq-05', 'scene_allows'],
  ['S09-102', 'ft-06', 'people_safe'],
  ['S09-103', 'ft-06', 'people_safe'],
  ['S09-106', 'pf-01', 'people_safe'],
  ['S03-10', 'gf-10', 'people_safe'],
  ['S03-11', 'gf-11', 'people_safe'],
]

/** The ids of the steps that this holds for, in the order of the library. */
const stepsWhere = (holds: (step: Step) => unknown): readonly string[] =>
  steps.filter(({ step }) => holds(step)).map(({ step }) => step.id)

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
    expect(stepOf(plan, 'hl-15').when).toEqual({
      all: [
        {
          any: [
            { step: 'hl-14', is: 'late' },
            { fact: 'fixable_now', is: 'no' },
          ],
        },
        { not: { step: 'hl-14', is: 'done' } },
      ],
    })
    expect(stepOf(plan, 'hl-20').when).toEqual({
      all: [{ step: 'hl-19', is: 'late' }, { not: { step: 'hl-19', is: 'done' } }],
    })
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
    const { step } = steps.find((candidate) => candidate.step.id === id) ?? expect.fail()
    expect(step).toMatchObject({ due, clause })
    expect(step.late[0]).toMatchObject({ notify: first, after: 0 })
  })

  it('S09-50, S09-51: more than 5000 yuan; S09-49: video for 30 days', () => {
    const loss = planOf('gas-property-loss-company')
    for (const id of ['pc-05', 'pc-06'])
      expect(stepOf(loss, id).when).toEqual({
        any: [
          { fact: 'loss_yuan', over: 5000 },
          { fact: 'loss_kind', is: 'stolen' },
        ],
      })
    expect(stepOf(loss, 'pc-05').calls).toMatchObject([{ number: '110' }])
    expect(stepOf(loss, 'pc-04').evidence).toMatchObject({ keepDays: 30 })
  })

  it('S09-65, S09-91: an estimate opens the way out as lateness does', () => {
    expect(stepOf(planOf('gas-counter-system-failure'), 'cs-08').when).toEqual({
      all: [
        {
          any: [
            { fact: 'expected_minutes', over: 30 },
            { step: 'cs-07', is: 'late' },
          ],
        },
        { not: { step: 'cs-07', is: 'done' } },
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
      'fi-06',
      'ex-91',
      'tc-04',
      'hf-91',
    ])
  })

  it('says so in its title, which stands behind a mark and on a card', () => {
    for (const { step } of steps.filter((candidate) => candidate.step.prohibits))
      expect([step.id, step.title.zh]).toEqual([
        step.id,
        expect.stringMatching(/不要|不许|不得|切勿|别/),
      ])
  })

  it.each([
    ['fi-06', 'S09-97'],
    ['tc-04', 'S09-120'],
  ])('%s: %s', (id, clause) => {
    const { step } = steps.find((candidate) => candidate.step.id === id) ?? expect.fail()
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
      'gf-18',
    ])
  })

  it.each(GATES)('%s: %s waits until it is safe', (clause, id, fact) => {
    const { step } = steps.find((candidate) => candidate.step.id === id) ?? expect.fail()
    expect([step.clause, ...step.clauses]).toContain(clause)
    expect(JSON.stringify(step.when)).toContain(`"fact":"${fact}"`)
  })

  it('what must be done before an incident is closed', () => {
    expect(stepsWhere(({ required }) => required)).toEqual([
      'ca-20',
      'cx-20',
      'ce-20',
      'cf-13',
      'cs-02',
      'ef-03',
      'pw-01',
      'pw-05',
      'hl-10',
      'hl-16',
      'hl-21',
      'pf-05',
      'pc-03',
      'pk-01',
      'rt-05',
      'gv-25',
      'gn-25',
      'gq-25',
      'gs-10',
      'hf-07',
      'gf-12',
      'gf-13',
      'mc-11',
    ])
  })
})
