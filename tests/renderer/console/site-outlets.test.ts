/** The channels of announcements on the settings page: named, changed, and taken away. */
import { DOMWrapper, flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import type { Outlet } from '#shared/domain/outlets/outlet.ts'
import { accepted, read, type MountedConsole } from './desk.ts'
import { settings } from './site-kit.ts'

beforeEach(() => {
  sessionStorage.clear()
})

const SCREEN: Outlet = { id: 'o1', name: '大堂屏', kind: 'screen', way: 'file', folder: '/公告' }
const answers = {
  'outlets/read': () => accepted<'outlets/read'>({ outlets: [SCREEN] }),
  'outlets/set': () => accepted<'outlets/set'>({ id: 'o2' }),
  'outlets/remove': () => accepted<'outlets/remove'>({}),
}
const part = ({ page }: MountedConsole<unknown>) => page.get('[data-part=outlets]')
const dialog = () => new DOMWrapper(document.body).get('.el-dialog')
async function press(words: string): Promise<void> {
  await new DOMWrapper(document.body)
    .findAll('[data-part=outlets] button, .el-dialog button')
    .find((each) => read(each).includes(words))!
    .trigger('click')
  await flushPromises()
}

it('lists each with how a text gets there', async () => {
  const mounted = await settings({}, answers)
  expect(read(part(mounted))).toContain('大堂屏显示屏自动存成文本文件/公告修改')
})

it('names a new one; a folder is asked for files alone', async () => {
  const mounted = await settings({}, answers)
  await press('添加渠道')
  const [kind, way] = dialog().findAll('select')
  await dialog().get('input').setValue('公众号')
  await kind!.setValue('official-account')
  expect(dialog().findAll('input')).toHaveLength(1)
  await way!.setValue('file')
  expect(read(dialog().get('.save-line'))).toContain('存到哪个文件夹')
  await way!.setValue('copy')
  await dialog().get('form').trigger('submit')
  await flushPromises()
  expect(mounted.station.of('outlets/set')).toEqual([
    { id: null, name: '公众号', kind: 'official-account', way: 'copy', folder: null },
  ])
})

it('takes one away, and asks first', async () => {
  const mounted = await settings({}, answers)
  await press('修改')
  await press('删除渠道')
  expect(mounted.station.of('outlets/remove')).toEqual([])
})
