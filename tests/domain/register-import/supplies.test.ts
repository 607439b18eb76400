/**
 * Lists of supplies as stores keep them: quantities with their units, expiry days in several ways,
 * intervals in words; each fault and each question with its place. What we export is read again.
 */
import { expect, it } from 'vitest'
import type { Value } from '#shared/domain/document/document.ts'
import { suppliesDocument } from '#shared/domain/document/supplies-document.ts'
import { readList } from '#shared/domain/register-import/lists.ts'
import { supplyRows } from '#shared/domain/register-import/supply-rows.ts'
import type { SupplyRead } from '#shared/domain/supplies/draw.ts'
import { CLASS_NAMES, SUPPLY_CLASSES } from '#shared/domain/supplies/supply.ts'
import { localized } from '#shared/domain/text.ts'
import { sheetOf } from './sheets.ts'

const CLASSES = SUPPLY_CLASSES.map((code) => ({ code, names: [CLASS_NAMES[code]] }))
const rowsOf = (text: string, answers: readonly (readonly [string, string])[] = []) =>
  supplyRows(
    readList(sheetOf(text), 'supplies', { headRow: null, mapping: null }),
    CLASSES,
    new Map(answers),
  )

const BOOK = `
应急物资台账|<|<|<|<|<|<|<|<
序号|物资名称|规格型号|类别|数量|有效期|存放位置|责任人|检查周期
1|碘伏|100ml|药品急救|6瓶|2027年6月30日|药品柜|李工|每季度
2|干粉灭火器|4kg|消防器材|约12|—|一楼大厅|保安|6个月
3|汽油|||0.5||车库||
合计||||18||||`

it('reads a book with its units, days and intervals', () => {
  const { rows, questions, faults } = rowsOf(BOOK, [['', 'other']])
  expect([questions, faults]).toEqual([[], []])
  expect(rows).toEqual([
    {
      ...{ row: 3, name: '碘伏', class: '药品急救', model: '100ml', unit: '瓶', count: 6 },
      ...{ expiry: '2027-06-30', place: '药品柜', keeper: '李工', checkMonths: 3 },
    },
    {
      ...{ row: 4, name: '干粉灭火器', class: '消防器材', model: '4kg', count: 12 },
      ...{ place: '一楼大厅', keeper: '保安', checkMonths: 6 },
    },
    { row: 5, name: '汽油', class: '其他', count: 0.5, place: '车库' },
  ])
})

it('asks for a class that it does not know, and names what is wrong with a cell', () => {
  const { rows, questions, faults } = rowsOf(`
名称|类别|数量|有效期至|检查周期|存放地点
沙袋|防汛物资|很多|三年后|有空|车库`)
  expect(rows).toEqual([])
  expect(questions.map(({ kind, text }) => [kind, text])).toEqual([['class', '防汛物资']])
  expect(faults.map(({ field, code }) => [field, code])).toEqual([
    ['count', 'amount-bad'],
    ['checkMonths', 'months-bad'],
    ['expiry', 'day-bad'],
  ])
})

it('takes a quantity in no other unit than the one of its row', () => {
  const { rows, faults } = rowsOf(`
名称|类别|单位|数量|储备下限|存放地点
碘伏|药品急救|瓶|3箱|2|药品柜
口罩|药品急救|只|200只|1箱|药品柜
棉签|药品急救||5包|2盒|药品柜
绷带|药品急救|卷|6卷|4|药品柜`)
  expect(rows).toMatchObject([{ name: '绷带', unit: '卷', count: 6, minimum: 4 }])
  expect(faults.map(({ at, field, code }) => [at.row, field, code])).toEqual([
    [2, 'count', 'unit-other'],
    [3, 'minimum', 'unit-other'],
    [4, 'minimum', 'unit-other'],
  ])
})

it('reads an expiry of a month as its last day, as packages print it', () => {
  const { rows, faults } = rowsOf(`
名称|类别|数量|有效期至|存放地点
碘伏|药品急救|6|2027年6月|药品柜
棉签|药品急救|6|2028-02|药品柜
口罩|药品急救|6|2027.11|药品柜
绷带|药品急救|6|2027年13月|药品柜`)
  expect(rows.map(({ expiry }) => expiry)).toEqual(['2027-06-30', '2028-02-29', '2027-11-30'])
  expect(faults.map(({ code }) => code)).toEqual(['day-bad'])
})

it('reads again what was exported, a row a batch', () => {
  const supply: SupplyRead = {
    ...{ id: 's1', number: '物0001', name: '碘伏', class: 'medical', model: '100ml', unit: '瓶' },
    ...{ place: { id: 'p1', name: '药品柜' }, spot: '二层', minimum: 4, checkMonths: 6 },
    keeper: { postId: null, personId: null, name: localized('李工', '李工') },
    ...{ conditions: '外用', stock: 5, usable: 3, issues: [], faults: [], nextExpiry: null },
    batches: [
      { id: 'b1', number: 'A1', expiry: '2026-11-30', count: 2, expired: true },
      { id: 'b2', number: 'A2', expiry: '2027-06-30', count: 3, expired: false },
    ],
    ...{ checkEvery: 6, checkDue: null, check: null, turnId: null, withdrawn: null },
  }
  const head = { site: localized('江畔', 'Riverside'), zone: 'Asia/Shanghai', day: '2026-11-24' }
  const { sections } = suppliesDocument([supply], { ...head, template: false })
  const table = sections[0]?.tables[0]
  const text = (value: Value): string =>
    value === null ? '' : typeof value === 'object' ? value.zh : String(value)
  const lines = [
    (table?.columns ?? []).map(({ title }) => title.zh),
    ...(table?.rows ?? []).map((row) => row.map(({ value }) => text(value))),
  ].map((cells) => cells.join('|'))
  const { rows, questions, faults } = rowsOf(`\n${lines.join('\n')}`)
  expect([questions, faults]).toEqual([[], []])
  expect(rows).toMatchObject([
    {
      ...{ name: '碘伏', model: '100ml', class: '药品急救', unit: '瓶', count: 2, batch: 'A1' },
      ...{ expiry: '2026-11-30', place: '药品柜', spot: '二层', keeper: '李工', minimum: 4 },
      ...{ checkMonths: 6, conditions: '外用' },
    },
    { batch: 'A2', expiry: '2027-06-30', count: 3 },
  ])
})
