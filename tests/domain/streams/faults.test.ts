/** The faults of the station: raising, acknowledging and clearing one of several. */
import { describe, expect, it } from 'vitest'
import {
  decideFault,
  faultId,
  faultsAfter,
  isAbout,
  type Fault,
  type FaultEvent,
} from '#shared/domain/station/faults.ts'
import { localized } from '#shared/domain/text.ts'
import { AT, recorded } from '../../kit/decider.ts'

const words = {
  priority: 2,
  tone: null,
  cause: localized('磁盘', 'Disk'),
  action: localized('清理', 'Clear'),
} as const
const raise = (about: string, lasts = true) => ({
  ...{ alertId: faultId(about, 1), about, lasts },
  ...words,
})
const after = (faults: readonly Fault[], ...events: readonly FaultEvent[]): readonly Fault[] =>
  events.reduce((all, event) => faultsAfter(all, { ...event, at: AT, by: '周敏' }), faults)
const raised = (about: string, lasts = true): FaultEvent => ({
  type: 'FaultRaised',
  ...raise(about, lasts),
})
const two = after([], raised('disk'), raised('clock', false))
const ids = (faults: readonly Fault[]): string[] => faults.map(({ about }) => about)

describe('raising', () => {
  it('records a cause that does not stand, whatever else does', () => {
    expect(decideFault([], { type: 'RaiseFault', ...raise('disk') })).toEqual(
      recorded(raised('disk')),
    )
    expect(decideFault(two, { type: 'RaiseFault', ...raise('wall') })).toEqual(
      recorded(raised('wall')),
    )
  })
  it('records nothing of one that stands, first or last', () => {
    for (const about of ['disk', 'clock'])
      expect(decideFault(two, { type: 'RaiseFault', ...raise(about) })).toEqual(recorded())
  })
  it('puts it behind those that stand, as of now and acknowledged by nobody', () => {
    expect(after(two, raised('wall')).at(-1)).toEqual({
      ...raise('wall'),
      raisedAt: AT,
      acknowledged: null,
    })
  })
})

describe('acknowledging', () => {
  const acknowledge = (alertId: string) => ({ type: 'AcknowledgeFault', alertId }) as const
  const event = (about: string): FaultEvent => ({
    type: 'FaultAcknowledged',
    alertId: faultId(about, 1),
  })
  it('is refused where it does not stand', () => {
    expect(decideFault(two, acknowledge('fault.disk.2'))).toMatchObject({ code: 'unknown-alert' })
    expect(decideFault(two, acknowledge(faultId('clock', 1)))).toEqual(recorded(event('clock')))
  })
  it('keeps what lasts, with who did it, and removes what is over', () => {
    expect(after(two, event('disk'))).toMatchObject([
      { about: 'disk', acknowledged: { at: AT, by: '周敏' } },
      { about: 'clock', acknowledged: null },
    ])
    expect(ids(after(two, event('clock')))).toEqual(['disk'])
  })
  it('is refused the second time', () => {
    expect(decideFault(after(two, event('disk')), acknowledge(faultId('disk', 1)))).toMatchObject({
      code: 'alert-acknowledged',
    })
  })
})

describe('clearing', () => {
  it('records the one that stands, and nothing of one that does not', () => {
    const event: FaultEvent = { type: 'FaultCleared', alertId: faultId('clock', 1) }
    expect(decideFault(two, { type: 'ClearFault', about: 'clock' })).toEqual(recorded(event))
    expect(decideFault(two, { type: 'ClearFault', about: 'wall' })).toEqual(recorded())
    expect(ids(after(two, event))).toEqual(['disk'])
  })
})

it('knows by its id what an alert is about', () => {
  expect(isAbout(faultId('disk', 7), 'disk')).toBe(true)
  expect(isAbout(faultId('disk-full', 7), 'disk')).toBe(false)
  expect(isAbout('i1.1', 'disk')).toBe(false)
})
