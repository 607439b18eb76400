/**
 * Every figure has its definition in both languages, and docs/figures.md says the same, word for
 * word.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { definitions, WITHOUT_LIST } from '#shared/domain/statistics/definitions.ts'
import { METRICS } from '#shared/domain/statistics/metrics.ts'

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
