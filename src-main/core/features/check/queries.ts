/** Reads checklists and checks: how each list stands today, what runs, and what was signed. */
import type { ChecklistRead } from '#shared/contract/checklists.ts'
import type { ListStanding } from '#shared/contract/checks.ts'
import { localDate, startOfDate } from '#shared/domain/calendar.ts'
import {
  checkStanding,
  keyOf,
  missedPoints,
  readBy,
  signOf,
  type Check,
} from '#shared/domain/check/check.ts'
import { checkLines, drawCheck, type CheckRead } from '#shared/domain/check/draw.ts'
import { countingChecks, monthlyDues } from '#shared/domain/check/due.ts'
import { checksOfPeriod } from '#shared/domain/check/figures.ts'
import { slotsToday } from '#shared/domain/check/obligations.ts'
import { unknownCheck } from '#shared/domain/check/refusals.ts'
import { checkStream } from '#shared/domain/check/stream.ts'
import { inUse, latest, type Checklist } from '#shared/domain/checklist/checklist.ts'
import { ownerName } from '#shared/domain/corrective-action/draw.ts'
import type { ActionOwner } from '#shared/domain/corrective-action/action.ts'
import { inSentence } from '#shared/domain/sealed.ts'
import { dayAfter, type Period } from '#shared/domain/statistics/period.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { opened } from '../opened.ts'
import { allChecks, allLists, daysOf } from './data.ts'
import { checkIn, hazardsOf } from './decided.ts'

const MOST_SIGNED = 50

/** With a seal in place of the name of a person. */
export const drawnOwner = (owner: ActionOwner) => ({
  postId: owner.post?.id ?? null,
  personId: owner.personId,
  name: ownerName(owner),
})

function drawList(list: Checklist): ChecklistRead {
  const { id, shippedId, source, versions, withdrawn } = list
  const { at, by, reason, name, kind, items, points, rhythm, owner, reportsItself } = latest(list)
  return {
    ...{ id, shippedId, source, name, kind, items, points, rhythm, reportsItself, at, by },
    version: versions.length,
    owner: owner && drawnOwner(owner),
    reason: reason && inSentence(reason),
    withdrawn: withdrawn && { ...withdrawn, reason: inSentence(withdrawn.reason) },
  }
}

const readLists: QueryHandler<'checklist/list'> = async (_input, context) => {
  const all = allLists(context)
  const used = inUse(all)
  const drawn = [...used, ...all.filter((list) => !used.includes(list))].map(drawList)
  const taken = new Set(used.map(({ shippedId }) => shippedId))
  const shipped = context.library.checklists().filter(({ id }) => !taken.has(id))
  return { ok: true, reply: { lists: await opened(drawn, context), shipped } }
}

/** With seals in place of personal values. */
async function drawn(check: Check, { memory }: QueryContext): Promise<CheckRead[]> {
  const known = checkIn(check.id, memory)
  if (!known) return []
  const hazards = hazardsOf(check.id, memory)
  const incidents = new Map<string, { incidentId: string; number: string | null }>()
  for (const { incidentId, ...at } of check.reports) {
    const incident = await memory.incident(incidentId)
    const number = incident ? (memory.numbering.of(incident) ?? null) : null
    incidents.set(keyOf(at), { incidentId, number })
  }
  return [
    drawCheck(check, {
      list: known.list,
      outcomeOf: (at) => ({
        hazard: hazards.get(keyOf(at)) ?? null,
        incident: incidents.get(keyOf(at)) ?? null,
      }),
    }),
  ]
}

function standingOf(
  list: Checklist,
  checks: readonly Check[],
  context: QueryContext,
): ListStanding {
  const now = context.now()
  const days = daysOf(context)
  const ofList = countingChecks(checks, list.id)
  const last = ofList
    .flatMap((check) => {
      const sign = signOf(check)
      return sign ? [{ checkId: check.id, doneAt: sign.doneAt }] : []
    })
    .reduce<ListStanding['last']>(
      (latestOne, each) => (latestOne && latestOne.doneAt > each.doneAt ? latestOne : each),
      null,
    )
  const next = monthlyDues(list, ofList, days.zone).at(-1)
  return {
    checklistId: list.id,
    slots: slotsToday(list, ofList, { now, ...days }).map(({ from, due, state, check }) => ({
      ...{ from, due, state, checkId: check?.id ?? null },
      missed: check && signOf(check) ? missedPoints(check, readBy(check, list)).length : 0,
    })),
    due: latest(list).rhythm.every === 'months' && next?.done === null ? next.due : null,
    last,
  }
}

const signedIn = (checks: readonly Check[], period: Period | null, zone: string): Check[] => {
  const [from, end] = period
    ? [startOfDate(period.from, zone), startOfDate(dayAfter(period.to), zone)]
    : [-Infinity, Infinity]
  const at = (check: Check): number => signOf(check)?.doneAt ?? -1
  const signed = checks
    .filter((check) => checkStanding(check) === 'signed' && at(check) >= from && at(check) < end)
    .sort((a, b) => at(b) - at(a))
  return period ? signed : signed.slice(0, MOST_SIGNED)
}

const list: QueryHandler<'check/list'> = async (input, context) => {
  const { memory, now } = context
  const days = daysOf(context)
  const period = input && 'from' in input ? (input as Period) : null
  const [all, checks] = [allLists(context), allChecks(context)]
  const running = checks
    .filter((check) => checkStanding(check) === 'running')
    .sort((a, b) => a.startedAt - b.startedAt)
  const figures = period
    ? checksOfPeriod(
        { lists: all, checks, actions: memory.documents.all('action').values() },
        period,
        { now: now(), ...days },
      )
    : null
  const read = {
    running: (await Promise.all(running.map((check) => drawn(check, context)))).flat(),
    signed: (
      await Promise.all(signedIn(checks, period, days.zone).map((check) => drawn(check, context)))
    ).flat(),
  }
  return {
    ok: true,
    reply: {
      today: localDate(now(), days.zone),
      standings: inUse(all).map((each) => standingOf(each, checks, context)),
      ...(await opened(read, context)),
      figures,
    },
  }
}

const read: QueryHandler<'check/read'> = async ({ checkId }, context) => {
  const known = checkIn(checkId, context.memory)
  if (!known) return unknownCheck()
  const [check] = await drawn(known.check, context)
  if (!check) return unknownCheck()
  const events = await context.journal.events(checkStream.nameOf(checkId))
  const lines = checkLines(events, known.list)
  return { ok: true, reply: await opened({ check, lines }, context) }
}

export const checkQueries = { 'checklist/list': readLists, 'check/list': list, 'check/read': read }
