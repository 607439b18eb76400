/** A chain of reports up the line: the first, follow-ups that repeat, and the final one. */
import { describe, expect, it } from 'vitest'
import { shortOf, occurrencesIn, titleOf } from '#shared/domain/incident/record/occurrence.ts'
import type { Plan, Repeat, Step } from '#shared/domain/plan/plan.ts'
import { reportKind } from '#shared/domain/plan/report-kind.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR, MINUTE, plan, escalationStep, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)
const HALF_HOUR = 30 * MINUTE
const repeating = (part: Partial<Step> = {}, until: Repeat['until'] = 'contained'): Plan =>
  plan('p', [
    step('r', {
      due: { within: HOUR, from: 'reported' },
      late: [escalationStep('head'), escalationStep('manager', 5 * MINUTE)],
      repeat: { every: HALF_HOUR, until },
      ...part,
    }),
    step('x'),
  ])
const running = (response: Plan = repeating()): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(response)
  return scenario
}
describe('a chain of reports up the line', () => {
  const chain = (): Scenario =>
    running(
      plan('p', [
        step('first', {
          stage: 'report',
          title: localized('首报上级', 'First report'),
          due: { within: 30 * MINUTE, from: 'reported' },
        }),
        step('next', {
          stage: 'report',
          title: localized('再报进展', 'Report the progress'),
          short: localized('再报进展', 'Progress'),
          after: ['first'],
          due: { within: HALF_HOUR, from: { step: 'first' } },
          repeat: { every: HALF_HOUR, until: 'lifted' },
        }),
        step('final', {
          stage: 'report',
          title: localized('终报上级', 'Final report'),
          due: { within: HOUR, from: 'lifted' },
        }),
      ]),
    )

  it('numbers its follow-ups, each with a limit of its own', () => {
    const scenario = chain()
    expect(scenario.step('next')).toMatchObject({
      title: { zh: '再报进展（续报一）', en: 'Report the progress (follow-up no. 1)' },
      state: 'waiting',
    })
    scenario.finish('first')
    expect(scenario.step('first').title.zh).toBe('首报上级')
    scenario.pass('20 min')
    scenario.finish('next')
    expect(scenario.step('next')).toMatchObject({
      title: { zh: '再报进展（续报二）' },
      short: { zh: '续报二', en: 'Follow-up 2' },
      dueAt: START + 50 * MINUTE,
    })
    scenario.pass('31 min')
    expect(scenario.board().alerts).toMatchObject([
      {
        cause: {
          zh: '再报进展（续报二）：已超时',
          en: 'Report the progress (follow-up no. 2): late',
        },
      },
    ])
    scenario.finish('next', 'done', '线路忙')
    expect(scenario.step('next').title.zh).toBe('再报进展（续报三）')
    expect(
      projectStats(scenario.state(), scenario.world)
        .limits.filter(({ report }) => report === 'followUp')
        .map(({ dueAt }) => dueAt),
    ).toEqual([START + HALF_HOUR, START + 50 * MINUTE, START + 81 * MINUTE])
  })

  it.each(['done', 'already-done'] as const)(
    'is ended by its final report, %s: the open follow-up does not apply',
    (outcome) => {
      const scenario = chain()
      scenario.finish('first')
      scenario.finish('next')
      scenario.finish('final', outcome)
      expect(scenario.step('next')).toMatchObject({
        state: 'not-applicable',
        times: 1,
        title: { zh: '再报进展（续报二）' },
      })
      expect(scenario.step('next').reason).toContain('不再续报')
      scenario.correct('next')
      scenario.finish('next')
      expect(scenario.step('next')).toMatchObject({ state: 'done', times: 2 }) // and opens no more
    },
  )

  it('is not ended by a final report that was skipped', () => {
    const scenario = chain()
    scenario.finish('first')
    scenario.finish('final', 'skipped', '上级不要')
    expect(scenario.step('next').state).toBe('open')
  })

  it('names its times in the record, also after a correction', () => {
    const scenario = chain()
    scenario.finish('first')
    scenario.finish('next')
    scenario.correct('next')
    scenario.finish('next')
    scenario.finish('next')
    scenario.correct('next')
    scenario.finish('next')
    scenario.finish('next')
    scenario.finish('final')
    const timeOf = occurrencesIn()
    const occurrences = scenario.events
      .map((event) => [event, timeOf(event)] as const)
      .filter(([event]) => event.type === 'StepFinished' && event.stepId === 'next')
      .map(([, time]) => time)
    expect(occurrences).toEqual([1, 1, 2, 2, 3, 4])
  })

  it('other repeating steps say which time it is, and keep their short name', () => {
    const scenario = running()
    scenario.finish('r')
    expect(scenario.step('r').title.zh).toMatch(/（第2次）$/)
    expect(scenario.step('r').short).toEqual(repeating().steps[0]?.short)
  })

  it.each([
    [10, '续报十'],
    [11, '续报十一'],
    [20, '续报二十'],
    [99, '续报九十九'],
    [100, '续报100'],
  ])('writes %s as %s', (n, says) => {
    expect(
      shortOf(
        step('r', {
          stage: 'report',
          title: localized('续报', 'Follow-up report'),
          repeat: { every: HOUR, until: 'lifted' },
        }),
        n,
      ).zh,
    ).toBe(says)
  })
})

describe('a step that repeats in the stage of reports', () => {
  const comfort = (part: Partial<Step>): Step =>
    step('r', {
      stage: 'report',
      title: localized('安抚乘客', 'Calm the passengers'),
      repeat: { every: HALF_HOUR, until: 'lifted' },
      ...part,
    })

  it.each([
    ['says that it is none', { report: null }, null],
    ['says that it is a follow-up', { report: 'followUp' }, 'followUp'],
    ['was saved before it could say so', {}, 'followUp'],
  ] as const)('%s', (_what, part, kind) => {
    expect(reportKind(comfort(part))).toBe(kind)
  })

  it('is numbered as any other where it is no follow-up', () => {
    expect(titleOf(comfort({ report: null }), 2).zh).toBe('安抚乘客（第2次）')
  })
})
