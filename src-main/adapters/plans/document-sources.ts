/** What the `PlanSources` port says of documents, and of a whole document as one file. */
import type { DocumentText, PlanDraft, PlanFinding, PlanSources } from '#main/core/ports.ts'
import type { DocumentData } from '#shared/contract/document-file.ts'
import { PlanFile } from '#shared/contract/plan-file.ts'
import { lintSiteDocument, type LintedDocument } from '#shared/domain/plan/lint.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { readDocumentDraft, writtenOf } from './document-text.ts'
import { MOST_FINDINGS } from './explain.ts'
import { mergePlan } from './merge.ts'
import { parsePackage, writePackage } from './package.ts'

/**
 * `dataOf`: documents of the program by id. `linted`: those, and these texts of the site.
 * `documentOf`: one of either.
 */
type Around = Pick<PlanSources, 'check'> & {
  dataOf: ReadonlyMap<string, DocumentData>
  linted: (texts: readonly DocumentText[]) => readonly LintedDocument[]
  documentOf: (id: string, texts: readonly DocumentText[]) => DocumentData | undefined
}
type DocumentSources = Pick<
  PlanSources,
  | 'merge'
  | 'documentSource'
  | 'documentText'
  | 'withText'
  | 'checkDocument'
  | 'checkPackage'
  | 'parsePackage'
  | 'writePackage'
>

const idTaken = ({ id, title }: DocumentData): PlanFinding => ({
  severity: 'error',
  code: 'duplicate-document',
  path: 'id',
  message: localized(
    `编号“${id}”已用于系统预置的《${title.zh}》，请换一个`,
    `The id “${id}” is that of “${title.en}”, which came with the program: choose another`,
  ),
})

export function documentSources({ dataOf, linted, documentOf, check }: Around): DocumentSources {
  function merge(draft: PlanDraft, texts: readonly DocumentText[]): Plan | null {
    const read = PlanFile.safeParse(draft)
    const document = read.success && documentOf(read.data.document, texts)
    return document ? mergePlan(document, read.data) : null
  }
  const documentText: PlanSources['documentText'] = (draft) => {
    const read = readDocumentDraft(draft)
    return 'text' in read ? read.text : null
  }
  const withText: PlanSources['withText'] = (texts, text) =>
    text ? [...texts.filter(({ data }) => data.id !== text.data.id), text] : texts
  const checkDocument: PlanSources['checkDocument'] = (draft, { documents, plans }) => {
    const read = readDocumentDraft(draft)
    if ('findings' in read) return { findings: read.findings, document: null, revision: null }
    const { page, revision } = read.text
    const others = linted(documents).filter(({ id }) => id !== page.id)
    const namesake = dataOf.get(page.id)
    const findings = [
      ...(namesake ? [idTaken(namesake)] : []),
      ...lintSiteDocument(page, others, plans),
    ]
    return { findings: findings.slice(0, MOST_FINDINGS), document: page, revision }
  }

  return {
    merge,
    documentSource(documentId) {
      const data = dataOf.get(documentId)
      return data ? writtenOf(data) : null
    },
    documentText,
    withText,
    checkDocument,
    checkPackage(whole, company) {
      const documents = withText(company.documents, documentText(whole.document))
      const merged = whole.plans.flatMap(({ draft }) => merge(draft, documents) ?? [])
      const ids = new Set(whole.plans.map(({ planId }) => planId))
      const plans = [...company.plans.filter(({ id }) => !ids.has(id)), ...merged]
      const ofDocument = plans.filter(({ document }) => document === whole.documentId)
      return {
        findings: checkDocument(whole.document, { documents, plans: ofDocument }).findings,
        plans: whole.plans.map(({ planId, draft }) => {
          const { findings, plan } = check(draft, plans, documents)
          return { planId, findings, plan }
        }),
      }
    },
    parsePackage,
    writePackage,
  }
}
