/** The rows of a step: what is done by whom, when it comes, how it is done, and what it answers. */
import { BLANKS, FITS } from '#shared/domain/plan/lint/words.ts'
import { STAGES, STEP_MARKS, type StepMark } from '#shared/domain/plan/plan.ts'
import { AFTERCARE_NAMES, AFTERCARE_STEPS } from '#shared/domain/plan/aftercare-kinds.ts'
import { REPORT_KINDS, REPORT_NAMES } from '#shared/domain/plan/report-kinds.ts'
import { STAGES as STAGE_WORDS, URGENCIES } from '#renderer/ui/glossary.ts'
import { emptyCondition, noWords } from '../draft/new-parts.ts'
import type { DraftStep, Words } from '../draft/draft-types.ts'
import { commanderOf, writeLimit } from '../draft/write-limit.ts'
import { writeStepTitle } from '../draft/write-title.ts'
import { isBare, writtenRows, type FormContext, type Row, type Section } from './form-rows.ts'

const roles = ({ options }: FormContext) => options.roles.value

const TITLE_AND_POST: readonly Row<DraftStep>[] = [
  {
    key: 'title',
    label: 'step.title',
    as: 'words',
    write: (step, title, { draft }) => writeStepTitle(draft, step, title as Words),
  },
  {
    key: 'role',
    label: 'step.role',
    as: 'pick',
    props: (context) => ({ choices: roles(context), wide: true }),
  },
  { key: 'clause', label: 'clause', as: 'clause' },
]

const NAMES: readonly Row<DraftStep>[] = [
  {
    key: 'short',
    label: 'step.short',
    hint: 'step.shortHint',
    as: 'words',
    props: () => ({ room: FITS.step }),
  },
  {
    key: 'stage',
    label: 'step.stage',
    as: 'choice',
    props: ({ tr }) => ({
      choices: STAGES.map((value) => ({ value, label: tr(STAGE_WORDS[value]) })),
    }),
  },
  { key: 'id', label: 'step.id', as: 'own' },
  {
    key: 'urgency',
    label: 'step.urgency',
    hint: 'step.urgencyHint',
    as: 'choice',
    props: ({ t, tr }) => ({
      choices: (['immediate', 'prompt'] as const).map((value) => ({
        value,
        label: tr(URGENCIES[value]),
      })),
      empty: t('none'),
    }),
  },
  {
    key: 'helpers',
    label: 'step.helpers',
    as: 'many',
    props: (context) => ({
      choices: roles(context),
      placeholder: context.t('step.helpersNone'),
    }),
  },
  {
    key: 'marks',
    label: 'marks',
    marks: [
      ...(Object.keys(STEP_MARKS) as StepMark[]).map((key) => ({
        key,
        label: `step.${key}` as const,
        hint: `step.${key}Hint` as const,
      })),
      { key: 'proposed', label: 'proposed' },
    ],
  },
]

const REPORT: Row<DraftStep> = {
  key: 'report',
  label: 'report.title',
  hint: 'report.hint',
  when: ({ stage, report }) => stage === 'report' || report !== undefined,
  as: 'choice',
  props: ({ t, tr }) => ({
    choices: REPORT_KINDS.map((value) => ({ value, label: tr(REPORT_NAMES[value]) })),
    empty: t('report.byTitle'),
  }),
}

const AFTERCARE: Row<DraftStep> = {
  key: 'aftercare',
  label: 'aftercare.title',
  hint: 'aftercare.hint',
  when: ({ stage, aftercare }) =>
    stage === 'recover' || stage === 'review' || aftercare !== undefined,
  as: 'choice',
  props: ({ t, tr }) => ({
    choices: AFTERCARE_STEPS.map((value) => ({ value, label: tr(AFTERCARE_NAMES[value]) })),
    empty: t('aftercare.none'),
  }),
}

/** When it comes, and until when it is done. */
const WHEN: readonly Row<DraftStep>[] = [
  {
    key: 'when',
    label: 'when.title',
    add: 'when.add',
    put: (step) => {
      step.when = emptyCondition('fact')
    },
    inWords: 'when',
    as: 'when',
    props: (_context, { id }) => ({ self: id }),
  },
  {
    key: 'due',
    label: 'due.title',
    add: 'due.add',
    // a limit needs somebody who is told: escalation begins with it, and goes with it
    put: (step, { draft, options }) =>
      writeLimit(
        step,
        { within: '', from: 'reported' },
        commanderOf(draft, options.document.value),
      ),
    take: (step) => {
      step.due = undefined
      step.late = undefined
    },
    inWords: 'due',
    as: 'due',
    props: (_context, { id }) => ({ self: id }),
  },
  {
    key: 'late',
    label: 'late.title',
    hint: 'late.hint',
    when: ({ due, late }) => Boolean(due ?? late),
    as: 'escalation',
  },
]

const FURTHER: readonly Row<DraftStep>[] = [
  {
    key: 'after',
    label: 'step.after',
    as: 'many',
    props: ({ t, options }, { id }) => ({
      choices: options.steps.value.filter(({ value }) => value !== id),
      placeholder: t('step.afterNone'),
      wide: true,
    }),
  },
  {
    key: 'repeat',
    label: 'repeat.title',
    hint: 'repeat.hint',
    add: 'repeat.add',
    put: (step) => {
      step.repeat = { every: '', until: 'lifted' }
    },
    lines: [
      {
        as: 'line',
        controls: [
          { key: 'every', label: 'repeat.title', caption: 'repeat.every', as: 'duration' },
          {
            key: 'until',
            label: 'repeat.until',
            caption: 'repeat.until',
            as: 'choice',
            props: ({ t }) => ({
              choices: (['contained', 'lifted'] as const).map((value) => ({
                value,
                label: t(`anchor.${value}`),
              })),
            }),
          },
        ],
      },
    ],
  },
  REPORT,
  AFTERCARE,
  { key: 'clauses', label: 'step.clauses', as: 'clauses' },
]

const HOW: readonly Row<DraftStep>[] = [
  { key: 'calls', label: 'calls.title', as: 'calls' },
  {
    key: 'say',
    label: 'say.title',
    add: 'say.add',
    put: (step) => {
      step.say = noWords()
    },
    as: 'words',
    props: () => ({ blanks: BLANKS, lines: true }),
  },
  {
    key: 'announce',
    label: 'announce.title',
    hint: 'announce.hint',
    add: 'announce.add',
    put: (step) => {
      step.announce = noWords()
    },
    as: 'words',
    props: () => ({ room: FITS.announce }),
  },
  {
    key: 'materials',
    label: 'materials.title',
    as: 'texts',
    props: ({ t }) => ({ name: t('materials.one'), add: t('materials.add') }),
  },
  {
    key: 'evidence',
    label: 'evidence.title',
    hint: 'evidence.hint',
    add: 'evidence.add',
    put: (step) => {
      step.evidence = { what: noWords(), keep: '30d' }
    },
    lines: [
      { as: 'bare', controls: [{ key: 'what', label: 'evidence.title', as: 'words' }] },
      {
        as: 'line',
        controls: [
          {
            key: 'keep',
            label: 'evidence.keep',
            caption: 'evidence.keep',
            as: 'duration',
            props: () => ({ units: ['d'] }),
          },
        ],
      },
    ],
  },
  {
    key: 'list',
    label: 'list.title',
    hint: 'list.hint',
    add: 'list.add',
    put: (step) => {
      step.list = { kind: 'places', sort: 'given', of: noWords(), order: noWords() }
    },
    lines: [
      {
        as: 'line',
        controls: [
          {
            key: 'kind',
            label: 'list.kind',
            as: 'choice',
            props: ({ t }) => ({
              choices: (['places', 'persons'] as const).map((value) => ({
                value,
                label: t(`list.${value}`),
              })),
            }),
            shown: (kind) => kind ?? 'places',
          },
          {
            key: 'sort',
            label: 'list.sort',
            as: 'choice',
            props: ({ t }) => ({
              choices: (['given', 'size'] as const).map((value) => ({
                value,
                label: t(`list.${value}`),
              })),
            }),
            shown: (sort) => sort ?? 'given',
          },
        ],
      },
      {
        as: 'labelled',
        controls: [
          { key: 'of', label: 'list.of', caption: 'list.of', as: 'words' },
          { key: 'order', label: 'list.order', caption: 'list.order', as: 'words' },
        ],
      },
    ],
  },
  {
    key: 'starts',
    label: 'starts.title',
    hint: 'starts.hint',
    add: 'starts.add',
    put: (step) => {
      step.starts = { what: noWords() }
    },
    lines: [
      {
        as: 'bare',
        controls: [
          {
            key: 'plan',
            label: 'starts.plan',
            as: 'pick',
            props: ({ t, options }) => ({
              choices: options.plans.value,
              empty: t('starts.open'),
              wide: true,
            }),
          },
          { key: 'what', label: 'starts.what', as: 'words' },
        ],
      },
      {
        as: 'flags',
        controls: [{ key: 'handsOver', label: 'starts.handsOver', as: 'flag' }],
      },
    ],
  },
]

/** What most steps need stands open; the rest is there for those that need it. */
export const STEP_SECTIONS: readonly Section<DraftStep>[] = [
  { title: null, rows: [...TITLE_AND_POST, ...WHEN] },
  {
    title: 'step.names',
    rows: NAMES,
    fold: (step) =>
      (step.title.zh === '' || (step.short?.zh ?? '') !== '') &&
      isBare(step, ['helpers', 'urgency', 'proposed', ...(Object.keys(STEP_MARKS) as StepMark[])]),
    says: ({ short, stage, id }, { tr }) => [
      tr(short ?? noWords()),
      tr(STAGE_WORDS[stage] ?? noWords()),
      id,
    ],
  },
  {
    title: 'step.further',
    rows: FURTHER,
    fold: (step) =>
      isBare(step, ['after', 'repeat', 'report', 'aftercare', 'clauses']) &&
      step.stage !== 'recover' &&
      step.stage !== 'review',
    says: writtenRows(FURTHER),
  },
  {
    title: 'step.how',
    rows: HOW,
    fold: (step) =>
      isBare(step, ['calls', 'say', 'announce', 'materials', 'evidence', 'list', 'starts']),
    says: writtenRows(HOW),
  },
]
