/** The record on paper says what went out and what lies beside it; names only where asked for. */
import { expect, it } from 'vitest'
import { besideTables, toldTables } from '#shared/domain/document/told-tables.ts'
import { incident, NOW, step } from '../../renderer/board-parts.ts'

const sample = incident({
  steps: [step({ id: 'a' })],
  bulletins: [
    {
      ...{ number: 1, kind: 'first' as const, at: NOW, by: '周敏' },
      ...{ text: '大厅冒烟', signer: '何建国', to: '街道办' },
    },
  ],
  evidence: [
    {
      ...{ id: '1', what: '监控', kind: 'video' as const, place: '硬盘柜', keeper: null },
      ...{ recordedAt: NOW, recordedBy: '周敏', stepId: null, keepDays: 30 },
      ...{ keepUntil: null, mayGoAt: null },
      released: { to: '民警李强', reason: '办案', at: NOW, by: '周敏' },
    },
  ],
  files: [
    {
      ...{ id: '1', fileId: 'a'.repeat(64), bytes: 2400, format: 'jpg' as const },
      ...{ name: '张三的伤.jpg', stepId: 'a', at: NOW, by: '周敏' },
    },
  ],
})
const values = (tables: ReturnType<typeof toldTables>): unknown =>
  tables.map(({ id, rows }) => [id, rows.flatMap((row) => row.map(({ value }) => value))])

it('with names and words where they are asked for', () => {
  expect(values(toldTables(sample, true))).toEqual([
    ['bulletins', expect.arrayContaining([1, NOW, '周敏', '街道办', '何建国', '大厅冒烟'])],
  ])
  expect(values(besideTables(sample, true))).toEqual([
    ['released', ['1', NOW, '周敏', '民警李强', '办案']],
    ['files', expect.arrayContaining(['张三的伤.jpg', 'jpg', 2400, 'a'.repeat(64)])],
  ])
})

it('without them who acted, when, and the digest stay', () => {
  const plain = JSON.stringify([toldTables(sample, false), besideTables(sample, false)])
  for (const name of ['大厅冒烟', '何建国', '街道办', '民警李强', '张三'])
    expect(plain).not.toContain(name)
  expect(plain).toContain('a'.repeat(64))
})

it('what did not happen has no table', () => {
  const quiet = incident({})
  expect([...toldTables(quiet, true), ...besideTables(quiet, true)]).toEqual([])
})

it('what a merged incident had sent stands in the series, in its order', () => {
  const sent = [{ kind: 'first' as const, number: 1, at: NOW - 1000, by: '陈静' }]
  const merged = { incidentId: 'i9', number: '2026-009', at: NOW, by: '周敏', sent }
  const [first] = sample.bulletins ?? []
  const whole = { ...sample, bulletins: [{ ...first!, number: 2 }], takenIn: [merged] }
  const [table] = toldTables(whole, true)
  expect(table?.rows.map((row) => row.slice(0, 3).map(({ value }) => value))).toEqual([
    [expect.objectContaining({ zh: '首报（2026-009并入前）' }), 1, NOW - 1000],
    [expect.objectContaining({ zh: '首报' }), 2, NOW],
  ])
  expect(toldTables({ ...sample, bulletins: [], takenIn: [merged] }, false)).toHaveLength(1)
})
