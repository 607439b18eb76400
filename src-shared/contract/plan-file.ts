/**
 * Defines the schema of a plan file (docs/plan-format.md), with its keys in the order of the guide:
 * from it alone loader, check, writer and editor take what they need. A key that nobody knows is a
 * fault. `z.input` is a file as it is written, `z.output` what it means.
 */
import { z } from 'zod'
import {
  SET_VALUES,
  STAGES,
  STEP_MARKS,
  type DayKind,
  type InDoubt as InDoubtRead,
  type StepMark,
  type WithinOf,
} from '../domain/plan/plan.ts'
import { AFTERCARE_STEPS } from '../domain/plan/aftercare-kinds.ts'
import { REPORT_KINDS } from '../domain/plan/report-kinds.ts'
import {
  AnchorSchema,
  chosenByKey,
  ClauseId,
  Completeness,
  ConditionSchema,
  Days,
  Duration,
  hinted,
  Id,
  listOf,
  Mark,
  maybe,
  Phone,
  SiteKinds,
  Text,
  Words,
} from './plan-values.ts'

const Short = Text.default({ zh: '', en: '' })

/** An answer's own name. Capitals too: levels are answered as I, II, III, IV. */
const OptionValue = z.string('option-value').regex(/^[A-Za-z][\w.-]{0,59}$/, 'option-value')

const Answer = z.union([z.string(), z.number(), z.array(z.string()).min(1)], 'answer')
const InDoubt = chosenByKey<InDoubtRead, InDoubtRead>(
  { answer: z.strictObject({ answer: Answer }), none: z.strictObject({ none: Text }) },
  'in-doubt',
)

/** What the report answers. A channel is called as whoever takes the call writes it. */
const FromReport = z.strictObject(
  {
    type: z.record(Id, z.string('option'), 'map').default({}),
    channel: z.record(Words, z.string('option'), 'map').default({}),
    heard: z.record(OptionValue, z.array(Words, 'list').min(1, 'list'), 'map').default({}),
  },
  'map',
)

const QuestionSchema = z.strictObject(
  {
    kind: z.enum(['choice', 'bool', 'number', 'estimate', 'calendar'], 'fact-kind'),
    question: Text,
    short: Text.optional(), // as `ask` below: left out rather than empty
    options: z.record(OptionValue, Text, 'map').optional(),
    exhaustive: Mark,
    several: Mark,
    unit: maybe(Text),
    decidedBy: Id.optional(),
    criterion: maybe(Text),
    // left out rather than empty: a plan without them keeps its revision
    ask: z.strictObject({ from: maybe(AnchorSchema), within: maybe(Duration) }, 'map').optional(),
    inDoubt: InDoubt.optional(),
    from: FromReport.optional(),
    sets: z.enum(SET_VALUES, 'set-value').optional(),
    recordOnly: Mark,
    clause: ClauseId,
    proposed: Mark,
  },
  'map',
)

type Days<Time> = Partial<Record<DayKind, Time>>
type Answers<Time> = Extract<WithinOf<Time>, { fact: string }>
const ByDay = z.strictObject({ workday: Duration.optional(), holiday: Duration.optional() })
const Divided = chosenByKey<Days<number> | Answers<number>, Days<string> | Answers<string>>(
  {
    fact: z.strictObject({ fact: Id, is: z.record(OptionValue, Duration, 'map') }),
    workday: ByDay,
    holiday: ByDay,
  },
  'within',
)
const Due = z.strictObject(
  { within: z.union([Duration, Divided], 'within'), from: AnchorSchema },
  'due',
)

const EscalationStepSchema = z.strictObject(
  { notify: Id, after: Duration.default(0), say: maybe(Text), proposed: Mark },
  'map',
)

const Call = z.strictObject(
  {
    role: maybe(Id),
    who: Text.optional(), // else the name of the role; the linter says what is missing
    number: maybe(Phone),
  },
  'map',
)

const WorkList = z.strictObject(
  {
    of: Text,
    order: Text,
    kind: z.enum(['places', 'persons'], 'list-kind').default('places'),
    sort: z.enum(['size', 'given'], 'list-sort').default('given'),
  },
  'map',
)

const Repeat = z.strictObject(
  {
    every: Duration,
    until: hinted(z.enum(['contained', 'lifted'], 'repeat-until'), { blank: 'lifted' }),
  },
  'map',
)

// marks that came later are left out rather than no: a plan without them keeps its revision
const LATER = { note: true, activates: true, discloses: true, everybody: true } as const
type EarlierMark = Exclude<StepMark, keyof typeof LATER>
const marks = Object.fromEntries(
  Object.keys(STEP_MARKS)
    .filter((mark) => !Object.hasOwn(LATER, mark))
    .map((mark) => [mark, Mark]),
) as Record<EarlierMark, typeof Mark>

const Step = z.strictObject(
  {
    id: Id,
    stage: hinted(z.enum(STAGES, 'stage'), { blank: 'respond' }),
    title: Text,
    short: Short,
    role: Id,
    helpers: listOf(Id),
    when: maybe(ConditionSchema),
    after: listOf(Id),
    due: maybe(Due),
    late: listOf(EscalationStepSchema),
    urgency: maybe(z.enum(['immediate', 'prompt'], 'urgency')),
    calls: listOf(Call),
    say: maybe(Text),
    announce: maybe(Text),
    materials: listOf(Text),
    evidence: maybe(z.strictObject({ what: Text, keep: Days }, 'map')),
    list: maybe(WorkList),
    starts: maybe(z.strictObject({ plan: maybe(Id), handsOver: Mark, what: Text }, 'map')),
    repeat: maybe(Repeat),
    report: z.enum(REPORT_KINDS, 'report-kind').optional(),
    aftercare: z.enum(AFTERCARE_STEPS, 'aftercare').optional(),
    ...marks,
    activates: z.boolean('yes-no').optional(),
    note: z.boolean('yes-no').optional(),
    discloses: z.boolean('yes-no').optional(),
    everybody: z.boolean('yes-no').optional(),
    clause: ClauseId,
    clauses: listOf(ClauseId),
    proposed: Mark,
  },
  'map',
)

const StartRule = z.strictObject(
  {
    when: ConditionSchema,
    then: z.enum(['propose', 'activate'], 'start-then'),
    why: Text,
    handsOver: z.boolean('yes-no').optional(),
    clause: ClauseId,
  },
  'map',
)

export const PlanFile = z.strictObject(
  {
    id: Id,
    document: Id,
    title: Text,
    short: Short,
    types: z.array(Id, 'list'),
    triggers: listOf(Words),
    level: z.int('level').optional(),
    commander: Id.optional(),
    siteKinds: SiteKinds.optional(),
    completeness: Completeness,
    openPoints: listOf(Text),
    extends: maybe(Id),
    replaces: listOf(Id),
    activation: maybe(z.strictObject({ by: Id, confirmedBy: Id, clause: ClauseId }, 'map')),
    start: listOf(StartRule),
    facts: z.record(Id, QuestionSchema, 'map').default({}),
    steps: z.array(Step, 'list').min(1, 'list'),
  },
  'map',
)

/** A plan file as it is written, and what it means. */
export type PlanWritten = z.input<typeof PlanFile>
export type PlanData = z.output<typeof PlanFile>
export type QuestionData = z.output<typeof QuestionSchema>
export type CallData = z.output<typeof Call>
