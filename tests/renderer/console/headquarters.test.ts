/** The headquarters of an incident at the desk: formed from the menu, shown, and rung. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { linesOf, membersOf } from '#renderer/console/pages/now/incident/headquarters.ts'
import { withHeadquarters } from '#renderer/console/pages/now/calls/headquarters-rows.ts'
import { localized } from '#shared/domain/text.ts'
import { accepted } from './desk.ts'
import { consoleShowing, fire } from './fire-at-desk.ts'

const member = (person: string, personId: string | null = null) => ({
  ...{ person, personId, postId: null, post: null, duty: null },
})
const person = (id: string, name: string, number: string | null = null) => ({
  ...{ id, name, posts: [], onLeave: null, left: false },
  phones: number === null ? [] : [{ number, kind: 'mobile' as const }],
})
const PEOPLE: ReplyOf<'people/read'> = {
  persons: [person('sun', '孙梅', '13800000001'), person('a', '张伟'), person('b', '张伟')],
  ...{ posts: [], groups: [], leave: [] },
}

describe('the members that are written', () => {
  it('are persons of the register where just one has the name, else whoever is called so', () => {
    const lines = [
      { person: ' 孙梅 ', duty: '现场' },
      { person: '张伟', duty: '' },
      { person: '街道办赵主任', duty: ' ' },
      { person: '', duty: '' },
    ]
    expect(membersOf(lines, undefined, PEOPLE.persons)).toEqual([
      { personId: 'sun', duty: '现场' },
      { person: '张伟' },
      { person: '街道办赵主任' },
    ])
  })

  it('stay who they were, with a line to write in', () => {
    const before = [{ ...member('张伟', 'b'), postId: 'head', post: localized('组长', 'Head') }]
    expect(linesOf(before)).toEqual([
      { person: '张伟', duty: '' },
      { person: '', duty: '' },
    ])
    expect(membersOf(linesOf(before), before, PEOPLE.persons)).toEqual([
      { personId: 'b', postId: 'head' },
    ])
  })
})

it('are formed from the menu of the incident', async () => {
  const { page, station } = await consoleShowing(
    { incidents: [fire()] },
    { 'people/read': () => accepted<'people/read'>(PEOPLE) },
  )
  await page.get('.moves [aria-haspopup]').trigger('click')
  await flushPromises()
  const entries = [...document.querySelectorAll<HTMLElement>('.el-dropdown-menu__item')]
  entries.find(({ textContent }) => textContent.includes('指挥部成员'))!.click()
  await flushPromises()
  const fields = () => [...document.querySelectorAll<HTMLInputElement>('.members input')]
  expect(fields()).toHaveLength(2)
  const write = async (field: HTMLInputElement | undefined, words: string): Promise<void> => {
    field!.value = words
    field!.dispatchEvent(new Event('input'))
    await flushPromises()
  }
  await write(fields()[1], '现场')
  const dialog = document.querySelector('.el-dialog')
  expect(dialog?.textContent).toContain('先填“姓名”')
  await write(fields()[0], '孙梅')
  expect(fields(), 'the next line to write in').toHaveLength(4)
  await write(fields()[2], '街道办赵主任')
  dialog!.querySelector('form')!.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(station.of('incident/headquarters')).toEqual([
    {
      incidentId: 'fire',
      members: [{ personId: 'sun', duty: '现场' }, { person: '街道办赵主任' }],
    },
  ])
})

it('stand in the head of the incident', async () => {
  const headquarters = [member('孙梅', 'sun'), member('街道办赵主任')]
  const { page } = await consoleShowing(
    { incidents: [fire({ headquarters })] },
    { 'people/read': () => accepted<'people/read'>(PEOPLE) },
  )
  expect(page.get('.facts').text()).toContain('指挥部 孙梅、街道办赵主任')
  await flushPromises()
  expect(page.get('.phones, [aria-label="待拨电话"]').text()).toContain('13800000001')
})

it('are rung behind those whom a step rings, each number once', () => {
  const row = (number: string, state: 'todo' | 'spare') => ({
    ...{ key: number, who: localized('消防', 'Fire'), person: null, number, doneAt: null, state },
    ...{ stepId: null, role: null },
  })
  const headquarters = [member('孙梅', 'sun'), member('赵主任'), member('李娜', 'li')]
  const numberOf = (id: string): string | null => (id === 'sun' ? '138' : '119')
  const rows = withHeadquarters(
    [row('119', 'todo'), row('400', 'spare')],
    { headquarters },
    numberOf,
  )
  expect(rows.map(({ person: name, number }) => [name, number])).toEqual([
    [null, '119'],
    ['孙梅', '138'],
    ['赵主任', null],
    [null, '400'],
  ])
})
