/**
 * A whole station in this process, on disk and on loopback, with a clock that the test moves: what
 * a browser sees of it is the product.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createAdminCode } from '#main/adapters/admin-code-file.ts'
import { readPages } from '#main/adapters/http/built-pages.ts'
import { startHttp, type HttpServer } from '#main/adapters/http/http-server.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import type { Station } from '#main/core/api.ts'
import type { Log, Notice } from '#main/core/ports.ts'
import { runStation } from '#main/hosts/node/open-station.ts'
import type { Name, Input, ReplyOf } from '#shared/contract/contract.ts'
import { manualClock, type ManualClock } from './manual-clock.ts'

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
   * Moves time by a span; meanwhile it goes on at its usual pace, so that screens stay in contact.
   */
  pass: (span: string) => Promise<void>
  /** Stops the beat, as a hung engine does, until the function it answers with is called. */
  hang: () => () => void
  stop: () => Promise<void>
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
  })
  const http = await startHttp({
    station,
    port: 0,
    pages: readPages(join(root, 'out/renderer')),
    clock,
    log,
    secret: 'e2e-secret-e2e-secret-e2e-secret-00',
    localToken: 'e2e-local-token',
  })
  let moving: Promise<void> = Promise.resolve()
  let hung = false
  const pass = (span: string): Promise<void> => (moving = moving.then(() => clock.advance(span)))
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
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
