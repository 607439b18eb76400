/** Reads a document file for all who need it: to merge plans, to show pages, to lint. */
import { createHash } from 'node:crypto'
import type { DocumentText, PlanFinding } from '#main/core/ports.ts'
import { DocumentFile, type DocumentData } from '#shared/contract/document-file.ts'
import { canonical } from '#shared/domain/canonical.ts'
import type { DocumentDraft } from '#shared/domain/site-document/draft.ts'
import { explained } from './explain.ts'
import { pagesOf } from './pages.ts'

export const textOf = (data: DocumentData): DocumentText => ({
  revision: createHash('sha256').update(canonical(data)).digest('hex'),
  data,
  page: pagesOf(data),
})

/** The document of a draft, or what is wrong with its writing. */
export function readDocumentDraft(
  draft: DocumentDraft,
): { text: DocumentText } | { findings: readonly PlanFinding[] } {
  const read = DocumentFile.safeParse(draft)
  return read.success
    ? { text: textOf(read.data) }
    : {
        findings: explained(read.error.issues, draft),
      }
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === false ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** What a file would say of it: without what it means when it is left out. */
export const writtenOf = (data: DocumentData): DocumentDraft => slim(data) as DocumentDraft

function slim(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(slim)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => !isEmpty(part))
      .map(([key, part]) => [key, slim(part)]),
  )
}
