/**
 * There is no room for a file (507): the incident has its 500 MB, or the disk is full. What is said
 * tells what to do, and nothing is left of the file.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { MOST_FILE_BYTES, MOST_INCIDENT_BYTES } from '#shared/domain/incident/record/files.ts'
import { photo } from '../kit/sample-files.ts'
import { newFolder, served } from './cli.ts'
import { ask, attach, report, send } from './sending.ts'

const large = (n: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(MOST_FILE_BYTES)
  bytes.set(photo(String(n)))
  return bytes
}

test('an incident takes 500 MB and no byte more; another one goes on taking files', async () => {
  const dir = newFolder()
  const station = await served(dir)
  const incidentId = await report(station)
  for (let n = 0; n < MOST_INCIDENT_BYTES / MOST_FILE_BYTES; n++)
    await attach(station, incidentId, large(n))
  const full = {
    ok: false,
    code: 'files-full',
    message: { zh: expect.stringMatching(/500MB.*另行存放，登记存放地点/), en: expect.any(String) },
  }
  const lying = readdirSync(join(dir, 'files', 'incoming'))
  expect(await send(station, photo('more'), `?incidentId=${incidentId}`)).toMatchObject({
    status: 507,
    body: full,
  })
  expect(readdirSync(join(dir, 'files', 'incoming'))).toEqual(lying)
  // one that nobody named an incident for waits, and is refused when it is to be attached
  const fileId = String((await send(station, photo('more'))).body['fileId'])
  const late = { incidentId, fileId, name: '又一张.jpg' }
  expect(await station.ask('incident/file-attach', late, crypto.randomUUID())).toMatchObject(full)
  const other = await report(station, '车库')
  await ask(station, 'incident/file-attach', { ...late, incidentId: other })
}, 120_000)

/** A folder on a small file system of its own; null where nobody may mount one. */
function smallDisk(): string | null {
  const dir = newFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'tmpfs', dir], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', dir]))
  return dir
}

test('a disk that is nearly full is left to the record: files are refused, incidents are not', async ({
  skip,
}) => {
  const disk = smallDisk()
  if (disk === null) return skip('mounting a small disk needs root')
  const dir = join(disk, 'data')
  const station = await served(dir)
  const incidentId = await report(station)
  expect(await send(station, photo(), `?incidentId=${incidentId}`)).toMatchObject({
    status: 507,
    body: {
      ok: false,
      code: 'no-room',
      message: { zh: expect.stringMatching(/磁盘空间不够.*管理员清理磁盘.*事件记录不受影响/) },
    },
  })
  expect(readdirSync(join(dir, 'files', 'incoming'))).toEqual([])
  await report(station, '车库')
})
