/**
 * A document as its form edits it: the file as it is written, where every part that is a list of
 * rows is there, if only empty.
 */
import type { DocumentWritten } from '#shared/contract/document-file.ts'
import { DOCUMENT_SHAPE } from '#shared/contract/plan-shape.ts'
import type { Editable } from '../../../edit/draft/draft-types.ts'
import { openAs, writeAs } from '../../../edit/draft/open-draft.ts'
import type { DraftForm } from '../../../edit/use-stored-draft.ts'

type Written = Editable<DocumentWritten>
type Rows = 'roles' | 'levels' | 'categories' | 'types' | 'clauses' | 'contacts'
export type EditedDocument = Omit<Written, Rows> & { [Part in Rows]: NonNullable<Written[Part]> }
export type DraftRole = EditedDocument['roles'][string]
export type DraftType = EditedDocument['types'][string]
export type DraftClause = EditedDocument['clauses'][string]
export type DraftContact = EditedDocument['contacts'][number]

const NO_ROWS = (): Pick<EditedDocument, Rows> => ({
  roles: {},
  levels: {},
  categories: {},
  types: {},
  clauses: {},
  contacts: [],
})
/** Left out of a file where nothing stands in them; posts and clauses every document has. */
const MAY_BE_MISSING = ['levels', 'categories', 'types', 'contacts'] as const

const isEmpty = (part: object): boolean => Object.keys(part).length === 0

/**
 * A file says where each clause stands. The form asks for the number of the paper alone: what it
 * does not ask for is that number, or the place in the list.
 */
const placed = (clauses: EditedDocument['clauses']): EditedDocument['clauses'] =>
  Object.fromEntries(
    Object.entries(clauses).map(([id, clause], index) => {
      const { chapter, number } = clause
      const place = chapter.zh || chapter.en ? chapter : { zh: number ?? `${index + 1}`, en: '' }
      return [id, { ...clause, chapter: place }]
    }),
  )
/** The other way round: a place that only repeats the number follows it when it changes. */
const unplaced = (clauses: EditedDocument['clauses']): EditedDocument['clauses'] =>
  Object.fromEntries(
    Object.entries(clauses).map(([id, clause], index) => {
      const { chapter, number } = clause
      const repeats = chapter.en === '' && chapter.zh === (number ?? `${index + 1}`)
      return [id, repeats ? { ...clause, chapter: { zh: '', en: '' } } : clause]
    }),
  )

function open(raw: unknown): { draft: EditedDocument; lost: readonly string[] } {
  const { opened, lost } = openAs(raw, DOCUMENT_SHAPE)
  const draft: EditedDocument = { ...NO_ROWS(), ...(opened as Omit<EditedDocument, Rows>) }
  return { draft: { ...draft, clauses: unplaced(draft.clauses) }, lost }
}

function write(draft: EditedDocument): Record<string, unknown> {
  const empty = MAY_BE_MISSING.filter((part) => isEmpty(draft[part]))
  return writeAs(
    {
      ...draft,
      clauses: placed(draft.clauses),
      ...Object.fromEntries(empty.map((part) => [part, undefined])),
    },
    DOCUMENT_SHAPE,
  )
}

export const DOCUMENT_FORM: DraftForm<EditedDocument> = {
  empty: {
    id: '',
    title: { zh: '', en: '' },
    siteKinds: [],
    commander: '',
    ...NO_ROWS(),
  },
  open,
  write,
}
