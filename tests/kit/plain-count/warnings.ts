/**
 * The figures of warnings from raw events, written down from docs/figures.md. Nothing of the
 * product may be imported here, not even a type.
 */
import { localOf } from './days.ts'

type RawEvent = { stream: string; type: string; at: number; body: unknown }
type Plain = {
  at: number // entered
  starts: number
  until: number | null
  lifted: number | null
  colour: string
  told: boolean
  taken: boolean
}
type Body = {
  warningId: string
  warning?: string
  startsAt?: number
  until?: number | null
}

/** As they stood after all events of these local days. */
function warningsOf(events: readonly RawEvent[]): readonly Plain[] {
  const all = new Map<string, Plain>()
  for (const { type, at, body } of events) {
    const { warningId, warning = '', startsAt = 0, until = null } = body as Body
    const states = { starts: startsAt, until, colour: warning }
    if (type === 'WarningEntered')
      all.set(warningId, { at, ...states, lifted: null, told: false, taken: false })
    const known = all.get(warningId)
    if (!known) continue
    if (type === 'WarningAdjusted') Object.assign(known, states)
    if (type === 'WarningTold') known.told = true
    if (type === 'WarningTaken') known.taken = true
    if (type === 'WarningLifted') known.lifted = at
  }
  return [...all.values()]
}

/** `from`, `to`: local dates; `now`: UTC ms. */
export function plainWarnings(
  events: readonly RawEvent[],
  { from, to }: { from: string; to: string },
  { now, zone }: { now: number; zone: string },
): Record<string, number> {
  const dateOf = (at: number): string => localOf(at, zone).date
  const isCounted = ({ stream, at }: RawEvent): boolean =>
    stream.startsWith('warnings') && at <= now && dateOf(at) <= to
  const sums: Record<string, number> = {}
  const add = (name: string, isOne: boolean): void => {
    sums[name] = (sums[name] ?? 0) + (isOne ? 1 : 0)
  }
  const days = new Set<string>()
  for (const { at, starts, until, lifted, colour, told, taken } of warningsOf(
    events.filter(isCounted),
  )) {
    add('entered', dateOf(at) >= from)
    const over = Math.min(until ?? Infinity, lifted ?? Infinity)
    const last = Math.min(over - 1, now) // the last instant at which it is in force
    if (starts > last) continue
    const [first, end] = [dateOf(starts), dateOf(last)]
    const within = {
      from: first < from ? from : first,
      to: end > to ? to : end,
    }
    if (within.from > within.to) continue
    add('inForce', true)
    add(colour, true)
    add('told', told)
    add('prealert', taken)
    add('acted', told || taken)
    for (
      let day = Date.parse(`${within.from}T00:00:00Z`);
      day <= Date.parse(`${within.to}T00:00:00Z`);
      day += 86_400_000
    )
      days.add(new Date(day).toISOString().slice(0, 10))
  }
  return { ...sums, days: days.size }
}
