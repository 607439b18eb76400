/**
 * The content policy of `app:` pages, by effect, with the other guards off (checklist item 7): what
 * counts is what an attack reaches, never the text of a header.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { useBrowser } from './kit/browser.ts'
import { elsewhere, type Elsewhere } from './kit/elsewhere.ts'
import { start, type Program } from './kit/program.ts'

type Marked = Window & {
  mark?: string
  trustedTypes: { createPolicy(name: string, rules: object): unknown }
}

const browser = useBrowser()
let program: Program
let there: Elsewhere
beforeAll(async () => {
  there = await elsewhere()
  program = await start({
    browser: browser(),
    except: /Content Security [Pp]olicy|Failed to load resource|requires 'Trusted|TrustedHTML/,
  })
  program.electron.session.defaultSession.webRequest.onBeforeRequest(null)
})
afterAll(async () => {
  await program?.end()
  there?.stop()
})

it('the policy complains of nothing in normal use', () => {
  expect(program.electron.double.state.problems).toEqual([])
})

/**
 * All of it in one page; answers what was refused at once. It runs by itself: code of the driver,
 * while it is evaluated, may do more than a page.
 */
const attack = (page: Page, url: string): Promise<string[]> =>
  page.evaluate(
    (away) =>
      new Promise<string[]>((done) =>
        setTimeout(
          () =>
            void (async () => {
              const stopped: string[] = []
              const element = (name: string, attributes: Record<string, string>): Element => {
                const created = document.createElement(name)
                for (const [key, value] of Object.entries(attributes))
                  created.setAttribute(key, value)
                document.body.append(created)
                return created
              }
              const tries: Record<string, () => unknown> = {
                inline: () => {
                  const script = document.createElement('script')
                  script.text = 'window.mark = "inline"'
                  document.body.append(script)
                },
                foreign: () => {
                  const script = document.createElement('script')
                  script.src = `${away}/script.js`
                  document.body.append(script)
                },
                module: () => import(/* @vite-ignore */ `${away}/module.js`),
                eval: () => {
                  ;(0, eval)('window.mark = "eval"')
                },
                maker: () => {
                  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is the attack
                  new Function('window.mark = "function"')()
                },
                timer: () => {
                  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is the attack
                  setTimeout('window.mark = "timer"')
                },
                markup: () => {
                  document.body.insertAdjacentHTML(
                    'beforeend',
                    '<img src=x onerror="window.mark = 1">',
                  )
                },
                handler: () => {
                  element('img', { onerror: 'window.mark = "handler"', src: 'x' })
                },
                link: () => {
                  ;(
                    element('a', { href: 'javascript:window.mark = "link"' }) as HTMLElement
                  ).click()
                },
                policy: () => {
                  ;(window as unknown as Marked).trustedTypes.createPolicy('evil', {
                    createHTML: (html: string) => html,
                  })
                },
                worker: () =>
                  new Worker(
                    URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' })),
                  ),
                socket: () => new WebSocket(`${away.replace('http', 'ws')}/socket`),
                stream: () => new EventSource(`${away}/stream`),
                beacon: () => navigator.sendBeacon(`${away}/beacon`),
                fetch: () => fetch(`${away}/fetch`),
                blind: () => fetch(`${away}/blind`, { mode: 'no-cors' }),
                picture: () => {
                  element('img', { src: `${away}/img` })
                },
                frame: () => {
                  element('iframe', { src: `${away}/iframe` })
                },
                style: () => {
                  element('link', { rel: 'stylesheet', href: `${away}/style.css` })
                },
                object: () => {
                  element('object', { data: `${away}/object` })
                },
                sound: () => {
                  element('audio', { src: `${away}/audio`, autoplay: '' })
                },
                form: () => {
                  ;(element('form', { action: `${away}/form` }) as HTMLFormElement).submit()
                },
                base: () => {
                  document.head.append(element('base', { href: `${away}/` }))
                },
              }
              for (const [name, run] of Object.entries(tries))
                try {
                  await run()
                } catch {
                  stopped.push(name)
                }
              requestAnimationFrame(() => requestAnimationFrame(() => done(stopped)))
            })(),
        ),
      ),
    url,
  )

async function expectUntouched(page: Page, address: string): Promise<void> {
  expect(await page.evaluate(() => (window as unknown as Marked).mark)).toBeUndefined()
  expect(await page.evaluate(() => document.baseURI)).toBe(address)
  expect(page.url()).toBe(address)
  expect(there.hits).toEqual([])
}

it('the console runs its own scripts, no other, and reaches nobody', async () => {
  const page = await program.page('console')
  const address = page.url()
  expect(await attack(page, there.url)).toEqual(
    expect.arrayContaining(['module', 'eval', 'maker', 'markup', 'policy', 'fetch', 'blind']),
  )
  await expectUntouched(page, address)
})

it('the plain page runs no script at all, not even one of ours', async () => {
  const window = program.window('console')
  const { handlers } = program.electron.session.defaultSession.protocol
  const answer = handlers.get('app')!
  handlers.set('app', async (request) => {
    // the page with its own headers, and with scripts in it that a fault could have put there
    if (request.url.endsWith('/own.js'))
      return new Response('globalThis.mark = "own file"', {
        headers: { 'content-type': 'text/javascript' },
      })
    const real = await answer(request)
    if (!request.url.endsWith('/plain')) return real
    return new Response(
      (await real.text()).replace(
        '</body>',
        '<script>globalThis.mark = "inline"</script><script src="/own.js"></script><script type="module" src="/own.js"></script></body>',
      ),
      real,
    )
  })
  await window.loadURL('app://console/plain')
  handlers.set('app', answer)
  const page = await window.page()
  await page.getByText('简易画面').first().waitFor()
  expect(await page.locator('script').count()).toBe(3)
  await attack(page, there.url)
  await expectUntouched(page, page.url())
})

it('the same attacks work where there is no policy', async () => {
  const context = await browser().newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${there.url}/victim`)
  await page.evaluate(() => {
    ;(window as unknown as Marked).mark = 'none'
  })
  await page.evaluate(() => {
    ;(0, eval)('window.mark = "eval"')
  })
  expect(await page.evaluate(() => (window as unknown as Marked).mark)).toBe('eval')
  await page.evaluate((away) => fetch(`${away}/fetch`).then(() => undefined), there.url)
  expect(there.hits).toContain('/fetch')
  there.hits.length = 0
  await context.close()
})
