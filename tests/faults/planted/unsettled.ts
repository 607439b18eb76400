/**
 * Planted: the record is opened whatever the last stop left beside it; SQLite takes of a damaged
 * log what it can, over newer pages, and says nothing.
 */
import { join } from 'node:path'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { serveWith } from '../lib/serve-with.ts'

await serveWith({
  open: (dir) => ({ journal: openSqliteJournal(join(dir, 'journal.db')), notes: [] }),
})
