/** Evidence leaves the place where it was kept: to whom, by whom, and why before its time. */
import { expect, it } from 'vitest'
import type { ReleaseEvidence } from '#shared/domain/incident/record/commands.ts'
import { retained } from '#shared/domain/incident/rules/evidence.ts'
import { WORKDAY } from '../../kit/days.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'

const secured = (options: Parameters<typeof incidentAt>[1] = {}): Scenario => {
  const scenario = incidentAt(WORKDAY, options)
  scenario.send({
    type: 'RecordEvidence',
    what: '当天监控',
    kind: 'video',
    place: '监控室硬盘',
    keeper: null,
    stepId: null,
  })
  return scenario
}
const release = (scenario: Scenario, part: Partial<ReleaseEvidence> = {}) =>
  scenario.send({
    type: 'ReleaseEvidence',
    evidenceId: '1',
    to: { sealed: 't' },
    reason: null,
    ...part,
  })

it('before its time is over only with a reason', () => {
  const scenario = secured()
  expect(release(scenario)).toMatchObject({ code: 'reason-needed' })
  expect(release(scenario, { reason: { sealed: 'r' } })).toBeNull()
  expect(scenario.all('EvidenceReleased')[0]).toMatchObject({ what: '当天监控', before: true })
  expect(scenario.board().evidence[0]?.released).toEqual({
    to: '话',
    reason: '话',
    at: scenario.now(),
    by: '周敏',
  })
})

it('after its time without one, also of an archived incident', () => {
  const scenario = secured()
  scenario.move('closed', '已处理')
  scenario.move('archived')
  scenario.pass('31 d')
  expect(release(scenario)).toBeNull()
  expect(scenario.all('EvidenceReleased')[0]).not.toHaveProperty('before')
})

it('its clock ends with it: nothing is told of what is gone', () => {
  const scenario = secured()
  scenario.move('closed', '已处理')
  release(scenario, { reason: { sealed: 'r' } })
  expect([
    retained(scenario.state()),
    scenario.deadlines().filter(({ fires }) => fires === 'kept'),
  ]).toEqual([[], []])
  scenario.pass('40 d')
  expect(scenario.all('EvidenceMayGo')).toEqual([])
})

it('twice is refused, and so is what is not there', () => {
  const scenario = secured()
  release(scenario, { reason: { sealed: 'r' } })
  expect(release(scenario, { reason: { sealed: 'r' } })).toMatchObject({ code: 'no-change' })
  expect(release(scenario, { evidenceId: '9' })).toMatchObject({ code: 'unknown-item' })
})

it('of a drill, whose evidence proves nothing, at any time without a reason', () => {
  expect(release(secured({ drill: true }))).toBeNull()
})
