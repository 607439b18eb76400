/**
 * What a plan file and a document file may say (docs/plan-format.md). Strict: a key that nobody
 * knows is a fault, not a comment.
 */
import { z } from 'zod'
import { STAGES } from '#shared/domain/plan/plan.ts'
import { SITE_KINDS } from '#shared/domain/site.ts'
import { DocumentPages } from './schema-document.ts'
import {
  AnchorSchema,
  ClauseId,
  ConditionSchema,
  Days,
  Duration,
  Id,
  Text,
  Words,
} from './schema-parts.ts'

// a plan says which kinds it is for; a site may be of all
const KINDS = Object.keys(SITE_KINDS).filter((kind) => kind !== 'all')
const SiteKinds = z.array(z.enum(KINDS, 'site-kind'), 'list').min(1, 'list')
const yes = z.boolean('yes-no').default(false)
const Ids = z.array(Id, 'list').default([])
const Texts = z.array(Text, 'list').default([])
const Clauses = z.array(ClauseId, 'list').default([])

const Role = z.strictObject(
  {
    name: Text,
    aliases: z.array(Words, 'list').default([]),
    duty: Text.nullable().default(null),
    substitutes: Ids,
    kind: z.enum(['person', 'group', 'external'], 'role-kind').default('person'),
    under: Id.nullable().default(null),
    clauses: Clauses,
  },
  'map',
)

const Type = z.strictObject(
  {
    name: Text,
    category: Id,
    legal: z
      .enum(['naturalDisaster', 'accidentDisaster', 'publicHealth', 'socialSecurity'], 'legal')
      .nullable()
      .default(null),
    words: z.array(Words, 'list').default([]),
  },
  'map',
)

export const DocumentFile = z.strictObject(
  {
    id: Id,
    title: Text,
    siteKinds: SiteKinds,
    commander: Id,
    levels: z.record(z.string().regex(/^[1-9]$/, 'level'), Text, 'map').default({}),
    level: z.int('level').nullable().default(null),
    roles: z.record(Id, Role, 'map'),
    categories: z.record(Id, Text, 'map').default({}),
    types: z.record(Id, Type, 'map').default({}),
    clauses: z.record(ClauseId, z.strictObject({ chapter: Text, says: Text }, 'map'), 'map'),
    openPoints: Texts,
    ...DocumentPages,
  },
  'map',
)

/** An answer's own name. Capitals too: levels are answered as I, II, III, IV. */
const OptionValue = z.string('option-value').regex(/^[A-Za-z][\w.-]{0,59}$/, 'option-value')

const Fact = z.strictObject(
  {
    kind: z.enum(['choice', 'bool', 'number', 'estimate', 'calendar'], 'fact-kind'),
    question: Text,
    options: z.record(OptionValue, Text, 'map').optional(),
    several: yes,
    exhaustive: yes,
    unit: Text.nullable().default(null),
    decidedBy: Id.optional(),
    criterion: Text.nullable().default(null),
    recordOnly: yes,
    clause: ClauseId,
    proposed: yes,
  },
  'map',
)

const Due = z.strictObject(
  {
    within: z.union(
      [Duration, z.strictObject({ workday: Duration.optional(), holiday: Duration.optional() })],
      'within',
    ),
    from: AnchorSchema,
  },
  'due',
)

const Rung = z.strictObject(
  {
    notify: Id,
    after: Duration.default(0),
    say: Text.nullable().default(null),
    proposed: yes,
  },
  'map',
)

const Call = z.strictObject(
  {
    number: z
      .union([z.string().regex(/^[\d +-]{2,20}$/), z.int().min(10)], 'phone')
      .transform(String)
      .nullable()
      .default(null),
    who: Text.optional(), // else the name of the role; the linter says what is missing
    role: Id.nullable().default(null),
  },
  'map',
)

const Step = z.strictObject(
  {
    id: Id,
    stage: z.enum(STAGES, 'stage'),
    title: Text,
    short: Text.default({ zh: '', en: '' }),
    role: Id,
    helpers: Ids,
    when: ConditionSchema.nullable().default(null),
    after: Ids,
    due: Due.nullable().default(null),
    late: z.array(Rung, 'list').default([]),
    urgency: z.enum(['immediate', 'prompt'], 'urgency').nullable().default(null),
    calls: z.array(Call, 'list').default([]),
    say: Text.nullable().default(null),
    announce: Text.nullable().default(null),
    materials: Texts,
    evidence: z.strictObject({ what: Text, keep: Days }, 'map').nullable().default(null),
    prohibits: yes,
    lifeSafety: yes,
    required: yes,
    list: z
      .strictObject(
        {
          of: Text,
          order: Text,
          kind: z.enum(['places', 'persons'], 'list-kind').default('places'),
          sort: z.enum(['size', 'given'], 'list-sort').default('given'),
        },
        'map',
      )
      .nullable()
      .default(null),
    starts: z
      .strictObject({ plan: Id.nullable().default(null), handsOver: yes, what: Text }, 'map')
      .nullable()
      .default(null),
    repeat: z
      .strictObject(
        { every: Duration, until: z.enum(['contained', 'lifted'], 'repeat-until') },
        'map',
      )
      .nullable()
      .default(null),
    confirms: yes,
    clause: ClauseId,
    clauses: Clauses,
    proposed: yes,
  },
  'map',
)

export const PlanFile = z.strictObject(
  {
    id: Id,
    document: Id,
    title: Text,
    short: Text.default({ zh: '', en: '' }),
    siteKinds: SiteKinds.optional(),
    types: z.array(Id, 'list'),
    triggers: z.array(Words, 'list').default([]),
    commander: Id.optional(),
    level: z.int('level').optional(),
    completeness: z.enum(['complete', 'incomplete'], 'completeness').default('complete'),
    openPoints: Texts,
    extends: Id.nullable().default(null),
    replaces: Ids,
    activation: z
      .strictObject({ by: Id, confirmedBy: Id, clause: ClauseId }, 'map')
      .nullable()
      .default(null),
    start: z
      .array(
        z.strictObject(
          {
            when: ConditionSchema,
            then: z.enum(['propose', 'activate'], 'start-then'),
            why: Text,
            clause: ClauseId,
          },
          'map',
        ),
        'list',
      )
      .default([]),
    facts: z.record(Id, Fact, 'map').default({}),
    steps: z.array(Step, 'list').min(1, 'list'),
  },
  'map',
)

export type DocumentData = z.output<typeof DocumentFile>
export type PlanData = z.output<typeof PlanFile>
export type FactData = z.output<typeof Fact>
export type CallData = z.output<typeof Call>
