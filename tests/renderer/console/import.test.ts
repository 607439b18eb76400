/**
 * The import page with a line in the test's hand: nothing is sent before it may be, batches stop at
 * a refusal and go on, an import is withdrawn with a reason.
 */
import { flushPromises } from '@vue/test-utils'
import { defineComponent, h, nextTick, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import type { ImportRow } from '#shared/contract/import.ts'
import { localized } from '#shared/domain/text.ts'
import { batchesOf } from '#renderer/console/pages/site/import/import-batches.ts'
import ImportPage from '#renderer/console/pages/site/import/ImportPage.vue'
import { mountConsole, refused, read, accepted, type MountedConsole } from './desk.ts'
import { until } from '../../kit/until.ts'

const TYPES = [
  {
    code: 'safety.fire',
    name: localized('火情', 'Fire'),
    category: 'safety',
    categoryName: localized('人身安全', 'Safety'),
    legal: null,
    words: [],
    danger: true,
    discreet: false,
    accident: false,
    plans: [],
  },
]
type Page = MountedConsole<unknown>['page']
const button = (page: Page, words: string) =>
  page.findAll('button').find((candidate) => candidate.text().includes(words))

const isShown = ref(true)
/** The page, and another one in its place. */
const PageThatGoes = defineComponent(() => () => (isShown.value ? h(ImportPage) : h('p', '当前')))

async function opened(
  csv: string,
  answers: Parameters<typeof mountConsole>[2] = {},
): Promise<MountedConsole<unknown>> {
  const open = await mountConsole(
    PageThatGoes,
    {},
    {
      'types/list': () => accepted<'types/list'>(TYPES),
      'import/list': () => accepted<'import/list'>({ imports: [] }),
      'import/known': () => accepted<'import/known'>({ known: [] }),
      'import/rows': ({ rows }) => accepted<'import/rows'>({ added: rows.length, known: 0 }),
      ...answers,
    },
  )
  await open.show({})
  const field = open.page.get('input[type=file]')
  Object.defineProperty(field.element, 'files', {
    value: [new File([csv], '台账.csv')],
    configurable: true,
  })
  await field.trigger('change')
  await until(() => expect(read(open.page)).toContain('台账.csv，'))
  await until(() => expect(open.page.find('.numbers').exists()).toBe(true))
  await flushPromises()
  return open
}
const days = (count: number): string =>
  `发生时间,地点,类型\n${Array.from({ length: count }, (_, n) => `2025/1/${(n % 28) + 1} ${8 + Math.floor(n / 28)}:00,东区,火情`).join('\n')}\n`

describe('before the import', () => {
  it('a faulty row has to be left out by somebody, and a value has to be assigned', async () => {
    const { page, station } = await opened(
      '发生时间,地点,类型\n2025/1/2 8:00,东区,火情\n2025/1/3 8:00,东区,漏水\n昨天,东区,火情\n',
    )
    expect(button(page, '导入1起')?.attributes('disabled')).toBeDefined()
    await button(page, '其余都不归类')?.trigger('click')
    await until(() => expect(button(page, '导入2起')).toBeDefined())
    await page.get('.check input').setValue(true)
    await until(() => expect(button(page, '导入2起')?.attributes('disabled')).toBeUndefined())
    expect(station.of('import/rows')).toEqual([])
    await button(page, '导入2起')?.trigger('click')
    await until(() => expect(read(page)).toContain('已导入2起。'))
    expect(station.of('import/rows')[0]).toMatchObject({
      fileName: '台账.csv',
      rows: [
        { row: 2, place: '东区', nth: 1, type: 'safety.fire' },
        { row: 3, type: null },
      ],
    })
  })

  it('another page in between keeps the file and what its values stand for; a reload asks first', async () => {
    const { page } = await opened('发生时间,地点,类型\n2025/1/2 8:00,东区,漏水\n')
    await button(page, '其余都不归类')?.trigger('click')
    await until(() => expect(button(page, '导入1起')).toBeDefined())
    isShown.value = false
    await nextTick()
    expect(read(page)).toBe('当前')
    isShown.value = true
    await until(() => expect(button(page, '导入1起')).toBeDefined())
    expect(read(page)).toContain('台账.csv，')
    const leaving = new Event('beforeunload', { cancelable: true })
    dispatchEvent(leaving)
    expect(leaving.defaultPrevented).toBe(true)
  })

  it('day or month is asked, and no answer is taken for one', async () => {
    const { page } = await opened('发生时间,地点\n3/4/2025 8:00,东区\n')
    expect(read(page)).toContain('先选定日和月哪个在前。')
    await page.findAll('.asked input')[0]?.setValue()
    await until(() => expect(read(page)).toContain('2025-04-03 08:00'))
    await until(() => expect(button(page, '导入1起')?.attributes('disabled')).toBeUndefined())
  })

  it('what is there already is not sent, whatever the file is called', async () => {
    const { page, station } = await opened(days(3), {
      'import/known': () =>
        accepted<'import/known'>({
          known: [{ at: 1, incidentId: 'x', fileName: '旧.csv', row: 9 }],
        }),
    })
    expect(read(page)).toContain('已由旧.csv第9行导入')
    await button(page, '导入2起')?.trigger('click')
    await until(() => expect(read(page)).toContain('已导入2起。'))
    expect(station.of('import/rows').flatMap(({ rows }) => rows.map(({ row }) => row))).toEqual([
      2, 4,
    ])
  })
})

describe('the import', () => {
  it('stops at a refusal, keeps what was written, and goes on with the rest', async () => {
    let broken = true
    const { page, station } = await opened(days(60), {
      'import/rows': ({ rows }) =>
        broken && rows[0]?.row === 27
          ? refused('storage-failed', '存盘失败')
          : accepted<'import/rows'>({ added: rows.length, known: 0 }),
    })
    await button(page, '导入60起')?.trigger('click')
    await until(() => expect(read(page)).toContain('存盘失败'))
    expect(read(page)).toContain('写入的25起保留')
    broken = false
    await button(page, '继续导入其余35起')?.trigger('click')
    await until(() => expect(read(page)).toContain('已导入60起。'))
    const sent = station.of('import/rows')
    expect(sent.map(({ rows }) => rows.length)).toEqual([25, 25, 25, 10])
    expect(new Set(sent.map(({ importId }) => importId)).size).toBe(1)
  })

  it('is withdrawn with a reason', async () => {
    const summary = {
      importId: 'i1',
      fileName: '台账.csv',
      begunAt: 1,
      by: '周敏',
      rows: 60,
      withdrawn: null,
    }
    const { page, station } = await opened(days(1), {
      'import/list': () => accepted<'import/list'>({ imports: [summary] }),
    })
    await page.get('.act button').trigger('click')
    await flushPromises()
    const dialog = document.querySelector<HTMLElement>('.el-dialog')
    expect(dialog?.textContent).toContain('台账.csv的60起将不再计入任何统计')
    const words = dialog?.querySelector<HTMLTextAreaElement>('textarea')
    if (!words) throw new Error('no field for the reason')
    words.value = '列对错了'
    words.dispatchEvent(new Event('input'))
    await flushPromises()
    dialog?.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(station.of('import/withdraw')).toEqual([{ importId: 'i1', reason: '列对错了' }])
  })
})

it('no request is larger than the border takes, and no row is lost or moved', () => {
  const rows = Array.from({ length: 40 }, (_, n): ImportRow => ({
    row: n + 2,
    occurredAt: n,
    place: '东区',
    nth: 1,
    narrative: '火'.repeat(n % 3 === 0 ? 10_000 : 10),
  }))
  const batches = batchesOf(rows)
  expect(batches.flat()).toEqual(rows)
  for (const batch of batches) {
    expect(batch.length).toBeLessThanOrEqual(25)
    expect(
      Buffer.byteLength(
        JSON.stringify({
          id: crypto.randomUUID(),
          name: 'import/rows',
          input: { importId: crypto.randomUUID(), fileName: '长'.repeat(200), rows: batch },
        }),
      ),
    ).toBeLessThanOrEqual(64 * 1024)
  }
})
