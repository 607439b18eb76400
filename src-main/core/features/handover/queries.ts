/** Handlers that read the shift handover: what it shows now, those of before, one of them whole. */
import {
  LIST_DAYS,
  type HandoverLast,
  type HandoverLine,
  type HandoverPending,
} from '#shared/contract/handover.ts'
import { localDate, startOfDate } from '#shared/domain/calendar.ts'
import type { StoredBody } from '#shared/domain/event-stream.ts'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import type { SignedHandover } from '#shared/domain/document/handover-document.ts'
import { NO_HANDOVER, type PendingHandover } from '#shared/domain/handover/stream.ts'
import { idsFrom } from '#shared/domain/handover-sheet/ids.ts'
import type { HandoverPage } from '#shared/domain/handover-sheet/page.ts'
import {
  handoverSheetStream,
  type HandoverSheet,
  type HandoverSigned,
  type SigningRole,
} from '#shared/domain/handover-sheet/stream.ts'
import { shown, withoutValues } from '#shared/domain/sealed.ts'
import { hasPassed } from '#shared/domain/self-test/self-test.ts'
import { dayAfter } from '#shared/domain/statistics/period.ts'
import { localized } from '#shared/domain/text.ts'
import { runningShifts } from '#shared/domain/duty/on-duty.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/units.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { selfTestsIn } from '../self-test/world.ts'
import { purgedOf } from '../export/file-document.ts'
import { opened } from '../opened.ts'
import { readDuty } from './duty.ts'
import { readPage } from './page.ts'
import { puttingWith } from './seals.ts'

const ROWS = 50
const NAMES_IN_ONE_GO = 200

const unknownHandover = (): Refusal =>
  refuse('unknown-handover', localized('没有这次交接班', 'There is no such shift handover'))

/**
 * How long after a shift has begun the one before may still have to hand over, and how long before
 * it the next may already have taken over.
 */
const HANDING_OVER_MS = HOUR_MS

const onlyOf = (posts: HandoverPage['duty']['now']): string | null => {
  const [first] = posts
  return first?.people.length === 1 ? (first.people[0] ?? null) : null
}

/**
 * Who hands over: whoever took over for the shift that runs, on the duty roster or not; else by the
 * duty roster whoever sat at the desk until it began, for an hour, then who sits there now (`now`).
 */
async function givesByRoster(
  now: string | null,
  last: HandoverLast | null,
  context: QueryContext,
): Promise<string | null> {
  const { memory } = context
  const instant = context.now()
  const begins = runningShifts(memory.duty(), memory.site.zone, instant).map(({ since }) => since)
  if (begins.length === 0) return now
  const began = Math.max(...begins)
  if (last !== null && last.takenAt >= began - HANDING_OVER_MS) return last.takes
  if (instant - began >= HANDING_OVER_MS) return now
  const before = readDuty({ ...context, now: () => began - 1 }, puttingWith(null, context)).now
  return onlyOf(await opened(before, context)) ?? now
}

/**
 * Whoever has signed on at this console hands over, else who has signed already, took over last or
 * does by the duty roster. Who takes over: by the duty roster who sits at the desk now, if that is
 * somebody else already than who hands over (`signed`: has done so), else who comes next.
 */
async function suggestedFor(
  { duty }: HandoverPage,
  { signed, last }: { signed: string | null; last: HandoverLast | null },
  context: QueryContext,
): Promise<{ gives: string | null; takes: string | null }> {
  const { session, memory } = context
  const now = onlyOf(duty.now)
  const signedOn = session === null ? null : await memory.operator(session)
  const gives = signedOn ?? signed ?? (await givesByRoster(now, last, context))
  const gone = signed ?? gives
  return { gives, takes: gone !== null && now !== null && now !== gone ? now : onlyOf(duty.next) }
}

const read: QueryHandler<'handover/read'> = async (_input, context) => {
  const { memory } = context
  const { pending, last } = memory.documents.get('handover', 'handover') ?? NO_HANDOVER
  await memory.fetchValues([pending, last])
  const page = await opened(await readPage(context, null), context)
  const pendingOf = ({ gives, ...signed }: PendingHandover): HandoverPending => ({
    ...signed,
    gives: shown(gives, memory.value),
  })
  const lastRead: HandoverLast | null = last && {
    ...last,
    gives: shown(last.gives, memory.value),
    takes: shown(last.takes, memory.value),
  }
  const waiting = pending && pendingOf(pending)
  const suggested = await suggestedFor(
    page,
    { signed: waiting?.gives ?? null, last: lastRead },
    context,
  )
  const { last: test, aloudAt } = selfTestsIn(memory)
  const selfTest = test && { at: test.endedAt, passed: hasPassed(test), aloudAt }
  return { ok: true, reply: { page, pending: waiting, last: lastRead, suggested, selfTest } }
}

/** The ids of the sheets of these instants (UTC ms, `until` not included), the oldest first. */
async function idsBetween(
  from: number,
  until: number,
  { journal }: QueryContext,
): Promise<readonly string[]> {
  const ids: string[] = []
  const end = handoverSheetStream.nameOf(idsFrom(until))
  let after = handoverSheetStream.nameOf(idsFrom(from))
  for (;;) {
    const names = await journal.streams(after, NAMES_IN_ONE_GO)
    for (const name of names) {
      const id = handoverSheetStream.idOf(name)
      if (id === null || name >= end) return ids
      ids.push(id)
    }
    if (names.length < NAMES_IN_ONE_GO) return ids
    after = names.at(-1) ?? after
  }
}

const list: QueryHandler<'handover/list'> = async (input, context) => {
  const { memory, journal, now } = context
  const { zone } = memory.site
  const limit = input.limit ?? ROWS
  const until = startOfDate(dayAfter(input.until ?? localDate(now(), zone)), zone)
  const from = input.from ? startOfDate(input.from, zone) : until - LIST_DAYS.usual * DAY_MS
  const ids = (await idsBetween(from, until, context)).toReversed()
  const first = input.after ? ids.indexOf(input.after) + 1 : 0
  const page = ids.slice(first, first + limit)
  const sheets: (readonly [string, HandoverSheet])[] = []
  for (const id of page) {
    const sheet = (await journal.document('handover-sheet', id)) as HandoverSheet | null
    if (sheet) sheets.push([id, sheet])
  }
  await memory.fetchValues(sheets)
  const rows = sheets.map(([id, { gives, takes }]): HandoverLine => ({
    id,
    at: gives?.at ?? takes?.at ?? 0,
    gives: gives && shown(gives.person, memory.value),
    takes: takes && shown(takes.person, memory.value),
    takenAt: takes?.at ?? null,
  }))
  const isMore = first + limit < ids.length
  return { ok: true, reply: { rows, next: isMore ? (page.at(-1) ?? null) : null } }
}

const show: QueryHandler<'handover/show'> = async ({ id, plain }, context) => {
  const { journal, memory } = context
  const events: readonly StoredBody[] = await journal.events(handoverSheetStream.nameOf(id))
  if (events.length === 0) return unknownHandover()
  const drawn: unknown[] = []
  async function signedAs(role: SigningRole): Promise<SignedHandover['gives']> {
    const event = events.find(({ body }) => (body as HandoverSigned).as === role)
    if (!event) return null
    const { person, page } = event.body as HandoverSigned
    await memory.fetchValues(person)
    const drawnPage = plain ? withoutValues(page) : page
    drawn.push(person, drawnPage)
    return {
      person: shown(person, memory.value),
      at: event.at,
      by: event.by,
      page: await opened(drawnPage, context),
    }
  }
  const signed = { id, gives: await signedAs('gives'), takes: await signedAs('takes') }
  const purged = await purgedOf(drawn, memory)
  return { ok: true, reply: { ...signed, ...(purged > 0 && { purged }) } }
}

export const handoverQueries = {
  'handover/read': read,
  'handover/list': list,
  'handover/show': show,
}
