/**
 * How long personal values are kept (突发事件应对法 art. 84–85): the days that a site sets, what is
 * held, when an incident is due, and what it waits for.
 */
import { describe, expect, test } from 'vitest'
import type { Aftercare } from '#shared/domain/incident/record/aftermath.ts'
import { initialIncident, type Incident } from '#shared/domain/incident/record/state.ts'
import { liftHold, notePurge, placeHold } from '#shared/domain/purge/decide.ts'
import { purgesStream, purgeStream } from '#shared/domain/purge/stream.ts'
import { decideRetention } from '#shared/domain/retention/decide.ts'
import { daysFor, goesOnIn, purgeDue, purgedWith } from '#shared/domain/retention/due.ts'
import { retentionStream, type Retention } from '#shared/domain/retention/stream.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { AT, recorded, stateAfter } from '../../kit/decider.ts'

const reason = { sealed: 'r' }
const set = (retention: Retention, before: Retention | null = null) =>
  decideRetention(before, { type: 'SetRetention', retention, reason })
const year: Retention = { days: 365, exceptions: [] }

describe('the days', () => {
  test('given none, when a year is set, then it is recorded; set again, nothing is', () => {
    expect(set(year)).toEqual(recorded({ type: 'RetentionSet', retention: year, reason }))
    expect(set(year, year)).toEqual(recorded())
    expect(set({ days: null, exceptions: [] })).toEqual(recorded())
    expect(stateAfter(retentionStream, { type: 'RetentionSet', retention: year, reason })).toEqual(
      year,
    )
  })

  test.each([29, 3651, 30.5, 0])(
    'given %s days, when they are set, then they are refused',
    (days) => {
      expect(set({ days, exceptions: [] })).toMatchObject({ code: 'bad-input', details: ['days'] })
      expect(set({ days: 365, exceptions: [{ type: 'fire', level: null, days }] })).toMatchObject({
        details: ['days'],
      })
    },
  )

  test.each<[string, Retention]>([
    ['of nothing in particular', { days: 60, exceptions: [{ type: null, level: null, days: 90 }] }],
    [
      'twice of the same',
      {
        days: 60,
        exceptions: [
          { type: 'fire', level: 1, days: 90 },
          { type: 'fire', level: 1, days: 99 },
        ],
      },
    ],
    ['without a rule', { days: null, exceptions: [{ type: 'fire', level: null, days: 90 }] }],
  ])('an exception %s is refused', (_, retention) => {
    expect(set(retention)).toMatchObject({ code: 'bad-input', details: ['exceptions'] })
  })

  test('of several that name an incident the longest holds', () => {
    const retention: Retention = {
      days: 60,
      exceptions: [
        { type: 'fire', level: null, days: 90 },
        { type: null, level: 1, days: 1000 },
        { type: 'theft', level: null, days: 30 },
      ],
    }
    expect(daysFor({ type: 'fire', level: 3 }, retention)).toBe(90)
    expect(daysFor({ type: 'fire', level: 1 }, retention)).toBe(1000)
    expect(daysFor({ type: 'theft', level: null }, retention)).toBe(30)
    expect(daysFor({ type: null, level: null }, retention)).toBe(60)
    expect(daysFor({ type: 'fire', level: 1 }, { days: null, exceptions: [] })).toBeNull()
  })
})

describe('an incident', () => {
  const archived: Incident = {
    ...initialIncident('i1'),
    state: 'archived',
    receivedAt: AT - 100 * DAY_MS,
    moments: { closed: AT - 90 * DAY_MS, archived: AT },
  }
  const due = (incident: Incident, isHeld = false, now = AT) =>
    purgeDue(incident, { days: 60, exceptions: [] }, { isHeld, now })

  test('is due so many days after it was archived, not after it was closed', () => {
    expect(due(archived)).toEqual({ at: AT + 60 * DAY_MS, waits: null })
    expect(
      purgeDue(archived, { days: null, exceptions: [] }, { isHeld: false, now: AT }),
    ).toBeNull()
  })

  test.each(['reported', 'responding', 'contained', 'closed'] as const)(
    'that is %s is never due',
    (state) => {
      expect(due({ ...archived, state, moments: { [state]: AT } })).toBeNull()
    },
  )

  test.each(['falseReport', 'transferred'] as const)(
    'that left the chain (%s) is due, too',
    (state) => {
      expect(due({ ...archived, state, moments: { [state]: AT } })).toMatchObject({ waits: null })
    },
  )

  test('that was merged goes with the one that took it in, and with what that took in', async () => {
    expect(due({ ...archived, state: 'merged', moments: { merged: AT } })).toBeNull()
    const taken = (incidentId: string) => ({
      ...{ incidentId, callers: 1, late: [], plans: [], at: AT, by: '周敏', reason },
    })
    const all: Record<string, Incident> = {
      b: { ...archived, id: 'b', takenIn: [taken('c')] },
      c: { ...archived, id: 'c' },
    }
    const whole = { ...archived, takenIn: [taken('b')] }
    expect(await purgedWith(whole, async (id) => all[id] ?? null)).toEqual(['i1', 'b', 'c'])
  })

  test('that went on after an emergency record goes with what it was before, if that is here', async () => {
    const from = (incidentId: string) => ({ incidentId, at: AT, by: '周敏' })
    const left: Incident = { ...initialIncident('old'), continued: from('i1') }
    const whole: Incident = { ...archived, takenOver: from('old') }
    const read = async (id: string) => (id === 'old' ? left : null)
    expect(await purgedWith(whole, read)).toEqual(['i1', 'old'])
    expect(await purgedWith(whole, async () => null)).toEqual(['i1'])
  })

  test('that was merged goes on where the last one of them is', async () => {
    const at = { at: AT, by: '周敏' }
    const merged = (id: string, incidentId: string): Incident => ({
      ...{ ...initialIncident(id), state: 'merged', mergedInto: { incidentId, ...at } },
    })
    const [a, b, round] = [merged('a', 'b'), merged('b', 'i1'), merged('round', 'round')]
    const all: Record<string, Incident> = { b, i1: archived, round }
    const read = async (id: string) => all[id] ?? null
    expect(await goesOnIn(archived, read)).toBe(archived)
    expect(await goesOnIn(a, read)).toBe(archived)
    expect(await goesOnIn(round, read)).toBeNull()
    expect(await goesOnIn(a, async () => null)).toBeNull()
  })

  test('that was purged has as many days again for what came since', () => {
    const purgedAt = AT + 70 * DAY_MS
    expect(
      purgeDue(archived, { days: 60, exceptions: [] }, { isHeld: false, now: AT, purgedAt }),
    ).toEqual({ at: purgedAt + 60 * DAY_MS, waits: null })
  })

  test('waits while something is owed to somebody, and no longer', () => {
    const owner = { post: null, person: reason, personId: null }
    const entry: Aftercare = {
      ...{ id: '1', whom: reason, stepId: null, owner, dueOn: '2026-12-01' },
      ...{ words: null, agreedFen: 1, at: AT, by: '周敏' },
      kind: 'compensation',
    }
    const done = { words: null, at: AT, by: '周敏', paidFen: 100 }
    expect(due({ ...archived, aftercare: [entry] })).toMatchObject({ waits: 'aftercare' })
    expect(due({ ...archived, aftercare: [entry] }, true)).toMatchObject({ waits: 'held' })
    expect(due({ ...archived, aftercare: [{ ...entry, done }] })).toMatchObject({ waits: null })
  })

  test('that is held waits, however long', () => {
    expect(due(archived, true)).toMatchObject({ waits: 'held' })
  })

  test('waits for the end of evidence that is kept, and no longer', () => {
    const withEvidence: Incident = {
      ...archived,
      evidence: [
        {
          ...{ id: '1', what: reason, kind: 'video', place: reason, keeper: null, stepId: null },
          ...{ keepDays: 30, keepUntil: AT + 200 * DAY_MS, at: AT, by: '周敏', mayGoAt: null },
        },
      ],
    }
    expect(due(withEvidence)).toEqual({ at: AT + 200 * DAY_MS, waits: 'evidence' })
    expect(due(withEvidence, false, AT + 200 * DAY_MS)).toEqual({
      at: AT + 200 * DAY_MS,
      waits: null,
    })
  })
})

describe('a hold', () => {
  const onHold = stateAfter(purgeStream, { type: 'HoldPlaced', reason })

  test('is placed once, with a reason, and lifted with one', () => {
    expect(placeHold(null, { type: 'PlaceHold', reason })).toEqual(
      recorded({ type: 'HoldPlaced', reason }),
    )
    expect(placeHold(onHold, { type: 'PlaceHold', reason })).toMatchObject({ code: 'no-change' })
    expect(liftHold(onHold, { type: 'LiftHold', reason })).toEqual(
      recorded({ type: 'HoldLifted', reason }),
    )
    const lifted = stateAfter(
      purgeStream,
      { type: 'HoldPlaced', reason },
      { type: 'HoldLifted', reason },
    )
    expect(lifted?.hold).toBeNull()
    expect(liftHold(lifted, { type: 'LiftHold', reason })).toMatchObject({ code: 'no-change' })
  })

  test('keeps a purge away, unless an older record only learns of it again', () => {
    const command = { type: 'NotePurge', why: 'rule', values: 2, files: 0 } as const
    expect(notePurge(onHold, { ...command, again: false })).toMatchObject({ code: 'values-held' })
    expect(notePurge(onHold, { ...command, again: true })).toMatchObject({ ok: true })
    expect(notePurge(null, { ...command, again: false })).toEqual(
      recorded({ type: 'IncidentPurged', why: 'rule', values: 2, files: 0 }),
    )
  })
})

test('what was purged is added up, in numbers alone', () => {
  const purged = {
    type: 'ValuesPurged',
    why: 'rule',
    incidents: 2,
    values: 7,
    reason: null,
  } as const
  expect(
    stateAfter(
      purgesStream,
      { ...purged, purgeId: 'p1', files: ['a'] },
      { ...purged, purgeId: 'p2', files: [] },
    ),
  ).toEqual({ times: 2, incidents: 4, values: 14, files: 1, at: AT - 60_000 })
})
