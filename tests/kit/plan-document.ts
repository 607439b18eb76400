/** Documents of plans for tests of rules: only what a test is about has to be written. */
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import type { Role } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'

/** A text in one language. */
export const zh = (words: string) => localized(words, words)

export const planRole = (id: string, part: Partial<Role> = {}): Role => ({
  ...{ id, name: zh(`岗位${id}`), aliases: [], duty: null, substitutes: [] },
  ...part,
})

/** With one post, one type and no clause; `part`: what a test is about. */
export const planDocument = (part: Partial<PlanDocument> = {}): PlanDocument => ({
  id: 'lift',
  title: zh('电梯应急预案'),
  number: '',
  siteKinds: ['mall'],
  parent: null,
  completeness: 'complete',
  openPoints: [],
  purpose: null,
  scope: null,
  principles: [],
  legalBases: [],
  definitions: [],
  commander: 'head',
  levels: [{ level: 1, name: zh('一级') }],
  level: 1,
  roles: [planRole('head')],
  categories: [{ code: 'lift', name: zh('电梯困人') }],
  types: [{ code: 'lift.trapped', name: zh('困人'), category: 'lift', legal: null, words: [] }],
  clauses: [],
  readiness: [],
  supplies: [],
  contacts: [],
  aftermath: [],
  revisions: [],
  answers: {},
  ...part,
})
