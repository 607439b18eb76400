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
const notes = async () => (await kit.station.board()).notes

describe('what was witnessed', () => {
  it('is there: nothing is told, also where the record has gone on since', async () => {
    const position = await kit.journal.position()
    kit = await kit.restart(0, { witnessed: { position, hash } })
    await kit.run()
    kit = await kit.restart(0, { witnessed: { position, hash } })
    expect(await notes()).toEqual([])
    expect(await shortenings()).toEqual([])
  })

  it('lies further on: the desk hears how much is missing and since when, and it is recorded once', async () => {
    const left = { position: await kit.journal.position(), hash }
    const witnessed = { position: left.position + 7, hash: other }
    const lastAt = (await kit.events()).at(-1)?.at
    kit = await kit.restart('1 min', { witnessed })
    expect(await notes()).toEqual([
      {
        zh: expect.stringMatching(/^记录缺失7条：12:00:00之后的记录不见了.*管理员.*从备份恢复/),
        en: expect.stringMatching(
          /^7 entries are missing .* after 12:00:00 .*administrator.*backup/,
        ),
      },
    ])
    const recorded = [{ stream: 'station', by: 'Vigil', body: { witnessed, left, lastAt } }]
    expect(await shortenings()).toMatchObject(recorded)
    expect(kit.logged.map(({ event }) => event)).toContain('record-shortened')
    await kit.run()
    kit = await kit.restart('1 min', { witnessed })
    expect(await shortenings()).toMatchObject(recorded)
    expect(await notes()).toHaveLength(1)
  })

  it('says something else at that position: so does the desk', async () => {
    const witnessed = { position: 1, hash: other }
    kit = await kit.restart(0, { witnessed })
    expect((await notes())[0]).toMatchObject({
      zh: expect.stringMatching(/现在那里是别的内容，至少缺1条/),
      en: expect.stringMatching(/something else stands there now/),
    })
    expect(await shortenings()).toHaveLength(1)
  })

  it('stands on the desk for a day, whatever restarts there are', async () => {
    const position = await kit.journal.position()
    kit = await kit.restart(0, { witnessed: { position: position + 1, hash: other } })
    kit = await kit.restart('23 h', { witnessed: null })
    expect((await notes())[0]?.zh).toMatch(/^记录缺失1条/)
    await kit.clock.advance('61 min')
    expect(await notes()).toEqual([])
    kit = await kit.restart('2 h', { witnessed: null })
    expect(await notes()).toEqual([])
  })
})

it('a disk that takes nothing keeps it from being recorded, and nobody from being told', async () => {
  const position = await kit.journal.position()
  kit.disk.broken = true
  kit = await kit.restart(0, { witnessed: { position: position + 1, hash: other } })
  expect(await notes()).toHaveLength(1)
})
