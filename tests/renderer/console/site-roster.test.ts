/** The roster on the page 设置, and who is on duty at the desk. */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import {
  linesOf,
  groupOf,
  nameless,
  rosterOf,
  vacantPosts,
  rosterKey,
} from '#renderer/console/pages/site/roster.ts'
import { localized } from '#shared/domain/text.ts'
import { mountConsole, press, read, accepted, type MountedConsole } from './desk.ts'
import { post, settings } from './site-kit.ts'

beforeEach(() => {
  sessionStorage.clear()
  location.hash = ''
})

describe('the roster', () => {
  it('is edited under the posts of the plans and saved whole; posts that nobody holds are counted, outside units are not', async () => {
    const { page, station } = await settings()
    expect(read(page.get('.warn'))).toContain('1个岗位没有人')
    const [person, phone] = page
      .findAll('.post')
      .find((element) => element.text().includes('岗位head'))!
      .findAll('input')
    await person!.setValue(' 陈军 ')
    await phone!.setValue('8002')
    expect(page.find('.warn').exists()).toBe(false)
    await page.get('.roster').trigger('submit')
    await flushPromises()
    expect(station.of('roster/set')).toEqual([
      {
        posts: {
          agent: [{ person: '周敏', phone: '8001' }],
          head: [{ person: '陈军', phone: '8002' }],
        },
      },
    ])
    expect(read(page.get('.bar'))).toContain('已保存')
  })

  it('adds and removes people by keyboard: the focus goes along', async () => {
    const { page, station } = await settings()
    const agent = page.findAll('.post')[0]!
    await agent
      .findAll('button')
      .find((button) => button.text() === '添加一人')!
      .trigger('click')
    await flushPromises()
    expect(document.activeElement).toBe(agent.findAll('.line input')[2]!.element)
    await agent.findAll('.line input')[2]!.setValue('李娜')
    await agent.get('button[aria-label="从岗位agent删除周敏"]').trigger('click')
    await flushPromises()
    await page.get('.roster').trigger('submit')
    expect(station.of('roster/set')).toEqual([
      { posts: { agent: [{ person: '李娜', phone: '' }] } },
    ])
  })

  it('takes no number without a name, and is never emptied whole: then every alert would be passed over', async () => {
    const { page, station } = await settings()
    const [person, phone] = page.findAll('.post input')
    await person!.setValue('')
    expect(read(page.get('.bar'))).toContain('有电话没有姓名：岗位agent')
    await phone!.setValue('')
    expect(read(page.get('.bar'))).toContain('值班表不能全空')
    await page.get('.roster').trigger('submit')
    expect(station.of('roster/set')).toEqual([])
  })

  it('a row does not leave the list of empty posts while somebody types in it', async () => {
    const { page } = await settings()
    await page.get('.bar input[type=checkbox]').setValue(true)
    const row = page.findAll('.post')
    expect(row.map((element) => element.get('.name b').text())).toEqual(['岗位head'])
    await row[0]!.get('input').setValue('陈军')
    expect(page.findAll('.post')).toHaveLength(1)
  })

  it('keeps what is typed when it is changed elsewhere, and says so; untouched it follows', async () => {
    let posts = { agent: [{ person: '周敏', phone: '8001' }] }
    const { page, show } = await settings(
      {},
      { 'roster/read': () => accepted<'roster/read'>({ posts }) },
    )
    posts = { agent: [{ person: '李娜', phone: '8003' }] }
    await show({})
    expect(
      page
        .findAll('.post input')
        .map((input) => (input.element as HTMLInputElement).value)
        .slice(0, 2),
    ).toEqual(['李娜', '8003'])
    await page.findAll('.post input')[2]!.setValue('陈军')
    posts = { agent: [{ person: '王强', phone: '' }] }
    await show({})
    expect((page.findAll('.post input')[2]!.element as HTMLInputElement).value).toBe('陈军')
    expect(read(page.get('.bar'))).toContain('别处刚改过值班表')
  })

  it('counts as it is saved: empty posts are left out, and their order says nothing', () => {
    const posts = [post('a'), post('b', { kind: 'external' }), post('left', { documents: [] })]
    const lines = linesOf(posts, { a: [{ person: '周敏', phone: '1' }] })
    expect(rosterOf(lines)).toEqual({ a: [{ person: '周敏', phone: '1' }] })
    expect(vacantPosts(linesOf(posts, null)).map(({ id }) => id)).toEqual(['a'])
    lines[0]!.lines[0]!.person = ''
    expect(nameless(lines).map(({ id }) => id)).toEqual(['a'])
    expect(rosterKey({ b: [], a: [] })).toBe(rosterKey(null))
    expect(rosterKey({ b: [{ person: '乙', phone: '' }], a: [{ person: '甲', phone: '' }] })).toBe(
      rosterKey({ a: [{ person: '甲', phone: '' }], b: [{ person: '乙', phone: '' }] }),
    )
  })
})

describe('numbers outside', () => {
  const posts = [
    post('head'),
    post('bureau', { kind: 'external', name: localized('供电局', 'Power bureau') }),
    post('outside-fire', { kind: 'external', documents: [], numbers: ['119'] }),
    post('duty-officer', { documents: [] }),
    post('gone', { documents: [] }),
    post('finder', { kind: 'anyone' }),
  ]

  it('have a part of their own; the desk stands with the posts, whatever the plans need', async () => {
    expect(posts.map(groupOf)).toEqual(['inside', 'outside', 'outside', 'inside', 'left', 'left'])
    const { page } = await settings({ posts })
    const part = page.get('[data-part=outside]')
    expect(part.findAll('.post').map((row) => row.get('.name').text())).toEqual([
      '供电局',
      expect.stringContaining('已有119'),
    ])
    expect(part.get('input').attributes('placeholder')).toBe('联系人（可不填）')
  })

  it('nobody is put on a shift as whoever happens to be there, but who stands there is shown', async () => {
    const names = (page: Awaited<ReturnType<typeof settings>>['page']) =>
      page.findAll('.post .name b').map((name) => name.text())
    const { page } = await settings({ posts })
    expect(names(page)).not.toContain('岗位finder')
    page.unmount()
    const roster = { finder: [{ person: '云大己', phone: '' }] }
    const answers = { 'roster/read': () => accepted<'roster/read'>({ posts: roster }) }
    expect(names((await settings({ posts }, answers)).page)).toContain('岗位finder')
  })

  it('need no name of a person: they are filed under their own, which is not shown again', async () => {
    const { page, station } = await settings({ posts })
    const [person, phone] = page.get('[data-part=outside]').findAll('input')
    await phone!.setValue('95000')
    expect(read(page.get('.bar'))).not.toContain('有电话没有姓名')
    await page.get('.roster').trigger('submit')
    await flushPromises()
    const bureau = [{ person: '供电局', phone: '95000' }]
    expect(station.of('roster/set')).toMatchObject([{ posts: { bureau } }])
    expect((person!.element as HTMLInputElement).value).toBe('')
    expect(linesOf(posts, { bureau })[1]?.lines).toMatchObject([{ person: '', phone: '95000' }])
    expect(rosterOf(linesOf(posts, { bureau }))).toEqual({ bureau })
  })
})

describe('who is on duty', () => {
  const onDuty = {
    duty: [
      { roleId: 'agent', role: localized('坐席', 'Agent'), people: ['云小丁', '雀小戊'] },
      { roleId: 'head', role: localized('主管', 'Head'), people: ['云小丁'] },
    ],
  }
  const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!

  async function opened(): Promise<MountedConsole<unknown> & { person: () => string | null }> {
    let person: string | null = null
    const mounted = await mountConsole(
      App,
      { pages: PAGES },
      {
        'desk/read': () => accepted<'desk/read'>({ person }),
        'desk/sign-on': (input) => {
          person = input.person
          return accepted<'desk/sign-on'>({})
        },
      },
    )
    await mounted.show(onDuty)
    await mounted.page.get('button.who').trigger('click')
    await flushPromises()
    return { ...mounted, person: () => person }
  }

  it('opens from the name in the top bar, lists everybody of the roster once, and signs on whom one chooses', async () => {
    const { page, station } = await opened()
    expect([...dialog().querySelectorAll('[data-row]')].map((row) => row.textContent)).toEqual([
      '云小丁坐席、主管',
      '雀小戊坐席',
    ])
    press('ArrowDown', { on: dialog().querySelector('input')! })
    expect(document.activeElement?.textContent).toContain('云小丁')
    press('ArrowDown', { on: document.activeElement! })
    ;(document.activeElement as HTMLElement).click()
    await flushPromises()
    expect(station.of('desk/sign-on')).toEqual([{ person: '雀小戊' }])
    expect(page.get('button.who').text()).toBe('雀小戊')
    expect(document.querySelector('.el-dialog')).toBeNull()
  })

  it('takes a name that is on no list, and can be ended', async () => {
    const { page, station } = await opened()
    const input = dialog().querySelector('input')!
    input.value = '周敏'
    input.dispatchEvent(new Event('input'))
    await flushPromises()
    expect(dialog().querySelectorAll('[data-row]')).toHaveLength(0)
    dialog()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(page.get('button.who').text()).toBe('周敏')
    await page.get('button.who').trigger('click')
    await flushPromises()
    ;[...dialog().querySelectorAll('button')]
      .find((button) => button.textContent?.startsWith('不写姓名'))!
      .click()
    await flushPromises()
    expect(station.of('desk/sign-on')).toEqual([{ person: '周敏' }, { person: null }])
  })

  it('is read again with every whole board: a second page of the desk follows', async () => {
    let person: string | null = null
    const mounted = await mountConsole(
      App,
      { pages: PAGES },
      { 'desk/read': () => accepted<'desk/read'>({ person }) },
    )
    await mounted.show(onDuty)
    person = '湾小己'
    await mounted.show({ duty: [...onDuty.duty] })
    expect(mounted.page.get('button.who').text()).toBe('湾小己')
  })
})
