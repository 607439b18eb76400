/**
 * Planted: no incident and no document is ever read from its events, whatever has become of what
 * was folded.
 */
import { serveWith } from '../lib/serve-with.ts'

await serveWith({ journal: (real) => ({ ...real, intact: async () => null }) })
