/**
 * Decides whether `npm start` can open the desktop app, and how. It never imports `electron` to
 * find out: that starts a download and throws. First comes what no download can cure (no display,
 * root on Linux), then the binary, fetched once; a failed fetch is remembered.
 */
import { spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { say } from './say.mjs'

/** @typedef {{ zh: string, en: string }} Reason */

const FETCH_MS = 60_000
const AGAIN_AFTER_MS = 24 * 3_600_000

const EXECUTABLE = /** @type {Record<string, string>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
})

/** Folder of the installed package, or null. @param {string} root */
function packageFolder(root) {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'))
  } catch {
    return null
  }
}

/**
 * The Electron executable if it is there: the one that VIGIL_ELECTRON or
 * ELECTRON_OVERRIDE_DIST_PATH names, else the package's own.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 */
export function electronPath(root, env, platform) {
  if (env.VIGIL_ELECTRON) return existsSync(env.VIGIL_ELECTRON) ? env.VIGIL_ELECTRON : null
  const folder = packageFolder(root)
  if (!folder) return null
  // its installer writes it last of all: without it the binary may be half unpacked
  const note = join(folder, 'path.txt')
  const override = env.ELECTRON_OVERRIDE_DIST_PATH
  if (!override && !existsSync(note)) return null
  const name = existsSync(note)
    ? readFileSync(note, 'utf8').trim()
    : (EXECUTABLE[platform] ?? 'electron')
  const path = join(override ?? join(folder, 'dist'), name)
  return existsSync(path) ? path : null
}

/**
 * Why no desktop app can be shown here at all, or null.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @param {number | undefined} uid
 */
export function noDesktop(env, platform, uid) {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)
    return { zh: '没有图形界面', en: 'there is no display' }
  if (platform === 'linux' && uid === 0) return { zh: '以root身份运行', en: 'it runs as root' }
  return null
}

/** @param {NodeJS.ProcessEnv} env */
const proxyOf = (env) =>
  env.HTTPS_PROXY ?? env.https_proxy ?? env.npm_config_https_proxy ?? env.npm_config_proxy

/** @param {string} root */
const noteOf = (root) => join(root, 'node_modules/.cache/vigil-electron.json')

/**
 * What was asked for, and which way: whoever names a mirror after a failure is not made to wait. A
 * digest, since an address may hold a password.
 * @param {string} version
 * @param {NodeJS.ProcessEnv} env
 */
const wayOf = (version, env) =>
  hash(
    'sha256',
    [version, env.ELECTRON_MIRROR, env.npm_config_electron_mirror, proxyOf(env)].join(' '),
  )

/**
 * Whether a fetch by this way failed within the last day.
 * @param {string} root
 * @param {string} way
 * @param {number} now
 */
function failedLately(root, way, now) {
  try {
    const { way: tried, at } = JSON.parse(readFileSync(noteOf(root), 'utf8'))
    return tried === way && now - at < AGAIN_AFTER_MS
  } catch {
    return false
  }
}

/** @param {string} root @param {string} way @param {number} now */
function rememberFailure(root, way, now) {
  mkdirSync(dirname(noteOf(root)), { recursive: true })
  writeFileSync(noteOf(root), JSON.stringify({ way, at: now }))
}

/**
 * The installer asks with Node's own fetch, which takes a proxy of the environment only when told
 * to.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function withProxy(env) {
  const proxy = proxyOf(env)
  return proxy ? { ...env, HTTPS_PROXY: proxy, NODE_USE_ENV_PROXY: '1' } : env
}

/**
 * Fetches the binary with the package's own installer, which honours ELECTRON_MIRROR and
 * electron_config_cache. Ends after a minute.
 * @param {string} root
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @param {number} [most] ms
 */
function fetchBinary(root, folder, env, most = FETCH_MS) {
  return new Promise((done) => {
    const started = Date.now()
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      cwd: root,
      env: withProxy(env),
      stdio: 'ignore',
    })
    const beat = setInterval(
      () =>
        say(
          `……已用${Math.round((Date.now() - started) / 1000)}秒`,
          `… ${Math.round((Date.now() - started) / 1000)} s`,
        ),
      10_000,
    )
    const end = setTimeout(() => child.kill(), most)
    const finish = (/** @type {boolean} */ ok) => {
      clearInterval(beat)
      clearTimeout(end)
      done(ok)
    }
    child.once('error', () => finish(false))
    child.once('exit', (code) => finish(code === 0))
  })
}

/**
 * The executable to start, or the one reason why the browser has to do.
 * @param {string} root
 * @param {{ env?: NodeJS.ProcessEnv, platform?: string, uid?: number, now?: number, most?: number
 *   }} [around]
 * @returns {Promise<{ path: string } | { why: Reason }>}
 */
export async function desktop(
  root,
  {
    env = process.env,
    platform = process.platform,
    uid = process.getuid?.(),
    now = Date.now(),
    most,
  } = {},
) {
  const never = noDesktop(env, platform, uid)
  if (never) return { why: never }
  const there = electronPath(root, env, platform)
  if (there) return { path: there }
  const folder = packageFolder(root)
  if (!folder || env.VIGIL_ELECTRON)
    return { why: { zh: '没有找到Electron', en: 'Electron is not installed' } }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const way = wayOf(version, env)
  if (failedLately(root, way, now))
    return {
      why: {
        zh: 'Electron上次下载失败（一天后再试；可设ELECTRON_MIRROR）',
        en: 'the last download of Electron failed (next try after a day; ELECTRON_MIRROR sets a mirror)',
      },
    }
  say(
    `正在下载Electron ${version}，仅此一次，最多一分钟`,
    `Downloading Electron ${version}: only this once, one minute at most`,
  )
  await fetchBinary(root, folder, env, most)
  const fetched = electronPath(root, env, platform)
  if (fetched) {
    rmSync(noteOf(root), { force: true })
    return { path: fetched }
  }
  rememberFailure(root, way, now)
  return {
    why: {
      zh: 'Electron下载失败（可设ELECTRON_MIRROR后重试）',
      en: 'Electron could not be downloaded (set ELECTRON_MIRROR and try again)',
    },
  }
}
