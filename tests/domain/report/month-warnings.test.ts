/** The warnings that were in force in a month, for its report: in it, or nothing where none was. */
import { describe, expect, it } from 'vitest'
import { warningsIn } from '#shared/domain/monthly-report/warnings.ts'
import type { KnownWarning } from '#shared/domain/warning/warning.ts'
import { at, ZONE } from '../../kit/incident-stats.ts'
import { draft, tableOf } from '../../kit/report.ts'

const warning = (kind: string, part: Partial<KnownWarning>): KnownWarning => ({
  ...{ id: kind, kind, warning: 'orange', startsAt: at('2026-11-10T08:00:00'), until: null },
  ...{ area: '全市', content: '注意', measures: '转移', publisher: '气象台' },
  ...{ publishedAt: 0, enteredAt: 0, by: '周敏', raisedAt: 0, changes: [], told: [] },
  ...{ incidentIds: [], lifted: null },
  ...part,
})
const inNovember = (...known: KnownWarning[]) =>
  warningsIn(known, '2026-11', at('2026-12-01T00:00:00'), ZONE)
const lifted = (time: string) => ({ at: at(time), by: '周敏', reason: null })

describe('warnings of a month', () => {
  it('are those in force at some instant of it, whenever they came and went', () => {
    const kinds = inNovember(
      warning('以前的', { startsAt: at('2026-10-01T08:00:00'), until: at('2026-10-31T23:59:00') }),
      warning('跨月的', {
        startsAt: at('2026-10-30T08:00:00'),
        lifted: lifted('2026-11-01T01:00:00'),
      }),
      warning('未解除', {}),
      warning('没到就解除', {
        startsAt: at('2026-11-20T08:00:00'),
        lifted: lifted('2026-11-19T08:00:00'),
      }),
      warning('下月的', { startsAt: at('2026-12-02T08:00:00') }),
    ).map(({ kind }) => kind)
    expect(kinds).toEqual(['跨月的', '未解除'])
  })

  it('stand in the overview with how many of which colour; without any there is no table', () => {
    const warnings = inNovember(
      warning('暴雨', { incidentIds: ['i1'] }),
      warning('大风', { warning: 'red' }),
    )
    const overview = draft([], { warnings }).sections.find(({ id }) => id === 'overview')
    expect(overview?.words).toContainEqual(
      expect.objectContaining({
        zh: '本月生效的预警2次：红色预警1次、橙色预警1次；立为预警事件1起。',
      }),
    )
    expect(tableOf(draft([], { warnings }), 'warnings').rows).toHaveLength(2)
    expect(() => tableOf(draft([]), 'warnings')).toThrow()
  })
})
