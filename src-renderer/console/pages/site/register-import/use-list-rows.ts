/** A list on its way from a sheet to rows of a register: its columns, questions and faults. */
import { computed, ref, shallowRef, watch, type ComputedRef } from 'vue'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { CONTACT_CATEGORIES } from '#shared/domain/contacts/contact.ts'
import type { Choice } from '#shared/domain/import/values.ts'
import { PLACE_KINDS, PLACE_KIND_NAMES } from '#shared/domain/places/place.ts'
import {
  checklistRows,
  checkRows,
  type ChecklistItemRow,
  type MadeCheckRow,
} from '#shared/domain/register-import/check-rows.ts'
import { contactRows, type ContactRow } from '#shared/domain/register-import/contact-rows.ts'
import type { ListFault, ListQuestion } from '#shared/domain/register-import/list-rows.ts'
import {
  readList,
  type ListField,
  type ListRegister,
  type ListSheet,
  type Mapping,
} from '#shared/domain/register-import/lists.ts'
import {
  peopleRows,
  type PeopleAnswers,
  type PersonRow,
} from '#shared/domain/register-import/people-rows.ts'
import { placeRows, type PlaceRow } from '#shared/domain/register-import/place-rows.ts'
import { supplyRows, type SupplyRow } from '#shared/domain/register-import/supply-rows.ts'
import type { Sheet } from '#shared/domain/register-import/sheet.ts'
import { CLASS_NAMES, SUPPLY_CLASSES } from '#shared/domain/supplies/supply.ts'
import { useText } from '#renderer/i18n/index.ts'
import { useDisplayClock } from '#renderer/ui/display-clock.ts'
import { useAnswers, type Option, type Prepared } from './prepared.ts'
import { useRegisterImportWords } from './register-import-words.ts'

export type ListEntry =
  PersonRow | ContactRow | PlaceRow | SupplyRow | ChecklistItemRow | MadeCheckRow
export type ListReader = Prepared<ListEntry> & {
  read: ComputedRef<ListSheet | null>
  setHeadRow: (row: number) => void
  map: (field: ListField, column: number | null) => void
}

const CATEGORIES: readonly Choice[] = Object.entries(CONTACT_CATEGORIES).map(
  ([code, { name }]) => ({
    code,
    names: [name],
  }),
)
const KINDS: readonly Choice[] = PLACE_KINDS.map((code) => ({
  code,
  names: [PLACE_KIND_NAMES[code]],
}))

const CLASSES: readonly Choice[] = SUPPLY_CLASSES.map((code) => ({
  code,
  names: [CLASS_NAMES[code]],
}))

const keyOf = ({ kind, key }: ListQuestion): string => `${kind} ${key}`
const entriesOf = (chosen: ReadonlyMap<string, string>, kind: string): [string, string][] =>
  [...chosen].flatMap(([key, value]): [string, string][] =>
    value !== '' && key.startsWith(`${kind} `) ? [[key.slice(kind.length + 1), value]] : [],
  )

function peopleAnswers(chosen: ReadonlyMap<string, string>): PeopleAnswers {
  return {
    persons: new Map(
      entriesOf(chosen, 'person').map(([key, value]) => {
        const [kind, of = ''] = value.split('|')
        return [key, kind === 'id' ? { id: of } : kind === 'row' ? { row: Number(of) } : 'new']
      }),
    ),
    posts: new Map(
      entriesOf(chosen, 'post').map(([key, value]) => [
        key,
        value === 'new' || value === 'none' ? value : { id: value },
      ]),
    ),
  }
}

export function useListRows(
  register: ListRegister,
  sheet: () => Sheet | null,
  people: () => ReplyOf<'people/read'> | null,
): ListReader {
  const t = useRegisterImportWords()
  const { tr } = useText()
  const { zone } = useDisplayClock()
  const headRow = ref<number | null>(null)
  const mapping = shallowRef<Mapping | null>(null)
  watch(sheet, () => {
    headRow.value = null
  })
  watch([sheet, headRow], () => {
    mapping.value = null
  })
  const { questions, answers, answer, remember } = useAnswers<ListQuestion>(() => [
    sheet(),
    mapping.value,
  ])

  const read = computed(() => {
    const now = sheet()
    return now && readList(now, register, { headRow: headRow.value, mapping: mapping.value })
  })
  const persons = computed(() => people()?.persons.filter(({ left }) => !left) ?? [])
  const posts = computed(() => people()?.posts ?? [])
  const result = computed(
    (): {
      rows: readonly ListEntry[]
      questions: readonly ListQuestion[]
      faults: readonly ListFault[]
    } => {
      const list = read.value
      if (!list) return { rows: [], questions: [], faults: [] }
      if (register === 'checklists') return checklistRows(list)
      if (register === 'checks') return checkRows(list, zone.value)
      if (register === 'people')
        return peopleRows(
          list,
          { persons: persons.value, posts: posts.value },
          peopleAnswers(answers.value),
        )
      if (register === 'supplies')
        return supplyRows(list, CLASSES, new Map(entriesOf(answers.value, 'class')))
      return register === 'contacts'
        ? contactRows(list, CATEGORIES, new Map(entriesOf(answers.value, 'category')))
        : placeRows(list, KINDS, new Map(entriesOf(answers.value, 'kind')))
    },
  )
  watch(
    () => result.value.questions,
    (open) => remember(open.map((question) => [keyOf(question), question])),
    { immediate: true },
  )

  const coded = (choices: readonly Choice[]): Option[] =>
    choices.map(({ code, names: [name] }) => ({ value: code, label: name ? tr(name) : code }))
  function personOptions({ key, text, candidates, at }: ListQuestion): Option[] {
    const known = candidates.flatMap((id): Option[] => {
      const person = persons.value.find((candidate) => candidate.id === id)
      const detail = person?.phones[0]?.number ?? ''
      const label = detail === '' ? text : t('asked.known', { name: person?.name ?? text, detail })
      return [{ value: `id|${id}`, label }]
    })
    const earlier = key.includes(' ')
      ? result.value.rows.filter((row) => row.name === text && row.row < at.row)
      : []
    return [
      ...known,
      ...earlier.map(({ row }) => ({ value: `row|${row}`, label: t('asked.samePerson', { row }) })),
      { value: 'new', label: t('asked.newPerson', { name: text }) },
    ]
  }
  function optionsOf(question: ListQuestion): Option[] {
    switch (question.kind) {
      case 'person':
        return personOptions(question)
      case 'post':
        return [
          { value: 'new', label: t('asked.newPost', { name: question.text }) },
          { value: 'none', label: t('asked.noPost') },
          ...posts.value.map(({ id, name }) => ({ value: id, label: tr(name) })),
        ]
      case 'category':
        return coded(CATEGORIES)
      case 'kind':
        return coded(KINDS)
      case 'class':
        return coded(CLASSES)
    }
  }
  const labelOf = ({ kind, text }: ListQuestion): string =>
    text === '' && (kind === 'category' || kind === 'kind' || kind === 'class')
      ? t(`asked.${kind}All`)
      : t(`asked.${kind}`)

  return {
    read,
    setHeadRow: (row) => {
      headRow.value = row
    },
    map: (field, column) => {
      const freed = Object.entries(read.value?.mapping ?? {}).filter(
        ([other, of]) => other !== field && of !== column,
      )
      mapping.value = Object.fromEntries(column === null ? freed : [...freed, [field, column]])
    },
    answer,
    questions: computed(() =>
      [...questions.value].map(([key, question]) => ({
        key,
        kind: labelOf(question),
        text: question.text,
        at: question.at,
        count: question.count,
        options: optionsOf(question),
        value: answers.value.get(key) ?? '',
      })),
    ),
    faults: computed(() =>
      result.value.faults.map(({ at, value, code }) => ({ at, value, says: t(`faults.${code}`) })),
    ),
    rows: computed(() => result.value.rows),
    lines: computed(() =>
      result.value.rows.map((row) => ({
        at: { row: row.row, column: null },
        text: wordsOf(row).join(' · '),
      })),
    ),
    why: computed(() => (read.value?.mapping.name === undefined ? t('preview.needRows') : null)),
  }

  function wordsOf(row: ListEntry): string[] {
    const numbers = 'numbers' in row ? row.numbers : 'phones' in row ? (row.phones ?? []) : []
    const holds = 'posts' in row ? (row.posts ?? []) : []
    return [
      ...('list' in row && row.list !== row.name ? [row.list] : []),
      row.name,
      ...('person' in row ? [row.person] : []),
      ...('category' in row ? [row.category] : []),
      ...('kind' in row && row.kind !== undefined ? [row.kind] : []),
      ...('class' in row && row.class !== undefined ? [row.class] : []),
      ...('count' in row && row.count !== undefined ? [`${row.count}${row.unit ?? ''}`] : []),
      ...('batch' in row && row.batch !== undefined ? [row.batch] : []),
      ...('size' in row && row.size !== undefined ? [String(row.size)] : []),
      numbers.map(({ number }) => number).join(t('join')),
      holds
        .map((post) => {
          const known = posts.value.find(({ id }) => id === post)
          return known ? tr(known.name) : post
        })
        .join(t('join')),
    ].filter((words) => words !== '')
  }
}
