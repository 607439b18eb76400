/** Tests the page of statistics against a station: every number opens what it counts. */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import StatisticsPage from '#renderer/console/pages/statistics/StatisticsPage.vue'
import { periodQueryOf, drillDownOf } from '#renderer/console/pages/statistics/address.ts'
import { placeOf, useRoute } from '#renderer/console/base/route.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { METRICS, SUMS, type Metric, type SumMetric } from '#shared/domain/statistics/metrics.ts'
import { membersOf } from '#shared/domain/statistics/statistics.ts'
import { REPORT_CLOCKS } from '#shared/domain/incident/record/report-clocks.ts'
import { alert, anyFact, at, incidentStats, late, met } from '../../kit/incident-stats.ts'
import { NOW } from '../board-parts.ts'
import { mountConsole, refused, press, read } from './desk.ts'
import { answering, AROUND, figures, filterOf } from './statistics-kit.ts'

/** As wide as a box of the page: charts are drawn only where there is room. */
class Room {
  readonly heard: (entries: { contentRect: { width: number } }[]) => void
  constructor(heard: Room['heard']) {
    this.heard = heard
  }
  observe(): void {
    this.heard([{ contentRect: { width: 440 } }])
  }
  disconnect(): void {
    /* nothing to stop */
  }
}
vi.stubGlobal('ResizeObserver', Room)

const at2 = '#/statistics?month=2026-11'
beforeEach(() => {
  location.hash = at2
})

async function open(
  allStats: readonly IncidentStats[],
  hash = at2,
  answers: Partial<Parameters<typeof mountConsole>[2]> = {},
  locale: 'zh-CN' | 'en' = 'zh-CN',
) {
  location.hash = hash
  const shown = await mountConsole(
    StatisticsPage,
    {},
    { ...answering(allStats), ...answers },
    locale,
  )
  await shown.show({})
  return shown
}
const links = (page: VueWrapper): { value: number; href: string }[] =>
  page.findAll('a[data-value]').map((link) => ({
    value: Number(link.attributes('data-value')),
    href: link.attributes('href') ?? '',
  }))
const isSum = (metric: Metric): metric is SumMetric => Object.hasOwn(SUMS, metric)

/**
 * Figures of every kind: whatever the rules could have drawn, a drill, a false report, and each
 * thing that is rare by chance.
 */
const everything: readonly IncidentStats[] = [
  ...fc.sample(anyFact(), { numRuns: 160, seed: 8 }),
  // what chance may leave out
  incidentStats({
    at: at('2026-11-12T10:00:00'),
    limits: [met({ proposed: true })],
    lawReports: REPORT_CLOCKS.flatMap((kind) => {
      const clock = { kind, ruleId: 'accident', startedAt: 0, dueAt: 9, endedAt: null }
      return [
        { ...clock, doneAt: 8, lateAt: null },
        { ...clock, doneAt: null, lateAt: 9 },
      ]
    }),
  }),
  incidentStats({
    at: at('2026-11-05T09:00:00'),
    casualties: { dead: 1, serious: 2, minor: 3, missing: 1, evacuated: 40 },
    loss: 5000,
    imported: 'counted',
    severity: 'major',
    legalCategory: 'publicHealth',
    channel: '电话',
  }),
  incidentStats({
    at: at('2026-11-06T09:00:00'),
    evidence: { kept: 2, mayGo: 1 },
    limits: [
      met({ report: 'first' }),
      late({ report: 'followUp' }),
      met({ report: 'final' }),
      late({ report: 'first' }),
      late({ report: 'final' }),
      met({ report: 'followUp' }),
      met({ toldAt: NOW }),
    ],
    alerts: [
      alert(NOW - 200_000, { acknowledgedAt: NOW - 10_000 }),
      alert(NOW - 90_000_000),
      alert(NOW - 100_000, { acknowledgedAt: NOW - 90_000, priority: 1 }),
      alert(NOW - 100_000, { priority: 3 }),
      alert(NOW - 100_000, { stepId: '', kind: 'nudge', priority: 1 }),
    ],
    nudges: [60_000, 10_000].map((taken) => ({
      ...{ stepId: 's1', factKey: null, planId: 'p', endedAt: null },
      ...{ startedAt: NOW - 100_000, dueAt: NOW - 70_000, doneAt: NOW - 80_000 + taken },
    })),
  }),
  incidentStats({ at: at('2026-11-07T09:00:00'), drill: true, state: 'archived' }),
  incidentStats({
    at: at('2026-11-08T09:00:00'),
    counted: false,
    falseReport: true,
    state: 'falseReport',
  }),
]

/** Counted in hundredths. */
const IN_YUAN: readonly string[] = ['loss', 'aftercare.agreed', 'aftercare.paid']

describe('every number opens the incidents that it counts', () => {
  it.each([
    '#/statistics?year=2026&level=2&type=a',
    '#/statistics?year=2026&drill=1',
    '#/statistics?from=2026-10-20&to=2026-11-10',
  ])('%s', async (hash) => {
    agrees((await open(everything, hash)).page)
  })

  function agrees(page: VueWrapper): void {
    const figureLinks = links(page)
    expect(figureLinks.length).toBeGreaterThan(40)
    for (const { value, href } of figureLinks) {
      const periodQuery = periodQueryOf(placeOf(href).query, '2026-11-24')
      const { open: opens } = periodQuery
      const { from, to, filter, metric, key } = drillDownOf(opens!, periodQuery, '2026-11-24')
      const units = membersOf(
        { from, to, filter: filterOf(filter) },
        everything,
        metric,
        key,
        NOW,
        AROUND,
      )
      if (isSum(metric)) {
        const sum = units.reduce(
          (so, id) => so + SUMS[metric](everything.find(({ incidentId }) => incidentId === id)!),
          0,
        )
        expect(IN_YUAN.includes(metric) ? sum / 100 : sum, href).toBe(value)
      } else expect(units.length, href).toBe(value)
    }
  }

  it('whatever the rules can list, and nothing is left out', async () => {
    const { page } = await open(everything, '#/statistics?year=2026')
    agrees(page)
    const shown = new Set(links(page).map(({ href }) => placeOf(href).query['open']))
    // drawn, each month as the incidents of that month
    expect(METRICS.filter((metric) => !shown.has(metric))).toEqual(['byMonth'])
  })

  it('as a list whose sum is the figure, each row leading to the record of its incident', async () => {
    const { page } = await open(everything)
    const late = page.find('[data-figure="late"] .big a')
    location.hash = late.attributes('href')!
    useRoute().go(late.attributes('href')!)
    await flushPromises()
    const dialog = document.querySelector('.el-dialog')!
    expect(dialog.querySelector('table')?.dataset['total']).toBe(late.attributes('data-value'))
    const times = [...dialog.querySelectorAll('tbody tr')].map((row) =>
      Number(row.querySelector('td:last-child')?.textContent),
    )
    expect(times.reduce((sum, times) => sum + times, 0)).toBe(Number(late.attributes('data-value')))
    expect(dialog.querySelector('a[data-row]')?.getAttribute('href')).toMatch(/^#\/history\/i\d+$/)
    const close = [...dialog.querySelectorAll('button')].find(
      (button) => button.textContent === '关闭',
    )!
    close.click()
    await flushPromises()
    expect(location.hash).toBe(at2)
  })
})

describe('the page', () => {
  it('shows nought as nought, without a line under it', async () => {
    const { page } = await open([])
    expect(read(page)).toContain('本期没有事件。')
    expect(links(page)).toEqual([])
    expect(read(page.find('[data-figure="met"]'))).toContain('没有到期的时限')
  })

  it('says that filters are set, and clears them all at once', async () => {
    const { page } = await open(everything, '#/statistics?month=2026-11&level=9&place=nowhere')
    expect(read(page)).toContain('已筛选')
    expect(read(page)).toContain('本期没有符合筛选的事件。')
    await page
      .findAll('button')
      .find((button) => button.text() === '清除筛选')!
      .trigger('click')
    await flushPromises()
    expect(location.hash).toBe(at2)
    expect(read(page)).not.toContain('已筛选')
  })

  it('goes to the period before and after by keys, and not into one that has not begun', async () => {
    const { page } = await open(everything)
    press('PageUp', { altKey: true })
    await flushPromises()
    expect(page.find('h2').text()).toBe('2026年10月')
    press('PageDown', { altKey: true })
    await flushPromises()
    press('PageDown', { altKey: true })
    await flushPromises()
    expect(page.find('h2').text()).toBe('2026年11月')
    expect(page.findAll('.neighbours button')[1]!.attributes('disabled')).toBeDefined()
  })

  it('says why there are no figures, and asks again', async () => {
    let isDown = true
    const { page } = await open(everything, at2, {
      'statistics/figures': (input) =>
        isDown
          ? refused('no-contact', '与值守站失去联系')
          : answering(everything)['statistics/figures'](input),
    })
    expect(page.find('.refused').text()).toContain('与值守站失去联系')
    isDown = false
    await page.find('.refused button').trigger('click')
    await flushPromises()
    expect(page.find('[data-figure="incidents"]').exists()).toBe(true)
  })

  it('draws the figures anew when the record has moved, and leaves them standing meanwhile', async () => {
    const allStats: IncidentStats[] = [incidentStats()]
    let position = 100
    const { page, station, show } = await open(allStats, at2, {
      'statistics/period': (input) => {
        const answer = answering(allStats)['statistics/period'](input)
        return answer.ok ? { ...answer, reply: { ...answer.reply, position } } : answer
      },
    })
    expect(page.find('[data-figure="incidents"] .big').text()).toBe('1起')
    allStats.push(incidentStats())
    position = 101
    const before = station.of('statistics/period').length
    await show({ position: 101 })
    expect(page.find('[data-figure="incidents"] .big').text()).toBe('2起')
    expect(station.of('statistics/period').length).toBe(before + 1)
    await show({ position: 101 }) // the same record: nothing to ask
    expect(station.of('statistics/period').length).toBe(before + 1)
  })

  it('marks drills as drills when it shows nothing else, and says what a figure is to whoever reaches its name by key', async () => {
    const { page } = await open(everything, '#/statistics?month=2026-11&drill=1')
    expect(read(page)).toContain('只看演练')
    expect(page.find('.drills a.link').text()).toBe('回到真实事件')
    const name = page.find('[data-figure="incidents"] dt button')
    await name.trigger('focus')
    expect(document.querySelector('[role="tooltip"]')?.textContent).toContain(
      '演练、误报和已并入其他事件的不计',
    )
    await name.trigger('keydown', { key: 'Escape' })
    expect(document.querySelector('[role="tooltip"]')).toBeNull()
  })

  it('is whole in English: no word of ours is left in Chinese', async () => {
    const { page } = await open(
      [
        incidentStats({
          place: 'Hall',
          category: 'a',
          type: 'a.x',
          level: 2,
          limits: [late(), met({ report: 'first' })],
          alerts: [alert(NOW)],
        }),
      ],
      at2,
      {},
      'en',
    )
    expect(page.find('h2').text()).toBe('November 2026')
    expect(
      read(page).replaceAll(/情绪激动|人身安全|财产损失|系统故障|江畔市民中心/g, ''),
    ).not.toMatch(/\p{Script=Han}/u)
  })
})

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const several = (count: number, day: string): IncidentStats[] =>
  Array.from({ length: count }, () => incidentStats({ at: at(`${day}T10:00:00`) }))

describe('what the period is compared with', () => {
  it('comes after the period itself, which stands there at once', async () => {
    const allStats = [...several(3, '2026-11-10'), ...several(2, '2026-10-10')]
    let whole: (() => void) | undefined
    const { page } = await open(allStats, at2, {
      'statistics/period': () =>
        new Promise((resolve) => {
          whole = () => resolve({ ok: true, position: 1, reply: figures(allStats, NOVEMBER) })
        }),
    })
    const incidents = page.get('[data-figure="incidents"]')
    expect(read(incidents)).toMatch(/3起环比…同比…本年…/)
    whole?.()
    await flushPromises()
    expect(read(incidents)).toMatch(/3起环比\+1\(\+50%\).*本年5/)
  })

  it('of a month that runs are the same days, and it says so', async () => {
    const { page } = await open([
      ...several(3, '2026-11-10'),
      ...several(2, '2026-10-24'),
      ...several(30, '2026-10-25'),
    ])
    expect(read(page.get('.same-days'))).toBe(
      '本期还没有结束：环比与2026年10月1日至2026年10月24日比，同比与2025年11月1日至2025年11月24日比。',
    )
    expect(read(page.get('[data-figure="incidents"]'))).toContain('环比+1(+50%)')
  })

  it('is no nought before the record began', async () => {
    const reply = { ...figures(several(3, '2026-11-10'), NOVEMBER), recordSince: '2026-10' }
    const { page } = await open([], at2, {
      'statistics/period': () => ({ ok: true, position: 1, reply }),
    })
    expect(read(page.get('[data-figure="incidents"]'))).toMatch(/环比\+3—同比无可比数据/)
  })
})

it('an address that is wrong says what is, asks the station for nothing, and leads to this month', async () => {
  const { page, station } = await open([], '#/statistics?from=2026-11-20&to=2026-11-03')
  expect(read(page.get('[role=alert]'))).toContain('起止日期写反了：2026-11-20–2026-11-03')
  expect(page.get('[role=alert] a').attributes('href')).toBe('#/statistics?month=2026-11')
  expect([...station.of('statistics/figures'), ...station.of('statistics/period')]).toEqual([])
})
