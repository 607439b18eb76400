/**
 * The entry of the desktop program. Only statements that end at once: Electron says that it is
 * ready after this module, and all that it imports, has been evaluated. An await at the top of any
 * of them would wait for ever.
 */
import { app } from 'electron'
import { beforeReady } from './before-ready.ts'
import { start } from './start.ts'

const begun = beforeReady()
if (begun.verdict.go === 'elsewhere') begun.leave.now(0)
else void app.whenReady().then(() => start(begun))
