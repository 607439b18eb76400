/** What the `PlanSources` port says of documents, and of a whole document with its plans. */
import type { DocumentText, PlanFinding, PlanSources } from '#main/core/ports.ts'
import type { DocumentData } from '#shared/contract/document-file.ts'
import { lintSiteDocument, type LintedDocument } from '#shared/domain/plan/lint.ts'
import type { DocumentDraft } from '#shared/domain/site-document/draft.ts'
import { localized } from '#shared/domain/text.ts'
import { readDocumentDraft, writtenOf } from './document-text.ts'
import { MOST_FINDINGS } from './explain.ts'

/**
 * `dataOf`: documents of the program by id. `linted`: those, and these texts of the site.
 */
type Around = Pick<PlanSources, 'checkTogether'> & {
  dataOf: ReadonlyMap<string, DocumentData>
  linted: (texts: readonly DocumentText[]) => readonly LintedDocument[]
}
type DocumentSources = Pick<
  PlanSources,
  'documentSource' | 'documentText' | 'withText' | 'checkDocument' | 'checkPackage'
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

export function documentSources({ dataOf, linted, checkTogether }: Around): DocumentSources {
  const known = new WeakMap<DocumentDraft, ReturnType<typeof readDocumentDraft>>()
  /** The same text for the same draft: what its plans are merged with is known by it. */
  function read(draft: DocumentDraft): ReturnType<typeof readDocumentDraft> {
    const result = known.get(draft) ?? readDocumentDraft(draft)
    known.set(draft, result)
    return result
  }
  const documentText: PlanSources['documentText'] = (draft) => {
    const result = read(draft)
    return 'text' in result ? result.text : null
  }
  const withText: PlanSources['withText'] = (texts, text) =>
    text ? [...texts.filter(({ data }) => data.id !== text.data.id), text] : texts
  const checkDocument: PlanSources['checkDocument'] = (draft, { documents, plans }) => {
    const result = read(draft)
    if ('findings' in result) return { findings: result.findings, document: null, revision: null }
    const { page, revision } = result.text
    const others = linted(documents).filter(({ id }) => id !== page.id)
    const namesake = dataOf.get(page.id)
    const findings = [
      ...(namesake ? [idTaken(namesake)] : []),
      ...lintSiteDocument(page, others, plans),
    ]
    return { findings: findings.slice(0, MOST_FINDINGS), document: page, revision }
  }

  return {
    documentSource(documentId) {
      const data = dataOf.get(documentId)
      return data ? writtenOf(data) : null
    },
    documentText,
    withText,
    checkDocument,
    checkPackage(whole, { documents: inForce, plans: library }) {
      const documents = withText(inForce, documentText(whole.document))
      const drafts = whole.plans.map(({ draft }) => draft)
      const company = { plans: library, documents, before: inForce }
      const checked = checkTogether(drafts, company)
      const merged = new Map(
        [...library, ...checked.drafts.flatMap(({ plan }) => plan ?? [])].map((plan) => [
          plan.id,
          plan,
        ]),
      )
      const plans = [...merged.values()].filter(({ document }) => document === whole.documentId)
      return {
        findings: [
          ...checkDocument(whole.document, { documents, plans }).findings,
          ...checked.broken.map(({ finding }) => finding),
        ],
        plans: whole.plans.map(({ planId }, index) => ({
          planId,
          ...(checked.drafts[index] ?? { findings: [], plan: null }),
        })),
      }
    },
  }
}
