/**
 * `station demo`: fills a new data folder with an invented site, lived through by the real station
 * on a moved clock.
 */
import type { Log, Notifier } from '#main/core/ports.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop } from '../exit-codes.ts'
import { takeFolder } from '../folder.ts'
import { openRecord, runStation } from '../open-station.ts'
import type { Installation } from '../install-paths.ts'
import { enterChecks } from './checks.ts'
import { seededRandom, sampleVault } from './seeded-random.ts'
import { movedClock, onGrid } from './moved-clock.ts'
import { daysBefore, localInstant, monthBefore } from './days.ts'
import { arrangeDrill } from './drills.ts'
import { handOver } from './handovers.ts'
import { sampleSite } from './people.ts'
import { play } from './play.ts'
import { readRegister } from './register-file.ts'
import { enterRegister } from './register.ts'
import type { Stage } from './work.ts'
import { readScenes } from './scenes.ts'
import { enterTraining } from './training.ts'
import { enterUpkeep } from './upkeep.ts'

const SEED = 20_260_101
const MINUTE = 60_000
const noNotifier: Notifier = { notify: () => Promise.resolve() }

export type DemoOptions = { dir: string; now: number; zone: string; place: Installation; log: Log }

/** When each scene of the past begins (UTC ms): mornings and afternoons, evenly over the days. */
function beginnings(
  count: number,
  days: readonly string[],
  zone: string,
  between: (from: number, to: number) => number,
): number[] {
  return Array.from({ length: count }, (_, i) => {
    const day = days[Math.floor((i * days.length) / count)] ?? ''
    const hour = i % 2 === 0 ? between(8.5, 11) : between(14, 16.5)
    return onGrid(localInstant(day, Math.floor(hour * 60), zone))
  })
}

/**
 * Refuses a folder that holds a record (`folder-not-new`). The sample ends at `now` (UTC ms), with
 * the incidents of the present still running.
 */
export async function fillWithSample({
  dir,
  now,
  zone,
  place: installation,
  log,
}: DemoOptions): Promise<{ incidents: number; running: number }> {
  const lock = takeFolder(dir)
  try {
    const { journal } = openRecord(dir, log)
    try {
      if ((await journal.position()) > 0)
        throw new Stop(
          EXIT.usage,
          'folder-not-new',
          localized(
            `${dir}里已有记录，示例只能填入新目录`,
            `${dir} already holds a record: sample data can only go into a new folder`,
          ),
        )
      const random = seededRandom(SEED)
      const { before, past: lately, present } = readScenes(installation.resources)
      const days = daysBefore(now, zone)
      const past = [...before, ...lately]
      const starts = [
        ...beginnings(before.length, monthBefore(days[0] ?? ''), zone, random.between),
        ...beginnings(lately.length, days, zone, random.between),
      ]
      const clock = movedClock((starts[0] ?? now) - 60 * MINUTE)
      const outside = {
        clock,
        log,
        notifier: noNotifier,
        vault: sampleVault(random),
        resources: installation.resources,
      }
      const { station } = await runStation(journal, sampleSite(zone), outside)
      const stage: Stage = { station, clock, random }
      const register = readRegister(installation.resources)
      await enterRegister(stage, register, {
        first: localDate(clock.wall(), zone),
        today: localDate(now, zone),
      })
      for (const [i, scene] of past.entries()) {
        await clock.leap(starts[i] ?? now)
        await play(stage, scene)
      }
      const end = onGrid(now)
      const first = Math.max(0, ...present.map(({ ago }) => ago))
      await handOver(stage, register, { zone, before: end - first * MINUTE })
      for (const [i, { ago, scene, undone }] of present.entries()) {
        const start = end - ago * MINUTE
        // nothing runs before the first of them
        await (i === 0 ? clock.leap(start) : clock.live(start))
        await play(stage, scene, end - (present[i + 1]?.ago ?? 0) * MINUTE, undone)
      }
      await arrangeDrill(stage, '云小甲', zone)
      await enterChecks(stage, '云小甲', { resources: installation.resources, zone })
      await enterTraining(stage)
      await enterUpkeep(stage, zone)
      await station.stop()
      return { incidents: past.length + present.length, running: present.length }
    } finally {
      await journal.close()
    }
  } finally {
    lock.release()
  }
}
