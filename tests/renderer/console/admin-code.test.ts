/** The administrator's code at a console: asked for where it is needed, shown while it opens. */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import { board as anyBoard } from '../board-parts.ts'
import { mountConsole, refused, read, accepted, type MountedConsole } from './desk.ts'
import { ARRANGED, site } from './site-kit.ts'

const NEEDED = refused('code-needed', '这一步要输入管理员密码')
const dialog = (): HTMLElement | null => document.querySelector('[role=dialog] form')
const pageText = (): string => (document.body.textContent ?? '').replace(/\s+/g, '')

async function type(code: string): Promise<void> {
  const input = dialog()!.querySelector<HTMLInputElement>('input[type=password]')!
  input.value = code
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
  dialog()!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await flushPromises()
}

/** A console on the settings page whose station has the code `lark-bay-7`. */
async function locked(): Promise<MountedConsole<unknown> & { open: () => boolean }> {
  let isOpen = false
  location.hash = '#/site'
  const mounted = await mountConsole(
    App,
    { pages: PAGES },
    {
      ...ARRANGED,
      'site/read': () => accepted<'site/read'>(site()),
      'desk/code': () =>
        accepted<'desk/code'>({ set: true, until: isOpen ? anyBoard({}).now + 600_000 : null }),
      'desk/unlock': ({ code }) => {
        if (code !== 'lark-bay-7') return refused('wrong-code', '管理员密码不对')
        isOpen = true
        return accepted<'desk/unlock'>({ until: anyBoard({}).now + 600_000 })
      },
      'desk/lock': () => {
        isOpen = false
        return accepted<'desk/lock'>({})
      },
      'site/wall-link': () =>
        accepted<'site/wall-link'>({ url: 'http://127.0.0.1:1/wall#key=k', renewed: null }),
      'site/set-up': () => (isOpen ? accepted<'site/set-up'>({}) : NEEDED),
    },
  )
  await mounted.show({})
  return { ...mounted, open: () => isOpen }
}

async function rename(page: VueWrapper): Promise<void> {
  const form = page.get('[data-part=form]')
  await form.get('input[maxlength="200"]').setValue('云雀湾二部')
  await form.get('form').trigger('submit')
  await flushPromises()
}

beforeEach(() => {
  sessionStorage.clear()
})

it('asks once, says that it was wrong, and then sends again what was refused', async () => {
  const { page, station } = await locked()
  await rename(page)
  expect(station.of('site/set-up')).toHaveLength(1)
  expect(dialog()).not.toBeNull()
  await type('lark-bay-8')
  expect(pageText()).toContain('管理员密码不对')
  expect(station.of('site/set-up')).toHaveLength(1)
  await type('lark-bay-7')
  const [first, second] = station.of('site/set-up')
  expect(second).toEqual(first)
  expect(dialog()).toBeNull()
  page.unmount()
})

it('leaves what was typed and says why, if nobody enters it', async () => {
  const { page, station } = await locked()
  await rename(page)
  ;[...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')]
    .find((button) => button.textContent?.includes('取消'))!
    .click()
  await flushPromises()
  expect(station.of('site/set-up')).toHaveLength(1)
  expect(read(page.get('[data-part=form]'))).toContain('这一步要输入管理员密码')
  page.unmount()
})

it('shows for how long it is open, and locks it at a click', async () => {
  const { page, open } = await locked()
  expect(page.find('.unlocked').exists()).toBe(false)
  await rename(page)
  await type('lark-bay-7')
  expect(read(page.get('.unlocked'))).toMatch(/^管理员 (10:00|09:5\d) · 锁定$/)
  await page.get('.unlocked').trigger('click')
  await flushPromises()
  expect(open()).toBe(false)
  expect(page.find('.unlocked').exists()).toBe(false)
  page.unmount()
})

it('hides the address of the wall until then, and does not ask by itself', async () => {
  const { page, station } = await locked()
  expect(station.of('site/wall-link')).toEqual([])
  expect(dialog()).toBeNull()
  for (const part of ['.address', '[data-part=renewal]'])
    expect(page.find(`[data-part=wall] ${part}`).exists()).toBe(false)
  await page.get('[data-part=wall] button').trigger('click')
  await flushPromises()
  await type('lark-bay-7')
  expect(page.get<HTMLInputElement>('[data-part=wall] .address').element.value).toContain('#key=k')
  page.unmount()
})

it('keeps the code nowhere', async () => {
  const { page } = await locked()
  await rename(page)
  await type('lark-bay-7')
  const traces = JSON.stringify([location.href, { ...sessionStorage }, { ...localStorage }])
  expect(traces).not.toContain('lark-bay-7')
  expect(document.documentElement.outerHTML).not.toContain('lark-bay-7')
  page.unmount()
})

it('that nobody has set is said on the calm page, in both languages, with the way to it', async () => {
  location.hash = '#/now'
  for (const [locale, words] of [
    ['zh-CN', '未设管理员密码'],
    ['en', 'No administrator code is set'],
  ] as const) {
    const { page, show } = await mountConsole(App, { pages: PAGES }, {}, locale)
    await show({ incidents: [] })
    const link = page.get('.calm a.link[href="#/site?at=code"]')
    expect(link.text()).toBe(words)
    page.unmount()
  }
})

it('is set with the same typed twice, and no simple one', async () => {
  location.hash = '#/site'
  const { page, station, show } = await mountConsole(
    App,
    { pages: PAGES },
    { ...ARRANGED, 'site/read': () => accepted<'site/read'>(site()) },
  )
  await show({})
  const part = page.get('[data-part=code]')
  const [code, again] = part.findAll('input')
  await code!.setValue('123456')
  expect(read(part)).toContain('至少6个字符')
  await code!.setValue('lark-bay-7')
  await again!.setValue('lark-bay-8')
  expect(read(part)).toContain('两次输入不一致')
  expect(part.get('button').attributes('disabled')).toBeDefined()
  await again!.setValue('lark-bay-7')
  await part.get('form').trigger('submit')
  await flushPromises()
  expect(station.of('desk/code-set')).toEqual([{ code: 'lark-bay-7' }])
  page.unmount()
})
