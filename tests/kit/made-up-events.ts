/** Raw events of a made-up time, for specs that count them twice: in order, each at its instant. */
import { seededRandom } from '#main/hosts/node/demo/seeded-random.ts'
import type { EventStream } from '#shared/domain/event-stream.ts'
import { periodOf, type Period } from '#shared/domain/statistics/period.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'

export type MadeUp = { stream: string; type: string; at: number; by: string; body: object }

/** Leap years and both turns of summer time lie in it. */
const FIRST = Date.parse('2027-09-20T02:00:00Z')
const ENDS = ['-01-31', '-02-28', '-02-29', '-03-31', '-04-30', '-08-31', '-12-31'] as const

export const MONTHS: readonly Period[] = [
  ...['09', '10', '11', '12'].map((month) => `2027-${month}`),
  ...Array.from({ length: 12 }, (_, index) => `2028-${String(index + 1).padStart(2, '0')}`),
].flatMap((name) => periodOf('month', name) ?? [])

export function madeUp(seed: number) {
  const { between } = seededRandom(seed)
  const below = (limit: number): number => Math.floor(between(0, limit))
  const events: MadeUp[] = []
  let at = FIRST
  return {
    events,
    below,
    oneOf: <T>(values: readonly [T, ...T[]]): T => values[below(values.length)] ?? values[0],
    now: () => at,
    /** Time goes on: by minutes, hours or days. */
    pass(): void {
      at += [MINUTE_MS, HOUR_MS * (1 + below(9)), DAY_MS * (1 + below(2)) + HOUR_MS][below(3)] ?? 0
    },
    write(stream: string, type: string, body: object): void {
      events.push({ stream, type, at, by: '周敏', body })
    },
    /** A day near now, often the last of a month. */
    day(): string {
      const day = new Date(at + (below(40) - 30) * DAY_MS).toISOString().slice(0, 10)
      const end = `${day.slice(0, 4)}${ENDS[below(ENDS.length)]}`
      const isDay = new Date(`${end}T00:00:00Z`).toISOString().startsWith(end)
      return below(4) === 0 && isDay ? end : day
    },
  }
}

/** Every stream of this kind, folded. */
export const folded = <S, E extends { type: string }, D extends object>(
  stream: EventStream<S, E, D>,
  events: readonly MadeUp[],
): readonly S[] =>
  [...Map.groupBy(events, (event) => event.stream)]
    .filter(([name]) => stream.idOf(name) !== null)
    .map(([name, all]) => stream.replay(stream.idOf(name) ?? '', all))

/** What no month had any of: a figure that is never made up is never compared. */
export const neverSeen = (months: readonly Record<string, number>[], names: readonly string[]) =>
  names.filter((name) => months.every((month) => !month[name]))
