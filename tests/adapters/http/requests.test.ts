/** Tokens, envelopes, limits. */
import { describe, expect, it } from 'vitest'
import { startHttp } from '#main/adapters/http/http-server.ts'
import { localized } from '#shared/domain/text.ts'
import { bearer, expectRefusal, listening, LOCAL, post, type Running } from './listening.ts'
import { stubStation } from './station.ts'

const keyOf = (link: string): string => new URL(link).hash.replace('#key=', '')
const signIn = async (running: Running, link: string): Promise<string> =>
  String((await running.ask('/api/session', post({ key: keyOf(link) }, {}))).json.token)

describe('sessions', () => {
  it('opens the console once with its key', async () => {
    const running = await listening()
    const first = await running.ask('/api/session', post({ key: keyOf(running.consoleUrl) }, {}))
    expect(first).toMatchObject({
      status: 200,
      json: { ok: true, role: 'dispatcher', name: '值班员', token: expect.any(String) },
    })
    expectRefusal(
      await running.ask('/api/session', post({ key: keyOf(running.consoleUrl) }, {})),
      401,
      'key-not-valid',
    )
  })

  it('opens a wall any number of times', async () => {
    const running = await listening()
    for (let i = 0; i < 20; i++) {
      const reply = await running.ask('/api/session', post({ key: keyOf(running.wallUrl) }, {}))
      expect(reply).toMatchObject({ status: 200, json: { role: 'wall', name: '大屏' } })
    }
  })

  it('refuses another key, a key of another kind and one with more beside it', async () => {
    const { ask, wallUrl } = await listening()
    expectRefusal(await ask('/api/session', post({ key: 'guess' }, {})), 401, 'key-not-valid')
    expectRefusal(await ask('/api/session', post({ key: '' }, {})), 401, 'key-not-valid')
    expectRefusal(await ask('/api/session', post({ key: LOCAL }, {})), 401, 'key-not-valid')
    expectRefusal(await ask('/api/session', post({ key: 5 }, {})), 400, 'bad-request')
    expectRefusal(await ask('/api/session', post({}, {})), 400, 'bad-request')
    expectRefusal(
      await ask('/api/session', post({ key: keyOf(wallUrl), role: 'dispatcher' }, {})),
      400,
      'unknown-field',
    )
  })

  it('hands the station who is asking: local token, console, wall', async () => {
    const running = await listening()
    const [dispatcher, wall] = [
      await signIn(running, running.consoleUrl),
      await signIn(running, running.wallUrl),
    ]
    for (const token of [LOCAL, dispatcher, wall])
      await running.ask('/api/request', post({ name: 'board/read' }, bearer(token)))
    expect(running.station.calls.map(({ caller }) => caller)).toEqual([
      { name: '本机程序', role: 'administrator' },
      { name: '值班员', role: 'dispatcher', session: expect.stringMatching(/^[0-9a-f]{16}$/) },
      { name: '大屏', role: 'wall', session: expect.stringMatching(/^[0-9a-f]{16}$/) },
    ])
  })

  it('tells consoles apart that sign in at one moment, and each stays itself', async () => {
    const running = await listening()
    const { consoleUrl } = (
      await running.ask('/api/link', { method: 'POST', headers: bearer(LOCAL) })
    ).json.reply as { consoleUrl: string }
    const [tokenA, tokenB] = [
      await signIn(running, running.consoleUrl),
      await signIn(running, consoleUrl),
    ]
    for (const token of [tokenA, tokenB, tokenA])
      await running.ask('/api/request', post({ name: 'board/read' }, bearer(token)))
    const [first, second, third] = running.station.calls.map(({ caller }) => caller.session)
    expect(first).toBe(third)
    expect(first).not.toBe(second)
  })

  it('needs a token, whole and unaltered', async () => {
    const running = await listening()
    const token = await signIn(running, running.wallUrl)
    const [body = '', signature = ''] = token.split('.')
    const raised = Buffer.from(
      JSON.stringify({ name: '大屏', role: 'dispatcher', ends: null }),
    ).toString('base64url')
    for (const headers of [
      {},
      bearer(''),
      bearer('x'),
      bearer(body),
      bearer(`${body}.`),
      bearer(`${body}.x`),
      bearer(`${raised}.${signature}`),
      bearer(`${token}.x`),
      { authorization: token },
      { authorization: `Basic ${token}` },
      { cookie: `token=${token}` },
    ])
      for (const reply of [
        await running.ask('/api/board', { headers }),
        await running.ask('/api/stream', { headers }),
        await running.ask('/api/request', post({ name: 'board/read' }, headers)),
      ]) {
        expectRefusal(reply, 401, 'not-signed-in')
        expect(reply.headers['www-authenticate']).toBe('Bearer')
      }
    expectRefusal(await running.ask(`/api/board?token=${token}`), 401, 'not-signed-in')
    expect(running.station.calls).toEqual([])
  })

  it('ends a dispatcher’s session after 14 days and a wall’s never, since nobody is there to sign it in', async () => {
    const running = await listening()
    const [dispatcher, wall] = [
      await signIn(running, running.consoleUrl),
      await signIn(running, running.wallUrl),
    ]
    const day = 86_400_000
    running.clock.now += 14 * day - 1
    expect((await running.ask('/api/board', { headers: bearer(dispatcher) })).status).toBe(200)
    running.clock.now += 1
    expectRefusal(
      await running.ask('/api/board', { headers: bearer(dispatcher) }),
      401,
      'not-signed-in',
    )
    running.clock.now += 300 * day
    expect((await running.ask('/api/board', { headers: bearer(wall) })).status).toBe(200)
  })

  it('keeps sessions over a restart, but neither the keys nor the local token', async () => {
    const before = await listening()
    const session = await signIn(before, before.wallUrl)
    const after = await listening()
    expect((await after.ask('/api/board', { headers: bearer(session) })).status).toBe(200)
    expectRefusal(
      await after.ask('/api/session', post({ key: keyOf(before.wallUrl) }, {})),
      401,
      'key-not-valid',
    )
    const renewed = await startHttp({
      station: stubStation(),
      port: 0,
      pages: new Map(),
      secret: 'secret-of-this-test',
      localToken: 'another',
      clock: { wall: () => 0, mono: () => 0 },
      log: { info: () => undefined, error: () => undefined },
    })
    const reply = await fetch(`${renewed.url}/api/board`, { headers: bearer(LOCAL) })
    await renewed.stop()
    expect(reply.status).toBe(401)
  })
})

describe('requests', () => {
  it('hand id, name and input to the station and give its answer back', async () => {
    const { ask, station } = await listening()
    const call = {
      id: '0199d6a0-0000-7000-8000-000000000001',
      name: 'incident/move',
      input: { incidentId: 'x', to: 'contained' },
    }
    expect(await ask('/api/request', post(call))).toMatchObject({
      status: 200,
      json: { ok: true, position: 8, reply: {} },
    })
    expect(station.calls[0]?.call).toEqual(call)
  })

  it.each([
    ['forbidden', 403],
    ['unknown-name', 404],
    ['unknown-incident', 404],
    ['bad-input', 400],
    ['close-blocked', 409],
    ['id-reused', 409],
    ['step-finished', 409],
    ['storage-failed', 503],
    ['stopping', 503],
    ['internal', 500],
    ['a-rule-of-tomorrow', 409],
  ])('a refusal %s of the station is a %i with its words and details', async (code, status) => {
    const { ask, station } = await listening()
    station.answer = { ok: false, code, message: localized('不行', 'No'), details: ['s1'] }
    const reply = await ask('/api/request', post({ name: 'incident/move' }))
    expect(reply).toMatchObject({
      status,
      json: { ok: false, code, message: { zh: '不行', en: 'No' }, details: ['s1'] },
    })
  })

  it('are refused when the envelope is not one', async () => {
    const { ask, station } = await listening()
    for (const body of [
      '',
      '{',
      'null}',
      '{"name":}',
      "{'name':1}",
      '\u{feff}{',
      Buffer.from([0x7b, 0xff, 0x7d]).toString('latin1'),
    ])
      expectRefusal(await ask('/api/request', post(body)), 400, 'broken-json')
    expectRefusal(
      await ask('/api/request', {
        method: 'POST',
        headers: bearer(LOCAL),
        body: Buffer.from('{"name":"\xff"}', 'latin1'),
      }),
      400,
      'broken-json',
    )
    for (const body of ['null', '[]', '"x"', '5'])
      expectRefusal(await ask('/api/request', post(body)), 400, 'bad-request')
    for (const body of [
      '{"name":"board/read","extra":1}',
      '{"name":"board/read","__proto__":{"role":"administrator"}}',
      '{"constructor":1}',
    ])
      expectRefusal(await ask('/api/request', post(body)), 400, 'unknown-field')
    expectRefusal(
      await ask('/api/request', post('{"name":"board/read","input":{"narrative":"\\ud83d"}}')),
      400,
      'broken-text',
    )
    expect(station.calls).toEqual([])
  })

  it('may be nested 12 levels deep, and brackets in words do not count', async () => {
    const { ask } = await listening()
    const nested = (depth: number): string =>
      `{"name":"x","input":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`
    expect((await ask('/api/request', post(nested(12)))).status).toBe(200)
    expectRefusal(await ask('/api/request', post(nested(13))), 400, 'too-deep')
    expectRefusal(await ask('/api/request', post(nested(20_000))), 400, 'too-deep')
    expect(
      (
        await ask(
          '/api/request',
          post({ name: 'x', input: { narrative: `"\\${'['.repeat(500)}` } }),
        )
      ).status,
    ).toBe(200)
  })

  it('may be 64 KiB long and not a byte more, with or without a length in front', async () => {
    const { ask, station } = await listening()
    const sized = (size: number): string => {
      const empty = JSON.stringify({ name: 'x', input: '' })
      return JSON.stringify({ name: 'x', input: 'a'.repeat(size - empty.length) })
    }
    const chunked = { ...bearer(LOCAL), 'transfer-encoding': 'chunked' }
    expect((await ask('/api/request', post(sized(65_536)))).status).toBe(200)
    expect((await ask('/api/request', post(sized(65_536), chunked))).status).toBe(200)
    expectRefusal(await ask('/api/request', post(sized(65_537))), 413, 'too-large')
    expectRefusal(await ask('/api/request', post(sized(65_537), chunked)), 413, 'too-large')
    expectRefusal(await ask('/api/session', post(sized(65_537), {})), 413, 'too-large')
    expect(station.calls).toHaveLength(2)
  })

  it('that brings a whole table may be a mebibyte long, from a console and not from a wall', async () => {
    const running = await listening()
    const { ask, station } = running
    const sized = (size: number): string => {
      const empty = JSON.stringify({ name: 'duty/import', input: '' })
      return JSON.stringify({ name: 'duty/import', input: 'a'.repeat(size - empty.length) })
    }
    expect((await ask('/api/request', post(sized(1_048_576)))).status).toBe(200)
    expectRefusal(await ask('/api/request', post(sized(1_048_577))), 413, 'too-large')
    const wall = await signIn(running, running.wallUrl)
    expectRefusal(await ask('/api/request', post(sized(65_537), bearer(wall))), 413, 'too-large')
    expect(station.calls).toHaveLength(1)
  })

  it('may come from a page 100 in one go and 50 a second after that, for each token by itself; from a program as fast as it likes', async () => {
    const running = await listening()
    const [wall, dispatcher] = [
      await signIn(running, running.wallUrl),
      await signIn(running, running.consoleUrl),
    ]
    const statuses = async (count: number, token: string): Promise<number[]> => {
      const all: number[] = []
      for (let i = 0; i < count; i++)
        all.push((await running.ask('/api/board', { headers: bearer(token) })).status)
      return all
    }
    expect(new Set(await statuses(100, wall))).toEqual(new Set([200]))
    const refused = await running.ask('/api/board', { headers: bearer(wall) })
    expectRefusal(refused, 429, 'too-many-requests')
    expect(refused.headers['retry-after']).toBe('1')
    expect(await statuses(1, dispatcher)).toEqual([200])
    running.clock.now += 1_000
    expect((await statuses(52, wall)).filter((status) => status === 200)).toHaveLength(50)
    expect(new Set(await statuses(150, LOCAL))).toEqual(new Set([200]))
  })
})

describe('the rest of the station', () => {
  it('gives the whole board to whoever is signed in', async () => {
    const { ask } = await listening()
    expect(await ask('/api/board', { headers: bearer(LOCAL) })).toMatchObject({
      status: 200,
      json: { position: 7, incidents: [] },
    })
  })

  it('answers for its engine after the next full cycle, without a token and without a word of the record', async () => {
    const { ask, station } = await listening()
    let turn: () => void = () => undefined
    const cycle = new Promise<typeof station.cycle>((done) => {
      turn = () => done(station.cycle)
    })
    station.nextCycle = () => cycle
    let answered = false
    const health = ask('/health/engine').finally(() => {
      answered = true
    })
    await ask('/wall') // a whole request later it has not answered
    expect(answered).toBe(false)
    turn()
    expect((await health).json).toEqual({ ok: true, cycle: 41, position: 7 })
  })

  it('is not healthy while storage fails', async () => {
    const { ask, station } = await listening()
    station.cycle = { ...station.cycle, storageFailed: true }
    expectRefusal(await ask('/health/engine'), 503, 'storage-failed')
  })

  it('says that something broke inside, in both languages and without telling what', async () => {
    const { ask, station, logged } = await listening()
    station.boards.board = () => Promise.reject(new Error('secret detail'))
    const reply = await ask('/api/board', { headers: bearer(LOCAL) })
    expectRefusal(reply, 500, 'internal')
    expect(reply.body).not.toContain('secret detail')
    expect(logged).toEqual(['http-failed'])
  })

  it('refuses a port that is taken, and leaves no listener behind', async () => {
    const { port } = await listening()
    const station = stubStation()
    const second = startHttp({
      station,
      port,
      pages: new Map(),
      secret: 's',
      localToken: 'l',
      clock: { wall: () => 0, mono: () => 0 },
      log: { info: () => undefined, error: () => undefined },
    })
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
    expect(station.listeners()).toBe(0)
  })
})
