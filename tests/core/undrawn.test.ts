/** One incident that cannot be drawn, whatever the reason, takes nothing from the others. */
import { DatabaseSync } from 'node:sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const lostPlan = plan('lost', [step('call', { due: { within: 3 * MINUTE, from: 'activated' } })])
const other = plan('other', [step('arrive')])

let kit: Kit
const dir = mkdtempSync(join(tmpdir(), 'vigil-undrawn-'))
afterEach(async () => {
  await kit.stop()
  rmSync(dir, { recursive: true })
})

it('stands on the board by its place and alarms, and the others are whole', async () => {
  const store = join(dir, 'journal.db')
  kit = await openStation({ store, plans: [lostPlan, other] })
  const undrawable = await kit.run(['lost'], { place: '东区' })
  const drawable = await kit.run(['other'], { place: '西区' })
  await kit.clock.advance('4 min')
  const whole = await kit.incident(drawable)
  await kit.stop()
  // the text of the plan is gone from event and document alike, and no file has it any more
  const db = new DatabaseSync(store)
  db.exec('DROP TRIGGER event_no_update; DROP TRIGGER kept_no_delete')
  db.prepare("UPDATE event SET body = '{}' WHERE stream = ?").run(`plan.${lostPlan.revision}`)
  db.prepare('DELETE FROM kept WHERE id = ?').run(lostPlan.revision)
  db.close()

  kit = await openStation({ store, plans: [other], at: '2026-11-24T12:05:00+08:00' })
  const { incidents } = await kit.station.board()
  expect(incidents.find(({ id }) => id === drawable)).toEqual(whole)
  expect(incidents.find(({ id }) => id === undrawable)).toMatchObject({
    place: '东区',
    kind: { zh: '无法显示', en: 'Cannot be shown' },
    state: 'responding',
    steps: [],
    alerts: [{ stepId: 'call', acknowledgedAt: null }],
    notices: [{ zh: expect.stringContaining('纸质预案') as string }],
  })
  const loggedEvents = kit.logged.map(({ event }) => event)
  expect(loggedEvents.filter((event) => event === 'incident-not-drawn')).toHaveLength(1)
  expect(loggedEvents).toContain('incident-not-followed')
  expect(await kit.station.board('wall')).toMatchObject({ incidents: [{}, {}] })
  await kit.ask('incident/note', { incidentId: drawable, words: '已到场' })
})
