/** A file of figures without personal values: what somebody wrote goes, the report's words stay. */
import { expect, it } from 'vitest'
import { coveredFigures } from '#shared/domain/document/cover.ts'
import type { ReportDocument, Value } from '#shared/domain/document/document.ts'
import { column, plain, table } from '#shared/domain/document/table.ts'
import { WITHHELD_REFERENCE } from '#shared/domain/sealed.ts'
import { localized } from '#shared/domain/text.ts'

const withReason = (reason: Value): ReportDocument => ({
  kind: 'month',
  name: '2026-11',
  title: localized('月报', 'Report'),
  lines: [],
  mark: null,
  zone: 'UTC',
  sections: [
    {
      id: 'response',
      title: localized('', ''),
      words: ['值班长写的话'],
      charts: [],
      tables: [
        table(
          'overruns',
          localized('', ''),
          [column('place', '地点', 'Place', 'text'), column('reason', '原因', 'Reason', 'text')],
          [[plain('大厅'), plain(reason)]],
          { empty: localized('', '') },
        ),
      ],
    },
  ],
})

it.each<[Value, Value]>([
  ['张三来晚了', WITHHELD_REFERENCE],
  [
    localized('未完成；张三来晚了', 'not done; 张三来晚了'),
    localized(`未完成；${WITHHELD_REFERENCE}`, `not done; ${WITHHELD_REFERENCE}`),
  ],
  [localized('未说明', 'not given'), localized('未说明', 'not given')],
  [
    localized('未完成；未说明', 'not done; reason not given'),
    localized('未完成；未说明', 'not done; reason not given'),
  ],
  [null, null],
])('the reason %j', (reason, expected) => {
  expect(coveredFigures(withReason(reason))).toEqual(withReason(expected))
})
