/**
 * Whether `npm start` can open the desktop app, and how. It never imports `electron` to find out: that starts a download and throws.
 * First what no download can cure (no display, root on Linux), then the binary, fetched once; a failed fetch is remembered.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { say } from './say.mjs'

/** @typedef {{ zh: string, en: string }} Reason */

export const FETCH_MS = 60_000
const AGAIN_AFTER_MS = 24 * 3_600_000

const EXECUTABLE = /** @type {Record<string, string>} */ ({ darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' })

/** Folder of the installed package, or null. @param {string} root */
function packageFolder(root) {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'))
  } catch {
    return null
  }
}

/** The Electron executable if it is there: the one that VIGIL_ELECTRON or ELECTRON_OVERRIDE_DIST_PATH names, else the package's own. @param {string} root @param {NodeJS.ProcessEnv} env @param {string} platform */
export function electronPath(root, env, platform) {
  if (env.VIGIL_ELECTRON) return existsSync(env.VIGIL_ELECTRON) ? env.VIGIL_ELECTRON : null
  const folder = packageFolder(root)
  if (!folder) return null
  const note = join(folder, 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : (EXECUTABLE[platform] ?? 'electron')
  const path = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name)
  return existsSync(path) ? path : null
}

/** Why no desktop app can be shown here at all, or null. @param {NodeJS.ProcessEnv} env @param {string} platform @param {number | undefined} uid */
export function noDesktop(env, platform, uid) {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return { zh: '没有图形界面', en: 'there is no display' }
  if (platform === 'linux' && uid === 0) return { zh: '以root身份运行', en: 'it runs as root' }
  return null
}

/** @param {string} root */
const noteOf = root => join(root, 'node_modules/.cache/vigil-electron.json')

/** Whether a fetch of this version failed within the last day. @param {string} root @param {string} version @param {number} now */
export function failedLately(root, version, now) {
  try {
    const { version: tried, at } = JSON.parse(readFileSync(noteOf(root), 'utf8'))
    return tried === version && now - at < AGAIN_AFTER_MS
  } catch {
    return false
  }
}

/** @param {string} root @param {string} version @param {number} now */
function rememberFailure(root, version, now) {
  mkdirSync(dirname(noteOf(root)), { recursive: true })
  writeFileSync(noteOf(root), JSON.stringify({ version, at: now }))
}

/**
 * Fetches the binary with the package's own installer, which honours ELECTRON_MIRROR, npm's proxy and cache settings. Ends after a minute.
 * @param {string} root @param {string} folder @param {number} [most] ms
 */
function fetchBinary(root, folder, most = FETCH_MS) {
  return new Promise(done => {
    const started = Date.now()
    const child = spawn(process.execPath, [join(folder, 'install.js')], { cwd: root, stdio: 'ignore' })
    const beat = setInterval(() => say(`……已用${Math.round((Date.now() - started) / 1000)}秒`, `… ${Math.round((Date.now() - started) / 1000)} s`), 10_000)
    const end = setTimeout(() => child.kill(), most)
    const finish = (/** @type {boolean} */ ok) => {
      clearInterval(beat)
      clearTimeout(end)
      done(ok)
    }
    child.once('error', () => finish(false))
    child.once('exit', code => finish(code === 0))
  })
}

/**
 * The executable to start, or the one reason why the browser has to do.
 * @param {string} root @param {{ env?: NodeJS.ProcessEnv, platform?: string, uid?: number, now?: number, most?: number }} [around]
 * @returns {Promise<{ path: string } | { why: Reason }>}
 */
export async function desktop(root, { env = process.env, platform = process.platform, uid = process.getuid?.(), now = Date.now(), most } = {}) {
  const never = noDesktop(env, platform, uid)
  if (never) return { why: never }
  const there = electronPath(root, env, platform)
  if (there) return { path: there }
  const folder = packageFolder(root)
  if (!folder || env.VIGIL_ELECTRON) return { why: { zh: '没有找到Electron', en: 'Electron is not installed' } }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (failedLately(root, version, now)) return { why: { zh: 'Electron上次下载失败（一天后再试；可设ELECTRON_MIRROR）', en: 'the last download of Electron failed (tried again after a day; ELECTRON_MIRROR names a mirror)' } }
  say(`正在下载Electron ${version}，仅此一次，最多一分钟`, `Fetching Electron ${version}, once, a minute at most`)
  await fetchBinary(root, folder, most)
  const fetched = electronPath(root, env, platform)
  if (fetched) {
    rmSync(noteOf(root), { force: true })
    return { path: fetched }
  }
  rememberFailure(root, version, now)
  return { why: { zh: 'Electron下载失败（可设ELECTRON_MIRROR后重试）', en: 'Electron could not be fetched (set ELECTRON_MIRROR and try again)' } }
}
