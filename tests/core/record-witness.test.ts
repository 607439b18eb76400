/** A record that goes less far than was witnessed: it is told and recorded, and keeps nobody. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
let hash: string
beforeEach(async () => {
  kit = await openStation()
  await kit.run()
  hash = (await kit.journal.hashAt(await kit.journal.position())) ?? ''
})
afterEach(() => kit.stop())

const other = 'f'.repeat(64)
const shortenings = async () =>
  (await kit.events()).filter(({ type }) => type === 'RecordShortened')
const alerts = async () =>
  (await kit.station.board()).alerts.filter(({ cause }) => cause.zh.startsWith('记录缺失'))

describe('what was witnessed', () => {
  it('is there: nothing is told, also where the record has gone on since', async () => {
    const position = await kit.journal.position()
    kit = await kit.restart(0, { witnessed: { position, hash } })
    await kit.run()
    kit = await kit.restart(0, { witnessed: { position, hash } })
    expect(await alerts()).toEqual([])
    expect(await shortenings()).toEqual([])
  })

  it('lies further on: every screen says how much is missing and since when, and it is recorded once', async () => {
    const left = { position: await kit.journal.position(), hash }
    const witnessed = { position: left.position + 7, hash: other }
    const lastAt = (await kit.events()).at(-1)?.at
    kit = await kit.restart('1 min', { witnessed })
    expect(await alerts()).toMatchObject([
      {
        kind: 'fault',
        tone: null,
        cause: {
          zh: expect.stringMatching(/^记录缺失7条：12:00:00之后的记录不见了/),
          en: expect.stringMatching(/^7 entries are missing .* after 12:00:00 /),
        },
        action: {
          zh: expect.stringMatching(/管理员.*从备份恢复/),
          en: expect.stringMatching(/administrator.*backup/),
        },
      },
    ])
    expect((await kit.station.board('wall')).alerts).toEqual(await alerts())
    const recorded = [{ stream: 'station', by: 'Vigil', body: { witnessed, left, lastAt } }]
    expect(await shortenings()).toMatchObject(recorded)
    expect(kit.logged.map(({ event }) => event)).toContain('record-shortened')
    await kit.run()
    kit = await kit.restart('1 min', { witnessed })
    expect(await shortenings()).toMatchObject(recorded)
    expect(await alerts()).toHaveLength(1)
  })

  it('says something else at that position: so do the screens', async () => {
    const witnessed = { position: 1, hash: other }
    kit = await kit.restart(0, { witnessed })
    expect((await alerts())[0]?.cause).toMatchObject({
      zh: expect.stringMatching(/现在这一条的内容不同，至少缺1条/),
      en: expect.stringMatching(/that entry is now a different one/),
    })
    expect(await shortenings()).toHaveLength(1)
  })

  it('stands until somebody acknowledges it, whatever restarts there are', async () => {
    const position = await kit.journal.position()
    const witnessed = { position: position + 1, hash: other }
    kit = await kit.restart(0, { witnessed })
    kit = await kit.restart('30 h', { witnessed: null })
    const [alert] = await alerts()
    expect(alert?.cause.zh).toMatch(/^记录缺失1条/)
    await kit.ask('alert/acknowledge', { alertId: alert?.id ?? '' })
    expect(await alerts()).toEqual([])
    kit = await kit.restart(0, { witnessed: null })
    expect(await alerts()).toEqual([])
    kit = await kit.restart(0, { witnessed: { position: 1, hash: other } })
    expect(await alerts()).toHaveLength(1)
  })
})

it('a disk that takes nothing keeps nobody from being told, and it is recorded once it recovers', async () => {
  const position = await kit.journal.position()
  const witnessed = { position: position + 1, hash: other }
  kit = await kit.restart(0, { witnessed, disk: { broken: true, commits: 0 } })
  expect(await alerts()).toHaveLength(1)
  await kit.clock.advance('6 s')
  expect(await shortenings()).toEqual([])
  kit.disk.broken = false
  await kit.clock.advance('7 s')
  expect(await shortenings()).toMatchObject([{ body: { witnessed } }])
  await kit.clock.advance('7 s')
  expect(await shortenings()).toHaveLength(1)
})
