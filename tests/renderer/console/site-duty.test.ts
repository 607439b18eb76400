/** The duty roster on the page 设置: a sheet that is filled by keys, and saved cell by cell. */
import { config, flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import { NOW } from '../board-parts.ts'
import { accepted, press, read, refused, type MountedConsole } from './desk.ts'
import { away, HALL, person, registerStation, shift } from './register-kit.ts'
import { settings } from './site-kit.ts'

// a dialog says that it closes when its transition begins
config.global.stubs = { transition: false }

beforeEach(() => {
  sessionStorage.clear()
  location.hash = ''
})

const TODAY = '2026-11-24' // a Tuesday
type Answers = NonNullable<Parameters<typeof settings>[1]>
async function opened(
  kit = registerStation(),
  more: Answers = {},
): Promise<MountedConsole<unknown> & { kit: ReturnType<typeof registerStation> }> {
  const mounted = await settings({}, { ...kit.answers, ...more })
  await vi.dynamicImportSettled()
  await flushPromises()
  return { ...mounted, kit }
}
const field = (page: VueWrapper): HTMLInputElement =>
  page.get<HTMLInputElement>('.cell-field input').element
const where = (page: VueWrapper): string => read(page.get('.sheet-frame .at'))
const cell = (page: VueWrapper, row: number, column: number): string =>
  read(page.get(`[data-at="${row} ${column}"]`))
async function key(
  page: VueWrapper,
  name: string,
  more: Parameters<typeof press>[1] = {},
): Promise<void> {
  press(name, { ...more, on: field(page) })
  await flushPromises()
}
async function type(page: VueWrapper, words: string): Promise<void> {
  field(page).value = words
  field(page).dispatchEvent(new Event('input'))
  await flushPromises()
}
async function enter(page: VueWrapper, words: string): Promise<void> {
  await type(page, words)
  await key(page, 'Enter')
}
const button = (page: VueWrapper, words: string) =>
  page.findAll('.duty-part button').find((element) => element.text().startsWith(words))!

// two shifts with the post 保安 each: row 1 is the day's, row 3 the night's; Tuesday is column 1
describe('a cell', () => {
  it('is entered by initials and Enter, saved at once, and the cell below is next', async () => {
    const { page, station } = await opened()
    expect(where(page)).toBe('11月24日白班，保安没有人')
    await enter(page, 'zm')
    expect(station.of('duty/set')).toEqual([
      { entries: [{ date: TODAY, shiftId: 'day', postId: 'guard', persons: ['p1'] }] },
    ])
    expect(cell(page, 1, 1)).toBe('周敏')
    expect(where(page)).toBe('11月24日夜班，保安没有人')
  })

  it('takes several people, and is changed by Enter and emptied by Del', async () => {
    const { page, kit } = await opened()
    await enter(page, '周敏、ln')
    expect(cell(page, 1, 1)).toBe('周敏李娜')
    await key(page, 'ArrowUp')
    await key(page, 'Enter')
    expect(field(page).value).toBe('周敏、李娜')
    await key(page, 'Escape')
    expect(field(page).value).toBe('')
    await key(page, 'Delete')
    expect(cell(page, 1, 1)).toBe('')
    expect(kit.cells.get(`${TODAY} day guard`)?.persons).toEqual([])
  })

  it('takes nobody’s name only when a new person is chosen', async () => {
    const { page, station, kit } = await opened()
    await type(page, '云小丁')
    await key(page, 'Enter')
    expect(station.of('duty/set')).toEqual([])
    await key(page, 'ArrowDown')
    await key(page, 'Enter')
    expect(station.of('people/person-set')).toEqual([
      { name: '云小丁', phones: [], posts: ['guard'] },
    ])
    expect(kit.cells.get(`${TODAY} day guard`)?.persons).toEqual(['new-1'])
    expect(cell(page, 1, 1)).toBe('云小丁')
  })

  it('hears no Enter of a composition', async () => {
    const { page, station } = await opened()
    await type(page, '周敏')
    field(page).dispatchEvent(new Event('compositionstart'))
    await key(page, 'Enter')
    expect(station.of('duty/set')).toEqual([])
  })

  it('on a day on which its shift does not run takes nobody', async () => {
    const { page, station } = await opened(
      registerStation({ shifts: [shift('day', '白班', { weekdays: [1] })] }),
    )
    expect(where(page)).toContain('这天不上这个班')
    await enter(page, '周敏')
    await key(page, 'Delete')
    expect(station.of('duty/set')).toEqual([])
  })
})

describe('the keys of the sheet', () => {
  it('copy a cell down and to the right, and fill what is chosen', async () => {
    const { page, kit } = await opened()
    await enter(page, '周敏')
    await key(page, 'ArrowUp')
    await key(page, 'ArrowRight', { ctrlKey: true })
    expect(cell(page, 1, 2)).toBe('周敏')
    expect(where(page)).toContain('11月25日白班')
    await key(page, 'ArrowDown', { ctrlKey: true })
    expect(cell(page, 3, 2)).toBe('周敏')
    await key(page, 'ArrowRight')
    for (let day = 0; day < 3; day++) await key(page, 'ArrowRight', { shiftKey: true })
    expect(where(page)).toContain('选中4格')
    await type(page, '李娜')
    await key(page, 'Enter', { ctrlKey: true })
    expect([3, 4, 5, 6].map((column) => cell(page, 3, column))).toEqual(Array(4).fill('李娜'))
    expect(kit.cells.size).toBe(7)
  })

  it('undo the last changes one after the other, as long as nobody else has changed the cells', async () => {
    const { page, kit } = await opened()
    await enter(page, '周敏')
    await enter(page, '李娜')
    await key(page, 'z', { ctrlKey: true })
    expect([cell(page, 1, 1), cell(page, 3, 1)]).toEqual(['周敏', ''])
    kit.cells.set(`${TODAY} day guard`, {
      ...{ date: TODAY, shiftId: 'day', postId: 'guard', persons: ['p4'] },
    })
    await enter(page, '单小虎') // reads again
    await key(page, 'z', { ctrlKey: true })
    await key(page, 'z', { ctrlKey: true })
    expect(cell(page, 1, 1)).toBe('张梅')
    expect(read(page.get('.duty-part'))).toContain('别处刚改过这几格')
  })

  it('go to the next gap, wherever it is', async () => {
    const gaps = [
      { date: '2026-11-26', shiftId: 'night', postId: 'guard', lacking: 1 },
      { date: '2026-11-28', shiftId: 'day', postId: null, lacking: 2 },
    ]
    const { page } = await opened(registerStation({ gaps }))
    expect(read(page.get('.gaps'))).toBe('缺人2处')
    expect(read(page.get('[data-state=gap][data-at]'))).toBe('缺1')
    await key(page, 'ArrowDown', { altKey: true })
    expect(where(page)).toContain('11月26日夜班')
    await button(page, '下一处缺人').trigger('click')
    expect(where(page)).toContain('11月28日白班')
    expect(document.activeElement).toBe(field(page))
    await key(page, 'ArrowUp', { altKey: true })
    expect(where(page)).toContain('11月26日夜班')
  })

  it('take and give cells as a spreadsheet does; a name that is nobody’s enters nothing', async () => {
    const { page, station, kit } = await opened()
    const paste = async (text: string): Promise<void> => {
      const event = new Event('paste', { bubbles: true, cancelable: true })
      Object.assign(event, { clipboardData: { getData: () => text } })
      field(page).dispatchEvent(event)
      await flushPromises()
    }
    await paste('周敏\t云小丁\n李娜\t')
    expect(station.of('duty/set')).toEqual([])
    expect(read(page.get('.duty-part'))).toContain('人员里没有：云小丁')
    await paste('周敏\t李娜')
    expect(kit.cells.get(`${TODAY} day guard`)?.persons).toEqual(['p1'])
    expect(kit.cells.get('2026-11-25 day guard')?.persons).toEqual(['p3'])
    await key(page, 'ArrowRight', { shiftKey: true })
    let copied = ''
    const event = new Event('copy', { bubbles: true, cancelable: true })
    Object.assign(event, {
      clipboardData: { setData: (_type: string, text: string) => (copied = text) },
    })
    field(page).dispatchEvent(event)
    expect(copied).toBe('周敏\t李娜')
  })
})

describe('what is not saved', () => {
  it('stays in its cell, says so, outlives a reload, and is saved or taken back by a button', async () => {
    let isFull = true
    const kit = registerStation()
    const more: Answers = {
      'duty/set': (input) =>
        isFull ? refused('storage-failed', '存不下') : kit.answers['duty/set'](input),
    }
    const before = await opened(kit, more)
    await enter(before.page, '周敏')
    expect(cell(before.page, 1, 1)).toBe('周敏')
    expect(read(before.page.get('.unsaved'))).toContain('1格还没有存上')
    expect(read(before.page.get('.duty-part'))).toContain('存不下')
    before.page.unmount()
    const { page } = await opened(kit, more)
    expect(cell(page, 1, 1)).toBe('周敏')
    expect(read(page.get('.duty-part .draft-note'))).toContain('已恢复未保存的内容')
    isFull = false
    await button(page, '再存一次').trigger('click')
    await flushPromises()
    expect(page.find('.unsaved').exists()).toBe(false)
    expect(kit.cells.get(`${TODAY} day guard`)?.persons).toEqual(['p1'])
  })

  it('is sent together once the answer before it is there: nobody types too fast', async () => {
    const kit = registerStation()
    const waiting: (() => void)[] = []
    const { page, station } = await opened(kit, {
      'duty/set': (input) =>
        new Promise((answer) => {
          waiting.push(() => answer(kit.answers['duty/set'](input)))
        }),
    })
    await enter(page, '周敏')
    await enter(page, '李娜')
    await key(page, 'ArrowRight')
    await enter(page, '张梅')
    expect(station.of('duty/set')).toHaveLength(1)
    waiting.shift()!()
    await flushPromises()
    expect(station.of('duty/set')[1]?.entries.map(({ persons }) => persons)).toEqual([
      ['p3'],
      ['p4'],
    ])
    waiting.shift()!()
    await flushPromises()
    expect(kit.cells.size).toBe(3)
    expect(page.find('[data-state=unsaved]').exists()).toBe(false)
  })
})

describe('a copied week', () => {
  it('names the days that would be written over before it writes them, and can be undone', async () => {
    const kit = registerStation({}, [
      { date: TODAY, shiftId: 'day', postId: 'guard', persons: ['p1'] },
      { date: '2026-12-01', shiftId: 'day', postId: 'guard', persons: ['p4'] },
    ])
    const { page, station } = await opened(kit, {
      'duty/copy': ({ overwrite }) => {
        if (!overwrite) return refused('would-overwrite', '这些天已经排了人', ['2026-12-01'])
        const entry = { date: '2026-12-01', shiftId: 'day', postId: 'guard', persons: ['p1'] }
        kit.cells.set('2026-12-01 day guard', entry)
        return accepted<'duty/copy'>({})
      },
    })
    await button(page, '复制整段').trigger('click')
    await flushPromises()
    const dialog = document.querySelector<HTMLElement>('.el-dialog')!
    const send = async (): Promise<void> => {
      dialog.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
      await flushPromises()
    }
    expect(dialog.textContent).toContain('11月23日至11月29日的排班，抄到11月30日至12月6日')
    await send()
    expect(dialog.textContent).toContain('其中1天已经排了人')
    expect(dialog.textContent).toContain('12月1日')
    await send()
    expect(station.of('duty/copy')).toEqual([
      { from: '2026-11-23', days: 7, to: '2026-11-30' },
      { from: '2026-11-23', days: 7, to: '2026-11-30', overwrite: true },
    ])
    // the days that it was copied to are shown, and a line says so until it is undone
    expect(read(page.get('.duty-part .span'))).toContain('11月30日')
    expect(read(page.get('.duty-part'))).toContain('已抄到11月30日至12月6日')
    await button(page, '撤回').trigger('click')
    await flushPromises()
    expect(kit.cells.get('2026-12-01 day guard')?.persons).toEqual(['p4'])
    expect(read(page.get('.duty-part'))).not.toContain('已抄到')
  })
})

describe('who is on duty', () => {
  const running = {
    ...{ shiftId: 'day', name: localized('白班', 'Day'), date: TODAY },
    ...{ since: NOW - HOUR_MS, until: NOW + 2 * HOUR_MS },
    posts: [
      {
        ...{ postId: 'guard', name: localized('保安', 'Guard') },
        people: [{ id: 'p2', name: '单小虎', substitute: true as const }],
      },
      { postId: 'head', name: localized('主管', 'Head'), people: [] },
    ],
  }

  it('stands on top, now and next, with until when', async () => {
    const next = {
      ...running,
      shiftId: 'night',
      name: localized('夜班', 'Night'),
      since: NOW + 2 * HOUR_MS,
    }
    const { page } = await opened(registerStation({ now: [running], next: [next] }))
    const [now, after] = page.findAll('.on-duty section').map(read)
    expect(now).toMatch(/现在在岗 ?白班到16:32，还有2小时 ?保安单小虎替主管没有人/)
    expect(after).toMatch(/下一班 ?夜班16:32起/)
  })

  it('who is entered while on leave is marked', async () => {
    const kit = registerStation({ leave: [away('p1', TODAY, TODAY)] }, [
      { date: TODAY, shiftId: 'day', postId: 'guard', persons: ['p1'] },
    ])
    const { page } = await opened(kit)
    expect(page.get('[data-at="1 1"] [data-away]').text()).toBe('周敏休假')
  })
})

describe('the shifts', () => {
  it('are made at once where there are none: three with the same posts', async () => {
    const { page, station } = await opened(registerStation({ shifts: [] }))
    expect(page.find('.sheet').exists()).toBe(false)
    await button(page, '一次建好').trigger('click')
    await flushPromises()
    expect(document.querySelector('.el-dialog')!.textContent).toContain('至少选一个岗位')
    expect(station.of('duty/shift-set')).toEqual([])
  })

  it('say how many must be there: in the fire control room as many as its policy wants', async () => {
    const control = shift('control', '消控班', { controlRoom: true, minimum: 1, least: 2 })
    const { page } = await opened(registerStation({ shifts: [control] }))
    expect(page.get('.shifts tbody tr').text()).toMatch(/2人\s*消防控制室的班/)
  })

  it('are changed with times as they are typed; every day is no list of days', async () => {
    const { page, station } = await opened()
    await page.get('[aria-label="修改班次夜班"]').trigger('click')
    await flushPromises()
    const dialog = document.querySelector<HTMLElement>('.el-dialog')!
    const inputs = [...dialog.querySelectorAll<HTMLInputElement>('.three input')]
    const [begins, ends] = inputs as [HTMLInputElement, HTMLInputElement]
    for (const [input, words] of [
      [begins, '2130'],
      [ends, '7'],
    ] as const) {
      input.value = words
      input.dispatchEvent(new Event('input'))
    }
    dialog.querySelector<HTMLInputElement>('label.check input')!.click()
    await flushPromises()
    expect(dialog.textContent).toContain('到第二天结束')
    expect(dialog.textContent).toContain('消防控制室的每班人数')
    dialog.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(station.of('duty/shift-set')).toEqual([
      {
        ...{ id: 'night', name: localized('夜班', '夜班'), begins: '21:30', ends: '07:00' },
        ...{ minimum: 1, posts: ['guard'], weekdays: null, controlRoom: true },
      },
    ])
  })
})

it('a month of forty posts and three shifts draws only what is in sight, and is filled in pieces that the station reads', async () => {
  const posts = Array.from({ length: 40 }, (_, index) => `post-${index}`)
  const shifts = ['a', 'b', 'c'].map((id) => shift(id, id, { posts }))
  const persons = [...HALL.persons, person('p9', '云小丁')]
  const { page, station, kit } = await opened(registerStation({ shifts, persons }))
  await page.get('.tools input[value=month]').trigger('change')
  await flushPromises()
  expect(page.get('.grid').attributes('aria-rowcount')).toBe('124')
  expect(page.get('.grid').attributes('aria-colcount')).toBe('31')
  expect(page.findAll('[role=gridcell]').length).toBeLessThan(900)
  await key(page, 'Home')
  await key(page, 'PageDown', { shiftKey: true })
  await key(page, 'End', { shiftKey: true })
  expect(where(page)).toContain('选中330格')
  await type(page, '云小丁')
  await key(page, 'Enter', { ctrlKey: true })
  expect(station.of('duty/set').map(({ entries }) => entries.length)).toEqual([200, 130])
  expect(kit.cells.size).toBe(330)
  expect(page.find('[data-state=unsaved]').exists()).toBe(false)
})
