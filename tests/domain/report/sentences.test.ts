/** The sentences of a monthly report, each where its number is nought, one and two. */
import { describe, expect, it } from 'vitest'
import { NO_ACTION_FIGURES, type ActionFigures } from '#shared/domain/statistics/actions.ts'
import { ranked } from '#shared/domain/monthly-report/section-2-3-classes.ts'
import { inTime } from '#shared/domain/monthly-report/section-7-10-readiness.ts'
import { most, outstanding } from '#shared/domain/monthly-report/section-1-overview.ts'
import { ruleChangesSince } from '#shared/domain/monthly-report/rules.ts'
import { unknownIssue } from '#shared/domain/monthly-report/report-refusals.ts'
import { monthDocument } from '#shared/domain/monthly-report/document.ts'
import { NOTHING_WRITTEN } from '#shared/domain/monthly-report/data.ts'
import type {
  AftermathStats,
  IncidentStats,
  LimitStats,
} from '#shared/domain/statistics/incident-stats.ts'
import { localized } from '#shared/domain/text.ts'
import { alert, at, incidentStats, late, limit, met } from '../../kit/incident-stats.ts'
import { draft, reportData, tableOf, words } from '../../kit/report.ts'
import { several, values } from './month-paper-kit.ts'

const NAMES = { types: {}, plans: {}, steps: {}, clauses: {}, questions: {} }
const withLimits = (...limits: readonly LimitStats[]) => [incidentStats({ limits: [...limits] })]

describe('counts in their order', () => {
  it('stand the most first, of equal ones by name, what has no code last, and never one of nought', () => {
    expect(ranked({ b: 1, a: 1, none: 9, c: 2, d: 0 })).toEqual([
      ...[
        ['c', 2],
        ['a', 1],
        ['b', 1],
        ['none', 9],
      ],
    ])
    expect(ranked({ none: 1, a: 1 })).toEqual([
      ['a', 1],
      ['none', 1],
    ])
    expect(ranked({})).toEqual([])
  })
  it('have one with the most, of equal ones the first by name', () => {
    expect(most({ b: 2, a: 2, c: 1 })).toEqual({ key: 'a', count: 2 })
    expect(most({ a: 2, b: 2, c: 1 })).toEqual({ key: 'a', count: 2 })
    expect([most({}), most({ a: 0 })]).toEqual([null, null])
  })
  it('have one that stands out only where it has more than chance gives it', () => {
    expect(outstanding({ a: 12, b: 1, c: 1, d: 0 })).toEqual({ key: 'a', count: 12 })
    expect(outstanding({ a: 9, b: 1 })).toBeNull()
    expect(outstanding({ a: 2, b: 2 })).toBeNull()
    expect(outstanding({})).toBeNull()
  })
})

it('incidents stand by their instant, then by name', () => {
  const [a, b, c] = [
    incidentStats({ incidentId: 'a', at: 5 }),
    incidentStats({ incidentId: 'b', at: 5 }),
    incidentStats({ incidentId: 'c', at: 4 }),
  ]
  for (const order of [
    [a, b, c],
    [b, a, c],
    [c, b, a],
  ])
    expect(inTime(order).map(({ incidentId }) => incidentId)).toEqual(['c', 'a', 'b'])
})

describe('main features', () => {
  const features = (stats: readonly IncidentStats[], part = {}, language: 'zh' | 'en' = 'zh') =>
    words(draft(stats, part), 'overview', language)

  it('name a category, a place and an hour that stand out, with shares', () => {
    const stats = [
      ...several(12, '2026-11-10T23:30:00').map((incident, index) => ({
        ...{ ...incident, category: 'fire', place: '大厅' },
        at: at(`2026-11-${index < 8 ? 10 : index + 3}T23:30:00`),
      })),
      incidentStats({ category: 'gas', place: '后院', at: at('2026-11-02T03:00:00') }),
      incidentStats({ category: 'flood', place: '地库', at: at('2026-11-03T04:00:00') }),
    ]
    const names = { ...NAMES, categories: { fire: localized('火情', 'Fire') } }
    expect(features(stats, { names })).toContain(
      '一是火情类最多，共12起，占85.7%；二是发生地点以大厅居多，共12起；三是周二23时至24时较多，共8起。',
    )
    expect(features(stats, { names }, 'en')).toContain(
      '(1) the largest category was "Fire" with 12 (85.7%); (2) 12 happened at 大厅; (3) 8 fell on a Tuesday between 23:00 and 24:00.',
    )
  })

  it('name no category of what has no code', () => {
    const stats = several(9, '2026-11-10T10:00:00').map((stats, index) => ({
      ...stats,
      at: at(`2026-11-${10 + index}T${10 + index}:00:00`),
      place: `地点${index}`,
    }))
    expect(features(stats)).not.toContain('类最多')
  })

  it('say how limits were met: none, the only one, all, some', () => {
    expect(features(withLimits())).not.toContain('时限')
    expect(features(withLimits(met()))).toContain('应在时限内完成的1项全部按时完成')
    expect(features(withLimits(met()), {}, 'en')).toContain('the only limit that came due was met')
    expect(features(withLimits(met(), met()), {}, 'en')).toContain(
      'all 2 limits that came due were met',
    )
    expect(features(withLimits(met(), late(), met(), met()))).toContain(
      '应在时限内完成4项，按时完成3项，按时完成率75.0%，超时1项',
    )
    expect(features(withLimits(met(), late()), {}, 'en')).toContain(
      'of 2 limits that came due, 1 met (50.0%) and 1 late',
    )
  })

  it('are not told where nothing is', () => {
    expect(features([incidentStats()])).not.toContain('主要特点')
  })
})

it('of harm two kinds that nobody recorded are joined, one stands alone', () => {
  const harm = (casualties: IncidentStats['casualties']) =>
    words(draft([incidentStats({ casualties })]), 'overview')
  expect(harm({ dead: 1, serious: 1 })).toContain('无轻伤和失联登记')
  expect(harm({ dead: 1, serious: 1, minor: 1 })).toContain('无失联登记')
})

describe('how incidents were handled', () => {
  const handling = (stats: readonly IncidentStats[], language: 'zh' | 'en' = 'zh') =>
    words(draft(stats), 'handling', language)
  const moments = (activated: number | null, contained: number | null) => {
    const reported = at('2026-11-10T10:00:00')
    return [
      incidentStats({
        at: reported,
        moments: {
          reported,
          ...(activated === null ? {} : { activated: reported + activated }),
          ...(contained === null ? {} : { contained: reported + contained }),
        },
      }),
    ]
  }

  it('says the times that are known, each by itself or both', () => {
    expect(handling(moments(60_000, 300_000), 'en')).toContain(
      'Median time from report to activation 1 min (n 1); to containment 5 min (n 1).',
    )
    expect(handling(moments(null, 300_000), 'en')).toContain(
      'Median time from report to containment 5 min (n 1).',
    )
    expect(handling(moments(60_000, null))).toContain('接报到启动预案用时的中位数为1分钟（1起）。')
    expect(handling(moments(null, null))).toBe('本月没有到期的时限。')
  })

  it('says how many limits came due, were met, told later and late, and the clause that was worst', () => {
    const later = limit({
      ...{ doneAt: limit().dueAt - 1, toldAt: limit().dueAt + 1, lateAt: limit().dueAt },
    })
    expect(handling(withLimits(met()))).toBe('应在时限内完成1项，按时完成1项，按时完成率100.0%。')
    expect(handling(withLimits(met()), 'en')).toBe('1 limit came due, 1 met (100.0%).')
    const some = withLimits(
      ...[met(), later, late({ clause: 'B' }), late({ clause: 'A' }), late({ clause: 'B' })],
    )
    expect(handling(some)).toBe(
      '应在时限内完成5项，按时完成2项（其中补记1项），按时完成率40.0%；超时3项，逐项列于下表。超时最多的是“B”，2项。',
    )
    expect(handling(some, 'en')).toBe(
      '5 limits came due, 2 met (40.0%; 1 of them told later); 3 late, listed below. Most often late: "B", 2.',
    )
  })

  it('says of proposed limits how many there were beside the others', () => {
    expect(handling(withLimits(met({ proposed: true }), late({ proposed: true })))).toContain(
      '另有预案建议的时限（原文没有，不计入以上）到期2项，按时1项，超时1项。',
    )
  })

  it('a late step is late by what it took beyond its limit, to the millisecond', () => {
    const over = (part: Partial<LimitStats>) =>
      values(tableOf(draft(withLimits(late(part))), 'overruns').rows[0] ?? []).filter(
        (value) => typeof value === 'number',
      )
    const { dueAt } = limit()
    expect(over({ doneAt: dueAt + 1 })).toContain(1)
    expect(over({ doneAt: dueAt + 60_000 })).toContain(60_000)
    expect(over({ doneAt: null, endedAt: dueAt + 5 })).toContain(5)
  })
})

it('reports: none came due, all in time, one late', () => {
  const reporting = (...limits: readonly LimitStats[]) =>
    words(draft(withLimits(...limits)), 'reporting')
  expect(reporting()).toBe('本月没有到期的信息报送。')
  expect(reporting(met({ report: 'first' }))).toBe('到期的信息报送全部按时完成。')
  expect(reporting(met({ report: 'first' }), late({ report: 'final' }))).toBe('迟报1次：终报1次。')
})

describe('typical incidents', () => {
  const places = (...stats: readonly IncidentStats[]): unknown[] =>
    words(draft(stats), 'typical')
      .split('\n')
      .map((line) => line.replace(/。$/, '').split('，')[1])
  const place = (name: string, part: Partial<IncidentStats>) =>
    incidentStats({ place: name, incidentId: name, ...part })

  it('stand the gravest first: by level, severity, people, money, late limits', () => {
    const graded = [
      place('等级一', { level: 1 }),
      place('等级二', { level: 2 }),
      place('特别重大', { severity: 'extraordinary' }),
      place('一般', { severity: 'ordinary' }),
      place('死亡', { casualties: { dead: 1 } }),
      place('失联', { casualties: { missing: 5 } }),
      place('重伤', { casualties: { serious: 5 } }),
      place('轻伤', { casualties: { minor: 5 } }),
      place('损失', { loss: 5 }),
      place('超时', { limits: [late()] }),
    ]
    for (let first = 0; first + 3 <= graded.length; first++) {
      const some = graded.slice(first, first + 3)
      expect(places(...some.toReversed()), graded[first]?.place).toEqual(
        some.map(({ place: name }) => name),
      )
    }
  })

  it('of equals the earlier first, then by name; three at most', () => {
    const same = (name: string, minute: number) =>
      place(name, { loss: 5, at: at(`2026-11-10T10:0${minute}:00`) })
    expect(places(same('b', 1), same('a', 1), same('c', 0), same('d', 2))).toEqual(['c', 'a', 'b'])
    expect(places(same('a', 1), same('b', 1), same('c', 0))).toEqual(['c', 'a', 'b'])
  })

  it('are none of which nothing is said, nor for the level that a plan begins with', () => {
    const usual = { usualLevels: { r: 3 } }
    const typical = (stats: IncidentStats): boolean =>
      words(draft([stats], usual), 'typical').includes(stats.place)
    const run: Partial<IncidentStats> = { plans: [{ planId: 'p', revision: 'r' }] }
    expect(typical(place('x', {}))).toBe(false)
    expect(typical(place('x', { ...run, level: 3 }))).toBe(false)
    expect(typical(place('x', { ...run, level: 4 }))).toBe(false)
    expect(typical(place('x', { ...run, level: 2 }))).toBe(true)
    expect(typical(place('x', { ...run, level: 2, imported: 'counted' }))).toBe(false)
  })
})

describe('problems', () => {
  const actions = (stats: readonly IncidentStats[], language: 'zh' | 'en' = 'zh') =>
    words(draft(stats), 'actions', language).split('\n')[0]
  it('are the worst clause, limits without a reason, alerts that nobody acknowledged', () => {
    expect(actions(withLimits(met()))).toBe('从本月记录看，没有需要列出的问题。')
    const explained = { explained: true }
    expect(actions(withLimits(late({ clause: 'A', ...explained })))).toBe(
      '从本月记录看：“A”超时1项，须查明原因。',
    )
    expect(
      actions(
        withLimits(
          late({ clause: 'A', ...explained }),
          late({ clause: 'B', ...explained }),
          late({ clause: 'B', explained: false }),
        ),
      ),
    ).toBe('从本月记录看：“B”超时2项，须查明原因；部分超时尚未说明原因（见“处置效率”），须补齐。')
    const unheard = [incidentStats({ alerts: [alert(at('2026-11-10T10:00:00'))] })]
    expect(actions(unheard)).toBe('从本月记录看：有1条告警未确认。')
    expect(actions(unheard, 'en')).toContain('1 alert was never acknowledged')
  })
})

describe('corrective action', () => {
  const sentence = (figures: Partial<ActionFigures>, language: 'zh' | 'en' = 'zh') =>
    words(
      draft([], { actions: { figures: { ...NO_ACTION_FIGURES, ...figures }, rows: [] } }),
      'actions',
      language,
    ).split('\n')[1]
  it('is told in one sentence, without what is nought', () => {
    expect(sentence({})).toBe('本月没有整改措施。')
    const figures = { carried: 2, opened: 3, closed: 2, late: 1, left: 3, waiting: 1, overdue: 1 }
    expect(sentence(figures)).toBe(
      '整改措施：上月结转2项，本月开出3项，复查合格2项（其中逾期完成1项）；月末未完成3项，其中待复查1项，逾期1项。',
    )
    expect(sentence(figures, 'en')).toBe(
      'Corrective actions: 2 carried over, 3 opened, 2 checked and closed (1 of them late); 3 left, of which 1 to be checked and 1 overdue.',
    )
    expect(sentence({ carried: 1, closed: 1 })).toBe(
      '整改措施：上月结转1项，复查合格1项；月末未完成0项。',
    )
  })
})

describe('aftermath and review', () => {
  const AFTERMATH: AftermathStats = {
    ...{ done: 2, open: ['2026-11-20'], agreedFen: 200_050, paidFen: 50_050 },
    ...{ reviewed: true, passedOver: false, lessons: 2, evaluations: { done: 2, late: 1 } },
  }
  const afterwards = (part: Partial<AftermathStats> = {}, stats: Partial<IncidentStats> = {}) =>
    draft([incidentStats({ loss: 5, aftermath: { ...AFTERMATH, ...part }, ...stats })])

  it('is told with amounts, reviews and evaluations, without what is nought', () => {
    expect(words(afterwards(), 'aftermath')).toBe(
      '本月事件登记善后事项3项，办结2项，未办1项（逾期1项）；赔偿议定2,000.5元，已付500.5元。\n复盘1起，实际启动的预案评估2次（逾期1次）。',
    )
    const little = {
      done: 0,
      open: [],
      agreedFen: 0,
      paidFen: 0,
      evaluations: { done: 0, late: 0 },
    }
    expect(words(afterwards({ ...little, passedOver: true }), 'aftermath')).toBe(
      '复盘1起，须复盘而未复盘就归档1起。',
    )
    expect(words(afterwards(), 'aftermath', 'en')).toContain(
      'Aftercare entered for the incidents of the month: 3, of which 2 done and 1 open (1 overdue)',
    )
    const [opened] = tableOf(afterwards(), 'aftermath-compared').rows
    expect(opened?.[1]).toMatchObject({ value: 3, behind: { metric: 'aftercare.opened' } })
  })

  it('has a section only in a month of whose real incidents any was recorded', () => {
    const ids = (...args: Parameters<typeof afterwards>) =>
      afterwards(...args).sections.map(({ id }) => id)
    expect(ids()).toContain('aftermath')
    expect(ids({}, { drill: true })).not.toContain('aftermath')
    expect(draft([incidentStats()]).sections.map(({ id }) => id)).not.toContain('aftermath')
  })

  it('says how many lessons a typical incident has, and asks nobody for them then', () => {
    const typical = (lessons: number) =>
      afterwards({ lessons }).sections.find(({ id }) => id === 'typical')
    expect(words(afterwards({ lessons: 2 }), 'typical')).toContain('复盘教训2条')
    expect(typical(2)).not.toHaveProperty('unfilled')
    expect(typical(0)?.unfilled).toHaveLength(1)
  })
})

it('drills name all plans that ran in them', () => {
  const plans = [
    { planId: 'p', revision: 'r' },
    { planId: 'q', revision: 's' },
  ]
  const names = {
    ...NAMES,
    categories: {},
    plans: { p: localized('火灾', 'Fire'), q: localized('疏散', 'Leaving') },
  }
  const drawn = draft([incidentStats({ drill: true, plans })], { names })
  expect(tableOf(drawn, 'drill-list').rows[0]?.[2]?.value).toEqual({
    zh: '火灾、疏散',
    en: 'Fire; Leaving',
  })
})

describe('the outlook', () => {
  it('names no category of what has no code, and the month a year ago if there was something', () => {
    expect(words(draft([incidentStats()]), 'outlook')).not.toMatch(/重点防范|可作参考/)
    const ago = several(2, '2025-12-10T10:00:00')
    expect(words(draft([...ago]), 'outlook')).toContain('2025年12月发生突发事件2起，可作参考。')
  })
})

describe('the head of a report', () => {
  const issue = (number: number, reason: string | null = null) => ({
    ...{ number, reason, at: at('2026-12-02T09:05:00'), check: '0123456789abcdef0123456789abcdef' },
  })
  const drawn = (number: number) => monthDocument(reportData([]), NOTHING_WRITTEN, issue(number))
  it('of a draft, an issue and a correction', () => {
    expect(draft([]).name).toBe('2026-11-report-draft')
    expect(drawn(0)).toMatchObject({
      ...{ name: '2026-11-report', mark: null },
      title: { zh: '万和商场突发事件月报（2026年11月）' },
    })
    expect(drawn(1)).toMatchObject({
      name: '2026-11-report-correction-1',
      title: {
        zh: '万和商场突发事件月报（2026年11月）（更正第1号）',
        en: 'Wanhe Mall: incident report for November 2026 (correction no. 1)',
      },
    })
    const last = drawn(0).lines.at(-1)
    expect(last?.zh).toMatch(/，校验值0123[0-9a-f]*$/)
    expect(last?.en).toMatch(/, check value 0123[0-9a-f]*$/)
    expect(last?.en.split('check value ')[1]).toBe(last?.zh.split('校验值')[1])
  })
})

it('says what has changed since some rules, and which issue is not there', () => {
  const since = (rules: number) => ruleChangesSince(rules).map(({ rules: number }) => number)
  expect([since(1), since(7), since(8)]).toEqual([
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    [8, 9, 10, 11, 12],
    [9, 10, 11, 12],
  ])
  expect(unknownIssue('2026-11', 0)).toMatchObject({
    message: { zh: '2026年11月的月报还没有签发' },
  })
  expect(unknownIssue('2026-11', 1)).toMatchObject({
    message: { zh: expect.stringContaining('第1号') },
  })
})
