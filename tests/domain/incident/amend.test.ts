/**
 * What was reported wrongly is put right by addition: both stand in the record, and what counts
 * from the occurrence follows it.
 */
import { describe, expect, it } from 'vitest'
import type { AmendReport } from '#shared/domain/incident/record/commands.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)
const FIRE = { code: 'fire', category: 'accident', legal: 'accidentDisaster' } as const

const amend = (scenario: Scenario, part: Omit<Partial<AmendReport>, 'type'>): Refusal | null =>
  scenario.send({ type: 'AmendReport', reason: { sealed: 'why' }, ...part })

const fromOccurrence = plan('p', [
  step('restore', { due: { within: HOUR, from: 'occurred' } }),
  step('report', { due: { within: HOUR, from: 'reported' } }),
])

describe('what is put right', () => {
  it('holds at once, and what stood there before stays in the record beside it', () => {
    const scenario = incidentAt(WORKDAY, { channel: '电话' })
    scenario.pass('2 min')
    expect(amend(scenario, { place: '3号楼天台', incidentType: FIRE, channel: '110' })).toBeNull()
    expect(scenario.state()).toMatchObject({
      place: '3号楼天台',
      type: 'fire',
      category: 'accident',
      legalCategory: 'accidentDisaster',
      channel: '110',
      amended: { at: START + 2 * MINUTE, by: '周敏' },
    })
    expect(scenario.events.at(-1)).toMatchObject({
      type: 'ReportAmended',
      now: { place: '3号楼天台', incidentType: 'fire', channel: '110' },
      before: { place: '热线中心', incidentType: null, channel: '电话' },
    })
    expect(scenario.board().amended).toEqual({ at: START + 2 * MINUTE, by: '周敏' })
  })

  it('a type that was put right names the incident, unless a plan came since or is for it', () => {
    const name = localized('火灾', 'Fire')
    const scenario = incidentAt(WORKDAY, { type: { ...FIRE, name, words: [] } })
    const injury = plan('injury', [step('a')], { types: ['injury'] })
    scenario.activate(injury)
    expect(scenario.board().kind).toEqual(injury.short) // it may know better than the report
    amend(scenario, { incidentType: { ...FIRE, code: 'water' } })
    amend(scenario, { incidentType: FIRE })
    expect(scenario.board().kind).toEqual(name)
    scenario.pass('1 min')
    const rescue = plan('rescue', [step('b')], { types: ['injury'] })
    scenario.activate(rescue, { supersedes: 'injury' })
    expect(scenario.board().kind).toEqual(rescue.short)
  })

  it('changes nothing else: neither the report, nor a plan, nor a mark of a drill', () => {
    const scenario = incidentAt(WORKDAY, { drill: true })
    scenario.activate(plan('p', [step('a')]))
    const before = scenario.state()
    amend(scenario, { narrative: { sealed: 'n' }, reporter: { sealed: 'r' } })
    expect(scenario.state()).toEqual({
      ...before,
      version: before.version + 1,
      narrative: { sealed: 'n' },
      reporter: { sealed: 'r' },
      amended: { at: START, by: '周敏' },
    })
  })

  it('a place that is in clear again leaves no area behind', () => {
    const scenario = incidentAt(WORKDAY)
    amend(scenario, { place: { sealed: 'home' }, area: '云雀苑' })
    expect(scenario.state()).toMatchObject({ place: { sealed: 'home' }, area: '云雀苑' })
    amend(scenario, { place: '政务大厅' })
    expect(scenario.state().place).toBe('政务大厅')
    expect(scenario.state()).not.toHaveProperty('area')
  })

  it.each([
    ['closed', ['closed'], null],
    ['archived', ['closed', 'archived'], 'incident-over'],
    ['a false report', ['falseReport'], 'incident-over'],
  ] as const)('%s', (_, path, code) => {
    const scenario = incidentAt(WORKDAY)
    for (const to of path) scenario.move(to, '记录')
    expect(amend(scenario, { place: '二楼' })?.code ?? null).toBe(code)
  })

  it.each<[string, Omit<Partial<AmendReport>, 'type'>, string]>([
    ['what is recorded so', { place: '热线中心' }, 'no-change'],
    ['a place without a word', { place: '  ' }, 'bad-input'],
    ['an occurrence more than a day ahead', { occurredAt: START + 25 * HOUR }, 'bad-input'],
  ])('refused: %s', (_, part, code) => {
    expect(amend(incidentAt(WORKDAY), part)?.code).toBe(code)
  })
})

describe('a limit that counts from the occurrence', () => {
  const running = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(fromOccurrence)
    scenario.pass('10 min')
    return scenario
  }

  it('is worked out anew while it runs; one that counts from the report is not', () => {
    const scenario = running()
    amend(scenario, { occurredAt: START - 20 * MINUTE })
    expect(scenario.step('restore')).toMatchObject({
      startedAt: START - 20 * MINUTE,
      dueAt: START + 40 * MINUTE,
    })
    expect(scenario.step('report').dueAt).toBe(START + HOUR)
  })

  it('fires once where it is past already, and says by how much it is late', () => {
    const scenario = running()
    amend(scenario, { occurredAt: START - 2 * HOUR })
    expect(scenario.step('restore').late).toBe(true)
    scenario.pass('30 min')
    expect(scenario.all('StepLate')).toMatchObject([
      { stepId: 'restore', dueAt: START - HOUR, lateByMs: HOUR + 10 * MINUTE },
    ])
  })

  it('keeps its judgement once it has ended: late, met, or cancelled', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('late', { due: { within: 5 * MINUTE, from: 'occurred' } }),
        step('met', { due: { within: HOUR, from: 'occurred' } }),
        step('skipped', { due: { within: HOUR, from: 'occurred' } }),
      ]),
    )
    scenario.pass('10 min')
    scenario.finish('met')
    scenario.finish('skipped', 'skipped', '不需要')
    amend(scenario, { occurredAt: START + 9 * MINUTE })
    expect(scenario.step('late')).toMatchObject({ late: true, dueAt: START + 5 * MINUTE })
    amend(scenario, { occurredAt: START - 3 * HOUR })
    expect(scenario.step('met').late).toBe(false)
    const [late, met, skipped] = projectStats(scenario.state(), scenario.world).limits
    expect([late?.dueAt, met?.dueAt, skipped?.dueAt]).toEqual(
      [5 * MINUTE, HOUR, HOUR].map((after) => START + after),
    )
  })

  it('that rested comes back with the occurrence as it is known by then', () => {
    const scenario = incidentAt(WORKDAY)
    const when = { fact: 'k', is: 'yes' }
    scenario.activate(
      plan('p', [step('a', { when, due: { within: HOUR, from: 'occurred' } })], {
        facts: [yesNo('k')],
      }),
    )
    scenario.answer('k', 'yes')
    scenario.answer('k', 'no')
    amend(scenario, { occurredAt: START - 10 * MINUTE })
    scenario.answer('k', 'yes')
    expect(scenario.step('a').dueAt).toBe(START + 50 * MINUTE)
  })

  it('a later time of a step that repeats counts from the time before it', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('a', {
          due: { within: HOUR, from: 'occurred' },
          repeat: { every: 30 * MINUTE, until: 'contained' },
        }),
      ]),
    )
    scenario.finish('a')
    amend(scenario, { occurredAt: START - 10 * MINUTE })
    expect(scenario.step('a').dueAt).toBe(START + 30 * MINUTE)
  })
})

describe('a new type', () => {
  it('decides conditions and proposals anew, and ends no plan', () => {
    const other = plan('other', [step('b')], {
      start: [
        {
          when: { type: ['fire'] },
          then: 'propose',
          why: localized('着火了', 'There is a fire'),
          clause: 'S00-01',
        },
      ],
    })
    const scenario = incidentAt(WORKDAY, { library: [other] })
    scenario.activate(plan('p', [step('a', { when: { type: ['fire'] } })]))
    expect(scenario.step('a').state).toBe('waiting')
    amend(scenario, { incidentType: FIRE })
    expect(scenario.step('a').state).toBe('open')
    expect(scenario.board().proposed.map(({ planId }) => planId)).toEqual(['other'])
    expect(scenario.board().plans.map(({ supersededBy }) => supersededBy)).toEqual([null])
  })
})

describe('an answer that the report gave', () => {
  const fromType = plan('p', [step('a', { when: { fact: 'gas', is: 'yes' } })], {
    facts: [yesNo('gas', { from: { type: { fire: 'no', gas: 'yes' }, channel: {}, heard: {} } })],
  })
  const GAS = { code: 'gas', category: 'accident', legal: null }

  it('is given anew when the report is put right, and a person’s stays', () => {
    const scenario = incidentAt(WORKDAY)
    amend(scenario, { incidentType: FIRE })
    scenario.activate(fromType)
    expect(scenario.state().facts['gas']).toMatchObject({ value: 'no', source: 'report' })
    amend(scenario, { incidentType: GAS })
    expect(scenario.state().facts['gas']).toMatchObject({ value: 'yes', source: 'report' })
    expect(scenario.step('a').state).toBe('open')
    scenario.answer('gas', 'no')
    amend(scenario, { incidentType: FIRE })
    amend(scenario, { incidentType: GAS })
    expect(scenario.state().facts['gas']?.value).toBe('no')
  })

  it('of two plans that read it differently the first decides, and nothing goes round', () => {
    const other = plan('q', [step('b')], {
      facts: [yesNo('gas', { from: { type: { gas: 'no' }, channel: {}, heard: {} } })],
    })
    const scenario = incidentAt(WORKDAY)
    amend(scenario, { incidentType: FIRE })
    scenario.activate(fromType)
    scenario.activate(other)
    amend(scenario, { incidentType: GAS })
    expect(scenario.state().facts['gas']?.value).toBe('yes')
  })
})
