/**
 * A record that an earlier program wrote, with incidents that run: whatever they have waited for,
 * each asks with one alert, a minute after the start, and not again within three.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Station } from '#main/core/api.ts'
import type { Journal } from '#main/core/ports.ts'
import { openRecord, runStation } from '#main/hosts/node/open-station.ts'
import type { BoardAlert, BoardIncident } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { manualClock, type ManualClock } from '../kit/manual-clock.ts'

const fixture = join(import.meta.dirname, '../fixtures/journal-house')
const log = { info: () => undefined, error: () => undefined }

let dir: string
let journal: Journal
let station: Station
let clock: ManualClock
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-old-attention-'))
  writeFileSync(join(dir, 'journal.db'), gunzipSync(readFileSync(join(fixture, 'journal.db.gz'))))
  journal = openRecord(dir, log).journal
  // ten seconds after its last event: two incidents and a drill run
  clock = manualClock('2026-11-10T09:05:55+08:00')
  const site = {
    name: localized('没有', 'None'),
    zone: 'UTC',
    kinds: [],
    demo: false,
    setUp: false,
  }
  const notifier = { notify: () => Promise.resolve() }
  const resources = join(fixture, 'resources')
  station = (await runStation(journal, site, { clock, log, notifier, resources })).station
  await clock.advance('1 s')
})
afterAll(async () => {
  await station.stop()
  await journal.close()
  rmSync(dir, { recursive: true, force: true })
})

const attended = async (): Promise<readonly BoardIncident[]> =>
  (await station.board()).incidents.filter(({ state }) =>
    ['reported', 'verifying', 'assessing', 'responding', 'contained'].includes(state),
  )
const asking = ({ alerts }: BoardIncident): readonly BoardAlert[] =>
  alerts.filter(({ kind }) => ['nudge', 'untouched', 'unattended'].includes(kind))

test('it opens in silence, with a clock for everything that nobody has taken', async () => {
  const incidents = await attended()
  expect(incidents.length).toBeGreaterThan(1)
  expect(incidents.flatMap(asking)).toEqual([])
  for (const { steps } of incidents)
    for (const { lifeSafety, state, nudgeAt } of steps)
      if (lifeSafety && state === 'open')
        expect(nudgeAt).toBeGreaterThan((await station.board()).now)
})

test('within ten minutes each that runs asks with one alert of all, and the rest is silent', async () => {
  await clock.advance('11 min')
  for (const incident of await attended()) expect(asking(incident)).toHaveLength(1)
  const { incidents } = await station.board()
  const alerts = incidents.flatMap(asking)
  expect(alerts.every(({ soundedAt, raisedAt }) => soundedAt === raisedAt)).toBe(true)
  expect(alerts.some(({ members }) => members.length > 1)).toBe(true)
})
