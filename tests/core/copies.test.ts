/**
 * The copy of an incident in its row follows its events: no command waits for it, nobody reads an
 * older one, and an unclean end in between costs nothing.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { strayProjection, verifyWhole } from '#main/core/verify/projections.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const response = plan('response', [step('call', { stage: 'report' }), step('arrive')])

let dir: string
let store: string
let kit: Kit
let id = ''
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-copies-'))
  store = join(dir, 'journal.db')
  kit = await open(store)
  id = await kit.run(['response'], { place: '西区', narrative: '充值机黑屏' })
  await kit.ask('incident/note', { incidentId: id, words: '还在等人' })
})
afterEach(async () => {
  await kit.stop()
  rmSync(dir, { recursive: true })
})

const open = (file: string): Promise<Kit> =>
  openStation({ store: file, plans: [response], romaniser: createRomaniser() })

type Stored = { copied: number; events: number }

/** How far the copy on the disk goes, and how many events there are. */
function stored(file: string): Stored {
  const db = new DatabaseSync(file, { readOnly: true })
  const lengths = db
    .prepare(
      `SELECT incident ->> '$.version' AS copied, (SELECT count(*) FROM event WHERE stream = 'incident.' || id) AS events
       FROM incident_row WHERE id = ?`,
    )
    .get(id) as Stored
  db.close()
  return lengths
}

/** Record and log as a power cut at this moment would leave them. */
function cutOff(): string {
  const file = join(dir, 'cut.db')
  for (const end of ['', '-wal']) copyFileSync(`${store}${end}`, `${file}${end}`)
  return file
}

describe('the copy of an incident', () => {
  it('is left to follow by a command that changes nothing that is looked up or counted', async () => {
    const { copied, events } = stored(store)
    expect(copied).toBeLessThan(events)
    expect((await kit.journal.row(id))?.incident.version).toBe(events)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('stands on the disk after a stop', async () => {
    await kit.stop()
    const { copied, events } = stored(store)
    expect(copied).toBe(events)
    expect(await verifySqliteJournal(store, strayProjection)).toMatchObject({ ok: true })
    kit = await open(store)
  })

  it('is read as it would stand after an unclean end, and written by the next start', async () => {
    const file = cutOff()
    const { events } = stored(file)
    expect(await verifySqliteJournal(file, strayProjection)).toMatchObject({ ok: true })
    const journal = openSqliteJournal(file)
    expect((await journal.row(id))?.incident.version).toBe(events)
    expect((await journal.rowsOnBoard())[0]?.incident.version).toBe(events)
    expect(await journal.oldRows(10)).toEqual([id])
    await journal.close()
    const after = await open(file)
    expect(await after.station.check()).toMatchObject({ ok: true })
    expect(after.logged.map(({ event }) => event)).toContain('rows-folded-anew')
    await after.stop()
    expect(stored(file).copied).toBe(events)
  })

  it('that is not what its first events come to is not read as caught up: the check tells', async () => {
    const file = cutOff()
    const db = new DatabaseSync(file)
    db.prepare(
      `UPDATE incident_row SET incident = replace(incident, '西区', '面区') WHERE id = ?`,
    ).run(id)
    db.close()
    expect(await verifySqliteJournal(file, strayProjection)).toMatchObject({
      ok: false,
      firstBad: 0,
      why: 'projection-mismatch',
      where: `incident.${id}`,
    })
  })
})
