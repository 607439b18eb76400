/** The warnings that were in force in a month, for its report: in it, or nothing where none was. */
import { describe, expect, it } from 'vitest'
import { warningsOfMonth } from '#shared/domain/monthly-report/warnings.ts'
import type { WarningFields } from '#shared/domain/warning/warning.ts'
import { at, ZONE } from '../../kit/incident-stats.ts'
import { draft, tableOf } from '../../kit/report.ts'

type Stored = { type: string; at: number; by: string; body: object }
const event = (type: string, time: string, body: object): Stored => ({
  ...{ type, at: at(time), by: '周敏', body },
})
const entered = (kind: string, part: Partial<WarningFields> = {}): Stored =>
  event('WarningEntered', '2026-10-01T07:00:00', {
    ...{ warningId: kind, kind, warning: 'orange', startsAt: at('2026-11-10T08:00:00') },
    ...{ until: null, area: '全市', content: '注意', measures: '转移', publisher: '气象台' },
    ...{ publishedAt: 0, ...part },
  })
const lifted = (warningId: string, time: string) =>
  event('WarningLifted', time, { warningId, reason: null })
const inNovember = (...events: Stored[]) =>
  warningsOfMonth(
    events.toSorted((a, b) => a.at - b.at),
    { from: '2026-11-01', to: '2026-11-30' },
    { asOf: at('2026-12-01T00:00:00'), zone: ZONE },
  )

describe('warnings of a month', () => {
  it('are those in force at some instant of it, whenever they came and went', () => {
    const { figures, rows } = inNovember(
      entered('以前的', { startsAt: at('2026-10-01T08:00:00'), until: at('2026-10-31T23:59:00') }),
      entered('跨月的', { startsAt: at('2026-10-30T08:00:00') }),
      lifted('跨月的', '2026-11-01T01:00:00'),
      entered('未解除'),
      entered('没到就解除', { startsAt: at('2026-11-20T08:00:00') }),
      lifted('没到就解除', '2026-11-19T08:00:00'),
      entered('下月的', { startsAt: at('2026-12-02T08:00:00') }),
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['跨月的', '未解除'])
    expect(figures).toMatchObject({ entered: 0, inForce: 2, orange: 2, days: 22 })
  })

  it('stand in the overview with how many of which colour; without any there is no table', () => {
    const warnings = inNovember(
      entered('暴雨'),
      event('WarningTaken', '2026-11-12T08:00:00', { warningId: '暴雨', incidentId: 'i1' }),
      entered('大风', { warning: 'red' }),
    )
    const overview = draft([], { warnings }).sections.find(({ id }) => id === 'overview')
    expect(overview?.words).toContainEqual(
      expect.objectContaining({
        zh: '本月生效的预警2次：红色预警1次、橙色预警1次，共21天；已响应1次，其中立为预警事件1次。',
      }),
    )
    expect(tableOf(draft([], { warnings }), 'warnings').rows).toHaveLength(2)
    expect(tableOf(draft([], { warnings }), 'warning-figures').rows).toHaveLength(1)
    expect(() => tableOf(draft([]), 'warnings')).toThrow()
  })
})
