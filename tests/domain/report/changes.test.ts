/**
 * Tests the comparison of two documents of one month, also when one of them comes back from the
 * record with its keys in another order.
 */
import { expect, it } from 'vitest'
import { documentChanges } from '#shared/domain/monthly-report/changes.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import { canonical } from '#shared/domain/canonical.ts'
import { at, incidentStats } from '../../kit/incident-stats.ts'
import { draft } from '../../kit/report.ts'

const first = incidentStats({ place: '前厅', at: at('2026-11-10T10:00:00') })
const asKept = (document: ReportDocument): ReportDocument =>
  JSON.parse(canonical(document)) as ReportDocument

it('nothing between a paper and itself as the record keeps it', () => {
  const document = draft([first])
  expect(documentChanges(asKept(document), document)).toEqual({ figures: [], words: [] })
})

it('a late addition: its figures, its line of the register, and the drafted words that speak of it', () => {
  const { figures, words } = documentChanges(
    asKept(draft([first])),
    draft([first, incidentStats({ place: '车库', at: at('2026-11-30T23:00:00') })]),
  )
  expect(figures).toContainEqual(
    expect.objectContaining({
      section: 'overview',
      row: { zh: '突发事件（起）', en: 'Incidents' },
      column: { zh: '本月', en: 'This month' },
      before: 1,
      after: 2,
    }),
  )
  expect(figures.filter(({ section }) => section === 'annex-register')).toMatchObject([
    { before: null, after: { zh: '有' } },
  ])
  expect(words.map(({ section }) => section)).toContain('overview')
})

it('a line that has gone', () => {
  const gone = documentChanges(
    draft([first, incidentStats({ place: '车库' })]),
    draft([first]),
  ).figures.filter(({ section }) => section === 'annex-place')
  expect(
    gone.map(({ row, column, before, after }) => [row.zh, column.zh, before, after]),
  ).toContainEqual(['车库', '事件', 1, null])
})

it('a definition that is put better is another word, and no other figure', () => {
  const now = draft([first])
  const before: ReportDocument = {
    ...now,
    sections: now.sections.map((section) => ({
      ...section,
      tables: section.tables.map((table) =>
        table.id === 'definitions'
          ? {
              ...table,
              rows: table.rows.map((row, index) =>
                index === 0 ? row.map((cell) => ({ ...cell, value: 'as it was put' })) : row,
              ),
            }
          : table,
      ),
    })),
  }
  expect(documentChanges(before, now)).toEqual({
    figures: [],
    words: [
      { section: 'annex-definitions', title: expect.objectContaining({ zh: '附件五 指标说明' }) },
    ],
  })
})
