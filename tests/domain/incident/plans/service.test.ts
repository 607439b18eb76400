/**
 * The general process of the service industry and its annex for hotels, clause by clause: S05-07 …
 * S05-17. What an annex does to its base is not tested here.
 */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const AT = '2026-11-24T20:00:00+08:00'
const service = (): Scenario => runs('generic-service', AT)
const typed = (code: string | null): Scenario => {
  const scenario = code
    ? incidentAt(AT, {
        type: {
          code,
          name: localized('类型', 'Type'),
          category: 'service-accident',
          legal: null,
          words: [],
        },
      })
    : incidentAt(AT)
  scenario.activate(shippedPlan('generic-service'))
  return scenario
}
const hotel = (): Scenario => {
  const scenario = incidentAt(AT, {
    library: [shippedPlan('generic-service'), shippedPlan('hotel-fire')],
  })
  scenario.activate(shippedPlan('hotel-fire'))
  return scenario
}

describe('the general process', () => {
  it('S05-07: the superior hears what, where and how far; the response starts', () => {
    const scenario = service()
    expect(states(scenario, 'gs-01', 'gs-02', 'gs-03')).toEqual(['open', 'done', 'open'])
    for (const part of ['地点', '情况', '范围'])
      expect(scenario.step('gs-01').say?.zh).toContain(part)
    expect(scenario.board().next).toBe('gs-01')
  })

  it('S05-07, S05-08: staff may start it; the superior confirms by forming the team', () => {
    const plan = shippedPlan('generic-service')
    expect(plan.activation).toMatchObject({ by: 'staff', confirmedBy: 'superior' })
    expect(plan.steps.filter(({ confirms }) => confirms).map(({ id, role }) => [id, role])).toEqual(
      [['gs-03', 'superior']],
    )
  })

  it.each([
    ['is_fire', ['gs-04', 'gs-05'], 'S05-09'],
    ['needs_evacuation', ['gs-06'], 'S05-11'],
    ['needs_resource', ['gs-09'], 'S05-14'],
  ] as const)('%s: yes, no, unknown', (key, steps, clause) => {
    const scenario = service()
    expect(states(scenario, ...steps)).toEqual(steps.map(() => 'waiting'))
    scenario.answer(key, 'yes')
    expect(states(scenario, ...steps)).toEqual(steps.map(() => 'open'))
    for (const step of steps) expect(scenario.step(step).clause).toBe(clause)
    scenario.answer(key, 'no')
    expect(states(scenario, ...steps)).toEqual(steps.map(() => 'hidden'))
  })

  it('S05-09: a fire: 119 is at hand, and comes before the report to the superior', () => {
    const scenario = service()
    scenario.answer('is_fire', 'yes')
    expect(scenario.step('gs-05').calls).toMatchObject([
      { number: '119', role: 'fire-brigade' },
      { role: 'departments' },
    ])
    expect(scenario.board().next).toBe('gs-05')
  })

  it('S05-10: evacuation is not skipped without a reason, and stands on the wall', () => {
    const scenario = service()
    scenario.answer('needs_evacuation', 'yes')
    expect(scenario.board().next).toBe('gs-06')
    expect(scenario.finish('gs-06', 'skipped')?.code).toBe('reason-needed')
    scenario.accept('gs-06')
    expect(scenario.board().notices).toHaveLength(1)
  })

  it('S05-13: whoever is hurt by an accident has 120 for life, and by words medical rescue is asked for', () => {
    expect(typed('service-accident.man-made').step('gs-98')).toMatchObject({
      lifeSafety: true,
      calls: [{ number: '120', role: 'medical-rescue' }],
    })
    const heard = incidentAt(AT, { words: '后厨着火，有个厨师烧伤了' })
    heard.activate(shippedPlan('generic-service'))
    expect(heard.step('gs-09').state).toBe('open')
  })

  it('S05-13: medical rescue has its number', () => {
    expect(service().step('gs-09').calls).toMatchObject([
      { role: 'departments' },
      { number: '120', role: 'medical-rescue' },
    ])
  })

  it('S05-12, S05-15: telling hangs on no answer; no closing without the review', () => {
    const scenario = service()
    expect(states(scenario, 'gs-07', 'gs-08')).toEqual(['open', 'open'])
    expect(scenario.moveExplained('closed')).toMatchObject({
      code: 'close-blocked',
      details: expect.arrayContaining(['gs-10']) as string[],
    })
    scenario.finish('gs-10')
    // life safety: said, not passed over
    for (const id of scenario.board().blocks) scenario.finish(id, 'not-applicable', '此次不涉及')
    expect(scenario.moveExplained('closed')).toBeNull()
  })

  const OF_TYPE = {
    'service-natural.earthquake': ['gs-90'],
    'service-accident.power-cut': ['gs-92', 'gs-93', 'gs-94'],
    'service-natural.weather': ['gs-95'],
    'service-accident.man-made': ['gs-96', 'gs-98'],
  }
  it.each(Object.entries(OF_TYPE))(
    'S05-19: %s opens %j and nothing of another type',
    (code, stepIds) => {
      const scenario = typed(code)
      for (const [other, steps] of Object.entries(OF_TYPE))
        expect(states(scenario, ...steps)).toEqual(
          steps.map(() => (other === code ? 'open' : 'hidden')),
        )
      expect(stepIds.every((step) => scenario.step(step).proposed)).toBe(true)
    },
  )

  it('S05-19: an earthquake: first cover, then into the open', () => {
    const scenario = typed('service-natural.earthquake')
    expect(scenario.board().next).toBe('gs-90')
    expect(scenario.step('gs-91').state).toBe('waiting')
    scenario.finish('gs-90')
    expect(scenario.step('gs-91').state).toBe('open')
  })

  it('a type that nobody has named keeps them waiting', () => {
    const steps = Object.values(OF_TYPE).flat()
    expect(states(typed(null), ...steps)).toEqual(steps.map(() => 'waiting'))
  })
})

describe('the annex for a hotel fire', () => {
  it('S05-16, S05-17: button, 119, extinguisher and departments stand open at once, the button first', () => {
    const scenario = hotel()
    expect(states(scenario, 'hf-01', 'hf-04', 'hf-02', 'hf-03')).toEqual([
      'open',
      'open',
      'open',
      'open',
    ])
    expect(scenario.step('hf-01')).toMatchObject({ urgency: 'immediate', lifeSafety: true })
    expect(scenario.step('hf-03').calls).toMatchObject([
      { role: 'reception' },
      { role: 'security-department' },
      { role: 'departments' },
    ])
    expect(scenario.board().next).toBe('hf-01')
  })

  it('S05-18: what follows comes from the general process, or is marked as a proposal', () => {
    const scenario = hotel()
    expect(states(scenario, 'hf-05', 'hf-06', 'hf-07', 'hf-90', 'hf-91', 'hf-92')).toEqual([
      'open',
      'waiting',
      'waiting',
      'open',
      'open',
      'waiting',
    ])
    expect(
      ['hf-05', 'hf-06', 'hf-07', 'hf-90', 'hf-91', 'hf-92'].filter(
        (id) => scenario.step(id).proposed,
      ),
    ).toEqual(['hf-90', 'hf-91', 'hf-92'])
    scenario.finish('hf-90')
    expect(scenario.step('hf-92').state).toBe('open')
  })

  it('asks nothing that only replaced steps of the base would read', () => {
    expect(
      hotel()
        .board()
        .facts.map(({ key }) => key),
    ).toEqual(['needs_resource'])
    expect(service().board().facts).toHaveLength(3)
  })

  it('every life-safety step comes before anything else', () => {
    const scenario = hotel()
    const planSteps = shippedPlan('hotel-fire').steps
    const order: string[] = []
    for (let next = scenario.board().next; next; next = scenario.board().next) {
      order.push(next)
      scenario.finish(next)
    }
    const life = planSteps.filter(({ lifeSafety }) => lifeSafety).map(({ id }) => id)
    expect(
      order
        .filter((id) => id.startsWith('hf-'))
        .slice(0, life.length)
        .sort(),
    ).toEqual(life.sort())
  })

  it('stands for the general measures and leaves report, team, contact and resources to its base', () => {
    const plan = shippedPlan('hotel-fire')
    const base = shippedPlan(plan.extends ?? '')
    expect(
      base.steps
        .filter(({ id, proposed }) => !proposed && !plan.replaces?.includes(id))
        .map(({ id }) => id),
    ).toEqual(['gs-01', 'gs-02', 'gs-03', 'gs-09', 'gs-07'])
    expect(plan).toMatchObject({
      siteKinds: ['hotel'],
      defaultLevel: 2,
      completeness: 'incomplete',
    })
  })
})

it.each(['generic-service', 'hotel-fire'])(
  '%s: the source sets no limit, so none is made up',
  (id) => {
    expect(shippedPlan(id).steps.filter(({ due }) => due)).toEqual([])
  },
)
