/**
 * The station: the one place where its parts are put together, started and stopped. It knows its
 * ports only; a host gives it clocks, disk, plans and a way to notify.
 */
import type { FaultWords } from '#shared/domain/station/faults.ts'
import type { RecordPoint } from '#shared/domain/station/head.ts'
import { STATION } from '#shared/domain/station/names.ts'
import type { Station } from '../api.ts'
import { createCommandQueue } from '../engine/command-queue.ts'
import { createNotifications } from '../engine/notifications.ts'
import { createScheduler } from '../engine/scheduler.ts'
import { createSearchIndex } from '../engine/search-index.ts'
import { createBackground } from '../features/background.ts'
import type { Notifier, OutletFolders, SheetTray, Verified } from '../ports.ts'
import { checkAndMend, FOLDED_ANEW } from '../verify/mending.ts'
import { startReprojection } from '../verify/reproject.ts'
import { createAlarms } from './alarms.ts'
import { assemble, type AssemblyParts } from './assemble.ts'
import { createDispatcher } from './dispatch.ts'
import { recordFaults } from './fault-record.ts'
import { createFencing } from './fencing.ts'
import { createFaultWatch } from './fault-watch.ts'
import { createFileDesk } from './file-desk.ts'
import { createFloodWatch } from './flood-watch.ts'
import { createHealth } from './health.ts'
import { createRecordCheck } from './record-check.ts'
import { createRecordWitness } from './record-witness.ts'

/**
 * `witnessed`: how far the record once went, by somebody outside of it. `sheetTray`: where
 * power-cut sheets go that come by themselves; without it none do. `outletFolders`: how
 * announcements come into the folders that the site has named for them.
 */
export type Parts = AssemblyParts & {
  notifier: Notifier
  witnessed?: RecordPoint | null
  sheetTray?: SheetTray
  outletFolders?: OutletFolders
}

/**
 * Reads what is open, arms every deadline, and runs. What fell due while the program was down fires
 * in the first cycle.
 */
export async function startStation({
  notifier,
  witnessed = null,
  sheetTray,
  outletFolders,
  ...parts
}: Parts): Promise<Station> {
  const { journal: record, clock, vault, log } = parts
  const common = { clock, log, by: STATION }
  let walls: { url: string; publicUrl: string } | null = null
  const { isFoldedAnew, context, boardFeed, exports, readContext, disclosure } =
    await assemble(parts)
  const queryContext = {
    ...readContext,
    wallUrl: (isPublic: boolean) => (isPublic ? walls?.publicUrl : walls?.url) ?? null,
  }
  const { memory, faults, screens, library } = context
  const { journal } = readContext
  const indexIncident = createSearchIndex(parts.romaniser)
  const scheduler = createScheduler(clock, log)
  const notifications = createNotifications(notifier, log, memory.value)
  const commandQueue = createCommandQueue({ journal, memory, vault, indexIncident, clock, log })
  const engine = { memory, faults, commandQueue, boardFeed, ...common }
  recordFaults(engine)
  if (isFoldedAnew) faults.happened('record-mended', FOLDED_ANEW)
  const alarms = createAlarms({ ...engine, library, scheduler, notifications })
  const background = createBackground({
    ...common,
    context: {
      ...queryContext,
      mayKnow: () => true,
      mayReplay: () => true,
      isPublic: false,
      board: async () => boardFeed.board(),
    },
    commandQueue,
    indexIncident,
    documentWriter: parts.documentWriter ?? null,
    sheetTray: sheetTray ?? null,
    outletFolders: outletFolders ?? null,
    arm: scheduler.arm,
    showBoard: boardFeed.wholeBoard,
    setNotice(name, notice, forMs) {
      boardFeed.setNotice(name, notice, forMs)
      boardFeed.wholeBoard()
    },
  })
  const floodWatch = createFloodWatch(engine)
  const faultWatch = createFaultWatch({
    ...engine,
    screens,
    disk: parts.disk ?? null,
    folder: parts.folder ?? null,
  })
  const health = createHealth({ ...engine, faultWatch, journal, alarms })
  const fencing = createFencing({ ...engine, door: context.spare })
  const recordCheck = createRecordCheck({ check, faults, clock, log })
  const dispatcher = createDispatcher({
    ...engine,
    context,
    queryContext,
    disclosure,
    fenced: fencing.refusal,
    board: health.board,
  })

  for (const listener of [alarms, background, faultWatch, floodWatch, boardFeed])
    commandQueue.listen(listener)
  alarms.start()
  const recordWitness = createRecordWitness({ ...engine, journal: record, witnessed })
  await recordWitness.compare()
  await health.checkClock()
  scheduler.start({
    /** Features work beside the engine: it waits for alarms only. */
    async onDue(owner, keys) {
      if (!background.onDue(owner, keys)) await alarms.checkDeadlines(owner, keys)
    },
    onCycle(now) {
      health.onCycle(now)
      fencing.onCycle()
      floodWatch.onCycle(now)
      recordCheck.onCycle()
      recordWitness.onCycle()
    },
    onClockJump: health.onClockJump,
  })
  background.start()
  const reprojection = startReprojection({ journal, memory, indexIncident, log })

  /** What was mended may have been shown as the damage had it: it is armed and drawn again. */
  function onMended(incidentIds: readonly string[], words: FaultWords): void {
    incidentIds.forEach(alarms.rearm)
    background.rearm()
    faults.happened('record-mended', words)
    boardFeed.wholeBoard()
  }

  async function check(): Promise<Verified> {
    await reprojection.done
    return checkAndMend({ journal: record, memory, commandQueue, indexIncident, log, onMended })
  }

  return {
    request: dispatcher.request,
    board: health.board,
    listen: boardFeed.listen,
    note(notice) {
      boardFeed.addNotice(notice)
      boardFeed.wholeBoard()
    },
    onBattery: background.onBattery,
    check,
    watchRecord: recordCheck.start,
    wallAt(url, publicUrl) {
      walls = { url, publicUrl }
    },
    exported: (exportId) => exports?.exported(exportId) ?? null,
    nextCycle: health.nextCycle,
    ...createFileDesk({ files: context.files, memory, log }),
    async stop() {
      scheduler.stop()
      recordCheck.stop()
      await Promise.all([
        reprojection.stop(),
        background.stop(),
        commandQueue.stop(),
        exports?.stop(),
        parts.backups?.stop(),
      ])
    },
  }
}
