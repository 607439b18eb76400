/** Reads the plan documents of the site with what was recorded of them and what is due. */
import { asRecorded } from '#shared/domain/event-stream.ts'
import { policyFor } from '#shared/domain/policies/policy.ts'
import { inSentence } from '#shared/domain/sealed.ts'
import { drawUpkeep, type UpkeepRead } from '#shared/domain/upkeep/draw.ts'
import type { UpkeepDues } from '#shared/domain/upkeep/due.ts'
import { unknownSubject } from '#shared/domain/upkeep/refusals.ts'
import { revisionRecord } from '#shared/domain/upkeep/revision-record.ts'
import { upkeepStream, type SupplementRevised } from '#shared/domain/upkeep/stream.ts'
import { isAbolished } from '#shared/domain/upkeep/upkeep.ts'
import { standingFiles } from '../attachment/data.ts'
import { latestPlan } from '../plan/data.ts'
import { readinessAround, type ReadinessAround } from '../readiness/around.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { opened } from '../opened.ts'
import { allUpkeepThings, duesOf, upkeepThing, type UpkeepThing } from './data.ts'

/** The days of what is due, the first of them first; '' where something was due all along. */
function firstDue(dues: UpkeepDues): string {
  const { issue, filing, refiling, known, evaluation, revisions } = dues
  const all = [issue, filing, refiling, known, evaluation, ...revisions]
  const days = all.flatMap((entry) => (entry ? [entry.due ?? ''] : []))
  return days.sort()[0] ?? '9999'
}

function recordOf(thing: UpkeepThing, context: ReadinessAround) {
  const { subject, document, upkeep } = thing
  const { sitePlans, siteDocuments } = context
  const plans = sitePlans.ids().flatMap((planId) => {
    const plan = latestPlan(planId, context)
    const isOf =
      'planId' in subject ? planId === subject.planId : plan?.document === subject.documentId
    const record = sitePlans.state(planId).plan?.record ?? []
    return plan && isOf ? [{ planId, title: plan.title, record }] : []
  })
  return revisionRecord(
    {
      source: document?.revisions ?? [],
      document: document ? (siteDocuments.state(document.id).document?.record ?? []) : [],
      issues: upkeep.issues,
      plans,
    },
    context.zone,
  )
}

/** With seals in place of personal values. */
export async function drawnUpkeep(
  thing: UpkeepThing,
  around: ReadinessAround,
): Promise<UpkeepRead> {
  const { title, document, upkeep, plans } = thing
  const byLaw = policyFor(around.policies, 'filing') !== null
  const { filing } = upkeep.arrangement
  return drawUpkeep(upkeep, {
    title,
    number: upkeep.issues.at(-1)?.number ?? document?.number ?? '',
    plans: plans.map((plan) => ({
      ...{ planId: plan.id, title: plan.title, revision: plan.revision },
    })),
    filing: filing === null ? (byLaw ? 'law' : null) : filing ? 'site' : null,
    abolished: isAbolished(upkeep),
    record: recordOf(thing, around),
    filesOf: (filingId) => standingFiles({ filingId }, around),
    ...(await duesOf(thing, around)),
  })
}

const list: QueryHandler<'upkeep/list'> = async (_input, context) => {
  const around = readinessAround(context)
  const subjects: UpkeepRead[] = []
  for (const thing of allUpkeepThings(context)) subjects.push(await drawnUpkeep(thing, around))
  const keyed = subjects.map((subject) => ({ subject, due: firstDue(subject.dues) }))
  const sorted = keyed.sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1))
  return {
    ok: true,
    reply: {
      today: around.today,
      subjects: await opened(
        sorted.map(({ subject }) => subject),
        context,
      ),
    },
  }
}

/** The texts of annexes and rules that there were, the last first. */
async function supplementsOf(key: string, { journal }: Pick<QueryContext, 'journal'>) {
  const events = await journal.events(upkeepStream.nameOf(key))
  return events
    .filter(({ type }) => type === 'SupplementRevised')
    .map((stored, index) => {
      const { rules, annexes, why, at, by } = asRecorded<SupplementRevised>(stored)
      return { number: index + 1, at, by, why: inSentence(why), rules, annexes }
    })
    .reverse()
}

const read: QueryHandler<'upkeep/read'> = async ({ about }, context) => {
  const thing = upkeepThing(about, context)
  if (!thing) return unknownSubject('planId' in about ? about.planId : about.documentId)
  const around = readinessAround(context)
  const upkeep = await drawnUpkeep(thing, around)
  const supplements = await supplementsOf(thing.key, context)
  const reply = await opened({ upkeep, supplements }, context)
  return { ok: true, reply: { ...reply, today: around.today } }
}

export const upkeepQueries = { 'upkeep/list': list, 'upkeep/read': read }
