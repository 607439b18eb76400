/** The monthly report: its sections, and what people write in it. */
import { describe, expect, it } from 'vitest'
import { NOTHING_WRITTEN } from '#shared/domain/monthly-report/data.ts'
import { monthDocument, WRITABLE } from '#shared/domain/monthly-report/document.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { alert, at, incidentStats, late, met, ZONE } from '../../kit/incident-stats.ts'
import { draft, lineOf, reportData, tableOf, words } from '../../kit/report.ts'
import { several, values } from './month-paper-kit.ts'

describe('what it holds', () => {
  it('ten sections, five annexes, title, number and what the figures stand on', () => {
    const document = draft([incidentStats()])
    expect(document.sections.map(({ title }) => title.zh)).toEqual([
      '一、总体情况',
      '二、分类统计',
      '三、时间、地点与来源',
      '四、处置效率',
      '五、信息报送',
      '六、典型事件',
      '七、演练与培训',
      '八、预案与物资',
      '九、问题与整改',
      '十、下月研判与工作安排',
      '附件一 事件登记表（A1）',
      '附件二 伤亡情况表（A2）',
      '附件三 按类别统计（B1）',
      '附件四 按地点统计（B2）',
      '附件五 指标说明',
    ])
    expect(document).toMatchObject({
      kind: 'month',
      name: '2026-11-report-draft',
      title: {
        zh: '万和商场突发事件月报（2026年11月）',
        en: 'Wanhe Mall: incident report for November 2026',
      },
      mark: { zh: '草稿' },
      zone: ZONE,
    })
    expect(document.lines[0]).toEqual({ zh: '第11期', en: 'No. 11' })
    expect(document.lines.at(-1)?.zh).toBe('数据：记录第99条，截至2026-12-01 00:00')
  })

  it('says how many were imported, beside the comparison and at each of them', () => {
    const document = draft([
      incidentStats({ imported: 'counted', state: 'archived' }),
      ...several(2, '2025-11-10T10:00:00').map((stats) => ({
        ...stats,
        imported: 'counted' as const,
      })),
      incidentStats({ imported: 'withdrawn', counted: false }),
    ])
    expect(words(document, 'overview')).toContain(
      '事件总数中由历史台账补录：本月1起、上月0起、去年同期2起。',
    )
    expect(tableOf(document, 'register').rows.map((row) => row[6]?.value)).toEqual([
      { zh: '已归档（补录）', en: 'Archived (imported)' },
    ])
  })

  it('says whom it harmed, and of what nothing was recorded', () => {
    const harm = (casualties: IncidentStats['casualties']): string =>
      words(draft([incidentStats({ casualties })]), 'overview')
    expect(harm({ minor: 1 })).toContain('造成1人轻伤，无死亡、重伤和失联登记，')
    expect(harm({ dead: 1, serious: 2, minor: 3 })).toContain(
      '造成1人死亡、2人重伤、3人轻伤，无失联登记，',
    )
    expect(harm({ dead: 1, serious: 1, minor: 1, missing: 1 })).toContain(
      '造成1人死亡、1人重伤、1人轻伤、1人失联，没有登记直接经济损失。',
    )
    expect(words(draft([incidentStats()]), 'overview')).toContain('没有登记人员伤亡，')
  })
  it('counts the late reports together, and each kind', () => {
    const document = draft([
      incidentStats({
        limits: [late({ report: 'first' }), late({ report: 'followUp' }), met({ report: 'final' })],
      }),
    ])
    expect(words(document, 'reporting')).toBe('迟报2次：首报1次、续报1次。')
  })

  it('a month without anything is a whole report', () => {
    const document = draft([])
    expect(words(document, 'overview')).toBe(
      '本月未发生突发事件，上月也未发生，去年同期也未发生；今年以来累计0起。另接误报0起、开展演练0次，未计入总数。',
    )
    expect(words(document, 'overview', 'en')).toContain(
      'No incidents occurred this month: none, as in the previous month',
    )
    expect(tableOf(document, 'register').rows).toEqual([])
  })
})

describe('the running month', () => {
  const running = { asOf: at('2026-11-24T12:05:30') }

  it('without an incident says until when none has happened, since the rest of it is still to come', () => {
    const document = draft([], running)
    expect(words(document, 'overview')).toContain(
      '本月截至2026-11-24 12:05未发生突发事件，上月同期（1日至24日）也未发生，',
    )
    expect(words(document, 'overview', 'en')).toContain(
      'No incidents had occurred this month by 2026-11-24 12:05: none, as in the same days of the previous month;',
    )
  })

  it('is over at the first instant of the next in the zone of the site', () => {
    const end = at('2026-12-01T00:00:00')
    expect(
      [end - 1, end].map((asOf) => words(draft([], { asOf }), 'overview').startsWith('本月未发生')),
    ).toEqual([false, true])
  })
})

describe('drills, false and merged reports', () => {
  const allStats = [
    incidentStats({
      drill: true,
      place: '演练场',
      plans: [],
      limits: [met(), late()],
      casualties: { dead: 3 },
    }),
    incidentStats({ counted: false, falseReport: true, state: 'falseReport', place: '误报处' }),
    incidentStats({ counted: false, state: 'merged', place: '合并处' }),
    incidentStats({ place: '前厅' }),
  ]
  const document = draft(allStats)
  it('stand beside the incidents and in no figure of them', () => {
    expect(
      [
        '突发事件（起）',
        '死亡（人）',
        '到期时限（项）',
        '误报（起，不计入）',
        '演练（次，不计入）',
      ].map((name) => lineOf(document, 'compared', name)[1]?.value),
    ).toEqual([1, 0, 0, 1, 1])
    expect(words(document, 'drills')).toContain(
      '本月开展演练1次，完成1次，演练中应在时限内完成2项，按时完成1项（50.0%），超时1项',
    )
  })
  it('a drill appears in its own section and nowhere else', () => {
    const others = { ...document, sections: document.sections.filter(({ id }) => id !== 'drills') }
    expect(JSON.stringify(others)).not.toContain('演练场')
    expect(JSON.stringify(document)).not.toMatch(/误报处|合并处/)
  })
})

describe('typical incidents', () => {
  const titles = (document: ReportDocument): string[] =>
    document.sections.find(({ id }) => id === 'typical')?.tables.map(({ title }) => title.zh) ?? []
  it('three at most: by level, then severity, casualties, loss and late limits', () => {
    const document = draft([
      incidentStats({ place: '超时', limits: [late()] }),
      incidentStats({ place: '损失', loss: 500 }),
      incidentStats({ place: '三级', level: 3 }),
      incidentStats({ place: '较大', severity: 'serious' }),
      incidentStats({ place: '一级', level: 1 }),
      incidentStats({ place: '平常' }),
    ])
    expect(titles(document)).toEqual(['1. 一级 未分类', '2. 三级 未分类', '3. 较大 未分类'])
  })
  it('not for the level alone that its plan begins with, nor for that of a line of a table', () => {
    const plans = [{ planId: 'p', revision: 'p1' }]
    const document = draft(
      [
        incidentStats({ place: '平常', level: 3, plans }),
        incidentStats({ place: '补录', level: 2, imported: 'counted', plans: [] }),
        incidentStats({ place: '提级', level: 2, plans }),
        incidentStats({ place: '超时', level: 3, plans, limits: [late()] }),
      ],
      { usualLevels: { p1: 3 } },
    )
    expect(titles(document)).toEqual(['1. 提级 未分类', '2. 超时 未分类'])
  })
  it('each with the number by which it is called', () => {
    const document = draft([incidentStats({ place: '损失', loss: 500, number: '2026-017' })])
    expect(titles(document)).toEqual(['1. 2026-017 损失 未分类'])
    expect(words(document, 'typical')).toContain('2026-017 损失')
  })
  it('none of which nothing is said and nothing was late, and no drill', () => {
    const document = draft([incidentStats(), incidentStats({ drill: true, level: 1 })])
    expect(titles(document)).toEqual([])
    expect(words(document, 'typical')).toBe('本月没有提级、定级、伤亡、损失或超时的突发事件。')
  })
  it('with their key moments in order', () => {
    const began = at('2026-11-10T10:00:00')
    const [table] =
      draft([
        incidentStats({
          level: 2,
          moments: {
            contained: began + 600_000,
            activated: began + 60_000,
            reported: began,
            responding: began + 60_000,
          },
        }),
      ]).sections.find(({ id }) => id === 'typical')?.tables ?? []
    expect(table?.rows.map((row) => values(row))).toEqual([
      [began, { zh: '接报', en: 'Reported' }, 0],
      [began + 60_000, { zh: '启动预案', en: 'Plan activated' }, 60_000],
      [began + 600_000, { zh: '已控制', en: 'Contained' }, 600_000],
    ])
  })
})

describe('handling', () => {
  it('limits by clause, late ones with their reasons, one that is still open as of the report', () => {
    const due = at('2026-11-10T10:10:00')
    const document = draft(
      [
        incidentStats({
          place: '前厅',
          limits: [
            met(),
            late({ explained: true, reason: '人手不够' }),
            late({ doneAt: null, stepId: 'open', clause: 'S00-02' }),
          ],
          alerts: [alert(due)],
        }),
      ],
      { asOf: due + 3_600_000 },
    )
    expect(tableOf(document, 'limits').rows.map((row) => values(row).slice(2))).toEqual([
      [2, 1, 1, 0.5],
      [1, 0, 1, 0],
    ])
    expect(tableOf(document, 'overruns').rows.map((row) => values(row).slice(4))).toEqual([
      [1, '人手不够'],
      [3_600_000, { zh: '未完成；未说明', en: 'not done; reason not given' }],
    ])
    expect(words(document, 'handling')).toContain(
      '应在时限内完成3项，按时完成1项，按时完成率33.3%；超时2项',
    )
  })
})

it('a clause bears the number of its paper; ours only where that has none', () => {
  const document = draft([incidentStats({ limits: [late(), late({ clause: 'S00-02' })] })], {
    names: {
      ...{ types: {}, categories: {}, plans: {}, steps: {}, questions: {} },
      clauses: { 'S00-01': { zh: '三分钟内报告', en: 'Report within 3 minutes' } },
      chapters: { 'S00-01': { zh: '五（二）3（2）', en: 'Part 5 (2), item 3 (2)' } },
    },
  })
  expect(tableOf(document, 'limits').rows.map(([clause]) => clause?.value)).toEqual([
    { zh: '五（二）3（2） 三分钟内报告', en: 'Part 5 (2), item 3 (2): Report within 3 minutes' },
    { zh: 'S00-02', en: 'S00-02' },
  ])
})

describe('what people write', () => {
  it('takes the place of the drafted words of its section, and the names stand under the title', () => {
    const signing = {
      number: '7',
      compiledBy: '周敏',
      reviewedBy: '王强',
      approvedBy: '李红',
      sentTo: '市应急局',
      copiedTo: '集团',
    }
    const document = monthDocument(
      reportData([incidentStats()]),
      { words: { overview: ['我们的话'], nowhere: ['x'], 'annex-kind': ['x'] }, signing },
      null,
    )
    expect(words(document, 'overview')).toBe('我们的话')
    expect(words(document, 'classes')).toContain('按类别分')
    expect(words(document, 'annex-kind')).toBe('')
    expect(document.lines.map(({ zh }) => zh).slice(0, 3)).toEqual([
      '第7期',
      '编制：周敏　审核：王强　签发：李红',
      '报送：市应急局　抄送：集团',
    ])
  })
  it('every section but the annexes may be written', () => {
    const aftermath = {
      ...{ done: 1, open: [], agreedFen: 0, paidFen: 0, reviewed: false, passedOver: false },
      ...{ lessons: 0, evaluations: { done: 0, late: 0 } },
    }
    expect(
      draft([incidentStats({ aftermath })])
        .sections.map(({ id }) => id)
        .filter((id) => !id.startsWith('annex-')),
    ).toEqual(WRITABLE)
  })
  it('an issue bears no mark, a correction its number and reason', () => {
    const issued = monthDocument(reportData([]), NOTHING_WRITTEN, {
      number: 2,
      reason: '补录一起',
      at: at('2026-12-02T09:00:00'),
      check: 'ab'.repeat(32),
    })
    expect(issued).toMatchObject({
      mark: null,
      name: '2026-11-report-correction-2',
      title: { zh: '万和商场突发事件月报（2026年11月）（更正第2号）' },
    })
    expect(issued.lines.map(({ zh }) => zh).slice(2)).toEqual([
      '签发时间：2026-12-02 09:00',
      '更正原因：补录一起',
      '数据：记录第99条，截至2026-12-01 00:00，校验值abababababababab',
    ])
  })
})

describe('one of everything', () => {
  it('is told of in the singular, and nothing in its place is told of', () => {
    const document = draft([
      incidentStats({ at: at('2026-11-10T10:00:00'), limits: [late()] }),
      incidentStats({ drill: true, limits: [met()] }),
    ])
    const text = document.sections.flatMap(({ id }) => words(document, id, 'en')).join('\n')
    expect(text).toContain('1 incident occurred')
    expect(text).toContain('1 drill was held')
    expect(text).toContain('1 limit came due')
    expect(text).not.toMatch(/\b1 (incidents|drills|limits|alerts|times)\b/)
    expect(text).not.toContain('December 2025 had') // no incident then, so nothing to go by
  })
})
