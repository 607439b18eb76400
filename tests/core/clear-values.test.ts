/**
 * How many events hold personal values in clear: those of a record from before they were sealed,
 * none of a new one.
 */
import { expect, test } from 'vitest'
import { CLEAR_KINDS, countingClear, type InStream } from '#shared/domain/clear-values.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation } from '../kit/station.ts'

const NONE = Object.fromEntries(CLEAR_KINDS.map((kind) => [kind, 0]))
const at = Date.parse('2026-11-24T12:00:00+08:00')
const event = (stream: string, type: string, body: object): InStream => ({
  stream,
  type,
  at,
  by: '周敏',
  body,
})
const reported = (stream: string, incidentType: string | null): InStream =>
  event(stream, 'IncidentReported', { place: '七号楼', incidentType, narrative: { sealed: 'a' } })

function counted(...events: readonly InStream[]): object {
  const counting = countingClear(
    (type) => type === 'home',
    (place) => place === '梧桐里3号',
  )
  counting.add(events)
  return counting.result()
}

test('given events from before, each kind is counted by the events that hold it', () => {
  const behalf = { person: '王强', channel: '电话', words: { sealed: 'b' } }
  expect(
    counted(
      event('incident.1', 'StepFinished', { stepId: 'a', reason: '原因', onBehalfOf: behalf }),
      event('incident.1', 'IncidentMoved', { from: 'responding', to: 'closed', reason: null }),
      event('incident.1', 'PlanActivated', { planId: 'p', commander: '总指挥' }),
      event('incident.1', 'EvidenceRecorded', { what: '监控', place: '柜子', keeper: null }),
      event('roster', 'RosterSet', { posts: { head: [{ person: '李娜', phone: '139' }] } }),
      event('roster', 'RosterSet', { posts: { head: [{ person: '李娜', phone: '' }] } }),
      event('desk.a', 'DeskSignedOn', { person: '周敏' }),
      event('desk.a', 'DeskSignedOn', { person: null }),
      event('import.x', 'ImportWithdrawn', { reason: '错了' }),
      { ...event('places', 'PlaceSet', {}), named: true },
    ),
  ).toEqual({
    events: 8,
    byKind: {
      person: 4,
      phone: 1,
      channel: 1,
      commander: 1,
      reason: 2,
      evidence: 1,
      place: 0,
      author: 1,
    },
  })
})

test('given a place that is a home, it counts with the event that says which type it is', () => {
  const classified = (stream: string, incidentType: string): InStream =>
    event(stream, 'IncidentClassified', { incidentType })
  expect(counted(reported('incident.1', 'home'))).toMatchObject({ events: 1 })
  expect(counted(reported('incident.1', 'hall'))).toMatchObject({ events: 0 })
  expect(
    counted(
      reported('incident.1', null),
      reported('incident.2', null),
      classified('incident.1', 'home'),
      classified('incident.2', 'hall'),
    ),
  ).toEqual({ events: 1, byKind: { ...NONE, place: 1 } })
})

test('given a place that the register knows as a home, it counts whatever its type', () => {
  const at3 = (stream: string, type: string): InStream =>
    event(stream, type, { place: '梧桐里3号', incidentType: 'hall', narrative: { sealed: 'a' } })
  expect(counted(at3('incident.1', 'IncidentReported'), reported('incident.2', 'hall'))).toEqual({
    events: 1,
    byKind: { ...NONE, place: 1 },
  })
})

test('given a record that this program wrote, there is none; what comes later is read on', async () => {
  const kit = await openStation({ plans: [plan('p', [step('a'), step('b')])] })
  const read = () => kit.ask('journal/clear-values', null)
  await kit.ask('roster/set', { posts: { head: [{ person: '李娜', phone: '139' }] } })
  const incidentId = await kit.run(['p'])
  const first = await read()
  expect(first).toEqual({ events: 0, byKind: NONE, position: (await kit.events()).length })
  await kit.ask('incident/step', { incidentId, stepId: 'a', outcome: 'done', reason: '因为' })
  const [second, again] = await Promise.all([read(), read()])
  expect(second).toEqual({ ...first, position: (await kit.events()).length })
  expect(again).toEqual(second)
  await kit.stop()
})
