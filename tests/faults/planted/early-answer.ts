/** Planted: the acknowledgement goes out before the commit. */
import { serveWith } from '../lib/serve-with.ts'
import { answersEarly } from './answers-early.ts'

await serveWith({ journal: answersEarly })
