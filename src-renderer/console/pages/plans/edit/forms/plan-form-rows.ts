/** The rows of the head of a plan, and of how it starts. */
import { FITS } from '#shared/domain/plan/lint/words.ts'
import { isEmpty, noWords } from '../draft/new-parts.ts'
import { writePlanTitle } from '../draft/write-title.ts'
import type { EditedPlan, Words } from '../draft/draft-types.ts'
import { isBare, type FormContext, type Row, type Section } from './form-rows.ts'

const usual = (name: string, { t }: FormContext): string => t('plan.usual', { name })

function usualCommander(context: FormContext): string {
  const { t, tr, options } = context
  const id = options.document.value?.commander
  if (id === undefined) return t('plan.ofDocument')
  return usual(tr(options.role(id)?.name ?? { zh: id, en: id }), context)
}

function usualLevel(context: FormContext): string {
  const { t, options } = context
  const level = options.document.value?.level ?? null
  const name = options.levels.value.find(({ value }) => value === String(level))?.label
  return usual(level === null ? t('none') : (name ?? String(level)), context)
}

function usualKinds(context: FormContext): string {
  const { t, options } = context
  const nameOf = (kind: string): string =>
    options.siteKinds.value.find(({ value }) => value === kind)?.label ?? kind
  return usual((options.document.value?.siteKinds ?? []).map(nameOf).join(t('join')), context)
}

const MAIN: readonly Row<EditedPlan>[] = [
  {
    key: 'title',
    label: 'plan.title',
    as: 'words',
    write: (draft, title) => writePlanTitle(draft, title as Words),
  },
  {
    key: 'types',
    label: 'plan.types',
    as: 'many',
    props: ({ options }) => ({ choices: options.types.value, wide: true, keep: true }),
  },
  {
    key: 'triggers',
    label: 'plan.triggers',
    hint: 'plan.triggersHint',
    as: 'tags',
    props: ({ t }) => ({ placeholder: t('plan.triggersAdd') }),
  },
  { key: 'document', label: 'plan.document', as: 'own', deep: false },
]

const FURTHER: readonly Row<EditedPlan>[] = [
  {
    key: 'short',
    label: 'plan.short',
    hint: 'plan.shortHint',
    as: 'words',
    props: () => ({ room: FITS.plan }),
  },
  {
    key: 'level',
    label: 'plan.level',
    as: 'pick',
    props: (context) => ({ choices: context.options.levels.value, empty: usualLevel(context) }),
    shown: (level) => (typeof level === 'number' ? String(level) : undefined),
    written: (level) => (level === undefined ? undefined : Number(level)),
  },
  {
    key: 'commander',
    label: 'plan.commander',
    as: 'pick',
    props: (context) => ({ choices: context.options.roles.value, empty: usualCommander(context) }),
  },
  {
    key: 'siteKinds',
    label: 'plan.siteKinds',
    as: 'many',
    props: (context) => ({
      choices: context.options.siteKinds.value,
      placeholder: usualKinds(context),
    }),
  },
  {
    key: 'completeness',
    label: 'plan.completeness',
    as: 'choice',
    props: ({ t }) => ({
      choices: [
        { value: 'complete', label: t('plan.complete') },
        { value: 'incomplete', label: t('plan.incomplete') },
      ],
    }),
    shown: (state) => state ?? 'complete',
    written: (state) => (state === 'complete' ? undefined : state),
  },
  {
    key: 'openPoints',
    label: 'plan.openPoints',
    hint: 'plan.openPointsHint',
    as: 'texts',
    props: ({ t }) => ({ name: t('plan.openPoint'), add: t('plan.addOpenPoint') }),
  },
]

export const PLAN_SECTIONS: readonly Section<EditedPlan>[] = [
  { title: null, rows: MAIN },
  {
    title: 'plan.further',
    rows: FURTHER,
    fold: (draft) =>
      !isEmpty(draft.short) &&
      isBare(draft, ['level', 'commander', 'siteKinds', 'completeness', 'openPoints']),
    says: ({ short }, context) => [context.tr(short ?? noWords()), usualCommander(context)],
  },
]

export const START_ROWS: readonly Row<EditedPlan>[] = [
  { key: 'extends', label: 'start.extends', hint: 'start.extendsHint', as: 'own' },
  {
    key: 'replaces',
    label: 'start.replaces',
    when: (draft) => Boolean(draft.extends || draft.replaces),
    as: 'many',
    props: ({ t, options }) => ({
      choices: options.baseSteps.value,
      placeholder: t('start.replacesNone'),
      wide: true,
    }),
  },
  {
    key: 'activation',
    label: 'start.activation',
    hint: 'start.activationHint',
    add: 'start.addActivation',
    put: (draft) => {
      draft.activation = { by: '', confirmedBy: '', clause: '' }
    },
    lines: [
      {
        as: 'labelled',
        controls: [
          {
            key: 'by',
            label: 'start.by',
            caption: 'start.by',
            as: 'pick',
            props: ({ options }) => ({ choices: options.roles.value }),
          },
          {
            key: 'confirmedBy',
            label: 'start.confirmedBy',
            caption: 'start.confirmedBy',
            as: 'pick',
            props: ({ options }) => ({ choices: options.roles.value }),
          },
          { key: 'clause', label: 'start.activationClause', caption: 'clause', as: 'clause' },
        ],
      },
    ],
  },
  { key: 'start', label: 'start.rules', hint: 'start.rulesHint', as: 'own', deep: false },
]
