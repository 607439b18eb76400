/** What the stream of the station holds: a loss and whether it was acknowledged, a restore. */
import { describe, expect, it } from 'vitest'
import { decideStation } from '#shared/domain/station/decide.ts'
import { emergenciesIn } from '#shared/domain/station/adoptions.ts'
import {
  RECORD_SHORTENED,
  setBackOf,
  stationStream,
  type StationEvent,
} from '#shared/domain/station/stream.ts'
import { localized } from '#shared/domain/text.ts'
import { AT, recorded, stateAfter } from '../../kit/decider.ts'

const point = (position: number) => ({ position, hash: `h${position}` })
const shortened: StationEvent = {
  ...{ type: 'RecordShortened', witnessed: point(9), left: point(5), lastAt: null },
}
const restored: StationEvent = {
  ...{ type: 'RecordRestored', ...point(7), backup: 'b', madeAt: '2026-11-24', program: '1' },
}
const fault = (alertId: string, about: string): StationEvent => ({
  ...{ type: 'FaultRaised', alertId, about, lasts: true, priority: 1, tone: null },
  ...{ cause: localized('因', 'Cause'), action: localized('办', 'Action') },
})
const acknowledged = (alertId: string): StationEvent => ({ type: 'FaultAcknowledged', alertId })
const after = (...events: readonly StationEvent[]) => stateAfter(stationStream, ...events)

describe('a record that was found shorter', () => {
  it('is acknowledged by the alert that tells of it, and by no other', () => {
    expect(after(shortened).shortened).toMatchObject({ alertId: null, acknowledged: false })
    const raised = [shortened, fault('f1', RECORD_SHORTENED), fault('f2', 'disk')] as const
    expect(after(...raised).shortened).toMatchObject({ alertId: 'f1', acknowledged: false })
    expect(after(...raised, acknowledged('f2')).shortened).toMatchObject({ acknowledged: false })
    expect(after(...raised, acknowledged('f1')).shortened).toMatchObject({ acknowledged: true })
  })

  it('leaves other faults and acknowledgements without a trace where it is not', () => {
    expect(after(fault('f1', RECORD_SHORTENED), acknowledged('f1')).shortened).toBeNull()
  })

  it('is the last step back, unless the record has been restored since', () => {
    expect(setBackOf(after())).toBeNull()
    expect(setBackOf(after(shortened))).toEqual({ why: 'shortened', ...point(5), at: AT - 60_000 })
    expect(setBackOf(after(shortened, restored))).toEqual({
      ...{ why: 'restored', ...point(7), at: AT - 60_000 },
    })
    expect(setBackOf(after(restored, shortened))).toMatchObject({ why: 'shortened' })
  })

  it('is recorded once for what was witnessed', () => {
    const shortening = (witnessed: ReturnType<typeof point>, before = after(shortened)) =>
      decideStation(before, {
        ...{ type: 'NoteShortening', witnessed, left: point(5), lastAt: null },
      })
    expect(shortening(point(9))).toEqual(recorded())
    expect(shortening({ ...point(9), hash: 'x' })).toMatchObject({
      events: [{ type: 'RecordShortened' }],
    })
    expect(shortening({ ...point(8), hash: 'h9' })).toMatchObject({
      events: [{ type: 'RecordShortened' }],
    })
    expect(shortening(point(9), after())).toMatchObject({ events: [{ type: 'RecordShortened' }] })
  })
})

describe('a flood, a clock, an adoption', () => {
  it('a flood is recorded as it begins and as it ends', () => {
    const flood = (began: boolean) =>
      decideStation(after(), { type: 'NoteFlood', began, since: 5, raised: 11 })
    expect(flood(true)).toEqual(recorded({ type: 'FloodBegan', raised: 11 }))
    expect(flood(false)).toEqual(recorded({ type: 'FloodEnded', since: 5 }))
  })

  it('an emergency record is adopted once, whatever else was', () => {
    const adopt = (record: string) => ({
      ...{ record, emergency: point(3), own: point(4), since: 1, until: 2, incidents: [] },
    })
    const adopted = (record: string): StationEvent => ({
      type: 'EmergencyAdopted',
      ...adopt(record),
    })
    const decide = (record: string, ...before: readonly StationEvent[]) =>
      decideStation(after(...before), { type: 'AdoptEmergency', ...adopt(record) })
    expect(decide('b', adopted('a'), adopted('b'))).toEqual(recorded())
    expect(decide('a', adopted('a'), adopted('b'))).toEqual(recorded())
    expect(decide('c', adopted('a'), adopted('b'))).toEqual(recorded(adopted('c')))
  })

  it('emergencies of some dates are those that any part of lies in them, in their order', () => {
    const span = (record: string, since: string, until: string) => ({
      ...{ record, emergency: point(3), since: Date.parse(since), until: Date.parse(until) },
    })
    const adoptions = [
      span('later', '2026-11-30T10:00:00+08:00', '2026-12-02T10:00:00+08:00'),
      span('before', '2026-10-31T10:00:00+08:00', '2026-10-31T23:59:59+08:00'),
      span('into', '2026-10-31T10:00:00+08:00', '2026-11-01T00:00:00+08:00'),
      span('after', '2026-12-01T00:00:00+08:00', '2026-12-01T10:00:00+08:00'),
    ]
    const during = emergenciesIn(
      adoptions,
      { from: '2026-11-01', to: '2026-11-30' },
      'Asia/Shanghai',
    )
    expect(during.map(({ since }) => new Date(since).toISOString())).toEqual([
      '2026-10-31T02:00:00.000Z',
      '2026-11-30T02:00:00.000Z',
    ])
  })
})
