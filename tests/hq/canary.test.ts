/** No personal value of a site ever lies in the database of HQ, newer or older than the sealing. */
import { rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isAllThere, openPaired, until } from '../hand-up.suite.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { dispatcher } from '../kit/station.ts'

const BEFORE = ['欧阳金丝雀', '司马金丝雀']
/** The last two acted: they signed on, or a program calls in their name. */
const SINCE = [
  ...['上官金丝雀', '13912345678', '电梯里困着我家老人', '王强金丝雀'],
  ...['诸葛金丝雀', '周敏'],
]

/** All that lies in any table, as text. */
async function everything({ sql }: HqKit): Promise<string> {
  const tables = await sql.query<{ table_name: string }>(
    `select table_name from information_schema.tables where table_schema = 'public'`,
  )
  const rows = await Promise.all(
    tables.map(({ table_name: table }) => sql.query(`select * from ${table}`)),
  )
  return JSON.stringify(rows)
}

describe.skipIf(!hasPostgres)('the database of HQ', () => {
  const postgres = sharedPostgres()

  async function fill(hq: HqKit) {
    const paired = await openPaired(
      { url: hq.server.url, invite: () => hq.hq.code('华东', '管理员') },
      { before: BEFORE },
    )
    const { kit } = paired
    const incidentId = await kit.run([], {
      narrative: SINCE[2]!,
      reporter: SINCE[0]!,
      place: '3号电梯',
    })
    const by = { ...dispatcher, session: 'desk-1' }
    await kit.send('desk/sign-on', { person: SINCE[4]! }, { by })
    await kit.send('incident/note', { incidentId, words: '已到现场' }, { by })
    await kit.ask('incident/note', { incidentId, words: `请联系${SINCE[3]!} ${SINCE[1]!}` })
    await until(kit, isAllThere)
    await hq.hq.look()
    return paired
  }

  test('holds none of the names, numbers and words that the site holds', async () => {
    const hq = await openHqKit(postgres)
    const { kit, proxy, folder } = await fill(hq)
    const text = await everything(hq)
    expect(text).toContain('3号电梯') // what is nobody's home stands there
    expect((await kit.events()).some(({ by }) => by === SINCE[4])).toBe(true)
    const [incident] = (await hq.hq.board()).incidents
    const timeline = await hq.hq.timeline(incident!.site, incident!.incident.id)
    // a slow network lets time pass, and what time brings the program tells itself
    const tellers = new Set(timeline?.map((line) => line.by))
    tellers.delete('Vigil')
    expect(tellers).toEqual(new Set(['值班员']))
    for (const word of [...BEFORE, ...SINCE]) expect(text).not.toContain(word)
    const record = JSON.stringify(await kit.events())
    expect(BEFORE.every((word) => record.includes(word))).toBe(true)
    const [site] = (await hq.hq.board()).sites
    expect(site).toMatchObject({ early: true })
    await kit.stop()
    await proxy.stop()
    rmSync(folder, { recursive: true, force: true })

    // planted: a station that hands old entries up with their text is seen by this very test
    const [first] = await hq.sql.query<{ site: string }>('select site from event limit 1')
    await hq.sql.query(`update event set line = $2 where site = $1 and line is null`, [
      first!.site,
      record,
    ])
    expect(await everything(hq)).toContain(BEFORE[0])
    await hq.stop()
  })
})
