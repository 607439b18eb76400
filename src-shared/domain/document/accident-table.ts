/** The table of an incident's record that the standards of accidents at work ask for. */
import type { BoardIncident } from '../board/types.ts'
import { LOSS_PART_NAMES, LOSS_PARTS } from '../incident/record/scales.ts'
import { localized } from '../text.ts'
import type { Table } from './document.ts'
import { cells, column } from './incident-tables.ts'

/** None where the type asks for none and nobody said any. What nobody said is blank. */
export function accidentTables({ accident, loss }: BoardIncident): readonly Table[] {
  if (!accident) return []
  const { kind, injury, loss: parts } = accident
  return [
    {
      id: 'accident',
      title: localized(
        '事故类型（GB 6441）和直接经济损失（GB 6721）',
        'Accident (GB 6441) and direct loss (GB 6721)',
      ),
      columns: [
        column('kind', '事故类型', 'Kind of accident'),
        column('code', '编码', 'Code'),
        column('injury', '伤害程度', 'Harm to people'),
        column('injury-code', '编码', 'Code'),
        ...LOSS_PARTS.map((part) => ({
          id: part,
          title: LOSS_PART_NAMES[part],
          kind: 'yuan' as const,
        })),
        column('loss', '合计', 'Together', 'yuan'),
      ],
      rows: [
        cells(
          kind?.name ?? null,
          kind?.code ?? null,
          injury?.name ?? null,
          injury?.code ?? null,
          ...LOSS_PARTS.map((part) => parts[part]),
          loss,
        ),
      ],
      empty: localized('没有登记', 'Nothing was recorded'),
    },
  ]
}
