/**
 * `npm start`: builds if needed, runs the station on the user's own data, with a window of its own
 * where Electron can be had, else for the browser, and keeps it running. It decides nothing about
 * incidents: the station does the work. Its options stand in lib/options.mjs.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isSiteKind, isZone, SITE_KINDS } from '../src-shared/domain/site/site.ts'
import { withCompileCache } from './lib/compile-cache.mjs'
import { desktop, electronPath, noDesktop } from './lib/electron.mjs'
import { hasEnter, onEnter } from './lib/enter.mjs'
import { requireFolder } from './lib/folder.mjs'
import { errorIn, logFile, logOf } from './lib/logfile.mjs'
import { keptByNpm } from './lib/npm-flags.mjs'
import { givenOptions, helpText, wantsHelp } from './lib/options.mjs'
import { freePort } from './lib/port.mjs'
import { onOrphaned } from './lib/parent.mjs'
import { usualPlace } from './lib/places.mjs'
import { followed, freshLinks, lastPort, linksSoon } from './lib/running.mjs'
import { Stop, say } from './lib/say.mjs'
import { ensureBuilt } from './lib/steps.mjs'
import { FOLDER_TAKEN, supervise } from './lib/supervise.mjs'
import {
  tellAgain,
  tellCrash,
  tellFailed,
  tellFolder,
  tellNoWindow,
  tellReady,
  tellReopened,
  tellRunning,
  tellShown,
  tellWindow,
  tellWindowFailed,
} from './lib/tell.mjs'
import { cannotRun, showWindow, windowProgram } from './lib/window.mjs'

/** @typedef {Parameters<typeof supervise>[0]} Program */
/**
 * What decides about the window, if it is not the machine's own: for tests. @typedef
 * {NonNullable<Parameters<typeof desktop>[1]>} Around
 */

const PORT = 7373
const STATION = 'out/main/station.js'

/**
 * What was asked for; refuses with `Stop`.
 * @param {string[]} args
 */
export function readOptions(args) {
  const given = givenOptions(args)
  /** @param {string} name */
  const text = (name) => (typeof given[name] === 'string' ? given[name] : undefined)
  const port = text('port') ?? String(PORT)
  const number = Number(port)
  if (!/^\d+$/.test(port) || number > 65_535)
    throw new Stop(
      `端口无效：${port}，须为0到65535的整数`,
      `${port} is no port: give a whole number from 0 to 65535`,
      64,
    )
  const zone = text('zone')
  if (zone !== undefined && !isZone(zone))
    throw new Stop(
      `没有这个时区：${zone}，写成例如Asia/Shanghai`,
      `There is no time zone ${zone}: give it like Asia/Shanghai`,
      64,
    )
  const site = text('site')
  if (site !== undefined && !isSiteKind(site)) {
    const kinds = Object.keys(SITE_KINDS).join(' ')
    throw new Stop(
      `没有这种单位类型：${site}。可用：${kinds}`,
      `There is no such kind of site: ${site}. Known: ${kinds}`,
      64,
    )
  }
  const [demo, data] = [given.demo === true, text('data')]
  if (demo && data !== undefined)
    throw new Stop('--demo与--data不能同时使用', '--demo and --data cannot be used together', 64)
  const open = given['no-open'] !== true
  return {
    demo,
    data,
    site,
    zone,
    port: number,
    ownPort: given.port !== undefined,
    open,
    window: open && given.browser !== true,
  }
}

/**
 * A folder with an example, made by the station itself.
 * @param {string} root
 * @param {string} station
 */
function demoFolder(root, station) {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-demo-'))
  const demo = spawnSync(process.execPath, [station, 'demo', '--data', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (demo.status === 0) return folder
  rmSync(folder, { recursive: true, force: true })
  const why =
    (demo.stderr ?? '')
      .split('\n')
      .map(errorIn)
      .findLast((error) => error !== null) ?? ''
  throw new Stop('无法生成演示数据', `The demo data could not be created\n  ${why}`)
}

/**
 * The port to begin with: the wanted one, else the last one of the folder, else the next.
 * @param {{ port: number, demo: boolean }} options
 * @param {string} data
 */
async function portFor({ port: first, demo }, data) {
  const port = await freePort(first, lastPort(data))
  if (port !== first && !demo)
    say(`端口${first}已被占用，改用${port}`, `port ${first} is taken, using ${port}`)
  return port
}

/**
 * What Enter does: one new link at a time, however long the key is held.
 * @param {string} data
 * @param {boolean} open
 */
function reopener(data, open) {
  let busy = false
  return async () => {
    if (busy) return
    busy = true
    await tellReopened(await freshLinks(data), open)
    busy = false
  }
}

/**
 * How it ended, in words and as an exit code.
 * @param {import('./lib/supervise.mjs').Last} last
 * @param {string} data
 * @param {ReturnType<typeof readOptions>} options
 */
async function farewell(last, data, { open, demo }) {
  if (last.asked || last.code === 0) {
    say('值守已停止', 'Vigil has stopped')
    return 0
  }
  const running = last.code === FOLDER_TAKEN ? await linksSoon(data) : null
  if (running) await tellRunning(running, open)
  else tellFailed(last, demo ? null : logOf(data))
  return running ? 0 : (last.code ?? 1)
}

/** @param {string} root @param {string[]} args @returns {Promise<number>} */
export async function main(root, args) {
  if (wantsHelp(args)) {
    console.log(helpText(usualPlace(process.platform, process.env, homedir())))
    return 0
  }
  const options = readOptions([...keptByNpm(process.env), ...args])
  if (options.data !== undefined) requireFolder(resolve(root, options.data))
  return (await ensureBuilt(root)) ? run(root, STATION, options) : 1
}

/**
 * Keeps one program after another, and passes on to it what ends it.
 * @returns {(program: Program) => Promise<import('./lib/supervise.mjs').Last>}
 */
function keeper() {
  /** @type {ReturnType<typeof supervise> | null} */
  let supervised = null
  // a terminal that is gone does not end the station by itself
  process.stdout.on('error', () => undefined)
  process.on('SIGINT', () => supervised?.stop(true))
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => supervised?.stop())
  onOrphaned(() => supervised?.stop())
  return (program) => (supervised = supervise(program)).ended
}

/**
 * A station runs on the folder already: its window comes to the front, or the browser gets a link.
 * @param {string} root
 * @param {string} data
 * @param {import('./lib/running.mjs').Running} running
 * @param {ReturnType<typeof readOptions>} options
 * @param {Around} around
 */
async function meet(
  root,
  data,
  running,
  { open, window },
  { env = process.env, platform = process.platform, uid = process.getuid?.() },
) {
  const path =
    window && running.desktop && !noDesktop(env, platform, uid)
      ? electronPath(root, env, platform)
      : null
  if (path && (await showWindow(path, root, data))) return tellShown(running.url)
  return tellRunning(running, open)
}

/**
 * For the browser.
 * @param {string} root
 * @param {string} station
 * @param {string} data
 * @param {ReturnType<typeof readOptions>} options
 * @param {ReturnType<typeof keeper>} keep
 */
async function runForBrowser(root, station, data, options, keep) {
  const ways = { open: options.open, enter: hasEnter(process.stdin) }
  const site = options.site ? ['--site', options.site] : []
  const zone = options.zone ? ['--zone', options.zone] : []
  const port = await portFor(options, data)
  const leave = ways.enter ? onEnter(process.stdin, reopener(data, ways.open)) : () => undefined
  const last = await keep({
    command: (onPort) => [
      station,
      'serve',
      '--data',
      data,
      '--port',
      String(onPort),
      ...site,
      ...zone,
    ],
    cwd: root,
    env: withCompileCache(root, process.env),
    port,
    log: logFile(logOf(data)),
    onReady(ready, again) {
      // this one says them all
      const links = /** @type {import('./lib/running.mjs').Links} */ (ready)
      if (again) tellAgain(links)
      else void tellReady(links, ways, options.demo)
    },
    onCrash: tellCrash,
  })
  leave()
  return last
}

/**
 * Runs Vigil until it is asked to stop: the desktop program if it can be had, else `station`, a
 * program of this root, for the browser.
 * @param {string} root
 * @param {string} station
 * @param {ReturnType<typeof readOptions>} options
 * @param {Around} [around]
 */
export async function run(root, station, options, around = {}) {
  const data = options.demo
    ? demoFolder(root, station)
    : resolve(root, options.data ?? usualPlace(process.platform, process.env, homedir()))
  requireFolder(data)
  if (!options.demo) tellFolder(data, followed(data), options.data !== undefined)
  const running = await freshLinks(data)
  if (running) {
    await meet(root, data, running, options, around)
    return 0
  }
  const electron = options.window ? await desktop(root, around) : null
  if (electron && 'why' in electron) tellNoWindow(electron.why)
  const keep = keeper()
  const shown =
    electron && 'path' in electron
      ? await keep({
          ...windowProgram(electron.path, root, data, options),
          onReady: (links, again) => tellWindow(links, again, options.demo),
          onCrash: tellCrash,
        })
      : null
  if (shown && cannotRun(shown)) tellWindowFailed(shown)
  const last =
    shown && !cannotRun(shown) ? shown : await runForBrowser(root, station, data, options, keep)
  if (options.demo) rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  return farewell(last, data, options)
}
