/**
 * Puts together what was read: plans merged with their documents, and every finding with the file
 * that it stands in.
 */
import { basename, dirname } from 'node:path'
import {
  lintLibrary,
  lintPages,
  type Finding,
  type LintedDocument,
} from '#shared/domain/plan/lint.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { mergePlan, rolesOf } from './merge.ts'
import { pagesOf } from './pages.ts'
import type { FileFinding, Read, Sources } from './read.ts'
import type { DocumentData } from '#shared/contract/document-file.ts'
import type { PlanData } from '#shared/contract/plan-file.ts'

export type InspectedDocument = LintedDocument & { siteKinds: readonly string[] }
export type Inspected = {
  documents: readonly InspectedDocument[]
  plans: readonly Plan[] // those without an error
  findings: readonly FileFinding[]
}

/** What the linter and a site look at of a document. */
export const lintedDocument = (data: DocumentData): InspectedDocument => ({
  id: data.id,
  siteKinds: data.siteKinds,
  roles: rolesOf(data),
  categories: Object.entries(data.categories).map(([code, name]) => ({ code, name })),
  types: Object.entries(data.types).map(([code, type]) => ({ code, ...type })),
})

const homeless = ({ file, data }: Read<PlanData>): FileFinding => ({
  file,
  path: 'document',
  severity: 'error',
  code: 'no-document',
  message: localized(
    `没有“${data.document}”这份预案文件的document.yaml`,
    `There is no document.yaml for “${data.document}”`,
  ),
})

const misplaced = (
  { file, data }: Read<PlanData>,
  documents: readonly Read<DocumentData>[],
): readonly FileFinding[] => {
  const beside = documents.find((document) => dirname(document.file) === dirname(file))
  return !beside || beside.data.id === data.document
    ? []
    : [
        {
          file,
          path: 'document',
          severity: 'error',
          code: 'wrong-folder',
          message: localized(
            `本文件在“${basename(dirname(file))}”里，写的却是“${data.document}”`,
            `It is in “${basename(dirname(file))}” but names “${data.document}”`,
          ),
        },
      ]
}

/**
 * Merges and lints. A plan with an error is told and left out; the others are not held up by it.
 */
export function inspect({ documents, plans, findings }: Sources): Inspected {
  const documentOf = (id: string): Read<DocumentData> | undefined =>
    documents.find(({ data }) => data.id === id)
  const merged = plans.flatMap(({ file, data }) => {
    const document = documentOf(data.document)
    return document ? [{ file, plan: mergePlan(document.data, data) }] : []
  })
  const linted = documents.map(({ data }) => lintedDocument(data))
  const fileOf = ({ document, planId }: Finding): string =>
    (planId === null
      ? documentOf(document)?.file
      : merged.findLast(({ plan }) => plan.id === planId && plan.document === document)?.file) ?? ''
  const all = merged.map(({ plan }) => plan)
  const everyFinding: readonly FileFinding[] = [
    ...findings,
    ...plans.filter(({ data }) => !documentOf(data.document)).map(homeless),
    ...plans.flatMap((plan) => misplaced(plan, documents)),
    ...[
      ...lintLibrary({ documents: linted, plans: all }),
      ...documents.flatMap(({ data }) => lintPages(pagesOf(data), all)),
    ]
      .map(({ path, severity, code, message, ...of }) => ({
        file: fileOf({ path, severity, code, message, ...of }),
        path,
        severity,
        code,
        message,
      }))
      .filter(
        (finding) => plans.find(({ file }) => file === finding.file)?.tells?.(finding) ?? true,
      ),
  ]
  const broken = new Set(
    everyFinding.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  )
  return {
    documents: linted,
    plans: merged.filter(({ file }) => !broken.has(file)).map(({ plan }) => plan),
    findings: everyFinding,
  }
}
