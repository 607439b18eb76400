/** What an incident counts as, part by part: there, or not there at all. */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { amount, choice, MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)
const stats = (scenario: Scenario, part: Partial<Incident> = {}) =>
  projectStats({ ...scenario.state(), ...part }, scenario.world)

it('a report alone has no plans, nudges, evidence, answers and figures', () => {
  const counted = stats(incidentAt(WORKDAY))
  for (const key of ['plans', 'nudges', 'evidence', 'answers', 'severity', 'casualties'])
    expect(counted).not.toHaveProperty(key)
  for (const key of ['loss', 'impact', 'imported', 'address'])
    expect(counted).not.toHaveProperty(key)
  expect(counted).toMatchObject({ counted: true, falseReport: false, limits: [], at: START })
})

it('the plans are all that ran, the first alone, too', () => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(plan('p', [step('a')]))
  expect(stats(scenario).plans).toEqual([{ planId: 'p', revision: 'p-r1' }])
  scenario.activate(plan('q', [step('b')]))
  expect(stats(scenario).plans?.map(({ planId }) => planId)).toEqual(['p', 'q'])
})

describe('answers', () => {
  const asking = plan('p', [step('a')], {
    facts: [
      choice('single', ['only'], { recordOnly: true }),
      choice('several', ['oil', 'wire'], { recordOnly: true, several: true }),
      choice('steering', ['yes', 'no']),
      amount('number', { recordOnly: true }),
    ],
  })
  const answered = (...answers: readonly [string, string | number | readonly string[]][]) => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(asking)
    for (const [key, value] of answers) expect(scenario.answer(key, value as string)).toBeNull()
    return stats(scenario).answers
  }

  it('are those to questions of statistics that have options', () => {
    expect(answered()).toBeUndefined()
    expect(answered(['steering', 'yes'])).toBeUndefined()
    expect(answered(['number', 7])).toBeUndefined()
    expect(answered(['single', 'only'])).toEqual({ 'p|single': ['only'] })
    expect(answered(['several', ['oil', 'wire']], ['number', 7])).toEqual({
      'p|several': ['oil', 'wire'],
    })
  })
})

describe('what somebody had to take in hand', () => {
  const begun = () => {
    const scenario = incidentAt(WORKDAY, { attention: ATTENTION_DEFAULTS })
    scenario.activate(
      plan('p', [step('a', { lifeSafety: true, due: { within: 30 * MINUTE, from: 'activated' } })]),
    )
    scenario.pass('5 s')
    return scenario
  }
  const nudges = (scenario: Scenario) =>
    stats(scenario).nudges?.filter(({ stepId }) => stepId === 'a')

  it('is open, was taken, or ended otherwise', () => {
    expect(nudges(begun())).toMatchObject([{ startedAt: START, doneAt: null, endedAt: null }])
    const accepted = begun()
    accepted.accept('a')
    expect(nudges(accepted)).toMatchObject([{ doneAt: START + 5000, endedAt: null }])
    const over = begun()
    over.move('falseReport', '误触')
    expect(nudges(over)).toMatchObject([{ doneAt: null, endedAt: START + 5000 }])
  })
})

describe('the place', () => {
  const scenario = incidentAt(WORKDAY)
  it.each<[string, Partial<Incident>, object]>([
    ['in clear', { place: '大厅', area: '东片' }, { place: '大厅' }],
    [
      'sealed, by its area',
      { place: { sealed: 's' }, area: '东片' },
      { place: '东片', address: { sealed: 's' } },
    ],
    [
      'sealed, without one',
      { place: { sealed: 's' }, area: '' },
      { place: expect.any(String), address: { sealed: 's' } },
    ],
  ])('%s', (_, part, expected) => {
    const { place, address } = stats(scenario, part)
    expect(address === undefined ? { place } : { place, address }).toEqual(expected)
    expect(place).not.toBe('')
  })
})

describe('an imported incident', () => {
  const imported = (part: object = {}, state: Incident['state'] = 'archived') =>
    stats(incidentAt(WORKDAY), { state, imported: { importId: 'm', row: 2, ...part } } as object)

  it('counts until it is withdrawn', () => {
    expect(imported()).toMatchObject({ imported: 'counted', counted: true, falseReport: false })
    expect(imported({ withdrawn: { at: 1, by: '周敏' } })).toMatchObject({
      ...{ imported: 'withdrawn', counted: false, falseReport: false },
    })
    expect(imported({}, 'falseReport')).toMatchObject({ counted: false, falseReport: true })
    expect(imported({ withdrawn: { at: 1, by: '周敏' } }, 'falseReport').falseReport).toBe(false)
    expect(imported({}, 'merged')).toMatchObject({ counted: false, falseReport: false })
  })
})

it('evidence is counted, and of it what may go', () => {
  const piece = (mayGoAt: number | null) => ({
    ...{ id: '1', what: '录像', kind: 'video', place: '监控室', keeper: null, stepId: null },
    ...{ keepDays: 30, at: START, by: '周敏', mayGoAt },
  })
  const count = (...pieces: readonly object[]) =>
    stats(incidentAt(WORKDAY), { evidence: pieces } as object).evidence
  expect(count()).toBeUndefined()
  expect(count(piece(null))).toEqual({ kept: 1, mayGo: 0 })
  expect(count(piece(0), piece(null), piece(START))).toEqual({ kept: 3, mayGo: 2 })
})

it('a limit that came again counts each time, explained or not, as a proposal where it is one', () => {
  const scenario = incidentAt(WORKDAY)
  const due = { within: 10 * MINUTE, from: 'activated' } as const
  scenario.activate(plan('p', [step('a', { due }), step('b', { due, proposed: true })]))
  scenario.pass('11 min')
  scenario.finish('a', 'done', '路远')
  scenario.finish('b', 'skipped', '不用')
  expect(stats(scenario).limits).toMatchObject([
    { stepId: 'a', explained: true, startedAt: START, doneAt: START + 11 * MINUTE },
    { stepId: 'b', explained: true, proposed: true, doneAt: null },
  ])
  expect(stats(scenario).limits[0]).not.toHaveProperty('proposed')
})
