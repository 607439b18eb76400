/**
 * A data folder into which somebody has put back an older record, or whose log of writes was lost:
 * the station runs, and says what is missing.
 */
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newFolder, served, type Served } from './cli.ts'

type Text = { zh: string; en: string }
type Board = { incidents: unknown[]; alerts: { id: string; cause: Text }[] }
const boardOf = async (station: Served): Promise<Board> => (await station.board()) as Board
const report = (station: Served): Promise<Record<string, unknown>> =>
  station.ask('incident/report', { narrative: '测试：冒烟', place: '大厅' }, crypto.randomUUID())

it('an older record is told, once recorded, and followed from then on', async () => {
  const dir = newFolder()
  const [file, older] = [join(dir, 'journal.db'), join(newFolder(), 'older.db')]
  const first = await served(dir)
  await report(first)
  await first.signal('SIGTERM')
  cpSync(file, older)
  const second = await served(dir)
  for (let n = 0; n < 3; n++) await report(second)
  await second.signal('SIGTERM')
  cpSync(older, file)
  const third = await served(dir)
  const { incidents, alerts } = await boardOf(third)
  expect(incidents).toHaveLength(1)
  const cause = {
    zh: expect.stringMatching(/^记录缺失3条/),
    en: expect.stringMatching(/^3 entries/),
  }
  expect(alerts).toMatchObject([{ cause }])
  expect(third.err()).toContain('record-shortened')
  expect(await report(third)).toMatchObject({ ok: true })
  await third.signal('SIGTERM')
  const fourth = await served(dir)
  expect((await boardOf(fourth)).alerts).toMatchObject([{ cause }])
  expect(fourth.err()).not.toContain('record-shortened')
  expect(await fourth.ask('journal/verify')).toMatchObject({ reply: { ok: true } })
})

it('a log of writes that vanished after a kill is told, whatever else was', async () => {
  const dir = newFolder()
  const station = await served(dir)
  await report(station)
  const witness = (): { position: number } =>
    JSON.parse(readFileSync(join(dir, 'head.json'), 'utf8')) as { position: number }
  await expect.poll(() => witness().position).toBeGreaterThan(1)
  await station.signal('SIGKILL')
  const log = join(dir, 'journal.db-wal')
  rmSync(log, { force: true })
  rmSync(`${join(dir, 'journal.db')}-shm`, { force: true })
  const again = await served(dir)
  const { incidents } = await boardOf(again)
  const isReported = (await boardOf(again)).alerts.some(({ cause }) =>
    cause.zh.includes('记录缺失'),
  )
  expect(incidents.length === 1 || isReported).toBe(true)
})
