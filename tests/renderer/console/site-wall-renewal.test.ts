/** Changing the address of walls on the page 设置: what it does, one more click, the new address. */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { WallLink } from '#shared/contract/site.ts'
import { accepted, read, refused, type MountedConsole } from './desk.ts'
import { settings } from './site-kit.ts'

const AT = Date.parse('2026-11-24T10:00:00+08:00')
const NEW = 'http://127.0.0.1:7373/wall#key=new'
const OLD = 'http://127.0.0.1:7373/wall#key=old'

type Page = MountedConsole<unknown>['page']
const address = (page: Page): string => page.get<HTMLInputElement>('.address').element.value
const click = async (page: Page): Promise<void> => {
  await page.get('[data-part=renewal] button').trigger('click')
  await flushPromises()
}

it.each([
  ['zh-CN', '重启、断电后地址不变', '再点一次', '已更换，上面是新地址', '上次更换：', '值班员'],
  [
    'en',
    'stays the same after a restart',
    'Click again',
    'the new address is shown',
    'Last changed: ',
    'Dispatcher',
  ],
] as const)(
  'is done at the second click, and shows the new one: %s',
  async (locale, lasts, sure, done, last, by) => {
    let link: WallLink = { url: OLD, renewed: null }
    const { page, station } = await settings(
      {},
      {
        'site/wall-link': () => accepted<'site/wall-link'>(link),
        'site/wall-renew': () => {
          link = { url: NEW, renewed: { at: AT, by: '值班员' } }
          return accepted<'site/wall-renew'>({})
        },
      },
      locale,
    )
    const renewal = (): string => read(page.get('[data-part=renewal]'))
    expect(read(page.get('form.wall'))).toContain(lasts)
    expect([address(page), renewal()]).toEqual([OLD, expect.not.stringContaining(last)])
    await click(page)
    expect(station.of('site/wall-renew')).toEqual([])
    expect(renewal()).toContain(sure)
    await click(page)
    expect(station.of('site/wall-renew')).toEqual([{}])
    expect(address(page)).toBe(NEW)
    expect(renewal()).toContain(done)
    expect(renewal()).toContain(`${last}2026-11-24 10:00:00`)
    expect(renewal()).toContain(by)
    page.unmount()
  },
)

it('says why it was not done, and the old address stays', async () => {
  const { page } = await settings(
    {},
    {
      'site/wall-link': () => accepted<'site/wall-link'>({ url: OLD, renewed: null }),
      'site/wall-renew': () => refused('wall-not-renewed', '地址没有换'),
    },
  )
  await click(page)
  await click(page)
  expect(read(page.get('[data-part=renewal]'))).toContain('地址没有换')
  expect(read(page.get('[data-part=renewal]'))).not.toContain('已更换')
  expect(address(page)).toBe(OLD)
  page.unmount()
})
