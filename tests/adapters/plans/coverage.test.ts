/**
 * Nothing of the source is forgotten: every row of docs/sources.md is answered by a step, a
 * question, an activation or a start rule of a plan, by what a document's pages lay down, or by a
 * named part of Vigil that does it. A list that stands on a page and that nothing asks for is no
 * answer: such rows stand in a table of docs/sources.md. `EXCEPTIONS` demand nothing.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inspect } from '#main/adapters/plans/inspect.ts'
import { pagesOf } from '#main/adapters/plans/pages.ts'
import { libraryFiles, readFiles } from '#main/adapters/plans/read.ts'
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { clausesCited } from '#shared/domain/plan/walk.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const page = readFileSync(join(root, 'docs', 'sources.md'), 'utf8')
const sources = readFiles(libraryFiles(join(root, 'resources', 'plans')))
const documents: readonly PlanDocument[] = sources.documents.map(({ data }) => pagesOf(data))
const { plans } = inspect(sources)

/** Rows that nothing answers, and why that is right. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'S00-01':
    'says how the nine documents stand together; the library as a whole has that shape, no single document says it',
  'S00-02': 'a notice of a download site, no requirement; the row tells why the text breaks off',
  'S00-03': 'the same notice',
}

/** What a document may name under `answers`, and where Vigil does it. */
const FEATURES: Readonly<Record<string, string>> = {
  aliases: 'src-renderer/console/pages/plans/document/OrgTree.vue',
  annex: 'src-shared/domain/incident/rules/annex.ts',
  casualties: 'src-shared/domain/incident/rules/assess.ts',
  channel: 'src-shared/contract/contract.ts',
  checks: 'src-renderer/console/pages/readiness/checks/ChecksPart.vue',
  'command-tree': 'src-renderer/console/pages/plans/document/OrgTree.vue',
  'completeness-check': 'src-shared/domain/plan/lint.ts',
  contacts: 'src-renderer/console/pages/site/contacts/ContactsPart.vue',
  'document-pages': 'src-renderer/console/pages/plans/document/DocumentPage.vue',
  'drill-people': 'src-renderer/console/pages/readiness/drills/PeopleResults.vue',
  drills: 'src-renderer/console/pages/readiness/drills/DrillsPart.vue',
  'elapsed-and-estimate': 'src-shared/domain/statistics/project.ts',
  'empty-slot': 'src-shared/domain/incident/rules/handover.ts',
  'event-readiness': 'src-renderer/console/pages/readiness/checks/EventsView.vue',
  'group-choice': 'src-shared/domain/incident/rules/answer.ts',
  'hall-contacts': 'src-shared/domain/readiness/hall-contacts.ts',
  'hand-over': 'src-shared/domain/incident/rules/handover.ts',
  helpers: 'src-renderer/console/pages/plans/plan/StepEntry.vue',
  'level-change': 'src-shared/domain/incident/rules/response-level.ts',
  'life-safety-first': 'src-shared/domain/board/order.ts',
  loss: 'src-shared/domain/incident/rules/assess.ts',
  'month-statistics': 'src-shared/domain/statistics/month.ts',
  'open-points': 'src-renderer/console/pages/plans/library/OpenPoints.vue',
  'plan-editor': 'src-renderer/console/pages/plans/edit/EditPage.vue',
  'plan-library': 'src-renderer/console/pages/plans/library/LibraryPage.vue',
  'plan-supplement': 'src-renderer/console/pages/readiness/upkeep/UpkeepSubject.vue',
  prealert: 'src-shared/domain/incident/rules/prealert.ts',
  'provisional-activation': 'src-shared/domain/incident/rules/confirm.ts',
  'revision-record': 'src-renderer/console/pages/plans/document/DocumentRecord.vue',
  risks: 'src-renderer/console/pages/readiness/checks/RisksView.vue',
  roster: 'src-renderer/console/pages/site/duty/DutyPart.vue',
  'site-setup': 'src-renderer/console/pages/site/FirstStart.vue',
  supplies: 'src-renderer/console/pages/readiness/supplies/SuppliesPart.vue',
  substitutes: 'src-shared/domain/duty/on-duty.ts',
  talks: 'src-renderer/console/pages/readiness/upkeep/TalksView.vue',
  timeline: 'src-shared/domain/timeline/timeline.ts',
  training: 'src-renderer/console/pages/readiness/training/TrainingPart.vue',
  'types-without-plan': 'src-renderer/console/pages/plans/library/ByType.vue',
  wall: 'src-renderer/wall/WallPage.vue',
}

/** The ids of the rows, in the order of the page. The tables below them name them again. */
const rowsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^\| (S\d\d-\d+) \|(?: [^|]*\|){3}$/gm)].map(([, id]) => id ?? '')

/** Parts of Vigil that only show a list, and so do nothing of what the list demands. */
const SHOWN_ONLY: readonly string[] = ['contact-book']

/** The rows that docs/sources.md says nothing answers. */
const admitted = (text: string): readonly string[] =>
  [...(text.split('## 没有做到的')[1] ?? '').split('\n## ')[0]!.matchAll(/^\| (S\d\d-\d+) /gm)].map(
    ([, id]) => id ?? '',
  )

/** Every clause that what a document lays down cites: not the lists, which nothing asks for. */
const citedBy = (document: PlanDocument): readonly string[] => [
  ...(document.purpose?.clauses ?? []),
  ...(document.scope?.clauses ?? []),
  ...document.roles.flatMap((role) => role.clauses ?? []),
  ...[document.principles, document.legalBases, document.definitions].flatMap((entries) =>
    entries.map(({ clause }) => clause),
  ),
]

const answeredBy = (
  siteDocuments: readonly PlanDocument[],
  library: readonly Plan[],
): ReadonlySet<string> =>
  new Set([
    ...library.flatMap((plan) => [...clausesCited(plan)]),
    ...siteDocuments.flatMap(citedBy),
    ...siteDocuments.flatMap((document) =>
      Object.entries(document.answers).flatMap(([clause, feature]) =>
        SHOWN_ONLY.includes(feature) ? [] : [clause],
      ),
    ),
  ])

/** The rows of a page that nothing answers. */
function unanswered(
  text: string,
  siteDocuments = documents,
  library: readonly Plan[] = plans,
): readonly string[] {
  const answered = answeredBy(siteDocuments, library)
  return rowsIn(text).filter((id) => !answered.has(id) && !(id in EXCEPTIONS))
}

describe('docs/sources.md', () => {
  it('has every row once, documents and statements in order', () => {
    const rows = rowsIn(page)
    const number = (id: string): number => Number(id.slice(1, 3)) * 1000 + Number(id.slice(4))
    expect(rows).toEqual([...new Set(rows)].sort((a, b) => number(a) - number(b)))
    expect(rows.length).toBe(340)
  })

  it('says of every clause what its document says of it', () => {
    const wrong = documents
      .flatMap((document) => document.clauses)
      .filter(
        ({ id, chapter, says }) =>
          !says || !page.includes(`| ${id} | ${chapter.zh} | ${says.zh} | ${says.en} |`),
      )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('has no row that no document explains', () => {
    const explained = new Set(documents.flatMap((document) => document.clauses.map(({ id }) => id)))
    expect(rowsIn(page).filter((id) => !explained.has(id) && !(id in EXCEPTIONS))).toEqual([])
  })

  it('has a row for whatever a plan, a page of a document or an answer cites', () => {
    const rows = new Set(rowsIn(page))
    expect([...answeredBy(documents, plans)].filter((id) => !rows.has(id))).toEqual([])
  })
})

describe('every statement of the source is answered', () => {
  it('by a plan, a document or a named part of Vigil', () => {
    expect(unanswered(page)).toEqual(admitted(page))
  })

  it('a row that only a list on a page speaks of is not answered', () => {
    const onlyListed = documents.map((document) => ({
      ...document,
      answers: Object.fromEntries(
        Object.entries(document.answers).map(([clause, feature]) => [
          clause,
          clause === 'S09-124' ? 'contact-book' : feature, // contact persons of each hall
        ]),
      ),
    }))
    expect(unanswered(page, onlyListed)).toEqual(['S09-124'])
  })

  it('a row that nothing answers is found', () => {
    expect(unanswered(`${page}| S01-99 | 九 | 多出来的一行 | One row too many |\n`)).toContain(
      'S01-99',
    )
  })

  it('what only one plan answers is found once the plan is gone', () => {
    expect(
      unanswered(
        page,
        documents,
        plans.filter(({ id }) => id !== 'gas-hotline-failure'),
      ),
    ).toContain('S09-74')
  })

  it('what only a page of a document says is found once the page is gone', () => {
    const bare = documents.map((document) =>
      document.id === 'branch' ? { ...document, principles: [], answers: {} } : document,
    )
    const forgotten = unanswered(page, bare).filter((id) => !admitted(page).includes(id))
    expect(forgotten.length).toBeGreaterThan(0)
    expect(forgotten.every((id) => id.startsWith('S04-'))).toBe(true)
  })

  it('each exception is a row that nothing answers', () => {
    const answered = answeredBy(documents, plans)
    expect(
      Object.keys(EXCEPTIONS).filter((id) => answered.has(id) || !rowsIn(page).includes(id)),
    ).toEqual([])
  })
})

describe('what answers a statement instead of a plan', () => {
  const named = [
    ...new Set(documents.flatMap((document) => Object.values(document.answers))),
  ].sort()

  it('is known by name', () => {
    expect(named.filter((feature) => !(feature in FEATURES))).toEqual([])
  })

  it('is there', () => {
    expect(Object.values(FEATURES).filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  it('is needed by some document', () => {
    expect(Object.keys(FEATURES).filter((feature) => !named.includes(feature))).toEqual([])
  })
})
