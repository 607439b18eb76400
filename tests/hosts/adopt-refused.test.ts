/**
 * What people in a hurry get wrong the morning after: another record, another folder, a damaged
 * one, a station that is still up. Each is refused in words that name the next step.
 */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, it } from 'vitest'
import { newFolder, runProgram, served, zeroPage } from './cli.ts'

const above = mkdtempSync(join(tmpdir(), 'vigil-adopt-'))
const [whole, damaged, other] = ['whole', 'damaged', 'other'].map((name) => join(above, name)) as [
  string,
  string,
  string,
]
let emergency = ''

/** A record with one incident. */
async function makeRecord(dir: string): Promise<void> {
  const station = await served(dir)
  const input = { narrative: '厨房冒烟', place: '三楼' }
  expect(await station.ask('incident/report', input, crypto.randomUUID())).toMatchObject({
    ok: true,
  })
  await station.signal('SIGTERM')
}

/** Where the index lies by which the events of a stream are found. */
function indexOf(file: string): number {
  const db = new DatabaseSync(file, { readOnly: true })
  const row = db
    .prepare("SELECT pgoffset AS at FROM dbstat WHERE name = 'sqlite_autoindex_event_1'")
    .get()
  db.close()
  return Number(row?.['at'])
}

afterAll(() => rmSync(above, { recursive: true, force: true }))

it('says where a station is that runs on an emergency record, and takes nothing in meanwhile', async () => {
  await makeRecord(whole)
  await makeRecord(other)
  cpSync(whole, damaged, { recursive: true })
  const file = join(damaged, 'journal.db')
  zeroPage(file, indexOf(file))
  const station = await served(damaged)
  emergency = join(
    damaged,
    readdirSync(damaged).find((name) => name.startsWith('emergency-')) ?? '',
  )
  const input = { narrative: '漏水', place: '地下一层' }
  await station.ask('incident/report', input, crypto.randomUUID())
  expect(await runProgram(['backup', '--data', damaged, '--to', above])).toMatchObject({
    code: 73,
    err: expect.stringContaining(`--data ${emergency}`),
  })
  await station.signal('SIGTERM')
})

it('does not take the incidents of one record into another', async () => {
  const before = readFileSync(join(other, 'journal.db'))
  const adopted = await runProgram(['adopt', '--data', other, '--from', emergency])
  expect(adopted).toMatchObject({ code: 66, err: expect.stringContaining('other-record') })
  expect(readFileSync(join(other, 'journal.db'))).toEqual(before)
})

it('names the emergency record where somebody gives the folder that it lies in', async () => {
  const adopted = await runProgram(['adopt', '--data', whole, '--from', damaged])
  expect(adopted).toMatchObject({ code: 66, err: expect.stringContaining(emergency) })
})

it('says in words which record is damaged, and of an export that there is none', async () => {
  const adopted = await runProgram(['adopt', '--data', damaged, '--from', emergency])
  expect(adopted.code).toBe(2)
  expect(JSON.parse(adopted.out)).toMatchObject({
    ok: false,
    message: { zh: expect.stringContaining(damaged), en: expect.stringContaining(damaged) },
  })
  const out = join(newFolder(), 'month.csv')
  const exported = await runProgram([
    'export',
    '--data',
    damaged,
    '--month',
    '2026-01',
    '--format',
    'csv',
    '--out',
    out,
  ])
  expect(exported).toMatchObject({ code: 65, err: expect.stringContaining('record-damaged') })
})

it('still takes it into the record that it stood in for', async () => {
  const adopted = await runProgram(['adopt', '--data', whole, '--from', emergency])
  expect([adopted.code, JSON.parse(adopted.out)]).toMatchObject([0, { ok: true, incidents: 1 }])
})
