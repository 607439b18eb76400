/** Opens the connection to HQ's database, with the password from its file. */
import { readFileSync } from 'node:fs'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import type { Sql } from '#main/adapters/postgres/sql.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop } from '../node/exit-codes.ts'
import type { HqOptions } from './hq-options.ts'

/** What systemd and compose hand over as a file ends with a line break, as a rule. */
function passwordIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    const { message } = error as Error
    throw new Stop(
      EXIT.noInput,
      'password-unreadable',
      localized(
        `数据库口令文件读不出：${message}`,
        `The file with the password of the database cannot be read: ${message}`,
      ),
    )
  }
}

/** Throws {@link Stop} for a password file that cannot be read. Connects at the first statement. */
export function openDatabase(
  { database, passwordFile }: Pick<HqOptions, 'database' | 'passwordFile'>,
  connections?: number,
): Sql {
  return openPostgres({
    url: database,
    ...(passwordFile !== null && { password: passwordIn(passwordFile) }),
    ...(connections !== undefined && { connections }),
  })
}
