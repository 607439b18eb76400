/** `vigil-hq serve`: takes in what sites hand up, folds it and shows it, until it is stopped. */
import { HQ_PAGES, readPages } from '#main/adapters/http/built-pages.ts'
import { startHqServer } from '#main/adapters/hq-http/hq-server.ts'
import { watchStandby, type StandbyLook } from '#main/adapters/postgres/standby-watch.ts'
import type { Sql } from '#main/adapters/postgres/sql.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { createBoardFrames } from '#main/hq/board-frames.ts'
import { createDesk } from '#main/hq/desk.ts'
import type { HqLog } from '#main/hq/hq-ports.ts'
import { localized } from '#shared/domain/text.ts'
import { createUndoList } from '../phases.ts'
import { EXIT, Stop } from '../node/exit-codes.ts'
import type { Installation } from '../node/install-paths.ts'
import type { HqOptions } from './hq-options.ts'
import { openDatabase } from './open-database.ts'
import { openHq } from './open-hq.ts'
import { readCertificate } from './read-certificate.ts'
import { fingerprintOf } from './pairing-text.ts'

/** How long something that was written waits at most until it is folded (ms). */
const LOOK_MS = 250
const STANDBY_MS = 1_000
/** How often a board is drawn for the people who look at it (ms). */
const FRAME_MS = 1_000
/** The same trouble is said once in this time (ms). */
const SAY_AGAIN_MS = 60_000

/** The one line that is printed when HQ is ready. */
export type HqReady = { url: string; name: string }
export type HqServing = { ready: HqReady; stop(): Promise<void> }

/** Says a trouble that comes again every second only once a minute. */
function sparingly(log: HqLog): HqLog['error'] {
  const lastAt = new Map<string, number>()
  return (event, error, detail) => {
    const now = systemClock.mono()
    if (now - (lastAt.get(event) ?? -Infinity) < SAY_AGAIN_MS) return
    lastAt.set(event, now)
    log.error(event, error, detail)
  }
}

function followStandby(sql: Sql, standby: string, log: HqLog): () => Promise<void> {
  const complain = sparingly(log)
  let last: StandbyLook | null = null
  return sql.listenOrPoll(async () => {
    try {
      const look = await watchStandby(sql, standby, last, systemClock.mono())
      if (look.state !== last?.state) log.info(look.state, { standby })
      last = look
    } catch (error) {
      complain('standby-not-seen', error)
    }
  }, STANDBY_MS)
}

const TAKEN: readonly (string | undefined)[] = ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL']

/** Throws {@link Stop} with nothing left running. */
export async function serveHq(
  options: HqOptions,
  installation: Installation,
  log: HqLog,
): Promise<HqServing> {
  const parts = createUndoList(log)
  const certificate = readCertificate(options)
  try {
    const opened = await openHq(options, installation, log)
    const { hq, people, walls, reports, peopleStore, sql, name } = opened
    parts.add('database', () => sql.end())
    const complain = sparingly(log)
    parts.add(
      'folding',
      sql.listenOrPoll(async () => {
        try {
          await hq.look()
        } catch (error) {
          complain('not-folded', error) // it is tried again at the next look
        }
      }, LOOK_MS),
    )
    if (options.standby !== null) {
      // its own: while every other waits for the standby, this one gives it up
      const forStandby = openDatabase(options, 1)
      parts.add('connection-for-standby', () => forStandby.end())
      parts.add('standby', followStandby(forStandby, options.standby, log))
    }
    const frames = createBoardFrames(async () => [await hq.board(), (await hq.health()).copies])
    parts.add(
      'frames',
      sql.listenOrPoll(async () => {
        try {
          await frames.send()
        } catch (error) {
          complain('board-not-drawn', error)
        }
      }, FRAME_MS),
    )
    const here = {
      address: options.address,
      fingerprint: fingerprintOf(certificate?.cert ?? null),
    }
    const desk = createDesk({ hq, people, walls, reports, store: peopleStore, here })
    const pages = readPages(installation.pages, HQ_PAGES)
    const { mono } = systemClock
    const server = await startHqServer({
      ...{ hq, log, mono, certificate, ...options.listen },
      people: { desk, people, walls, frames, pages },
    })
    parts.add('http', () => server.stop())
    return { ready: { url: options.address ?? server.url, name }, stop: parts.undo }
  } catch (error) {
    await parts.undo()
    if (!TAKEN.includes((error as NodeJS.ErrnoException).code)) throw error
    const { address, port } = options.listen
    throw new Stop(
      EXIT.portTaken,
      'port-taken',
      localized(
        `不能在${address}:${port}上监听：端口被占用或不允许。请用 --listen 换一个`,
        `Cannot listen on ${address}:${port}: taken or not allowed. Choose another with --listen`,
      ),
    )
  }
}
