/**
 * Finds things where each system has them: the user's data, a browser, a screen. It looks only and
 * opens nothing.
 */
import { existsSync } from 'node:fs'
import { delimiter, posix, win32 } from 'node:path'

/**
 * Where a user's own data usually lies.
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 */
export function usualPlace(platform, env, home) {
  if (platform === 'win32')
    return win32.join(env.APPDATA ?? win32.join(home, 'AppData', 'Roaming'), 'Vigil')
  if (platform === 'darwin') return posix.join(home, 'Library/Application Support/Vigil')
  return posix.join(env.XDG_DATA_HOME ?? posix.join(home, '.local/share'), 'vigil')
}

/** Whether a window can be shown at all. @param {string} platform @param {NodeJS.ProcessEnv} env */
const hasDisplay = (platform, env) =>
  !env.CI && (platform !== 'linux' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY))

/**
 * Where Chrome or Edge may be: they can open an address as a window of its own.
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} env
 */
function appBrowsers(platform, env) {
  if (platform === 'win32') {
    const bases = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(
      (base) => base !== undefined,
    )
    return [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ].flatMap((file) => bases.map((base) => win32.join(base, file)))
  }
  if (platform === 'darwin')
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ]
  return names.flatMap((name) => onPath(name, env))
}

/** @param {string} name @param {NodeJS.ProcessEnv} env */
const onPath = (name, env) =>
  (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => posix.join(folder, name))

/**
 * The commands that could show `url`, best first: a window of its own, then the default browser.
 * None if there is no screen.
 * @param {string} url
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {(path: string) => boolean} [exists]
 * @returns {[string, ...string[]][]}
 */
export function openers(url, platform, env, exists = existsSync) {
  if (!hasDisplay(platform, env)) return []
  const app = appBrowsers(platform, env).find(exists)
  /** @type {[string, ...string[]][]} */
  const ways = app ? [[app, `--app=${url}`]] : []
  if (platform === 'win32')
    // `start` would cut the address at its first &
    ways.push(['rundll32', 'url.dll,FileProtocolHandler', url])
  else if (platform === 'darwin') ways.push(['open', url])
  else
    ways.push(
      ...onPath('xdg-open', env)
        .filter(exists)
        .slice(0, 1)
        .map((file) => /** @type {[string, string]} */ ([file, url])),
    )
  return ways
}
