/**
 * The part 预案维护: the board says of each document what is done and what is overdue; one document
 * says which change demands that it be filed again, and what is recorded goes to the station.
 */
import { DOMWrapper, flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BoardFile } from '#shared/domain/board/file-types.ts'
import type { TalkRead } from '#shared/contract/liaison.ts'
import type { UpkeepRead } from '#shared/domain/upkeep/draw.ts'
import { localized } from '#shared/domain/text.ts'
import UpkeepPart from '#renderer/console/pages/readiness/upkeep/UpkeepPart.vue'
import { NOW } from '../board-parts.ts'
import { accepted, mountConsole, read } from './desk.ts'

const TODAY = '2026-11-24'
const entry = { at: NOW, by: '周敏', withdrawn: null }
const NOTHING_DUE: UpkeepRead['dues'] = {
  ...{ issue: null, filing: null, refiling: null, known: null, evaluation: null, revisions: [] },
}
const upkeep = (part: Partial<UpkeepRead> = {}): UpkeepRead => ({
  ...{ key: 'document.mall', subject: { documentId: 'mall' }, number: '1', abolished: false },
  ...{ title: localized('商场预案', 'Mall plans'), filing: 'law', refiling: null },
  plans: [{ planId: 'fire', title: localized('火灾', 'Fire'), revision: 'r' }],
  arrangement: { filing: null, authority: null, owner: null },
  dues: NOTHING_DUE,
  issues: [
    {
      ...entry,
      ...{ id: 'i1', kind: 'made', number: '1', day: '2026-09-24', effective: '2026-09-24' },
      ...{ signatory: '陈总', person: null, approvedBy: null, why: '首次' },
    },
  ],
  ...{ filings: [], known: [], evaluations: [], triggers: [], record: [] },
  ...{ supplement: null, statement: {}, ...part },
})
const WHAT = localized('“断电”的时限', 'limit of “power off”')
const refiling: NonNullable<UpkeepRead['refiling']> = {
  ...{ since: '2026-09-28', verdict: 'refile', judgement: null },
  changes: [
    {
      ...{ planId: 'fire', title: localized('火灾', 'Fire'), kind: 'changed', from: 'a', to: 'b' },
      need: {
        verdict: 'refile',
        reasons: [
          {
            ...{ aspect: 'procedure', certain: true },
            change: {
              ...{ kind: 'changed', path: 'steps.a.due', what: WHAT },
              ...{ before: localized('3分钟', '3 min'), after: localized('5分钟', '5 min') },
            },
          },
        ],
        others: [],
      },
    },
  ],
}

const SCAN: BoardFile = {
  ...{ id: 'a1', fileId: 'f'.repeat(64), bytes: 2_000, format: 'jpg', name: '回执.jpg' },
  ...{ stepId: null, at: NOW, by: '周敏' },
}
const TALK: TalkRead = {
  ...{ id: 't1', on: '2026-11-20', kind: 'visit', contactId: null, whom: '消防救援站' },
  ...{ person: '李工', words: '熟悉水源', agreed: '每季度来一次', at: NOW, by: '周敏' },
  withdrawn: null,
}

async function opened(hash: string, subject: UpkeepRead, locale: 'zh-CN' | 'en' = 'zh-CN') {
  location.hash = hash
  const mounted = await mountConsole(
    UpkeepPart,
    {},
    {
      'upkeep/list': () => accepted<'upkeep/list'>({ today: TODAY, subjects: [subject] }),
      'upkeep/read': () =>
        accepted<'upkeep/read'>({ upkeep: subject, today: TODAY, supplements: [] }),
      'upkeep/judge': () => accepted<'upkeep/judge'>({}),
      'upkeep/import': () => accepted<'upkeep/import'>({ recorded: 1 }),
      'upkeep/issue': () => accepted<'upkeep/issue'>({ entryId: 'i9', number: '1' }),
      'attachment/list': () =>
        accepted<'attachment/list'>({ files: [SCAN], document: null, ofDocument: [] }),
      'liaison/list': () => accepted<'liaison/list'>({ talks: [TALK], today: TODAY }),
      'liaison/record': () => accepted<'liaison/record'>({ talkId: 't2' }),
    },
    locale,
  )
  await mounted.show({ incidents: [] })
  await flushPromises()
  return mounted
}

beforeEach(() => {
  location.hash = '#/readiness/upkeep'
})

describe('the board', () => {
  it('says what is done, what is due and what is overdue', async () => {
    const { page } = await opened(
      '#/readiness/upkeep',
      upkeep({
        dues: {
          ...NOTHING_DUE,
          filing: { due: '2026-10-29', remindFrom: null },
          known: { due: '2026-12-22', remindFrom: null, audiences: ['affected'] },
          evaluation: { due: '2029-09-24', remindFrom: null },
        },
        known: [
          {
            ...entry,
            ...{ id: 'k1', to: 'staff', day: '2026-09-28', nobody: false },
            ...{ whom: '全体', how: '班前会' },
          },
        ],
      }),
    )
    const cells = page.findAll('tbody td').map((cell) => read(cell))
    expect(cells).toEqual([
      ...['1', '2026-09-24', '2026-10-29到期，已逾期'],
      ...['2026-09-28', '2026-12-22前', '2029-09-24前'],
    ])
    expect(page.findAll('.late')).toHaveLength(1)
  })

  it('says of one that was never issued that nobody recorded it, in English too', async () => {
    const none = upkeep({
      ...{ issues: [], number: '', filing: null },
      dues: { ...NOTHING_DUE, issue: { due: null, remindFrom: null } },
    })
    const { page } = await opened('#/readiness/upkeep', none, 'en')
    expect(read(page.get('tbody'))).toContain('issue not recorded')
    expect(read(page.get('tbody'))).toContain('need not be filed')
  })
})

it('rows that are pasted with their heads are sent as they are read', async () => {
  const { page, station } = await opened('#/readiness/upkeep', upkeep())
  await page
    .findAll('button')
    .find((button) => read(button) === '从表格导入')
    ?.trigger('click')
  await flushPromises()
  const words = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')
  if (!words) throw new Error('no dialog')
  words.value = '预案\t印发日期\t签发人\n商场预案\t2025-03-03\t陈总'
  words.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
  document.querySelector<HTMLButtonElement>('.el-dialog [type=submit]')?.click()
  await flushPromises()
  expect(station.of('upkeep/import')).toEqual([
    {
      rows: [{ row: 2, about: { documentId: 'mall' }, issued: '2025-03-03', signatory: '陈总' }],
    },
  ])
})

describe('one document', () => {
  it('says which change demands that it be filed again, and takes a decision with its reason', async () => {
    const { page, station } = await opened(
      '#/readiness/upkeep/document.mall',
      upkeep({
        refiling,
        dues: { ...NOTHING_DUE, refiling: { due: '2026-12-22', remindFrom: null } },
      }),
    )
    const part = page.get('section[aria-label="与上次备案文本相比"]')
    expect(read(part)).toContain('须重新备案：组织、程序、主要措施或分级有改动')
    expect(read(part)).toContain('应急处置程序')
    expect(read(part)).toContain('5分钟')
    await part
      .findAll('button')
      .find((button) => read(button) === '判断')
      ?.trigger('click')
    await flushPromises()
    const words = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')
    if (!words) throw new Error('no dialog')
    words.value = '主管部门同意不重报'
    words.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
    document.querySelector<HTMLButtonElement>('.el-dialog [type=submit]')?.click()
    await flushPromises()
    expect(station.of('upkeep/judge')).toEqual([
      { about: { documentId: 'mall' }, refile: false, reason: '主管部门同意不重报' },
    ])
  })
})

it('a filing has the scans of its receipt in its line and in a dialog of its own', async () => {
  const filing = {
    ...entry,
    ...{ id: 'f1', day: '2026-09-28', authority: '应急管理局', person: null, files: [SCAN] },
    receipt: { day: '2026-09-30', number: '备018' },
  }
  const { page, station } = await opened(
    '#/readiness/upkeep/document.mall',
    upkeep({ filings: [filing] }),
  )
  expect(read(page.get('[data-entry=f1]'))).toContain('回执.jpg')
  await page.get('[aria-label="2026-09-28备案的回执扫描件"]').trigger('click')
  await flushPromises()
  expect(station.of('attachment/list')).toEqual([{ about: { filingId: 'f1' } }])
  expect(document.querySelector('.el-dialog')?.textContent).toContain('存在这次备案里')
})

it('one plan is issued by itself: which, and who signed; then its own page opens', async () => {
  const { page, station } = await opened('#/readiness/upkeep/document.mall', upkeep())
  const button = page.findAll('button').find((of) => of.text() === '单独印发一份预案')
  await button?.trigger('click')
  await flushPromises()
  const dialog = new DOMWrapper(document.querySelector('.el-dialog')!)
  await dialog.get('select').setValue('fire')
  await dialog.get('textarea').setValue('单独印发')
  dialog.get<HTMLButtonElement>('[type=submit]').element.click()
  await flushPromises()
  expect(station.of('upkeep/issue')).toMatchObject([
    { about: { planId: 'fire' }, kind: 'made', signatory: '陈总', why: '单独印发' },
  ])
  expect(location.hash).toBe('#/readiness/upkeep/plan.fire')
})

it('talks with authorities have a page of their own; one is recorded as it is typed', async () => {
  const { page, station } = await opened('#/readiness/upkeep/talks', upkeep())
  expect(read(page.get('[data-talk="t1"]'))).toMatch(
    /2026-11-20 消防救援站.*走访 · 李工.*熟悉水源.*约定：每季度来一次/,
  )
  await page.get('.strong').trigger('click')
  await flushPromises()
  const dialog = document.querySelector<HTMLElement>('.el-dialog')!
  const save = (): HTMLButtonElement => dialog.querySelector('[type=submit]')!
  expect(save().title).toContain('和谁')
  const fields = [
    ...dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
  ].filter((field) => !field.closest('.el-date-editor'))
  for (const [index, words] of ['街道办', '李工', '对接疏散点', ''].entries()) {
    fields[index]!.value = words
    fields[index]!.dispatchEvent(new Event('input'))
  }
  await flushPromises()
  save().click()
  await flushPromises()
  expect(station.of('liaison/record')).toMatchObject([
    { talkId: null, kind: 'visit', contactId: null, whom: '街道办', person: '李工' },
  ])
})
