/**
 * A station that only answers, so that the border is tested by itself. It lists its requests in
 * `calls`.
 */
import type { Call, Caller, Cycle, Station } from '#main/core/api.ts'
import type { Answered, Name } from '#shared/contract/contract.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { Audience, Push } from '#shared/contract/push.ts'
import { localized } from '#shared/domain/text.ts'

export const board = (position = 7): Board => ({
  position,
  now: 1_790_000_000_000,
  site: {
    name: localized('测试站', 'Test site'),
    zone: 'Asia/Shanghai',
    kinds: ['mall'],
    demo: false,
    setUp: true,
  },
  month: {
    month: '2026-09',
    incidents: 0,
    byCategory: [],
    limits: { due: 0, met: 0, late: 0 },
    drills: 0,
  },
  lastIncidentAt: null,
  duty: [],
  notes: [],
  reportReady: null,
  namedWalls: [],
  emergency: null,
  alerts: [],
  unpublishedYear: null,
  walls: [],
  storageFailed: false,
  head: null,
  incidents: [],
})

export const beat = (cycle: number, size = '1920×1080'): Push => ({
  kind: 'beat',
  cycle,
  position: 7,
  now: 1_790_000_000_000,
  walls: [{ id: 'w', lastSeen: 0, sound: 'on', size }],
  storageFailed: false,
  head: null,
})

const NO_FILES = localized('不收文件', 'No files')

export type Stub = Station & {
  calls: { call: Call; caller: Caller }[]
  answer: Answered
  cycle: Cycle
  tell(push: Push, to?: Audience): void
  listeners(): number
  boards: { board(): Promise<Board> }
}

export function stubStation(): Stub {
  const listeners = new Map<(push: Push, text: string) => void, Audience>()
  const stub: Stub = {
    calls: [],
    answer: { ok: true, position: 8, reply: {} },
    cycle: { cycle: 41, position: 7, now: 0, storageFailed: false },
    boards: { board: () => Promise.resolve(board()) },
    request: <N extends Name>(call: Call, caller: Caller) => {
      stub.calls.push({ call, caller })
      return Promise.resolve(stub.answer as Answered<N>)
    },
    board: () => stub.boards.board(),
    listen(listener, audience = 'desk') {
      listeners.set(listener, audience)
      return () => void listeners.delete(listener)
    },
    check: async () => ({ ok: true, position: 0, hash: '' }),
    onBattery: () => undefined,
    watchRecord: () => undefined,
    note: () => undefined,
    wallAt: () => undefined,
    exported: () => null,
    takeFile: async () => ({ ok: false, code: 'files-not-offered', message: NO_FILES }),
    fileOf: async () => ({ ok: false, code: 'unknown-file', message: NO_FILES }),
    nextCycle: () => Promise.resolve(stub.cycle),
    stop: () => Promise.resolve(),
    tell: (push, to) => {
      for (const [listener, audience] of listeners)
        if (to === undefined || to === audience) listener(push, JSON.stringify(push))
    },
    listeners: () => listeners.size,
  }
  return stub
}
