/** Tests the pages of the console together: keys, menu, and what stays of a page that is left. */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import { localized } from '#shared/domain/text.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { alert, incident, MINUTE, NOW, plan, step } from '../board-parts.ts'
import { mountConsole, press, read, accepted } from './desk.ts'
import { until } from '../../kit/until.ts'

const library = {
  'plans/drafts': () => accepted<'plans/drafts'>([]),
  'documents/list': () => accepted<'documents/list'>([]),
  'types/list': () => accepted<'types/list'>([]),
  'plans/list': () => accepted<'plans/list'>([]),
}
const late = step({
  id: 'call',
  title: localized('恢复接入', 'Restore'),
  late: true,
  dueAt: NOW - MINUTE,
})
const ringing = (part = {}) =>
  incident({
    id: 'hotline',
    place: '热线中心',
    steps: [late],
    alerts: [alert({ id: 'a1', stepId: 'call', dueAt: NOW - MINUTE })],
    ...part,
  })

beforeEach(() => {
  location.hash = ''
})
afterEach(() => {
  location.hash = ''
})

async function opened(board: Partial<Board>, hash = '') {
  location.hash = hash
  const mounted = await mountConsole(App, { pages: PAGES }, library)
  await mounted.show(board)
  return mounted
}
/** Pages are loaded when they are first shown. */
const sees = (page: Awaited<ReturnType<typeof opened>>['page'], words: string) =>
  until(() => expect(read(page.get('main'))).toContain(words))

describe('the pages of the console', () => {
  it('are reached by key and by address, and the menu says which is shown', async () => {
    const { page } = await opened({ incidents: [] })
    expect(page.get('nav [aria-current]').text()).toBe('1当前')
    press('3', { code: 'Digit3', ctrlKey: true, shiftKey: true })
    await sees(page, '按事件类型')
    expect(location.hash).toBe('#/plans')
    expect(page.get('nav [aria-current]').text()).toBe('3预案')
    location.hash = '#/now'
    dispatchEvent(new Event('hashchange'))
    await sees(page, '没有进行中的事件')
  })

  it('take the focus into their search or first field when the key of the page that is shown is pressed', async () => {
    const { page } = await opened({ incidents: [] }, '#/plans')
    await sees(page, '按事件类型')
    press('3', { code: 'Digit3', ctrlKey: true, shiftKey: true })
    expect(document.activeElement).toBe(page.get('main input[type=search]').element)
    expect(location.hash).toBe('#/plans')
    press('1', { code: 'Digit1', ctrlKey: true, shiftKey: true })
    await sees(page, '没有进行中的事件')
    press('1', { code: 'Digit1', ctrlKey: true, shiftKey: true })
    expect(document.activeElement).toBe(page.get('main').element)
  })

  it('list the page keys in the help', async () => {
    const { page } = await opened({ incidents: [] })
    press('F1')
    await flushPromises()
    expect(document.querySelector('#dialogs')?.textContent).toContain('Ctrl Shift 1…')
    expect(
      page.findAll('header nav a').map((link) => link.attributes('aria-keyshortcuts')),
    ).toContain('Control+Shift+2')
  })

  it('hang lists and calendars in a landmark, as dialogs are', async () => {
    await opened({ incidents: [] })
    const places = [...document.querySelectorAll('[id*="popper-container"]')]
    expect(places.map((place) => place.getAttribute('role'))).toEqual(['region'])
    expect(places[0]?.getAttribute('aria-label')).toBe('列表和日历')
  })

  it('keep what was begun on 当前: a note half written is still there', async () => {
    const { page } = await opened({ incidents: [incident({ id: 'x', steps: [step()] })] })
    press('F9')
    await flushPromises()
    await page.get('textarea').setValue('半句')
    press('3', { code: 'Digit3', ctrlKey: true, shiftKey: true })
    await sees(page, '按事件类型')
    press('1', { code: 'Digit1', ctrlKey: true, shiftKey: true })
    await flushPromises()
    expect(page.get<HTMLTextAreaElement>('textarea').element.value).toBe('半句')
  })

  it('hear no key of 当前 while another is shown: nothing unseen is recorded', async () => {
    const { page, station } = await opened({
      incidents: [incident({ id: 'x', steps: [step({ id: 's' })] })],
    })
    press('3', { code: 'Digit3', ctrlKey: true, shiftKey: true })
    await sees(page, '按事件类型')
    press('F4')
    await flushPromises()
    expect(station.of('incident/step')).toEqual([])
  })

  it('record nothing for an incident that comes to a page which is only kept alive', async () => {
    const { page, station, show } = await opened({
      incidents: [incident({ id: 'x', steps: [step({ id: 's' })] })],
    })
    press('3', { code: 'Digit3', ctrlKey: true, shiftKey: true })
    await sees(page, '按事件类型')
    await show({
      position: 101,
      incidents: [incident({ id: 'y', next: 's2', steps: [step({ id: 's2' })] })],
    })
    press('F4')
    await flushPromises()
    expect(station.of('incident/step')).toEqual([])
  })
})

describe('an alert on another page', () => {
  it('is in sight with its figure, F8 acknowledges it once, and the menu counts it', async () => {
    const { page, station } = await opened({ incidents: [ringing()] }, '#/plans')
    await sees(page, '按事件类型')
    expect(read(page.get('.strip'))).toMatch(/热线中心 恢复电话接入超时.*\+01:0\d/)
    expect(page.get('header .waiting').text()).toBe('1')
    press('F8')
    await flushPromises()
    expect(station.of('alert/acknowledge')).toEqual([{ alertId: 'a1' }])
  })

  it('is gone when somebody has acknowledged it', async () => {
    const { page, show } = await opened({ incidents: [ringing()] }, '#/plans')
    await sees(page, '按事件类型')
    await show({
      position: 101,
      incidents: [
        ringing({ alerts: [alert({ id: 'a1', acknowledgedAt: NOW, acknowledgedBy: '周敏' })] }),
      ],
    })
    expect(page.find('.strip').exists()).toBe(false)
  })

  it('of a drill bears its word and is not counted', async () => {
    const { page } = await opened({ incidents: [ringing({ drill: true })] }, '#/plans')
    await sees(page, '按事件类型')
    expect(read(page.get('.strip'))).toContain('演练')
    expect(page.find('header .waiting').exists()).toBe(false)
  })

  it('leads to its step on 当前', async () => {
    const { page } = await opened(
      { incidents: [ringing(), incident({ id: 'other', place: '三楼' })] },
      '#/plans',
    )
    await sees(page, '按事件类型')
    await page.findAll('.strip button').at(-1)!.trigger('click')
    await flushPromises()
    expect(location.hash).toBe('#/now')
    expect(read(page.get('.case h2'))).toContain('热线中心')
  })

  it('blinks on every page by the one beat', async () => {
    const { page } = await opened({ incidents: [ringing()] }, '#/plans')
    await sees(page, '按事件类型')
    await vi.waitFor(() => expect(document.documentElement.dataset.beat).toBe('off'), {
      timeout: 3_000,
    })
  })
})

describe('the way from an incident to its plan', () => {
  it('is the name of the plan, in the text that runs; a newer text is said', async () => {
    const { page } = await opened({
      incidents: [
        incident({
          id: 'x',
          plans: [plan({ planId: 'hotline', revision: 'r7', newer: true })],
          steps: [step()],
        }),
      ],
    })
    const link = page.get('.case .facts a')
    expect(link.attributes('href')).toBe('#/plans/hotline?revision=r7')
    expect(read(page.get('.case .facts'))).toContain('有新版')
  })

  it('a new report leads back to 当前 from any page', async () => {
    const { page, station } = await opened({ incidents: [] }, '#/plans')
    await sees(page, '按事件类型')
    station.answers['incident/report'] = () =>
      accepted<'incident/report'>({ incidentId: 'new', proposals: [], similar: [] })
    press('F2')
    await flushPromises()
    const field = page.get<HTMLTextAreaElement>('.intake :is(input, textarea)')
    await field.setValue('大厅冒烟')
    press('Enter', { on: field.element, ctrlKey: true })
    await until(() => expect(location.hash).toBe('#/now'))
  })
})
