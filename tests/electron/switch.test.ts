/**
 * The desktop goes on with a restored record: it restarts on the new folder, and so does any start.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { load, newFolder, start, type Program } from './kit/program.ts'
import { until } from '../kit/until.ts'

/** No page is opened here, so none says hello. */
const SILENT = ['page-trouble']

async function restoredIn(program: Program, folder: string): Promise<void> {
  await program.ask('backup/place-set', { folder: newFolder() })
  await until(async () => {
    const { backups, job } = await program.ask('backup/read', {})
    expect([backups.length, job]).toEqual([1, null])
  })
  const { backups } = await program.ask('backup/read', {})
  await program.ask('backup/restore', { backup: backups[0]?.name ?? '', folder })
  await until(async () => {
    expect((await program.ask('backup/read', {})).restored).toMatchObject({ ok: true, folder })
  })
}

it('restarts on the folder that somebody has switched to, and leaves the old one as it is', async () => {
  const folder = join(newFolder(), 'new')
  const first = await start({ browser: null, troubles: SILENT })
  await restoredIn(first, folder)
  expect((await first.ask('backup/read', {})).canSwitch).toBe(true)
  const { url } = await first.ask('site/wall-link', {})
  expect(await first.ask('backup/switch', { folder })).toEqual({})
  await until(() => expect(first.electron.double.state.ended).toMatchObject({ code: 0 }))
  expect(first.electron.double.state.ended?.relaunched).toHaveLength(1)
  await first.end('folder')

  const second = await load({ browser: null, dir: first.dir, troubles: SILENT })
  second.electron.app.becomeReady()
  await until(() => expect(existsSync(join(folder, 'station.json'))).toBe(true))
  await until(() => expect(second.has('console')).toBe(true))
  expect(existsSync(join(first.dir, 'station.json'))).toBe(false)
  expect((await second.ask('backup/read', {})).head?.position).toBeGreaterThan(0)
  // the screens of the room find it
  expect((await second.ask('site/wall-link', {})).url).toBe(url)
  await second.end()
})
