/** Planted: a damaged record ends the start, as if somebody stood ready to restore it at night. */
import { serveWith } from '../lib/serve-with.ts'

await serveWith({})
