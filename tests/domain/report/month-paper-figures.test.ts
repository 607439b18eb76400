/** The figures of the monthly report: against other periods, and what is behind each. */
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { SUMS } from '#shared/domain/statistics/metrics.ts'
import { membersOf, periodStatistics } from '#shared/domain/statistics/statistics.ts'
import { anyFact, at, incidentStats, ZONE } from '../../kit/incident-stats.ts'
import { draft, lineOf, reportData, tableOf, words } from '../../kit/report.ts'
import { several, values } from './month-paper-kit.ts'

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

describe('against other periods', () => {
  it.each([
    [
      'base 0',
      3,
      0,
      '本月共发生突发事件3起，上月未发生，',
      '3 incidents occurred this month: none in the previous month',
      [3, 0, 3, null],
    ],
    [
      'base 1',
      3,
      1,
      '比上月增加2起（+200.0%）',
      '2 more than in the previous month (+200.0%)',
      [3, 1, 2, 2],
    ],
    [
      'base 9',
      6,
      9,
      '比上月减少3起（−33.3%）',
      '3 fewer than in the previous month (−33.3%)',
      [6, 9, -3, -0.333],
    ],
    [
      'base 10',
      11,
      10,
      '比上月增加1起，上升10.0%',
      'up 10.0% on the previous month (+1)',
      [11, 10, 1, 0.1],
    ],
    [
      'base 11',
      10,
      11,
      '比上月减少1起，下降9.1%',
      'down 9.1% on the previous month (−1)',
      [10, 11, -1, -0.091],
    ],
    ['no difference', 2, 2, '与上月持平', 'the same as in the previous month', [2, 2, 0, 0]],
  ])('%s', (_, now, base, zh, en, cells) => {
    const document = draft([
      ...several(now, '2026-11-10T10:00:00'),
      ...several(base, '2026-10-10T10:00:00'),
    ])
    expect(words(document, 'overview')).toContain(zh)
    expect(words(document, 'overview', 'en')).toContain(en)
    expect(values(lineOf(document, 'compared', '突发事件（起）').slice(1, 5))).toEqual(cells)
  })

  it('February of a leap year is compared whole', () => {
    const allStats = [
      incidentStats({ at: at('2024-02-29T23:59:59') }),
      incidentStats({ at: at('2023-02-28T12:00:00') }),
      incidentStats({ at: at('2024-03-01T00:00:00') }),
    ]
    expect(
      values(lineOf(draft(allStats, { month: '2024-02' }), 'compared', '突发事件（起）').slice(1)),
    ).toEqual([1, 0, 1, null, 1, 0, 0, 1])
  })

  it('in a zone with summer time the local midnight decides', () => {
    const allStats = [
      incidentStats({ at: at('2026-10-31T22:59:59Z') }, 'Europe/Berlin'),
      incidentStats({ at: at('2026-10-31T23:00:00Z') }, 'Europe/Berlin'),
    ]
    expect(
      values(
        lineOf(draft(allStats, { zone: 'Europe/Berlin' }), 'compared', '突发事件（起）').slice(
          1,
          3,
        ),
      ),
    ).toEqual([1, 1])
  })
})

describe('every number opens what is behind it', () => {
  it('what is behind it adds up to it; behind a sum stand those who add to it', () => {
    fc.assert(
      fc.property(fc.array(anyFact(), { maxLength: 12 }), (allStats) => {
        const document = draft(allStats)
        for (const { columns, rows, total } of document.sections.flatMap(({ tables }) => tables))
          for (const row of total ? [...rows, total] : rows)
            row.forEach(({ value, behind }, n) => {
              if (
                columns[n]?.kind !== 'count' ||
                typeof value !== 'number' ||
                !behind ||
                Object.hasOwn(SUMS, behind.metric) ||
                columns[n]?.id === 'floods'
              )
                return
              const { metric, key, ...query } = behind
              expect(
                membersOf(query, allStats, metric, key, reportData(allStats).asOf, { zone: ZONE })
                  .length,
                `${metric} ${key ?? ''}`,
              ).toBe(value)
            })
      }),
      { numRuns: 60 },
    )
  })

  it('its totals are those of the period', () => {
    fc.assert(
      fc.property(fc.array(anyFact(), { maxLength: 12 }), (allStats) => {
        const document = draft(allStats)
        const { incidents, loss, limits } = periodStatistics(
          NOVEMBER,
          allStats,
          reportData(allStats).asOf,
          {
            zone: ZONE,
          },
        )
        for (const id of ['by-kind', 'by-place']) {
          const total = tableOf(document, id).total ?? []
          expect(
            values(total)
              .filter((value) => typeof value === 'number')
              .slice(0, 1),
          ).toEqual([incidents])
          expect(values(total).slice(-2)).toEqual([loss, limits.late])
        }
        expect(tableOf(document, 'register').rows).toHaveLength(incidents)
      }),
      { numRuns: 60 },
    )
  })
})
