/**
 * `npm start`: builds if needed, runs the station on the user's own data and opens the console. It keeps nothing and decides nothing itself:
 * the station does the work. Options: --port N, --data DIR, --site KIND, --demo (an example in a folder that is thrown away), --no-open.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { firstWorking } from './lib/open.mjs'
import { freePort } from './lib/port.mjs'
import { onOrphaned } from './lib/parent.mjs'
import { openers, usualPlace } from './lib/places.mjs'
import { Stop, say } from './lib/say.mjs'
import { ensureBuilt } from './lib/steps.mjs'

const PORT = 7373
const STATION = 'out/main/station.js'

/** @param {string[]} args */
function readOptions(args) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: String(PORT) },
        data: { type: 'string' },
        site: { type: 'string' },
        demo: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new Stop('参数有误', error instanceof Error ? error.message : String(error), 64)
  }
}

/** A folder with an example, made by the station itself. @param {string} root */
function demoFolder(root) {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-demo-'))
  const made = spawnSync(process.execPath, [STATION, 'demo', '--data', folder], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (made.status === 0) return folder
  rmSync(folder, { recursive: true, force: true })
  throw new Stop('无法生成演示数据', 'The example could not be made')
}

/** Shows where the station is, and opens the console if there is a screen. @param {{ url: string, consoleUrl: string, wallUrl: string }} ready @param {boolean} open */
async function show(ready, open) {
  say('值守已启动，按Ctrl+C停止', 'Vigil is running, Ctrl+C stops it')
  const opened = open && (await firstWorking(openers(ready.consoleUrl, process.platform, process.env)))
  if (!opened) say(`控制台（仅可打开一次）：${ready.consoleUrl}`, 'console, opens once')
  say(`大屏：${ready.wallUrl}`, 'wall')
}

/** @param {string} root @param {string[]} args @returns {Promise<number>} */
export async function main(root, args) {
  const options = readOptions(args)
  const wanted = Number(options.port)
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) throw new Stop(`端口无效：${options.port}`, 'not a port', 64)
  if (options.demo && options.data) throw new Stop('--demo与--data不能同时使用', '--demo and --data exclude each other', 64)
  if (!(await ensureBuilt(root))) return 1

  const data = options.demo ? demoFolder(root) : (options.data ?? usualPlace(process.platform, process.env, homedir()))
  const port = await freePort(wanted)
  if (port !== wanted) say(`端口${wanted}已被占用，改用${port}`, `port ${wanted} is taken, using ${port}`)
  say(`数据目录：${data}`, 'data')

  const site = options.site ? ['--site', options.site] : []
  const station = spawn(process.execPath, [STATION, 'serve', '--data', data, '--port', String(port), ...site], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: station.stdout })
  let ready = false
  lines.on('line', text => {
    if (ready) return void console.log(text)
    ready = true
    show(JSON.parse(text), !options['no-open']).catch(error => console.error(error))
  })
  // A terminal sends Ctrl+C to the station as well: passing it on would count as a second one.
  process.on('SIGINT', () => void (process.stdin.isTTY || station.kill('SIGINT')))
  process.on('SIGTERM', () => station.kill('SIGTERM'))
  onOrphaned(() => station.kill('SIGTERM'))
  const code = await new Promise(resolve => station.once('exit', (exit, signal) => resolve(exit ?? (signal === 'SIGKILL' ? 1 : 0))))
  if (options.demo) rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  if (!ready) say('值守未能启动', 'Vigil did not start')
  else say('值守已停止', 'Vigil has stopped')
  return code
}
