/**
 * `verify` tells whether the record is what was written, with the station running or not.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { newFolder, runProgram, served, tamper } from './cli.ts'

const json = (line: string): Record<string, unknown> => JSON.parse(line) as Record<string, unknown>
const uuid = (n: number): string => `0199d6a0-0000-7000-8000-${String(n).padStart(12, '0')}`

const reported = mkdtempSync(join(tmpdir(), 'vigil-cli-'))
afterAll(() => rmSync(reported, { recursive: true }))

/** A folder of its own, as a station left it that took four reports and was stopped. */
async function folderWithReports(): Promise<string> {
  if (!existsSync(join(reported, 'journal.db'))) {
    const station = await served(reported)
    for (let n = 1; n <= 4; n++)
      await station.ask('incident/report', { narrative: `第${n}起`, place: '大厅' }, uuid(n))
    await station.signal('SIGTERM')
  }
  const dir = newFolder()
  cpSync(reported, dir, { recursive: true })
  return dir
}

describe('verify', () => {
  it('reads a whole record by itself: exit 0', async () => {
    const dir = await folderWithReports()
    // the site, the four, and a reminder of them where the machine took its time
    const db = new DatabaseSync(join(dir, 'journal.db'), { readOnly: true })
    const { last } = db.prepare('SELECT max(seq) AS last FROM event').get() as { last: number }
    db.close()
    expect(last).toBeGreaterThanOrEqual(5)
    const { code, out } = await runProgram(['verify', '--data', dir])
    expect(code).toBe(0)
    expect(json(out)).toMatchObject({
      ok: true,
      position: last,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      message: { zh: expect.any(String), en: expect.any(String) },
    })
  })

  it('asks the station that runs on the folder', async () => {
    const dir = newFolder()
    const station = await served(dir)
    await station.ask('incident/report', { narrative: '一起', place: '大厅' }, uuid(1))
    const { code, out } = await runProgram(['verify', '--data', dir])
    expect(code).toBe(0)
    expect(json(out)).toMatchObject({ ok: true, position: 2 })
  })

  it('names the first bad position: exit 2', async () => {
    const dir = await folderWithReports()
    tamper(
      join(dir, 'journal.db'),
      "UPDATE event SET body = replace(body, '大厅', '车库') WHERE seq = 3",
    )
    const { code, out } = await runProgram(['verify', '--data', dir])
    expect(code).toBe(2)
    expect(json(out)).toMatchObject({ ok: false, firstBad: 3, why: 'hash-mismatch' })
  })

  it.each([
    [
      'an incident that was taken off the board',
      'UPDATE incident_row SET on_board = 0',
      'projection-mismatch',
      /^incident\./,
    ],
    [
      'an incident moved to another month, in all columns',
      `UPDATE incident_row SET month = '2020-01', fact = json_set(fact, '$.month', '2020-01')`,
      'projection-mismatch',
      /^incident\./,
    ],
    ['an incident that is gone', `DELETE FROM incident_row`, 'projection-mismatch', /^incident\./],
    [
      'the zone of the site',
      `UPDATE kept SET body = json_set(body, '$.zone', 'UTC') WHERE kind = 'site'`,
      'projection-mismatch',
      /^site$/,
    ],
    [
      'the figures of a month',
      `UPDATE month_tally SET tally = json_set(tally, '$.incidents', 7)`,
      'projection-mismatch',
      /^month\.\d{4}-\d\d$/,
    ],
    [
      'figures of a month that has none',
      `INSERT INTO month_tally VALUES ('1999-01', '{"incidents":1}')`,
      'projection-mismatch',
      /^month\.1999-01$/,
    ],
    ['what an incident is searched by', 'UPDATE history SET drill = 1', 'projection-mismatch', /./],
    [
      'a roster of nobody',
      `INSERT INTO kept VALUES ('roster', 'roster', '{}')`,
      'projection-mismatch',
      /^roster$/,
    ],
  ])(
    'finds %s, beside whole events: exit 2, and a station mends it',
    async (_what, change, why, where) => {
      const dir = await folderWithReports()
      tamper(join(dir, 'journal.db'), change)
      const { code, out } = await runProgram(['verify', '--data', dir])
      expect(code).toBe(2)
      expect(json(out)).toMatchObject({
        ok: false,
        firstBad: 0,
        why,
        where: expect.stringMatching(where),
        message: { zh: expect.stringContaining('事件完好'), en: expect.any(String) },
      })
      // it runs on, for no event is lost, and works out anew what the events do not come to
      const station = await served(dir)
      await expect
        .poll(async () => station.ask('journal/verify'), { timeout: 20_000 })
        .toMatchObject({ ok: true, reply: { ok: true } })
      await station.signal('SIGTERM')
      expect((await runProgram(['verify', '--data', dir])).code).toBe(0)
    },
  )

  it('finds a dropped trigger: exit 2', async () => {
    const dir = await folderWithReports()
    const db = new DatabaseSync(join(dir, 'journal.db'))
    db.exec('DROP TRIGGER event_no_update')
    db.close()
    const { code, out } = await runProgram(['verify', '--data', dir])
    expect(code).toBe(2)
    expect(json(out)).toMatchObject({
      firstBad: 0,
      why: 'schema-changed',
      where: 'event_no_update',
    })
  })

  it.each([
    ['empty', truncateSync],
    ['missing', rmSync],
  ])('says of a folder whose record is %s that it is damaged: exit 2', async (_how, damage) => {
    const dir = await folderWithReports()
    damage(join(dir, 'journal.db'))
    const { code, out } = await runProgram(['verify', '--data', dir])
    expect(code).toBe(2)
    expect(json(out)).toMatchObject({
      ok: false,
      firstBad: 1,
      why: 'record-missing',
      message: { zh: expect.any(String), en: expect.any(String) },
    })
  })

  it('says that there is nothing to verify, and makes nothing', async () => {
    const dir = join(newFolder(), 'none')
    expect(await runProgram(['verify', '--data', dir])).toMatchObject({
      code: 66,
      out: '',
      err: expect.stringContaining('no-record'),
    })
    mkdirSync(dir)
    expect(await runProgram(['verify', '--data', dir])).toMatchObject({ code: 66 })
  })
})

describe('the administrator alone', () => {
  it('may have the record verified', async () => {
    const station = await served(newFolder())
    const key = new URL(station.consoleUrl).hash.slice('#key='.length)
    const session = await fetch(`${station.url}/api/session`, {
      method: 'POST',
      body: JSON.stringify({ key }),
    })
    const { token } = (await session.json()) as { token: string }
    const refused = await fetch(`${station.url}/api/request`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ name: 'journal/verify' }),
    })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await station.ask('journal/verify')).toMatchObject({
      ok: true,
      reply: { ok: true, position: 1 },
    })
  })
})
