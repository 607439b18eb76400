/**
 * What is on file of the place of an incident, at its head and beside each line of a list: the
 * property firm with its number, customers, the camera.
 */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { contactPersons } from '#renderer/console/base/contact-persons.ts'
import type { Posts } from '#renderer/console/base/duty.ts'
import { cameraOf, withAround } from '#renderer/console/base/place-around.ts'
import PlaceFacts from '#renderer/console/pages/now/incident/PlaceFacts.vue'
import WorkList from '#renderer/console/pages/now/worklist/WorkList.vue'
import type { BoardListItem } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { incident, step } from '../board-parts.ts'
import { mountConsole, press } from './desk.ts'
import { contact, number, onFile, place } from './on-file-kit.ts'

const firm = contact('a', {
  name: '安居物业',
  numbers: [number('0000 0001'), number('0000 0002')],
})
const places = [
  place('云雀苑', { size: 320, property: 'a', aliases: ['云雀花园'], camera: 'http://10.0.0.1/1' }),
  place('3号楼', { kind: 'other', within: '云雀苑' }),
  place('乙苑', { size: 800, property: 'gone' }),
]

it('has the camera of what it lies in', () => {
  const house = places[1]!
  expect(withAround(house, places).map(({ id }) => id)).toEqual(['3号楼', '云雀苑'])
  expect(cameraOf(house, places)).toBe('http://10.0.0.1/1')
  expect(cameraOf(places[2]!, places)).toBeNull()
})

it('has the contact persons of the hall that it lies in, whoever is on', () => {
  const hall = place('厅', { kind: 'hall', contactPost: 'head' })
  const [room, other] = [place('柜台', { within: '厅' }), place('库房')]
  const persons = (posts: Posts) => contactPersons(room, [hall, room, other], posts)
  expect(persons({ head: [{ person: '王芳', phone: '8001' }] })).toEqual([
    { person: '王芳', phone: '8001' },
  ])
  expect([persons({}), persons(null)]).toEqual([[], []]) // a post that nobody is at
  expect(contactPersons(other, [hall, room, other], {})).toBeNull()
})

describe('at the head of the incident', () => {
  const facts = async (placeId: string | null, locale: 'zh-CN' | 'en' = 'zh-CN') => {
    const mounted = await mountConsole(
      PlaceFacts,
      { incident: incident({ place: '南门', ...(placeId !== null && { placeId }) }) },
      onFile([firm], places),
      locale,
    )
    await mounted.show({})
    return mounted
  }

  it('stand customers, property firm with number, and the camera, to be opened outside', async () => {
    const { page } = await facts('3号楼')
    expect(document.body.textContent.replace(/\s+/g, ' ').trim()).toMatch(
      /^安居物业 0000 0001 号码待核对监控复制/,
    )
    page.unmount()
  })

  it('stands nothing of a place that is not registered', async () => {
    const { page } = await facts(null)
    expect(document.body.textContent.trim()).toBe('')
    page.unmount()
  })

  it('is in English, too', async () => {
    const { page } = await facts('云雀苑', 'en')
    expect(document.body.textContent).toMatch(/customers: 320 ?property firm 安居物业 0000 0001/)
    page.unmount()
  })
})

describe('a list of estates', () => {
  const entry = (id: string, name: string, size: number): BoardListItem => ({
    ...{ id, name, size, helper: null, outcome: null },
    ...{ for: null, reason: null, markedAt: null, markedBy: null },
  })
  // as the board draws them: the largest first
  const items = [entry('1', '乙苑', 800), entry('2', '云雀苑', 320), entry('3', '别处', 5)]
  const shown = async () => {
    const mounted = await mountConsole(
      WorkList,
      {
        step: step({
          id: 'tell',
          list: { of: localized('小区', 'Estates'), order: localized('从大到小', 'Largest first') },
          listed: { done: 0, total: 3, unmarked: 3, items },
        }),
        incident: incident({ id: 'one' }),
      },
      onFile([firm], places),
    )
    await mounted.show({})
    return mounted
  }

  it('is worked through by Enter: the next has the focus, and a key held down marks no second', async () => {
    const { page, station } = await shown()
    const rows = page.findAll<HTMLButtonElement>('[data-row]')
    rows[0]!.element.focus()
    await rows[0]!.trigger('click')
    await flushPromises()
    expect(station.of('incident/list-mark')).toMatchObject([{ item: '1', outcome: 'reached' }])
    expect(document.activeElement).toBe(rows[1]!.element)
    expect(press('Enter', { on: rows[1]!.element, repeat: true }).defaultPrevented).toBe(true)
    expect(press('Enter', { on: rows[1]!.element }).defaultPrevented).toBe(false)
    page.unmount()
  })
})
