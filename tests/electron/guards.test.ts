/**
 * Tests where pages may go, what they may open, load, save and ask for (checklist items 5, 11 to
 * 15, 18). The pages have no content policy here, so that the guards of the main process stand
 * alone.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from './kit/browser.ts'
import { elsewhere, type Elsewhere } from './kit/elsewhere.ts'
import { start, type Kind, type Program } from './kit/program.ts'

const browser = useBrowser()
let program: Program
let there: Elsewhere
beforeAll(async () => {
  there = await elsewhere()
  program = await start({
    browser: browser(),
    except: /net::ERR_|Not allowed to (load|navigate)|Failed to load resource/,
    given({ screen, double }) {
      double.state.bypassPolicy = true
      screen.plug({ id: 2, label: 'hall', bounds: { x: 1920, y: 0, width: 1280, height: 720 } })
    },
  })
  await (await program.page('wall')).getByText('无事件').first().waitFor()
})
afterAll(async () => {
  await program?.end()
  there?.stop()
})

const FACES: readonly [Kind, string][] = [
  ['console', '没有进行中的事件'],
  ['wall', '无事件'],
]

/** A link of the page's own making, clicked as a person would. */
async function click(
  page: Page,
  attributes: Record<string, string>,
  button: 'left' | 'middle' = 'left',
): Promise<void> {
  await page.evaluate((all) => {
    document.querySelector('#way-out')?.remove()
    const link = document.createElement('a')
    for (const [key, value] of Object.entries({
      ...all,
      id: 'way-out',
      style: 'position:fixed;inset:0 auto auto 0;width:99px;height:99px;z-index:99999',
    }))
      link.setAttribute(key, value)
    document.body.append(link)
  }, attributes)
  await page.mouse.click(20, 20, { button })
  await page.evaluate(() => document.querySelector('#way-out')?.remove())
}

describe.each(FACES)('the %s', (kind, calm) => {
  async function expectStill(page: Page, address: string): Promise<void> {
    expect(
      await page.evaluate(
        () => new Promise((later) => requestAnimationFrame(() => later(location.href))),
      ),
    ).toBe(address)
    await page.getByText(calm).first().waitFor()
    expect(there.hits).toEqual([])
  }

  it.each([
    'https://evil.example/',
    'HERE/x',
    'file:///etc/passwd',
    'about:blank',
    'data:text/html,x',
    'blob:https://console.app.invalid/x',
    'app://evil/',
    'http://localhost:7373/wall',
  ])('stays where it is when a link leads to %s', async (target) => {
    const page = await program.page(kind)
    const address = page.url()
    await click(page, { href: target.replace('HERE', there.url) })
    await click(page, { href: target.replace('HERE', there.url) }, 'middle')
    await page.evaluate(
      (to) => {
        try {
          location.href = to
        } catch {
          /* as good */
        }
      },
      target.replace('HERE', there.url),
    )
    await expectStill(page, address)
  })

  it('opens no window: not by script, not by a link, not by a form', async () => {
    const page = await program.page(kind)
    const address = page.url()
    expect(await page.evaluate((to) => window.open(to), there.url)).toBeNull()
    await click(page, { href: `${there.url}/tab`, target: '_blank' })
    await click(page, { href: `${there.url}/other`, target: 'other', rel: 'opener' })
    await page.evaluate((to) => {
      for (const target of ['_self', '_blank']) {
        const form = document.createElement('form')
        Object.assign(form, { action: to, method: 'post', target })
        document.body.append(form)
        form.submit()
      }
    }, `${there.url}/form`)
    await expectStill(page, address)
    expect(program.electron.double.windows).toHaveLength(2)
    expect(program.electron.double.state.faults, 'windows that were not held up').toEqual([])
  })

  it('loads nothing from elsewhere into itself, and no frame', async () => {
    const page = await program.page(kind)
    const address = page.url()
    const answers = await page.evaluate(async (to) => {
      const frame = document.createElement('iframe')
      frame.src = `${to}/frame`
      document.body.append(frame)
      const inner = document.createElement('iframe')
      inner.src = location.href
      document.body.append(inner)
      return (
        await Promise.allSettled([fetch(`${to}/fetch`), fetch(`${to}/blind`, { mode: 'no-cors' })])
      ).map(({ status }) => status)
    }, there.url)
    expect(answers).toEqual(['rejected', 'rejected'])
    await expectStill(page, address)
    for (const frame of page.frames().slice(1))
      expect(await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '')).toBe('')
    await page.evaluate(() => {
      for (const frame of document.querySelectorAll('iframe')) frame.remove()
    })
  })

  it('saves nothing', async () => {
    const page = await program.page(kind)
    const { session } = program.window(kind).webContents
    await click(page, { href: 'data:text/plain,x', download: 'x.txt' })
    await expect
      .poll(() => session.downloaded)
      .toEqual([{ url: expect.stringMatching(/^data:/), stopped: true }])
  })

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    '%s is held up for every foreign address, and for a frame',
    (event) => {
      const { webContents } = program.window(kind)
      const isPrevented = (url: string, isMainFrame = true): boolean => {
        let prevented = false
        webContents.emit(event, {
          url,
          isMainFrame,
          preventDefault: () => {
            prevented = true
          },
        })
        return prevented
      }
      const ourUrl = kind === 'console' ? 'app://console/' : webContents.getURL()
      expect(isPrevented(ourUrl)).toBe(false)
      expect(isPrevented(ourUrl, false)).toBe(true)
      const other = kind === 'console' ? 'http://127.0.0.1:7373/' : 'app://console/'
      for (const url of [
        other,
        '',
        'about:blank',
        'file:///',
        'app://evil/',
        'javascript:1',
        'https://evil.example/',
        'devtools://x/',
        'chrome://gpu/',
        'view-source:app://console/',
      ])
        expect(isPrevented(url), url).toBe(true)
    },
  )

  it('takes no webview', () => {
    let prevented = false
    program.window(kind).webContents.emit(
      'will-attach-webview',
      {
        preventDefault: () => {
          prevented = true
        },
      },
      {},
      {},
    )
    expect(prevented).toBe(true)
  })
})

describe('what is granted', () => {
  const ALLOWED = ['notifications', 'fullscreen', 'speaker-selection', 'clipboard-sanitized-write']
  const NEVER = [
    'media',
    'geolocation',
    'midi',
    'midiSysex',
    'openExternal',
    'clipboard-read',
    'display-capture',
    'mediaKeySystem',
    'pointerLock',
    'keyboardLock',
    'window-management',
    'hid',
    'serial',
    'usb',
    'storage-access',
    'fileSystem',
    'idle-detection',
    'unknown',
  ]
  const app = () => program.electron.session.defaultSession
  const wall = () => program.electron.session.fromPartition('persist:wall')

  it('the console’s own page gets the four it needs, asked or looked up', () => {
    for (const permission of ALLOWED) {
      expect(
        app().asks(permission, { requestingUrl: 'app://console/', isMainFrame: true }),
        permission,
      ).toBe(true)
      expect(app().checks(permission, 'app://console/'), permission).toBe(true)
    }
  })

  it('nothing else is, nor the same to a frame, another address, or the wall', () => {
    for (const permission of [...ALLOWED, ...NEVER]) {
      const mayNever = NEVER.includes(permission)
      expect(
        app().asks(permission, {
          requestingUrl: 'app://console/',
          isMainFrame: !mayNever ? false : true,
        }),
        permission,
      ).toBe(false)
      if (mayNever) expect(app().checks(permission, 'app://console/'), permission).toBe(false)
      for (const address of ['', 'about:blank', 'https://evil.example/', 'app://evil/', 'file:///'])
        expect(
          [
            app().asks(permission, { requestingUrl: address, isMainFrame: true }),
            app().checks(permission, address),
          ],
          `${permission} ${address}`,
        ).toEqual([false, false])
      for (const address of [program.window('wall').webContents.getURL(), 'app://console/'])
        expect(
          [
            wall().asks(permission, { requestingUrl: address, isMainFrame: true }),
            wall().checks(permission, address),
          ],
          `wall ${permission} ${address}`,
        ).toEqual([false, false])
    }
  })

  it('no device, no picture of the screen', () => {
    for (const profile of [app(), wall()])
      expect([
        profile.givesDevice({ deviceType: 'usb', origin: 'app://console' }),
        profile.sharesScreen(),
      ]).toEqual([false, false])
  })

  it('no file is loaded, nor anything from another machine; developer tools are not, in an installed program', () => {
    for (const profile of [app(), wall()])
      for (const url of [
        'file:///etc/passwd',
        'file:///C:/x',
        'https://evil.example/',
        'http://169.254.169.254/',
        'ftp://x/',
        'chrome://gpu/',
        'devtools://devtools/x',
        there.url,
      ])
        expect(profile.webRequest.cancels(url), url).toBe(true)
    expect(app().webRequest.cancels('app://console/assets/x.js')).toBe(false)
    expect(wall().webRequest.cancels('app://console/')).toBe(true)
  })
})
