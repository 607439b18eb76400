/**
 * Folds the events of one site into incidents and counted months, and compares the months with what
 * the site states of them (ADR 65).
 */
import { isOnBoard, type Incident } from '#shared/domain/incident/record/state.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import {
  isSameTally,
  NOTHING,
  tallyOf,
  withTally,
  type Tally,
} from '#shared/domain/statistics/tally.ts'
import type { Head } from '#shared/domain/hand-up/point.ts'
import type {
  Difference,
  FoldedIncident,
  FoldStep,
  HeldEvent,
  HqStore,
  StatedRow,
  StreamSpan,
} from './hq-ports.ts'
import { readEvent, takeIn, worldOf, type ReadEvent, type SiteMemory } from './site-memory.ts'

/** How many events are folded in one step; between two of them others have their turn. */
export const STEP_EVENTS = 500

type Folding = Pick<HqStore, 'eventsOf' | 'boardOf' | 'firstWhole' | 'incidents' | 'countedOf'>

type Placed = { seq: number; event: ReadEvent }
/** Without the stubs, of which nothing is known. */
const placedOf = (events: readonly HeldEvent[]): readonly Placed[] =>
  events.flatMap((stored) => {
    const event = readEvent(stored)
    return event ? [{ seq: stored.seq, event }] : []
  })

/** Where each stream lies among events in order. */
function spansOf(placed: readonly Placed[]): readonly StreamSpan[] {
  const spans = new Map<string, StreamSpan>()
  for (const { seq, event } of placed)
    spans.set(event.stream, {
      stream: event.stream,
      from: spans.get(event.stream)?.from ?? seq,
      to: seq,
    })
  return [...spans.values()]
}

/** Each incident after its last event of the step. */
async function foldEvents(
  store: Folding,
  memory: SiteMemory,
  placed: readonly Placed[],
): Promise<readonly FoldedIncident[]> {
  const touched = new Map<string, { incident: Incident; seq: number }>()
  for (const { seq, event } of placed) {
    const incident = await takeIn(store, memory, event)
    if (incident) touched.set(incident.id, { incident, seq })
  }
  const rows: FoldedIncident[] = []
  for (const { incident, seq } of touched.values())
    rows.push({
      id: incident.id,
      onBoard: isOnBoard(incident.state),
      seq,
      stats: projectStats(incident, await worldOf(store, memory, incident)),
    })
  return rows
}

/** The months with these incidents as they are now in place of what they were. */
async function countMonths(
  store: Folding,
  memory: SiteMemory,
  rows: readonly FoldedIncident[],
): Promise<ReadonlyMap<string, Tally>> {
  const before = await store.incidents(
    memory.id,
    rows.map(({ id }) => id),
  )
  const months = [...new Set([...before, ...rows].map(({ stats }) => stats.month))]
  const counted = new Map<string, Tally>(months.map((month) => [month, NOTHING]))
  for (const { month, tally } of await store.countedOf(memory.id, months)) counted.set(month, tally)
  const add = ({ stats }: FoldedIncident, times: 1 | -1): void => {
    const tally = counted.get(stats.month) ?? NOTHING
    counted.set(stats.month, withTally(tally, tallyOf([stats]), times))
  }
  for (const row of before) add(row, -1)
  for (const row of rows) add(row, 1)
  return counted
}

/** What of these months is stated otherwise than it is counted; of the others, that it agrees. */
function compare(
  stated: readonly StatedRow[],
  counted: ReadonlyMap<string, Tally>,
  months: readonly string[],
  seq: number,
): { differences: readonly Difference[]; agreeing: readonly string[] } {
  const all = months.map((month) => ({
    month,
    seq,
    stated: stated.find((row) => row.month === month)?.tally ?? NOTHING,
    counted: counted.get(month) ?? NOTHING,
  }))
  const agrees = (row: Difference): boolean => isSameTally(row.stated, row.counted)
  return {
    differences: all.filter((row) => !agrees(row)),
    agreeing: all.filter(agrees).map(({ month }) => month),
  }
}

/**
 * Folds the next events, no further than to the position at which the site stated its tallies last.
 * There every month that has changed is compared; elsewhere there is nothing to compare with.
 * Null where no event is left. `memory` is ahead of the store until the step is saved.
 */
export async function foldStep(
  store: Folding & Pick<HqStore, 'eventsAfter' | 'statedOf'>,
  memory: SiteMemory,
  epoch: number,
  at: number,
): Promise<FoldStep | null> {
  const from = memory.head
  const stated = await store.statedOf(memory.id)
  const statedSeq = Math.max(0, ...stated.map(({ position }) => position.seq))
  const read = await store.eventsAfter(memory.id, from?.seq ?? 0, STEP_EVENTS)
  const isAhead = statedSeq > (from?.seq ?? 0)
  const events = isAhead ? read.filter(({ seq }) => seq <= statedSeq) : read
  const last = events.at(-1)
  if (!last) return null
  const placed = placedOf(events)
  const incidents = await foldEvents(store, memory, placed)
  const counted = await countMonths(store, memory, incidents)
  for (const month of counted.keys()) memory.changed?.add(month)
  const to: Head = { epoch, seq: last.seq, hash: last.hash }
  const isComparable = to.seq === statedSeq
  const compared = isComparable
    ? await comparedMonths(store, memory, stated, counted, to.seq)
    : { differences: [], agreeing: [] }
  if (isComparable) memory.changed = new Set()
  return {
    site: memory.id,
    from,
    to,
    spans: spansOf(placed),
    incidents,
    months: [...counted].map(([month, tally]) => ({ month, tally })),
    ...compared,
    at,
  }
}

async function comparedMonths(
  store: Folding,
  memory: SiteMemory,
  stated: readonly StatedRow[],
  fresh: ReadonlyMap<string, Tally>,
  seq: number,
): Promise<Pick<FoldStep, 'differences' | 'agreeing'>> {
  const counted = new Map(
    (await store.countedOf(memory.id, null)).map(({ month, tally }) => [month, tally]),
  )
  for (const [month, tally] of fresh) counted.set(month, tally)
  const months = memory.changed ?? [...stated.map(({ month }) => month), ...counted.keys()]
  return compare(
    stated,
    counted,
    [...new Set(months)].filter((month) => month > memory.uncountedUntil),
    seq,
  )
}
