/** The console's page under Electron sends and gets files as a browser does over HTTP. */
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Files } from '#main/adapters/http/file-routes.ts'
import { answerFile } from '#main/hosts/electron/app-files.ts'
import { photo } from '../../kit/sample-files.ts'

const ID = 'a'.repeat(64)
const caller = { name: '值班员', role: 'dispatcher' as const, session: 'desktop' }
const PAGE = 'app://console'

function files(): { files: Files; taken: { bytes: number; incidentId: string | null }[] } {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-app-files-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const path = join(dir, ID)
  writeFileSync(path, photo())
  const taken: { bytes: number; incidentId: string | null }[] = []
  return {
    taken,
    files: {
      async takeFile(content, incidentId) {
        let bytes = 0
        for await (const piece of content) bytes += piece.length
        taken.push({ bytes, incidentId })
        return { ok: true, fileId: ID, sha256: ID, bytes, format: 'jpg' }
      },
      fileOf: async () => ({ ok: true, id: ID, bytes: photo().length, format: 'jpg', path }),
    },
  }
}
const send = (path: string, init: RequestInit, of: Files | null) =>
  answerFile(new Request(`${PAGE}${path}`, init), of, caller)

it('takes the body as it is, for the incident that the address names', async () => {
  const { files: of, taken } = files()
  const answer = await send('/api/files?incidentId=i1', { method: 'POST', body: photo() }, of)
  expect(await answer?.json()).toMatchObject({ ok: true, fileId: ID })
  expect(taken).toEqual([{ bytes: photo().length, incidentId: 'i1' }])
})

it('gives the bytes with their type, as no page', async () => {
  const answer = await send(`/api/files/${ID}`, {}, files().files)
  expect(new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(photo())
  expect(answer?.headers.get('content-type')).toBe('image/jpeg')
  expect(answer?.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
})

it('refuses other methods, and anything before the station runs; other addresses are not its', async () => {
  expect((await send('/api/files', {}, files().files))?.status).toBe(405)
  expect((await send(`/api/files/${ID}`, { method: 'POST' }, files().files))?.status).toBe(405)
  expect((await send('/api/files', { method: 'POST' }, null))?.status).toBe(404)
  expect(await send('/index.html', {}, files().files)).toBeNull()
})
