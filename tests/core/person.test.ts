/**
 * One person's data (个人信息保护法 art. 45, 47): found wherever it stands, exported, purged on request;
 * what is still needed stays, with words that say what to do first.
 */
import { dirname } from 'node:path'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import { strayProjection } from '#main/core/verify/projections.ts'
import { personDocument } from '#shared/domain/document/person-document.ts'
import { localized } from '#shared/domain/text.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())
const NAME = '金雀儿'
const NUMBER = '138-0013 8000'

async function opened(on: 'memory' | 'sqlite'): Promise<{ gone: string; running: string }> {
  kit = await openStation({ on, purges: openPurgeLedger })
  const report = { narrative: `${NAME}说冒烟，回电${NUMBER}`, reporter: NAME, place: '前厅' }
  const gone = await kit.run([], report)
  await kit.ask('incident/evidence-add', {
    ...{ incidentId: gone, what: '手机', kind: 'other', place: '柜子', keeper: NAME },
  })
  await kit.ask('incident/move', { incidentId: gone, to: 'false-report', reason: '误报' })
  const running = await kit.run([], { narrative: `${NAME}又来电`, place: '后厅' })
  await kit.ask('contacts/set', {
    ...{ name: NAME, category: 'media', numbers: [{ number: NUMBER, kind: 'mobile' }] },
  })
  return { gone, running }
}
const find = () => kit.ask('retention/find', { name: NAME, number: '13800138000' })
const bytes = (): boolean =>
  readdirSync(dirname(kit.file), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(NAME))

it.each(['memory', 'sqlite'] as const)(
  'is found in incidents, contacts and evidence, with what keeps it (%s)',
  async (on) => {
    const { gone, running } = await opened(on)
    kit.clock.leap('40 d')
    const { found, more } = await find()
    expect(more).toBe(false)
    const lines = found.map(({ incidentId, where, field, keeps }) => [
      incidentId ?? where.zh,
      field.zh,
      keeps === null,
    ])
    expect(lines).toEqual(
      expect.arrayContaining([
        [gone, '来电所述', true],
        [gone, '来电人', true],
        [gone, '证据保管人', true],
        [running, '来电所述', false],
        ['通讯录', '名称', false],
        ['通讯录', '号码', false],
      ]),
    )
    expect(found.find(({ incidentId }) => incidentId === running)?.keeps?.zh).toMatch(/归档/)
    expect(found.find(({ where }) => where.zh === '通讯录')?.keeps?.zh).toMatch(/移除/)
  },
)

it('what is still needed is refused whole, with what to do; the rest goes for good', async () => {
  const { gone, running } = await opened('sqlite')
  kit.clock.leap('40 d')
  const { found } = await find()
  const all = found.map(({ sealed }) => sealed)
  const before = await kit.ask('statistics/month', { month: '2026-11' })
  expect(await kit.send('retention/purge', { seals: all, reason: '本人要求' })).toMatchObject({
    ...{ ok: false, code: 'values-in-use' },
    details: expect.arrayContaining([expect.stringMatching(/通讯录/)]) as unknown,
  })
  const may = found.filter(({ keeps }) => keeps === null).map(({ sealed }) => sealed)
  const order = { seals: may, reason: '本人要求' }
  expect(await kit.ask('retention/purge', order)).toEqual({ values: may.length, files: 0 })
  for (let n = 0; n < 4; n++) await kit.clock.advance('1 s')
  const left = (await find()).found
  expect(left.length).toBe(found.length - may.length)
  expect(left.every(({ keeps }) => keeps !== null)).toBe(true)
  expect(await kit.send('retention/purge', order)).toMatchObject({ code: 'no-change' })
  expect(await kit.ask('statistics/month', { month: '2026-11' })).toEqual(before)
  expect((await kit.ask('retention/of', { incidentId: gone })).purged).toMatchObject([
    { why: 'request', values: may.length, by: '周敏' },
  ])
  expect(JSON.stringify(await kit.ask('history/read', { incidentId: gone }))).not.toContain(NAME)
  expect((await kit.incident(running)).narrative).toBe(`${NAME}又来电`)
  expect(await strayProjection(kit.journal)).toBeNull()
  expect(await kit.journal.verify()).toMatchObject({ ok: true })
})

it('once nothing needs it any more, no byte of it is left', async () => {
  const { running } = await opened('sqlite')
  await kit.ask('incident/move', { incidentId: running, to: 'false-report', reason: '误报' })
  const { contacts } = await kit.ask('contacts/read', {})
  for (const { id, name } of contacts) if (name === NAME) await kit.ask('contacts/remove', { id })
  kit.clock.leap('40 d')
  const { found } = await find()
  expect(found.map(({ keeps }) => keeps)).toEqual(found.map(() => null))
  expect(bytes()).toBe(true)
  await kit.ask('retention/purge', { seals: found.map(({ sealed }) => sealed), reason: '本人要求' })
  for (let n = 0; n < 4; n++) await kit.clock.advance('1 s')
  expect(bytes()).toBe(false)
})

it('what names the person in clear is counted, and too short a name is refused', async () => {
  await opened('memory')
  const { clear } = await kit.ask('retention/find', { name: '周敏' })
  expect(clear.length).toBeGreaterThan(3)
  expect(await kit.send('retention/find', { name: '周' })).toMatchObject({ code: 'bad-input' })
  expect(await kit.send('retention/find', {})).toMatchObject({ ok: false })
})

it('the paper lists what, where and what keeps it, and its name names nobody', async () => {
  await opened('memory')
  const read = await find()
  const document = personDocument(
    { ...read, asked: [NAME] },
    { site: localized('站', 'Site'), zone: 'Asia/Shanghai', day: '2026-11-24' },
  )
  expect(document.name).toBe('person-2026-11-24')
  expect(document.sections[0]?.tables[0]?.rows).toHaveLength(read.found.length)
  expect(document.lines.map(({ zh }) => zh)).toContain(`查询：${NAME}`)
})
