/** Roster, who sits at a desk, the texts of plans, and what happened to the machine. */
import { describe, expect, test } from 'vitest'
import { decideOperator } from '#shared/domain/operator/decide.ts'
import { operatorStream } from '#shared/domain/operator/stream.ts'
import { decidePlanSnapshot } from '#shared/domain/plan-snapshot/decide.ts'
import { planSnapshotStream } from '#shared/domain/plan-snapshot/stream.ts'
import { decideRoster, type SetRoster } from '#shared/domain/roster/decide.ts'
import { postsOf, rosterStream, type RosterEvent } from '#shared/domain/roster/stream.ts'
import { onDuty } from '#shared/domain/duty/on-duty.ts'
import { decideStation } from '#shared/domain/station/decide.ts'
import { stationStream, type StationEvent } from '#shared/domain/station/stream.ts'
import { AT, stateAfter, recorded } from '../../kit/decider.ts'
import { plan, step } from '../../kit/plan.ts'

describe('the roster', () => {
  const person = { person: '周敏', phone: '1' }
  const world = { sitePosts: new Set(['guards', 'leader']) }
  const set: RosterEvent = { type: 'RosterSet', posts: { guards: [person] } }

  test('names posts of the site, and replaces the one before it as a whole', () => {
    const decision = decideRoster(null, { type: 'SetRoster', posts: { guards: [person] } }, world)
    expect(decision).toEqual(recorded(set))
    const later: RosterEvent = { type: 'RosterSet', posts: { leader: [] } }
    expect(postsOf(stateAfter(rosterStream, set, later))).toEqual({ leader: [] })
  })

  test('a post that the site does not have is refused, unless the roster has it already', () => {
    const command: SetRoster = { type: 'SetRoster', posts: { gone: [person], guards: [] } }
    expect(decideRoster(stateAfter(rosterStream), command, world)).toMatchObject({
      ok: false,
      code: 'unknown-post',
      details: ['gone'],
    })
    const before = stateAfter(rosterStream, { type: 'RosterSet', posts: { gone: [] } })
    expect(decideRoster(before, command, world)).toMatchObject({ ok: true })
  })

  test('shows who is on duty without telephones', () => {
    const roster = (state: Parameters<typeof onDuty>[0]) => onDuty(state, null, 'Asia/Shanghai', AT)
    expect(roster(stateAfter(rosterStream, set))).toEqual({ guards: ['周敏'] })
    expect(roster(null)).toBeNull()
  })
})

describe('signing on', () => {
  const signOn = (person: string | null, session: string | null = 's') =>
    decideOperator({ type: 'SignOn', person, sealed: person && { sealed: 's1' } }, { session })

  test('is recorded in the name of who signs on', () => {
    const event = { type: 'DeskSignedOn', person: '王强' } as const // as it was before sealing
    expect(signOn('王强')).toEqual(recorded({ type: 'DeskSignedOn', person: { sealed: 's1' } }))
    expect(operatorStream.author?.(event, '值班台')).toBe('王强')
    expect(operatorStream.author?.({ type: 'DeskSignedOn', person: null }, '值班台')).toBe('值班台')
    expect(stateAfter(operatorStream, event, { type: 'DeskSignedOn', person: null })).toEqual({
      person: null,
    })
  })

  test.each([
    ['a program is no desk', '王强', null, 'no-desk'],
    ['the name of the station is its own', 'Vigil', 's', 'name-reserved'],
    ['the name of a program', '本机程序', 's', 'name-reserved'],
    ['the name of a wall', '大屏', 's', 'name-reserved'],
  ])('%s: refused', (_what, person, session, code) => {
    expect(signOn(person, session)).toMatchObject({ ok: false, code })
  })
})

test('the text of a plan enters the record once', () => {
  const text = plan('fire', [step('call')])
  const decision = decidePlanSnapshot(null, { type: 'KeepPlan', plan: text })
  expect(decision).toEqual(recorded({ type: 'PlanKept', ...text }))
  const snapshot = stateAfter(planSnapshotStream, { type: 'PlanKept', ...text })
  expect(snapshot).toEqual(text)
  expect(decidePlanSnapshot(snapshot, { type: 'KeepPlan', plan: text })).toEqual(recorded())
})

test('a clock that jumped and a disk that works again stand in the record', () => {
  expect(decideStation({ shortened: null }, { type: 'NoteClockChange', byMs: -3_600_000 })).toEqual(
    recorded({ type: 'ClockChanged', byMs: -3_600_000 }),
  )
  expect(decideStation({ shortened: null }, { type: 'NoteRecovery', since: 5 })).toEqual(
    recorded({ type: 'StorageRecovered', since: 5 }),
  )
})

test('who renewed the address of walls last, and when', () => {
  expect(decideStation({}, { type: 'NoteWallRenewal' })).toEqual(
    recorded({ type: 'WallAddressRenewed' }),
  )
  const { of } = stationStream.documents['wall-renewal']
  expect(of(stationStream.initial(''))).toBeNull()
  const renewals = ['周敏', '李强'].map((by, index) => ({
    ...({ type: 'WallAddressRenewed' } as const),
    at: index + 1,
    by,
  }))
  expect(of(renewals.reduce(stationStream.evolve, stationStream.initial('')))).toEqual({
    at: 2,
    by: '李强',
  })
})

describe('a record that has become shorter', () => {
  const witnessed = { position: 9, hash: 'a'.repeat(64) }
  const loss = { witnessed, left: { position: 4, hash: 'b'.repeat(64) }, lastAt: 7 }
  const command = { type: 'NoteShortening', ...loss } as const
  const shortening: StationEvent = { type: 'RecordShortened', ...loss }

  test('is recorded once, however often the same loss is found', () => {
    expect(decideStation({ shortened: null }, command)).toEqual(recorded(shortening))
    const { shortened } = stateAfter(stationStream, shortening)
    expect(shortened).toMatchObject(loss)
    expect(decideStation({ shortened }, command)).toEqual(recorded())
  })

  test('again, once the record had gone on', () => {
    const { shortened } = stateAfter(stationStream, shortening)
    const next = { ...command, witnessed: { ...witnessed, position: 12 } }
    expect(decideStation({ shortened }, next)).toMatchObject({
      events: [{ witnessed: { position: 12 } }],
    })
  })

  test('has nothing missing any more once it was restored', () => {
    const { position, hash } = witnessed
    const restored: StationEvent = {
      type: 'RecordRestored',
      backup: 'vigil-站-9-20261126T000000Z',
      position,
      hash,
      madeAt: '2026-11-26T00:00:00Z',
      program: '1.0.0',
    }
    expect(stateAfter(stationStream, shortening, restored)).toMatchObject({
      shortened: null,
      restored: { position, hash },
    })
  })
})
