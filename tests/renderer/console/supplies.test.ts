/**
 * The part 物资 of readiness: what is wrong stands in front and is filtered, found by pinyin, opened
 * where it stands; what its forms refuse and send; a stock-taking that is counted and handed in;
 * what an incident takes.
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import type { SupplyRead } from '#shared/domain/supplies/draw.ts'
import type { TakingRead } from '#shared/domain/stock-taking/draw.ts'
import { localized } from '#shared/domain/text.ts'
import SuppliesOf from '#renderer/console/components/supplies/SuppliesOf.vue'
import SuppliesPart from '#renderer/console/pages/readiness/supplies/SuppliesPart.vue'
import { qrPath } from '#renderer/console/components/labels/qr.ts'
import { NOW } from '../board-parts.ts'
import { accepted, mountConsole, press, read } from './desk.ts'

const supply = (part: Partial<SupplyRead> = {}): SupplyRead => ({
  ...{ id: 's1', number: '物0001', name: '干粉灭火器', class: 'fire', model: 'MFZ', unit: '具' },
  ...{ place: { id: null, name: '大厅' }, spot: 'A柱', minimum: 4, checkMonths: 6, checkEvery: 6 },
  keeper: { postId: null, personId: null, name: localized('何东', '何东') },
  ...{ conditions: '先断电', stock: 5, usable: 5, issues: [], faults: [], nextExpiry: null },
  batches: [{ id: '0', number: null, expiry: null, count: 5, expired: false }],
  ...{ checkDue: '2027-05-24', check: null, turnId: null, withdrawn: null },
  ...part,
})
const MEDICINE = supply({
  ...{ id: 's2', number: '物0002', name: '碘伏', class: 'medical', model: null, unit: '瓶' },
  ...{ faults: ['expired'], usable: 3, checkDue: null, checkEvery: null },
  batches: [{ id: 'b1', number: 'A1', expiry: '2026-11-20', count: 2, expired: true }],
})
const list = (...supplies: readonly SupplyRead[]): ReplyOf<'supply/list'> => ({
  ...{ supplies, today: '2026-11-24', address: 'http://192.0.2.1:4600' },
  counts: {
    ...{ unfit: 0, short: 0, check: 0, expiring: 0 },
    expired: supplies.filter(({ faults }) => faults.includes('expired')).length,
  },
})
const LINE = {
  ...{ supplyId: 's1', batchId: '0', number: '物0001', name: '干粉灭火器', model: null },
  ...{ unit: '具', place: '大厅', spot: null, batch: null, expiry: null, expected: 5 },
  ...{ counted: null, difference: null, words: null },
}
const taking = (part: Partial<TakingRead> = {}): TakingRead => ({
  ...{ id: 'k1', number: '盘2026-001', begunAt: NOW, begunBy: '周敏', state: 'counting' },
  ...{ scope: { placeId: null, class: null, place: null }, lines: [LINE], left: 1 },
  ...{ handedIn: null, review: null, endedAt: null },
  ...part,
})

beforeEach(() => {
  location.hash = '#/readiness/supplies'
})

async function opened(
  reply: ReplyOf<'supply/list'>,
  takings: readonly TakingRead[] = [],
): ReturnType<typeof mountConsole> {
  const mounted = await mountConsole(
    SuppliesPart,
    {},
    {
      'supply/list': () => accepted<'supply/list'>(reply),
      'supply/read': () =>
        accepted<'supply/read'>({
          supply: supply(),
          lines: [{ at: NOW, by: '周敏', text: localized('登记为物0001', 'Entered') }],
        }),
      'supply/takings': () => accepted<'supply/takings'>({ takings }),
      'supply/requests': () => accepted<'supply/requests'>({ requests: [] }),
    },
  )
  await mounted.show({ incidents: [] })
  await flushPromises()
  return mounted
}

describe('the list', () => {
  it('says of each what is wrong, and shows only that where it is pressed', async () => {
    const { page } = await opened(list(MEDICINE, supply()))
    const rows = () => page.findAll('[data-supply]').map((row) => row.attributes('data-supply'))
    expect(rows()).toEqual(['物0002', '物0001'])
    expect(read(page.get('[data-supply="物0002"]'))).toContain('已过期')
    await page.get('.counts button').trigger('click')
    expect(rows()).toEqual(['物0002'])
    await page.get('.counts button').trigger('click')
    await page.get('input[type=search]').setValue('mhq')
    expect(rows()).toEqual(['物0001'])
    await page.get('input[type=search]').setValue('没有这样的')
    expect(read(page)).toContain('没有符合的物资')
  })

  it('says what to do where nothing is entered', async () => {
    const { page } = await opened(list())
    expect(read(page)).toContain('还没有登记物资')
  })

  it('is opened where it stands, and its history is there', async () => {
    const { page } = await opened(list(supply()))
    await page.get('[data-supply="物0001"] .head').trigger('click')
    await flushPromises()
    const words = read(page.get('.whole'))
    for (const part of ['消防器材', '下限4具', '何东', '先断电', '登记为物0001'])
      expect(words).toContain(part)
  })
})

describe('a form', () => {
  it('asks for a quantity and for who takes it, and sends both', async () => {
    location.hash = '#/readiness/supplies/s1'
    const { page, station } = await opened(list(supply()))
    await flushPromises()
    await page.get('.whole .acts button').trigger('click')
    await flushPromises()
    const dialog = document.querySelector('[role=dialog]') as HTMLElement
    const [count, to] = [...dialog.querySelectorAll('input')]
    expect(dialog.textContent).toContain('数量：请填大于0的数')
    const fill = async (field: HTMLInputElement | undefined, value: string): Promise<void> => {
      if (field) field.value = value
      field?.dispatchEvent(new Event('input', { bubbles: true }))
      await flushPromises()
    }
    await fill(count, '1.5')
    await fill(to, '何东')
    press('Enter', { ctrlKey: true })
    await flushPromises()
    expect(station.of('supply/issue')).toEqual([
      { supplyId: 's1', count: 1.5, to: '何东', words: null },
    ])
  })
})

it('a batch or an expiry is not entered without how many there are', async () => {
  const { page, station } = await opened(list())
  await page.get('.tools .strong').trigger('click')
  await flushPromises()
  const dialog = document.querySelector('[role=dialog]') as HTMLElement
  const fill = async (label: RegExp, value: string): Promise<void> => {
    const box = [...dialog.querySelectorAll('label')].find((each) => label.test(each.textContent))!
    const field = box.querySelector('input') as HTMLInputElement
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
  }
  await fill(/^名称/, '碘伏')
  await fill(/^计量单位/, '瓶')
  await fill(/^存放地点/, '药品柜')
  await fill(/^有效期至/, '2027-06-30')
  expect(dialog.textContent).toContain('库存：填了批号或有效期，请填大于0的数')
  press('Enter', { ctrlKey: true })
  await flushPromises()
  expect(station.of('supply/enter')).toEqual([])
  await fill(/^库存/, '6')
  press('Enter', { ctrlKey: true })
  await flushPromises()
  expect(station.of('supply/enter')).toMatchObject([
    { batches: [{ number: null, expiry: '2027-06-30', count: 6 }] },
  ])
})

it('of what is out a part comes back, and no more than is out', async () => {
  location.hash = '#/readiness/supplies/s1'
  const out = {
    ...{ id: 't2', at: NOW, by: '周敏', count: 10, left: 10, returned: 0, consumed: 0 },
    ...{ to: '何东', words: null, for: null },
  }
  const { page, station } = await opened(list(supply({ issues: [out] })))
  const back = page.findAll('.whole dd button').find((button) => button.text() === '归还')!
  const count = page.get<HTMLInputElement>('.whole dd input')
  expect(count.element.value).toBe('10')
  await count.setValue('11')
  await back.trigger('click')
  await count.setValue('4')
  await back.trigger('click')
  await flushPromises()
  expect(station.of('supply/return')).toEqual([{ supplyId: 's1', issueId: 't2', count: 4 }])
})

describe('a stock-taking', () => {
  it('is counted line by line, and handed in only when none is left', async () => {
    location.hash = '#/readiness/supplies/takings/k1'
    const { page, station } = await opened(list(supply()), [taking()])
    const button = (name: string) =>
      page.findAll('.sheet button').find((each) => each.text() === name)
    expect(button('报送复核')?.attributes('title')).toBe('还有1行没点')
    await page.get('.sheet td input').setValue('4')
    await page.get('.sheet form').trigger('submit')
    await flushPromises()
    expect(station.of('supply/taking-count')).toEqual([
      { takingId: 'k1', lines: [{ supplyId: 's1', batchId: '0', count: 4, words: null }] },
    ])
  })

  it('shows its difference while it waits for its review', async () => {
    location.hash = '#/readiness/supplies/takings/k1'
    const lines = [{ ...LINE, counted: 4, difference: -1 }]
    const { page } = await opened(list(supply()), [
      taking({ state: 'review', left: 0, lines, handedIn: { at: NOW, person: '何东' } }),
    ])
    const words = read(page.get('.sheet'))
    for (const part of ['-1', '何东报送', '复核']) expect(words).toContain(part)
    expect(page.findAll('.sheet td input')).toEqual([])
  })
})

it('an incident that is to be closed says what is still out, and nothing where nothing is', async () => {
  const issue = {
    ...{ id: 't2', at: NOW, by: '周敏', count: 2, left: 2, returned: 0, consumed: 0, to: '何东' },
    ...{ words: null, for: null },
    supply: {
      id: 's1',
      number: '物0001',
      name: '干粉灭火器',
      model: null,
      unit: '具',
      turnId: null,
    },
  }
  const shown = async (left: number): Promise<string> => {
    const { page } = await mountConsole(
      SuppliesOf,
      { incidentId: 'i1', left: true },
      {
        'supply/of-incident': () =>
          accepted<'supply/of-incident'>({ issues: [{ ...issue, left }] }),
      },
    )
    await flushPromises()
    return read(page)
  }
  expect(await shown(2)).toContain('还有1笔领用没有归还或登记消耗')
  expect(await shown(0)).toBe('')
})

it('a label carries a code with a quiet zone of four modules', () => {
  const { size, path } = qrPath('http://192.0.2.1:4600/#/readiness/supplies/s1')
  expect(size).toBeGreaterThan(29)
  expect(path.startsWith('M4 4h1v1h-1z')).toBe(true)
  expect(path).not.toContain('M3 ')
})
