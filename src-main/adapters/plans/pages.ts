/** A document file as the pages that people read. It leaves out nothing and judges nothing. */
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import { rolesOf } from './merge.ts'
import type { DocumentData } from '#shared/contract/document-file.ts'

/** What stands in the file by name becomes a list with ids, in the order of the file. */
export const pagesOf = (data: DocumentData): PlanDocument => ({
  ...data,
  roles: rolesOf(data),
  levels: Object.entries(data.levels).map(([level, name]) => ({ level: Number(level), name })),
  categories: Object.entries(data.categories).map(([code, name]) => ({ code, name })),
  types: Object.entries(data.types).map(([code, type]) => ({ code, ...type })),
  clauses: Object.entries(data.clauses).map(([id, clause]) => ({ id, ...clause })),
})
