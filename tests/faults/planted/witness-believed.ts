/** Planted: what stands in the witness is taken as it reads, whether or not its sum holds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordPoint } from '#shared/domain/station/head.ts'
import { openRecord } from '#main/hosts/node/open-station.ts'
import { serveWith } from '../lib/serve-with.ts'

await serveWith({
  open(dir, log) {
    const text = readFileSync(join(dir, 'head.json'), 'utf8')
    const { position, hash } = JSON.parse(text) as RecordPoint
    const opened = openRecord(dir, log)
    return { ...opened, witness: { ...opened.witness, witnessed: { position, hash } } }
  },
})
