/**
 * Planted: only elapsed time counts, as with one `setTimeout` a deadline; what the wall clock says
 * is never looked at again.
 */
import { systemClock } from '#main/adapters/system-clock.ts'
import { serveWith } from '../lib/serve-with.ts'

const offset = Date.now() - performance.now()

await serveWith({ clock: { ...systemClock, wall: () => Math.round(performance.now() + offset) } })
