/** Tests when reports are prepared and what is copied, by what was arranged. */
import { describe, expect, test } from 'vitest'
import {
  nextReport,
  pendingCopies,
  reportReady,
  statusOf,
} from '#shared/domain/monthly-report/schedule.ts'
import { NO_REPORT, type ReportState } from '#shared/domain/monthly-report/stream.ts'
import { decideReportArrangement } from '#shared/domain/report-arrangement/decide.ts'
import { reportArrangementStream } from '#shared/domain/report-arrangement/stream.ts'
import { AT, stateAfter, recorded } from '../../kit/decider.ts'

const zone = 'Asia/Shanghai'
const at = (iso: string): number => Date.parse(`${iso}+08:00`)
const drawing = { position: 1, asOf: 0, check: '', rules: 1 }
const prepared = (when: number, part: Partial<ReportState> = {}): ReportState => ({
  ...NO_REPORT,
  prepared: { ...drawing, at: when },
  ...part,
})
const issue = (number: number, issuedAt: number) => ({
  ...drawing,
  number,
  reason: null,
  issuedAt,
  by: '周敏',
})
const HERE = { pathStyle: 'unix' } as const
const copy = { folder: '/duty', formats: ['xlsx'], language: 'zh' } as const

describe('arranging', () => {
  test('holds from then on', () => {
    const arranged = { type: 'ReportsArranged', hour: 8, copy } as const
    expect(decideReportArrangement({ type: 'ArrangeReports', hour: 8, copy }, HERE)).toEqual(
      recorded(arranged),
    )
    expect(stateAfter(reportArrangementStream, arranged)).toEqual({
      hour: 8,
      copy,
      at: AT - 60_000,
    })
  })

  test.each([
    ['/home/值班/月报', 'ok', 'folder-not-whole'],
    ['D:\\月报', 'folder-not-whole', 'ok'],
    ['Z:/月报', 'folder-not-whole', 'ok'],
    ['\\\\server\\share', 'folder-on-network', 'folder-on-network'],
    ['\\\\?\\UNC\\server\\share', 'folder-on-network', 'folder-on-network'],
    ['//server/share', 'ok', 'folder-on-network'],
    ['\\/server/share', 'folder-not-whole', 'folder-on-network'],
    ['月报', 'folder-not-whole', 'folder-not-whole'],
    ['./reports', 'folder-not-whole', 'folder-not-whole'],
    ['D:reports', 'folder-not-whole', 'folder-not-whole'],
  ])('a copy into %s is %s on Linux and macOS, %s on Windows', (folder, unix, windows) => {
    const command = { type: 'ArrangeReports', hour: 8, copy: { ...copy, folder } } as const
    const answers = (['unix', 'windows'] as const).map((pathStyle) => {
      const decision = decideReportArrangement(command, { pathStyle })
      return decision.ok ? 'ok' : decision.code
    })
    expect(answers).toEqual([unix, windows])
  })
})

describe('the next month', () => {
  const now = at('2026-11-20T12:00:00')
  const next = (states: [string, ReportState][], foundedAt = at('2026-09-05T08:00:00')) =>
    nextReport(new Map(states), { hour: 2 }, { foundedAt, now, zone })

  test('of a site of which no report was prepared is that of its founding, or of a year ago', () => {
    expect(next([])).toEqual({ month: '2026-09', dueAt: at('2026-10-01T02:00:00') })
    expect(next([], at('2020-01-01T00:00:00'))).toMatchObject({ month: '2025-11' })
  })

  test('follows the last one that was prepared; one from the future does not count', () => {
    const october = prepared(at('2026-11-01T02:00:00'))
    expect(next([['2026-10', october]])).toEqual({
      month: '2026-11',
      dueAt: at('2026-12-01T02:00:00'),
    })
    expect(
      next([
        ['2026-10', october],
        ['2026-12', prepared(now + 1)],
      ]),
    ).toMatchObject({
      month: '2026-11',
    })
  })
})

test('the last one that was prepared waits for somebody until it is issued', () => {
  const now = at('2026-11-20T12:00:00')
  const october = prepared(now - 1)
  expect(reportReady(new Map([['2026-10', october]]), now)).toBe('2026-10')
  expect(
    reportReady(new Map([['2026-10', { ...october, issues: [issue(0, now)] }]]), now),
  ).toBeNull()
  expect(reportReady(new Map([['2026-10', october]]), now - 2)).toBeNull()
})

test('a copy is due of what came after copying was arranged, and was not copied', () => {
  const arranged = { hour: 2, copy, at: 100 }
  const copies = (state: ReportState) => pendingCopies(new Map([['2026-10', state]]), arranged)
  expect(copies(prepared(99))).toEqual([])
  expect(copies(prepared(100))).toEqual([{ month: '2026-10', issue: null }])
  expect(copies(prepared(100, { copied: ['draft'] }))).toEqual([])
  expect(copies(prepared(100, { issues: [issue(0, 99), issue(1, 100)] }))).toEqual([
    { month: '2026-10', issue: 1 },
  ])
  expect(copies(prepared(100, { issues: [issue(0, 100)], copied: ['0'] }))).toEqual([])
  expect(pendingCopies(new Map([['2026-10', prepared(100)]]), { ...arranged, copy: null })).toEqual(
    [],
  )
})

test('a month runs, is a draft, is issued, is corrected', () => {
  const status = (issues: ReportState['issues'], now: string) =>
    statusOf('2026-11', { ...NO_REPORT, issues }, at(now), zone)
  expect(status([], '2026-11-30T23:59:59')).toBe('running')
  expect(status([], '2026-12-01T00:00:00')).toBe('draft')
  expect(status([issue(0, 1)], '2026-12-01T00:00:00')).toBe('issued')
  expect(status([issue(0, 1), issue(1, 2)], '2026-12-01T00:00:00')).toBe('corrected')
})

describe('a month that was prepared', () => {
  const NOW = at('2026-12-05T08:00:00')
  const next = (states: [string, ReportState][], foundedAt = at('2026-01-10T00:00:00')) =>
    nextReport(new Map(states), { hour: 8 }, { foundedAt, now: NOW, zone }).month

  test('counts from its very instant on, not while the clock is before it', () => {
    expect(next([['2026-11', prepared(NOW)]])).toBe('2026-12')
    expect(next([['2026-11', prepared(NOW + 1)]])).not.toBe('2026-12')
    expect(reportReady(new Map([['2026-11', prepared(NOW)]]), NOW)).toBe('2026-11')
    expect(reportReady(new Map([['2026-11', prepared(NOW + 1)]]), NOW)).toBeNull()
  })

  test('is the latest of several, whatever their order, unless it has been issued', () => {
    const states: [string, ReportState][] = [
      ['2026-11', prepared(NOW - 1)],
      ['2026-10', prepared(NOW - 2)],
    ]
    for (const order of [states, states.toReversed()]) {
      expect(next(order)).toBe('2026-12')
      expect(reportReady(new Map(order), NOW)).toBe('2026-11')
    }
    const issued = prepared(NOW - 1, { issues: [issue(0, NOW - 1)] })
    expect(reportReady(new Map([['2026-11', issued]]), NOW)).toBeNull()
    expect(reportReady(new Map(), NOW)).toBeNull()
  })

  test('of a new site the first is that in which it was founded', () => {
    expect(next([], at('2026-11-01T00:00:00'))).toBe('2026-11')
    expect(next([], at('2026-12-01T00:00:00'))).toBe('2026-12')
  })
})
