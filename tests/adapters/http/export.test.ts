/**
 * The file of an export over HTTP: whole, under its name, for nobody's cache, and never for a wall.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { bearer, expectRefusal, listening, LOCAL, post } from './listening.ts'

it('gives the bytes with their name and kind to whoever is signed in, and says 404 before they are whole', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-file-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const server = await listening()
  expectRefusal(await server.ask('/api/export/x', { headers: bearer(LOCAL) }), 404, 'not-found')
  writeFileSync(join(dir, 'x'), 'a,b\r\n')
  server.station.exported = (id) =>
    id === 'x' ? { file: join(dir, 'x'), fileName: '十月.csv', format: 'csv' } : null
  expect(await server.ask('/api/export/x', { headers: bearer(LOCAL) })).toMatchObject({
    status: 200,
    body: 'a,b\r\n',
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('十月.csv')}`,
      'content-length': '5',
      'cache-control': 'no-store',
    },
  })
  expectRefusal(await server.ask('/api/export/x'), 401, 'not-signed-in')
  const wall = await server.ask(
    '/api/session',
    post({ key: new URL(server.wallUrl).hash.slice('#key='.length) }),
  )
  expectRefusal(
    await server.ask('/api/export/x', { headers: bearer(String(wall.json['token'])) }),
    403,
    'forbidden',
  )
})
