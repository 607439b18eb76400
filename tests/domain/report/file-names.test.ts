/** What files are called, in each language, and that every system takes it as a name. */
import { expect, test } from 'vitest'
import { fileNameOf } from '#shared/domain/document/file-names.ts'
import { localized } from '#shared/domain/text.ts'

const DRILL = localized('演练', 'EXERCISE')
const NAMES: readonly [string, string, typeof DRILL | null][] = [
  ['2026-10-report-draft', '2026年10月月报（草稿）', localized('草稿', 'Draft')],
  ['2026-10-report', '2026年10月月报', null],
  ['2026-10-report-correction-2', '2026年10月月报（更正第2号）', null],
  ['2026-11-01-2026-11-30-statistics', '2026年11月突发事件统计', null],
  ['2026-11-01-2026-11-30-statistics', '2026年11月演练统计', DRILL],
  ['2028-02-01-2028-02-29-statistics', '2028年2月突发事件统计', null],
  ['2026-01-01-2026-12-31-statistics', '2026年突发事件统计', null],
  ['2026-11-24-2026-11-24-statistics', '2026年11月24日突发事件统计', null],
  ['2026-10-30-2026-11-02-statistics', '2026年10月30日至11月2日突发事件统计', null],
  ['2025-12-30-2026-01-02-statistics', '2025年12月30日至2026年1月2日突发事件统计', null],
  ['incident-20261124-1205-ab12cd34', '2026年11月24日12时05分事件记录-ab12cd34', null],
  ['incident-20261124-1205-ab12cd34', '2026年11月24日12时05分演练记录-ab12cd34', DRILL],
  ['of another form', 'of another form', null],
]

test.each(NAMES)('%s is %s in Chinese, and stays in English', (name, chinese, mark) => {
  expect(fileNameOf({ name, mark }, 'zh')).toBe(chinese)
  expect(fileNameOf({ name, mark }, 'en')).toBe(name)
})

test('no name has a sign that Windows refuses, or ends in a dot or a blank', () => {
  for (const [, chinese] of NAMES)
    expect(chinese).toMatch(/^[^\\/:*?"<>|\p{Cc}]*[^\\/:*?"<>|.\s]$/u)
})
