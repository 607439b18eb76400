/**
 * Attacks from inside and outside a page, in a real browser: what counts is the effect, never the
 * text of a header.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { launchBrowser } from '../../e2e/browser.ts'
import { builtPages, listening, LOCAL, type Running } from './listening.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

type Marked = Window & { mark?: string; own?: boolean; evalStopped?: boolean }
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function open(url: string): Promise<Page> {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.goto(url)
  return page
}

/** Another origin on this machine: it counts who comes, and serves an empty page to attack from. */
async function elsewhere(): Promise<{ url: string; hits: string[] }> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    if (request.url !== '/favicon.ico') hits.push(request.url ?? '')
    response.setHeader('content-type', 'text/html')
    response.end('<title>elsewhere</title>')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close().closeAllConnections())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hits }
}

async function stationPage(): Promise<{ running: Running; page: Page }> {
  const pages = builtPages()
  writeFileSync(
    join(pages, 'index.html'),
    '<title>console</title><body><p id="p">text</p><script>window.mark = "inline"</script><script src="/assets/own.js"></script>',
  )
  writeFileSync(
    join(pages, 'assets', 'own.js'),
    `window.own = true; try { eval('window.mark = "eval"') } catch { window.evalStopped = true }`,
  )
  const running = await listening(pages)
  return { running, page: await open(running.url) }
}

describe('inside a page (E05)', () => {
  it('runs the station’s own script and no script of anybody else', async () => {
    const { page } = await stationPage()
    expect(
      await page.evaluate(() => [(window as Marked).own, (window as Marked).evalStopped]),
    ).toEqual([true, true])
    await page.evaluate(() => {
      const tries = [
        () => {
          const script = document.createElement('script')
          script.text = 'window.mark = "made"'
          document.body.append(script)
        },
        () => {
          document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.mark = 1">')
        },
        () => {
          document.querySelector('#p')!.innerHTML = '<b>markup</b>'
        },
        () => {
          const image = document.createElement('img')
          image.setAttribute('onerror', 'window.mark = 2')
          image.src = 'x'
          document.body.append(image)
        },
        () => {
          const link = document.createElement('a')
          link.href = 'javascript:window.mark = 4'
          document.body.append(link)
          link.click()
        },
        () => {
          ;(
            globalThis as unknown as {
              trustedTypes: { createPolicy(name: string, rules: object): unknown }
            }
          ).trustedTypes.createPolicy('evil', { createHTML: (html: string) => html })
        },
      ]
      for (const attack of tries)
        try {
          attack()
        } catch {
          /* being stopped is what should happen */
        }
    })
    await page.evaluate(
      () => new Promise((later) => requestAnimationFrame(() => requestAnimationFrame(later))),
    )
    expect(await page.evaluate(() => (window as Marked).mark)).toBeUndefined()
    expect(await page.textContent('#p')).toBe('text')
  })

  it('reaches no other address and is held in no frame of it', async () => {
    const { running, page } = await stationPage()
    const { url, hits } = await elsewhere()
    const base = await page.evaluate(async (origin) => {
      const attempts = [fetch(`${origin}/fetch`), fetch(`${origin}/blind`, { mode: 'no-cors' })]
      navigator.sendBeacon(`${origin}/beacon`)
      for (const [name, attribute] of [
        ['img', 'src'],
        ['iframe', 'src'],
        ['link', 'href'],
        ['object', 'data'],
      ] as const) {
        const element = document.createElement(name)
        try {
          element.setAttribute(attribute, `${origin}/${name}`)
        } catch {
          /* stopped even earlier */
        }
        if (name === 'link') element.setAttribute('rel', 'stylesheet')
        document.body.append(element)
      }
      const form = document.createElement('form')
      form.action = `${origin}/form`
      document.body.append(form)
      form.submit()
      const moved = document.createElement('base')
      moved.href = `${origin}/`
      document.head.append(moved)
      await Promise.allSettled(attempts)
      return document.baseURI
    }, url)
    expect(base).toBe(`${running.url}/`)
    const outside = await open(`${url}/frame`) // a whole page load later nothing has arrived
    expect(hits).toEqual(['/frame'])
    const loaded = await outside.evaluate(
      (wall) =>
        new Promise<string>((resolve) => {
          const frame = document.createElement('iframe')
          frame.onload = () => {
            try {
              resolve(frame.contentDocument?.title ?? 'unreadable')
            } catch {
              resolve('unreadable')
            }
          }
          frame.src = wall
          document.body.append(frame)
        }),
      `${running.url}/wall`,
    )
    expect(loaded).toBe('unreadable')
    expect(outside.frames().map((frame) => frame.url())).not.toContain(`${running.url}/wall`)
  })
})

describe('from a page of another port', () => {
  it('nothing can be read or done, even with the right token', async () => {
    const running = await listening()
    const page = await open((await elsewhere()).url)
    const answers = await page.evaluate(
      async ({ there: origin, token }) => {
        const ask = async (path: string, how: RequestInit): Promise<string> => {
          try {
            const reply = await fetch(`${origin}${path}`, how)
            return `${reply.type} ${reply.status}`
          } catch {
            return 'nothing'
          }
        }
        return [
          await ask('/api/board', { headers: { authorization: `Bearer ${token}` } }),
          await ask('/api/board', { mode: 'no-cors' }),
          await ask('/api/request', {
            method: 'POST',
            headers: { authorization: `Bearer ${token}` },
            body: '{"name":"board/read"}',
          }),
          await ask('/api/request', {
            method: 'POST',
            mode: 'no-cors',
            headers: { 'content-type': 'text/plain' },
            body: '{"name":"board/read"}',
          }),
          await ask('/health/engine', {}),
        ]
      },
      { there: running.url, token: LOCAL },
    )
    expect(answers).toEqual(['nothing', 'nothing', 'nothing', 'nothing', 'nothing'])
    expect(running.station.calls).toEqual([])
  })
})
