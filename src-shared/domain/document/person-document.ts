/** All that the record holds of one person, as a paper: what, where, since when, and what stays. */
import { localized, type LocalizedText } from '../text.ts'
import type { Cell, Column, ReportDocument, Value } from './document.ts'

export type PersonPaper = {
  asked: readonly string[] // name, number
  found: readonly {
    value: string
    at: number
    where: LocalizedText
    field: LocalizedText
    number: string | null
    keeps: LocalizedText | null
  }[]
  clear: readonly { seq: number; at: number; by: string; where: LocalizedText }[]
  more: boolean
}

const column = (id: string, zh: string, en: string, kind: Column['kind'] = 'text'): Column => ({
  ...{ id, title: localized(zh, en), kind },
})
const cell = (value: Value): Cell => ({ value })
const NOTHING = localized('没有查到', 'Nothing was found')
const MAY_GO = localized('可以清除', 'may be purged')
const inPlace = (where: LocalizedText, number: string | null): LocalizedText =>
  number === null ? where : localized(`${where.zh} ${number}`, `${where.en} ${number}`)

/** `day`: local date of today, which names the file; nobody's name does. */
export function personDocument(
  { asked, found, clear, more }: PersonPaper,
  { site, zone, day }: { site: LocalizedText; zone: string; day: string },
): ReportDocument {
  const title = localized('个人信息查询结果', 'Personal values of one person')
  return {
    kind: 'person',
    name: `person-${day}`,
    title,
    lines: [
      site,
      localized(`查询：${asked.join('、')}`, `Looked up: ${asked.join(', ')}`),
      ...(more ? [localized('内容太多，只列出一部分', 'There is more than is listed here')] : []),
    ],
    mark: null,
    zone,
    sections: [
      {
        id: 'values',
        title: localized('记录里的个人信息', 'Personal values in the record'),
        words: [],
        charts: [],
        tables: [
          {
            id: 'values',
            title: localized('个人信息', 'Values'),
            columns: [
              column('where', '在哪里', 'Where'),
              column('field', '是什么', 'As what'),
              column('value', '内容', 'Value'),
              column('at', '记入时间', 'Recorded', 'instant'),
              column('keeps', '能否清除', 'May it be purged'),
            ],
            rows: found.map(({ where, number, field, value, at, keeps }) =>
              [inPlace(where, number), field, value, at, keeps ?? MAY_GO].map(cell),
            ),
            empty: NOTHING,
          },
        ],
      },
      {
        id: 'clear',
        title: localized('记录里写明的', 'Named in clear'),
        words: [
          localized(
            '谁做了什么是记录本身，旧版本还明文记下过别的；这些不能改也不能删。',
            'Who did what is the record itself, and older programs recorded more in clear; none of it can be changed or deleted.',
          ),
        ],
        charts: [],
        tables: [
          {
            id: 'clear',
            title: localized('条目', 'Entries'),
            columns: [
              column('seq', '第几条', 'Entry', 'count'),
              column('where', '在哪里', 'Where'),
              column('by', '谁', 'By'),
              column('at', '时间', 'At', 'instant'),
            ],
            rows: clear.map(({ seq, where, by, at }) => [seq, where, by, at].map(cell)),
            empty: NOTHING,
          },
        ],
      },
    ],
  }
}
