/**
 * The desktop program on the real Electron, where that can be had, driven from outside. It installs
 * and downloads nothing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { Opened } from './opened.ts'
import { BUILT_ENTRY, newFolder, ROOT, type Line } from './program.ts'
import { until } from '../../kit/until.ts'

const IN_PACKAGE: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'electron',
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

/**
 * The binary that VIGIL_ELECTRON names, else the one that `npm exec -- install-electron` has
 * fetched.
 */
const binary = (): string =>
  process.env['VIGIL_ELECTRON'] ??
  join(ROOT, 'node_modules/electron/dist', IN_PACKAGE[process.platform] ?? 'electron')

/** Why there is nothing to run on this machine; null if there is. */
export function whyNoBinary(): string | null {
  if (!existsSync(binary()))
    return `no Electron binary at ${binary()} (VIGIL_ELECTRON names another; npm exec -- install-electron fetches it)`
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return 'no display (xvfb-run gives one)'
  return existsSync(BUILT_ENTRY) ? null : 'nothing is built'
}

const linesOf = (dir: string): Line[] =>
  readFileSync(join(dir, 'logs/station.log'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)

async function pageAt(app: ElectronApplication, address: RegExp): Promise<Page> {
  return until(() => {
    const page = app.windows().find((window) => address.test(window.url()))
    if (!page) throw new Error(`no window at ${String(address)}`)
    return page
  })
}

/**
 * Runs code in the console's page by way of the main process: after a crash the driver's own page
 * is of no more use.
 */
const inConsole = <T>(app: ElectronApplication, code: string): Promise<T> =>
  app.evaluate(
    ({ webContents }, script) =>
      webContents
        .getAllWebContents()
        .find((contents) => contents.getURL().startsWith('app://console/'))!
        .executeJavaScript(script),
    code,
  ) as Promise<T>

export async function openBinary(settings: object): Promise<Opened> {
  const dir = newFolder()
  const home = newFolder('vigil-home-')
  writeFileSync(join(dir, 'settings.json'), JSON.stringify({ port: 0, ...settings }))
  const app = await _electron.launch({
    executablePath: binary(),
    args: [ROOT, '--data', dir, '--site', 'all', '--zone', 'Asia/Shanghai'],
    env: { ...(process.env as Record<string, string>), XDG_CONFIG_HOME: home },
  })
  const ended = new Promise<number | null>((end) => app.process().once('exit', (code) => end(code)))
  return {
    dir,
    console: () => pageAt(app, /^app:\/\/console\//),
    wall: () => pageAt(app, /\/wall/),
    consoleWords: () => inConsole<string>(app, 'document.body.innerText').catch(() => ''),
    crash: () =>
      app.evaluate(({ webContents }) =>
        webContents
          .getAllWebContents()
          .find((contents) => contents.getURL().startsWith('app://console/'))!
          .forcefullyCrashRenderer(),
      ),
    log: () => linesOf(dir),
    async quit() {
      await app.evaluate(({ app: program }) => {
        setImmediate(() => program.quit())
      })
      return ended
    },
    end: () => app.close().catch(() => undefined),
  }
}
