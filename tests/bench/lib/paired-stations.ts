/** Real stations of a made-up group in this process, each with a relay, paired with an HQ. */
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Station } from '#main/core/api.ts'
import type { Pairing } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import { madeUpSites } from '../../kit/group.ts'
import type { HqKit } from '../../kit/hq.ts'
import { openMemoryJournal } from '../../kit/memory-journal.ts'
import { ask, report } from './at-the-desk.ts'
import { SITE, startWholeStation } from './place.ts'

/** A station that has paired with HQ and hands up from now on. */
async function openStation(
  { hq, server }: HqKit,
  { name, region }: { name: string; region: string },
): Promise<Station> {
  let pairing: Pairing | null = null
  const file = {
    read: () => pairing,
    set: (next: Pairing | null) => Promise.resolve(void (pairing = next)),
  }
  const station = await startWholeStation(openMemoryJournal(), systemClock, {
    named: { ...SITE, name: localized(name, name) },
    handUp: { line: createHqLine(), file, program: '0.1.0' },
  })
  await ask(station, 'hq/pair', { pairing: `${server.url}#${await hq.code(region, '')}` })
  return station
}

/** At most 203. */
export async function openStations(kit: HqKit, count: number): Promise<Station[]> {
  const stations: Station[] = []
  for (const site of madeUpSites(count)) stations.push(await openStation(kit, site))
  return stations
}

/** An incident that runs a plan, at each of them. */
export async function startIncidents(stations: readonly Station[]): Promise<void> {
  for (const station of stations) {
    const { incidentId } = await report(station, '热线中心')
    await ask(station, 'incident/activate', { incidentId, planId: 'gas-hotline-failure' })
  }
}
