/**
 * The library with documents of the site's own: marked, begun with a name alone, and those of the
 * program put away with a reason and brought back.
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import LibraryPage from '#renderer/console/pages/plans/library/LibraryPage.vue'
import { localized } from '#shared/domain/text.ts'
import { accepted, mountConsole, read, refused } from './desk.ts'
import { fireAnswers } from './fire-plan.ts'
import { documentSummary } from './plans.ts'

beforeEach(() => {
  location.hash = '#/plans'
})
afterEach(() => {
  location.hash = ''
  document.querySelectorAll('.el-overlay').forEach((overlay) => overlay.remove())
})

const MALL = documentSummary('test', { title: localized('商场预案', 'Mall'), plans: ['fire'] })
const LIFT = documentSummary('dtyjya', { title: localized('电梯应急预案', ''), own: true })
const HALL = documentSummary('hall', { title: localized('大厅预案', 'Hall'), putAway: true })

async function library(
  answers: Parameters<typeof mountConsole>[2] = {},
  props: { make?: boolean } = {},
) {
  const mounted = await mountConsole(
    LibraryPage,
    { by: 'document', make: false, ...props },
    {
      ...fireAnswers,
      'documents/list': () => accepted<'documents/list'>([MALL, LIFT, HALL]),
      ...answers,
    },
  )
  await mounted.show({})
  await flushPromises()
  return mounted
}
/** The dialogs of the library come with their own files. */
async function dialog(): Promise<Element> {
  await expect.poll(() => document.querySelector('.el-dialog form')).not.toBeNull()
  return document.querySelector('.el-dialog')!
}
function type(field: HTMLInputElement | HTMLTextAreaElement, words: string): void {
  field.value = words
  field.dispatchEvent(new Event('input'))
}

describe('the library', () => {
  it('marks a document of its own, also one that has no plan yet, and opens its form', async () => {
    const { page } = await library()
    const group = page.findAll('.library-group').find((head) => read(head).includes('电梯'))!
    expect(read(group)).toMatch(/电梯应急预案.*本单位/)
    expect(group.get('.act').attributes('href')).toBe('#/documents/dtyjya/edit')
  })

  it('shows what is put away folded, apart, and in no figure', async () => {
    const { page } = await library()
    expect(page.findAll('.library-group').some((head) => read(head).includes('大厅'))).toBe(false)
    expect(read(page.get('details.away'))).toMatch(/已收起1份.*大厅预案恢复使用/)
    expect(page.get('details.away').attributes('open')).toBeUndefined()
    expect(read(page.findAll('.figures dd')[0]!)).toBe('2')
  })

  it('puts a document of the program away with a reason, after it has said what that means', async () => {
    const { page, station } = await library()
    await page
      .findAll('.library-group .act')
      .find((act) => read(act) === '收起…')!
      .trigger('click')
    await flushPromises()
    const box = await dialog()
    expect(box.textContent).toMatch(/收起：商场预案.*它的1份预案不再建议.*随时可以恢复/s)
    const save = box.querySelector<HTMLButtonElement>('[type=submit]')!
    expect(save.disabled).toBe(true)
    type(box.querySelector('textarea')!, '本单位没有商场')
    await flushPromises()
    save.click()
    await flushPromises()
    expect(station.of('documents/put-away')).toEqual([{ document: 'test', why: '本单位没有商场' }])
  })

  it('brings it back by one press, and says why it does not', async () => {
    const { page, station } = await library({
      'documents/bring-back': () => refused('no-change', '《大厅预案》没有收起'),
    })
    await page.get('details.away button').trigger('click')
    await flushPromises()
    expect(station.of('documents/bring-back')).toEqual([{ document: 'hall' }])
    expect(read(page.get('details.away [role=alert]'))).toContain('《大厅预案》没有收起')
  })

  it('begins a document with its name alone: the id is made of it, the sites are its own', async () => {
    const { station } = await library({}, { make: true })
    const box = await dialog()
    type(box.querySelector('input')!, 'Lift plans')
    await flushPromises()
    expect(box.textContent).toContain('编号 lift-plans')
    box.querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
    expect(station.of('documents/draft-save')).toMatchObject([
      {
        document: 'lift-plans',
        basedOn: null,
        draft: { id: 'lift-plans', title: { zh: 'Lift plans' }, level: 4 },
      },
    ])
    expect(location.hash).toBe('#/documents/lift-plans/edit')
  })

  it('lists drafts of documents that are not in force, with the drafts of their plans', async () => {
    const { page } = await library({
      'documents/drafts': () =>
        accepted<'documents/drafts'>([
          {
            ...{ document: 'flood', title: localized('防汛预案', ''), isNew: true },
            ...{ savedAt: Date.UTC(2026, 10, 20), by: '周敏', plans: ['a', 'b'] },
          },
        ]),
    })
    const [draft] = page.findAll('.drafts a')
    expect([draft?.attributes('href'), draft && read(draft)]).toEqual([
      '#/documents/flood/edit',
      '防汛预案预案草稿2份周敏，2026年11月20日保存',
    ])
  })
})
