/**
 * Tells a person of `npm start` where the station is, what to do and how to stop. It opens the
 * console where there is a screen.
 */
import { firstWorking } from './open.mjs'
import { openers } from './places.mjs'
import { line, say } from './say.mjs'

/** @typedef {import('./running.mjs').Links} Links */
/**
 * @typedef {{ open: boolean, enter: boolean }} Ways whether a console may be opened, whether Enter
 *   does it again
 */

/** Whether the console now stands on a screen. @param {string} url @param {boolean} may */
const openConsole = async (url, may) =>
  may && (await firstWorking(openers(url, process.platform, process.env)))

/** @param {Links} links @param {boolean} opened */
function addresses(links, opened) {
  console.log()
  console.log(`  控制台 · console  ${opened ? line('已打开', 'is open') : links.consoleUrl}`)
  console.log(`  大屏 · wall       ${links.wallUrl}`)
  console.log()
}

/** @param {boolean} opened */
const whatToDo = (opened) =>
  opened
    ? say(
        '大屏请用浏览器打开上面的链接，可反复使用，重启后不变',
        'For the wall, open the link above in a browser, as often as you like; it stays the same after a restart',
      )
    : say(
        '请用浏览器打开上面的链接：控制台的只能用一次，大屏的可反复使用，重启后不变',
        'Open the links above in a browser: the console link works once, the wall link as often as you like, also after a restart',
      )

/**
 * A station that has just come up.
 * @param {Links} links
 * @param {Ways} ways
 * @param {boolean} demo
 */
export async function tellReady(links, { open, enter }, demo) {
  if (demo)
    say(
      '值守已启动：这是演示，数据均为虚构，停止后删除',
      'Vigil is running: a demo with invented data, deleted when it stops',
    )
  else say('值守已启动', 'Vigil is running')
  const opened = await openConsole(links.consoleUrl, open)
  addresses(links, opened)
  whatToDo(opened)
  if (enter && opened) say('按回车键可再次打开控制台', 'Press Enter to open the console again')
  else if (enter) say('按回车键可得到新的控制台链接', 'Press Enter for a new console link')
  say('按Ctrl+C停止', 'Press Ctrl+C to stop')
}

/**
 * A station that came up again: pages that are open find it by themselves, and the wall's link is
 * the one of before; the console's is new.
 * @param {Links} links
 */
export function tellAgain(links) {
  say(
    '值守已恢复运行，打开着的页面会自动连上；大屏的链接不变，控制台的是新的',
    'Vigil is running again; open pages reconnect automatically. The wall link is the same, the console link is new',
  )
  addresses(links, false)
}

/**
 * The desktop program has come up, for the first time or once more.
 * @param {{ wallUrl: string }} links
 * @param {boolean} again
 * @param {boolean} demo
 */
export function tellWindow({ wallUrl }, again, demo) {
  if (again) say('值守已恢复运行', 'Vigil is running again')
  else if (demo)
    say(
      '值守已启动，控制台是桌面窗口：这是演示，数据均为虚构，停止后删除',
      'Vigil is running with its console in a window: a demo with invented data, deleted when it stops',
    )
  else say('值守已启动，控制台是桌面窗口', 'Vigil is running with its console in a window')
  console.log(`\n  大屏 · wall       ${wallUrl}\n`)
  if (again) return
  say(
    '大屏自动显示在第二台显示器上，也可用浏览器打开上面的链接',
    'The wall is on the second display, if there is one; the link above also opens it in a browser',
  )
  say(
    '关闭窗口不会停止值守：请按Ctrl+C，或用托盘菜单退出',
    'Closing the window does not stop it: press Ctrl+C, or quit from the tray menu',
  )
}

/** @param {import('./electron.mjs').Reason} why */
export const tellNoWindow = ({ zh, en }) =>
  say(`不开桌面窗口，改用浏览器：${zh}`, `No desktop window, using the browser instead: ${en}`)

/** Electron is there and does not run. @param {import('./supervise.mjs').Run} run */
export function tellWindowFailed(run) {
  const { zh, en } = how(run)
  tellNoWindow({ zh: `Electron无法运行（${zh}）`, en: `Electron does not run here (${en})` })
  if (run.error) console.log(`  ${run.error}`)
}

/** @param {string} url */
export const tellShown = (url) =>
  say(
    `值守已在运行（${url}），窗口已显示`,
    'Vigil is already running; its window has been brought to the front',
  )

/** A station that ran already when this was started. @param {Links} links @param {boolean} open */
export async function tellRunning(links, open) {
  say(
    `值守已在运行（${links.url}），不再另行启动`,
    'Vigil is already running; no second one was started',
  )
  const opened = await openConsole(links.consoleUrl, open)
  addresses(links, opened)
  whatToDo(opened)
}

/** @param {Links | null} links @param {boolean} open */
export async function tellReopened(links, open) {
  if (!links)
    say('值守暂时没有应答，请稍后再按', 'Vigil is not answering right now: press again in a moment')
  else if (await openConsole(links.consoleUrl, open)) say('控制台已打开', 'The console is open')
  else addresses(links, false)
}

/** @param {import('./supervise.mjs').Run} run */
const how = ({ code, signal }) =>
  code === null
    ? { zh: signal ?? '？', en: signal ?? '?' }
    : { zh: `退出码${code}`, en: `exit code ${code}` }

/** @param {import('./supervise.mjs').Run & { ran: boolean }} run @param {number} wait s */
export function tellCrash(run, wait) {
  const { zh, en } = how(run)
  if (run.ran)
    say(
      `值守意外停止（${zh}），${wait}秒后自动重启`,
      `Vigil stopped unexpectedly (${en}), starting again in ${wait} s`,
    )
  else
    say(
      `值守未能启动（${zh}），${wait}秒后再试`,
      `Vigil did not start (${en}), trying again in ${wait} s`,
    )
  if (run.error) console.log(`  ${run.error}`)
}

/** @param {import('./supervise.mjs').Run} run @param {string | null} log where more can be read */
export function tellFailed(run, log) {
  const { zh, en } = how(run)
  say(`值守未能启动（${zh}）`, `Vigil did not start (${en})`)
  if (log) say(`日志：${log}`, 'log')
  if (run.error) console.log(`  ${run.error}`) // last: what stands above may scroll away
}

/**
 * Where the data lies, before anything is opened. `record`: the folder that the record was switched
 * to, else the same; `chosen`: somebody has named the folder, so he knows how.
 * @param {string} data
 * @param {string} record
 * @param {boolean} chosen
 */
export function tellFolder(data, record, chosen) {
  if (record !== data)
    say(
      `数据目录：${data}，记录已改用${record}`,
      `data folder; the record was switched to ${record}`,
    )
  else if (chosen) say(`数据目录：${data}`, 'data folder')
  else
    say(
      `数据目录：${data}（换目录：npm start -- --data 目录）`,
      'data folder (for another one: npm start -- --data DIR)',
    )
}
