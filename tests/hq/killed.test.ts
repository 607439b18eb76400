/**
 * HQ is killed in the midst of taking in: nothing that it acknowledged is lost, nothing is doubled,
 * and the same command starts it again, with nobody's help. `npm run faults -- hq-kill` does it
 * many times more.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHqKit } from '../kit/hq.ts'
import { killedOften } from '../kit/hq-killed.ts'
import { preparedDatabase } from '../kit/hq-databases.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation, type Kit } from '../kit/station.ts'

const ANSWERS_EARLY = join(import.meta.dirname, '../faults/planted/hq-answers-early.ts')
const INCIDENTS = 12

describe.skipIf(!hasPostgres)('HQ that is killed while it takes in', () => {
  const postgres = sharedPostgres()
  let [folder, station]: [string, Kit] = ['', null as never]
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vigil-hq-killed-'))
    station = await openStation()
    for (let count = 0; count < INCIDENTS; count++) await station.run()
  })
  afterAll(async () => {
    await station.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const keyFile = (): string => join(folder, 'key.pem')

  test('loses and doubles nothing, starts again by itself, and draws what the site has', async () => {
    const database = await preparedDatabase(postgres)
    const { faults, acknowledged, slowestStartMs } = await killedOften({
      ...{ database, keyFile: keyFile(), rounds: 4, record: station.journal },
    })
    expect(faults).toEqual([])
    expect(acknowledged).toBeGreaterThan(INCIDENTS)
    expect(slowestStartMs).toBeLessThan(20_000)
    const hq = await openHqKit(postgres, { url: database })
    await hq.hq.look()
    const idsAtHq = (await hq.hq.board()).incidents.map(({ incident }) => incident.id)
    const idsHere = (await station.station.board()).incidents.map(({ id }) => id)
    expect(new Set(idsAtHq)).toEqual(new Set(idsHere))
    expect(await hq.hq.health()).toMatchObject({ stuck: 0, forks: 0 })
    await hq.stop()
  })

  test('planted: one that answers before it has written loses what it acknowledged', async () => {
    const database = await preparedDatabase(postgres)
    const { faults } = await killedOften({
      ...{ database, keyFile: keyFile(), rounds: 2, record: station.journal },
      entry: ANSWERS_EARLY,
    })
    expect(faults.filter((fault) => fault.startsWith('acknowledged and lost'))).not.toEqual([])
  })
})
