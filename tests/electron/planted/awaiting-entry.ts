/**
 * PLANTED FAULT: an entry that waits at its top for what comes only after it. Never loaded by
 * anything but the spec that must catch it.
 */
import { app } from 'electron'

await app.whenReady()
export const opened = true
