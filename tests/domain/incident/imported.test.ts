/** A past incident from a file: what is refused, what of it the record has, and its withdrawal. */
import { describe, expect, it } from 'vitest'
import type { Meta } from '#shared/domain/decision.ts'
import { decide } from '#shared/domain/incident/decide.ts'
import type { ImportIncident } from '#shared/domain/incident/record/commands.ts'
import { initialIncident, type Incident } from '#shared/domain/incident/record/state.ts'
import { pastMoments } from '#shared/domain/incident/rules/imported.ts'
import { incidentAt } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const NOW = Date.parse(WORKDAY)
const META: Meta = { at: NOW, by: '周敏' }
const { world } = incidentAt(WORKDAY)
const source = { importId: 'm', fileName: '旧表.xlsx', row: 3 }
const past = (part: Partial<ImportIncident> = {}): ImportIncident => ({
  ...{ type: 'ImportIncident', source, place: '大厅', narrative: null, reporter: null },
  ...{ channel: null, level: null, severity: null, occurredAt: NOW, receivedAt: null },
  ...{ state: 'archived', drill: false, moments: {}, casualties: {}, loss: null },
  ...{ incidentType: null, category: null },
  ...part,
})
const imported = (part: Partial<ImportIncident> = {}): Incident => {
  const decision = decide(initialIncident('i1'), past(part), META, world)
  if (!decision.ok) throw new Error(decision.code)
  return decision.state
}
const refusal = (part: Partial<ImportIncident>, before = initialIncident('i1')): string | null => {
  const decision = decide(before, past(part), META, world)
  return decision.ok ? null : decision.code
}

describe('refused', () => {
  it.each<[string, Partial<ImportIncident>, boolean]>([
    ['without a place', { place: '  ' }, true],
    ['of this very instant', { occurredAt: NOW }, false],
    ['that has yet to happen', { occurredAt: NOW + 1 }, true],
    ['that was reported now', { receivedAt: NOW }, false],
    ['that has yet to be reported', { receivedAt: NOW + 1 }, true],
    ['that ended now', { moments: { contained: NOW, closed: NOW } }, false],
    ['of which one moment is ahead', { moments: { contained: NOW, closed: NOW + 1 } }, true],
  ])('%s', (_, part, refused) => {
    expect(refusal(part) !== null).toBe(refused)
  })

  it('one that is there already', () => {
    expect(refusal({}, imported())).toBe('already-reported')
  })
})

describe('the record has', () => {
  it('what its source says, and nothing of what it does not', () => {
    const plain = imported({ place: ' 大厅 ' })
    expect(plain).toMatchObject({
      ...{ place: '大厅', type: null, category: null, legalCategory: null },
      ...{ receivedAt: NOW, occurredAt: NOW, moments: { reported: NOW }, reportedBy: '周敏' },
      imported: { ...source, at: NOW, by: '周敏' },
    })
    for (const part of ['area', 'severity', 'loss', 'casualties'])
      expect(plain, part).not.toHaveProperty(part)
  })

  it('severity, loss and people where they were told, nought included', () => {
    const whole = imported({ severity: 'major', loss: 0, casualties: { dead: 0 }, area: '东片' })
    expect(whole).toMatchObject({
      ...{ severity: 'major', loss: 0, area: '东片' },
      casualties: { dead: 0, at: NOW, by: '周敏' },
    })
  })

  it('when it was reported, where that is told beside its occurrence', () => {
    expect(imported({ occurredAt: NOW - 9, receivedAt: NOW - 5 })).toMatchObject({
      ...{ receivedAt: NOW - 5, occurredAt: NOW - 9, moments: { reported: NOW - 5 } },
    })
  })

  it('its type with category and law, else the category alone', () => {
    const incidentType = { code: 'fire', category: 'accident', legal: 'accidentDisaster' } as const
    expect(imported({ incidentType, category: 'other' })).toMatchObject({
      ...{ type: 'fire', category: 'accident', legalCategory: 'accidentDisaster' },
    })
    expect(imported({ category: 'other' })).toMatchObject({ type: null, category: 'other' })
  })

  it('the moments that were named, and no others', () => {
    expect(pastMoments(imported())).toEqual({})
    expect(pastMoments(imported({ moments: { closed: NOW, contained: 0 } }))).toEqual({
      ...{ contained: 0, closed: NOW },
    })
  })
})

describe('withdrawn', () => {
  const withdraw = (incident: Incident) =>
    decide(incident, { type: 'WithdrawIncident', reason: '重复' }, { ...META, at: NOW + 1 }, world)

  it('by an addition, once', () => {
    const first = withdraw(imported())
    expect(first).toMatchObject({
      events: [{ type: 'IncidentWithdrawn', importId: 'm', reason: '重复' }],
      state: { imported: { row: 3, withdrawn: { at: NOW + 1, by: '周敏', reason: '重复' } } },
    })
    if (!first.ok) throw new Error(first.code)
    expect(withdraw(first.state)).toMatchObject({ ok: true, events: [] })
  })

  it('only what was imported', () => {
    expect(withdraw(incidentAt(WORKDAY).state())).toMatchObject({ ok: false, code: 'not-imported' })
  })
})
