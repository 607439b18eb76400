/**
 * Evidence and its clock (S09-49): kept until the incident is over or so many days after it
 * occurred, the later; it alarms nobody.
 */
import { describe, expect, it } from 'vitest'
import { publicIncident } from '#shared/domain/board/public.ts'
import type { RecordEvidence } from '#shared/domain/incident/record/commands.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR, plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const DAY = 24 * HOUR
const keep = (scenario: Scenario, part: Partial<RecordEvidence> = {}) =>
  scenario.send({
    type: 'RecordEvidence',
    what: '当天监控',
    kind: 'video',
    place: '监控室硬盘',
    keeper: null,
    stepId: null,
    ...part,
  })
const lossy = plan('p', [
  step('cut', { evidence: { what: localized('监控', 'Video'), keepDays: 7 } }),
  step('plain'),
])

it('is on the board as it was recorded, with who and when; on no wall', () => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(lossy)
  keep(scenario, { stepId: 'cut', keeper: { sealed: 'k' } })
  expect(scenario.board().evidence).toEqual([
    {
      id: '1',
      what: '当天监控',
      kind: 'video',
      place: '监控室硬盘',
      keeper: '话',
      recordedAt: scenario.now(),
      recordedBy: '周敏',
      stepId: 'cut',
      keepDays: 7,
      keepUntil: null,
      mayGoAt: null,
    },
  ])
  expect(publicIncident(scenario.board()).evidence).toEqual([])
  expect(scenario.step('cut').evidence).toMatchObject({ keepDays: 7 })
})

it('is kept as long as its step says, else 30 days', () => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(lossy)
  for (const stepId of ['cut', 'plain', null]) keep(scenario, { stepId })
  expect(scenario.board().evidence.map(({ keepDays }) => keepDays)).toEqual([7, 30, 30])
  expect(keep(scenario, { stepId: 'nowhere' })).toMatchObject({ code: 'unknown-step' })
})

describe('how long', () => {
  it('is open until the incident is over; then so many days from when it occurred', () => {
    const occurredAt = Date.parse(WORKDAY) - DAY
    const scenario = incidentAt(WORKDAY, { occurredAt })
    keep(scenario)
    scenario.pass('2 d')
    expect([scenario.board().evidence[0]?.keepUntil, scenario.deadlines()]).toEqual([null, []])
    scenario.move('closed', '已处理')
    expect(scenario.board().evidence[0]?.keepUntil).toBe(occurredAt + 30 * DAY)
  })

  it('is until the closing, if that is later, and then it may go at once', () => {
    const scenario = incidentAt(WORKDAY)
    keep(scenario)
    scenario.pass('40 d')
    expect(scenario.all('EvidenceMayGo')).toEqual([])
    scenario.move('closed', '已处理')
    expect(scenario.board().evidence).toMatchObject([
      { keepUntil: scenario.now(), mayGoAt: scenario.now() },
    ])
    expect(scenario.all('EvidenceMayGo')).toMatchObject([
      { evidenceId: '1', what: '当天监控', keptUntil: scenario.now(), by: 'Vigil' },
    ])
  })

  it('counts from a false report as from a closing', () => {
    const scenario = incidentAt(WORKDAY)
    keep(scenario)
    scenario.move('falseReport', '误触')
    expect(scenario.deadlines()).toEqual([
      { key: 'kept:1', fires: 'kept', of: '1', dueAt: Date.parse(WORKDAY) + 30 * DAY },
    ])
  })
})

describe('when the time has passed', () => {
  it('it is said once, by the station, also after archiving; no alert is raised', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(lossy)
    keep(scenario, { stepId: 'cut' })
    keep(scenario, { what: '照片', kind: 'photo' })
    scenario.move('closed', '无须处置')
    scenario.pass('1 h')
    scenario.move('archived')
    scenario.pass('8 d')
    expect(scenario.all('EvidenceMayGo').map(({ what, at, by }) => [what, at, by])).toEqual([
      ['当天监控', Date.parse(WORKDAY) + 7 * DAY, 'Vigil'],
    ])
    scenario.pass('30 d')
    expect(scenario.all('EvidenceMayGo').map(({ what }) => what)).toEqual(['当天监控', '照片'])
    scenario.pass('60 d')
    expect([
      scenario.all('EvidenceMayGo').length,
      scenario.all('AlertRaised').length,
      scenario.deadlines().length,
    ]).toEqual([2, 0, 0])
  })

  it('it is said when either clock is late: the key that the ticker names is enough', () => {
    const scenario = incidentAt(WORKDAY)
    keep(scenario)
    scenario.move('closed', '已处理')
    scenario.check('kept:1')
    expect(scenario.all('EvidenceMayGo')).toHaveLength(1)
    scenario.check('kept:1')
    expect(scenario.all('EvidenceMayGo')).toHaveLength(1)
  })
})

it('evidence of a drill has no clock, whatever happens', () => {
  const scenario = incidentAt(WORKDAY, { drill: true })
  keep(scenario)
  scenario.move('closed', '演练结束')
  scenario.pass('400 d')
  expect(scenario.board().evidence).toMatchObject([{ keepUntil: null, mayGoAt: null }])
  expect(scenario.all('EvidenceMayGo')).toEqual([])
})

it('that turns up after closing is still taken; after archiving it is not', () => {
  const scenario = incidentAt(WORKDAY)
  scenario.move('closed', '已处理')
  expect(keep(scenario)).toBeNull()
  expect(scenario.deadlines()).toHaveLength(1)
  scenario.move('archived')
  expect(keep(scenario)).toMatchObject({ code: 'incident-over' })
})
