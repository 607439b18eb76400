/** The callers that the station answers, and the headers of every answer. */
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { bearer, expectRefusal, listening, LOCAL, post } from './listening.ts'

describe('Host and Origin', () => {
  it('refuses every name but 127.0.0.1 and localhost with the port, also for a page', async () => {
    const { ask, port } = await listening()
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1.evil.example:${port}`,
      `localhost.:${port}`,
      `user@127.0.0.1:${port}`,
      `[::1]:${port}`,
      `0x7f.0.0.1:${port}`,
      'a b',
    ]) {
      const reply = await ask('/', { headers: { host } })
      expect(reply.status, host).toBeGreaterThanOrEqual(400)
      expect(reply.json, host).toMatchObject({
        ok: false,
        message: { zh: expect.any(String), en: expect.any(String) },
      })
      expect(reply.body, host).not.toContain('console')
    }
    expectRefusal(
      await ask('/', { headers: { host: `evil.example:${port}` } }),
      421,
      'foreign-host',
    )
    expect((await ask('/', { headers: { host: `localhost:${port}` } })).status).toBe(200)
    expect((await ask('/', { headers: { host: `127.0.0.1:${port}` } })).status).toBe(200)
  })

  it('refuses a target that names another host, whatever its Host says', async () => {
    const { port } = await listening()
    const answerTo = (target: string): Promise<string> =>
      new Promise((answered) => {
        const socket = connect(port, '127.0.0.1', () =>
          socket.write(
            `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
          ),
        )
        let answer = ''
        socket.on('data', (piece) => (answer += piece.toString()))
        socket.on('close', () => answered(answer))
      })
    for (const target of [
      'http://evil.example/',
      `http://evil.example:${port}/`,
      `https://127.0.0.1:${port}/`,
      `http://me@127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      'http:///',
    ])
      expect(await answerTo(target), target).toMatch(/^HTTP\/1\.1 (421|400) /)
    expect(await answerTo(`http://127.0.0.1:${port}/`)).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('refuses a request without a Host', async () => {
    const { ask } = await listening()
    expectRefusal(await ask('/', { setHost: false }), 421, 'foreign-host')
  })

  it('refuses a foreign Origin even with the right token; a page on another port of this machine is foreign', async () => {
    const { ask, port, station } = await listening()
    for (const origin of [
      'http://evil.example:7001',
      `http://127.0.0.1:${port + 1}`,
      `https://127.0.0.1:${port}`,
      `http://localhost:${port}`,
      'null',
      '',
    ]) {
      const reply = await ask(
        '/api/request',
        post({ name: 'board/read' }, { ...bearer(LOCAL), origin }),
      )
      expectRefusal(reply, 403, 'foreign-origin')
      expectRefusal(
        await ask('/api/board', { headers: { ...bearer(LOCAL), origin } }),
        403,
        'foreign-origin',
      )
    }
    expect(station.calls).toEqual([])
  })

  it('takes its own Origin, and none at all from a program with a token', async () => {
    const { ask, port } = await listening()
    expect(
      (
        await ask(
          '/api/request',
          post({ name: 'board/read' }, { ...bearer(LOCAL), origin: `http://127.0.0.1:${port}` }),
        )
      ).status,
    ).toBe(200)
    expect((await ask('/api/request', post({ name: 'board/read' }))).status).toBe(200)
  })

  it('refuses what the browser itself calls cross-site or same-site', async () => {
    const { ask } = await listening()
    for (const site of ['cross-site', 'same-site', 'odd'])
      expectRefusal(await ask('/', { headers: { 'sec-fetch-site': site } }), 403, 'foreign-origin')
    for (const site of ['same-origin', 'none'])
      expect((await ask('/', { headers: { 'sec-fetch-site': site } })).status).toBe(200)
  })
})

describe('methods', () => {
  it('takes GET, HEAD and POST only, each at its own address', async () => {
    const { ask } = await listening()
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const reply = await ask('/api/board', { method, headers: bearer(LOCAL) })
      expectRefusal(reply, 405, 'method-not-allowed')
      expect(reply.headers.allow).toBe('GET, HEAD, POST')
    }
    expectRefusal(await ask('/api/board', post({})), 405, 'method-not-allowed')
    expectRefusal(await ask('/', post({})), 405, 'method-not-allowed')
    expectRefusal(await ask('/api/request', { headers: bearer(LOCAL) }), 405, 'method-not-allowed')
    expectRefusal(await ask('/api/session'), 405, 'method-not-allowed')
    expect((await ask('/api/stream', { method: 'HEAD', headers: bearer(LOCAL) })).status).toBe(405)
    expect(await ask('/wall', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })
})

describe('headers', () => {
  it('are on every answer, refused or not, and no cookie and no CORS header ever is', async () => {
    const { ask } = await listening()
    const replies = [
      await ask('/'),
      await ask('/assets/console-Ab12_-9z.js'),
      await ask('/nothing'),
      await ask('/', { setHost: false }),
      await ask('/api/board'),
      await ask('/api/board', { headers: bearer(LOCAL) }),
      await ask('/', { headers: { host: 'a b' } }),
    ]
    for (const { headers } of replies) {
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'"),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(
        Object.keys(headers).filter(
          (name) => name === 'set-cookie' || name.startsWith('access-control-'),
        ),
      ).toEqual([])
    }
  })

  it('are left out of the answer to a sign of life, which has no content, and of no refusal of one', async () => {
    const { ask, station } = await listening()
    const sign = () => ask('/api/again/wall-1', { method: 'POST', headers: bearer(LOCAL) })
    station.answer = { ok: true, position: 8, reply: { known: true } } as never
    const taken = await sign()
    expect([taken.status, taken.body]).toEqual([204, ''])
    expect(taken.headers).not.toHaveProperty('content-security-policy')
    expect(station.calls).toMatchObject([
      { call: { name: 'wall/again', input: { wallId: 'wall-1' } } },
    ])
    station.answer = { ok: true, position: 8, reply: { known: false } } as never
    const unknown = await sign()
    expectRefusal(unknown, 404, 'not-found')
    expect(unknown.headers).toHaveProperty('content-security-policy')
    expectRefusal(await ask('/api/again/wall-1', { method: 'POST' }), 401, 'not-signed-in')
    expectRefusal(
      await ask('/api/again/wall-1', { headers: bearer(LOCAL) }),
      405,
      'method-not-allowed',
    )
  })

  it('let nothing of the record into a cache, and a built file for ever', async () => {
    const { ask } = await listening()
    expect((await ask('/')).headers['cache-control']).toBe('no-store')
    expect((await ask('/api/board', { headers: bearer(LOCAL) })).headers['cache-control']).toBe(
      'no-store',
    )
    expect((await ask('/assets/console-Ab12_-9z.js')).headers['cache-control']).toContain(
      'immutable',
    )
    expect((await ask('/icon.svg')).headers['cache-control']).toBe('no-cache')
  })
})

describe('what is not even a request', () => {
  const raw = (port: number, bytes: string): Promise<string> =>
    new Promise((answered) => {
      let answer = ''
      const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
      socket.on('data', (piece) => (answer += piece.toString()))
      socket.on('close', () => answered(answer))
      socket.on('error', () => answered(answer))
    })

  it('gets a refusal in both languages, too', async () => {
    const { port } = await listening()
    const garbage = await raw(port, 'NONSENSE\r\n\r\n')
    expect(garbage).toMatch(/^HTTP\/1\.1 400 /)
    expect(garbage).toContain('"code":"bad-request","message":{"zh":"')
    expect(garbage).toContain("default-src 'none'")
    const long = await raw(
      port,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
    )
    expect(long).toMatch(/^HTTP\/1\.1 431 /)
    expect(long).toContain('"code":"headers-too-large"')
  })
})
