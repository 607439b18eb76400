/** Files of a plan: added, renamed, withdrawn and put back on its page; opened at the desk. */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { AttachmentsReply } from '#shared/contract/attachments.ts'
import type { BoardFile } from '#shared/domain/board/file-types.ts'
import { localized } from '#shared/domain/text.ts'
import AttachmentsPart from '#renderer/console/components/attachments/AttachmentsPart.vue'
import PlanFiles from '#renderer/console/components/attachments/PlanFiles.vue'
import { NOW } from '../board-parts.ts'
import { accepted, mountConsole, type Answers } from './desk.ts'

const ID = 'a'.repeat(64)
const about = { planId: 'lift' }
const file = (id: string, name: string, part: Partial<BoardFile> = {}): BoardFile => ({
  ...{ id, name, fileId: ID, bytes: 2_400_000, format: 'pdf', stepId: null, at: NOW, by: '周敏' },
  ...part,
})
const listed = (part: Partial<AttachmentsReply>): Answers => ({
  'attachment/list': () =>
    accepted<'attachment/list'>({ files: [], document: null, ofDocument: [], ...part }),
})
async function part(reply: Partial<AttachmentsReply> = {}) {
  const mounted = await mountConsole(AttachmentsPart, { about }, listed(reply))
  await mounted.show({})
  return mounted
}
const dialog = (): HTMLElement => document.querySelector<HTMLElement>('[role=dialog]')!
async function press(words: string, within: ParentNode = document): Promise<void> {
  const button = [...within.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === words,
  )
  button!.click()
  await flushPromises()
}

it('says what to do where there is none, and takes what is dropped', async () => {
  const { page, station } = await part()
  expect(page.text()).toContain('还没有附件')
  const reads = station.of('attachment/list').length
  station.files.send = async (content, { incidentId }) => {
    expect(incidentId).toBeNull()
    return { ok: true, fileId: ID, sha256: ID, bytes: content.size, format: 'pdf' }
  }
  const drop = new Event('drop', { bubbles: true, cancelable: true })
  const files = [new File(['x'], '平面图.pdf')]
  Object.assign(drop, { dataTransfer: { files, types: ['Files'] } })
  document.body.dispatchEvent(drop)
  await flushPromises()
  expect(station.of('attachment/add')).toEqual([{ about, fileId: ID, name: '平面图.pdf' }])
  expect(station.of('attachment/list')).toHaveLength(reads + 1)
})

it('is withdrawn with a reason, and put back', async () => {
  const { page, station } = await part({
    files: [
      file('1', '平面图.pdf'),
      file('2', '旧图.pdf', { withdrawn: { at: NOW, by: '周敏', reason: '改建了' } }),
    ],
  })
  expect(page.text()).toContain('已撤下：改建了')
  await press('放回')
  expect(station.of('attachment/restore')).toEqual([{ about, attachmentId: '2' }])
  await press('撤下', page.element)
  const reason = dialog().querySelector('textarea')!
  reason.value = '换了电梯'
  reason.dispatchEvent(new Event('input'))
  await flushPromises()
  await press('撤下', dialog())
  expect(station.of('attachment/withdraw')).toEqual([
    { about, attachmentId: '1', reason: '换了电梯' },
  ])
})

it('is called otherwise; without a name it is not saved', async () => {
  const { station } = await part({ files: [file('1', 'scan0001.pdf')] })
  await press('改名')
  const name = dialog().querySelector('input')!
  expect(name.value).toBe('scan0001.pdf')
  for (const words of ['', '一层平面图.pdf']) {
    name.value = words
    name.dispatchEvent(new Event('input'))
    await flushPromises()
    dialog()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
  }
  expect(station.of('attachment/rename')).toEqual([
    { about, attachmentId: '1', name: '一层平面图.pdf' },
  ])
})

it('those of the document are shown beside, and changed there', async () => {
  const { page } = await part({
    document: { id: 'site', title: localized('本站预案', 'Plans of the site') },
    ofDocument: [file('9', '总图.pdf')],
  })
  expect(page.text()).toContain('整份《本站预案》的附件')
  expect(page.get('a').attributes('href')).toBe('#/documents/site')
})

it('beside a plan that runs stand those that are there, opened from a list; without any nothing', async () => {
  const props = { planId: 'lift', title: localized('电梯困人', 'Trapped in a lift') }
  const none = await mountConsole(PlanFiles, props, listed({}))
  expect(none.page.text()).toBe('')
  const { page } = await mountConsole(
    PlanFiles,
    props,
    listed({
      files: [
        file('1', '平面图.pdf'),
        file('2', '旧图.pdf', { withdrawn: { at: NOW, by: '周敏', reason: '改建了' } }),
      ],
      ofDocument: [file('9', '总图.pdf')],
    }),
  )
  expect(page.get('button').text()).toBe('附件2')
  await page.get('button').trigger('click')
  await flushPromises()
  const names = [...dialog().querySelectorAll('.open b')].map(({ textContent }) => textContent)
  expect(names).toEqual(['平面图.pdf', '总图.pdf'])
})
