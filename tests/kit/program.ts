/**
 * Which program a spec starts as a process of its own: what `npm test` has just built, which is
 * what is shipped and starts in a fifth of the time; the sources where nothing was built for this
 * run, so that a spec by itself never tests an old build.
 */
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')

/** The station with its command line. */
export const STATION = process.env['VIGIL_BUILT']
  ? join(ROOT, 'out/main/station.js')
  : join(ROOT, 'src-main/hosts/node/command-line.ts')
