/**
 * The feed: the whole board first, then pushes as the station wrote them; a screen that does not
 * read is dropped.
 */
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Board } from '#shared/domain/board/types.ts'
import type { Push } from '#shared/contract/push.ts'
import { bearer, listening, LOCAL, type Running } from './listening.ts'
import { beat, board } from './station.ts'
import { until } from '../../kit/until.ts'

/** Opens the feed and collects its text; `text()` is all so far. */
async function feed(
  running: Running,
  token = LOCAL,
  path = '/api/stream',
): Promise<{ text: () => string; ended: () => boolean; close: () => void; response: Response }> {
  const line = new AbortController()
  onTestFinished(() => line.abort())
  const response = await fetch(`${running.url}${path}`, {
    headers: bearer(token),
    signal: line.signal,
  })
  let all = ''
  let over = false
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>)
      all += decoder.decode(piece, { stream: true })
  }
  void read()
    .catch(() => undefined)
    .finally(() => {
      over = true
    })
  return { text: () => all, ended: () => over, close: () => line.abort(), response }
}

const incident = (position: number): Push => ({
  kind: 'incident',
  previous: position - 1,
  position,
  now: 0,
  incidentId: 'i',
  incident: null,
  month: board().month,
  lastIncidentAt: null,
})

describe('the stream', () => {
  it('is framed as server-sent events: the board, then each push', async () => {
    const running = await listening()
    const { text, response } = await feed(running)
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    await until(() => expect(text()).toContain('event: board'))
    running.station.tell(beat(1))
    running.station.tell(incident(8))
    const expected = [{ kind: 'board', board: board() } satisfies Push, beat(1), incident(8)]
      .map((push) => `event: ${push.kind}\ndata: ${JSON.stringify(push)}\n\n`)
      .join('')
    await until(() => expect(text()).toBe(expected))
  })

  it('repeats itself to whoever has not asked for brief beats, and to nobody else', async () => {
    const running = await listening()
    const [long, brief] = [
      await feed(running),
      await feed(running, LOCAL, '/api/stream?beat=brief'),
    ]
    for (const { text } of [long, brief])
      await until(() => expect(text()).toContain('event: board'))
    running.station.tell(beat(1))
    running.station.tell(beat(2))
    running.station.tell(beat(3, '1280×720'))
    for (const { text } of [long, brief]) await until(() => expect(text()).toContain('"cycle":3'))
    const beatsIn = (text: string): string[] => text.split('\n').filter((l) => l.includes('"beat"'))
    const wholly = [beat(1), beat(2), beat(3, '1280×720')].map(
      (push) => `data: ${JSON.stringify(push)}`,
    )
    expect(beatsIn(long.text())).toEqual(wholly)
    const [first, second, third] = beatsIn(brief.text())
    expect(first).toBe(wholly[0])
    expect(second).toBe('data: {"kind":"beat","cycle":2,"position":7,"now":1790000000000}')
    expect(third).toContain('"walls":[{')
    const late = await feed(running, LOCAL, '/api/stream?beat=brief')
    await until(() => expect(late.text()).toContain('event: board'))
    running.station.tell(beat(4, '1280×720'))
    await until(() => expect(late.text()).toContain('"cycle":4'))
    expect(beatsIn(late.text())[0]).toContain('"storageFailed":false') // the first is whole
  })

  it('says a beat with which nothing has changed in three numbers to whoever asked for bare ones', async () => {
    const running = await listening()
    const { text } = await feed(running, LOCAL, '/api/stream?beat=bare')
    await until(() => expect(text()).toContain('event: board'))
    for (const push of [beat(1), beat(2), beat(3, '1280×720')]) running.station.tell(push)
    await until(() => expect(text()).toContain('"cycle":3'))
    const [, first, second, third] = text().split('\n\n')
    expect(first).toBe(`event: beat\ndata: ${JSON.stringify(beat(1))}`)
    expect(second).toBe('data: [2,7,1790000000000]')
    expect(third).toMatch(/^event: beat\ndata: \{"kind":"beat","cycle":3.*"walls":\[/)
  })

  it('loses nothing that happens while the board is being fetched, and repeats nothing that the board has', async () => {
    const running = await listening()
    let give: (board: Board) => void = () => undefined
    const boards = vi.fn(
      () =>
        new Promise<Board>((done) => {
          give = done
        }),
    )
    running.station.boards.board = boards
    const { text } = await feed(running)
    await until(() => expect(boards).toHaveBeenCalled())
    for (const position of [7, 8, 9]) running.station.tell(incident(position))
    give(board(8))
    await until(() => expect(text()).toContain('"position":9'))
    expect(
      [...text().matchAll(/event: (\w+)\ndata: .*?"position":(\d+)/g)].map(
        ([, kind, position]) => `${kind} ${position}`,
      ),
    ).toEqual(['board 8', 'incident 9'])
  })

  it('gives a wall the news for walls, and a desk those for desks', async () => {
    const running = await listening()
    const signIn = await running.ask('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: running.wallUrl.split('key=')[1] }),
    })
    const [wall, desk] = [await feed(running, String(signIn.json['token'])), await feed(running)]
    for (const { text } of [wall, desk]) await until(() => expect(text()).toContain('event: board'))
    running.station.tell(incident(8), 'desk')
    running.station.tell(beat(2))
    for (const { text } of [wall, desk]) await until(() => expect(text()).toContain('event: beat'))
    expect(wall.text()).not.toContain('event: incident')
    expect(desk.text()).toContain('event: incident')
  })

  it('goes to every screen, and forgets those that went away', async () => {
    const running = await listening()
    const feeds = [await feed(running), await feed(running), await feed(running)]
    for (const { text } of feeds) await until(() => expect(text()).toContain('event: board'))
    feeds[0]?.close()
    await until(() => {
      running.station.tell(beat(2))
      for (const { text } of feeds.slice(1)) expect(text()).toContain('event: beat')
    })
    expect(feeds[0]?.text()).not.toContain('event: beat')
  })

  it('drops a reader with more than 1 MB waiting, and nobody else', async () => {
    const running = await listening()
    const good = await feed(running)
    let closed = false
    const frozen = connect(running.port, '127.0.0.1')
    frozen.on('close', () => {
      closed = true
    })
    frozen.on('error', () => undefined)
    frozen.write(
      `GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\nAuthorization: Bearer ${LOCAL}\r\n\r\n`,
    )
    await new Promise((answered) => frozen.once('data', answered))
    frozen.pause() // from here on it reads nothing
    const wide = beat(3, 'x'.repeat(200_000))
    await vi.waitFor(
      () => {
        running.station.tell(wide)
        expect(running.logged).toContain('stream-reader-dropped')
      },
      { timeout: 20_000, interval: 5 },
    )
    frozen.resume()
    await until(() => expect(closed).toBe(true))
    running.station.tell(beat(4))
    await until(() => expect(good.text()).toContain('"cycle":4'))
    expect(running.logged.filter((event) => event === 'stream-reader-dropped')).toHaveLength(1)
  })

  it('ends with the station', async () => {
    const running = await listening()
    const { text, ended } = await feed(running)
    await until(() => expect(text()).toContain('event: board'))
    await running.stop()
    await until(() => expect(ended()).toBe(true))
    expect(running.station.listeners()).toBe(0)
  })
})
