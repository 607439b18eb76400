/**
 * `POST /api/link`: a closed console comes back without a restart, for the owner of the data only.
 */
import { describe, expect, it } from 'vitest'
import {
  bearer,
  expectRefusal,
  listening,
  LOCAL,
  post,
  type Reply,
  type Running,
} from './listening.ts'

const keyOf = (link: unknown): string => new URL(String(link)).hash.replace('#key=', '')
const spend = (running: Running, link: unknown): Promise<Reply> =>
  running.ask('/api/session', post({ key: keyOf(link) }, {}))
const link = (running: Running, token = LOCAL): Promise<Reply> =>
  running.ask('/api/link', { method: 'POST', headers: bearer(token) })
const linkOf = async (running: Running): Promise<unknown> =>
  ((await link(running)).json.reply as Record<string, unknown>).consoleUrl

describe('a fresh link', () => {
  it('opens the console once, like the first, and names the wall that holds already', async () => {
    const running = await listening()
    const reply = await link(running)
    expect(reply).toMatchObject({
      status: 200,
      json: {
        ok: true,
        position: 7,
        reply: { consoleUrl: expect.any(String), wallUrl: running.wallUrl },
      },
    })
    const { consoleUrl } = reply.json.reply as { consoleUrl: string }
    expect(consoleUrl).toMatch(new RegExp(`^${running.url}/#key=[\\w-]{43}$`))
    expect(consoleUrl).not.toBe(running.consoleUrl)
    expect(await spend(running, consoleUrl)).toMatchObject({
      status: 200,
      json: { role: 'dispatcher', name: '值班员' },
    })
    expectRefusal(await spend(running, consoleUrl), 401, 'key-not-valid')
    expect(running.station.calls).toEqual([])
  })

  it('leaves those before it good, the eight newest of them', async () => {
    const running = await listening()
    const links: unknown[] = [running.consoleUrl]
    for (let n = 0; n < 8; n++) links.push(await linkOf(running))
    const statuses: number[] = []
    for (const link of links) statuses.push((await spend(running, link)).status)
    expect(statuses).toEqual([401, ...Array<number>(8).fill(200)])
    expect((await spend(running, running.wallUrl)).status).toBe(200)
  })

  it('is for the local token alone', async () => {
    const running = await listening()
    const dispatcher = String((await spend(running, running.consoleUrl)).json.token)
    const wall = String((await spend(running, running.wallUrl)).json.token)
    for (const token of [dispatcher, wall])
      expectRefusal(await link(running, token), 403, 'forbidden')
    expectRefusal(await link(running, 'guess'), 401, 'not-signed-in')
    expectRefusal(await running.ask('/api/link', { method: 'POST' }), 401, 'not-signed-in')
    expectRefusal(
      await running.ask('/api/link', {
        method: 'POST',
        headers: { ...bearer(LOCAL), origin: 'http://evil.example' },
      }),
      403,
      'foreign-origin',
    )
  })

  it('takes no body, or an empty object, and is posted', async () => {
    const { ask } = await listening()
    expect((await ask('/api/link', post({}))).status).toBe(200)
    expectRefusal(await ask('/api/link', post({ role: 'administrator' })), 400, 'unknown-field')
    expectRefusal(await ask('/api/link', post('[]')), 400, 'bad-request')
    expectRefusal(await ask('/api/link', post('{')), 400, 'broken-json')
    const read = await ask('/api/link', { headers: bearer(LOCAL) })
    expectRefusal(read, 405, 'method-not-allowed')
    expect(read.headers.allow).toBe('POST')
  })
})
