/**
 * Sheets as offices keep them, with names that nobody has. A cell ends at `|`; `^` is joined with
 * the cell above, `<` with the one on its left.
 */
import type { Merge, Sheet } from '#shared/domain/register-import/sheet.ts'

type Corner = { row: number; column: number }

/** A sheet from lines of text; a blank line is a row without a word. */
export function sheetOf(text: string, name = ''): Sheet {
  const lines = text.replace(/^\n/, '').replace(/\n *$/, '').split('\n')
  const cells = lines.map((line) =>
    line.split('|').map((cell) => cell.trim().replaceAll('\\n', '\n')),
  )
  const start = ({ row, column }: Corner): Corner => {
    const sign = cells[row]?.[column]
    if (sign === '<') return start({ row, column: column - 1 })
    return sign === '^' ? start({ row: row - 1, column }) : { row, column }
  }
  const merges = new Map<string, Merge>()
  cells.forEach((row, y) =>
    row.forEach((cell, x) => {
      if (cell !== '<' && cell !== '^') return
      const from = start({ row: y, column: x })
      const key = `${from.row} ${from.column}`
      const before = merges.get(key)
      merges.set(key, {
        fromRow: from.row + 1,
        fromColumn: from.column,
        toRow: Math.max(before?.toRow ?? 0, y + 1),
        toColumn: Math.max(before?.toColumn ?? 0, x),
      })
    }),
  )
  return {
    name,
    rows: cells
      .map((row, y) => ({
        row: y + 1,
        cells: row.map((cell) => (cell === '<' || cell === '^' ? '' : cell)),
      }))
      .filter(({ cells: row }) => row.some((cell) => cell !== '')),
    merges: [...merges.values()],
  }
}

/** The same as a file of text has it: joined cells are blank but for the first. */
export const asText = (sheet: Sheet): Sheet => ({ ...sheet, merges: [] })

/** A fire control room: names down, days across, marks, weekdays, a title, notes at the foot. */
export const CONTROL_ROOM = sheetOf(
  `
消防控制室2026年11月份值班表|<|<|<|<|<|<|<|<|<
序号|姓名|岗位|1|2|3|4|5|6|备注
^|^|^|日|一|二|三|四|五|^
1|赵 铁柱|监控岗|白|白|夜|休|白|白|
2|钱多多|监控岗|夜|休|白|夜|休|夜|
3|孙小圣|巡查岗|白|夜|休|白|夜|年假|11.6年假
4|李逵|^|休|白|白|白/夜|白|夜|
|合计||3|3|3|4|3|3|
注：白班8:00-20:00，夜班20:00-次日8:00；换班须经值班领导同意。|<|<|<|<|<|<|<|<|<
制表：周到||||审核：郑义|||||
`,
  '11月',
)

/** A mall: shifts down, days across as 11/1, several names in a cell, one over three days. */
export const MALL = sheetOf(`
2026年金桥商场安保部排班|<|<|<|<|<
班次|岗位|11/1|11/2|11/3|11/4
白班(8:00-20:00)|监控岗|赵铁柱|钱多多|赵铁柱|钱多多
^|巡查岗|孙小圣、李逵|孙小圣 李逵|李逵|孙小圣/李逵
夜班(20:00-8:00)|监控岗|钱多多|<|<|赵铁柱
^|巡查岗|李逵\\n孙小圣|李逵|孙小圣|无
`)

/** A water works: days down with weekdays, a column for each shift, a leader, as a file of text. */
export const WATER_WORKS = sheetOf(`
滨江水厂十一月值班安排表（二〇二六年）||||
日期|星期|带班领导|白班|夜班
11月1日|日|周到|赵铁柱（13800000001）|钱多多
11月2日|一|吴用|钱多多|孙小圣
11月3日|二|周到|孙小圣|赵铁柱
备注：值班电话0571-88000000，节假日照常。||||
`)

/** A gas company: a list, its dates and shifts written once, as a file of text. */
export const GAS_LIST = sheetOf(`
日期|班次|岗位|值班人员
2026-11-01|白班|监控岗|赵铁柱
||巡查岗|孙小圣、李逵
|夜班|监控岗|钱多多
2026-11-02|白班|监控岗|钱多多
`)

/** A school: weekdays across under the dates of the week in the title. */
export const SCHOOL_WEEK = sheetOf(`
第12周值班表（2026年11月23日—11月29日）|<|<|<|<|<|<|<
|星期一|星期二|星期三|星期四|星期五|星期六|星期日
白班|赵铁柱|钱多多|孙小圣|李逵|赵铁柱|钱多多|孙小圣
夜班|钱多多|孙小圣|李逵|赵铁柱|钱多多|孙小圣|李逵
`)

/** A hospital: the 26th to the 25th, letters, and a note of what they mean. */
export const HOSPITAL = sheetOf(`
保卫科考勤排班（11月）|<|<|<|<|<|<|<
姓名|26|27|28|29|30|1|2
赵铁柱|D|D|N|O|D|D|X1
钱多多|N|O|D|D|N|O|D
说明：D=白班 N=夜班 O=休息|<|<|<|<|<|<|<
`)

/** A park: days down without a year, two rows of heads, shifts over posts. */
export const PARK = sheetOf(`
日期|星期|白班|<|夜班|<
^|^|带班领导|监控岗|带班领导|监控岗
11月26日|四|周到|赵铁柱|吴用|钱多多
11月27日|五|吴用|孙小圣|周到|李逵
11月28日|六|周到|钱多多|吴用|赵铁柱
`)

/** A metro station: each day over two columns of its own for the shifts, posts down. */
export const METRO = sheetOf(`
人民路站 2026.11|<|<|<|<|<|<
岗位|1日|<|2日|<|3日|<
^|白|夜|白|夜|白|夜
监控岗|赵铁柱|钱多多|钱多多|赵铁柱|赵铁柱|钱多多
巡查岗|孙小圣|李逵|李逵|孙小圣|孙小圣|李逵
`)

/** A street office: two halves of the month side by side. */
export const TWO_HALVES = sheetOf(`
2026年11月夜间值班|<|<|<
日期|值班人|日期|值班人
1日|赵铁柱|16日|孙小圣
2日|钱多多|17日|李逵
3日|孙小圣|18日|赵铁柱
`)

/** A hotel, in English. */
export const HOTEL = sheetOf(`
Security duty roster, November 2026|<|<|<|<|<
Name|Mon 2|Tue 3|Wed 4|Thu 5|Fri 6
Ann Lee|Day|Day|Night|Off|Day
Bob Ray|Night|Off|Day|Day|Night
`)

/** A township: two weeks below one another, each with dates of its own. */
export const TOWNSHIP = sheetOf(`
2026年11月
|2|3|4|5|6
监控岗|赵铁柱|钱多多|孙小圣|李逵|赵铁柱
|9|10|11|12|13
监控岗|钱多多|孙小圣|李逵|赵铁柱|钱多多
带班电话：0571-88000001
`)
