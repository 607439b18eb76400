/**
 * Sources of figures with one bug each: the check must see every one of them. Each takes what the
 * record holds and counts it by the product's own functions.
 */
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { rowOf } from '#main/core/engine/changes.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { referredIn, withValues } from '#shared/domain/sealed.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { monthOfTally } from '#shared/domain/statistics/month.ts'
import { periodStatistics } from '#shared/domain/statistics/statistics.ts'
import { NOTHING, tallyOf, withTally, type Tally } from '#shared/domain/statistics/tally.ts'
import type { Ledger, Source } from './check.ts'

/**
 * What the record holds: of each incident the fact as it stands, and the one that stood when it was
 * reported.
 */
type Facts = { now: readonly IncidentStats[]; first: readonly IncidentStats[] }
type Bug = {
  fact?: (stats: IncidentStats) => IncidentStats
  zone?: string
  tally?: (facts: Facts, month: string) => Tally
}

const utc = (at: number): string => new Date(at).toISOString().slice(0, 7)
const of = (allStats: readonly IncidentStats[], month: string): readonly IncidentStats[] =>
  allStats.filter((stats) => stats.month === month)

export const BUGS: Readonly<Record<string, Bug>> = {
  'the month of UTC': { fact: (stats) => ({ ...stats, month: utc(stats.at) }), zone: 'UTC' },
  'a drill is counted': { fact: (stats) => ({ ...stats, drill: false }) },
  'a false report is counted': {
    fact: (stats) => ({ ...stats, counted: stats.counted || stats.falseReport }),
  },
  'a merged one is counted twice, with the one that it went into': {
    fact: (stats) => ({ ...stats, counted: stats.counted || stats.state === 'merged' }),
  },
  'a withdrawn import is counted': {
    fact: (stats) => ({ ...stats, counted: stats.counted || stats.imported === 'withdrawn' }),
  },
  'one that was handed over is left out': {
    fact: (stats) => ({ ...stats, counted: stats.counted && stats.state !== 'transferred' }),
  },
  'the report decides the month, not the occurrence': {
    fact: (stats) => ({
      ...stats,
      at: stats.moments['reported'] ?? stats.at,
      month: utc((stats.moments['reported'] ?? stats.at) + 8 * 3_600_000),
    }),
  },
  'done at the very instant is late': {
    fact: (stats) => ({
      ...stats,
      limits: stats.limits.map((limit) =>
        limit.doneAt === limit.dueAt ? { ...limit, doneAt: limit.dueAt + 1 } : limit,
      ),
    }),
  },
  'lateness goes when the step is done': {
    fact: (stats) => ({
      ...stats,
      limits: stats.limits.map((limit) => ({
        ...limit,
        lateAt: null,
        doneAt: limit.doneAt && Math.min(limit.doneAt, limit.dueAt),
      })),
    }),
  },
  'an alert that nobody acknowledged was acknowledged when it was cleared': {
    fact: (stats) => ({
      ...stats,
      ...(stats.alerts
        ? {
            alerts: stats.alerts.map((alert) => ({
              ...alert,
              acknowledgedAt: alert.acknowledgedAt ?? alert.clearedAt,
            })),
          }
        : {}),
    }),
  },
  'times count from the occurrence': {
    fact: (stats) => ({ ...stats, moments: { ...stats.moments, reported: stats.at } }),
  },
  'what an incident came to before is not taken from its tally': {
    tally: ({ now, first }, month) =>
      [of(first, month), of(now, month)].reduce(
        (tally, allStats) => withTally(tally, tallyOf(allStats), 1),
        NOTHING,
      ),
  },
}

async function factsIn(file: string, zone: string): Promise<Facts> {
  const journal = openSqliteJournal(file)
  const plans = new Map<string, Plan>()
  const world: World = {
    zone,
    calendar: {},
    roster: null,
    plan: (revision) => plans.get(revision) as Plan,
  }
  const names = await journal.projectionNames()
  for (const { kind, id } of names.documents)
    if (kind === 'plan') plans.set(id, (await journal.document(kind, id)) as unknown as Plan)
  const facts = { now: [] as IncidentStats[], first: [] as IncidentStats[] }
  for (const id of names.rows) {
    const events = await journal.events(`incident.${id}`)
    const { stats } = rowOf(incidentStream.replay(id, events), world)
    const values = await journal.unseal(referredIn(stats).map(({ sealed }) => sealed))
    facts.now.push(withValues(stats, ({ sealed }) => values[sealed] ?? null))
    facts.first.push(rowOf(incidentStream.replay(id, events.slice(0, 1)), world).stats)
  }
  await journal.close()
  return facts
}

/** A source with this bug over the record in `file`; without a bug it is right. */
export async function sourcesOf(
  file: string,
  { zone, now }: Ledger,
): Promise<(bug: Bug) => Source> {
  const facts = await factsIn(file, zone)
  return (bug) => {
    const seen = bug.fact ? facts.now.map(bug.fact) : facts.now
    return {
      period: async (query) => [periodStatistics(query, seen, now, { zone: bug.zone ?? zone })],
      month: async (month) =>
        monthOfTally(month, bug.tally ? bug.tally(facts, month) : tallyOf(of(seen, month)), now),
    }
  }
}
