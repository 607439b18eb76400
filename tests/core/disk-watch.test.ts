/** When the desk is told of the room on the disk, to the byte, and that one look is at most. */
import { expect, it } from 'vitest'
import type { DataDisk, StorageTrouble } from '#main/core/ports.ts'
import { createDiskWatch } from '#main/core/station/disk-watch.ts'
import type { FaultWords } from '#shared/domain/station/faults.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { manualClock } from '../kit/manual-clock.ts'

const GB = 1e9
const MB = 1e6

function watched(part: { kept?: number; canKeep?: boolean } = {}) {
  const clock = manualClock('2026-11-24T12:00:00+08:00')
  const now = {
    free: (5 * GB) as number | null,
    kept: part.kept ?? 1,
    canKeep: part.canKeep ?? true,
    trouble: null as StorageTrouble | null,
    looks: 0,
    attempts: 0,
    boards: 0,
    errors: 0,
    fault: null as string | null,
    notice: null as string | null,
    wait: Promise.resolve(),
  }
  const disk: DataDisk = {
    async free() {
      now.looks += 1
      await now.wait
      return now.free
    },
    get kept() {
      return now.kept
    },
    async keep() {
      now.attempts += 1
      if (now.canKeep) now.kept = 1
      return now.canKeep
    },
  }
  const watch = createDiskWatch({
    disk,
    memory: {
      get storageTrouble() {
        return now.trouble
      },
    },
    faults: {
      set: (_: string, words: FaultWords | null) => void (now.fault = words?.cause.zh ?? null),
    },
    boardFeed: {
      setNotice: (_: string, notice: LocalizedText | null) =>
        void (now.notice = notice?.zh ?? null),
      wholeBoard: () => void (now.boards += 1),
    },
    clock,
    log: { info: () => undefined, error: () => void (now.errors += 1) },
  })
  const look = async (free: number | null) => {
    now.free = free
    clock.leap(10_000)
    watch.onCycle()
    await new Promise((resolve) => setImmediate(resolve))
    return { fault: now.fault, notice: now.notice }
  }
  return { clock, now, watch, look }
}
const NOTE = expect.stringMatching(/^磁盘只剩\d+MB，请抽空清理/)
const LOW = expect.stringMatching(/^磁盘只剩\d+MB，快要不能保存/)
const LAST_ROOM = '磁盘已满，正在用最后留出的空间记录。'

it('looks at once, and then every ten seconds', async () => {
  const { clock, now, watch } = watched()
  const cycle = async (ms: number) => {
    clock.leap(ms)
    watch.onCycle()
    await new Promise((resolve) => setImmediate(resolve))
    return now.looks
  }
  expect([await cycle(0), await cycle(9_999), await cycle(1), await cycle(9_999)]).toEqual([
    1, 1, 2, 2,
  ])
})

it('does not look again before a look has ended, and does after one that failed', async () => {
  const { clock, now, watch, look } = watched()
  let fail: (error: Error) => void = () => undefined
  now.wait = new Promise((_, reject) => (fail = reject))
  watch.onCycle()
  clock.leap(10_000)
  watch.onCycle()
  expect(now.looks).toBe(1)
  fail(new Error('gone'))
  await new Promise((resolve) => setImmediate(resolve))
  expect(now.errors).toBe(1)
  now.wait = Promise.resolve()
  await look(5 * GB)
  expect(now.looks).toBe(2)
})

it('notes less than 1 GB, and takes that back only with a tenth more', async () => {
  const { now, look } = watched()
  expect(await look(GB)).toEqual({ fault: null, notice: null })
  expect(await look(GB - 1)).toEqual({ fault: null, notice: NOTE })
  expect(await look(1.1 * GB - 1)).toEqual({ fault: null, notice: NOTE })
  expect(now.boards).toBe(1)
  expect(await look(1.1 * GB)).toEqual({ fault: null, notice: null })
  expect(now.boards).toBe(2)
  expect(await look(5 * GB)).toEqual({ fault: null, notice: null })
  expect(now.boards).toBe(2)
})

it('is a fault below 200 MB, in place of the note, until there is a tenth more', async () => {
  const { look } = watched()
  expect(await look(200 * MB)).toEqual({ fault: null, notice: NOTE })
  expect(await look(200 * MB - 1)).toEqual({ fault: LOW, notice: null })
  expect(await look(219 * MB)).toEqual({ fault: LOW, notice: null })
  expect(await look(221 * MB)).toEqual({ fault: null, notice: NOTE })
})

it('says nothing of room that cannot be told', async () => {
  const { look } = watched()
  await look(100 * MB)
  expect(await look(null)).toEqual({ fault: null, notice: null })
})

it('leaves it to the fault of saving where nothing can be saved', async () => {
  const { now, look } = watched()
  now.trouble = 'full'
  expect((await look(100 * MB)).fault).toBeNull()
  now.trouble = 'read-only'
  expect((await look(100 * MB)).fault).toEqual(LOW)
})

it('tells that the last room is in use, once it was kept back and is gone', async () => {
  const { now, look } = watched({ kept: 0, canKeep: false })
  expect((await look(5 * GB)).fault).toBeNull() // it never could be kept
  now.canKeep = true
  expect((await look(5 * GB)).fault).toBeNull()
  expect(now.attempts).toBe(2)
  now.kept = 0 // it was taken
  expect((await look(219 * MB)).fault).toBe(LAST_ROOM)
  expect(now.attempts).toBe(2) // not kept back again before there is room
  expect((await look(221 * MB)).fault).toBeNull()
  expect([now.attempts, now.kept]).toEqual([3, 1])
})

it('tries to keep room back where the room cannot be told', async () => {
  const { now, look } = watched()
  await look(5 * GB)
  now.kept = 0
  await look(null)
  expect(now.attempts).toBe(1)
})
