/** The end of keeping follows the incident: when it runs again, and when its time is put right. */
import { expect, it } from 'vitest'
import { retained } from '#shared/domain/incident/rules/evidence.ts'
import { WORKDAY } from '../../kit/days.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { HOUR } from '../../kit/plan.ts'

const DAY = 24 * HOUR
const START = Date.parse(WORKDAY)

function secured(occurredAt = START): Scenario {
  const scenario = incidentAt(WORKDAY, { occurredAt })
  scenario.send({
    ...{ type: 'RecordEvidence', what: '当天监控', kind: 'video', place: '硬盘柜' },
    ...{ keeper: null, stepId: null },
  })
  return scenario
}
const piece = (scenario: Scenario) => scenario.board().evidence[0]
const reopen = (scenario: Scenario, at: number) =>
  scenario.send({
    ...{ type: 'MoveBack', reason: '又有情况' },
    last: { from: 'reported', at, left: [] },
  })

it('of an incident that runs again nothing ends; closed anew, it ends by the later closing', () => {
  const scenario = secured()
  scenario.pass('2 d')
  scenario.move('closed', '已处理')
  expect(piece(scenario)?.keepUntil).toBe(START + 30 * DAY)
  expect(reopen(scenario, scenario.now())).toBeNull()
  expect([piece(scenario)?.keepUntil, retained(scenario.state())]).toEqual([null, []])
  scenario.pass('40 d')
  expect(scenario.all('EvidenceMayGo')).toEqual([])
  scenario.move('closed', '已处理')
  expect(piece(scenario)).toMatchObject({ keepUntil: scenario.now(), mayGoAt: scenario.now() })
})

it('what was free to go is kept again once the incident runs again, and is told a second time', () => {
  const scenario = secured()
  scenario.pass('40 d')
  scenario.move('closed', '已处理')
  expect(scenario.all('EvidenceMayGo')).toHaveLength(1)
  reopen(scenario, scenario.now())
  expect(piece(scenario)).toMatchObject({ keepUntil: null, mayGoAt: null })
  const release = { type: 'ReleaseEvidence', evidenceId: '1', to: { sealed: 't' } } as const
  expect(scenario.send({ ...release, reason: null })).toMatchObject({ code: 'reason-needed' })
  scenario.pass('1 d')
  scenario.move('closed', '已处理')
  expect(scenario.all('EvidenceMayGo').map(({ keptUntil }) => keptUntil)).toEqual([
    START + 40 * DAY,
    START + 41 * DAY,
  ])
  expect(scenario.send({ ...release, reason: null })).toBeNull()
})

it('what was handed out stays so, whatever becomes of the incident', () => {
  const scenario = secured()
  scenario.pass('40 d')
  scenario.move('closed', '已处理')
  scenario.send({ type: 'ReleaseEvidence', evidenceId: '1', to: { sealed: 't' }, reason: null })
  reopen(scenario, scenario.now())
  scenario.pass('1 d')
  scenario.move('closed', '已处理')
  expect(scenario.all('EvidenceMayGo')).toHaveLength(1)
})

it('a time of occurrence that is put right moves the end along, also after it had come', () => {
  const scenario = secured(START - 20 * DAY)
  scenario.move('closed', '已处理')
  scenario.pass('11 d')
  expect(piece(scenario)?.mayGoAt).not.toBeNull()
  const amended = { type: 'AmendReport', occurredAt: START - 5 * DAY } as const
  expect(scenario.send({ ...amended, reason: { sealed: 'w' } })).toBeNull()
  expect(piece(scenario)).toMatchObject({ keepUntil: START + 25 * DAY, mayGoAt: null })
  expect(retained(scenario.state()).map(({ until }) => until)).toEqual([START + 25 * DAY])
  scenario.pass('20 d')
  expect(scenario.all('EvidenceMayGo').map(({ keptUntil }) => keptUntil)).toEqual([
    START + 10 * DAY,
    START + 25 * DAY,
  ])
})

it('of an incident that goes on as another one, it is kept there alone', () => {
  const scenario = secured()
  scenario.send({ type: 'ContinueIncident', incidentId: 'other' })
  expect(retained(scenario.state())).toEqual([])
  scenario.pass('60 d')
  expect(scenario.all('EvidenceMayGo')).toEqual([])
})
