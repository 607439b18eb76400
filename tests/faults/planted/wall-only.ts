/** Planted: only the wall clock counts; whoever sets it back puts off every alarm. */
import { systemClock } from '#main/adapters/system-clock.ts'
import { serveWith } from '../lib/serve-with.ts'

await serveWith({ clock: { ...systemClock, mono: () => Date.now() } })
