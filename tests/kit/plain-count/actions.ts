/**
 * The figures of corrective actions from raw events, written down from docs/figures.md. Nothing of
 * the product may be imported here, not even a type.
 */
import { localOf } from './days.ts'

type RawEvent = { stream: string; type: string; at: number; body: unknown }
type PlainTurn = { at: number; what: string; doneAt: number }

/** What became of one action until an instant, and the days that it was due. */
function historyOf(events: readonly RawEvent[], until: number) {
  const turns: PlainTurn[] = []
  const days: { at: number; due: string }[] = []
  let openedAt = 0
  for (const { type, at, body } of events) {
    if (at > until) break
    const { due, doneAt = at, ok } = body as { due?: string; doneAt?: number; ok?: boolean }
    if (type === 'ActionOpened') openedAt = at
    if (due !== undefined) days.push({ at, due })
    if (type === 'ActionDone') turns.push({ at, what: 'done', doneAt })
    if (type === 'ActionChecked') turns.push({ at, what: ok ? 'closed' : 'failed', doneAt: 0 })
    if (type === 'ActionWithdrawn') turns.push({ at, what: 'withdrawn', doneAt: 0 })
    if (type === 'ActionTurnUndone') turns.pop()
  }
  return { openedAt, turns, days }
}

const isOver = (what: string | undefined): boolean => what === 'closed' || what === 'withdrawn'

/** `from`, `to`: local dates; `now`: UTC ms. */
export function plainActions(
  events: readonly RawEvent[],
  { from, to }: { from: string; to: string },
  { now, zone }: { now: number; zone: string },
): Record<string, number> {
  const dateOf = (at: number): string => localOf(at, zone).date
  const today = dateOf(now)
  const last = today < to ? today : to
  const sums: Record<string, number> = {}
  const add = (name: string, count: boolean): void => {
    sums[name] = (sums[name] ?? 0) + (count ? 1 : 0)
  }
  const byStream = Map.groupBy(
    events.filter(({ stream }) => stream.startsWith('action.')),
    ({ stream }) => stream,
  )
  for (const ofAction of byStream.values()) {
    const whole = historyOf(ofAction, now)
    const { openedAt } = whole
    if (openedAt === 0 || dateOf(openedAt) > to) continue
    const isPast = ({ at }: { at: number }): boolean => dateOf(at) <= to
    const turns = whole.turns.filter(isPast)
    const before = turns.filter(({ at }) => dateOf(at) < from).at(-1)?.what
    const atEnd = turns.at(-1)?.what
    add('carried', dateOf(openedAt) < from && !isOver(before))
    add('opened', dateOf(openedAt) >= from)
    turns.forEach(({ at, what }, index) => {
      if (dateOf(at) < from) return
      const earlier = turns.slice(0, index)
      add('closed', what === 'closed')
      add('withdrawn', what === 'withdrawn')
      add('reopened', what === 'failed' && earlier.at(-1)?.what === 'closed')
      const done = earlier.findLast((turn) => turn.what === 'done')
      const due = whole.days.findLast((day) => done !== undefined && day.at < done.at)?.due
      add('late', what === 'closed' && done !== undefined && dateOf(done.doneAt) > (due ?? ''))
    })
    if (isOver(atEnd)) continue
    const due = whole.days.filter(isPast).at(-1)?.due ?? ''
    add('left', true)
    add('waiting', atEnd === 'done')
    add('overdue', atEnd !== 'done' && due < last)
  }
  return sums
}
