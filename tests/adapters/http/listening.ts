/**
 * A really listening server for a test, and plain requests to it: every header is the test's own,
 * none is added or tidied.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, vi } from 'vitest'
import { readPages } from '#main/adapters/http/built-pages.ts'
import { startHttp, type HttpServer } from '#main/adapters/http/http-server.ts'
import { stubStation, type Stub } from './station.ts'

vi.setConfig({ testTimeout: 30_000 }) // the machine may be busy

export const LOCAL = 'local-token-of-this-test'
export const bearer = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
})

export type Reply = {
  status: number
  headers: IncomingHttpHeaders
  body: string
  json: Record<string, unknown>
}
export type Ask = {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  setHost?: boolean
}
export type Running = HttpServer & {
  station: Stub
  clock: { now: number }
  logged: string[]
  ask(path: string, how?: Ask): Promise<Reply>
}

/** Built faces as the build leaves them, with what must never be served beside and inside them. */
export function builtPages(): string {
  const root = mkdtempSync(join(tmpdir(), 'vigil-pages-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const dir = join(root, 'renderer')
  mkdirSync(join(dir, 'assets', '.git'), { recursive: true })
  mkdirSync(join(root, 'renderer-evil'))
  writeFileSync(join(dir, 'index.html'), '<title>console</title>')
  writeFileSync(join(dir, 'wall.html'), '<title>wall</title>')
  writeFileSync(join(dir, 'assets', 'console-Ab12_-9z.js'), 'console')
  writeFileSync(join(dir, 'assets', 'console-Ab12_-9z.js.map'), '{}')
  writeFileSync(join(dir, 'assets', '.git', 'config.json'), '{}')
  writeFileSync(join(dir, 'assets', 'noto-Ab12_-9z.woff2'), 'glyphs')
  writeFileSync(join(dir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(root, 'secret.json'), '{}')
  writeFileSync(join(root, 'renderer-evil', 'x.js'), 'evil')
  symlinkSync(join(root, 'secret.json'), join(dir, 'assets', 'link.json'))
  return dir
}

export async function listening(pages = builtPages()): Promise<Running> {
  const station = stubStation()
  const clock = { now: 1_790_000_000_000 }
  const logged: string[] = []
  const server = await startHttp({
    station,
    port: 0,
    pages: readPages(pages),
    secret: 'secret-of-this-test',
    localToken: LOCAL,
    clock: { wall: () => clock.now, mono: () => clock.now },
    log: { info: (event) => void logged.push(event), error: (event) => void logged.push(event) },
  })
  onTestFinished(() => server.stop())
  return { ...server, station, clock, logged, ask: (path, how) => ask(server.port, path, how) }
}

export function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body, setHost = true }: Ask = {},
): Promise<Reply> {
  return new Promise((answered, failed) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method, headers, setHost, agent: false },
      (incoming) => {
        const pieces: Buffer[] = []
        incoming.on('data', (piece: Buffer) => pieces.push(piece))
        incoming.on('end', () => {
          const text = Buffer.concat(pieces).toString()
          const isJson =
            incoming.headers['content-type']?.startsWith('application/json') && text !== ''
          const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : {}
          answered({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: text,
            json,
          })
        })
      },
    )
    outgoing.on('error', failed)
    outgoing.end(body)
  })
}

export const post = (value: unknown, headers: Record<string, string> = bearer(LOCAL)): Ask => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof value === 'string' ? value : JSON.stringify(value),
})

/** A refusal has its status, its code and words in both languages, whoever made it. */
export function expectRefusal(reply: Reply, status: number, code: string): void {
  expect({ status: reply.status, code: reply.json.code }).toEqual({ status, code })
  expect(reply.json).toMatchObject({
    ok: false,
    message: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/\w/) },
  })
}
