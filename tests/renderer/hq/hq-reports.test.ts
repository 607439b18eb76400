/**
 * The monthly reports of HQ on their page: drafting, the figures with those who are missing,
 * issuing with what it means, corrections in words, refusals that say what to do, roles.
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { GroupReportSeen } from '#shared/contract/hq-replies.ts'
import type { GroupFigures } from '#shared/domain/hq/group-report.ts'
import { localized } from '#shared/domain/text.ts'
import { frame, NOW, openHqPages, site, ZHAO } from './hq-desk.ts'

beforeEach(() => {
  location.hash = ''
})

const figures = (part: Partial<GroupFigures> = {}): GroupFigures => ({
  ...{
    incidents: 3,
    byCategory: {},
    byLegalCategory: { accidentDisaster: 3 },
    byType: { fire: 3 },
  },
  ...{
    byLevel: { 2: 2, none: 1 },
    limits: { due: 5, met: 4, late: 1 },
    drills: 0,
    falseReports: 0,
  },
  ...part,
})
const seen = (part: Partial<GroupReportSeen> = {}): GroupReportSeen => ({
  ...{ id: 'r1', month: '2026-10', name: '华东', sites: ['1', '2'], madeAt: NOW, madeBy: '赵敏' },
  ...{ serial: null, issues: [], check: 'c', changes: [], corrected: [] },
  names: { types: { fire: localized('火灾', 'Fire') }, categories: {} },
  paper: {
    ...{ month: '2026-10', name: '华东', at: NOW, sum: figures() },
    parts: [
      {
        ...{ site: '1', name: localized('一号楼', 'Building 1'), region: '华东', asOf: NOW },
        ...{ position: { epoch: 1, seq: 40, hash: 'ab' }, figures: figures() },
      },
    ],
    missing: [
      {
        ...{ site: '2', name: localized('二号楼', 'Building 2'), region: '华东' },
        ...{ why: 'fork', asOf: null },
      },
    ],
  },
  ...part,
})
const ISSUE = { number: 0, at: NOW, by: '赵敏', reason: null, sha256: 'd'.repeat(64) }
const button = (page: Awaited<ReturnType<typeof openHqPages>>['page'], words: string) =>
  page.findAll('button').find((each) => each.text() === words)

describe('the monthly reports', () => {
  it('drafts over the chosen sites, and says what is still needed', async () => {
    const { page, asked, send, go } = await openHqPages({
      'reports/read': () => [],
      'report/draft': () => ({ id: 'r1' }),
      'report/read': () => seen(),
    })
    await send(frame([site('1'), site('2')]))
    await go('#/reports')
    expect(page.text()).toContain('还没有签发过月报。')
    expect(page.text()).toContain('还差：名称、单位')
    expect(page.find<HTMLInputElement>('input[type=month]').element.value).toBe('2026-10')
    await page.find('input[maxlength="100"]').setValue('华东')
    await button(page, '选中下面2个')!.trigger('click')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(asked.find(({ name }) => name === 'report/draft')!.input).toEqual({
      ...{ month: '2026-10', name: '华东', sites: ['1', '2'] },
    })
    expect(location.hash).toBe('#/reports/r1')
  })

  it('shows the sum and names who is missing, who is never nought', async () => {
    const { page, go } = await openHqPages({ 'report/read': () => seen() })
    await go('#/reports/r1')
    expect(page.find('h1').text()).toMatch(/^华东突发事件月报（2026年10月） ?草稿$/)
    expect(page.find('[data-headline=incidents]').text()).toBe('事件3')
    expect(page.find('[data-table=figures]').text()).toMatch(/二级2.*事件类型：火灾3/)
    expect(page.find('[data-table=missing]').text()).toMatch(/二号楼.*记录分叉/)
    expect(page.find('[data-table=sites]').text()).not.toContain('二号楼')
    expect(page.find('[data-table=positions]').text()).toMatch(/一号楼华东140.*ab/)
  })

  it('issues what was seen after saying what that means', async () => {
    const { page, asked, go } = await openHqPages({
      'report/read': ({ number }: { number?: number }) =>
        number === 0 ? seen({ serial: 4, issues: [ISSUE] }) : seen(),
      'report/issue': () => ({ serial: 4, number: 0, sha256: ISSUE.sha256 }),
    })
    await go('#/reports/r1')
    await button(page, '签发…')!.trigger('click')
    expect(page.text()).toMatch(/不能撤回.*还有1个单位未报/)
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(asked.find(({ name }) => name === 'report/issue')!.input).toEqual({
      ...{ id: 'r1', check: 'c', issues: 0 },
    })
    await go(location.hash)
    expect(page.text()).toContain('已签发：第4号。')
    expect(page.text()).toContain(`校验值（SHA-256）：${ISSUE.sha256}`)
    expect(button(page, '删除草稿')).toBeUndefined()
  })

  it.each([
    ['month-not-over', '按各自的时区'],
    ['report-changed', '看过新的内容再签发'],
    ['issued-meanwhile', '别人已经签发了这份月报'],
  ])('says what to do when it is refused: %s', async (refused, words) => {
    const { page, asked, go } = await openHqPages({
      'report/read': () => seen(),
      'report/issue': () => ({ refused }),
    })
    await go('#/reports/r1')
    await button(page, '签发…')!.trigger('click')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(page.find('[role=alert]').text()).toContain(words)
    const before = asked.length
    await button(page, '看新的数')?.trigger('click')
    await flushPromises()
    expect(asked.length - before).toBe(refused === 'month-not-over' ? 0 : 1)
  })

  it('says what differs since, in words, and corrects it with a reason alone', async () => {
    const changes = [
      { kind: 'figure', site: null, figure: 'byLevel.2', before: 2, after: 3 },
      { kind: 'figure', site: '1', figure: 'limits.late', before: 0, after: 1 },
      { kind: 'came', site: '2', before: 'not-to-end' },
    ] as const
    const { page, asked, go } = await openHqPages({
      'report/read': () => seen({ serial: 4, issues: [ISSUE], changes }),
      'report/issue': () => ({ serial: 4, number: 1, sha256: ISSUE.sha256 }),
    })
    await go('#/reports/r1')
    const rows = page.findAll('[data-table=changes] tbody tr').map((row) => row.text())
    expect(rows).toEqual(['合计二级23', '一号楼超时01', '二号楼是否计入未报：没有交到期末计入'])
    await button(page, '更正…')!.trigger('click')
    expect(button(page, '确定签发更正')!.attributes('disabled')).toBeDefined()
    await page.find('textarea').setValue('补报一起')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(asked.find(({ name }) => name === 'report/issue')!.input).toMatchObject({
      ...{ reason: '补报一起', issues: 1 },
    })
  })

  it('brings a deleted draft back', async () => {
    const { page, asked, go } = await openHqPages({
      'reports/read': () => [],
      'report/read': () => seen(),
      'report/drop': () => ({}),
      'report/draft': () => ({ id: 'r2' }),
    })
    await go('#/reports/r1')
    await button(page, '删除草稿')!.trigger('click')
    await flushPromises()
    await go(location.hash)
    expect(page.text()).toMatch(/已删除草稿“.*华东.*”/)
    await button(page, '撤销删除')!.trigger('click')
    await flushPromises()
    expect(asked.find(({ name }) => name === 'report/draft')!.input).toEqual({
      ...{ month: '2026-10', name: '华东', sites: ['1', '2'] },
    })
  })

  it('lets a viewer look alone, and a sender not issue', async () => {
    const viewer = await openHqPages({
      'me/read': () => ({ ...ZHAO, role: 'viewer' }),
      'reports/read': () => [{ ...seen({ serial: 4, issues: [ISSUE] }) }],
      'report/read': () => seen(),
    })
    await viewer.go('#/reports')
    expect(viewer.page.find('[data-report=r1]').text()).toMatch(/第4号.*华东.*2个.*赵敏/)
    expect(viewer.page.find('form').exists()).toBe(false)
    await viewer.go('#/reports/r1')
    expect(viewer.page.text()).toContain('签发要“管理”权限。')
    expect(button(viewer.page, '删除草稿')).toBeUndefined()
    viewer.page.unmount()
    const sender = await openHqPages({
      'me/read': () => ({ ...ZHAO, role: 'sender' }),
      'report/read': () => seen(),
    })
    await sender.go('#/reports/r1')
    expect(button(sender.page, '签发…')).toBeUndefined()
    expect(button(sender.page, '删除草稿')).toBeDefined()
  })
})
