/** Who is on duty at the desk: the name in the top bar. */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import { localized } from '#shared/domain/text.ts'
import { mountConsole, press, accepted, type MountedConsole } from './desk.ts'

beforeEach(() => {
  sessionStorage.clear()
  location.hash = ''
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
