/**
 * A whole station in this process, on disk and on loopback, with a clock that the test moves: what
 * a browser sees of it is the product.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createAdminCode } from '#main/adapters/admin-code-file.ts'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import { readPages } from '#main/adapters/http/built-pages.ts'
import { startHttp, type HttpServer } from '#main/adapters/http/http-server.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import type { Call, Caller, Station } from '#main/core/api.ts'
import type { Log, Notice } from '#main/core/ports.ts'
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import { runStation } from '#main/hosts/node/open-station.ts'
import type { Name, Input, ReplyOf } from '#shared/contract/contract.ts'
import { manualClock, span, type ManualClock } from './manual-clock.ts'

const root = resolve(import.meta.dirname, '../..')

export type Served = {
  clock: ManualClock
  station: Station
  http: HttpServer
  notices: Notice[]
  errors: string[]
  /** Asks as the administrator's program would; a refusal fails the test. */
  ask: <N extends Name>(name: N, input: Input<N>) => Promise<ReplyOf<N>>
  /**
   * Moves time by a span; in the meantime it goes on at its usual pace, so that screens stay in
   * contact.
   */
  pass: (span: string) => Promise<void>
  /** Stops the beat, as a hung engine does, until the function it answers with is called. */
  hang: () => () => void
  stop: () => Promise<void>
}

const PIECE_MS = 10_000
/** A wall speaks every ten seconds of real time; one that is silent for so long has gone. */
const GONE_MS = 13_000

/**
 * Repeats what walls have said lately, for moved time in which their pages have no turn: else every
 * one would be missed after a leap, and none would go through a self-test. `leaps`: their pages
 * have none.
 */
function wallsThatSpeak(station: Station): {
  station: Station
  speak: (leaps: boolean) => Promise<void>
} {
  const spoken = new Map<string, { call: Call; caller: Caller; at: number }>()
  let testId: string | null = null
  station.listen((push) => {
    if (push.kind === 'beat') testId = push.selfTest?.testId ?? null
  })
  return {
    station: {
      ...station,
      request(call, caller) {
        if (call.name === 'wall/alive') {
          const { wallId, leaving } = call.input as Input<'wall/alive'>
          if (leaving) spoken.delete(wallId)
          else spoken.set(wallId, { call, caller, at: performance.now() })
        }
        if (call.name === 'wall/again') {
          const { wallId } = call.input as Input<'wall/again'>
          const before = spoken.get(wallId)
          if (before) spoken.set(wallId, { ...before, at: performance.now() })
        }
        return station.request(call, caller)
      },
    },
    async speak(leaps) {
      for (const [wallId, { call, caller, at }] of spoken) {
        if (performance.now() - at >= GONE_MS) continue
        await station.request(call, caller)
        if (!leaps || testId === null) continue
        const input = { wallId, testId, dom: true, picture: true, level: -4 }
        await station.request({ name: 'wall/self-test', input }, caller)
      }
    },
  }
}

/**
 * @param start wall time, ISO with offset.
 * @param kinds kinds of site whose plans are at hand.
 * @param fill makes a record in the folder before the station opens it.
 */
export async function serveStation(
  start: string,
  kinds: readonly string[] = ['all'],
  fill: (dir: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<Served> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-e2e-'))
  await fill(dir)
  const clock = manualClock(start)
  const notices: Notice[] = []
  const errors: string[] = []
  const log: Log = {
    info: () => undefined,
    error: (event, error) => void errors.push(`${event}: ${String(error)}`),
  }
  const journal = openSqliteJournal(join(dir, 'journal.db'))
  const site = {
    name: { zh: '云雀湾燃气客服中心', en: 'Lark Bay Gas Service' },
    zone: 'Asia/Shanghai',
    kinds,
    demo: false,
    setUp: true,
  }
  const notifier = { notify: async (notice: Notice) => void notices.push(notice) }
  const { station } = await runStation(journal, site, {
    clock,
    log,
    notifier,
    resources: join(root, 'resources'),
    adminCode: createAdminCode(dir),
    files: openFileStore(dir, { clock, log }),
    purges: openPurgeLedger(dir, log),
  })
  const walls = wallsThatSpeak(station)
  const http = await startHttp({
    station: walls.station,
    port: 0,
    pages: readPages(join(root, 'out/renderer')),
    clock,
    log,
    secret: 'e2e-secret-e2e-secret-e2e-secret-00',
    localToken: 'e2e-local-token',
  })
  let moving: Promise<void> = Promise.resolve()
  let hung = false
  const move = async (length: number): Promise<void> => {
    for (let left = length; left > 0; left -= PIECE_MS) {
      await clock.advance(Math.min(left, PIECE_MS))
      if (!hung) await walls.speak(length >= PIECE_MS)
    }
  }
  const pass = (text: string): Promise<void> => (moving = moving.then(() => move(span(text))))
  const pace = setInterval(() => {
    if (!hung) void pass('1 s')
  }, 1000)
  return {
    pass,
    hang() {
      hung = true
      return () => {
        hung = false
      }
    },
    clock,
    station,
    http,
    notices,
    errors,
    async ask(name, input) {
      const answer = await station.request(
        { id: crypto.randomUUID(), name, input },
        { name: '周敏', role: 'administrator' },
      )
      if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.message.en}`)
      return answer.reply
    },
    async stop() {
      clearInterval(pace)
      await moving
      await http.stop()
      await station.stop()
      await journal.close()
      rmSync(dir, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
