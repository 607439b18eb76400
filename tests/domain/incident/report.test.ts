/**
 * Reporting: what and where are enough; nothing else is asked.
 */
import { describe, expect, it } from 'vitest'
import type { ReportIncident } from '#shared/domain/incident/record/commands.ts'
import { decide } from '#shared/domain/incident/decide.ts'
import { initialIncident } from '#shared/domain/incident/record/state.ts'
import { HOUR, plan, step } from '../../kit/plan.ts'
import { incidentAt } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const NOW = Date.parse(WORKDAY)
const world = incidentAt(WORKDAY).world
const report = (part: Partial<ReportIncident> = {}): ReturnType<typeof decide> =>
  decide(
    initialIncident('i2'),
    {
      type: 'ReportIncident',
      place: '三号窗口',
      narrative: { sealed: 'n' },
      incidentType: null,
      channel: null,
      reporter: null,
      occurredAt: null,
      drill: false,
      ...part,
    },
    { at: NOW, by: '周敏' },
    world,
  )

describe('a report', () => {
  it('needs what and where, and leaves everything else open', () => {
    expect(report()).toMatchObject({
      ok: true,
      events: [
        {
          type: 'IncidentReported',
          place: '三号窗口',
          narrative: { sealed: 'n' },
          incidentType: null,
          category: null,
          legalCategory: null,
          channel: null,
          reporter: null,
          occurredAt: null,
          drill: false,
        },
      ],
    })
  })

  it('trims the place, and refuses one that says nothing', () => {
    expect(report({ place: '  三号窗口 ' })).toMatchObject({ events: [{ place: '三号窗口' }] })
    expect(report({ place: ' \t' })).toEqual({
      ok: false,
      code: 'bad-input',
      message: {
        zh: '请写明地点；不知道就写“地点待核”',
        en: 'Enter the place; if it is not known, write "place to be confirmed"',
      },
    })
  })

  it('may lie 24 hours ahead, and not a millisecond more', () => {
    expect(report({ occurredAt: NOW + 24 * HOUR })).toMatchObject({ ok: true })
    expect(report({ occurredAt: NOW + 24 * HOUR + 1 })).toMatchObject({
      ok: false,
      code: 'bad-input',
      message: { zh: expect.stringContaining('24小时') },
    })
  })

  it('may lie in the past, however far', () => {
    expect(report({ occurredAt: 0 })).toMatchObject({ ok: true, events: [{ occurredAt: 0 }] })
  })

  it('keeps type, category and legal category as the site had them', () => {
    expect(
      report({ incidentType: { code: 'a.b', category: 'a', legal: 'socialSecurity' } }),
    ).toMatchObject({
      events: [{ incidentType: 'a.b', category: 'a', legalCategory: 'socialSecurity' }],
    })
  })

  it('is made once', () => {
    const scenario = incidentAt(WORKDAY)
    const again = scenario.send({
      type: 'ReportIncident',
      place: '别处',
      narrative: { sealed: 'n' },
      incidentType: null,
      channel: null,
      reporter: null,
      occurredAt: null,
      drill: true,
    })
    expect(again).toMatchObject({ code: 'already-reported' })
    expect(scenario.state()).toMatchObject({ place: '热线中心', drill: false })
  })
})

describe('before anything is reported', () => {
  it.each([
    {
      type: 'ActivatePlan',
      plan: plan('p', [step('a')]),
      level: null,
      commander: null,
      provisional: false,
      supersedes: null,
    },
    { type: 'AnswerFact', key: 'k', planId: null, value: 'yes' },
    { type: 'FinishStep', stepId: 'a', outcome: 'done', reason: null, onBehalfOf: null },
    { type: 'MoveIncident', to: 'closed', reason: 'r' },
    { type: 'AddNote', words: { sealed: 'n' } },
    { type: 'CheckDeadlines', due: ['limit:a'] },
  ] as const)('$type finds no incident', (command) => {
    expect(decide(initialIncident('i2'), command, { at: NOW, by: '周敏' }, world)).toMatchObject({
      ok: false,
      code: 'unknown-incident',
    })
  })
})

it('a drill is fixed at the report and stays through every state', () => {
  const scenario = incidentAt(WORKDAY, { drill: true })
  scenario.activate(plan('p', [step('a')]))
  scenario.finish('a')
  scenario.move('closed')
  scenario.move('archived')
  expect(scenario.state()).toMatchObject({ state: 'archived', drill: true })
})
