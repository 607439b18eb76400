/** Opens HQ on its database: checked, with tables, key and name. */
import { join } from 'node:path'
import { hqPasswords, hqVault, openSigner } from '#main/adapters/hq-vault.ts'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { settleIdentity } from '#main/adapters/postgres/identity.ts'
import { peopleStatements } from '#main/adapters/postgres/people-statements.ts'
import { openStore } from '#main/adapters/postgres/postgres-store.ts'
import { DatabaseRefused, prepareDatabase } from '#main/adapters/postgres/prepare-database.ts'
import { reportStatements } from '#main/adapters/postgres/report-statements.ts'
import { wallStatements } from '#main/adapters/postgres/wall-statements.ts'
import type { Sql } from '#main/adapters/postgres/sql.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { createHq, type Hq } from '#main/hq/hq.ts'
import type { HqPeople, HqWalls } from '#main/hq/hq-api.ts'
import { createPeople } from '#main/hq/people.ts'
import { createReports, type HqReports } from '#main/hq/reports.ts'
import { createWalls } from '#main/hq/walls.ts'
import type { PeopleStore } from '#main/hq/people-ports.ts'
import { namesOf } from '#shared/domain/hq/figure-words.ts'
import type { HqLog } from '#main/hq/hq-ports.ts'
import { EXIT, Stop } from '../node/exit-codes.ts'
import type { Installation } from '../node/install-paths.ts'
import type { HqOptions } from './hq-options.ts'
import { openDatabase } from './open-database.ts'

export const migrationsOf = ({ resources }: Pick<Installation, 'resources'>): string =>
  join(resources, 'hq', 'migrations')

/** A database that cannot be used ends the program with its reason. */
export async function orStop<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error
    const exit = error.code === 'database-unreachable' ? EXIT.noInput : EXIT.record
    throw new Stop(exit, error.code, error.text)
  }
}

export type OpenedHq = {
  hq: Hq
  people: HqPeople
  walls: HqWalls
  reports: HqReports
  peopleStore: PeopleStore
  sql: Sql
  name: string
}

/** Throws {@link Stop} for a database or a key that is not the one of this HQ. */
export async function openHq(
  options: Pick<HqOptions, 'database' | 'passwordFile' | 'keyFile' | 'name'>,
  installation: Installation,
  log: HqLog,
): Promise<OpenedHq> {
  const { keyFile, name } = options
  const sql = openDatabase(options)
  try {
    const signer = openSigner(keyFile)
    const identity = await orStop(async () => {
      const migrated = await prepareDatabase(sql, migrationsOf(installation))
      if (migrated.length > 0) log.info('database-prepared', { migrated })
      const { publicKey } = signer
      return settleIdentity(sql.query, { name, publicKey }, systemClock.wall())
    })
    const library = loadLibrary(installation.resources, { siteKinds: ['all'] })
    const hq = createHq({
      name: identity.name,
      store: openStore(sql),
      clock: systemClock,
      mono: systemClock.mono,
      vault: hqVault,
      signer,
      log,
      types: library.everything().types,
    })
    const peopleStore = peopleStatements(sql)
    const people = createPeople({
      store: peopleStore,
      clock: systemClock,
      vault: hqVault,
      passwords: hqPasswords(),
    })
    const walls = createWalls({ store: wallStatements(sql), clock: systemClock, vault: hqVault })
    const reports = createReports({
      ...{ store: reportStatements(sql), hq, clock: systemClock, vault: hqVault },
      names: namesOf(library.everything()),
    })
    return { hq, people, walls, reports, peopleStore, sql, name: identity.name }
  } catch (error) {
    await sql.end()
    throw error
  }
}
