/**
 * A data folder copied by hand while its station works, and one in which other accounts may write:
 * the start says in words what is wrong and what to do.
 */
import { chmodSync, cpSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newFolder, runProgram, served, tamper, type Served } from './cli.ts'

type Text = { zh: string; en: string }
type Board = { notes: Text[]; emergency: { why: Text } | null }
const boardOf = async (station: Served): Promise<Board> => (await station.board()) as Board
const wordsOf = async (station: Served): Promise<string> => {
  const { notes, emergency } = await boardOf(station)
  return [...notes, emergency?.why].map((text) => text?.zh ?? '').join('\n')
}
const report = (station: Served): Promise<Record<string, unknown>> =>
  station.ask('incident/report', { narrative: '测试：冒烟', place: '大厅' }, crypto.randomUUID())
const COPIED = '手工复制来的'

it('never passes for a whole record in silence, whatever the copy caught', async () => {
  const [dir, above] = [newFolder(), newFolder()]
  const station = await served(dir)
  let isOver = false
  const load = (async () => {
    while (!isOver) await report(station)
  })()
  for (let n = 0; n < 2; n++) {
    cpSync(dir, join(above, `${n}`), { recursive: true })
    const copy = await served(join(above, `${n}`))
    expect(await wordsOf(copy)).toContain(COPIED)
    await copy.signal('SIGTERM')
  }
  isOver = true
  await load
  await station.signal('SIGTERM')
  const again = await served(dir)
  expect(await wordsOf(again)).not.toContain(COPIED)
})

it('says so where it cannot be opened, also to verify, which leaves it to be told at the start', async () => {
  const [dir, copy] = [newFolder(), join(newFolder(), 'copy')]
  const station = await served(dir)
  await report(station)
  cpSync(dir, copy, { recursive: true })
  await station.signal('SIGKILL')
  tamper(join(copy, 'journal.db'), `UPDATE event SET "by" = 'x' WHERE seq = 1`)
  const verified = await runProgram(['verify', '--data', copy])
  expect(verified.code).toBe(2)
  expect(verified.out).toContain(COPIED)
  const started = await served(copy)
  const { emergency } = await boardOf(started)
  expect(emergency?.why.zh).toContain(COPIED)
  expect(emergency?.why.zh).toContain('station backup')
})

it('is no copy where the folder was renamed, after a kill too', async () => {
  const [dir, moved] = [newFolder(), join(newFolder(), 'moved')]
  const station = await served(dir)
  await station.signal('SIGKILL')
  renameSync(dir, moved)
  mkdirSync(dir)
  expect(await wordsOf(await served(moved))).not.toContain(COPIED)
})

it('in which other accounts may write is closed to them, which is told; what they may read stays', async () => {
  const dir = newFolder()
  chmodSync(dir, 0o777)
  const station = await served(dir)
  expect(statSync(dir).mode & 0o777).toBe(0o755)
  expect(await wordsOf(station)).toContain('现已收回')
  await station.signal('SIGTERM')
  expect(await wordsOf(await served(dir))).toBe('')
})
