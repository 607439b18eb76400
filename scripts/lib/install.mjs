/**
 * Installs the packages when node_modules is not what the lock file says. Runs on Node 20, so
 * `node:*` only.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Stop, say } from './say.mjs'

/**
 * @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean,
 *   devOptional?: boolean, peer?: boolean }> }} Lock
 */

/**
 * Whether what npm wrote down after its last install (node_modules/.package-lock.json, written last
 * of all) is what the lock file asks for. Needs no stamp of our own, so an install by hand counts
 * too; a broken-off one has no such file. Optional packages of other machines may be missing.
 * @param {Lock} lock
 * @param {Lock | null} installed
 */
export function isInstalled(lock, installed) {
  const there = installed?.packages
  if (!there) return false
  const locked = Object.entries(lock.packages ?? {}).filter(([path]) => path !== '')
  const lockedPaths = new Set(locked.map(([path]) => path))
  return (
    locked.every(([path, entry]) => {
      const present = there[path]
      if (!present) return entry.optional === true || entry.devOptional === true
      return present.version === entry.version && present.integrity === entry.integrity
    }) && Object.keys(there).every((path) => lockedPaths.has(path))
  )
}

/**
 * Why npm failed, in a line a person can act on, or null if we do not know.
 * @param {string} output
 */
export function reason(output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network request/i.test(
      output,
    )
  )
    return {
      zh: '无法联网下载依赖：首次安装需要网络，请联网后再运行一次',
      en: 'No network: the first installation needs one. Connect and run this again',
    }
  if (/ENOSPC/.test(output))
    return {
      zh: '磁盘已满：安装约需1GB',
      en: 'The disk is full: the installation needs about 1 GB',
    }
  if (/EACCES|EPERM/.test(output))
    return {
      zh: '没有写入权限，或文件正被占用',
      en: 'No permission to write here, or a file is in use',
    }
  return null
}

/**
 * The command that runs npm: the very npm that started us, if one did.
 * @param {NodeJS.ProcessEnv} env
 */
export function npmCommand(env) {
  const npmCli = env.npm_execpath
  if (npmCli && basename(npmCli) === 'npm-cli.js' && existsSync(npmCli))
    return { file: process.execPath, args: [npmCli], shell: false }
  return {
    file: process.platform === 'win32' ? 'npm.cmd' : 'npm',
    args: [],
    shell: process.platform === 'win32',
  }
}

/** @param {string} path */
const json = (path) =>
  /** @type {Lock | null} */ (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)

/**
 * Installs if needed, with a sign of life every ten seconds. Refuses with `Stop`.
 * @param {string} root
 */
export async function ensureInstalled(root) {
  const lock = json(join(root, 'package-lock.json'))
  if (!lock) throw new Stop('缺少package-lock.json', 'package-lock.json is missing')
  if (isInstalled(lock, json(join(root, 'node_modules/.package-lock.json')))) return
  say('正在安装依赖，仅此一次，约一分钟', 'Installing packages: only this once, about a minute')
  const npm = npmCommand(process.env)
  // dev and optional are named because NODE_ENV=production or a user's own .npmrc would leave them
  // out; no package here has a script to run
  const args = [
    ...npm.args,
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--engine-strict=false',
    '--loglevel=error',
    '--no-progress',
  ]
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const beat = setInterval(() => say(`……已用${seconds()}秒`, `… ${seconds()} s`), 10_000)
  let output = ''
  const code = await new Promise((resolve) => {
    const child = spawn(npm.file, args, {
      cwd: root,
      shell: npm.shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.once('error', (error) => resolve((output += error.message) && 1))
    child.once('close', resolve)
  })
  clearInterval(beat)
  if (code !== 0) {
    const why = reason(output)
    if (why) throw new Stop(why.zh, why.en)
    console.error(output.trim())
    throw new Stop('依赖安装失败，原因见上', 'The installation failed; see npm’s reason above')
  }
  say(`依赖已装好，用时${seconds()}秒`, `Packages installed in ${seconds()} s`)
}
