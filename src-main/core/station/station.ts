/**
 * The station: check → decide → save → tell, and the deadlines that run meanwhile. Parts are built
 * here by hand, in order. It knows its ports only; a host gives it clocks, disk, plans and a way to
 * notify.
 */
import { contract, type Answered, type Name } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { deadlinesOf } from '#shared/domain/incident/deadlines.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { Audience } from '#shared/contract/push.ts'
import type { Call, Caller, Cycle, Station } from '../api.ts'
import { commands, type CommandName, type Handler } from '../features/commands.ts'
import { draftCommand } from '../engine/changes.ts'
import { createFinder } from '../engine/search-index.ts'
import { openDesk, type DeskParts } from './assemble.ts'
import type { Notifier } from '../ports.ts'
import { queries, type QueryHandler, type QueryName, type Reading } from '../features/queries.ts'
import { createReactor } from '../engine/notifications.ts'
import { isReportCommand, readReport } from '../features/monthly-report/commands.ts'
import { createReportWork } from '../features/monthly-report/background.ts'
import { refoldAll } from '../verify/reproject.ts'
import * as no from '../refusals.ts'
import { clockBehind } from '../engine/board-feed.ts'
import { createTicker } from '../engine/scheduler.ts'
import { canonical, commandId, isName, validate } from './validate.ts'
import { createWithdrawing } from '../features/import/background.ts'
import { createWriter, type Change, type Job } from '../engine/command-queue.ts'

export type Parts = DeskParts & { notifier: Notifier }

/** The name in the record of what the station does by itself. */
const STATION = 'Vigil'
/** Requests that have a turn of their own: what they change is what others are decided by. */
const ALONE: readonly string[] = ['site/set-up', 'plans/', 'import/', 'report/']
/** Whose deadlines the preparing of reports are; no incident has such an id. */
const REPORTS = 'reports'
const BEAT_MS = 1000
const RETRY_MS = 5000
const CLOCK_SLACK_MS = 60_000 // a clock that a server corrects by seconds is no matter

/**
 * Reads what is open, arms every deadline, and runs. What fell due while the program was down fires
 * in the first cycle.
 */
export async function startStation({ notifier, ...parts }: Parts): Promise<Station> {
  const { journal, clock, vault, romaniser, log, site, papers } = parts
  const { desk, screens, exports, reading: ofDesk } = await openDesk(parts)
  const { live, library } = desk
  const reactor = createReactor(notifier, log)
  let wallUrl: string | null = null
  const reading: Omit<Reading, 'board'> = { ...ofDesk, wallUrl: () => wallUrl }

  /** An incident as its alarms stand, saved or not, is armed and looked at by the reactor. */
  function follow(id: string): void {
    const incident = live.unsaved.get(id)?.incident ?? live.incidents.get(id)
    ticker.arm(id, incident ? deadlinesOf(incident, live.world()) : (live.pending.get(id) ?? []))
    reactor.look(id, incident ?? null)
  }

  let looked = library.plans()

  /**
   * Plans that say themselves when they start, and those that are started by others, are looked at
   * anew in everything that runs.
   */
  function lookAgain(): void {
    if (library.plans() === looked) return
    looked = library.plans()
    for (const id of live.incidents.keys()) {
      follow(id)
      void fire(id, [])
    }
  }

  function told(changes: readonly Change[], other: boolean): void {
    for (const { incidentId } of changes) follow(incidentId)
    if (other) lookAgain()
    if (other) ticker.arm(REPORTS, reports.deadlines())
    withdrawing.look()
    if (other) screens.wholeBoard()
    else screens.changed(changes)
  }

  const find = createFinder(romaniser)
  const writer = createWriter(journal, live, vault, find, log, told)
  const withdrawing = createWithdrawing({ journal, live, writer, vault, clock, log })

  /**
   * A deadline that leaves no trace is not armed again, or the engine would run hot; it is said in
   * the log.
   */
  async function fire(id: string, keys: readonly string[]): Promise<void> {
    const before = live.position
    const done = await writer.submit({
      command: null,
      decide: async (turn) => {
        const incident = await turn.incident(id)
        if (!incident) throw new Error(`deadline of an unknown incident: ${keys.join(' ')}`)
        return draftCommand(
          incident,
          { type: 'CheckDeadlines', due: keys },
          { at: clock.wall(), by: STATION },
          turn.world(),
        )
      },
    })
    if (done.ok && done.position === before && keys.length > 0)
      log.error('deadline-without-effect', new Error(keys.join(' ')), { incidentId: id })
  }

  let cycle = 0
  let beatAt = -Infinity
  let retriedAt = -Infinity
  let waiting: ((cycle: Cycle) => void)[] = []

  /**
   * While the disk fails, saving is tried again, first the alarms that went on in memory; nobody
   * has to click.
   */
  function retry(): void {
    const since = live.storageFailedSince
    if (since === null || clock.mono() - retriedAt < RETRY_MS) return
    retriedAt = clock.mono()
    for (const id of live.unsaved.keys()) void fire(id, [])
    const event = {
      stream: 'station',
      type: 'StorageRecovered',
      at: clock.wall(),
      by: STATION,
      body: { since },
    }
    void writer.submit({
      command: null,
      decide: async () => ({
        ok: true,
        expect: {},
        events: [event],
        seals: [],
        rows: [],
        kept: [],
        reply: {},
        recovers: true,
      }),
    })
  }

  /**
   * Never rejects: if the new month cannot be read, screens keep the last one under its name, and
   * the next cycle tries again.
   */
  const turnMonth = (now: number): Promise<void> =>
    live.turnMonth(now).then(
      (turned) => {
        if (turned) screens.wholeBoard()
      },
      (error: unknown) => log.error('month-not-read', error),
    )

  /** Just after midnight at the end of a month its first board waits for the figures. */
  async function board(audience?: Audience): Promise<Board> {
    await turnMonth(clock.wall())
    return screens.board(audience)
  }

  function cycled(now: number): void {
    cycle += 1
    if (clock.mono() - beatAt >= BEAT_MS - 50) {
      beatAt = clock.mono()
      screens.beat(cycle)
    }
    const answers = waiting
    waiting = []
    for (const answer of answers)
      answer({
        cycle,
        position: live.position,
        now,
        storageFailed: live.storageFailedSince !== null,
      })
    void turnMonth(now)
    retry()
  }

  /**
   * A changed clock harms no limit, but the desk must know why times of day look odd (reliability
   * T02).
   */
  function jumped(byMs: number): void {
    const at = clock.wall()
    screens.clockChanged(at, byMs)
    const event = { stream: 'station', type: 'ClockChanged', at, by: STATION, body: { byMs } }
    void writer.submit({
      command: null,
      decide: async () => ({
        ok: true,
        expect: {},
        events: [event],
        seals: [],
        rows: [],
        kept: [],
        reply: {},
      }),
    })
  }

  /**
   * Only the wall clock lives through a stop. If the record ends later than it is now, the clock
   * was put back meanwhile (or had run ahead): limits that run are due at instants that lie too far
   * away, and a person must know at once.
   */
  async function afterStop(): Promise<void> {
    const [last] = live.position > 0 ? await journal.eventsAfter(live.position - 1, 1) : []
    const behind = last ? last.at - clock.wall() : 0
    if (last === undefined || behind < CLOCK_SLACK_MS) return
    screens.note(clockBehind(last.at, behind, site.zone))
    log.error('clock-behind-record', new Error(`${behind} ms`), { lastAt: last.at })
  }

  const reports = createReportWork({
    reading: { ...desk, ...reading },
    vault,
    papers: papers ?? null,
    log,
    submit: (job) => writer.submit(job),
    by: STATION,
    say(name, says, forMs) {
      screens.say(name, says, forMs)
      screens.wholeBoard()
    },
    changed: () => ticker.arm(REPORTS, reports.deadlines()),
  })

  /** Reports are worked at beside the engine: it waits for alarms only. */
  const ticker = createTicker(
    clock,
    log,
    async (owner, keys) => (owner === REPORTS ? reports.due(keys) : fire(owner, keys)),
    cycled,
    jumped,
  )

  /**
   * What is wrong with a command's input, unless its id was used for another: that comes first. No
   * command that was taken has no content.
   */
  async function refused(command: string | null, why: Refusal): Promise<Refusal> {
    const done =
      command === null
        ? why
        : await writer.submit({ command: { id: command, content: '' }, decide: async () => why })
    return done.ok ? why : done
  }

  async function answer<N extends Name>(
    { id, name, input }: Call,
    caller: Caller,
  ): Promise<Answered<N>> {
    if (!isName(name)) return no.unknownName(String(name).slice(0, 80))
    const rule: { kind: string; who: readonly string[] } = contract[name]
    const may =
      rule.who.includes(caller.role) ||
      (caller.role === 'administrator' && rule.who.includes('dispatcher'))
    if (!may) return no.forbidden()
    const checked = validate(name, input)
    if (!checked.ok) return rule.kind === 'command' ? refused(commandId(id), checked) : checked
    if (rule.kind === 'query') {
      const handler = queries[name as QueryName] as QueryHandler<QueryName>
      const read = await handler(checked.input as never, {
        ...reading,
        session: caller.session ?? null,
        board: () => board(caller.role === 'wall' ? 'wall' : 'desk'),
      })
      return read.ok ? { ok: true, position: live.position, reply: read.reply } : read
    }
    if (name === 'wall/alive') {
      const { wallId, sound, size } = checked.input as {
        wallId: string
        sound: 'on' | 'blocked' | 'off'
        size: string
      }
      screens.wall({ id: wallId, lastSeen: clock.wall(), sound, size })
      return { ok: true, position: live.position, reply: {} }
    }
    const command = commandId(id)
    if (command === null) return no.idNeeded()
    const handler = commands[name as CommandName] as Handler<CommandName>
    const session = caller.session ?? null
    const report = isReportCommand(name)
      ? await readReport(name, checked.input as { month: string }, { ...desk, ...reading })
      : null
    const job: Job = {
      command: { id: command, content: canonical({ name, input }) },
      alone: ALONE.some((start) => name.startsWith(start)),
      decide: async (turn) => {
        const by = (session !== null && (await live.person(session))) || caller.name
        return handler(checked.input as never, { at: clock.wall(), by }, turn, {
          ...desk,
          session,
          report,
        })
      },
    }
    const done = await writer.submit(job)
    return done.ok ? { ok: true, position: done.position, reply: done.reply as never } : done
  }

  for (const id of [...live.incidents.keys(), ...live.pending.keys()]) follow(id)
  ticker.arm(REPORTS, reports.deadlines())
  await afterStop()
  ticker.start()
  withdrawing.look()
  let stopped = false
  const refolding = refoldAll(journal, live, find, () => stopped).then(
    (rows) => {
      if (rows > 0) log.info('rows-folded-anew', { rows })
    },
    (error: unknown) => log.error('rows-not-folded', error),
  )

  return {
    async request<N extends Name>(call: Call, caller: Caller): Promise<Answered<N>> {
      try {
        return await answer<N>(call, caller)
      } catch (error) {
        log.error('request-failed', error, {
          name: typeof call.name === 'string' ? call.name : null,
        })
        return no.internal()
      }
    },
    board,
    listen: screens.listen,
    note(says) {
      screens.note(says)
      screens.wholeBoard()
    },
    wallAt: (url) => {
      wallUrl = url
    },
    exported: (exportId) => exports?.exported(exportId) ?? null,
    nextCycle: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
      }),
    async stop() {
      ticker.stop()
      stopped = true
      await Promise.all([
        refolding,
        withdrawing.stop(),
        reports.stop(),
        writer.stop(),
        exports?.stop(),
      ])
    },
  }
}
