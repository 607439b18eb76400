/**
 * Floor plans at the desk: a file becomes the plan of a place, an incident is lit on it, and a
 * place is chosen on it for a report.
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import IntakeBar from '#renderer/console/app/intake/IntakeBar.vue'
import { plannedAround } from '#renderer/console/base/place-around.ts'
import FloorPane from '#renderer/console/pages/now/floor/FloorPane.vue'
import { readFloor } from '#renderer/console/pages/site/places/floor-file.ts'
import { MOST_SVG_LENGTH } from '#shared/domain/floor-plan/drawing.ts'
import { board, incident } from '../board-parts.ts'
import { FLOOR, FLOOR_SVG, UNMATCHED } from '../floor-sample.ts'
import { accepted, mountConsole, read, refused } from './desk.ts'
import { onFile, place } from './on-file-kit.ts'
import { settings } from './site-kit.ts'

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})
afterEach(() => {
  document.body.innerHTML = ''
})

const places = [
  place('f2', { name: '二楼', kind: 'floor', floorPlan: true }),
  place('machines', { name: '机房', kind: 'room', within: 'f2' }),
  place('meeting', { name: '会议室', kind: 'room', within: 'f2' }),
  place('store', { name: '库房', kind: 'room', within: 'f2' }),
  place('yard', { name: '院子', kind: 'other' }),
]
const answers = {
  ...onFile([], places),
  'places/plan-read': () => accepted<'places/plan-read'>({ ...FLOOR, unmatched: UNMATCHED }),
}
const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
const words = (): string => read({ text: () => dialog().textContent } as never)
const button = (text: string): HTMLButtonElement =>
  [...document.querySelectorAll('button')].find((each) => each.textContent.includes(text))!
async function pressed(text: string): Promise<void> {
  button(text).click()
  await flushPromises()
}

describe('a file', () => {
  it('is read as the station reads it: what matched, what did not, what the plan lacks', () => {
    const floor = readFloor(FLOOR_SVG, places[0]!, places)
    expect(floor).toMatchObject({ missing: ['库房'], leftOut: [] })
    expect(typeof floor === 'object' && floor.plan.unmatched).toEqual(['王经理办公室'])
    expect(readFloor('<svg', places[0]!, places)).toBe('damaged')
    expect(readFloor(' '.repeat(MOST_SVG_LENGTH + 1), places[0]!, places)).toBe('large')
  })

  async function opened(set = () => accepted<'places/plan-set'>({})) {
    const mounted = await settings(
      {},
      {
        ...answers,
        'places/plan-read': () => accepted<'places/plan-read'>(null),
        'places/plan-set': set,
        'places/plan-remove': () => accepted<'places/plan-remove'>({}),
      },
    )
    const row = mounted.page.findAll('[data-part=places] li')[0]!
    await row.findAll('button')[0]!.trigger('click')
    await flushPromises()
    const pick = async (text: string): Promise<void> => {
      const field = dialog().querySelector<HTMLInputElement>('input[type=file]')!
      Object.defineProperty(field, 'files', {
        configurable: true,
        value: [{ text: async () => text }],
      })
      field.dispatchEvent(new Event('change'))
      await flushPromises()
    }
    return { mounted, pick }
  }

  it('is shown before it is saved, with what matched, and sent whole', async () => {
    const { mounted, pick } = await opened()
    expect(words()).toContain('这里没有平面图')
    await pick(FLOOR_SVG)
    expect(dialog().querySelectorAll('rect.spot')).toHaveLength(2)
    expect(words()).toMatch(/对上2个地点：机房、会议室.*图上没有的：库房.*没登记的：.*王经理办公室/)
    expect(words()).toContain('出口1、灭火器1、消火栓0、集合点0')
    await pressed('保存平面图')
    expect(mounted.station.of('places/plan-set')).toMatchObject([{ placeId: 'f2', svg: FLOOR_SVG }])
    expect(document.querySelector('.el-dialog form')).toBeNull()
  })

  it('that is damaged is said to be so and cannot be saved', async () => {
    const { mounted, pick } = await opened()
    await pick('<svg><g></svg>')
    expect(words()).toContain('不是完整的SVG图')
    dialog().querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
    expect(mounted.station.of('places/plan-set')).toEqual([])
  })

  it('that the station refuses stays, with why', async () => {
    const { pick } = await opened(() => refused('code-needed', '要管理员密码') as never)
    await pick(FLOOR_SVG)
    await pressed('保存平面图')
    expect(dialog().querySelector('form')).not.toBeNull()
  })
})

describe('beside an incident', () => {
  const shown = async (placeId: string, registered = places) => {
    const mounted = await mountConsole(
      FloorPane,
      { incident: incident({ id: 'i', place: '机房', placeId }) },
      { ...answers, ...onFile([], registered) },
    )
    await mounted.show(
      board({
        incidents: [
          incident({ id: 'i', place: '机房', placeId }),
          incident({ id: 'other', place: '会议室', placeId: 'meeting', drill: true }),
        ],
      }),
    )
    return mounted
  }

  it('is a line with the nearest place around it that has a plan, which unfolds and stays so', async () => {
    expect(plannedAround(places[1]!, places)?.id).toBe('f2')
    const { page } = await shown('machines')
    const line = page.get('.fold')
    expect([line.text(), line.attributes('aria-expanded')]).toEqual(['平面图 · 二楼', 'false'])
    expect(page.find('figure').exists()).toBe(false)
    await line.trigger('click')
    await flushPromises()
    expect(line.attributes('aria-expanded')).toBe('true')
    expect(page.get('[role=group]').attributes('aria-label')).toBe('二楼的平面图')
    expect(page.get('[data-spot=machines]').classes()).toContain('strong')
    expect(page.get('[data-spot=meeting]').text()).toBe('2')
    expect(page.text()).not.toContain('不在图上')
    page.unmount()
    const { page: again } = await shown('machines')
    await flushPromises()
    expect(again.find('figure').exists()).toBe(true)
    await again.get('.fold').trigger('click')
    expect(again.find('figure').exists()).toBe(false)
    again.unmount()
  })

  it('says in words what its signs and lit places are', async () => {
    localStorage.setItem('vigil.floor', 'open')
    const { page } = await shown('machines')
    await flushPromises()
    const legend = page.get('.legend')
    expect(legend.attributes('aria-label')).toBe('图例')
    expect(legend.findAll('li').map((each) => each.text())).toEqual([
      ...['事发处', '演练', '安全出口', '灭火器'],
    ])
    page.unmount()
  })

  it('can be enlarged', async () => {
    localStorage.setItem('vigil.floor', 'open')
    const { page } = await shown('machines')
    await flushPromises()
    await pressed('放大')
    expect(dialog().querySelector('[data-spot=machines]')?.className).toContain('strong')
    page.unmount()
  })

  it('says where its place is not on it', async () => {
    localStorage.setItem('vigil.floor', 'open')
    const { page } = await shown('store')
    await flushPromises()
    expect(page.text()).toContain('这起事件的地点不在图上')
    page.unmount()
  })

  it('says that there is none, or that the place is unknown; nothing where the site has no plan', async () => {
    const { page } = await shown('yard')
    expect(page.text()).toBe('平面图 · 这个地点没有')
    page.unmount()
    const { page: unknown } = await shown('nowhere')
    expect(unknown.text()).toBe('平面图 · 地点没有登记')
    unknown.unmount()
    const bare = [place('machines', { name: '机房', kind: 'room' })]
    const { page: none } = await shown('machines', bare)
    expect(none.text()).toBe('')
    none.unmount()
  })
})

describe('at a report', () => {
  it('a place is chosen from the list or on the plan, and stands in its field', async () => {
    const mounted = await mountConsole(IntakeBar, {}, answers)
    await mounted.show({})
    const { page } = mounted
    await page.get('.intake textarea, .intake input').trigger('focusin')
    await flushPromises()
    await pressed('在图上选')
    expect(
      [...dialog().querySelectorAll('ul button')].map((each) => each.textContent.trim()),
    ).toEqual(['机房', '会议室'])
    dialog().querySelectorAll('ul button')[1]!.dispatchEvent(new FocusEvent('focus'))
    await flushPromises()
    expect(dialog().querySelector('.mark')?.textContent).toBe('会议室')
    await pressed('会议室')
    expect(page.get<HTMLInputElement>('.place input').element.value).toBe('会议室')
    await pressed('在图上选')
    dialog()
      .querySelector('rect.spot')!
      .dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await flushPromises()
    expect(page.get<HTMLInputElement>('.place input').element.value).toBe('机房')
    page.unmount()
  })
})
