/**
 * The check of the whole record beside the running station: whatever happens in it, the station
 * runs.
 */
import { expect, it } from 'vitest'
import type { Log, Verified } from '#main/core/ports.ts'
import { checkInBackground } from '#main/hosts/node/check-record.ts'

function logging(): { log: Log; events: string[] } {
  const events: string[] = []
  return {
    events,
    log: { info: (event) => void events.push(event), error: (event) => void events.push(event) },
  }
}

const bad: Verified = { ok: false, firstBad: 3, why: 'hash-mismatch' }
const fails = (): never => {
  throw new Error('a board that cannot be drawn')
}

it.each([
  [
    'cannot be made',
    () => Promise.reject(new Error('disk I/O error')),
    () => undefined,
    ['record-not-checked'],
  ],
  [
    'finds damage that cannot be told',
    () => Promise.resolve(bad),
    fails,
    ['record-damaged', 'record-not-checked'],
  ],
])('that %s ends in the log', async (_what, check, note, expected) => {
  const { log, events } = logging()
  const unhandled: unknown[] = []
  const onRejection = (error: unknown): void => void unhandled.push(error)
  process.on('unhandledRejection', onRejection)
  checkInBackground({ check, note }, log)
  await expect.poll(() => events).toEqual(expected)
  await new Promise(setImmediate)
  process.off('unhandledRejection', onRejection)
  expect(unhandled).toEqual([])
})

it('that was let go says nothing any more', async () => {
  const { log, events } = logging()
  let notes = 0
  const check = Promise.resolve(bad)
  checkInBackground({ check: () => check, note: () => void (notes += 1) }, log)()
  await new Promise(setImmediate)
  await check
  await new Promise(setImmediate)
  expect([events, notes]).toEqual([[], 0])
})
