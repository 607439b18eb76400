/**
 * What the sample site checks: a patrol with its points, the monthly check of fire equipment, a
 * hazard that somebody saw, two risks, and a conference that still lacks its venue check.
 */
import { join } from 'node:path'
import type { Input } from '#shared/contract/contract.ts'
import { readChecklists } from '#main/adapters/plans/checklists.ts'
import type { ShippedChecklist } from '#shared/domain/checklist/checklist.ts'
import { instantOf, localDate } from '#shared/domain/calendar.ts'
import { datePlus } from '#shared/domain/duty/roster.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import { command, type Stage } from './work.ts'

const POINTS = [
  localized('营业大厅东门', 'East door of the hall'),
  localized('安全通道', 'Escape passage'),
  localized('配电房', 'Switch room'),
]
const WATCH = '保安值守'
const RISKS: readonly Omit<Input<'risk/assess'>, 'assessedOn'>[] = [
  {
    ...{ what: '营业厅地下室雨水倒灌，配电房进水', place: '营业大厅地下室' },
    ...({ kind: 'natural', grade: 'considerable' } as const),
    planId: 'gas-hall-power-cut',
    measures: '汛期前清沟，备好挡水板和沙袋；橙色预警起每小时看一次水位',
  },
  {
    ...{ what: '缴费高峰大厅拥挤踩踏', place: '营业大厅' },
    ...({ kind: 'accident', grade: 'general' } as const),
    ...{ planId: 'gas-fight-theft-robbery', measures: '取号分流，超过80人在门外排队' },
  },
]

const takeUp = (
  stage: Stage,
  by: string,
  { id: shippedId, name, kind, items, rhythm }: ShippedChecklist,
  part: { points?: { name: (typeof POINTS)[number] }[] } = {},
) =>
  command(stage, by, 'checklist/save', {
    ...{ shippedId, name, kind, rhythm, items: [...items] },
    ...{ owner: { person: WATCH }, ...part },
  })

/** `by`: who sits at the desk. In the folder of resources the lists may be missing: then none. */
export async function enterChecks(
  stage: Stage,
  by: string,
  { resources, zone }: { resources: string; zone: string },
): Promise<void> {
  const shipped = readChecklists(join(resources, 'checklists')) ?? []
  const [patrol, equipment, venue] = ['fire-patrol', 'fire-equipment', 'venue-check'].map((id) =>
    shipped.find((list) => list.id === id),
  )
  if (!patrol || !equipment || !venue) return
  const { clock } = stage
  const today = localDate(clock.wall(), zone)
  await takeUp(stage, by, patrol, { points: POINTS.map((name) => ({ name })) })
  await takeUp(stage, by, equipment)
  await takeUp(stage, by, venue)
  await command(stage, by, 'check/import', {
    rows: [
      {
        ...{ row: 1, list: equipment.name.zh, person: WATCH, place: '营业大厅' },
        ...{ at: clock.wall() - 20 * HOUR_MS, failed: ['防火卷帘、防火门动作到位：右侧卷帘卡住'] },
      },
    ],
  })
  await command(stage, by, 'action/open', {
    ...{ what: '修好右侧防火卷帘', why: '右侧防火卷帘卡住，落不到底' },
    ...{ owner: { person: WATCH }, due: datePlus(today, 10) },
    source: { hazard: 'general', place: '营业大厅' },
  })
  for (const risk of RISKS)
    await command(stage, by, 'risk/assess', { ...risk, assessedOn: datePlus(today, -345) })
  const startsAt = instantOf(datePlus(today, 5), 9 * HOUR_MS, zone)
  await command(stage, by, 'occasion/save', {
    ...{ name: '用户安全用气宣讲会', place: '二楼会议室', expected: 120, isPublic: true },
    ...{ startsAt, endsAt: startsAt + 3 * HOUR_MS },
  })
}
