/**
 * Numbers and severity of an incident: every later one is a correction by addition (493号 art. 13);
 * nothing follows by itself.
 */
import { describe, expect, it } from 'vitest'
import type { AssessIncident } from '#shared/domain/incident/record/commands.ts'
import { urgencyOf } from '#shared/domain/board/urgency.ts'
import { openAtArchive } from '#shared/domain/incident/rules/archiving.ts'
import type { ImpactNumbers } from '#shared/domain/incident/record/slices.ts'
import type { Condition } from '#shared/domain/plan/plan.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const assess = (scenario: Scenario, part: Partial<AssessIncident>, by?: string) =>
  scenario.send(
    { type: 'AssessIncident', casualties: null, loss: null, severity: null, reason: null, ...part },
    by,
  )
const impact = (scenario: Scenario, numbers: ImpactNumbers) =>
  scenario.send({ type: 'RecordImpact', impact: numbers, reason: null })

describe('casualties', () => {
  it('are unknown until they are counted, kind by kind', () => {
    const scenario = incidentAt(WORKDAY)
    expect(scenario.board().casualties).toBeNull()
    assess(scenario, { casualties: { dead: 0, serious: 2 } })
    expect(scenario.board().casualties).toEqual({
      dead: 0,
      serious: 2,
      minor: null,
      missing: null,
      ...{ trapped: null, atRisk: null, evacuated: null, vulnerable: null },
      at: scenario.now(),
      by: '周敏',
    })
  })

  it('trapped, at risk and evacuated are counted beside them: nought is told, blank is unknown', () => {
    const scenario = incidentAt(WORKDAY)
    assess(scenario, { casualties: { trapped: 3, atRisk: 120 } })
    assess(scenario, { casualties: { trapped: 0, evacuated: 500 }, reason: '全部救出' })
    expect(scenario.board().casualties).toMatchObject({
      ...{ dead: null, missing: null },
      ...{ trapped: 0, atRisk: 120, evacuated: 500 },
    })
    expect(scenario.all('CasualtiesCounted').at(-1)).toMatchObject({
      counts: { trapped: 0, evacuated: 500 },
      before: { trapped: 3 },
      reason: '全部救出',
    })
    expect(projectStats(scenario.state(), scenario.world).casualties).toEqual({
      trapped: 0,
      atRisk: 120,
      evacuated: 500,
    })
  })

  it('the vulnerable are among the others: they raise no severity and are in no figure of the hurt', () => {
    const scenario = incidentAt(WORKDAY)
    assess(scenario, { casualties: { vulnerable: 40 } })
    expect(scenario.board()).toMatchObject({
      casualties: { vulnerable: 40, evacuated: null },
      severitySuggested: null,
    })
    expect(urgencyOf(scenario.board(), scenario.now())).not.toBe('people')
  })

  it('the vulnerable may be at least one: still no casualties, nor first for it', () => {
    const scenario = incidentAt(WORKDAY)
    assess(scenario, { atLeastOne: ['vulnerable'] })
    expect(scenario.board()).toMatchObject({ atLeastOne: ['vulnerable'], severitySuggested: null })
    expect(urgencyOf(scenario.board(), scenario.now())).not.toBe('people')
    expect(openAtArchive(scenario.state(), scenario.world).casualties).toBe(false)
    assess(scenario, { casualties: { vulnerable: 2 } })
    expect(scenario.board()).toMatchObject({ atLeastOne: [], casualties: { vulnerable: 2 } })
  })

  it('who is trapped may be at least one; the law grades no severity by them', () => {
    const scenario = incidentAt(WORKDAY)
    assess(scenario, { atLeastOne: ['trapped', 'evacuated'], casualties: { evacuated: 900 } })
    expect(scenario.board()).toMatchObject({ atLeastOne: ['trapped'], severitySuggested: null })
    assess(scenario, { casualties: { trapped: 4 } })
    expect(scenario.board()).toMatchObject({ atLeastOne: [], casualties: { trapped: 4 } })
  })

  it('that nobody has counted are at least one, until somebody counts; a count is not lost to it', () => {
    const scenario = incidentAt(WORKDAY)
    assess(scenario, { atLeastOne: ['minor', 'dead'] })
    expect(scenario.state().atLeastOne).toEqual(['dead', 'minor'])
    expect(scenario.state().casualties).toBeUndefined()
    assess(scenario, { casualties: { minor: 4 } })
    assess(scenario, { atLeastOne: ['minor'], loss: 10 })
    expect(scenario.state().atLeastOne).toEqual(['dead'])
    expect(scenario.board().casualties).toMatchObject({ minor: 4, dead: null })
    expect(scenario.all('CasualtiesAnswered')).toHaveLength(2)
  })

  it('counted again: the later number stands, the earlier stays in the record with person and time', () => {
    const scenario = incidentAt(WORKDAY)
    assess(scenario, { casualties: { serious: 2, minor: 5 } })
    scenario.pass('10 min')
    assess(scenario, { casualties: { serious: 1, dead: 1 }, reason: '抢救无效' }, '李强')
    expect(scenario.board().casualties).toEqual({
      dead: 1,
      serious: 1,
      minor: 5,
      missing: null,
      ...{ trapped: null, atRisk: null, evacuated: null, vulnerable: null },
      at: scenario.now(),
      by: '李强',
    })
    expect(scenario.all('CasualtiesCounted')).toEqual([
      {
        type: 'CasualtiesCounted',
        counts: { serious: 2, minor: 5 },
        before: {},
        reason: null,
        at: scenario.now() - 10 * MINUTE,
        by: '周敏',
      },
      {
        type: 'CasualtiesCounted',
        counts: { dead: 1, serious: 1 },
        before: { serious: 2 },
        reason: '抢救无效',
        at: scenario.now(),
        by: '李强',
      },
    ])
  })

  it('may still change after the incident is closed, for 30 days by law; not once it is archived or false', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.move('closed', '已处理')
    expect(assess(scenario, { casualties: { dead: 1 } })).toBeNull()
    expect(scenario.board().casualties).toMatchObject({ dead: 1 })
    scenario.move('archived')
    expect(assess(scenario, { loss: 5 })).toMatchObject({ code: 'incident-over' })
    const wrong = incidentAt(WORKDAY)
    wrong.move('falseReport', '误触')
    expect(assess(wrong, { loss: 5 })).toMatchObject({ code: 'incident-over' })
    expect(impact(wrong, { staff: 1 })).toMatchObject({ code: 'incident-over' })
  })
})

describe('loss', () => {
  it('in yuan, with what it was before', () => {
    const scenario = incidentAt(WORKDAY)
    assess(scenario, { loss: 8000 })
    assess(scenario, { loss: 5000.5 })
    expect(scenario.board().loss).toBe(5000.5)
    expect(scenario.all('LossEstimated').map(({ yuan, before }) => [yuan, before])).toEqual([
      [8000, null],
      [5000.5, 8000],
    ])
  })
})

describe('severity', () => {
  it('is suggested and not set by itself; it is neither the level nor a warning', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')]), { level: 4 })
    assess(scenario, { casualties: { dead: 3 } })
    expect(scenario.board()).toMatchObject({
      severity: null,
      severitySuggested: 'serious',
      level: 4,
      warning: null,
    })
    assess(scenario, { severity: 'major', reason: '影响大' })
    expect(scenario.board()).toMatchObject({
      severity: 'major',
      severitySuggested: 'serious',
      level: 4,
      warning: null,
    })
  })

  it('keeps what was suggested when it was judged, the numbers of the same command included', () => {
    const scenario = incidentAt(WORKDAY)
    assess(scenario, { severity: 'ordinary' })
    assess(scenario, { casualties: { dead: 10 }, severity: 'major' })
    expect(
      scenario
        .all('SeverityJudged')
        .map(({ severity, before, suggested }) => [severity, before, suggested]),
    ).toEqual([
      ['ordinary', null, null],
      ['major', 'ordinary', 'major'],
    ])
  })

  it('is not suggested for what the law does not grade, but may be judged', () => {
    const scenario = incidentAt(WORKDAY, {
      type: {
        code: 'robbery',
        name: { zh: '抢劫', en: 'Robbery' },
        category: 'c',
        legal: 'socialSecurity',
        words: [],
      },
    })
    assess(scenario, { casualties: { dead: 3 } })
    expect(scenario.board().severitySuggested).toBeNull()
    expect(assess(scenario, { severity: 'serious' })).toBeNull()
  })
})

describe('impact (S02-03, S06-03)', () => {
  it('is told bit by bit: what is not said stays', () => {
    const scenario = incidentAt(WORKDAY)
    expect(scenario.board().impact).toBeNull()
    impact(scenario, { customers: 20, operating: 'closed' })
    impact(scenario, { operating: 'partly', serviceInterruptedMs: 45 * MINUTE })
    expect(scenario.board().impact).toEqual({
      staff: null,
      customers: 20,
      serviceInterruptedMs: 45 * MINUTE,
      operating: 'partly',
      meeting: null,
      at: scenario.now(),
      by: '周敏',
    })
  })
})

it('nothing said is refused, and nothing recorded', () => {
  const scenario = incidentAt(WORKDAY)
  expect(assess(scenario, { reason: '没有' })).toMatchObject({ code: 'bad-input' })
  expect(assess(scenario, { casualties: {} })).toMatchObject({ code: 'bad-input' })
  expect(impact(scenario, {})).toMatchObject({ code: 'bad-input' })
  expect(scenario.events).toHaveLength(1)
})

describe('a condition on casualties', () => {
  const opens = (when: Condition, counts: AssessIncident['casualties']): unknown => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a', { when })]))
    if (counts) assess(scenario, { casualties: counts })
    return scenario.step('a').state
  }

  it.each([
    [null, 'waiting'],
    [{ serious: 3 }, 'waiting'],
    [{ dead: 0 }, 'hidden'],
    [{ dead: 1 }, 'open'],
  ] as const)('dead over 0, counted %j: the step is %s', (counts, state) => {
    expect(opens({ casualties: 'dead', over: 0 }, counts)).toBe(state)
  })

  it.each([
    [null, 'waiting'],
    [{ dead: 0, serious: 0, minor: 2 }, 'hidden'], // strictly over
    [{ dead: 0, serious: 1, minor: 2 }, 'open'],
    [{ serious: 3 }, 'open'], // enough, whatever the rest will be
    [{ serious: 2 }, 'waiting'],
    [{ dead: 0, serious: 0, minor: 0, missing: 9 }, 'hidden'], // the missing are not hurt
  ] as const)('hurt (dead, serious, minor) over 2, counted %j: the step is %s', (counts, state) => {
    expect(opens({ casualties: 'hurt', over: 2 }, counts)).toBe(state)
  })

  it('lets the step go when the number is corrected; one that is done stays done', () => {
    const scenario = incidentAt(WORKDAY)
    const when: Condition = { casualties: 'serious', over: 0 }
    scenario.activate(plan('p', [step('a', { when }), step('b', { when })]))
    assess(scenario, { casualties: { serious: 1 } })
    scenario.finish('a')
    assess(scenario, { casualties: { serious: 0 } })
    expect([scenario.step('a').state, scenario.step('b').state]).toEqual(['done', 'hidden'])
  })

  it('is said on the board as what the step waits for', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('a', { when: { casualties: 'missing', over: 0 } }),
        step('b', { after: ['a'] }),
      ]),
    )
    expect([scenario.step('a').waitsForCount, scenario.step('b').waitsForCount]).toEqual([
      true,
      false,
    ])
    assess(scenario, { casualties: { missing: 1 } })
    expect(scenario.step('a').waitsForCount).toBe(false)
  })
})

describe('the fact for statistics', () => {
  it('has the numbers that were said, without persons and words; and nothing where nothing was said', () => {
    const scenario = incidentAt(WORKDAY)
    const bare = projectStats(scenario.state(), scenario.world)
    expect(['severity', 'casualties', 'loss', 'impact'].filter((key) => key in bare)).toEqual([])
    assess(scenario, { casualties: { dead: 0, minor: 2 }, loss: 6000, severity: 'ordinary' })
    impact(scenario, { staff: 1, operating: 'closed' })
    expect(projectStats(scenario.state(), scenario.world)).toMatchObject({
      severity: 'ordinary',
      loss: 6000,
    })
    expect(projectStats(scenario.state(), scenario.world).casualties).toEqual({ dead: 0, minor: 2 })
    expect(projectStats(scenario.state(), scenario.world).impact).toEqual({
      staff: 1,
      operating: 'closed',
    })
  })
})
