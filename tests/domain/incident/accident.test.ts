/**
 * What the standards ask of an accident at work: the parts of the loss add up to it (GB 6721-2025),
 * its kind stands with its code, the class by harm follows from the numbers (GB 6441-2025).
 */
import { describe, expect, it } from 'vitest'
import type { AssessIncident } from '#shared/domain/incident/record/commands.ts'
import type { PeopleKind } from '#shared/domain/incident/record/scales.ts'
import type { AccidentKind, Counts } from '#shared/domain/incident/record/slices.ts'
import { injuryClassOf } from '#shared/domain/incident/rules/accident.ts'
import { accidentTables } from '#shared/domain/document/accident-table.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const kindOfCode = (code: string): AccidentKind => ({
  code,
  name: localized('火灾', 'Fire'),
  standard: 'GB 6441-2025',
})
const fire = (accident: boolean): IncidentType => ({
  ...{ code: 'fire', name: localized('火灾', 'Fire'), category: 'c', legal: null, words: [] },
  accident,
})
const assess = (scenario: Scenario, part: Partial<AssessIncident>) =>
  scenario.send({
    ...{ type: 'AssessIncident', casualties: null, loss: null, severity: null, reason: null },
    ...part,
  })

describe('the loss by its parts', () => {
  it('is their sum to the cent; a part that nobody told is unknown and not nought', () => {
    const scenario = incidentAt(WORKDAY, { type: fire(true) })
    assess(scenario, { lossParts: { property: 0.1, rescue: 0.2 } })
    assess(scenario, { lossParts: { injury: 1000 } })
    expect(scenario.board()).toMatchObject({
      loss: 1000.3,
      accident: {
        loss: { injury: 1000, property: 0.1, rescue: 0.2, clearance: null, affairs: null },
      },
    })
    expect(scenario.all('LossEstimated').map(({ yuan, before }) => [yuan, before])).toEqual([
      [0.3, null],
      [1000.3, 0.3],
    ])
  })

  it('suggests the severity of the sum (493号 art. 3)', () => {
    const scenario = incidentAt(WORKDAY)
    assess(scenario, { lossParts: { property: 6_000_000, rescue: 4_000_000 } })
    expect(scenario.board().severitySuggested).toBe('serious')
  })

  it('gives way to a whole that is told by itself; both in one breath are refused', () => {
    const scenario = incidentAt(WORKDAY)
    assess(scenario, { lossParts: { property: 500 } })
    expect(assess(scenario, { loss: 800, lossParts: { rescue: 1 } })).toMatchObject({
      code: 'bad-input',
    })
    assess(scenario, { loss: 800 })
    expect(scenario.state()).toMatchObject({ loss: 800 })
    expect(scenario.state().lossParts).toBeUndefined()
    assess(scenario, { lossParts: { rescue: 30 } })
    expect(scenario.state()).toMatchObject({ loss: 30, lossParts: { rescue: 30 } })
  })
})

describe('the kind of accident', () => {
  it('stands with its code and standard; a later one is a correction', () => {
    const scenario = incidentAt(WORKDAY, { type: fire(true) })
    assess(scenario, { accident: kindOfCode('WSA10009') })
    assess(scenario, { accident: kindOfCode('WSA10016'), reason: '查明为燃气' })
    expect(scenario.board().accident?.kind?.code).toBe('WSA10016')
    expect(scenario.all('AccidentKindJudged').map(({ before }) => before)).toEqual([
      null,
      'WSA10009',
    ])
  })

  it('is asked where the type is an accident at work, and shown where somebody said it', () => {
    expect(incidentAt(WORKDAY, { type: fire(true) }).board().accident).toMatchObject({ kind: null })
    const other = incidentAt(WORKDAY, { type: fire(false) })
    expect(other.board()).not.toHaveProperty('accident')
    expect(accidentTables(other.board())).toEqual([])
    assess(other, { accident: kindOfCode('WSA10009') })
    expect(other.board().accident?.kind?.code).toBe('WSA10009')
  })

  it.each<[string, Counts, readonly PeopleKind[], string | null]>([
    ['somebody dead', { dead: 1 }, [], 'WSA20004'],
    ['at least one dead', {}, ['dead'], 'WSA20004'],
    ['badly hurt, nobody dead', { dead: 0, serious: 2 }, [], 'WSA20003'],
    ['badly hurt, the dead not counted', { serious: 2 }, [], null],
    ['slightly hurt', { dead: 0, serious: 0, minor: 1 }, [], 'WSA20002'],
    ['nobody hurt', { dead: 0, serious: 0, minor: 0 }, [], 'WSA20001'],
    ['nothing counted', {}, [], null],
    ['only people brought out', { evacuated: 500 }, [], null],
  ])('by harm: %s', (_, counts, atLeastOne, code) => {
    expect(injuryClassOf(counts, atLeastOne)?.code ?? null).toBe(code)
  })

  it('stands in the record with the parts and their sum', () => {
    const scenario = incidentAt(WORKDAY, { type: fire(true) })
    assess(scenario, {
      accident: kindOfCode('WSA10009'),
      casualties: { dead: 0, serious: 1 },
      lossParts: { property: 5000, affairs: 200 },
    })
    const [table] = accidentTables(scenario.board())
    expect(table?.rows[0]?.map(({ value }) => value)).toEqual([
      ...[localized('火灾', 'Fire'), 'WSA10009', localized('重伤事故', 'serious injury')],
      ...['WSA20003', null, 5000, null, null, 200, 5200],
    ])
  })
})
