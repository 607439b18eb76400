/**
 * Stands behind VIGIL_ELECTRON in the tests of `npm start`: an executable that does as Electron
 * does with an app's folder. It runs the real entry of the desktop program (from its source) over
 * the double, without pages, as a process of its own: one instance for each profile, SIGTERM quits,
 * exit ends. FAKE_RECORD: a file that gets one JSON line for each start and each showing of the
 * console. FAKE_ENDS: how it ends before it is anything.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Double from '../doubles/electron/index.ts'

const [root = '', ...args] = process.argv.slice(2)
const { FAKE_RECORD: record = '', FAKE_ENDS: ends = '', ELECTRON_RUN_AS_NODE: asNode } = process.env
const tell = (line: object): void =>
  appendFileSync(record, `${JSON.stringify({ pid: process.pid, ...line })}\n`)

const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string }
const first = !existsSync(record)
tell({ started: main, args, asNode: asNode !== undefined })

if (ends === 'library') {
  process.stderr.write(
    'electron: error while loading shared libraries: libnss3.so: cannot open shared object file\n',
  )
  process.exit(127)
}
if (ends === 'sandbox') process.kill(process.pid, 'SIGABRT')
if (ends === 'usage') process.exit(64)
if (ends === 'again' && first) process.exit(75)

const double = pathToFileURL(join(import.meta.dirname, '../doubles/electron/index.ts')).href
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: double, shortCircuit: true } : next(name, context),
})
process.argv = [process.argv[0]!, root, ...args]
const electron = (await import('electron')) as unknown as typeof Double
const { app } = electron

const lock = join(args[args.indexOf('--data') + 1]!, 'browser', 'SingletonLock')
const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
if (holder) {
  electron.double.state.lockFree = false
  try {
    process.kill(holder, 'SIGUSR2')
  } catch {
    /* killed: its lock is stale */
  }
} else {
  mkdirSync(dirname(lock), { recursive: true })
  writeFileSync(lock, String(process.pid))
}

app.isPackaged = false
app.on('quit', (_event, code: number) => {
  if (!holder) rmSync(lock, { force: true })
  process.exit(code)
})
process.on('SIGTERM', () => app.quit())
process.on('SIGUSR2', () => {
  // another start on this profile
  app.emit('second-instance', {}, [], '', {})
  tell({ shown: electron.double.liveWindows().some((window) => window.isFocused()) })
})

await import(pathToFileURL(join(root, 'src-main/hosts/electron/index.ts')).href)
app.becomeReady()
