/** Planted: how far the record goes is kept nowhere but in the record. */
import { openRecord } from '#main/hosts/node/open-station.ts'
import { serveWith } from '../lib/serve-with.ts'

await serveWith({
  open(dir, log) {
    const { journal, notes } = openRecord(dir, log)
    return { journal, notes }
  },
})
