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
import { documentSummary, planSummary } from './plans.ts'

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

  it('finds what is for other kinds of site apart, open, with the way to change that', async () => {
    const { page } = await library({
      'documents/list': () =>
        accepted<'documents/list'>([
          MALL,
          documentSummary('flood', {
            ...{ title: localized('酒店防汛', ''), own: true, elsewhere: true },
            ...{ siteKinds: ['hotel'], otherPlans: [{ id: 'pump', title: localized('排涝', '') }] },
          }),
        ]),
    })
    const apart = page.get('details.elsewhere')
    expect(apart.attributes('open')).toBeDefined()
    expect(read(apart)).toMatch(
      /其他类型单位用的预案：文件1份，预案1份.*再批准一次.*酒店防汛.*排涝.*改适用单位/,
    )
    expect(apart.findAll('a').map((link) => link.attributes('href'))).toEqual([
      ...['#/documents/flood', '#/plans/pump', '#/documents/flood/edit'],
    ])
    expect(page.findAll('.library-group').some((head) => read(head).includes('防汛'))).toBe(false)
    expect(read(page.findAll('.figures dd')[0]!)).toBe('1')
  })

  it.each([
    ['of the last document', [planSummary('fire', { document: 'test' })], true],
    [
      'of another',
      [planSummary('fire', { document: 'test' }), planSummary('ours', { document: 'dtyjya' })],
      false,
    ],
  ])('before it is put away says %s whether a plan is left', async (_what, plans, says) => {
    const { page } = await library({ 'plans/list': () => accepted<'plans/list'>(plans) })
    await page
      .findAll('.library-group .act')
      .find((act) => read(act) === '收起…')!
      .trigger('click')
    await flushPromises()
    const { textContent } = await dialog()
    expect(textContent).toContain('收起的是整份文件')
    expect(/没有在用的预案了.*接报只记地点和情况，没有步骤、时限/s.test(textContent)).toBe(says)
  })

  it('with nothing left says what a report leads to, and opens what can be brought back', async () => {
    const left = (documents: Parameters<typeof accepted<'documents/list'>>[0]) =>
      library({
        'documents/list': () => accepted<'documents/list'>(documents),
        'plans/list': () => accepted<'plans/list'>([]),
      })
    const { page } = await left([{ ...MALL, putAway: true }])
    expect(read(page.get('.no-plans'))).toMatch(
      /现在没有在用的预案.*只记地点和情况.*在下面“已收起”里恢复.*新建预案文件.*单位类型/,
    )
    expect(page.get('details.away').attributes('open')).toBeDefined()
    expect(read((await left([])).page.get('.no-plans'))).toContain('写自己的预案')
  })

  it('is read again when somebody has changed it at another desk', async () => {
    let plans = [planSummary('fire', { document: 'test' })]
    const { page, station, show } = await library({
      'plans/list': () => accepted<'plans/list'>(plans),
    })
    const before = station.of('types/list').length
    plans = [...plans, planSummary('ours', { document: 'dtyjya', types: ['lift'] })]
    await show({ position: 200 })
    await flushPromises()
    expect(station.of('types/list')).toHaveLength(before)
    await show({ position: 201, library: 201 })
    await flushPromises()
    expect(station.of('types/list')).toHaveLength(before + 1)
    expect(page.findAll('a.row').map(read).at(-1)).toMatch(/预案ours.*类型lift/)
  })
})
