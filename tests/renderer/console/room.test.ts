/** The room at the desk: left by one key, taken over from another place, and come back to. */
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import type { Answered } from '#shared/contract/contract.ts'
import { NOW } from '../board-parts.ts'
import { accepted, press, read, refused } from './desk.ts'
import { consoleShowing } from './fire-at-desk.ts'

const left = { leftAt: NOW, by: '周敏', contact: '周敏 8001', taken: null }
const posts = [
  {
    postId: 'duty-officer',
    name: { zh: '值班员', en: 'Duty officer' },
    people: [{ id: 'a', name: '周敏', phones: [{ number: '8001', kind: 'desk' as const }] }],
  },
]

it('is left by Ctrl+F7, with who sits here to be called, and the sheet is printed', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  const { station } = await consoleShowing(
    {},
    { 'duty/now': () => accepted<'duty/now'>({ until: null, posts }) },
  )
  await flushPromises()
  press('F7', { ctrlKey: true })
  await flushPromises()
  expect(station.of('room/leave')).toEqual([{ contact: '周敏 8001' }])
  await vi.waitFor(() => expect(print).toHaveBeenCalled())
})

it('names the number that goes along, not the telephone of the desk', async () => {
  vi.stubGlobal('print', vi.fn())
  const phones = [
    { number: '8001', kind: 'desk' as const },
    { number: '13800000017', kind: 'mobile' as const },
  ]
  const [post] = posts
  const reached = [{ ...post!, people: [{ id: 'a', name: '周敏', phones }] }]
  const { station } = await consoleShowing(
    {},
    { 'duty/now': () => accepted<'duty/now'>({ until: null, posts: reached }) },
  )
  await flushPromises()
  press('F7', { ctrlKey: true })
  await flushPromises()
  expect(station.of('room/leave')).toEqual([{ contact: '周敏 13800000017' }])
})

it('prints the sheet of the last picture also where the station does not answer', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  await consoleShowing({}, { 'room/leave': () => refused('no-answer', '没有回应') })
  press('F7', { ctrlKey: true })
  await vi.waitFor(() => expect(print).toHaveBeenCalled())
})

it('prints before the station has answered', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  const answer = Promise.withResolvers<Answered<'room/leave'>>()
  const { station } = await consoleShowing({}, { 'room/leave': () => answer.promise })
  press('F7', { ctrlKey: true })
  await vi.waitFor(() => expect(print).toHaveBeenCalled())
  expect(station.of('room/leave')).toHaveLength(1)
  answer.resolve(accepted<'room/leave'>({}))
  await flushPromises()
})

it('stands on every page until somebody is back, and is left once', async () => {
  const { page, station } = await consoleShowing({ room: left })
  const bar = () => page.get('.room .bar')
  expect(read(bar())).toContain('值班室已撤离14:32 周敏大屏显示：联系周敏 8001')
  press('F7', { ctrlKey: true })
  await flushPromises()
  expect(station.of('room/leave')).toEqual([])
  await bar().findAll('button')[1]?.trigger('click')
  await flushPromises()
  expect(station.of('room/return')).toEqual([{}])
})

it('somebody who has taken over elsewhere leaves that place by the same key', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  const taken = { at: NOW, by: '周敏', place: '二号楼大厅' }
  const { station } = await consoleShowing({ room: { ...left, taken } })
  press('F7', { ctrlKey: true })
  await vi.waitFor(() => expect(print).toHaveBeenCalled())
  expect(station.of('room/leave')).toHaveLength(1)
})

it('is left by the mouse, too: at the foot of every page, asked once more', async () => {
  vi.stubGlobal('print', vi.fn())
  const { page, station, show } = await consoleShowing({})
  const button = () => page.get('.foot .leave button')
  expect(read(page.get('.foot .leave'))).toBe('撤离值班室Ctrl F7')
  await button().trigger('click')
  expect(station.of('room/leave')).toEqual([])
  expect(read(button())).toBe('确认撤离？再点一下')
  await button().trigger('click')
  await flushPromises()
  expect(station.of('room/leave')).toHaveLength(1)
  await show({ room: left })
  expect(page.find('.foot .leave').exists()).toBe(false)
})

it('is taken over and come back to by keys that stand on their buttons', async () => {
  const { page, station, show } = await consoleShowing({})
  press('F9', { ctrlKey: true, shiftKey: true })
  press('F7', { ctrlKey: true, shiftKey: true })
  await flushPromises()
  expect(document.querySelector('[role=dialog]')).toBeNull()
  expect(station.of('room/return')).toEqual([]) // nobody has left
  await show({ room: left })
  expect(page.findAll('.room .bar button').map(read)).toEqual([
    'Ctrl Shift F9在此接手…',
    'Ctrl Shift F7回到值班室',
  ])
  press('F9', { ctrlKey: true, shiftKey: true })
  await flushPromises()
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('接手值班')
  await show({ room: undefined }) // somebody else is back
  expect(document.querySelector('[role=dialog]')).toBeNull()
  await show({ room: left })
  press('F7', { ctrlKey: true, shiftKey: true })
  await flushPromises()
  expect(station.of('room/return')).toEqual([{}])
})

it('is taken over from a place, which is asked for', async () => {
  const { page, station } = await consoleShowing({ room: left })
  await page.get('.room .bar button').trigger('click')
  await flushPromises()
  const form = document.querySelector<HTMLFormElement>('[role=dialog] form')
  const save = () => form?.querySelector<HTMLButtonElement>('button[type=submit]')
  expect(save()?.title).toBe('先填“在哪里”')
  const field = form?.querySelector('input')
  if (field) field.value = '二号楼大厅'
  field?.dispatchEvent(new Event('input'))
  await flushPromises()
  form?.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(station.of('room/take-over')).toEqual([{ place: '二号楼大厅' }])
})
