/** Reads of the record what the relay compares and hands up: its points, its tallies, its stubs. */
import { CommonReply, HAND_UP_PATHS, type StatedTally } from '#shared/contract/hand-up.ts'
import { localMonth } from '#shared/domain/calendar.ts'
import { countingClear } from '#shared/domain/clear-values.ts'
import { probesBetween } from '#shared/domain/hand-up/portion.ts'
import { NOWHERE, type Point } from '#shared/domain/hand-up/point.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { homeIn } from '#shared/domain/places/area.ts'
import type { Journal, Pairing, StoredEvent } from '../../ports.ts'
import { isPrivateType } from '../guarded.ts'
import type { QueryContext } from '../handler.ts'
import { askHq, type HandUpDesk } from './desk.ts'

const PAGE = 500 // events in one go; between two of them other work has its turn
const PROBES = 200
/** What moves an incident into another month. */
const MOVES_MONTH: ReadonlySet<string> = new Set(['ReportAmended'])

type Record = Pick<Journal, 'position' | 'hashAt'>

/** The end of the record as it stands; null where it cannot be read. */
export async function endOf(record: Record): Promise<Point | null> {
  const seq = await record.position()
  if (seq === 0) return NOWHERE
  const hash = await record.hashAt(seq)
  return hash === null ? null : { seq, hash }
}

export const isInRecord = async (record: Record, { seq, hash }: Point): Promise<boolean> =>
  seq === 0 ? hash === NOWHERE.hash : (await record.hashAt(seq)) === hash

/** The last point that HQ has, too; null: HQ could not be asked. */
export async function commonPoint(
  record: Record,
  { line }: Pick<HandUpDesk, 'line'>,
  pairing: Pairing,
): Promise<Point | null> {
  let common = NOWHERE
  let high = await record.position()
  while (common.seq < high) {
    const points: Point[] = []
    for (const seq of probesBetween(common.seq, high, PROBES)) {
      const hash = await record.hashAt(seq)
      if (hash !== null) points.push({ seq, hash })
    }
    const path = HAND_UP_PATHS.common(pairing.site)
    const answer = await askHq(line, pairing, path, { points }, CommonReply)
    if (!answer.ok) return null
    const next = answer.reply.point
    high = (points.find(({ seq }) => seq > (next ?? common).seq)?.seq ?? high + 1) - 1
    common = next ?? common
  }
  return common
}

/**
 * The last event that holds a personal value in clear: up to it nothing but hashes is handed up; 0:
 * none does.
 */
export async function lastInClear(context: QueryContext): Promise<number> {
  const register = context.memory.places()
  let last = 0
  const counting = countingClear<StoredEvent>(
    (type) => isPrivateType(type, context),
    (place) => homeIn(place, register) !== null,
    ({ seq }) => {
      last = seq
    },
  )
  for (let read = 0; ;) {
    const page = await context.record.eventsAfter(read, PAGE)
    counting.add(page)
    read = page.at(-1)?.seq ?? read
    if (page.length < PAGE) return last
    await context.pause()
  }
}

export type TallyKeeper = {
  /** These are handed up now, and their months change. */
  saw: (links: readonly { type: string; line: string }[]) => void
  /** The tallies to state with a push that ends at `position`; none if the record goes on. */
  read: (position: number) => Promise<readonly StatedTally[]>
  /** HQ has taken them. */
  stated: () => void
}

/**
 * Keeps which months have changed since their tallies were stated; at first every month has.
 */
export function keepTallies({
  record,
  memory,
  now,
}: Pick<QueryContext, 'record' | 'memory' | 'now'>): TallyKeeper {
  let all = true
  const touched = new Set<string>()

  async function monthsToState(): Promise<ReadonlySet<string>> {
    if (!all) {
      const rows = await Promise.all([...touched].map((id) => record.row(id)))
      return new Set(rows.flatMap((row) => (row?.stats.month ? [row.stats.month] : [])))
    }
    const first = await record.firstMonth()
    const last = localMonth(now(), memory.site.zone)
    const months = new Set<string>(first === null ? [] : [first])
    let month = first ?? last
    while (month < last) {
      const [year = 0, number = 0] = month.split('-').map(Number)
      month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
      months.add(month)
    }
    return months
  }

  return {
    saw(links) {
      for (const { type, line } of links) {
        const { stream } = JSON.parse(line) as { stream: string }
        const id = incidentStream.idOf(stream)
        if (id !== null) touched.add(id)
        all ||= MOVES_MONTH.has(type)
      }
    },
    async read(position) {
      const tallies: StatedTally[] = []
      for (const month of await monthsToState())
        tallies.push({ month, tally: await record.tally(month) })
      return (await record.position()) === position ? tallies : []
    },
    stated() {
      all = false
      touched.clear()
    },
  }
}
