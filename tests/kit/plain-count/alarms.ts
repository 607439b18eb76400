/**
 * How well the alarms behaved, for the plain count: written down from docs/figures.md. Nothing of
 * the product may be imported here.
 */
import type { PlainAlert } from './draft.ts'

const MINUTE = 60_000

/**
 * Alarms come and, ten minutes later, are no longer recent; what leaves at an instant has left
 * before anything comes at it.
 */
function floods(raised: readonly number[]): { floods: number; floodMs: number; peak: number } {
  const turns = [
    ...raised.map((at) => ({ at, recent: 1 })),
    ...raised.map((at) => ({ at: at + 10 * MINUTE, recent: -1 })),
  ].sort((a, b) => a.at - b.at || a.recent - b.recent)
  const sums = { floods: 0, floodMs: 0, peak: 0 }
  let [recent, since] = [0, -1]
  for (const turn of turns) {
    recent += turn.recent
    sums.peak = Math.max(sums.peak, recent)
    if (since < 0 && recent > 10) {
      since = turn.at
      sums.floods += 1
    } else if (since >= 0 && recent < 5) {
      sums.floodMs += turn.at - since
      since = -1
    }
  }
  return sums
}

/** `days`: how many days of the period have begun. */
export function calmly(
  alerts: readonly PlainAlert[],
  now: number,
  days: number,
  spreadOf: (values: readonly number[]) => { median: number | null; p90: number | null },
): object {
  const waits = alerts.flatMap(({ raised, acknowledged }) =>
    acknowledged === null ? [] : [Math.max(0, acknowledged - raised)],
  )
  const within = (seconds: number): number => waits.filter((ms) => ms <= seconds * 1000).length
  const { median, p90 } = spreadOf(waits)
  const stepIds = new Set(alerts.flatMap(({ step }) => step ?? []))
  const steps = [...stepIds].map((stepId) => ({
    stepId,
    raised: alerts.filter(({ step }) => step === stepId).length,
  }))
  return {
    raised: alerts.length,
    acknowledged: waits.length,
    acknowledgedWithin: {
      s60: within(60),
      s120: within(120),
      later: waits.length - within(120),
      never: alerts.length - waits.length,
    },
    medianAck: median,
    p90Ack: p90,
    standing: alerts.filter(({ raised, cleared }) => (cleared ?? now) - raised > 24 * 60 * MINUTE)
      .length,
    ...floods(alerts.map(({ raised }) => raised)),
    perDay: days === 0 ? null : Math.round((alerts.length / days) * 100) / 100,
    byPriority: Object.fromEntries(
      [1, 2, 3]
        .map((priority) => [priority, alerts.filter((alert) => alert.priority === priority).length])
        .filter(([, count]) => count !== 0),
    ),
    byKind: alerts.reduce<Record<string, number>>(
      (counts, { kind }) => ({ ...counts, [kind]: (counts[kind] ?? 0) + 1 }),
      {},
    ),
    frequent: steps
      .sort((a, b) => b.raised - a.raised || (a.stepId < b.stepId ? -1 : 1))
      .slice(0, 10),
  }
}
