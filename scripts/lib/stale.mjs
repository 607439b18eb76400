/**
 * Tells whether the build in out/ is that of the sources as they are: by content, not by time,
 * since a checkout changes times.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const SOURCES = [
  'src-shared',
  'src-main',
  'src-renderer',
  'resources/public',
  'resources/plans',
  'resources/matching',
  'resources/standards',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
const RESULTS = [
  'out/main/station.js',
  'out/main/index.js',
  'out/main/library.json',
  'out/main/sayings.json',
  'out/main/report-rules.json',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/wall.html',
  'out/renderer/hq.html',
  'out/renderer/hq-wall.html',
]
const STAMP = 'out/.sources'

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]} paths of files, in a fixed order; those for people (`.md`) are none
 */
function files(root, path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return path.endsWith('.md') ? [] : [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => files(root, `${path}/${name}`))
}

/**
 * SHA-256 over names and contents.
 * @param {string} root
 * @param {string[]} [paths] files or folders, from the root
 */
export function hashOf(root, paths = SOURCES) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => files(root, path))) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** @param {string} root */
export function isStale(root) {
  if (RESULTS.some((file) => !existsSync(join(root, file)))) return true
  const stamp = join(root, STAMP)
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashOf(root)
}

/**
 * Call after a build, with the hash taken before it: a source changed meanwhile makes the build
 * stale.
 * @param {string} root
 * @param {string} hash
 */
export function stampBuild(root, hash) {
  mkdirSync(dirname(join(root, STAMP)), { recursive: true })
  writeFileSync(join(root, STAMP), hash)
}
