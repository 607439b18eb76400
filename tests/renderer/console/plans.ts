/**
 * Entries of the library for tests of the plan pages: only what a test is about has to be written.
 */
import type { DocumentMarks, DocumentRead, DocumentSummary } from '#shared/contract/documents.ts'
import type { PlanRevision, PlanSummary, TypeSummary } from '#shared/contract/plans.ts'
import { localized } from '#shared/domain/text.ts'
import { planDocument } from '../../kit/plan-document.ts'

export const planSummary = (id: string, part: Partial<PlanSummary> = {}): PlanSummary => ({
  id,
  title: localized(`预案${id}`, `Plan ${id}`),
  short: localized(id, id),
  document: 'mall',
  documentTitle: localized(`文件${part.document ?? 'mall'}`, `Document ${part.document ?? 'mall'}`),
  steps: 1,
  timed: 0,
  completeness: 'complete',
  openPoints: [],
  types: [],
  typeNames: (part.types ?? []).map((code) => localized(`类型${code}`, `Type ${code}`)),
  siteKinds: ['mall'],
  extends: null,
  revision: `${id}-r1`,
  own: false,
  proposed: 0,
  draft: false,
  abolished: false,
  ...part,
})

/** Of a document that came with the program and is in use. */
export const SHIPPED_MARKS: DocumentMarks = {
  own: false,
  putAway: false,
  elsewhere: false,
  draft: false,
  abolished: false,
  revision: null,
}

export const documentSummary = (
  id: string,
  part: Partial<DocumentSummary> = {},
): DocumentSummary => ({
  id,
  title: localized(`文件${id}`, `Document ${id}`),
  siteKinds: ['mall'],
  number: '',
  completeness: 'complete',
  openPoints: [],
  ...{ plans: [], otherPlans: [] },
  ...SHIPPED_MARKS,
  ...part,
})

export const typeSummary = (code: string, part: Partial<TypeSummary> = {}): TypeSummary => ({
  code,
  name: localized(`类型${code}`, `Type ${code}`),
  category: 'fire',
  categoryName: localized('火灾', 'Fire'),
  legal: null,
  words: [],
  danger: false,
  discreet: false,
  accident: false,
  plans: [],
  ...part,
})

export const revision = (part: Partial<PlanRevision> = {}): PlanRevision => ({
  number: null,
  kind: 'shipped',
  at: null,
  by: null,
  why: null,
  approvedBy: null,
  revision: 'r1',
  steps: 1,
  ...part,
})

export const documentRead = (id: string, part: Partial<DocumentRead> = {}): DocumentRead => ({
  ...planDocument({ id, title: localized(`文件${id}`, `Document ${id}`) }),
  levels: [{ level: 1, name: localized('一级', 'Level 1') }],
  ...{ roles: [], categories: [], types: [], plans: [], otherPlans: [] },
  ...SHIPPED_MARKS,
  ...part,
})
