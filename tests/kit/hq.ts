/** HQ in this process, over a real database and on a real port, its clock in the test's hand. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { startHqServer, type HqServer } from '#main/adapters/hq-http/hq-server.ts'
import { hqPasswords, hqVault } from '#main/adapters/hq-vault.ts'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { peopleStatements } from '#main/adapters/postgres/people-statements.ts'
import { wallStatements } from '#main/adapters/postgres/wall-statements.ts'
import { reportStatements } from '#main/adapters/postgres/report-statements.ts'
import { openStore } from '#main/adapters/postgres/postgres-store.ts'
import type { Sql } from '#main/adapters/postgres/sql.ts'
import { createBoardFrames } from '#main/hq/board-frames.ts'
import { createDesk } from '#main/hq/desk.ts'
import { createHq, type Hq } from '#main/hq/hq.ts'
import type { BoardFrames, HqPeople, HqWalls } from '#main/hq/hq-api.ts'
import { createPeople } from '#main/hq/people.ts'
import { createReports } from '#main/hq/reports.ts'
import { createWalls } from '#main/hq/walls.ts'
import type { HqSigner, HqStore } from '#main/hq/hq-ports.ts'
import type { ReportStore } from '#main/hq/report-ports.ts'
import type { Pages } from '#main/adapters/http/built-pages.ts'
import { manualClock, type ManualClock } from './manual-clock.ts'
import { preparedDatabase } from './hq-databases.ts'
import type { DatabaseServer } from './postgres.ts'
import { NOON } from './station.ts'

export function testSigner(): HqSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  }
}

export type HqKit = {
  hq: Hq
  people: HqPeople
  walls: HqWalls
  /** Sends nothing by itself: a test does. */
  frames: BoardFrames
  url: string // of the database
  store: HqStore
  sql: Sql
  server: HqServer
  clock: ManualClock
  logged: { event: string; error: unknown }[]
  stop: () => Promise<void>
}
export type HqKitOptions = {
  at?: string | number
  clock?: ManualClock
  /** Another store over the same database: a planted bug. */
  planted?: (store: HqStore, sql: Sql) => HqStore
  /** Another HQ over the same store: a planted bug. */
  plantedHq?: (hq: Hq, store: HqStore) => Hq
  plantedReports?: (store: ReportStore) => ReportStore
  url?: string // else a database of its own
  limitMs?: number // of a statement
  port?: number // else any that is free
  requestEvery?: number // ms of its clock from one request that is paced to the next; else 1,000
  pages?: Pages
}

/** Digests that cost nothing: what they are made of is tested with the administrator's code. */
const LIGHT = { n: 2 ** 4, r: 8, p: 1 }

/** On a database of its own of this server, with all tables. */
export async function openHqKit(
  postgres: DatabaseServer,
  options: HqKitOptions = {},
): Promise<HqKit> {
  const url = options.url ?? (await preparedDatabase(postgres))
  const sql = openPostgres({ url, connections: 6, limitMs: options.limitMs })
  const store = options.planted?.(openStore(sql), sql) ?? openStore(sql)
  const clock = options.clock ?? manualClock(options.at ?? NOON)
  const logged: HqKit['logged'] = []
  const log = {
    info: (event: string) => void logged.push({ event, error: null }),
    error: (event: string, error: unknown) => void logged.push({ event, error }),
  }
  const { mono } = clock
  const real = createHq({
    ...{ name: '总部', store, clock, mono, vault: hqVault, signer: testSigner(), log, types: [] },
  })
  const hq = options.plantedHq?.(real, store) ?? real
  let requestAt = 0
  const peopleStore = peopleStatements(sql)
  const passwords = hqPasswords(LIGHT)
  const people = createPeople({ store: peopleStore, clock, vault: hqVault, passwords })
  const frames = createBoardFrames(async () => [await hq.board(), (await hq.health()).copies])
  const here = { address: null, fingerprint: null }
  const walls = createWalls({ store: wallStatements(sql), clock, vault: hqVault })
  const reportStore = options.plantedReports?.(reportStatements(sql)) ?? reportStatements(sql)
  const names = { types: {}, categories: {} }
  const reports = createReports({ store: reportStore, hq, clock, vault: hqVault, names })
  const desk = createDesk({ hq, people, walls, reports, store: peopleStore, here })
  const server = await startHqServer({
    // stations of tests move time, and ask as often in a second as real ones in an hour
    ...{
      hq,
      log,
      mono: () => (requestAt += options.requestEvery ?? 1_000),
      address: '127.0.0.1',
      port: options.port ?? 0,
    },
    certificate: null,
    people: { desk, people, walls, frames, pages: options.pages ?? new Map() },
  })
  return {
    ...{ hq, people, walls, frames, url, store, sql, server, clock, logged },
    async stop() {
      await server.stop()
      await sql.end()
    },
  }
}
