/**
 * Makes new rows of a document, with ids that nobody has to type: they begin with the id of the
 * document, since posts, types and clauses of two documents of a site stand in one record.
 */
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { noWords } from '../../../edit/draft/new-parts.ts'
import type {
  DraftClause,
  DraftContact,
  DraftRole,
  DraftType,
  EditedDocument,
} from './document-draft.ts'

/** A clause has 40 signs for its id: what stands before its number is at most so long. */
const LONGEST_PREFIX = 30

/** `dtyjya-t07`: the first number behind all that are taken. */
function freeId(document: string, rows: object, letter: string): string {
  const stem = `${document.slice(0, LONGEST_PREFIX)}-${letter}`
  const numbers = Object.keys(rows).flatMap((id) =>
    id.startsWith(stem) && /^\d+$/.test(id.slice(stem.length))
      ? [Number(id.slice(stem.length))]
      : [],
  )
  return `${stem}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

export const newRoleId = ({ id, roles }: EditedDocument): string => freeId(id, roles, 'p')
export const newTypeId = ({ id, types }: EditedDocument): string => freeId(id, types, 't')
export const newClauseId = ({ id, clauses }: { id: string; clauses: object }): string =>
  freeId(id, clauses, '')
export const newCategoryId = ({ id, categories }: EditedDocument): string =>
  freeId(id, categories, 'k')

export const newRole = (): DraftRole => ({ name: noWords() })
/** Most types of a document lie under one category: that of the row before. */
export const newType = (beside: DraftType | undefined): DraftType => ({
  name: noWords(),
  category: beside?.category ?? '',
  ...(beside?.legal && { legal: beside.legal }),
})
/** A clause has to say where it stands: without a number of its own, in the chapter before. */
export const newClause = (beside: DraftClause | undefined): DraftClause => ({
  chapter: beside?.chapter ? { ...beside.chapter } : noWords(),
})
export const newContact = (draft: EditedDocument): DraftContact => ({
  who: noWords(),
  kind: 'other',
  clause: draft.contacts.at(-1)?.clause ?? Object.keys(draft.clauses)[0] ?? '',
})

const LEVELS: readonly LocalizedText[] = [
  localized('一级', 'Level I'),
  localized('二级', 'Level II'),
  localized('三级', 'Level III'),
  localized('四级', 'Level IV'),
]
/** The four levels that most papers have, 1 the highest; as usual the lowest. */
export const usualLevels = (): Pick<EditedDocument, 'levels'> & { level: number } => ({
  levels: Object.fromEntries(LEVELS.map((name, index) => [String(index + 1), { ...name }])),
  level: LEVELS.length,
})

/** A document of which nothing is known but its name. */
export const newDocument = (
  id: string,
  title: LocalizedText,
  siteKinds: readonly string[],
): EditedDocument => ({
  id,
  title: { ...title },
  siteKinds: [...siteKinds] as EditedDocument['siteKinds'],
  commander: '',
  ...usualLevels(),
  roles: {},
  categories: {},
  types: {},
  clauses: {},
  contacts: [],
})
