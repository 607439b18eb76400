/**
 * What a monthly report does not say: prompts, noughts of no record, chance; and whole months of a
 * running one.
 */
import { describe, expect, it } from 'vitest'
import { checkOf } from '#shared/domain/monthly-report/check.ts'
import { NOTHING_WRITTEN } from '#shared/domain/monthly-report/data.ts'
import { monthDocument } from '#shared/domain/monthly-report/document.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { at, incidentStats } from '../../kit/incident-stats.ts'
import { draft, lineOf, reportData, tableOf, words } from '../../kit/report.ts'
import { several, values } from './month-paper-kit.ts'

describe('what the station keeps no record of', () => {
  const serious = [incidentStats({ severity: 'serious' })]
  const someone = draft(serious)
  const issued = (written = NOTHING_WRITTEN): ReportDocument =>
    monthDocument(reportData(serious), written, {
      ...{ number: 0, reason: null, at: at('2026-12-02T09:00:00'), check: 'ab'.repeat(32) },
    })
  const unfilledIn = ({ sections }: ReportDocument): string[] =>
    sections.filter(({ unfilled }) => unfilled?.length).map(({ id }) => id)

  it('a draft lists for people to write, outside of its words', () => {
    expect(unfilledIn(someone)).toEqual(['typical', 'drills', 'plans', 'outlook'])
  })

  it('an issue neither lists nor prints', () => {
    expect(unfilledIn(issued())).toEqual([])
    expect(JSON.stringify(issued())).not.toMatch(
      /请填写|请在此|待填|没有电子记录|Enter here|to be written/,
    )
    expect(issued().sections.every((section) => !('unfilled' in section))).toBe(true)
  })

  it('nobody is asked for what somebody has written', () => {
    const document = monthDocument(
      reportData([]),
      { ...NOTHING_WRITTEN, words: { drills: ['培训两次'] } },
      null,
    )
    expect(unfilledIn(document)).toEqual(['plans', 'outlook'])
  })

  it('does not change what is checked: draft and issue have one check', () => {
    const check = (document: ReportDocument): string => checkOf(document, (text) => text)
    expect(check(issued()) === check(someone)).toBe(true)
  })

  it('a month without incidents has neither a sentence nor a chart of their kinds', () => {
    const of = (stats: IncidentStats[]) => draft(stats).sections.find(({ id }) => id === 'classes')
    expect(of([])).toMatchObject({ words: [], charts: [] })
    expect(of(serious)?.charts).toHaveLength(1)
  })

  it('where nothing at all is to be said, an issue says so', () => {
    const empty = monthDocument(reportData([]), NOTHING_WRITTEN, {
      ...{ number: 0, reason: null, at: at('2026-12-02T09:00:00'), check: 'ab'.repeat(32) },
    })
    expect(words(empty, 'outlook')).toBe('无。')
    expect(empty.lines.map(({ zh }) => zh).join()).not.toContain('报送')
  })
})

it('what the next month was like a year ago is named from a single incident on', () => {
  const ago = incidentStats({ at: at('2025-12-10T09:00:00') })
  expect(words(draft([ago]), 'outlook')).toContain('2025年12月发生突发事件1起')
  expect(words(draft([]), 'outlook')).not.toContain('发生突发事件')
})

it('a running month is compared with the same days of the month before and of last year; once it is over, whole', () => {
  const allStats = [
    ...several(8, '2026-11-10T10:00:00'),
    ...several(7, '2026-10-20T10:00:00'),
    ...several(27, '2026-10-28T10:00:00'),
    ...several(2, '2025-11-24T23:59:59'),
    ...several(3, '2025-11-25T00:00:00'),
  ]
  const document = draft(allStats, { asOf: at('2026-11-24T12:05:30') })
  expect(words(document, 'overview')).toContain(
    '本月共发生突发事件8起，比上月同期（1日至24日）增加1起（+14.3%），比去年同期增加6起（+300.0%）',
  )
  expect(tableOf(document, 'compared').columns[2]?.title.zh).toBe('上月同期')
  expect(values(lineOf(document, 'compared', '突发事件（起）').slice(1, 7))).toEqual([
    ...[8, 7, 1, 0.143, 2, 6],
  ])
  const over = draft(allStats)
  expect(tableOf(over, 'compared').columns[2]?.title.zh).toBe('上月')
  expect(values(lineOf(over, 'compared', '突发事件（起）').slice(1, 7))).toEqual([
    ...[8, 34, -26, -0.765, 5, 3],
  ])
  expect(words(over, 'overview')).toContain('比上月减少26起，下降76.5%')
})

describe('before the record began', () => {
  const young = draft([incidentStats(), ...several(3, '2026-10-10T10:00:00')], {
    recordSince: '2026-10',
  })

  it('there is no data, and no nought: in words, in the tables, in the chart', () => {
    expect(words(young, 'overview')).toContain(
      '比上月减少2起（−66.7%），去年同期无可比数据；今年以来累计4起',
    )
    expect(words(young, 'overview', 'en')).toContain('no data for the same month last year')
    expect(values(lineOf(young, 'compared', '突发事件（起）').slice(1))).toEqual([
      ...[1, 3, -2, -0.667],
      ...[null, null, null, 4],
    ])
    expect(tableOf(young, 'compared').note?.zh).toBe('“—”：记录自2026年10月开始，此前无可比数据')
    const [chart] = young.sections[0]?.charts ?? []
    const bars = chart?.kind === 'columns' ? chart.bars : []
    expect(bars.map(({ none }) => none ?? false)).toEqual([
      ...Array.from({ length: 11 }, () => true),
      ...[false, false],
    ])
  })

  it('in the very month it begins with, nothing is compared, and what was imported then is not told', () => {
    const first = draft([incidentStats({ imported: 'counted' })], { recordSince: '2026-11' })
    expect(words(first, 'overview')).toContain('上月无可比数据，去年同期无可比数据')
    expect(words(first, 'overview')).toContain('由历史台账补录：本月1起。')
  })
})

describe('main features', () => {
  const spread = (count: number, place: (n: number) => string): IncidentStats[] =>
    Array.from({ length: count }, (_, n) =>
      incidentStats({
        place: place(n),
        category: `c${n % 4}`,
        at: at(
          `2026-11-${String((n % 28) + 1).padStart(2, '0')}T${String(n % 24).padStart(2, '0')}:00:00`,
        ),
      }),
    )

  it('are not what chance brings about: two of 29 at one of fifteen places', () => {
    expect(words(draft(spread(29, (n) => `地点${n % 15}`)), 'overview')).not.toContain('主要特点')
  })

  it('are what stands out: half of all at one of fifteen places', () => {
    const text = words(draft(spread(29, (n) => `地点${n % 2 ? 0 : n % 15}`)), 'overview')
    expect(text).toMatch(/主要特点：一是发生地点以地点0居多，共\d+起。/)
  })
})
