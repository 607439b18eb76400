/**
 * The monthly reports on the console: the list, a wrong address, and what an issue leaves empty.
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import IssueDialog from '#renderer/console/pages/report/IssueDialog.vue'
import ReportPage from '#renderer/console/pages/report/ReportPage.vue'
import { placeOf } from '#renderer/console/base/route.ts'
import type { ReportLine, ReportRead } from '#shared/contract/report.ts'
import { UNSIGNED } from '#shared/domain/monthly-report/data.ts'
import { incidentStats } from '../../kit/incident-stats.ts'
import { draft } from '../../kit/report.ts'
import { NOW } from '../board-parts.ts'
import { accepted, mountConsole, read } from './desk.ts'

const line = (part: Partial<ReportLine>): ReportLine => ({
  ...{ month: '2026-10', standing: 'issued', corrections: 0, incidents: 34 },
  ...{ issuedIncidents: 34, changed: false, preparedAt: NOW, issuedAt: NOW, changedAt: null },
  ...part,
})
const list = (months: readonly ReportLine[]) => () =>
  accepted<'report/list'>({
    months,
    arranged: { hour: 2, copy: null },
    next: { month: '2026-11', dueAt: NOW },
    canCopy: true,
  })

async function open(hash: string, months: readonly ReportLine[] = []) {
  location.hash = hash
  const mounted = await mountConsole(ReportPage, {}, { 'report/list': list(months) })
  await mounted.show({})
  return mounted
}
beforeEach(() => {
  location.hash = '#/statistics/report'
})

describe('the list', () => {
  it('shows the figure that was issued; what has changed since is marked, with the figure of now', async () => {
    const { page } = await open('#/statistics/report', [
      line({ month: '2026-11', standing: 'running', issuedIncidents: null, incidents: 8 }),
      line({ issuedIncidents: 21, changed: true }),
      line({ month: '2026-09', changed: true }),
      line({ month: '2026-08' }),
    ])
    expect(page.findAll('tbody tr').map((row) => row.findAll('td').slice(0, 3).map(read))).toEqual([
      ['2026年11月', '本月未完', '8'],
      ['2026年10月', '已签发 内容有变动', '21（现为34）'],
      ['2026年9月', '已签发 内容有变动', '34'],
      ['2026年8月', '已签发', '34'],
    ])
  })
})

describe('an address that is wrong', () => {
  it.each([
    ['#/statistics/report/2026-13', '地址里的月份不对：2026-13'],
    ['#/statistics/report/2026-10?issue=x', '地址里的版次不对：x'],
  ])('%s', async (hash, says) => {
    const { page, station } = await open(hash)
    expect(read(page.get('[role=alert]'))).toContain(says)
    expect(page.get('[role=alert] a').attributes('href')).toBe('#/statistics/report')
    expect(placeOf(location.hash).path[2]).toBeDefined()
    expect([...station.of('report/list'), ...station.of('report/read')]).toEqual([])
  })
})

describe('issuing', () => {
  const report = (part: Partial<ReportRead> = {}): ReportRead => ({
    ...{ month: '2026-11', standing: 'draft', paper: draft([incidentStats({ loss: 1 })]) },
    ...{ issue: null, issues: [], position: 99, asOf: NOW, purged: 0, check: 'ab'.repeat(32) },
    ...{ signing: UNSIGNED, written: {}, changes: null, ruleChanges: [] },
    ...part,
  })
  const dialog = async (part: Partial<ReportRead> = {}, locale: 'zh-CN' | 'en' = 'zh-CN') => {
    await mountConsole(IssueDialog, { read: report(part) }, {}, locale)
    await flushPromises()
    return document.querySelector<HTMLElement>('.el-dialog')!
  }
  const itemsIn = (element: HTMLElement): (string | null)[] =>
    [...element.querySelectorAll('.unfilled li')].map(({ textContent }) => textContent)

  it('lists names and sections that nobody has filled in', async () => {
    const element = await dialog()
    expect(element.textContent).toContain('还有8处没有填')
    expect(itemsIn(element)).toEqual([
      ...['编制', '审核', '签发', '报送'],
      '六、典型事件：每起典型事件的教训',
      '七、演练与培训：本月培训的时间、内容和人数',
      '八、预案与物资：缺少和过期的应急物资',
      '十、下月研判与工作安排：2026年12月的重点时段、活动和工作安排',
    ])
  })

  it('lists nothing where nothing is missing', async () => {
    const { sections, ...head } = draft([])
    const signing = { ...UNSIGNED, compiledBy: '周敏', reviewedBy: '王强', approvedBy: '李红' }
    const element = await dialog({
      signing: { ...signing, sentTo: '市应急局' },
      paper: { ...head, sections: sections.filter(({ unfilled }) => !unfilled) },
    })
    expect(itemsIn(element)).toEqual([])
  })

  it('a correction says why it cannot be issued yet', async () => {
    const issues = [
      {
        ...{ number: 0, reason: null, issuedAt: NOW, by: '周敏', position: 90, asOf: NOW },
        ...{ check: 'cd'.repeat(32), rules: 4 },
      },
    ]
    const element = await dialog({ issues })
    expect(element.querySelector<HTMLButtonElement>('[type=submit]')?.disabled).toBe(true)
    expect(element.textContent).toContain('先填“更正原因”')
  })

  it('reads in English', async () => {
    const element = await dialog({}, 'en')
    expect(element.textContent).toContain('8 places are not filled in')
    expect(element.textContent).not.toMatch(/issue\.\w+|sign\.\w+/)
  })
})
