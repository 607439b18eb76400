/**
 * The figures of supplies from raw events, written down from docs/figures.md. Nothing of the
 * product may be imported here, not even a type.
 */
import { localOf } from './days.ts'

type RawEvent = { stream: string; type: string; at: number; body: unknown }
type Part = { batchId: string; count: number }
type Batch = { id: string; expiry: string | null; count: number }
type Body = {
  details?: { minimum: number | null }
  batches?: readonly Batch[]
  parts?: readonly Part[]
  issueId?: string
  count?: number
  ok?: boolean
  for?: { drill: boolean } | null
}
type Act = { id: string; type: string; at: number; body: Body }

const sum = (parts: readonly Part[] = []): number =>
  parts.reduce((total, { count }) => total + count, 0)

/** What happened to one supply, without what was taken back. */
function actsOf(events: readonly RawEvent[]): { acts: readonly Act[]; gone: number | null } {
  const acts: Act[] = []
  let gone: number | null = null
  for (const [n, { type, at, body }] of events.entries()) {
    if (type === 'SupplyTurnUndone') acts.pop()
    else if (type === 'SupplyWithdrawn') gone = at
    else acts.push({ id: `t${n + 1}`, type, at, body: body as Body })
  }
  return { acts, gone }
}

/** How much there is of each batch after these acts, by its last day of use. */
function batchesAfter(acts: readonly Act[]): readonly Batch[] {
  const batches = new Map<string, { expiry: string | null; count: number }>()
  for (const { type, body } of acts) {
    for (const { id, expiry, count } of body.batches ?? []) {
      const there = batches.get(id) ?? { expiry, count: 0 }
      batches.set(id, { ...there, count: there.count + count })
    }
    const sign = type === 'SupplyIssued' || type === 'SupplyDisposed' ? -1 : 1
    for (const { batchId, count } of body.parts ?? []) {
      const batch = batches.get(batchId)
      if (batch) batch.count += sign * count
    }
  }
  return [...batches].map(([id, batch]) => ({ id, ...batch }))
}

const NAMES: Readonly<Record<string, string>> = {
  SupplyReceived: 'received',
  SupplyIssued: 'issued',
  SupplyReturned: 'returned',
  SupplyConsumed: 'consumed',
  SupplyDisposed: 'disposed',
}

/** `from`, `to`: local dates; `now`: UTC ms. */
export function plainSupplies(
  events: readonly RawEvent[],
  { from, to }: { from: string; to: string },
  { now, zone }: { now: number; zone: string },
): Record<string, number> {
  const dateOf = (at: number): string => localOf(at, zone).date
  const today = dateOf(now)
  const last = to < today ? to : today
  const sums: Record<string, number> = {}
  const add = (name: string, count: number): void => {
    sums[name] = (sums[name] ?? 0) + count
  }
  for (const stream of new Set(events.map((event) => event.stream))) {
    const { acts, gone } = actsOf(events.filter((event) => event.stream === stream))
    const until = (date: string): readonly Act[] => acts.filter(({ at }) => dateOf(at) <= date)
    const issueOf = ({ id, body }: Act): Act | undefined =>
      acts.find((act) => act.id === (body.issueId ?? id))
    for (const act of until(to).filter(({ at }) => dateOf(at) >= from)) {
      const isDrill = issueOf(act)?.body.for?.drill === true
      const name = NAMES[act.type]
      if (name && !isDrill) add(name, 1)
      if (act.type === 'SupplyIssued' && isDrill) add('inDrills', 1)
      if (act.type === 'SupplyChecked') {
        add('checks', 1)
        if (act.body.ok === false) add('failed', 1)
      }
    }
    for (const { id, expiry } of batchesAfter(acts)) {
      if (expiry === null || expiry < from || expiry > to || expiry >= today) continue
      const left = batchesAfter(until(expiry)).find((batch) => batch.id === id)?.count ?? 0
      if (left > 0) add('expired', 1)
    }
    for (const issue of until(to)) {
      if (issue.type !== 'SupplyIssued' || issue.body.for?.drill === true) continue
      const settled = until(to)
        .filter(({ body }) => body.issueId === issue.id)
        .reduce((total, { body }) => total + (body.count ?? sum(body.parts)), 0)
      if (settled < sum(issue.body.parts)) add('open', 1)
    }
    if (until(to).length === 0 || (gone !== null && dateOf(gone) <= to)) continue
    add('supplies', 1)
    const minimum = acts[0]?.body.details?.minimum ?? 0
    const usable = sum(
      batchesAfter(until(to))
        .filter(({ expiry }) => expiry === null || expiry >= last)
        .map(({ id, count }) => ({ batchId: id, count })),
    )
    if (usable < minimum) add('short', 1)
  }
  return sums
}
