/** The page 应急准备: worst first, its two counts and filters, its empty state; policies. */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import type { ObligationRead } from '#shared/domain/readiness/draw.ts'
import { localized } from '#shared/domain/text.ts'
import ReadinessLine from '#renderer/console/pages/now/ReadinessLine.vue'
import ReadinessPage from '#renderer/console/pages/readiness/ReadinessPage.vue'
import { NOW } from '../board-parts.ts'
import { accepted, mountConsole, read } from './desk.ts'

const TODAY = '2026-11-24'
const line = (id: string, part: Partial<ObligationRead> = {}): ObligationRead => ({
  ...{ id, kind: 'action', part: 'aftermath', line: localized(`整改${id}`, `Action ${id}`) },
  ...{ proof: localized('他人复查', 'checked'), owner: localized('李工', '李工'), due: TODAY },
  ...{ dueAt: null, daysLeft: 0, isDue: true, isCritical: false, to: ['actions', id] },
  ...part,
})
const NIGHT = line('night', {
  ...{ kind: 'shift', part: 'people', line: localized('夜班缺2人', 'Night: 2 short') },
  ...{ owner: null, isCritical: true, to: ['site', 'duty'] },
})
const COMING = line('c', { due: '2026-11-29', daysLeft: 5, isDue: false })
const OVER = line('b', { due: '2026-11-20', daysLeft: -4 })
const POLICY: ReplyOf<'policy/list'>['policies'][number] = {
  ...{ id: 'drill', kind: 'drill', name: localized('演练', 'Drills'), unit: 'months' },
  ...{ value: 6, remindDays: 30, appliesTo: {}, source: localized('88号令', 'Order 88') },
  shipped: { value: 12, remindDays: 30 },
  siteValue: { reason: '商场要求', at: NOW, by: '周敏' },
}

beforeEach(() => {
  location.hash = '#/readiness'
})

async function opened(obligations: readonly ObligationRead[]) {
  const mounted = await mountConsole(
    ReadinessPage,
    {},
    {
      'readiness/list': () =>
        accepted<'readiness/list'>({
          ...{ obligations, today: TODAY },
          critical: obligations.filter(({ isCritical }) => isCritical).length,
          due: obligations.filter(({ isDue }) => isDue).length,
        }),
      'policy/list': () => accepted<'policy/list'>({ policies: [POLICY] }),
      'policy/set': () => accepted<'policy/set'>({ checklists: 2 }),
      'policy/reset': () => accepted<'policy/reset'>({ checklists: 0 }),
    },
  )
  await mounted.show({ incidents: [] })
  await flushPromises()
  return mounted
}
const rows = (page: Awaited<ReturnType<typeof opened>>['page']) =>
  page.findAll('[data-obligation]').map((row) => read(row))

describe('what is due', () => {
  it('stands in the order of the station, each with its day, owner, proof and a way to it', async () => {
    const { page } = await opened([NIGHT, OVER, COMING])
    const [night, over, coming] = rows(page)
    expect(night).toMatch(/要紧.*夜班缺2人.*今天/)
    expect(over).toMatch(/整改b.*2026-11-20.*逾期4天.*李工.*他人复查/)
    expect(coming).toContain('5天')
    const links = page.findAll('[data-obligation] a').map((link) => link.attributes('href'))
    expect(links).toEqual(['#/site?at=duty', '#/actions?at=b', '#/actions?at=c'])
  })

  it('each count opens its list, and the address keeps it', async () => {
    const { page } = await opened([NIGHT, OVER, COMING])
    const choose = async (words: string) => {
      const button = page.findAll('.show button').find((item) => read(item) === words)
      await button!.trigger('click')
    }
    await choose('要紧1项')
    expect(rows(page)).toHaveLength(1)
    expect(location.hash).toBe('#/readiness?show=critical')
    await choose('到期2项')
    expect(rows(page)).toHaveLength(2)
    await choose('快到期')
    expect(rows(page)).toEqual([expect.stringContaining('整改c')])
  })

  it('is narrowed to a part and to an owner', async () => {
    const { page } = await opened([NIGHT, OVER, COMING])
    const [part, owner] = page.findAll('select')
    await part!.setValue('people')
    expect(rows(page)).toEqual([expect.stringContaining('夜班')])
    await part!.setValue('')
    await owner!.setValue('李工')
    expect(rows(page)).toHaveLength(2)
    await owner!.setValue('')
    expect(rows(page)).toEqual([expect.stringContaining('夜班')])
  })

  it('of thousands of lines two hundred are drawn, then more; all of them for the printer', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) =>
      line(`m${index}`, { isCritical: index % 4 === 0 }),
    )
    const { page } = await opened(many)
    expect(rows(page)).toHaveLength(200)
    expect(read(page)).toContain('还有800行没有显示')
    expect(read(page)).toContain('要紧250项')
    expect(page.find('.printed').exists()).toBe(false)
    const more = () => page.findAll('button').find((button) => read(button).startsWith('再显示'))
    await more()!.trigger('click')
    expect(rows(page)).toHaveLength(400)
    const critical = page.findAll('.show button').find((button) => read(button) === '要紧250项')
    await critical!.trigger('click')
    expect(rows(page)).toHaveLength(200) // another list begins anew
    expect(read(more()!)).toBe('再显示50行')
    await more()!.trigger('click')
    expect(rows(page)).toHaveLength(250)
    expect(more()).toBeUndefined()
    dispatchEvent(new Event('beforeprint'))
    await flushPromises()
    expect(page.findAll('.printed tbody tr')).toHaveLength(250)
    dispatchEvent(new Event('afterprint'))
    await flushPromises()
    expect(page.find('.printed').exists()).toBe(false)
  })

  it('says where nothing is, and what would be', async () => {
    const { page } = await opened([])
    expect(read(page)).toContain('没有到期事项。班次缺人')
    expect(page.find('table').exists()).toBe(false)
  })
})

describe('policies', () => {
  it('say their source, and the value of the site with its reason; it is changed and given up', async () => {
    location.hash = '#/readiness/policies'
    const { page, station, show } = await opened([])
    await vi.dynamicImportSettled()
    await show({ incidents: [] }) // loading takes as long as it takes
    await flushPromises()
    const row = page.get('[data-policy="drill"]')
    expect(read(row)).toMatch(
      /演练.*6个月.*本单位的值.*30天.*88号令.*原为12个月，提前提醒30天；周敏改：商场要求/,
    )
    const [change, reset] = row.findAll('button')
    await change!.trigger('click')
    await flushPromises()
    const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
    const field = dialog().querySelector<HTMLInputElement>('input[type=number]')!
    field.value = '18'
    field.dispatchEvent(new Event('input'))
    const why = dialog().querySelector('textarea')!
    why.value = '按上级要求'
    why.dispatchEvent(new Event('input'))
    await flushPromises()
    expect(dialog().textContent).toContain('比原值宽')
    dialog().querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
    expect(station.of('policy/set')).toEqual([
      { policyId: 'drill', value: 18, remindDays: 30, reason: '按上级要求' },
    ])
    expect(read(row)).toContain('2张在用的检查表从现在起照此执行')
    await reset!.trigger('click')
    await flushPromises()
    expect(dialog().textContent).toContain('恢复为12个月')
  })
})

it('the calm page says both counts, each with its list, and nothing where there is none', async () => {
  const line = async (critical: number, due: number) => {
    const mounted = await mountConsole(
      ReadinessLine,
      {},
      { 'readiness/counts': () => accepted<'readiness/counts'>({ critical, due }) },
    )
    await flushPromises()
    return mounted.page
  }
  const page = await line(1, 3)
  expect(read(page)).toMatch(/应急准备.*要紧1项.*到期3项/)
  expect(page.findAll('a').map((link) => link.attributes('href'))).toEqual([
    '#/readiness?show=critical',
    '#/readiness?show=due',
  ])
  expect((await line(0, 0)).find('a').exists()).toBe(false)
})
