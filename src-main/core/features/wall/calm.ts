/**
 * Reads what a calm wall says: who is there of those without whom nobody could respond, what the
 * record and its backups are worth, what comes due, and what has happened since yesterday. A public
 * wall learns nothing of the first three: which post is empty is nobody's business in a hall.
 */
import type { RequiredPostRead, WallCalm } from '#shared/contract/wall.ts'
import { newestOf } from '#shared/domain/backup/schedule.ts'
import { runningShifts } from '#shared/domain/duty/on-duty.ts'
import { datePlus } from '#shared/domain/duty/roster.ts'
import { briefLines } from '#shared/domain/readiness/brief.ts'
import { calendarDates } from '#shared/domain/readiness/coming.ts'
import { countsOf } from '#shared/domain/readiness/obligation.ts'
import { requiredPosts } from '#shared/domain/readiness/required-posts.ts'
import { withNotices } from '#shared/domain/site/notice.ts'
import { hasPassed } from '#shared/domain/self-test/self-test.ts'
import { RECORD_SHORTENED } from '#shared/domain/station/stream.ts'
import { happenedSince, sinceYesterday } from '#shared/domain/statistics/since-yesterday.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { monthsOf } from '#shared/domain/statistics/period.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { postNames } from '../people/names.ts'
import { opened } from '../people/register.ts'
import { shownObligations } from '../readiness/queries.ts'
import { hiddenIn } from './hidden.ts'

/** Those faults that say that the record is not whole. */
const BROKEN: ReadonlySet<string> = new Set(['record-check', RECORD_SHORTENED])
/** A wall has room for no more. */
const MOST_DATES = 8
/** So many days back lies the beginning of what may have been closed since yesterday. */
const DAYS_OPEN = 31

/** Null without a roster: nobody can say who is there. */
function postsRead(context: QueryContext): readonly RequiredPostRead[] | null {
  const { memory, library, now } = context
  const { zone } = memory.site
  const instant = now()
  const { presence } = memory.whoIsOn(instant)
  if (presence === null) return null
  const nameOf = postNames(context)
  const shifts = runningShifts(memory.duty(), zone, instant)
  return requiredPosts(library.plans(), memory.register()).map(({ id, neededFor, least }) => {
    const people = presence[id] ?? []
    const ends = shifts.filter(({ shift }) => shift.posts.includes(id)).map(({ until }) => until)
    return {
      ...{ id, neededFor, name: nameOf(id) },
      people: people.map(({ person }) => opened(person.name, context)),
      lacking: Math.max(0, least - people.length),
      isEmpty: people.length === 0,
      isCovered:
        people.length > 0 &&
        people.every(({ substitute, standsIn }) => substitute ?? standsIn !== undefined),
      until: ends.length > 0 ? Math.min(...ends) : null,
    }
  })
}

/** What comes due, worst first, and its two counts. */
async function dueRead(context: QueryContext): Promise<Pick<WallCalm, 'dates' | 'due'>> {
  const { obligations, today, now } = await shownObligations(context)
  const { notices = [] } = context.memory.site
  const calendar = withNotices(context.library.calendar(), notices)
  const lines = briefLines(obligations, calendarDates(calendar, today), { today, now })
  return {
    dates: lines.slice(0, MOST_DATES),
    due: countsOf(obligations, { today, now }),
  }
}

function meansRead(
  posts: readonly RequiredPostRead[] | null,
  { memory, faults, backups, now }: QueryContext,
): NonNullable<WallCalm['means']> {
  const copies = backups?.status().stored.copies ?? []
  const last = memory.documents.get('self-test', 'station')?.last ?? null
  return {
    posts,
    selfTest: last && { at: last.endedAt, passed: hasPassed(last) },
    backupAt: newestOf(copies, now())?.madeAt ?? null,
    isChainWhole:
      memory.documents.get('emergency', 'station') === null &&
      !faults.standing().some(({ about }) => BROKEN.has(about)),
  }
}

async function sinceRead(context: QueryContext): Promise<WallCalm['since']> {
  const { memory, journal, now } = context
  const { zone } = memory.site
  const period = sinceYesterday(now(), zone)
  const months = monthsOf({ from: datePlus(period.from, -DAYS_OPEN), to: period.to })
  const allStats: IncidentStats[] = []
  for (const month of months) {
    const hidden = hiddenIn(month, context)
    const ofMonth = await journal.incidentStats(month, month)
    allStats.push(...ofMonth.filter(({ incidentId }) => !hidden.has(incidentId)))
  }
  return happenedSince(period, allStats, now(), zone)
}

export const readCalm: QueryHandler<'wall/calm'> = async (_input, context) => {
  const { isPublic, now } = context
  const posts = isPublic ? null : postsRead(context)
  return {
    ok: true,
    reply: {
      at: now(),
      means: isPublic ? null : meansRead(posts, context),
      ...(isPublic ? { dates: [], due: null } : await dueRead(context)),
      since: await sinceRead(context),
    },
  }
}
