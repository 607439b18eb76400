/** Ad-hoc tasks at the desk: ordered in one form, marked person by person, and cancelled. */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { ownersNamed } from '#renderer/console/base/owners.ts'
import { localized } from '#shared/domain/text.ts'
import { incident, NOW, step } from '../board-parts.ts'
import { accepted, press, read } from './desk.ts'
import { consoleShowing } from './fire-at-desk.ts'

const person = (id: string, name: string) => ({
  ...{ id, name, phones: [], posts: [], onLeave: null, left: false },
})
const post = (id: string, zh: string, en: string) => ({
  ...{ id, name: localized(zh, en), kind: 'post' as never, documents: [], ofSite: false },
  ...{ outside: false, standsFor: [], substitutes: [], minimum: null, necessary: false },
})
const people = {
  persons: [person('li', '李强'), person('wang', '王强'), person('wang2', '王强')],
  posts: [post('guards', '保安组', 'Guards')],
  ...{ groups: [], leave: [] },
}

it('takes a post and a person by name; whoever has a namesake, or is in no register, goes by the name', () => {
  expect(ownersNamed('保安组、李强, 王强；物业小张', people)).toEqual([
    { postId: 'guards' },
    { personId: 'li' },
    { person: '王强' },
    { person: '物业小张' },
  ])
  expect(ownersNamed('Guards', people)).toEqual([{ postId: 'guards' }])
  expect(ownersNamed(' 、 ', people)).toEqual([])
})

it('is ordered in one form, from the menu of the incident, which says what is missing', async () => {
  const { page, station } = await consoleShowing(
    { incidents: [incident({ id: 'fire' })] },
    { 'people/read': () => accepted<'people/read'>(people) },
  )
  await page.get('.moves [aria-haspopup]').trigger('click')
  await flushPromises()
  const entries = [...document.querySelectorAll<HTMLElement>('.el-dropdown-menu__item')]
  entries.find(({ textContent }) => textContent.includes('下达临时任务…'))?.click()
  await flushPromises()
  const dialog = document.querySelector<HTMLElement>('[role=dialog] form')
  const fields = [...(dialog?.querySelectorAll<HTMLInputElement>('input') ?? [])]
  const save = () => dialog?.querySelector<HTMLButtonElement>('button[type=submit]')
  const type = async (index: number, words: string) => {
    const field = fields[index]
    if (!field) throw new Error(`no field ${index}`)
    field.value = words
    field.dispatchEvent(new Event('input'))
    await flushPromises()
  }
  expect(save()?.title).toBe('先填“做什么”')
  await type(0, '到西门接消防车')
  await type(1, '保安组')
  await type(2, '1.5')
  expect(save()?.title).toBe('“时限”填得不对')
  await type(2, '10')
  await type(3, '李强')
  expect(save()?.disabled).toBe(false)
  dialog?.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(station.of('incident/task')).toEqual([
    {
      incidentId: 'fire',
      text: '到西门接消防车',
      owner: { postId: 'guards' },
      limitMs: 600_000,
      named: [{ personId: 'li' }],
    },
  ])
})

const task = (heardAt: number | null) =>
  step({
    id: 'task:1',
    planId: 'tasks',
    title: localized('临时任务1：清点人数', 'Task 1: count'),
    short: localized('临时任务1', 'Task 1'),
    task: {
      number: 1,
      text: '清点人数',
      named: [
        { id: '1', person: '甲', post: null, heardAt: NOW, heardBy: '周敏' },
        { id: '2', person: '乙', post: localized('引导组', 'Wardens'), heardAt, heardBy: null },
      ],
    },
  })

it('names who is missing, marks each by a key, and F4 asks for a reason until all have heard', async () => {
  const { page, station } = await consoleShowing({
    incidents: [incident({ id: 'fire', steps: [task(null)], next: 'task:1' })],
  })
  const named = () => page.get('.step .named')
  expect(read(named())).toMatch(/2人中1人已听到.*乙.*甲.*听到/) // whoever is missing first
  expect(read(page.get('.step .kick'))).toContain('临时任务')
  expect(read(page.get('.step .acts'))).toContain('取消任务…')
  await named().get('button').trigger('click')
  await flushPromises()
  expect(station.of('incident/heard')).toEqual([
    { incidentId: 'fire', stepId: 'task:1', member: '2' },
  ])
  press('F4')
  await flushPromises()
  expect(station.of('incident/step')).toEqual([])
  expect(document.querySelector('[role=dialog]')).not.toBeNull()
})
