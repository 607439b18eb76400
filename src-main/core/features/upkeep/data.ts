/**
 * What a station knows of its plan documents beside their upkeep: which there are, which texts of
 * their plans are in force, and what is due of them.
 */
import { localDate } from '#shared/domain/calendar.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import { concerns } from '#shared/domain/plan/concerns.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { upkeepDues, type Approval, type UpkeepDues } from '#shared/domain/upkeep/due.ts'
import { refilingOf, type Refiling, type TextOf } from '#shared/domain/upkeep/refiled.ts'
import {
  EMPTY_UPKEEP,
  issuesInForce,
  subjectKey,
  subjectOf,
  type PlanUpkeep,
  type TextRef,
  type UpkeepSubject,
} from '#shared/domain/upkeep/upkeep.ts'
import { pageOf } from '../document/data.ts'
import { documentsInUse } from '../document/library.ts'
import { latestPlan } from '../plan/data.ts'
import type { ReadinessAround } from '../readiness/around.ts'
import type { StationContext } from '../handler.ts'

type Around = Pick<
  StationContext,
  'memory' | 'library' | 'sitePlans' | 'siteDocuments' | 'planSources' | 'shipped'
>

/** `document` null: a plan that is issued by itself. `plans`: in force. */
export type UpkeepThing = {
  key: string
  subject: UpkeepSubject
  title: LocalizedText
  document: PlanDocument | null
  plans: readonly Plan[]
  upkeep: PlanUpkeep
}

export const upkeepOf = (key: string, { memory }: Pick<Around, 'memory'>): PlanUpkeep =>
  memory.documents.get('upkeep', key) ?? { ...EMPTY_UPKEEP, id: key }

/** Plans that were issued by themselves are kept alive by themselves. */
const isByItself = (planId: string, context: Pick<Around, 'memory'>): boolean =>
  issuesInForce(upkeepOf(subjectKey({ planId }), context)).length > 0

const ofDocument = (document: PlanDocument, context: Around): UpkeepThing => {
  const { id, title } = document
  const key = subjectKey({ documentId: id })
  const plans = context.library
    .plans()
    .filter((plan) => plan.document === id && !isByItself(plan.id, context))
  const subject = { documentId: id }
  return { key, subject, title, document, plans, upkeep: upkeepOf(key, context) }
}

/** What a request names; null: the site has no such document or plan, and never had. */
export function upkeepThing(subject: UpkeepSubject, context: Around): UpkeepThing | null {
  if ('documentId' in subject) {
    const document = pageOf(subject.documentId, context)
    return document ? ofDocument(document, context) : null
  }
  const { planId } = subject
  const plan = latestPlan(planId, context)
  if (!plan) return null
  const key = subjectKey(subject)
  const inForce = context.library.plan(planId)
  return {
    ...{ key, subject, title: plan.title, document: null },
    ...{ plans: inForce ? [inForce] : [], upkeep: upkeepOf(key, context) },
  }
}

/** The documents of the site in their order, then plans that are issued by themselves, by id. */
export function allUpkeepThings(context: Around): readonly UpkeepThing[] {
  const { memory, planSources, siteDocuments } = context
  const documents = documentsInUse(planSources, siteDocuments)
    .filter(({ siteKinds }) => concerns(siteKinds, memory.site.kinds))
    .map((document) => ofDocument(document, context))
  const plans = [...memory.documents.all('upkeep').keys()].sort().flatMap((key) => {
    const subject = subjectOf(key)
    return 'planId' in subject ? (upkeepThing(subject, context) ?? []) : []
  })
  return [...documents, ...plans]
}

export const textsInForce = ({ plans }: Pick<UpkeepThing, 'plans'>): readonly TextRef[] =>
  plans.map(({ id, revision }) => ({ planId: id, revision }))

/**
 * The texts that were in force at the end of a local day, as far as the record goes: what is told
 * later is told of the texts of then.
 */
export const textsOn = (
  { plans }: Pick<UpkeepThing, 'plans'>,
  day: string,
  context: Around,
): readonly TextRef[] =>
  plans.flatMap(({ id: planId, revision }): readonly TextRef[] => {
    const record = context.sitePlans.state(planId).plan?.record ?? []
    const last = record.findLast(({ at }) => dayAt(at, context) <= day)
    if (last) return last.kind === 'abolished' ? [] : [{ planId, revision: last.revision }]
    if (record.length === 0) return [{ planId, revision }]
    const shipped = context.shipped.plan(planId)
    return shipped ? [{ planId, revision: shipped.revision }] : []
  })

/** Approvals of plans of a document, also of those that are abolished since. */
export function approvalsOf(
  { subject }: Pick<UpkeepThing, 'subject'>,
  context: Around,
): readonly Approval[] {
  const isOf = (planId: string): boolean =>
    'planId' in subject
      ? planId === subject.planId
      : latestPlan(planId, context)?.document === subject.documentId && !isByItself(planId, context)
  return context.sitePlans
    .ids()
    .filter(isOf)
    .flatMap((planId) =>
      (context.sitePlans.state(planId).plan?.record ?? []).map(({ revision, at }) => ({
        ...{ planId, revision, at },
      })),
    )
}

/** Reads the texts that these speak of out of the record, so that they can be compared. */
async function textOfAll(refs: readonly TextRef[], context: Around): Promise<TextOf> {
  const { memory, library, shipped, planSources } = context
  const texts = new Map<string, Plan>()
  for (const plan of [...library.plans(), ...planSources.plans()]) texts.set(plan.revision, plan)
  for (const { planId, revision } of refs) {
    if (texts.has(revision)) continue
    const known = shipped.plan(planId)
    const text =
      known?.revision === revision ? known : await memory.documents.read('plan', revision)
    if (text) texts.set(revision, text)
  }
  return ({ revision }) => texts.get(revision) ?? null
}

/** What was filed against what is in force; null where nothing was filed. */
export async function refilingAt(thing: UpkeepThing, context: Around): Promise<Refiling | null> {
  const { filings, judgements } = thing.upkeep
  if (filings.length === 0) return null
  /** A plan that is issued by itself since is filed by itself: it has not gone. */
  const without = <T extends { texts: readonly TextRef[] }>(entries: readonly T[]): readonly T[] =>
    thing.document === null
      ? entries
      : entries.map((entry) => ({
          ...entry,
          texts: entry.texts.filter(({ planId }) => !isByItself(planId, context)),
        }))
  const upkeep = { ...thing.upkeep, filings: without(filings), judgements: without(judgements) }
  const refs = [...filings, ...judgements].flatMap(({ texts }) => texts)
  return refilingOf(upkeep, textsInForce(thing), await textOfAll(refs, context))
}

/** What is due of a document, and what was filed against what is in force. */
export async function duesOf(
  thing: UpkeepThing,
  around: Pick<ReadinessAround, 'policies' | 'calendar' | 'zone'> & Around,
): Promise<{ dues: UpkeepDues; refiling: Refiling | null }> {
  const { policies, calendar, zone } = around
  const refiling = await refilingAt(thing, around)
  const approvals = approvalsOf(thing, around)
  return {
    dues: upkeepDues(thing.upkeep, { policies, calendar, zone, refiling, approvals }),
    refiling,
  }
}

/** Local date of the site at an instant (UTC ms). */
export const dayAt = (at: number, { memory }: Pick<Around, 'memory'>): string =>
  localDate(at, memory.site.zone)
