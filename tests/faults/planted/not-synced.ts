/** Planted: the record is never flushed: what is answered is in the memory of the system alone. */
import { DatabaseSync } from 'node:sqlite'
import { serveWith } from '../lib/serve-with.ts'

const { prepare } = DatabaseSync.prototype
DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string) {
  const statement = prepare.call(this, sql)
  if (sql !== 'PRAGMA synchronous') return statement
  // whoever asks is told the truth, and then it is switched off
  const setting = statement.get()
  this.exec('PRAGMA synchronous = OFF')
  statement.get = () => setting
  return statement
}

await serveWith({})
