/** What a document without personal values leaves out, of old events and of new ones. */
import { describe, expect, it } from 'vitest'
import { coveredEvent, coveredFigures, coveredIncident } from '#shared/domain/document/cover.ts'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import { initialIncident } from '#shared/domain/incident/record/state.ts'
import { NO_AREA } from '#shared/domain/statistics/incident-stats.ts'
import { WITHHELD_REFERENCE, WITHHELD_SEAL } from '#shared/domain/sealed.ts'
import { localized } from '#shared/domain/text.ts'

const seal = { sealed: 's' }
const reported = (part: object): IncidentEvent => ({
  ...{ type: 'IncidentReported', place: '大厅', narrative: seal, incidentType: null },
  ...{ category: null, legalCategory: null, channel: null, reporter: null, occurredAt: null },
  ...{ drill: false },
  ...part,
})
const placeOf = (event: IncidentEvent): unknown =>
  (coveredEvent(event) as { place?: unknown }).place

describe('a place', () => {
  it('stands as it is, and of a home as its area', () => {
    expect(placeOf(reported({}))).toBe('大厅')
    expect(placeOf(reported({ place: seal, area: '东片' }))).toBe('东片')
    expect(placeOf(reported({ place: seal }))).toBe(NO_AREA)
    const imported = { ...reported({ place: seal, area: '东片' }), type: 'IncidentImported' }
    expect(placeOf(imported as IncidentEvent)).toBe('东片')
    expect(coveredIncident({ ...initialIncident('i'), place: seal, area: '西片' }).place).toBe(
      '西片',
    )
  })
})

describe('what was put right', () => {
  type Amended = Extract<IncidentEvent, { type: 'ReportAmended' }>
  const amended = (now: Amended['now'], before: Amended['now']): IncidentEvent => ({
    ...{ type: 'ReportAmended', now, before, reason: seal },
  })
  const parts = (now: Amended['now'], before: Amended['now'] = {}) => {
    const covered = coveredEvent(amended(now, before))
    return covered.type === 'ReportAmended' ? [covered.now, covered.before] : []
  }
  it('says neither who called nor in what words, on both sides', () => {
    expect(parts({ reporter: seal, narrative: seal }, { reporter: null, narrative: seal })).toEqual(
      [
        { reporter: WITHHELD_SEAL, narrative: WITHHELD_SEAL },
        { reporter: null, narrative: WITHHELD_SEAL },
      ],
    )
    expect(parts({ channel: '110' }, { channel: null })).toEqual([
      { channel: '110' },
      { channel: null },
    ])
  })
  it('says the place, and of a home its area', () => {
    expect(parts({ place: '天台' }, { place: seal, area: '东片' })).toEqual([
      { place: '天台' },
      { place: '东片', area: '东片' },
    ])
    expect(parts({ place: seal })).toEqual([{ place: NO_AREA }, {}])
  })
})

it('a guarded value has a word in its place, and an empty one stays empty', () => {
  const moved = (reason: string | null): IncidentEvent => ({
    ...{ type: 'IncidentMoved', from: 'responding', to: 'closed', reason },
  })
  expect(coveredEvent(moved('吵架'))).toMatchObject({ reason: WITHHELD_REFERENCE })
  expect(coveredEvent(moved(''))).toMatchObject({ reason: '' })
  expect(coveredEvent(moved(null))).toMatchObject({ reason: null })
})

describe('a reason in figures', () => {
  const covered = (value: unknown, id = 'reason') =>
    coveredFigures({
      ...{
        kind: 'month',
        name: 'x',
        title: localized('x', 'x'),
        lines: [],
        mark: null,
        zone: 'UTC',
      },
      sections: [
        {
          ...{ id: 's', title: localized('s', 's'), words: [], charts: [] },
          tables: [
            {
              ...{ id: 't', title: localized('t', 't'), empty: localized('', '') },
              columns: [
                { id, title: localized('因', 'Reason'), kind: 'text' },
                { id: 'other', title: localized('别的', 'Other'), kind: 'text' },
              ],
              rows: [[{ value: value as string }, { value: '话' }]],
            },
          ],
        },
      ],
    }).sections[0]?.tables[0]?.rows[0]?.map((cell) => cell.value)

  it('is left out in its own column alone, the first as well', () => {
    expect(covered('吵架')).toEqual([WITHHELD_REFERENCE, '话'])
    expect(covered('吵架', 'what')).toEqual(['吵架', '话'])
    expect(covered('')).toEqual(['', '话'])
    expect([covered(null)?.[0], covered(3)?.[0]]).toEqual([null, 3])
  })

  it('keeps what the document says itself before somebody’s words', () => {
    expect(covered(localized('补记；吵架；打架', 'told later; a quarrel; a fight'))?.[0]).toEqual({
      zh: `补记；${WITHHELD_REFERENCE}`,
      en: `told later; ${WITHHELD_REFERENCE}`,
    })
    expect(covered(localized('未说明', 'not given'))?.[0]).toEqual(localized('未说明', 'not given'))
    const both = localized('补记；未说明', 'told later; not given')
    expect(covered(both)?.[0]).toEqual(both)
  })
})
