/** People and posts on the page 设置: what is entered is saved at once, and can be taken back. */
import { config, flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { accepted, press, read, refused } from './desk.ts'
import { away, HALL, person, registerStation, shift } from './register-kit.ts'
import { settings, site } from './site-kit.ts'

// a dialog says that it closes when its transition begins
config.global.stubs = { transition: false }

beforeEach(() => {
  sessionStorage.clear()
  location.hash = ''
})

type Page = VueWrapper
const dialog = (): HTMLElement | null => document.querySelector<HTMLElement>('.el-dialog')
const rows = (page: Page): string[] => page.findAll('.persons tbody tr').map(read)
const named = (page: Page, label: string) => page.get(`[aria-label="${label}"]`)
async function write(field: Element, words: string): Promise<void> {
  const input = field as HTMLInputElement
  input.focus()
  input.value = words
  input.dispatchEvent(new Event('input'))
  await flushPromises()
}
async function send(): Promise<void> {
  dialog()!
    .querySelector('form')!
    .dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

describe('the list of people', () => {
  it('says of each the posts, numbers, groups, and whether they are on leave or on duty', async () => {
    const { answers } = registerStation({
      persons: [
        ...HALL.persons.slice(0, 3),
        person('p4', '张梅', { onLeave: { from: '2026-11-24', until: '2026-11-26' } }),
        person('p5', '旧人', { left: true }),
      ],
      groups: [
        { id: 'g', name: localized('疏散组', 'Evacuation'), lead: 'p3', members: ['guard'] },
      ],
      now: [
        {
          ...{ shiftId: 'day', name: localized('白班', 'Day'), date: '2026-11-24' },
          ...{ since: 0, until: 1 },
          posts: [
            {
              postId: 'guard',
              name: localized('保安', 'Guard'),
              people: [{ id: 'p2', name: '单小虎' }],
            },
          ],
        },
      ],
    })
    const { page } = await settings({}, answers)
    expect(rows(page)).toEqual([
      expect.stringMatching(/^周敏 ?保安 ?13800000001 ?疏散组/),
      expect.stringMatching(/^单小虎 ?在岗 ?保安 ?没有电话 ?疏散组/),
      expect.stringMatching(/^李娜 ?主管 ?8003 ?疏散组/),
      expect.stringMatching(/^张梅 ?休假到11月26日/),
    ])
    expect(read(page.get('[aria-label=小组]'))).toContain('组长：李娜')
    expect(read(page.get('[aria-label=小组]'))).toContain('保安（周敏、单小虎）')
    await page.get('.people .check input').setValue(true)
    expect(rows(page)).toHaveLength(5)
  })

  it('finds by name, pinyin, initials, post and number', async () => {
    const { page } = await settings({}, registerStation().answers)
    await vi.dynamicImportSettled()
    await flushPromises()
    const search = page.get('.people .search input')
    const names = async (words: string): Promise<string[]> => {
      await search.setValue(words)
      return page.findAll('.persons tbody th bdi').map((name) => name.text())
    }
    expect(await names('娜')).toEqual(['李娜'])
    expect(await names('shan')).toEqual(['单小虎'])
    expect(await names('zm')).toEqual(['周敏', '张梅'])
    expect(await names('保安')).toEqual(['周敏', '单小虎'])
    expect(await names('8003')).toEqual(['李娜'])
    expect(await names('没有这个人')).toEqual([])
  })
})

describe('a new person', () => {
  it('is saved by Enter, and the next name can be typed at once', async () => {
    const { answers } = registerStation()
    const { page, station } = await settings({}, answers)
    const [name, phone] = page.findAll('.quick input')
    await name!.setValue(' 陈军 ')
    await phone!.setValue('8004')
    await page.get('.quick').trigger('submit')
    await flushPromises()
    expect(station.of('people/person-set')).toEqual([
      { name: '陈军', phones: [{ number: '8004' }], posts: [] },
    ])
    expect(document.activeElement).toBe(name!.element)
    expect((name!.element as HTMLInputElement).value).toBe('')
    expect(rows(page).at(-1)).toContain('陈军')
    expect(read(page.get('.quick'))).toContain('已存：陈军')
  })

  it('with the name of somebody who is there is pointed out, and can be saved all the same', async () => {
    const { page, station } = await settings({}, registerStation().answers)
    await page.findAll('.quick input')[0]!.setValue('李娜')
    expect(read(page.get('.quick'))).toContain('已经有人叫李娜')
    await page.get('.quick').trigger('submit')
    await flushPromises()
    expect(station.of('people/person-set')).toHaveLength(1)
  })

  it('half typed outlives a reload, and a refusal leaves it where it is', async () => {
    const { answers } = registerStation()
    const before = await settings({}, answers)
    await before.page.findAll('.quick input')[0]!.setValue('陈军')
    before.page.unmount()
    const { page } = await settings(
      {},
      { ...answers, 'people/person-set': () => refused('unknown-post', '没有这个岗位') },
    )
    const name = page.findAll('.quick input')[0]!.element as HTMLInputElement
    expect(name.value).toBe('陈军')
    await page.get('.quick').trigger('submit')
    await flushPromises()
    expect(read(page.get('.quick [role=alert]'))).toContain('没有这个岗位')
    expect(name.value).toBe('陈军')
  })
})

describe('a person', () => {
  it('is changed in a dialog, and the change is taken back by one button', async () => {
    const { answers } = registerStation()
    const { page, station } = await settings({}, answers)
    await named(page, '修改周敏').trigger('click')
    await flushPromises()
    expect(dialog()!.textContent).toContain('还没有改动')
    await write(dialog()!.querySelector('.phones input')!, '13800000009')
    await send()
    expect(dialog()).toBeNull()
    expect(rows(page)[0]).toContain('13800000009')
    await page.get('.people .last-change button').trigger('click')
    await flushPromises()
    expect(rows(page)[0]).toContain('13800000001')
    expect(station.of('people/person-set').map(({ id }) => id)).toEqual(['p1', 'p1'])
    expect(page.find('.people .last-change').exists()).toBe(false)
  })

  it('who leaves is asked about first: their shifts become gaps', async () => {
    const { page, station } = await settings({}, registerStation().answers)
    await named(page, '周敏离开本单位').trigger('click')
    await flushPromises()
    expect(dialog()!.textContent).toContain('明天起的排班会空出来')
    expect(station.of('people/person-leave')).toEqual([])
    await send()
    expect(station.of('people/person-leave')).toEqual([{ id: 'p1' }])
    expect(read(page.get('.people .last-change'))).toBe('周敏已离开。')
  })

  it('on leave until a day without its year means the nearest, also while it is being typed', async () => {
    const { answers } = registerStation()
    const { page, station } = await settings(
      {},
      { ...answers, 'people/leave-set': () => accepted<'people/leave-set'>({ id: 'leave-p1' }) },
    )
    await named(page, '为周敏登记休假').trigger('click')
    await flushPromises()
    const field = document.querySelector<HTMLInputElement>('input[aria-label=最后一天]')!
    field.focus()
    field.value = '1-3'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await send()
    expect(station.of('people/leave-set')).toEqual([
      { personId: 'p1', from: '2026-11-24', until: '2027-01-03', reason: null },
    ])
  })

  it('on leave is entered with both days, and the leave is listed', async () => {
    const { answers, state } = registerStation()
    const { page, station } = await settings(
      {},
      {
        ...answers,
        'people/leave-set': () => {
          state.leave = [away('p1', '2026-11-24', '2026-11-24')]
          return accepted<'people/leave-set'>({ id: 'leave-p1' })
        },
        'people/leave-remove': () => {
          state.leave = []
          return accepted<'people/leave-remove'>({})
        },
      },
    )
    await named(page, '为周敏登记休假').trigger('click')
    await flushPromises()
    await send()
    expect(station.of('people/leave-set')).toEqual([
      { personId: 'p1', from: '2026-11-24', until: '2026-11-24', reason: null },
    ])
    expect(read(page.get('[aria-label=休假]'))).toContain('周敏休假中')
    await page.get('.people .last-change button').trigger('click')
    await flushPromises()
    expect(station.of('people/leave-remove')).toEqual([{ id: 'leave-p1' }])
    expect(page.find('[aria-label=休假]').exists()).toBe(false)
  })
})

describe('what needs the code', () => {
  it('is said before anybody types; with the code it is not', async () => {
    const code = (until: number | null) => () => accepted<'desk/code'>({ set: true, until })
    const { page } = await settings({}, { ...registerStation().answers, 'desk/code': code(null) })
    const notes = page.findAll('.code-note').map(read)
    expect(notes).toEqual([
      expect.stringContaining('登记人员离开要先输入管理员密码'),
      expect.stringContaining('删除岗位要先输入管理员密码'),
      expect.stringContaining('新建、修改、删除班次要先输入管理员密码'),
      expect.stringContaining('清除个人信息要先输入管理员密码'),
      expect.stringContaining('修改公告渠道要先输入管理员密码'),
      expect.stringContaining('接入备机要先输入管理员密码'),
      expect.stringContaining('与总部配对要先输入管理员密码'),
    ])
    page.unmount()
    const free = await settings({}, registerStation().answers)
    expect(free.page.find('.code-note').exists()).toBe(false)
  })
})

describe('the posts', () => {
  const line = (page: Page, name: string) =>
    page.findAll('.posts .post').find((row) => row.get('b').text() === name)!
  const typeName = async (page: Page, post: string, words: string): Promise<Element> => {
    const field = line(page, post).get('.person-field input').element
    await write(field, words)
    return field
  }

  it('are those of the plans, then those of the site; who holds each, and how many nobody fills', async () => {
    const { page } = await settings({}, registerStation().answers)
    expect(page.findAll('.posts h4').map(read)).toEqual([
      expect.stringContaining('预案里的岗位'),
      expect.stringContaining('本单位的岗位'),
    ])
    expect(read(line(page, '保安'))).toContain('周敏')
    expect(read(line(page, '保安'))).toContain('排班：白班、夜班')
    expect(read(line(page, '电梯维保'))).toContain('外单位')
    expect(read(page.get('.posts .warn'))).toContain('2个岗位没有人。')
    await page.get('.posts .check input').setValue(true)
    expect(page.findAll('.posts .post b').map((name) => name.text())).toEqual([
      '急救员',
      '电梯维保',
    ])
  })

  it('of which the set-up names some are counted as key posts: both figures stand in one sentence', async () => {
    const missing = {
      ...site().missing,
      posts: [{ id: 'medic', name: localized('急救员', 'Medic') }],
    }
    const { page } = await settings({ missing }, registerStation().answers)
    expect(read(page.get('.posts .warn'))).toContain('2个岗位没有人，其中1个要紧。')
  })

  it('take a person by initials and Enter; the person keeps the posts of before, and it can be taken back', async () => {
    const { answers } = registerStation()
    const { page, station } = await settings({}, answers)
    await vi.dynamicImportSettled()
    await flushPromises()
    const field = await typeName(page, '急救员', 'ln')
    press('Enter', { on: field })
    await flushPromises()
    expect(station.of('people/person-set')).toEqual([
      {
        ...{ id: 'p3', name: '李娜', phones: [{ number: '8003', kind: 'short' }] },
        posts: ['head', 'medic'],
      },
    ])
    expect(read(line(page, '急救员'))).toContain('李娜')
    expect(document.activeElement).toBe(field)
    await page.get('.posts .last-change button').trigger('click')
    await flushPromises()
    expect(read(line(page, '急救员'))).not.toContain('李娜')
  })

  it('make a new person only when that line is chosen', async () => {
    const { page, station } = await settings({}, registerStation().answers)
    const field = await typeName(page, '急救员', '李')
    press('ArrowDown', { on: field })
    press('Enter', { on: field })
    await flushPromises()
    expect(station.of('people/person-set')).toEqual([{ name: '李', phones: [], posts: ['medic'] }])
  })

  it('let go of a person, who stays among the people', async () => {
    const { page, station } = await settings({}, registerStation().answers)
    await named(page, '周敏不再是保安').trigger('click')
    await flushPromises()
    expect(station.of('people/person-set')).toMatchObject([{ id: 'p1', posts: [] }])
    expect(rows(page)[0]).toContain('周敏')
  })

  it('of a document take what the site says of them, without a name; a new one is the site’s own', async () => {
    const { page, station } = await settings({}, registerStation().answers)
    await named(page, '修改岗位保安').trigger('click')
    await flushPromises()
    expect(dialog()!.textContent).not.toContain('岗位名称')
    await write(dialog()!.querySelector('.least input')!, '2')
    await send()
    await page
      .findAll('.posts .bar button')
      .find((button) => button.text() === '添加岗位')!
      .trigger('click')
    await flushPromises()
    await write(dialog()!.querySelector('.field-box input')!, '巡更员')
    await send()
    expect(station.of('people/post-set')).toEqual([
      { id: 'guard', substitutes: [], minimum: 2, necessary: false },
      {
        ...{ name: '巡更员', outside: false, standsFor: [], substitutes: [] },
        ...{ minimum: null, necessary: false },
      },
    ])
  })

  it('in use on a shift is not removed, and says so', async () => {
    const { page } = await settings(
      {},
      {
        ...registerStation({ shifts: [shift('day', '白班', { posts: ['site-lift'] })] }).answers,
        'people/post-remove': () => refused('post-in-use', '班次白班还在用这个岗位'),
      },
    )
    await named(page, '删除岗位电梯维保').trigger('click')
    await flushPromises()
    await send()
    expect(dialog()!.textContent).toContain('班次白班还在用这个岗位')
  })
})
