/**
 * One real page for one window, with the preload in it and a line to the main process. It lives
 * until it crashes or its window ends.
 */
import { readFileSync } from 'node:fs'
import type { CDPSession, Frame, Page } from 'playwright-core'
import type { Session } from './session.ts'
import { pageScript, type Message, type Reply } from './shim.ts'

const LINE = '__electronDoubleLine'
const MAILBOX = '__electronDoubleMail'

export type Tab = {
  page: Page
  /** Gives the page's listeners a message. Lost if the page is not there, as in Electron. */
  post(channel: string, args: readonly unknown[]): void
  /** Ends the page's process, also one that hangs. */
  crash(): void
}

export type Ears = {
  said(message: Message, frame: Frame): Promise<Reply> | Reply
  crashed(): void
  loaded(): void
  /** The page has shown an error. */
  troubled(problem: string): void
}

/**
 * A browser does not end the process of a page that is on its way elsewhere, and says so; a real
 * one ends all the same, so it is held up first.
 */
async function crash(line: CDPSession): Promise<void> {
  for (;;)
    try {
      return void (await line.send('Page.crash'))
    } catch (error) {
      if (!/pending navigation/i.test(String(error))) return // the line has ended with the page
      await line.send('Page.stopLoading').catch(() => undefined)
    }
}

export async function openTab(
  profile: Session,
  preload: string | undefined,
  size: { width: number; height: number },
  ears: Ears,
): Promise<Tab> {
  const context = await profile.context()
  const page = await context.newPage()
  const line: CDPSession = await context.newCDPSession(page)
  await page.setViewportSize(size)
  await page.exposeBinding(LINE, ({ frame }, message: Message) => ears.said(message, frame))
  await page.addInitScript({
    content: pageScript(
      LINE,
      MAILBOX,
      preload === undefined ? null : readFileSync(preload, 'utf8'),
    ),
  })
  page.on('pageerror', (error) => ears.troubled(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error')
      ears.troubled(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('load', () => {
    if (page.url() !== 'about:blank') ears.loaded()
  })
  page.on('crash', () => {
    void page.close().catch(() => undefined)
    ears.crashed()
  })
  page.on('download', (download) => {
    if (profile.downloads(download.url())) void download.cancel().catch(() => undefined)
  })
  return {
    page,
    post(channel, args) {
      const call = `globalThis[${JSON.stringify(MAILBOX)}]?.(${JSON.stringify(channel)}, ${JSON.stringify(args)})`
      // not page.evaluate: that would count as a gesture of a person
      void line.send('Runtime.evaluate', { expression: call }).catch(() => undefined)
    },
    crash: () => void crash(line),
  }
}
