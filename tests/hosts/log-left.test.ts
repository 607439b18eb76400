/**
 * A station that was killed, and whose log of writes was damaged before it starts again: it runs
 * and says so, or refuses and touches nothing.
 */
import { readFileSync, readdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { RUINED, contentOf, flip, lengthOf } from '../kit/log-left.ts'
import { newFolder, served, type Served } from './cli.ts'

/** A folder in which one report was folded in and nine more were not; gives the ids of all. */
async function killed(): Promise<{ dir: string; file: string; places: string[] }> {
  const dir = newFolder()
  const places = Array.from({ length: 10 }, (_, n) => `${n + 1}号窗口`)
  const report = (to: Served, place: string): Promise<unknown> =>
    to.ask('incident/report', { narrative: '测试：冒烟', place }, crypto.randomUUID())
  const first = await served(dir)
  await report(first, places[0] ?? '')
  await first.signal('SIGTERM')
  const station = await served(dir)
  await Promise.all(places.slice(1).map((place) => report(station, place)))
  await station.signal('SIGKILL')
  return { dir, file: join(dir, 'journal.db'), places }
}

type Board = { incidents: { place: string }[]; notes: { zh: string; en: string }[] }

it('says that the last seconds may be missing, keeps the damaged log, and works', async () => {
  const { dir, file } = await killed()
  flip(`${file}-wal`, (lengthOf(file) - 30_000) * 8)
  const damaged = readFileSync(`${file}-wal`)
  const station = await served(dir)
  const { notes } = (await station.board()) as unknown as Board
  expect(notes).toMatchObject([
    {
      zh: expect.stringMatching(/有\d+字节读不出来，最后几秒的记录可能缺失/),
      en: expect.stringMatching(/\d+ bytes .* cannot be read/),
    },
  ])
  const damagedLogs = readdirSync(dir).find((name) => name.startsWith('journal.db-wal.bad-')) ?? ''
  expect(notes[0]?.zh).toContain(damagedLogs)
  expect(readFileSync(join(dir, damagedLogs)).equals(damaged)).toBe(true)
  expect(station.err()).toContain('log-damaged')
  expect(
    await station.ask(
      'incident/report',
      { narrative: '测试：又一起', place: '大厅' },
      crypto.randomUUID(),
    ),
  ).toMatchObject({ ok: true })
  await station.signal('SIGTERM')
  const again = await served(dir)
  expect(((await again.board()) as unknown as Board).notes).toEqual([])
  expect(await again.ask('journal/verify')).toMatchObject({ reply: { ok: true } })
})

it('says so, too, of a log that is gone', async () => {
  const { dir, file } = await killed()
  RUINED['gone']?.(file)
  const { incidents, notes } = (await (await served(dir)).board()) as unknown as Board
  expect(incidents).toHaveLength(1)
  expect(notes).toMatchObject([{ zh: expect.stringContaining('可能缺失') }])
})

it('says nothing after a kill that harmed nothing', async () => {
  const { dir, places } = await killed()
  const { incidents, notes } = (await (await served(dir)).board()) as unknown as Board
  expect(incidents.map(({ place }) => place).sort()).toEqual([...places].sort())
  expect(notes).toEqual([])
})

it('leaves every byte of a record that is whole neither with its log nor without, and works on another', async () => {
  const { dir, file } = await killed()
  truncateSync(file, statSync(file).size / 2)
  const record = (): object =>
    Object.fromEntries(
      Object.entries(contentOf(dir)).filter(([name]) => name.startsWith('journal.db')),
    )
  flip(`${file}-wal`, (lengthOf(file) - 30_000) * 8)
  const before = record()
  const emergency = await served(dir)
  expect(emergency).toMatchObject({ emergency: true })
  expect(emergency.err()).toContain('record-damaged')
  await emergency.signal('SIGTERM')
  expect(record()).toEqual(before)
})
