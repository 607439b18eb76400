/** Planted: a store that swallows the error of a full disk and says "saved". */
import type { Committed, Journal } from '#main/core/ports.ts'
import { serveWith } from '../lib/serve-with.ts'

const careless = (real: Journal): Journal => ({
  ...real,
  async commit(entries) {
    try {
      return await real.commit(entries)
    } catch {
      const position = await real.position()
      return entries.map((): Committed => ({ ok: true, position: position + 1 }))
    }
  },
})

await serveWith({ journal: careless })
