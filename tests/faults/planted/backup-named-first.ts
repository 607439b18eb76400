/** Planted bug: a backup gets its name first, and what belongs into it afterwards. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [whole = '', to = ''] = process.argv.slice(2)
const backup = join(to, 'vigil-planted')
mkdirSync(backup)
copyFileSync(join(whole, 'manifest.json'), join(backup, 'manifest.json'))
const record = readFileSync(join(whole, 'journal.db'))
for (let at = 0; at < record.length; at += 4_096) {
  writeFileSync(join(backup, 'journal.db'), record.subarray(at, at + 4_096), { flag: 'a' })
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
}
