/**
 * What a document file says besides the things its plans share: why it is there, whom it binds,
 * what is done before and after. Only shapes.
 */
import { z } from 'zod'
import { ClauseId, Id, Text, Words } from './schema-parts.ts'

const list = <T extends z.ZodType>(of: T) => z.array(of, 'list').default([])
const yes = z.boolean('yes-no').default(false)
const Clauses = list(ClauseId)
const Paragraph = z.strictObject({ says: Text, clauses: Clauses }, 'map').nullable().default(null)

const Readiness = z.strictObject(
  {
    id: Id,
    what: Text,
    kind: z.enum(
      ['prevention', 'training', 'drill', 'review', 'check', 'supply'],
      'readiness-kind',
    ),
    every: z
      .string('every')
      .regex(/^([1-9]|1\d|2[0-4])mo$/, 'every')
      .nullable()
      .default(null),
    role: Id.nullable().default(null),
    clause: ClauseId,
    proposed: yes,
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

/** The keys of a document file that no running incident reads. */
export const DocumentPages = {
  number: z.string('words').default(''),
  parent: Text.nullable().default(null),
  purpose: Paragraph,
  scope: Paragraph,
  principles: list(z.strictObject({ says: Text, clause: ClauseId }, 'map')),
  legalBases: list(
    z.strictObject(
      {
        name: Text,
        rank: z.enum(['national', 'provincial', 'municipal', 'site'], 'rank'),
        clause: ClauseId,
      },
      'map',
    ),
  ),
  definitions: list(z.strictObject({ term: Text, says: Text, clause: ClauseId }, 'map')),
  readiness: list(Readiness),
  supplies: list(
    z.strictObject(
      {
        what: Text,
        kind: z.enum(
          ['fire', 'medical', 'tool', 'communication', 'document', 'other'],
          'supply-kind',
        ),
        clause: ClauseId,
        proposed: yes,
      },
      'map',
    ),
  ),
  contacts: list(
    z.strictObject(
      {
        who: Text,
        number: z
          .union([z.string().regex(/^[\d +-]{2,20}$/), z.int().min(10)], 'phone')
          .transform(String)
          .nullable()
          .default(null),
        kind: z.enum(
          [
            'fire',
            'police',
            'medical',
            'power',
            'gas',
            'property',
            'media',
            'authority',
            'internal',
            'other',
          ],
          'contact-kind',
        ),
        clause: ClauseId,
        proposed: yes,
      },
      'map',
    ),
  ),
  aftermath: list(
    z.strictObject(
      { says: Text, role: Id.nullable().default(null), clause: ClauseId, proposed: yes },
      'map',
    ),
  ),
  completeness: z.enum(['complete', 'incomplete'], 'completeness').default('complete'),
  revisions: list(Revision),
  answers: z.record(ClauseId, Id, 'map').default({}),
}
