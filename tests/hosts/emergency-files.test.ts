/**
 * Files through an emergency record (ADR 12): those from before are there, new ones are
 * attached, and adopting brings all of them along, each checked against its digest.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { photo } from '../kit/sample-files.ts'
import { newFolder, runProgram, served, tamper, type Served } from './cli.ts'
import { ask, attach, bytesOf, json, report, send } from './sending.ts'

const [BEFORE, MEANWHILE, MAP] = [photo('before'), photo('meanwhile'), photo('map')]

type Held = {
  incidents: { id: string; place: string; files?: { fileId: string; evidenceId?: string }[] }[]
  emergency: { incidents: { incidentId: string; place: string }[] } | null
}
const boardOf = async (station: Served): Promise<Held> => (await station.board()) as unknown as Held

type Story = {
  whole: string
  emergency: string
  first: string
  second: string
  map: string
  about: { planId: string }
}

async function aPlan(station: Served): Promise<{ planId: string }> {
  const [plan] = (await station.ask('plans/list'))['reply'] as { id: string }[]
  return { planId: plan!.id }
}
async function mapsOf(station: Served, about: { planId: string }): Promise<string[]> {
  const { files } = (await station.ask('attachment/list', { about }))['reply'] as {
    files: { fileId: string; name: string }[]
  }
  return files.map(({ fileId, name }) => (name === '平面图.jpg' ? fileId : name))
}

/**
 * A theft with a photo; the record is damaged, its photo is not. The theft is taken over, and
 * another photo shows what was kept as evidence. `whole`: the folder as it was before, without its
 * files, as a backup from before has it.
 */
async function gone(): Promise<Story> {
  const dir = newFolder()
  const station = await served(dir)
  const incidentId = await report(station)
  const first = await attach(station, incidentId, BEFORE)
  const about = await aPlan(station)
  const map = String((await send(station, MAP)).body['fileId'])
  await ask(station, 'attachment/add', { about, fileId: map, name: '平面图.jpg' })
  await report(station, '一号门')
  await station.signal('SIGTERM')
  const whole = join(newFolder(), 'whole')
  cpSync(dir, whole, { recursive: true })
  rmSync(join(whole, 'files'), { recursive: true })
  const journal = join(dir, 'journal.db')
  tamper(journal, "UPDATE event SET body = replace(body, '一号门', '二号门')")
  tamper(journal, 'DELETE FROM anchor')

  const standIn = await served(dir)
  expect(standIn).toMatchObject({ emergency: true })
  const { emergency } = await boardOf(standIn)
  const left = emergency?.incidents.find(({ place }) => place === '大厅')?.incidentId
  const taken = await ask(standIn, 'incident/take-over', { incidentId: left })
  const id = String(taken['incidentId'])
  expect(await bytesOf(standIn, first)).toEqual(new Uint8Array(BEFORE))
  const { evidenceId } = await ask(standIn, 'incident/evidence-add', {
    ...{ incidentId: id, what: '撬坏的锁', kind: 'object', place: '保险柜' },
  })
  const second = await attach(standIn, id, MEANWHILE, { evidenceId })
  const folder = join(dir, readdirSync(dir).find((name) => name.startsWith('emergency-')) ?? '')
  const lies = (fileId: string): boolean => existsSync(join(folder, 'files', fileId))
  expect(await mapsOf(standIn, about)).toEqual([map])
  await expect
    .poll(() => [first, second, map].map(lies), { timeout: 20_000 })
    .toEqual([true, true, true])
  expect((await boardOf(standIn)).incidents).toMatchObject([
    { id, files: [{ fileId: first }, { fileId: second, evidenceId }] },
  ])
  await standIn.signal('SIGTERM')
  expect(json(await runProgram(['verify', '--data', folder]))).toMatchObject({ ok: true })
  return { whole, emergency: folder, first, second, map, about }
}

it('what was attached before and meanwhile is there after adopting, also where the backup had none of it', async () => {
  const { whole, emergency, first, second, map, about } = await gone()
  const adopted = await runProgram(['adopt', '--data', whole, '--from', emergency])
  expect([adopted.code, json(adopted)]).toMatchObject([0, { ok: true, incidents: 1, files: 3 }])
  expect(json(await runProgram(['verify', '--data', whole]))).toMatchObject({ ok: true })
  const station = await served(whole)
  expect(await bytesOf(station, first)).toEqual(new Uint8Array(BEFORE))
  expect(await bytesOf(station, second)).toEqual(new Uint8Array(MEANWHILE))
  expect(await mapsOf(station, about)).toEqual([map])
  expect(await bytesOf(station, map)).toEqual(new Uint8Array(MAP))
  const { incidents } = await boardOf(station)
  expect(incidents.find(({ place }) => place === '大厅')?.files).toHaveLength(2)
  // what goes on in the other one is kept once
  const { items } = (await station.ask('incident/evidence-list'))['reply'] as {
    items: { what: string; files: unknown[] }[]
  }
  expect(items.map(({ what, files }) => [what, files.length])).toEqual([['撬坏的锁', 1]])
})

it('a photo with a flipped bit keeps no incident out, is not brought along, and is named', async () => {
  const { whole, emergency, second } = await gone()
  const file = join(emergency, 'files', second)
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(5) ^ 1, 5)
  writeFileSync(file, bytes)
  const where = `files/${second}`
  const adopted = await runProgram(['adopt', '--data', whole, '--from', emergency])
  expect([adopted.code, json(adopted)]).toMatchObject([
    0,
    {
      ...{ ok: true, incidents: 1, files: 2, fileLeft: where },
      message: { zh: expect.stringContaining(`附件${where}不在或有损坏，请从备份里找回`) },
    },
  ])
  expect(existsSync(join(whole, 'files', second))).toBe(false)
  const verified = await runProgram(['verify', '--data', whole])
  expect([verified.code, json(verified)]).toMatchObject([2, { why: 'file-missing', where }])
})
