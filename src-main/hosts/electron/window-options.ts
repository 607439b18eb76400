/** The options of every window: locked down first, then what its kind needs. */
import type { BrowserWindowConstructorOptions, Rectangle, WebPreferences } from 'electron'

/**
 * console: the only window with a preload. wall: a page of the station over HTTP, without a channel
 * to the program. notice, print: pages without script; print is never shown.
 */
export type WindowKind = 'console' | 'wall' | 'notice' | 'print'
export type Surface = {
  bounds?: Rectangle | undefined
  kiosk?: boolean
  title: string
  icon?: string | undefined
}
export type Program = { packaged: boolean; preload: string }

/**
 * The wall's own profile: without the console's storage and the `app:` scheme. It persists, since
 * the wall stores its settings there.
 */
export const WALL_PARTITION = 'persist:wall'

/**
 * Electron's security checklist, item by item; what is a default today is written out, so that no
 * later default changes it.
 */
const LOCKED = {
  nodeIntegration: false, // 2
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true, // 3
  sandbox: true, // 4
  webSecurity: true, // 6
  allowRunningInsecureContent: false, // 8
  experimentalFeatures: false, // 9
  disableBlinkFeatures: 'Auxclick', // 10: no middle click opens anything
  webviewTag: false, // 11
  navigateOnDragDrop: false, // 13
} as const satisfies WebPreferences

/** The needs of a screen that runs untouched for months. */
const ROUND_THE_CLOCK = {
  backgroundThrottling: false,
  autoplayPolicy: 'no-user-gesture-required',
  spellcheck: false,
  disableDialogs: true,
} as const satisfies WebPreferences

const GROUND = '#14181d' // the faces' own ground, so that nothing flashes while a page loads

const SIZES: Readonly<
  Record<WindowKind, { width: number; height: number; minWidth: number; minHeight: number }>
> = {
  console: { width: 1440, height: 900, minWidth: 640, minHeight: 480 },
  wall: { width: 1280, height: 720, minWidth: 480, minHeight: 270 },
  notice: { width: 720, height: 420, minWidth: 480, minHeight: 300 },
  print: { width: 794, height: 1123, minWidth: 480, minHeight: 300 }, // A4
}

export function webPreferencesOf(kind: WindowKind, { packaged, preload }: Program): WebPreferences {
  return {
    ...LOCKED,
    ...ROUND_THE_CLOCK,
    devTools: !packaged,
    ...(kind === 'console' && { preload }),
    ...(kind === 'wall' && { partition: WALL_PARTITION }),
    ...(kind === 'print' && { javascript: false }),
  }
}

export function windowOptions(
  kind: WindowKind,
  { bounds, kiosk = false, title, icon }: Surface,
  program: Program,
): BrowserWindowConstructorOptions {
  return {
    ...SIZES[kind],
    ...bounds,
    title,
    ...(icon !== undefined && { icon }),
    show: false, // shown once there is something to see
    backgroundColor: GROUND,
    autoHideMenuBar: true,
    ...(kiosk && { kiosk: true, frame: false }),
    webPreferences: webPreferencesOf(kind, program),
  }
}
