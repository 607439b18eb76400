/** The live board of HQ for thousands of readers at once. */
import { expect, test } from 'vitest'
import { createBoardStreams } from '#main/adapters/hq-http/board-stream.ts'
import { createBoardFrames } from '#main/hq/board-frames.ts'

const READERS = 200
const SCOPE = { regions: null }

/** So many readers of an empty board, whose session `who` looks up. */
function opened(who: () => Promise<typeof SCOPE | null>) {
  let now = 0
  const logged: string[] = []
  const frames = createBoardFrames(async () => [{ at: now, sites: [], incidents: [] }, 1])
  const open = createBoardStreams({
    frames,
    log: { info: () => undefined, error: (event) => void logged.push(event) },
    mono: () => now,
  })
  const readers = Array.from({ length: READERS }, () => open(SCOPE, who).getReader())
  /** A frame a second. */
  async function send(seconds: number): Promise<void> {
    for (let n = 0; n < seconds; n++) {
      now += 1_000
      await frames.send()
      for (const reader of readers) await reader.read()
    }
  }
  return { readers, frames, logged, send }
}

test('all readers of a frame hold the same bytes', async () => {
  const { readers, frames } = opened(() => Promise.resolve(SCOPE))
  await frames.send()
  const taken = await Promise.all(readers.map((reader) => reader.read()))
  expect(new TextDecoder().decode(taken[0]?.value)).toMatch(/^data: \{.*\}\n\n$/s)
  expect(new Set(taken.map(({ value }) => value)).size).toBe(1)
})

test('those who came at once look again at other times, and all of them within 15 s', async () => {
  let looked = 0
  const { send } = opened(() => {
    looked += 1
    return Promise.resolve(SCOPE)
  })
  await send(5)
  expect(looked).toBeGreaterThan(READERS / 8)
  expect(looked).toBeLessThan(READERS / 2)
  await send(10)
  expect(looked).toBe(READERS)
})

test('that sessions cannot be read is said once, and nobody is sent away by it', async () => {
  const { send, logged, frames } = opened(() => Promise.reject(new Error('away')))
  await send(20)
  expect(logged).toEqual(['session-not-read'])
  expect(frames.readers()).toBe(READERS)
})

test('whoever is nobody any more is left out within 15 s', async () => {
  const { send, frames } = opened(() => Promise.resolve(null))
  await send(15)
  expect(frames.readers()).toBe(0)
})
