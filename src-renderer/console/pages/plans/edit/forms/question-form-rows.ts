/** The rows of a question. */
import { FITS } from '#shared/domain/plan/lint/words.ts'
import { SET_NAMES } from '#shared/domain/plan/describe.ts'
import { SET_VALUES } from '#shared/domain/plan/plan.ts'
import { noWords } from '../draft/new-parts.ts'
import { writeQuestion } from '../draft/write-title.ts'
import type { DraftQuestion, Words } from '../draft/draft-types.ts'
import { isBare, type Row, type Section } from './form-rows.ts'

const isCounted = ({ kind }: DraftQuestion): boolean => kind === 'number' || kind === 'estimate'

const MAIN: readonly Row<DraftQuestion>[] = [
  {
    key: 'question',
    label: 'fact.question',
    as: 'words',
    write: (fact, question) => writeQuestion(fact, question as Words),
  },
  {
    key: 'kind',
    label: 'fact.kind',
    hint: ({ kind }) => (kind === 'calendar' ? 'fact.calendarHint' : null),
    as: 'own',
  },
  {
    key: 'options',
    label: 'fact.options',
    when: ({ kind }) => kind === 'choice' || kind === 'bool',
    as: 'own',
  },
  {
    key: 'marks',
    label: 'fact.how',
    when: ({ kind }) => kind === 'choice',
    marks: [
      { key: 'exhaustive', label: 'fact.exhaustive' },
      { key: 'several', label: 'fact.several' },
    ],
  },
  {
    key: 'unit',
    label: 'fact.unit',
    when: isCounted,
    add: 'fact.addUnit',
    put: (question) => {
      question.unit = noWords()
    },
    as: 'words',
  },
  {
    key: 'decidedBy',
    label: 'fact.decidedBy',
    when: ({ kind }) => kind !== 'calendar',
    as: 'pick',
    props: ({ options }) => ({ choices: options.roles.value }),
  },
  { key: 'clause', label: 'clause', as: 'clause' },
  {
    key: 'inDoubt',
    label: 'fact.inDoubt',
    hint: 'fact.inDoubtHint',
    when: ({ kind, inDoubt }) => kind !== 'calendar' || inDoubt !== undefined,
    add: 'fact.addInDoubt',
    put: (question) => {
      question.inDoubt = isCounted(question)
        ? { answer: 0 }
        : { answer: question.several ? [] : '' }
    },
    as: 'own',
  },
]

const FURTHER: readonly Row<DraftQuestion>[] = [
  {
    key: 'short',
    label: 'fact.short',
    hint: 'fact.shortHint',
    add: 'fact.addShort',
    when: ({ kind, short }) => kind !== 'calendar' || short !== undefined,
    put: (question) => {
      question.short = noWords()
    },
    as: 'words',
    props: () => ({ room: FITS.question }),
  },
  { key: 'key', label: 'fact.key', hint: 'fact.keyHint', as: 'own' },
  {
    key: 'criterion',
    label: 'fact.criterion',
    hint: 'fact.criterionHint',
    add: 'fact.addCriterion',
    put: (question) => {
      question.criterion = noWords()
    },
    as: 'words',
  },
  {
    key: 'ask',
    label: 'fact.ask',
    hint: 'fact.askHint',
    when: ({ kind, ask }) => kind !== 'calendar' || ask !== undefined,
    add: 'fact.addAsk',
    put: (question) => {
      question.ask = { from: 'activated', within: '60s' }
    },
    lines: [
      {
        as: 'line',
        controls: [
          { key: 'from', label: 'fact.askFrom', caption: 'fact.askFrom', as: 'anchor' },
          { key: 'within', label: 'fact.askWithin', caption: 'fact.askWithin', as: 'duration' },
        ],
      },
    ],
  },
  {
    key: 'from',
    label: 'fact.from',
    hint: 'fact.fromHint',
    when: ({ kind, from }) => kind === 'choice' || kind === 'bool' || from !== undefined,
    add: 'fact.addFrom',
    put: (question) => {
      question.from = {}
    },
    as: 'own',
  },
  {
    key: 'sets',
    label: 'fact.sets',
    hint: 'fact.setsHint',
    when: ({ kind, sets }) => kind !== 'calendar' || sets !== undefined,
    add: 'fact.addSets',
    put: (question) => {
      question.sets = isCounted(question) ? 'loss' : 'contained'
    },
    as: 'pick',
    props: ({ tr }) => ({
      choices: SET_VALUES.map((value) => ({ value, label: tr(SET_NAMES[value]) })),
    }),
  },
  {
    key: 'marks',
    label: 'marks',
    whole: true,
    marks: [
      { key: 'recordOnly', label: 'fact.recordOnly' },
      { key: 'proposed', label: 'proposed' },
    ],
  },
]

export const QUESTION_SECTIONS: readonly Section<DraftQuestion>[] = [
  { title: null, rows: MAIN },
  {
    title: 'fact.further',
    rows: FURTHER,
    fold: (fact) => isBare(fact, ['criterion', 'ask', 'from', 'sets', 'recordOnly', 'proposed']),
    says: ({ short }, { tr }) => [tr(short ?? noWords())],
  },
]
