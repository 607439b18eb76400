/** The station's own stream: an emergency record and its adoption. */
import { describe, expect, test } from 'vitest'
import { decideStation } from '#shared/domain/station/decide.ts'
import {
  stationStream,
  type EmergencyAdopted,
  type EmergencyOpened,
} from '#shared/domain/station/stream.ts'
import { localized } from '#shared/domain/text.ts'
import { AT, stateAfter, recorded } from '../../kit/decider.ts'

const opened: EmergencyOpened = {
  type: 'EmergencyOpened',
  head: { position: 210, hash: 'ab' },
  code: 'record-damaged',
  why: localized('记录自第200条起不可信', 'The record cannot be trusted from entry 200 on'),
}
const adopted: EmergencyAdopted = {
  type: 'EmergencyAdopted',
  record: 'first',
  emergency: { position: 31, hash: 'cd' },
  own: { position: 190, hash: 'ef' },
  since: 1,
  until: 2,
  incidents: ['a', 'b'],
}
describe('an emergency record', () => {
  test('says in its first event which record it stands in for, where that ends and why', () => {
    const decision = decideStation(stateAfter(stationStream), { ...opened, type: 'OpenEmergency' })
    expect(decision).toEqual(recorded(opened))
    expect(stateAfter(stationStream, opened).emergency).toMatchObject({
      head: { position: 210, hash: 'ab' },
      code: 'record-damaged',
      since: AT - 60_000,
    })
  })

  test('is not opened a second time', () => {
    expect(
      decideStation(stateAfter(stationStream, opened), { ...opened, type: 'OpenEmergency' }),
    ).toEqual(recorded())
  })

  test('is adopted once, with both heads; the same one again changes nothing', () => {
    const adopt = { ...adopted, type: 'AdoptEmergency' } as const
    expect(decideStation(stateAfter(stationStream), adopt)).toEqual(recorded(adopted))
    const after = stateAfter(stationStream, adopted)
    expect(decideStation(after, adopt)).toEqual(recorded())
    expect(after.adoptions).toEqual([
      { record: 'first', emergency: { position: 31, hash: 'cd' }, since: 1, until: 2 },
    ])
    expect(decideStation(after, { ...adopt, record: 'second' })).toMatchObject({ ok: true })
  })
})
