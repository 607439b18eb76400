/**
 * Checks what must hold of a window, a preload and a channel. Each check is also run on a planted
 * fault, and must fail there.
 */
import { expect } from 'vitest'
import { CHANNELS } from '#shared/contract/bridge.ts'
import type * as Double from '../../doubles/electron/index.ts'
import type { Kind } from './program.ts'

type Window = Double.BrowserWindow
type Contents = Window['webContents']

/**
 * Checklist items 2 to 4, 6, 8 to 13, and the needs of a screen that runs for months: every value
 * written out.
 */
const LOCKED = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  disableBlinkFeatures: 'Auxclick',
  webviewTag: false,
  navigateOnDragDrop: false,
  backgroundThrottling: false,
  autoplayPolicy: 'no-user-gesture-required',
  spellcheck: false,
  disableDialogs: true,
  devTools: false,
}

/** The whole object, so that an option more is as bad as one less. */
export function expectLocked({ options }: Window, kind: Kind): void {
  const byKind = {
    console: { preload: expect.stringMatching(/out[\\/]preload[\\/]index\.cjs$/) },
    wall: { partition: 'persist:wall' },
    notice: {},
    print: { javascript: false },
  }
  expect(options.webPreferences).toEqual({ ...LOCKED, ...byKind[kind] })
}

export const BRIDGE = ['hello', 'request', 'onPush', 'onOpenIncident', 'notifyState', 'save']

/**
 * Named functions, and nothing else: no object of Electron's, no event, no way to name a channel.
 */
export async function expectNamedFunctionsOnly(contents: Contents): Promise<void> {
  const exposed = [...contents.exposed].map(([at, type]) => `${at}: ${type}`)
  expect(exposed.sort(), `exposed: ${exposed.join(', ')}`).toEqual(
    ['station: object', ...BRIDGE.map((name) => `station.${name}: function`)].sort(),
  )
  const page = await contents.page()
  await page.evaluate(async (hostile) => {
    const call = async (run: unknown): Promise<unknown> =>
      typeof run === 'function'
        ? (run as (...args: unknown[]) => unknown)(hostile, hostile, hostile)
        : undefined
    for (const run of Object.values((globalThis as unknown as { station?: object }).station ?? {}))
      await call(run).catch(() => undefined)
  }, 'foreign:channel')
  const channels = new Set<string>(Object.values(CHANNELS))
  expect(
    contents.heard.map(({ channel }) => channel).filter((channel) => !channels.has(channel)),
    'channels named by the page',
  ).toEqual([])
  expect(contents.leaks.join(', '), 'what of Electron reached the page').toBe('')
}

type Frame = { url: string; parent: unknown; isDestroyed(): boolean }
const OURS: Frame = { url: 'app://console/', parent: null, isDestroyed: () => false }

/** Senders that are not the main frame of the console's own page. */
export const FOREIGN: readonly (readonly [string, Frame | null])[] = [
  ['a frame that is gone', null],
  ['a destroyed frame', { ...OURS, isDestroyed: () => true }],
  ['a frame inside the page', { ...OURS, parent: OURS }],
  ...[
    '',
    'about:blank',
    'about:srcdoc',
    'https://evil.example/',
    'app://evil/',
    'app://console.evil/',
    'app://x@console/',
    'app://console:1/',
    'file:///console/',
    'http://127.0.0.1:7373/wall',
    'data:text/html,x',
    'blob:app://console/1',
    'chrome-error://chromewebdata/',
    'devtools://devtools/x',
  ].map((url) => [`a page at ${url || 'no address'}`, { ...OURS, url }] as const),
]

/** Every channel refuses every foreign sender before it looks at anything. */
export async function expectSendersJudged(
  contents: Contents,
  channels: readonly string[],
  args: readonly unknown[],
): Promise<void> {
  for (const channel of channels)
    for (const [who, frame] of FOREIGN)
      expect(await contents.forge(channel, args, frame), `${channel} from ${who}`).toMatchObject({
        ok: false,
        code: 'foreign-origin',
      })
}
