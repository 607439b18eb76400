/**
 * Puts announcements that are out into the folders of the site that they were meant for, and says
 * in the record what became of each. What fails stands there as failed and is tried again by
 * itself, with a growing pause, until it is there or the announcement is over, by a person or with
 * the incident.
 */
import type { Personal } from '#shared/contract/personal.ts'
import type { AnnouncedOutlet, Announcement } from '#shared/domain/incident/record/announcements.ts'
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { filesToPut, lastTry } from '#shared/domain/incident/rules/announcements.ts'
import { shown } from '#shared/domain/sealed.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import { outwardText } from '#shared/domain/wording/announcement-marks.ts'
import type { CommandQueue } from '../../engine/command-queue.ts'
import { decideIncident } from '../../engine/changes.ts'
import type { Timed } from '../../engine/scheduler.ts'
import type { Clock, Log, OutletFolders } from '../../ports.ts'
import { sealer, type StationContext } from '../handler.ts'

/** The owner of its deadlines; no incident has such an id. */
export const OUTLETS = 'outlets'
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [MINUTE_MS, HOUR_MS]

type Parts = {
  context: Pick<StationContext, 'memory' | 'vault'>
  folders: OutletFolders | null
  commandQueue: Pick<CommandQueue, 'submit'>
  clock: Pick<Clock, 'wall'>
  log: Log
  by: string // the name in the record of what the station does by itself
  arm: (deadlines: readonly Timed[]) => void
}
export type OutletWork = {
  /** Arms what is left to be put; again whenever that may have changed. */
  poll: () => void
  due: () => void
  stop: () => Promise<void>
}
type Left = { incident: Incident; announcement: Announcement; outlet: AnnouncedOutlet }

const keyOf = ({ incident, announcement, outlet }: Left): string =>
  `${incident.id} ${announcement.id} ${outlet.id}`
const nameOf = ({ incident, announcement }: Left): string =>
  `${incident.drill ? '演练公告' : '公告'}_${incident.number ?? incident.id.slice(-8)}_${announcement.id.slice(1)}.txt`

export function createOutletWork({
  context: { memory, vault },
  folders,
  commandQueue,
  clock,
  log,
  by,
  arm,
}: Parts): OutletWork {
  const pauses = new Map<string, { times: number; until: number }>() // until: UTC ms
  let working: Promise<void> | null = null
  let stopped = false

  const folderOf = ({ outlet: { id } }: Left): string | null =>
    memory.documents.get('outlets', 'outlets')?.find((outlet) => outlet.id === id)?.folder ?? null
  /** A channel that was taken away has no folder any more: a person says what became of it. */
  const filesLeft = (): readonly Left[] =>
    folders === null
      ? []
      : [...memory.incidents.values()].flatMap((incident) =>
          (incident.announcements ?? []).flatMap((announcement) =>
            filesToPut(announcement, incident)
              .map((outlet) => ({ incident, announcement, outlet }))
              .filter((file) => folderOf(file) !== null),
          ),
        )
  const dueAt = (file: Left): number =>
    pauses.get(keyOf(file))?.until ?? file.announcement.outAt ?? 0

  function poll(): void {
    if (working || stopped) return
    arm(filesLeft().map((file) => ({ key: keyOf(file), dueAt: dueAt(file) })))
  }

  /** Whether it stands in the record. */
  async function record(
    { incident, announcement, outlet }: Left,
    why: string | null,
  ): Promise<boolean> {
    const at = clock.wall()
    const { ok } = await commandQueue.submit({
      command: { id: vault.id(at), content: `TryAnnouncement ${at}` },
      async decide(batch) {
        const now = await batch.incident(incident.id)
        if (!now) return unknownIncident()
        const { seals, seal } = sealer(vault, incidentStream.nameOf(incident.id))
        return decideIncident(
          { incident: now, meta: { at, by }, world: batch.world(at), seals },
          {
            ...{ type: 'TryAnnouncement', announcementId: announcement.id, itself: true },
            to: { outletId: outlet.id },
            failed: why !== null,
            reason: why === null ? null : seal(why as Personal),
          },
        )
      },
    })
    return ok
  }

  async function write(folder: string, file: Left): Promise<string | null> {
    const { announcement, incident } = file
    await memory.fetchValues(announcement.text)
    const outward = { drill: incident.drill, outAt: announcement.outAt, over: null }
    const words = shown(announcement.text, memory.value)
    const text = `${outwardText(words, outward, memory.site.zone)}\n`
    return (await folders?.put(folder, nameOf(file), text))?.message.zh ?? null
  }

  function pause(file: Left): void {
    const times = (pauses.get(keyOf(file))?.times ?? 0) + 1
    const ms = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (times - 1))
    pauses.set(keyOf(file), { times, until: clock.wall() + ms })
  }

  async function put(file: Left): Promise<void> {
    const folder = folderOf(file)
    if (folder === null) return
    pause(file)
    const why = await write(folder, file)
    // once is enough in the record: what follows is the same again
    const isTold = why !== null && lastTry(file.announcement, file.outlet.id)?.failed === true
    const isRecorded = isTold || (await record(file, why))
    if (why === null && isRecorded) pauses.delete(keyOf(file))
  }

  async function putAll(): Promise<void> {
    for (const file of filesLeft().filter((next) => dueAt(next) <= clock.wall())) {
      if (stopped) return
      await put(file).catch((error: unknown) => log.error('announcement-not-put', error))
    }
  }

  return {
    poll,
    due() {
      if (working || stopped) return
      working = putAll().finally(() => {
        working = null
        poll()
      })
    },
    async stop() {
      stopped = true
      await working
    },
  }
}
