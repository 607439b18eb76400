/**
 * Files of incidents with the real station: taken in, attached, given out, in backups,
 * checked; a kill leaves nothing half.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unzip } from '#main/adapters/export/zip-archive.ts'
import { photo } from '../kit/sample-files.ts'
import { newFolder, runProgram, served, type Served } from './cli.ts'
import { ask, attached, bytesOf, get, json, report, send } from './sending.ts'

async function wallToken({ url, wallUrl }: Served): Promise<string> {
  const key = new URL(wallUrl).hash.slice('#key='.length)
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  })
  return ((await answer.json()) as { token: string }).token
}

async function refuses(station: Served): Promise<void> {
  const incidentId = await report(station)
  const large = new Uint8Array(25 * 1024 * 1024 + 1)
  large.set(photo())
  expect((await send(station, large)).status).toBe(413)
  expect(await send(station, new TextEncoder().encode('<html>'))).toMatchObject({
    status: 415,
    body: { ok: false, code: 'file-code', message: { zh: expect.any(String) } },
  })
  expect((await send(station, photo(), '?incidentId=nobody')).status).toBe(404)
  expect(
    await station.ask(
      'incident/file-attach',
      { incidentId, fileId: '0'.repeat(64), name: 'x' },
      crypto.randomUUID(),
    ),
  ).toMatchObject({ code: 'unknown-file' })
  await ask(station, 'incident/move', { incidentId, to: 'closed', reason: '无须处置' })
  await ask(station, 'incident/move', { incidentId, to: 'archived' })
  expect(await send(station, photo(), `?incidentId=${incidentId}`)).toMatchObject({
    status: 409,
    body: { code: 'incident-over' },
  })
}

async function isSilentTo(station: Served, fileId: string): Promise<void> {
  const token = await wallToken(station)
  expect((await get(station, `/api/files/${fileId}`, token)).status).toBe(403)
  const refused = await fetch(`${station.url}/api/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: photo(),
  })
  expect(refused.status).toBe(403)
  const board = await (await get(station, '/api/board', token)).text()
  expect(board).toContain('大厅')
  expect(board).not.toContain(fileId)
  expect(board).not.toContain('现场.jpg')
  expect((await fetch(`${station.url}/api/files/${fileId}`)).status).toBe(401)
}

test('a photo goes in, is attached once and comes out as no page; others are refused in words; no wall learns of it', async () => {
  const station = await served(newFolder())
  const incidentId = await report(station)
  const [first, again] = [await send(station, photo()), await send(station, photo())]
  expect(first).toMatchObject({ status: 200, body: { ok: true, format: 'jpg' } })
  expect([again.body, first.body['sha256']]).toEqual([first.body, first.body['fileId']])
  const { fileId } = first.body
  const input = { incidentId, fileId, name: '现场.jpg' }
  expect(await ask(station, 'incident/file-attach', input)).toEqual({ attachmentId: '1' })
  expect(await ask(station, 'incident/file-attach', input)).toEqual({ attachmentId: '1' })

  const download = await get(station, `/api/files/${String(fileId)}`)
  expect(new Uint8Array(await download.arrayBuffer())).toEqual(photo())
  expect(Object.fromEntries(download.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': expect.stringMatching(/^attachment; filename="vigil-[0-9a-f]{12}\.jpg"/),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })

  await refuses(station)
  await isSilentTo(station, String(fileId))
})

test('an incident that is closed is packed, and the package is checked without the station; one flipped bit is named', async () => {
  const station = await served(newFolder())
  const { incidentId } = await attached(station)
  const start = async (personal: boolean): Promise<Record<string, unknown>> =>
    station.ask('export/start', { what: { incidentId, personal }, format: 'zip', language: 'zh' })
  const pack = async (personal: boolean): Promise<Buffer> => {
    const { exportId } = (await start(personal))['reply'] as { exportId: string }
    await expect
      .poll(() => station.ask('export/read', { exportId }), { timeout: 40_000 })
      .toMatchObject({ reply: { state: 'written' } })
    return Buffer.from(await (await get(station, `/api/export/${exportId}`)).arrayBuffer())
  }
  expect(await start(true)).toMatchObject({ ok: false, code: 'incident-not-over' })
  await ask(station, 'incident/move', { incidentId, to: 'closed', reason: '无须处置' })
  const plain = unzip(await pack(false))
  expect([...plain.keys()].filter((path) => path.startsWith('files/'))).toEqual([])
  for (const words of ['现场.jpg', '丢了包'])
    expect([...plain].filter(([, bytes]) => bytes.includes(words))).toEqual([])
  const bytes = await pack(true)
  await station.signal('SIGTERM')

  const entries = unzip(bytes)
  expect(entries.get('record.html')?.includes('<script')).toBe(false)
  expect(JSON.parse(entries.get('record.json')?.toString() ?? '')).toMatchObject({
    package: 'vigil-incident',
    personal: true,
    incident: { id: incidentId, files: [{ name: '现场.jpg' }] },
  })
  const name = [...entries.keys()].find((path) => path.startsWith('files/1-')) ?? ''
  expect(new Uint8Array(entries.get(name) ?? [])).toEqual(photo())
  const file = join(newFolder(), 'package.zip')
  const verify = async (): Promise<unknown> => {
    writeFileSync(file, bytes)
    const ran = await runProgram(['verify', '--package', file])
    return { exit: ran.code, ...json(ran) }
  }
  expect(await verify()).toMatchObject({ exit: 0, ok: true })
  const at = bytes.indexOf(photo())
  bytes.writeUInt8(bytes.readUInt8(at + 4) ^ 1, at + 4)
  expect(await verify()).toMatchObject({ exit: 2, ok: false, where: name })
  expect((await runProgram(['verify', '--package', `${file}.none`])).code).toBe(66)
})

test('an upload that is cut in the middle leaves nothing, and the next one is taken', async () => {
  const dir = newFolder()
  const station = await served(dir)
  const incoming = join(dir, 'files', 'incoming')
  const sending = request(`${station.url}/api/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${station.token}`, 'content-length': '100000' },
  })
  sending.on('error', () => undefined)
  sending.write(photo())
  const lying = (): readonly string[] => (existsSync(incoming) ? readdirSync(incoming) : [])
  await expect.poll(lying, { timeout: 20_000 }).toHaveLength(1)
  sending.destroy()
  await expect.poll(lying, { timeout: 20_000 }).toEqual([])
  const { fileId } = await attached(station)
  expect(await bytesOf(station, fileId)).toEqual(photo())
})

test('a kill in the middle leaves no file and no event', async () => {
  const dir = newFolder()
  const station = await served(dir)
  const { url, token } = station
  const incoming = join(dir, 'files', 'incoming')
  const sending = request(`${url}/api/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-length': '100000' },
  })
  sending.on('error', () => undefined)
  sending.write(photo())
  await expect
    .poll(() => (existsSync(incoming) ? readdirSync(incoming).length : 0), { timeout: 20_000 })
    .toBe(1)
  await station.signal('SIGKILL')
  const next = await served(dir)
  expect(readdirSync(incoming)).toEqual([])
  expect(await next.board()).toMatchObject({ incidents: [] })
})

test('one flipped bit is found, and a file that is gone; a backup has the files, heals what was damaged since, and is restored', async () => {
  const [dir, place, folder] = [newFolder(), newFolder(), newFolder()]
  const station = await served(dir)
  const { fileId } = await attached(station)
  const backUp = async (): Promise<string> => {
    const backup = await runProgram(['backup', '--data', dir, '--to', place])
    expect(backup.code).toBe(0)
    return join(place, String(json(backup)['backup']))
  }
  const first = await backUp()
  const manifest = JSON.parse(readFileSync(join(first, 'manifest.json'), 'utf8')) as {
    format: number
    files: object[]
  }
  expect(manifest.format).toBe(2)
  expect(manifest.files).toContainEqual({
    path: `files/${fileId}`,
    bytes: photo().length,
    sha256: fileId,
  })
  const file = join(dir, 'files', fileId)
  const verify = async (of: string): Promise<unknown> => {
    const ran = await runProgram(['verify', '--data', of])
    return { exit: ran.code, ...json(ran) }
  }
  writeFileSync(
    file,
    Uint8Array.from(photo(), (byte, n) => (n === 5 ? byte ^ 1 : byte)),
  )
  const where = `files/${fileId}`
  const damage = { exit: 2, ok: false, firstBad: 0, why: 'file-changed', where }
  expect(await verify(dir)).toMatchObject(damage)
  await ask(station, 'incident/report', { narrative: '又一起', place: '车库' })
  await backUp()
  await station.signal('SIGTERM')
  expect(await verify(dir)).toMatchObject(damage)
  rmSync(file)
  expect(await verify(dir)).toMatchObject({ exit: 2, why: 'file-missing', where })
  const into = join(folder, 'restored')
  expect((await runProgram(['restore', '--data', into, '--from', place])).code).toBe(0)
  expect(new Uint8Array(readFileSync(join(into, 'files', fileId)))).toEqual(photo())
  expect(await verify(into)).toMatchObject({ exit: 0, ok: true })
})
