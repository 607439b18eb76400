/**
 * The station: check → decide → save → tell, and the deadlines that run meanwhile. Parts are built
 * here by hand, in order. It knows its ports only; a host gives it clocks, disk, plans and a way to
 * notify.
 */
import { contract, type Answered, type Name } from '#shared/contract/contract.ts'
import { type Refusal } from '#shared/domain/decision.ts'
import { deadlinesOf } from '#shared/domain/incident/deadlines.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { Audience } from '#shared/contract/push.ts'
import type { Call, Caller, Cycle, Station } from '../api.ts'
import { commands } from '../features/commands.ts'
import {
  isRefusal,
  type AnyHandler,
  type CommandName,
  type QueryContext,
  type QueryHandler,
  type QueryName,
} from '../features/handler.ts'
import { decideIncident } from '../engine/changes.ts'
import { createSearchIndex } from '../engine/search-index.ts'
import { assemble, type AssemblyParts } from './assemble.ts'
import type { Notifier } from '../ports.ts'
import { queries } from '../features/queries.ts'
import { createNotifications } from '../engine/notifications.ts'
import { createReportWork } from '../features/monthly-report/background.ts'
import { reprojectAll } from '../verify/reproject.ts'
import * as no from '../refusals.ts'
import { clockBehind } from '../engine/board-feed.ts'
import { createScheduler } from '../engine/scheduler.ts'
import { canonical } from '#shared/domain/canonical.ts'
import { commandId, isName, validate } from './validate.ts'
import { createWithdrawing } from '../features/import/background.ts'
import { createCommandQueue, type Change, type Submission } from '../engine/command-queue.ts'

export type Parts = AssemblyParts & { notifier: Notifier }

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
  const { journal, clock, vault, romaniser, log, site, documentWriter } = parts
  const { context, boardFeed, exports, queryContext: ofDesk } = await assemble(parts)
  const { memory, library } = context
  const reactor = createNotifications(notifier, log)
  let wallUrl: string | null = null
  const reading: Omit<QueryContext, 'board' | 'session'> = { ...ofDesk, wallUrl: () => wallUrl }

  /** An incident as its alarms stand, saved or not, is armed and looked at by the reactor. */
  function follow(id: string): void {
    const incident = memory.unsaved.get(id)?.incident ?? memory.incidents.get(id)
    scheduler.arm(
      id,
      incident ? deadlinesOf(incident, memory.world()) : (memory.pending.get(id) ?? []),
    )
    reactor.update(id, incident ?? null)
  }

  let looked = library.plans()

  /**
   * Plans that say themselves when they start, and those that are started by others, are looked at
   * anew in everything that runs.
   */
  function lookAgain(): void {
    if (library.plans() === looked) return
    looked = library.plans()
    for (const id of memory.incidents.keys()) {
      follow(id)
      void fire(id, [])
    }
  }

  function told(changes: readonly Change[], other: boolean): void {
    for (const { incidentId } of changes) follow(incidentId)
    if (other) lookAgain()
    if (other) scheduler.arm(REPORTS, reports.deadlines())
    withdrawing.poll()
    if (other) boardFeed.wholeBoard()
    else boardFeed.changed(changes)
  }

  const find = createSearchIndex(romaniser)
  const commandQueue = createCommandQueue(journal, memory, vault, find, log, told)
  const withdrawing = createWithdrawing({ journal, memory, commandQueue, vault, clock, log })

  /**
   * A deadline that leaves no trace is not armed again, or the engine would run hot; it is said in
   * the log.
   */
  async function fire(id: string, keys: readonly string[]): Promise<void> {
    const before = memory.position
    const done = await commandQueue.submit({
      command: null,
      decide: async (batch) => {
        const incident = await batch.incident(id)
        if (!incident) throw new Error(`deadline of an unknown incident: ${keys.join(' ')}`)
        return decideIncident(
          incident,
          { type: 'CheckDeadlines', due: keys },
          { at: clock.wall(), by: STATION },
          batch.world(),
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
    const since = memory.storageFailedSince
    if (since === null || clock.mono() - retriedAt < RETRY_MS) return
    retriedAt = clock.mono()
    for (const id of memory.unsaved.keys()) void fire(id, [])
    const event = {
      stream: 'station',
      type: 'StorageRecovered',
      at: clock.wall(),
      by: STATION,
      body: { since },
    }
    void commandQueue.submit({
      command: null,
      decide: async () => ({
        ok: true,
        expect: {},
        events: [event],
        seals: [],
        rows: [],
        documents: [],
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
    memory.turnMonth(now).then(
      (turned) => {
        if (turned) boardFeed.wholeBoard()
      },
      (error: unknown) => log.error('month-not-read', error),
    )

  /** Just after midnight at the end of a month its first board waits for the figures. */
  async function board(audience?: Audience): Promise<Board> {
    await turnMonth(clock.wall())
    return boardFeed.board(audience)
  }

  function cycled(now: number): void {
    cycle += 1
    if (clock.mono() - beatAt >= BEAT_MS - 50) {
      beatAt = clock.mono()
      boardFeed.beat(cycle)
    }
    const answers = waiting
    waiting = []
    for (const answer of answers)
      answer({
        cycle,
        position: memory.position,
        now,
        storageFailed: memory.storageFailedSince !== null,
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
    boardFeed.clockChanged(at, byMs)
    const event = { stream: 'station', type: 'ClockChanged', at, by: STATION, body: { byMs } }
    void commandQueue.submit({
      command: null,
      decide: async () => ({
        ok: true,
        expect: {},
        events: [event],
        seals: [],
        rows: [],
        documents: [],
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
    const [last] = memory.position > 0 ? await journal.eventsAfter(memory.position - 1, 1) : []
    const behind = last ? last.at - clock.wall() : 0
    if (last === undefined || behind < CLOCK_SLACK_MS) return
    boardFeed.addNotice(clockBehind(last.at, behind, site.zone))
    log.error('clock-behind-record', new Error(`${behind} ms`), { lastAt: last.at })
  }

  const reports = createReportWork({
    context: reading,
    vault,
    papers: documentWriter ?? null,
    log,
    submit: (job) => commandQueue.submit(job),
    by: STATION,
    say(name, says, forMs) {
      boardFeed.setNotice(name, says, forMs)
      boardFeed.wholeBoard()
    },
    changed: () => scheduler.arm(REPORTS, reports.deadlines()),
  })

  /** Reports are worked at beside the engine: it waits for alarms only. */
  const scheduler = createScheduler(
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
        : await commandQueue.submit({
            command: { id: command, content: '' },
            decide: async () => why,
          })
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
      return read.ok ? { ok: true, position: memory.position, reply: read.reply } : read
    }
    if (name === 'wall/alive') {
      const { wallId, sound, size } = checked.input as {
        wallId: string
        sound: 'on' | 'blocked' | 'off'
        size: string
      }
      boardFeed.wall({ id: wallId, lastSeen: clock.wall(), sound, size })
      return { ok: true, position: memory.position, reply: {} }
    }
    const command = commandId(id)
    if (command === null) return no.idNeeded()
    const handler = commands[name as CommandName] as AnyHandler<CommandName>
    const session = caller.session ?? null
    const prepared =
      'prepare' in handler
        ? await handler.prepare(checked.input as never, {
            ...reading,
            session,
            board: () => board('desk'),
          })
        : null
    const job: Submission = {
      command: { id: command, content: canonical({ name, input }) },
      exclusive: ALONE.some((start) => name.startsWith(start)),
      decide: async (batch) => {
        const by = (session !== null && (await memory.operator(session))) || caller.name
        const commandContext = { ...context, meta: { at: clock.wall(), by }, batch, session }
        if (!('prepare' in handler)) return handler(checked.input as never, commandContext)
        return isRefusal(prepared)
          ? prepared
          : handler.handle(checked.input as never, commandContext, prepared as never)
      },
    }
    const done = await commandQueue.submit(job)
    return done.ok ? { ok: true, position: done.position, reply: done.reply as never } : done
  }

  for (const id of [...memory.incidents.keys(), ...memory.pending.keys()]) follow(id)
  scheduler.arm(REPORTS, reports.deadlines())
  await afterStop()
  scheduler.start()
  withdrawing.poll()
  let stopped = false
  const refolding = reprojectAll(journal, memory, find, () => stopped).then(
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
    listen: boardFeed.listen,
    note(says) {
      boardFeed.addNotice(says)
      boardFeed.wholeBoard()
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
      scheduler.stop()
      stopped = true
      await Promise.all([
        refolding,
        withdrawing.stop(),
        reports.stop(),
        commandQueue.stop(),
        exports?.stop(),
      ])
    },
  }
}
