/**
 * HQ killed (SIGKILL) at random instants while sites push without rest, far more often than in
 * `npm test`, over a database that syncs to disk: what it acknowledged is there, nothing is doubled
 * or left out, and each time the same command starts it again.
 */
import { join } from 'node:path'
import { killedOften } from '../kit/hq-killed.ts'
import { preparedDatabase } from '../kit/hq-databases.ts'
import { hasPostgres, startPostgres } from '../kit/postgres.ts'
import { openStation } from '../kit/station.ts'
import { check, mustFail, printNote, runChecks, skip } from './lib/checks.ts'
import { inNewFolder, planted } from './lib/station.ts'

const ROUNDS = 100
const INCIDENTS = 400

await runChecks(async () => {
  if (!hasPostgres) skip('PostgreSQL from npm is not installed here')
  const postgres = await startPostgres({ fsync: 'on' })
  const station = await openStation()
  for (let count = 0; count < INCIDENTS; count++) await station.run()
  try {
    await inNewFolder(async (dir) => {
      const common = { keyFile: join(dir, 'key.pem'), record: station.journal }
      const killed = await killedOften({
        ...{
          ...common,
          database: await preparedDatabase(postgres),
          rounds: ROUNDS,
          seed: Date.now(),
        },
      })
      check(`HQ is killed ${ROUNDS} times while it takes in`, killed.faults)
      printNote(
        `${killed.acknowledged} pushes acknowledged; ready again after at most ` +
          `${(killed.slowestStartMs / 1_000).toFixed(1)} s`,
      )
      const early = await killedOften({
        ...{ ...common, database: await preparedDatabase(postgres), rounds: 3 },
        entry: planted('hq-answers-early'),
      })
      mustFail('an HQ that answers before it has written', early.faults)
    })
  } finally {
    await station.stop()
    await postgres.stop()
  }
})
