/**
 * The entry of the desktop program. Electron is ready only after this module and all its imports
 * have been evaluated, so an await at the top of any of them would wait for ever.
 */
import { app } from 'electron'
import { beforeReady } from './before-ready.ts'
import { start } from './start.ts'

const startup = beforeReady()
if (startup.verdict.go === 'elsewhere') startup.exit.now(0)
else void app.whenReady().then(() => start(startup))
