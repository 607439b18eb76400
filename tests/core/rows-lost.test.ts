/** Folded tables whose pages hold together no more: they are folded anew at the start. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { plan, step } from '../kit/plan.ts'
import { openStation } from '../kit/station.ts'

/** Fills the first page of a table with one byte, as a bad disk would give it back. */
function blot(store: string, table: string): void {
  const db = new DatabaseSync(store)
  const { rootpage } = db
    .prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .get(table) as { rootpage: number }
  const { page_size: size } = db.prepare('PRAGMA page_size').get() as { page_size: number }
  db.close()
  const bytes = readFileSync(store)
  bytes.fill(0xff, (rootpage - 1) * size, rootpage * size)
  writeFileSync(store, bytes)
}

it('given a page of the rows that cannot be read, when the station starts, then board and history are whole', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-rows-'))
  const store = join(dir, 'journal.db')
  const open = () => openStation({ store, plans: [plan('response', [step('call')])] })
  let kit = await open()
  onTestFinished(async () => {
    await kit.stop()
    rmSync(dir, { recursive: true })
  })
  const running = await kit.run(['response'], { place: '西区' })
  await kit.stop()
  blot(store, 'incident_row')
  kit = await open()
  expect((await kit.incident(running)).place).toBe('西区')
  await kit.ask('incident/step', { incidentId: running, stepId: 'call', outcome: 'done' })
  expect((await kit.step(running, 'call')).state).toBe('done')
  expect(await kit.station.check()).toMatchObject({ ok: true })
})
