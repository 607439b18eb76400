/**
 * Planted: an emergency record is made in the data folder or not at all: the stream that names the
 * folder of the backups is not read.
 */
import { DatabaseSync } from 'node:sqlite'

const { prepare } = DatabaseSync.prototype
DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string) {
  return prepare.call(
    this,
    sql.includes('FROM event WHERE seq BETWEEN')
      ? sql.replace('WHERE seq BETWEEN', "WHERE stream <> 'backups' AND seq BETWEEN")
      : sql,
  )
}

await import('#main/hosts/node/command-line.ts')
