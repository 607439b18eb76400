/** Only files of the build are served, at any address. */
import { connect } from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { builtPages, expectRefusal, listening } from './listening.ts'

/** Sends a request target exactly as written; http.request would tidy or refuse some of them. */
const target = (port: number, path: string): Promise<string> =>
  new Promise((answered) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`),
    )
    socket.on('data', (piece) => (answer += piece.toString()))
    socket.on('close', () => answered(answer))
  })

describe('pages', () => {
  it('serves the console, the wall and what they load', async () => {
    const { ask } = await listening()
    expect(await ask('/')).toMatchObject({
      status: 200,
      body: '<title>console</title>',
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
    expect(await ask('/wall')).toMatchObject({ status: 200, body: '<title>wall</title>' })
    expect(await ask('/wall?distance=6')).toMatchObject({ status: 200 })
    expect(await ask('/assets/console-Ab12_-9z.js')).toMatchObject({
      status: 200,
      body: 'console',
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    })
    expect(await ask('/icon.svg')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/svg+xml' },
    })
  })

  it.each([
    '/..%2frenderer-evil%2fx.js',
    '/../renderer-evil/x.js',
    '/%2e%2e/renderer-evil/x.js',
    '/..%5crenderer-evil%5cx.js',
    '/..\\renderer-evil\\x.js',
    '/../secret.json',
    '/assets/..%2f..%2fsecret.json',
    '//secret.json',
    '//evil.example/x',
    '/assets/link.json',
    '/assets/.git/config.json',
    '/.git/config',
    '/assets/console-Ab12_-9z.js.map',
    '/assets/console-Ab12_-9z.js%00.html',
    '/%00',
    '/assets/',
    '/assets',
    '/index.html',
    '/wall/',
    '/wall.html',
    '/data/',
    '/renderer-evil/x.js',
    '/__proto__',
    '/constructor',
    `/${'a'.repeat(300)}`,
    '/%',
    '/%ff',
  ])('finds nothing at %s', async (path) => {
    const { port } = await listening()
    const answer = await target(port, path)
    expect(answer).toMatch(/^HTTP\/1\.1 (404|400) /)
    expect(answer).toContain('"ok":false')
    expect(answer).toContain('"zh":"')
  })

  it('reads a font when it is first asked for, once, and all else at the start', async () => {
    const dir = builtPages()
    const { ask } = await listening(dir)
    const font = join(dir, 'assets', 'noto-Ab12_-9z.woff2')
    writeFileSync(font, 'later glyphs')
    expect(await ask('/assets/noto-Ab12_-9z.woff2')).toMatchObject({
      status: 200,
      body: 'later glyphs',
      headers: { 'content-type': 'font/woff2' },
    })
    rmSync(dir, { recursive: true })
    expect(await ask('/assets/noto-Ab12_-9z.woff2')).toMatchObject({ body: 'later glyphs' })
    expect(await ask('/assets/console-Ab12_-9z.js')).toMatchObject({ body: 'console' })
    expect(await ask('/')).toMatchObject({ body: '<title>console</title>' })
  })

  it.each([
    ['gzip, deflate, br', 'gzip'],
    ['br;q=1.0, GZIP;q=0.5', 'gzip'],
    ['gzip;q=0', undefined],
    ['identity', undefined],
    [undefined, undefined],
  ])('gives what is packed to a screen that takes %s as %s', async (accepted, encoding) => {
    const dir = builtPages()
    const file = join(dir, 'assets', 'console-Ab12_-9z.js')
    writeFileSync(`${file}.gz`, gzipSync('console'))
    const { ask, port } = await listening(dir)
    rmSync(dir, { recursive: true })
    const headers: Record<string, string> =
      accepted === undefined ? {} : { 'accept-encoding': accepted }
    const plain = await ask('/assets/console-Ab12_-9z.js', { headers })
    expect(plain.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'accept-encoding',
    })
    expect(plain.headers['content-encoding']).toBe(encoding)
    if (encoding === undefined) expect(plain.body).toBe('console')
    else {
      const answer = await fetch(`http://127.0.0.1:${port}/assets/console-Ab12_-9z.js`, { headers })
      expect(await answer.text()).toBe('console')
    }
    expectRefusal(await ask('/assets/console-Ab12_-9z.js.gz', { headers }), 404, 'not-found')
  })

  it('does not take a font that is gone for an empty one', async () => {
    const dir = builtPages()
    const { ask } = await listening(dir)
    rmSync(join(dir, 'assets', 'noto-Ab12_-9z.woff2'))
    expectRefusal(await ask('/assets/noto-Ab12_-9z.woff2'), 500, 'internal')
  })

  it('says how to build them when they are not built', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'vigil-pages-'))
    onTestFinished(() => rmSync(empty, { recursive: true }))
    const { ask } = await listening(empty)
    expectRefusal(await ask('/'), 503, 'pages-missing')
    expectRefusal(await ask('/wall'), 503, 'pages-missing')
    expectRefusal(await ask('/assets/x.js'), 404, 'not-found')
  })
})
