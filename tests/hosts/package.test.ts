/**
 * The archive package from the command line: of an incident by its number or id, beside a running
 * station and without one, and checked on another folder, where one flipped bit in any part of it
 * is found. It is made to be read without this program.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { unzip } from '#main/adapters/export/zip-archive.ts'
import { TAKEN } from '../kit/sample-files.ts'
import { newFolder, runProgram, served, type Served } from './cli.ts'
import { ask, attach, json } from './sending.ts'

const PHOTO = TAKEN['png'] as Uint8Array<ArrayBuffer>
const SOUND = TAKEN['wav'] as Uint8Array<ArrayBuffer>

/** A theft with a photo of what was left behind, a recording, a report, and a call. */
async function theft(station: Served): Promise<{ incidentId: string; number: string }> {
  const { incidentId } = (await ask(station, 'incident/report', {
    ...{ narrative: '顾客张三的包被偷了', place: '一号门', reporter: '张三' },
  })) as { incidentId: string }
  const { evidenceId } = await ask(station, 'incident/evidence-add', {
    ...{ incidentId, what: '剪断的锁', kind: 'object', place: '保险柜', keeper: '周敏' },
  })
  await attach(station, incidentId, PHOTO, { name: '锁.png', evidenceId })
  await attach(station, incidentId, SOUND, { name: '来电.wav' })
  const board = (await station.board()) as { incidents: { id: string; number: string }[] }
  return { incidentId, number: board.incidents.find(({ id }) => id === incidentId)?.number ?? '' }
}
const close = (station: Served, incidentId: string): Promise<unknown> =>
  ask(station, 'incident/move', { incidentId, to: 'closed', reason: '已处理' })

const packing = (dir: string, incident: string, to: string, ...more: string[]) =>
  runProgram([
    ...['export', '--data', dir, '--incident', incident, '--package', '--to', to],
    ...more,
  ])
const verify = async (file: string): Promise<object> => {
  const ran = await runProgram(['verify', '--package', file])
  return { exit: ran.code, ...json(ran) }
}

test('by its number beside a running station, by its id without one, the same but for when it was read; not before it is closed', async () => {
  const [dir, to] = [newFolder(), newFolder()]
  const station = await served(dir)
  const { incidentId, number } = await theft(station)
  const early = await packing(dir, number, to, '--personal')
  expect([early.code, early.err]).toEqual([66, expect.stringContaining('incident-not-over')])
  await close(station, incidentId)
  const beside = await packing(dir, number, to, '--personal')
  expect(beside.code).toBe(0)
  const { file } = json(beside) as { file: string }
  expect(dirname(file)).toBe(to)
  expect(await verify(file)).toMatchObject({ exit: 0, ok: true })
  const entries = unzip(readFileSync(file))
  rmSync(file)
  await station.signal('SIGTERM')

  const alone = await packing(dir, incidentId, to, '--personal')
  expect([alone.code, json(alone)['file']]).toEqual([0, file])
  const again = unzip(readFileSync(file))
  expect([...again.keys()]).toEqual([...entries.keys()])
  for (const path of entries.keys())
    if (path.startsWith('files/') || path.endsWith('.schema.json'))
      expect(again.get(path)).toEqual(entries.get(path))

  const plain = await packing(dir, number, to)
  expect([plain.code, plain.err]).toEqual([0, expect.stringContaining('--personal')])
  const covered = unzip(readFileSync(file))
  expect([...covered.keys()].filter((path) => path.startsWith('files/'))).toEqual([])
  const telling = [...covered].filter(([, bytes]) => bytes.includes('张三'))
  expect(telling.map(([path]) => path)).toEqual([])
})

test('what cannot be made is said, with its exit code, and no file is left', async () => {
  const [dir, to] = [newFolder(), newFolder()]
  const station = await served(dir)
  const { incidentId, number } = await theft(station)
  await close(station, incidentId)
  await station.signal('SIGTERM')
  const codes = async (...args: string[]): Promise<unknown> => {
    const { code, err } = await runProgram(['export', '--data', dir, ...args])
    return [code, err.trim().split('\n').at(-1)?.split(':')[0]]
  }
  const of = ['--incident', number, '--package']
  expect(await codes('--incident', '2020-999', '--package', '--to', to)).toEqual([
    66,
    'unknown-incident',
  ])
  expect(await codes('--incident', 'nobody', '--package', '--to', to)).toEqual([
    66,
    'unknown-incident',
  ])
  expect(await codes(...of, '--to', join(to, 'nowhere'))).toEqual([74, 'file-not-written'])
  expect(await codes(...of, '--format', 'pdf', '--to', to)).toEqual([64, 'usage'])
  expect(await codes('--month', '2026-11', '--package')).toEqual([64, 'usage'])
  expect(await codes('--incident', number, '--month', '2026-11', '--format', 'html')).toEqual([
    64,
    'usage',
  ])
  const page = await runProgram([
    ...['export', '--data', dir, '--incident', number, '--format', 'html', '--to', to],
  ])
  expect([page.code, json(page)['file']]).toEqual([0, expect.stringMatching(/\.html$/)])
  rmSync(String(json(page)['file']))

  const [attached = ''] = readdirSync(join(dir, 'files')).filter((name) => name !== 'incoming')
  const lying = join(dir, 'files', attached)
  const bytes = readFileSync(lying)
  const last = bytes.length - 1 // of its first bytes it would be another kind of file
  bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last)
  writeFileSync(lying, bytes)
  expect(await codes(...of, '--to', to, '--personal')).toEqual([2, 'file-changed'])
  rmSync(lying)
  expect(await codes(...of, '--to', to, '--personal')).toEqual([2, 'unknown-file'])
  expect(readdirSync(to)).toEqual([])
})

test('a bit that is flipped in any part of it is found on another folder, and the part is named', async () => {
  const [dir, to, elsewhere] = [newFolder(), newFolder(), newFolder()]
  const station = await served(dir)
  const { incidentId, number } = await theft(station)
  await ask(station, 'bulletin/send', {
    ...{ incidentId, number: 1, text: '一号门失窃一起，已报警。' },
    ...{ signer: '雀大甲', to: '市场监管所' },
  })
  await close(station, incidentId)
  const { file } = json(await packing(dir, number, to, '--personal')) as { file: string }
  await station.signal('SIGTERM')
  const bytes = readFileSync(file)
  const entries = unzip(bytes)
  const paths = [...entries.keys()]
  expect(paths.map((path) => path.replace(/-[0-9a-f]{12}\./, '-….'))).toEqual([
    'README.txt',
    'record.html',
    'record.json',
    'record.schema.json',
    'papers/authorities-1.txt',
    'files/1-….png',
    'files/2-….wav',
    'SHA256SUMS',
  ])
  const copy = join(elsewhere, 'package.zip')
  for (const path of paths) {
    const content = entries.get(path) ?? Buffer.alloc(0)
    const header = Buffer.concat([Buffer.from(path), content])
    const at = bytes.indexOf(header) + header.length - (content.length >> 1)
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8(flipped.readUInt8(at) ^ 4, at)
    writeFileSync(copy, flipped)
    expect(await verify(copy), path).toMatchObject({ exit: 2, ok: false, where: path })
  }
  for (const at of [bytes.length - 10, bytes.length - 60]) {
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at)
    writeFileSync(copy, flipped)
    expect(await verify(copy)).toMatchObject({ exit: 2, ok: false })
  }

  // and by what any machine has
  const sums = entries.get('SHA256SUMS')?.toString() ?? ''
  const unpacked = join(elsewhere, 'unpacked')
  for (const [path, content] of entries) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true })
    writeFileSync(join(unpacked, path), content)
    if (path !== 'SHA256SUMS')
      expect(sums).toContain(`${createHash('sha256').update(content).digest('hex')}  ${path}\n`)
  }
  const page = entries.get('record.html')?.toString('utf8') ?? ''
  expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">/)
  expect(page).not.toMatch(
    /<script|<link|<iframe|<object|<embed|\ssrc=|\shref=|url\(|@import|@font-face/i,
  )
})
