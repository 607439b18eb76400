/**
 * The safe page of a wall: what it answers to the self-test, once a test, and that it says when the
 * room was left.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openSafePage, type SafePage } from '#renderer/wall/safe/safe-page.ts'
import { board, NOW, SECOND } from '../board-parts.ts'

let page: SafePage
const lines: ReadableStreamDefaultController<Uint8Array>[] = []
const push = (each: object): void => {
  const bytes = new TextEncoder().encode(`data: ${JSON.stringify(each)}\n\n`)
  for (const line of lines) line.enqueue(bytes)
}
const requests: { name: string; input: Record<string, unknown> }[] = []
let takes = true
const WAIT = { timeout: 20_000 }

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  sessionStorage.clear()
  requests.length = 0
  lines.length = 0
  takes = true
  vi.stubGlobal('fetch', async (url: string, { body }: { body?: string } = {}) => {
    if (url.endsWith('/api/session'))
      return Response.json({ token: 't1', name: '大屏', role: 'wall' })
    if (url.endsWith('/api/stream')) {
      const stream = new ReadableStream<Uint8Array>({
        start: (line) => void lines.push(line),
      })
      return new Response(stream)
    }
    requests.push(JSON.parse(body ?? '{}') as (typeof requests)[number])
    return Response.json(takes ? { ok: true, reply: {} } : { ok: false, code: 'busy' })
  })
})
afterEach(() => {
  page.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
async function opened(): Promise<void> {
  page = openSafePage({ key: 'k1', isSpent: false }, () => null)
  // the session and the stream come in the machine's own time: before it nothing can be pushed
  await vi.waitFor(() => expect(lines).not.toEqual([]), WAIT)
  push({ kind: 'board', board: board() })
  await pass(SECOND)
}
it('says before why it stands there that the room was left', async () => {
  await opened()
  const room = { leftAt: NOW, by: '周敏', contact: '周敏 8001', taken: null }
  push({ kind: 'board', board: board({ room }) })
  // the stream is read in the machine's own time, however slow that is
  await vi.waitFor(() => {
    const [left, why] = [...document.querySelectorAll('.safe > p')].map((part) => part.className)
    expect([left, why]).toEqual(['safe-room', 'safe-why'])
  }, WAIT)
  expect(document.querySelector('.safe-room')?.textContent).toContain('联系周敏 8001')
})

const beat = (testId?: string): void =>
  push({
    ...{ kind: 'beat', cycle: 2, position: 1, now: NOW, walls: [], storageFailed: false },
    ...(testId ? { selfTest: { testId, aloud: false } } : {}),
  })
const answers = () => requests.filter(({ name }) => name === 'wall/self-test')

it('says that the face does not stand there, and that it is silent', async () => {
  await opened()
  beat()
  await pass(2 * SECOND)
  expect(answers()).toEqual([])
  beat('t1')
  await pass(5 * SECOND)
  expect(answers().map(({ input }) => input)).toMatchObject([
    { testId: 't1', dom: false, picture: false, level: null },
  ])
})

it('asks again where the station has not taken it, and leaves it to a face that is being tried', async () => {
  await opened()
  takes = false
  beat('t1')
  await pass(2 * SECOND)
  expect(answers().length).toBeGreaterThan(1)
  takes = true
  await pass(2 * SECOND)
  const before = answers().length
  page.hold(true)
  beat('t2')
  await pass(3 * SECOND)
  expect(answers()).toHaveLength(before)
})
