/**
 * Every figure has its definition in both languages, and docs/figures.md says the same, word for
 * word.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readinessTables } from '#shared/domain/document/readiness-figures.ts'
import { definitions, WITHOUT_LIST } from '#shared/domain/statistics/definitions.ts'
import { METRICS } from '#shared/domain/statistics/metrics.ts'
import { figureOf, READINESS_FIGURES } from '#shared/domain/statistics/readiness-definitions.ts'
import { NO_SUPPLY_FIGURES } from '#shared/domain/supplies/figures.ts'
import { NO_UPKEEP_FIGURES } from '#shared/domain/upkeep/figures.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/figures.md'), 'utf8')

it('none is without one, and none defines what is no figure', () => {
  expect(Object.keys(definitions).sort()).toEqual([...METRICS, ...WITHOUT_LIST].sort())
  for (const { zh, en } of Object.values(definitions)) {
    expect(zh).toMatch(/^[^a-z]*[\u4e00-\u9fff]/i)
    expect(zh).not.toMatch(/[\u4e00-\u9fff] +\d|\d +[\u4e00-\u9fff]/)
    expect(en).not.toMatch(/[\u4e00-\u9fff]{5}/)
  }
})

it('docs/figures.md has a row for each, in their order', () => {
  const rows = Object.entries(definitions).map(
    ([figure, { zh, en }]) => `| \`${figure}\` | ${zh} | ${en} |`,
  )
  expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows)
})

it('whatever a table of readiness shows is defined, and nothing else', () => {
  const hazards = { opened: 0, major: 0, closed: 0, left: 0, overdue: 0 }
  const dues = { due: 0, done: 0, late: 0, missed: 0, extra: 0 }
  const tables = readinessTables({
    drills: {
      ...{ held: 0, brokenOff: 0, due: 0, done: 0, evaluated: 0, acknowledged: 0 },
      ...{ reportedOut: 0, findings: 0, participants: 0 },
      byForm: { desk: 0, function: 0, full: 0 },
      byGrade: { excellent: 0, good: 0, fair: 0, poor: 0 },
    },
    training: {
      ...{ sessions: 0, minutes: 0, attendances: 0, persons: 0 },
      ...{ exams: 0, passed: 0, signedOff: 0, lacking: 0 },
    },
    supplies: NO_SUPPLY_FIGURES,
    checks: { ...dues, failed: 0, critical: 0, pointsMissed: 0, hazards },
    upkeep: NO_UPKEEP_FIGURES,
  })
  expect(tables.flatMap(({ id, columns }) => columns.map((each) => figureOf(id, each.id)))).toEqual(
    READINESS_FIGURES,
  )
})
