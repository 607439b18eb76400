/**
 * Defines the schema of a document file (docs/plan-format.md): what its plans share, and the pages
 * that people read. A key that nobody knows is a fault.
 */
import { z } from 'zod'
import { CONTACT_KINDS } from '../domain/plan/document.ts'
import { LONGEST_NUMBER, LONGEST_QUOTE } from '../domain/plan/clause.ts'
import { LEGAL_CATEGORIES } from '../domain/plan/plan.ts'
import {
  ClauseId,
  Completeness,
  Id,
  listOf,
  Mark,
  maybe,
  Phone,
  SiteKinds,
  Text,
  Words,
} from './plan-values.ts'

const Paragraph = maybe(z.strictObject({ says: Text, clauses: listOf(ClauseId) }, 'map'))

const Role = z.strictObject(
  {
    name: Text,
    aliases: listOf(Words),
    duty: maybe(Text),
    substitutes: listOf(Id),
    kind: z.enum(['person', 'group', 'external', 'anyone'], 'role-kind').default('person'),
    under: maybe(Id),
    clauses: listOf(ClauseId),
  },
  'map',
)

const Legal = z.enum(LEGAL_CATEGORIES, 'legal')
const Type = z.strictObject(
  {
    name: Text,
    category: Id,
    legal: maybe(Legal),
    words: listOf(Words),
    danger: z.boolean('yes-no').optional(),
    private: z.boolean('yes-no').optional(),
    discreet: z.boolean('yes-no').optional(),
    accident: z.boolean('yes-no').optional(),
  },
  'map',
)

const Readiness = z.strictObject(
  {
    id: Id,
    what: Text,
    kind: z.enum(
      ['prevention', 'training', 'drill', 'review', 'check', 'supply'],
      'readiness-kind',
    ),
    every: maybe(z.string('every').regex(/^([1-9]|1\d|2[0-4])mo$/, 'every')),
    role: maybe(Id),
    clause: ClauseId,
    proposed: Mark,
  },
  'map',
)

const Revision = z.strictObject(
  {
    number: Words,
    kind: z.enum(['made', 'revised', 'abolished'], 'revision-kind'),
    date: z.iso.date('date'),
    by: Text,
    why: Text,
    approvedBy: Text,
  },
  'map',
)

export { LONGEST_NUMBER, LONGEST_QUOTE } // for forms

/** A clause says in other words what it wants, unless the sentence of the paper itself stands. */
const Clause = z
  .strictObject(
    {
      chapter: Text,
      number: z
        .string('clause-number')
        .trim()
        .min(1, 'clause-number')
        .max(LONGEST_NUMBER, 'clause-number')
        .optional(),
      says: Text.optional(),
      quote: z.string('quote').trim().min(1, 'quote').max(LONGEST_QUOTE, 'quote').optional(),
    },
    'map',
  )
  .refine(({ says, quote }) => (says ?? quote) !== undefined, { error: 'says', path: ['says'] })

/** The pages that people read and no running incident needs. */
const PAGES = {
  number: z.string('words').default(''),
  parent: maybe(Text),
  purpose: Paragraph,
  scope: Paragraph,
  principles: listOf(z.strictObject({ says: Text, clause: ClauseId }, 'map')),
  legalBases: listOf(
    z.strictObject(
      {
        name: Text,
        rank: z.enum(['national', 'provincial', 'municipal', 'site'], 'rank'),
        clause: ClauseId,
      },
      'map',
    ),
  ),
  definitions: listOf(z.strictObject({ term: Text, says: Text, clause: ClauseId }, 'map')),
  readiness: listOf(Readiness),
  supplies: listOf(
    z.strictObject(
      {
        what: Text,
        kind: z.enum(
          ['fire', 'medical', 'tool', 'communication', 'document', 'other'],
          'supply-kind',
        ),
        clause: ClauseId,
        proposed: Mark,
      },
      'map',
    ),
  ),
  contacts: listOf(
    z.strictObject(
      {
        who: Text,
        number: maybe(Phone),
        kind: z.enum(CONTACT_KINDS, 'contact-kind'),
        clause: ClauseId,
        proposed: Mark,
      },
      'map',
    ),
  ),
  aftermath: listOf(
    z.strictObject({ says: Text, role: maybe(Id), clause: ClauseId, proposed: Mark }, 'map'),
  ),
  completeness: Completeness,
  revisions: listOf(Revision),
  answers: z.record(ClauseId, Id, 'map').default({}),
}

export const DocumentFile = z.strictObject(
  {
    id: Id,
    title: Text,
    siteKinds: SiteKinds,
    commander: Id,
    levels: z.record(z.string().regex(/^[1-9]$/, 'level'), Text, 'map').default({}),
    level: maybe(z.int('level')),
    roles: z.record(Id, Role, 'map'),
    categories: z.record(Id, Text, 'map').default({}),
    types: z.record(Id, Type, 'map').default({}),
    clauses: z.record(ClauseId, Clause, 'map'),
    openPoints: listOf(Text),
    ...PAGES,
  },
  'map',
)

/** A document file as it is written, and what it means. */
export type DocumentWritten = z.input<typeof DocumentFile>
export type DocumentData = z.output<typeof DocumentFile>
