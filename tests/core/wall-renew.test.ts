/** Renewing the address of walls: who may, what the record says, and a disk that takes none. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { createAdminCode } from '#main/adapters/admin-code-file.ts'
import { openWallAddress, type WallAddressFile } from '#main/adapters/http/wall-address.ts'
import type { Caller } from '#main/core/api.ts'
import type { Answered } from '#shared/contract/contract.ts'
import { openStation, type Kit } from '../kit/station.ts'

const CODE = 'lark-bay-7'
const QUICK = { n: 2 ** 4, r: 8, p: 1 }
const desk: Caller = { name: '值班员', role: 'dispatcher', session: 'desk-1' }
const wall: Caller = { name: '大屏', role: 'wall' }
const UUID = '0199d6a0-0000-7000-8000-000000000001'

let file = ''
let walls: WallAddressFile
let kit: Kit
beforeEach(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-renew-'))
  file = join(dir, 'wall-address.json')
  walls = openWallAddress(file, { info: () => undefined, error: () => undefined })
  await walls.openedAt(7480)
  kit = await openStation({
    adminCode: createAdminCode(dir, QUICK),
    wallAddress: walls,
    on: 'sqlite',
  })
  onTestFinished(async () => {
    await kit.stop()
    rmSync(dir, { recursive: true, force: true })
  })
})

const renew = (by: Caller = desk, id?: string): Promise<Answered<'site/wall-renew'>> =>
  kit.send('site/wall-renew', {}, { by, ...(id ? { id } : {}) })
const renewals = async (): Promise<unknown[]> =>
  (await kit.events()).filter(({ type }) => type === 'WallAddressRenewed')

it('given a person at the console, when it is renewed, then the record and whoever asks for it say who and when, after a restart too', async () => {
  const { wall: before } = walls.keys()
  expect(await kit.ask('site/wall-link', {})).toEqual({ url: null, renewed: null })
  await kit.send('desk/sign-on', { person: '周敏' }, { by: desk })
  const at = kit.clock.wall()
  expect(await renew()).toMatchObject({ ok: true, reply: {} })
  expect(walls.keys().wall).not.toBe(before)
  expect(await renewals()).toMatchObject([{ stream: 'station', at, by: '周敏', body: {} }])
  kit = await kit.restart('1 h')
  expect(await kit.ask('site/wall-link', {})).toMatchObject({ renewed: { at, by: '周敏' } })
  expect(JSON.stringify(await kit.events())).not.toContain(walls.keys().wall)
})

it('needs the administrator’s code; a wrong one renews nothing', async () => {
  await kit.send('desk/code-set', { code: CODE }, { by: desk })
  const before = { ...walls.keys() }
  expect(await renew()).toMatchObject({ code: 'code-needed' })
  expect(await kit.send('desk/unlock', { code: 'a-wrong-1' }, { by: desk })).toMatchObject({
    code: 'wrong-code',
  })
  expect(await renew()).toMatchObject({ code: 'code-needed' })
  expect(await renew(wall)).toMatchObject({ code: 'forbidden' })
  expect([{ ...walls.keys() }, await renewals()]).toEqual([before, []])
  await kit.send('desk/unlock', { code: CODE }, { by: desk })
  expect(await renew()).toMatchObject({ ok: true })
  expect(walls.keys().wall).not.toBe(before.wall)
})

it('sent again under the same id is done once', async () => {
  expect(await renew(desk, UUID)).toMatchObject({ ok: true })
  const { wall: now } = walls.keys()
  expect(await renew(desk, UUID)).toMatchObject({ ok: true })
  expect([walls.keys().wall, await renewals()]).toEqual([now, [expect.anything()]])
})

it('that the disk does not take leaves the address and the record as they are, and says so', async () => {
  const before = { ...walls.keys() }
  rmSync(file)
  mkdirSync(join(file, 'in-the-way'), { recursive: true })
  expect(await renew()).toMatchObject({
    code: 'wall-not-renewed',
    message: { zh: expect.stringContaining('原来的地址照用') },
  })
  expect([{ ...walls.keys() }, await renewals()]).toEqual([before, []])
  expect(kit.logged.map(({ event }) => event)).toContain('wall-not-renewed')
})

it('is refused where there is none', async () => {
  const other = await openStation()
  onTestFinished(() => other.stop())
  expect(await other.send('site/wall-renew', {})).toMatchObject({ code: 'wall-not-offered' })
})
