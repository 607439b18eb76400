/** Planted: a station that does not see that its folder is a copy of a running one. */
import { serveWith } from '../lib/serve-with.ts'

await serveWith({})
