/**
 * Takes in a whole document that another site exported: checked as a whole, it and its plans become
 * drafts of this site. What is in force stays as it is.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import type { PackageFindings } from '#shared/contract/documents.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { documentBasis } from '#shared/domain/site-document/decide.ts'
import {
  documentShipped,
  draftsInTheWay,
  notAPackage,
} from '#shared/domain/site-document/refusals.ts'
import { checkedForSite, type PlanFinding } from '#shared/domain/site-plan/draft.ts'
import { localized } from '#shared/domain/text.ts'
import { joinChanges, type Changes } from '../../engine/changes.ts'
import type { DocumentPackage } from '../../ports.ts'
import {
  isRefusal,
  type CommandContext,
  type PreparedHandler,
  type StationContext,
} from '../handler.ts'
import { latestPlan, titleOf } from '../plan/data.ts'
import { planChanges } from '../plan/decided.ts'
import { plansInForce, shippedDocument } from './data.ts'
import { documentChanges } from './decided.ts'
import { lookAtDrafts } from './look-ahead.ts'
import { attachBrought, filesBrought, type Brought } from './package-files.ts'

/** Plans whose id is that of a plan of another document here. */
const ofOthers = (
  { documentId, plans }: DocumentPackage,
  context: StationContext,
): readonly PlanFinding[] =>
  plans.flatMap(({ planId }): readonly PlanFinding[] => {
    const here = latestPlan(planId, context)
    if (!here || here.document === documentId) return []
    return [
      {
        severity: 'error',
        code: 'duplicate-plan',
        path: `plans.${planId}.id`,
        message: localized(
          `预案编号“${planId}”在本单位已用于《${here.documentTitle.zh}》，请在文件里换一个`,
          `The plan id “${planId}” is used here in “${here.documentTitle.en}”: choose another in the file`,
        ),
      },
    ]
  })

/** The drafts that would be lost. Of the document itself none, if its author had it before him. */
function inTheWay(
  { documentId, plans }: DocumentPackage,
  hasSeen: boolean,
  { siteDocuments, sitePlans }: StationContext,
): readonly string[] {
  const ofPlans = plans.filter(({ planId }) => sitePlans.state(planId).draft?.saved)
  return [
    ...(!hasSeen && siteDocuments.state(documentId).draft?.saved ? [documentId] : []),
    ...ofPlans.map(({ planId }) => planId),
  ]
}

/** What is found in each part, in the company of the others. */
function findingsOf(whole: DocumentPackage, context: CommandContext): PackageFindings {
  const { memory, planSources, siteDocuments } = context
  const { findings, plans } = planSources.checkPackage(whole, {
    documents: siteDocuments.inForce(),
    plans: plansInForce(context),
  })
  const drafts = new Map(whole.plans.map(({ planId, draft }) => [planId, draft]))
  return {
    title: titleOf(whole.document),
    findings,
    plans: plans.map(({ planId, ...checked }) => ({
      planId,
      title: titleOf(drafts.get(planId) ?? {}),
      findings: checkedForSite(checked, memory.site.kinds).findings,
    })),
  }
}

/** Why it may not come in here; null: it may. */
function refusedHere(
  parsed: DocumentPackage,
  { basedOn = null, replace = false }: Parsed<'documents/import'>,
  context: StationContext,
): Refusal | null {
  const shipped = shippedDocument(parsed.documentId, context)
  if (shipped) return documentShipped(shipped.title)
  const taken = ofOthers(parsed, context)
  if (taken.length > 0) return notAPackage(taken)
  const lost = replace ? [] : inTheWay(parsed, basedOn !== null, context)
  return lost.length > 0 ? draftsInTheWay(lost) : null
}

export type PreparedImport = { whole: DocumentPackage; brought: Brought }

/**
 * Its file is read beside the station, and its parts are looked at, before the batch. Its
 * attachments stay before the record speaks of them, and only those of a file that is taken.
 */
export const importPackage: PreparedHandler<'documents/import', PreparedImport> = {
  async prepare(input, context) {
    const parsed = await context.planFiles.readPackage(input.yaml)
    if (!parsed.ok) return notAPackage(parsed.findings)
    const refused = refusedHere(parsed, input, context)
    if (refused) return refused
    const brought = await filesBrought(parsed, input.withoutMissing ?? false, context)
    if (isRefusal(brought)) return brought
    const text = context.planSources.documentText(parsed.document)
    await lookAtDrafts(
      parsed.plans.map(({ draft }) => draft),
      text,
      context,
    )
    return { whole: parsed, brought }
  },
  async handle(input, context, { whole, brought }) {
    const refused = refusedHere(whole, input, context)
    if (refused) return refused
    const { documentId: id, document: draft, plans } = whole
    const { basedOn = null } = input
    const command = { type: 'SaveDraft', draft, basedOn } as const
    const changes = documentChanges(id, command, context, (after) => ({
      ...findingsOf(whole, context),
      document: id,
      basedOn: documentBasis(after),
      ...{ attached: brought.stored.size, left: brought.left },
    }))
    if (!changes.ok) return changes
    const all: Changes[] = [changes]
    for (const { planId, draft: plan } of plans) {
      const ofPlan = planChanges(planId, { type: 'SaveDraft', draft: plan, basedOn: null }, context)
      if (!ofPlan.ok) return ofPlan
      all.push(ofPlan)
    }
    const attached = attachBrought(whole, brought, context)
    return isRefusal(attached) ? attached : joinChanges([...all, ...attached], changes.reply)
  },
}
