/**
 * The file of an export over HTTP: whole, under its name, for nobody's cache, and never for a wall.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { attachment } from '#main/adapters/http/disposition.ts'
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
      'content-disposition': `attachment; filename="file.csv"; filename*=UTF-8''${encodeURIComponent('十月.csv')}`,
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

it.each([
  [
    '2026年10月月报（草稿）.pdf',
    `filename="2026-10.pdf"; filename*=UTF-8''2026%E5%B9%B410%E6%9C%88%E6%9C%88%E6%8A%A5%EF%BC%88%E8%8D%89%E7%A8%BF%EF%BC%89.pdf`,
  ],
  [
    '2026-10-report-draft.xlsx',
    `filename="2026-10-report-draft.xlsx"; filename*=UTF-8''2026-10-report-draft.xlsx`,
  ],
  // quotes, brackets and stars act in a header; so would a new line
  [
    `a'(b)*";\r\nx: y.csv`,
    `filename="a-b-x-y.csv"; filename*=UTF-8''a%27%28b%29%2A%22%3B%0D%0Ax%3A%20y.csv`,
  ],
])('a file called %s is announced by it, as RFC 6266 has it', (fileName, words) => {
  expect(attachment(fileName)).toBe(`attachment; ${words}`)
})
