/** Rows of a table of risks: new, assessed again, the same; why one cannot be taken. */
import { expect, it } from 'vitest'
import { riskRowReader, type KnownRisk, type RiskRow } from '#shared/domain/risk/rows.ts'

const KNOWN: KnownRisk = {
  ...{ id: 'r1', what: '舞台坍塌', place: '一号厅', kind: 'accident', grade: 'major' },
  ...{ measures: '搭建验收', planId: 'fire', owner: '李工', assessedOn: '2026-03-01' },
}
const row = (part: Partial<RiskRow> = {}): RiskRow => ({
  ...{ row: 2, what: '舞台坍塌', kind: 'accident', grade: 'major', measures: '搭建验收' },
  ...part,
})
function read(...rows: readonly RiskRow[]) {
  const reader = riskRowReader([KNOWN], {
    today: '2026-11-24',
    planCalled: (title) => (title === '火灾' ? 'fire' : null),
  })
  return { rows: rows.map(reader.read), taken: reader.taken }
}
const outcomes = (...rows: readonly RiskRow[]): string[] =>
  read(...rows).rows.map(({ outcome, message }) => `${outcome} ${message?.zh ?? ''}`.trim())

it('a risk is known again by what may happen and where, and keeps what the row does not say', () => {
  expect(outcomes(row())).toEqual(['same'])
  expect(outcomes(row({ place: '一号 厅', plan: '火灾', owner: '李工' }))).toEqual(['same'])
  const { rows, taken } = read(row({ grade: 'low' }))
  expect([rows[0]?.outcome, taken]).toMatchObject([
    'changed',
    [{ riskId: 'r1', place: '一号厅', planId: 'fire', assessedOn: '2026-11-24' }],
  ])
  expect(taken[0]?.owner).toBe(undefined)
  expect(outcomes(row({ place: '二号厅' }))).toEqual(['new'])
})
it('a later day is an assessment of its own', () => {
  expect(outcomes(row({ assessedOn: '2026-11-01' }))).toEqual(['changed'])
})
it('is refused with what is wrong: a plan that is not there, a day ahead or before the last, twice', () => {
  expect(outcomes(row({ plan: '没有' }))).toEqual(['refused 没有“没有”这份预案'])
  expect(outcomes(row({ assessedOn: '2026-11-25' }))).toEqual(['refused 评估日期不能晚于今天'])
  expect(outcomes(row({ assessedOn: '2026-02-01' }))).toEqual(['refused 评估日期不能早于上次评估'])
  expect(outcomes(row(), row())).toEqual(['same', 'refused 表里前面已有这项风险'])
})
