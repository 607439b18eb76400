/**
 * Fills a new folder with incidents that were reported some time ago, as a station whose clock
 * stood there would have: for tests that need limits soon.
 */
import { join, resolve } from 'node:path'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { runStation } from '#main/hosts/node/open-station.ts'
import { newSite } from '#main/hosts/node/new-site.ts'
import type { Name } from '#shared/contract/contract.ts'
import { manualClock } from '../../kit/manual-clock.ts'
import { dispatcher } from '../../kit/station.ts'

const resources = resolve(import.meta.dirname, '../../../resources')

type Ask = (name: Name, input: never) => Promise<unknown>

/** One incident with three limits running. */
export async function hotlineDown(ask: Ask, n: number): Promise<string> {
  const say = (name: Name, input: object): Promise<unknown> => ask(name, input as never)
  const { incidentId } = (await say('incident/report', {
    narrative: '热线打不进',
    place: `热线中心${n}号席`,
  })) as { incidentId: string }
  await say('incident/activate', { incidentId, planId: 'gas-hotline-failure' })
  await say('incident/answer', { incidentId, fact: 'fault_kind', value: 'no-calls' })
  await say('incident/step', { incidentId, stepId: 'hl-05', outcome: 'done' })
  await say('incident/step', { incidentId, stepId: 'hl-02', outcome: 'done' })
  return incidentId
}

/**
 * `at`: UTC ms of the reports, one second apart. In each the hotline plan runs: within 3 minutes
 * (hl-06), 10 (hl-14), 15 or 45 (hl-08, hl-09). Gives their ids.
 */
export async function seed(dir: string, at: number, incidents: number): Promise<string[]> {
  const clock = manualClock(at)
  const journal = openSqliteJournal(join(dir, 'journal.db'))
  const log = {
    info: () => undefined,
    error: (event: string, error: unknown) => console.error(event, error),
  }
  const { station } = await runStation(journal, newSite('all', 'Asia/Shanghai'), {
    clock,
    log,
    notifier: { notify: () => Promise.resolve() },
    resources,
  })
  const ids: string[] = []
  const ask: Ask = async (name, input) => {
    const answer = await station.request({ id: crypto.randomUUID(), name, input }, dispatcher)
    if (!answer.ok) throw new Error(`${name}: ${answer.code}`)
    return answer.reply
  }
  for (let n = 1; n <= incidents; n++) {
    ids.push(await hotlineDown(ask, n))
    clock.leap('1 s')
  }
  await station.stop()
  await journal.close()
  return ids
}
