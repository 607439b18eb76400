/** How a wall starts: its face, or the safe page while that keeps falling, and back by itself. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { MINUTE, NOW, SECOND } from '../board-parts.ts'

let isPlanted = false
const opened: string[] = [] // bodies of what was asked for

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers({ now: NOW })
  sessionStorage.clear()
  history.replaceState(null, '', '/wall#key=k1')
  document.body.replaceChildren(Object.assign(document.createElement('div'), { id: 'app' }))
  isPlanted = false
  opened.length = 0
  const real = window.matchMedia.bind(window)
  vi.stubGlobal('matchMedia', (query: string) => {
    if (isPlanted) throw new Error('planted')
    return real(query)
  })
  // a station that signs in and then says nothing
  vi.stubGlobal('fetch', async (url: string, { body }: { body?: string } = {}) => {
    if (body !== undefined) opened.push(body)
    if (url.endsWith('/api/session'))
      return Response.json({ token: `t${opened.length}`, name: '大屏', role: 'wall' })
    return new Promise(() => undefined)
  })
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const start = async (): Promise<void> => {
  await import('#renderer/wall/boot.ts')
  await pass(SECOND)
}
const pass = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms)
  await vi.dynamicImportSettled()
  await vi.advanceTimersByTimeAsync(20)
}
const has = (selector: string): boolean => document.querySelector(selector) !== null
const signedIn = (): number => opened.filter((body) => body.includes('"key"')).length

it('given its face stands, then that is all there is, and it signs in once', async () => {
  await start()
  expect([has('.wall'), has('.safe')]).toEqual([true, false])
  expect(signedIn()).toBe(1)
})

it('given the face falls thrice, then the safe page stands in, with the same session, until the face is well', async () => {
  await start()
  isPlanted = true
  dispatchEvent(new ErrorEvent('error', { error: new Error('planted') }))
  await pass(100)
  expect(document.querySelector('#app')?.textContent).toContain('正在重新打开')
  for (let again = 0; again < 4; again++) await pass(600)
  expect([has('.wall'), has('.safe')]).toEqual([false, true])
  expect(document.querySelector('.safe')?.textContent).toContain('还没有收到')
  expect(signedIn()).toBe(1)
  await pass(2 * MINUTE)
  expect([has('.wall'), has('.safe')]).toEqual([false, true])
  isPlanted = false
  await pass(2 * MINUTE)
  expect(has('.wall')).toBe(true)
  await pass(MINUTE)
  expect([has('.wall'), has('.safe')]).toEqual([true, false])
  expect(signedIn()).toBe(1)
})

it('given what a browser says of sizes that did not settle, then nothing has fallen', async () => {
  await start()
  const message = 'ResizeObserver loop completed with undelivered notifications.'
  for (let time = 0; time < 5; time++) dispatchEvent(new ErrorEvent('error', { message }))
  await pass(SECOND)
  expect([has('.wall'), has('.safe')]).toEqual([true, false])
})

it('given the page before it in this tab ended thrice without a good-bye, then it begins as the safe page', async () => {
  const falls = [NOW - 20 * SECOND, NOW - 10 * SECOND]
  const before = { falls, safe: null, returns: 0, wellSince: null }
  sessionStorage.setItem('vigil.wall.falls', JSON.stringify(before))
  sessionStorage.setItem('vigil.wall.running', '1')
  await start()
  expect([has('.wall'), has('.safe')]).toEqual([false, true])
})

it('given the desktop asks for the safe page, then it begins with that', async () => {
  history.replaceState(null, '', '/wall?safe=1#key=k1')
  await start()
  expect(has('.safe')).toBe(true)
})
