/** Planted: a station that must write before it may start. On a full disk it never comes back. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeFolder } from '#main/hosts/node/folder.ts'
import { serveWith } from '../lib/serve-with.ts'

await serveWith({
  take(dir) {
    const lock = takeFolder(dir)
    writeFileSync(join(dir, `started-${process.pid}`), new Date().toISOString())
    return lock
  },
})
