/**
 * Evidence and its clock (S09-49): kept until the incident is over or so many days after it
 * occurred, the later; it alarms nobody.
 */
import { describe, expect, it } from 'vitest'
import { publicIncident } from '#shared/domain/board/public.ts'
import type { RecordEvidence } from '#shared/domain/incident/record/commands.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR, plan, step } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const DAY = 24 * HOUR
const keep = (led: Led, part: Partial<RecordEvidence> = {}) =>
  led.send({
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

it('is on the board as it was recorded, with who and when; on a wall without its keeper', () => {
  const led = reported(WORKDAY)
  led.activate(lossy)
  keep(led, { stepId: 'cut', keeper: { sealed: 'k' } })
  expect(led.board().evidence).toEqual([
    {
      id: '1',
      what: '当天监控',
      kind: 'video',
      place: '监控室硬盘',
      keeper: '话',
      recordedAt: led.now(),
      recordedBy: '周敏',
      stepId: 'cut',
      keepDays: 7,
      keepUntil: null,
      mayGoAt: null,
    },
  ])
  expect(publicIncident(led.board()).evidence).toMatchObject([{ what: '当天监控', keeper: null }])
  expect(led.step('cut').evidence).toMatchObject({ keepDays: 7 })
})

it('is kept as long as its step says, else 30 days', () => {
  const led = reported(WORKDAY)
  led.activate(lossy)
  for (const stepId of ['cut', 'plain', null]) keep(led, { stepId })
  expect(led.board().evidence.map(({ keepDays }) => keepDays)).toEqual([7, 30, 30])
  expect(keep(led, { stepId: 'nowhere' })).toMatchObject({ code: 'unknown-step' })
})

describe('how long', () => {
  it('is open until the incident is over; then so many days from when it occurred', () => {
    const occurredAt = Date.parse(WORKDAY) - DAY
    const led = reported(WORKDAY, { occurredAt })
    keep(led)
    led.pass('2 d')
    expect([led.board().evidence[0]?.keepUntil, led.deadlines()]).toEqual([null, []])
    led.move('closed', '已处理')
    expect(led.board().evidence[0]?.keepUntil).toBe(occurredAt + 30 * DAY)
  })

  it('is until the closing, if that is later, and then it may go at once', () => {
    const led = reported(WORKDAY)
    keep(led)
    led.pass('40 d')
    expect(led.all('EvidenceMayGo')).toEqual([])
    led.move('closed', '已处理')
    expect(led.board().evidence).toMatchObject([{ keepUntil: led.now(), mayGoAt: led.now() }])
    expect(led.all('EvidenceMayGo')).toMatchObject([
      { evidenceId: '1', what: '当天监控', keptUntil: led.now(), by: 'Vigil' },
    ])
  })

  it('counts from a false report as from a closing', () => {
    const led = reported(WORKDAY)
    keep(led)
    led.move('falseReport', '误触')
    expect(led.deadlines()).toEqual([
      { key: 'kept:1', fires: 'kept', of: '1', dueAt: Date.parse(WORKDAY) + 30 * DAY },
    ])
  })
})

describe('when the time has passed', () => {
  it('it is said once, by the station, also after archiving; no alert is raised', () => {
    const led = reported(WORKDAY)
    led.activate(lossy)
    keep(led, { stepId: 'cut' })
    keep(led, { what: '照片', kind: 'photo' })
    led.move('closed')
    led.pass('1 h')
    led.move('archived')
    led.pass('8 d')
    expect(led.all('EvidenceMayGo').map(({ what, at, by }) => [what, at, by])).toEqual([
      ['当天监控', Date.parse(WORKDAY) + 7 * DAY, 'Vigil'],
    ])
    led.pass('30 d')
    expect(led.all('EvidenceMayGo').map(({ what }) => what)).toEqual(['当天监控', '照片'])
    led.pass('60 d')
    expect([
      led.all('EvidenceMayGo').length,
      led.all('AlertRaised').length,
      led.deadlines().length,
    ]).toEqual([2, 0, 0])
  })

  it('also when either clock is late: the key that the ticker names is enough', () => {
    const led = reported(WORKDAY)
    keep(led)
    led.move('closed', '已处理')
    led.check('kept:1')
    expect(led.all('EvidenceMayGo')).toHaveLength(1)
    led.check('kept:1')
    expect(led.all('EvidenceMayGo')).toHaveLength(1)
  })
})

it('of a drill has no clock, whatever happens', () => {
  const led = reported(WORKDAY, { drill: true })
  keep(led)
  led.move('closed', '演练结束')
  led.pass('400 d')
  expect(led.board().evidence).toMatchObject([{ keepUntil: null, mayGoAt: null }])
  expect(led.all('EvidenceMayGo')).toEqual([])
})

it('that turns up after closing is still taken; after archiving it is not', () => {
  const led = reported(WORKDAY)
  led.move('closed', '已处理')
  expect(keep(led)).toBeNull()
  expect(led.deadlines()).toHaveLength(1)
  led.move('archived')
  expect(keep(led)).toMatchObject({ code: 'incident-over' })
})
