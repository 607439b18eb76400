/** The exact options of every window. */
import { describe, expect, it } from 'vitest'
import {
  webPreferencesOf,
  windowOptions,
  type WindowKind,
} from '#main/hosts/electron/window-options.ts'

const program = { packaged: true, preload: '/app/out/preload/index.cjs' }
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

describe('every window', () => {
  it.each<[WindowKind, object]>([
    ['console', { preload: program.preload }],
    ['wall', { partition: 'persist:wall' }],
    ['notice', {}],
  ])('%s has every lock, and nothing else than its kind needs', (kind, more) => {
    expect(webPreferencesOf(kind, program)).toEqual({ ...LOCKED, ...more })
  })

  it('has developer tools only while it is developed', () => {
    expect(webPreferencesOf('console', { ...program, packaged: false })).toMatchObject({
      devTools: true,
    })
  })

  it('is shown only once there is something to see', () => {
    expect(windowOptions('console', { title: '值守' }, program)).toMatchObject({
      show: false,
      width: 1440,
      height: 900,
      title: '值守',
    })
  })
})

it('the wall fills its display', () => {
  const bounds = { x: 1920, y: 0, width: 3840, height: 2160 }
  expect(windowOptions('wall', { bounds, kiosk: true, title: '大屏' }, program)).toMatchObject({
    ...bounds,
    kiosk: true,
    frame: false,
  })
  expect(windowOptions('wall', { title: '大屏' }, program)).not.toHaveProperty('kiosk')
})
