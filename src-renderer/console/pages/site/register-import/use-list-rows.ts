/** A list on its way from a sheet to rows of a register: its columns, questions and faults. */
import { computed, ref, shallowRef, watch, type ComputedRef } from 'vue'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { localDate } from '#shared/domain/calendar.ts'
import type { ListField, ListRegister } from '#shared/domain/register-import/list-heads.ts'
import type { ListQuestion } from '#shared/domain/register-import/list-rows.ts'
import { readList, type ListSheet, type Mapping } from '#shared/domain/register-import/lists.ts'
import type { Sheet } from '#shared/domain/register-import/sheet.ts'
import { useDisplayClock } from '#renderer/ui/display-clock.ts'
import { useFieldWords } from './field-words.ts'
import { useListOptions } from './list-options.ts'
import {
  entriesIn,
  keyOf,
  type ListAround,
  type ListEntry,
  type ListResult,
} from './list-readers.ts'
import { useAnswers, type Prepared } from './prepared.ts'
import { useRegisterImportWords } from './register-import-words.ts'

export type ListReader = Prepared<ListEntry> & {
  read: ComputedRef<ListSheet | null>
  /** Rows that say something and are no entry. */
  left: ComputedRef<readonly { row: number; text: string }[]>
  setHeadRow: (row: number) => void
  map: (field: ListField, column: number | null) => void
}

/** `training`: what is needed of a list of attendance. */
export function useListRows(
  register: ListRegister,
  sheet: () => Sheet | null,
  people: () => ReplyOf<'people/read'> | null,
  training: () => ReplyOf<'training/read'> | null,
): ListReader {
  const t = useRegisterImportWords()
  const fieldWords = useFieldWords(register)
  const { now, zone } = useDisplayClock()
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
    const sheetNow = sheet()
    return (
      sheetNow && readList(sheetNow, register, { headRow: headRow.value, mapping: mapping.value })
    )
  })
  /** The sessions that have been held, the latest first. */
  const sessions = computed((): ListAround['sessions'] => {
    const { courses = [], sessions: all = [] } = training() ?? {}
    return all
      .filter(({ heldAt }) => heldAt <= now.value)
      .map(({ id, courseId, heldAt }) => ({
        ...{ id, date: localDate(heldAt, zone.value) },
        course: courses.find((course) => course.id === courseId)?.title ?? '',
      }))
  })
  const around = computed((): ListAround => ({
    persons: people()?.persons.filter(({ left }) => !left) ?? [],
    posts: people()?.posts ?? [],
    ...{ sessions: sessions.value, zone: zone.value },
  }))
  const result = computed((): ListResult =>
    read.value
      ? entriesIn(register, read.value, answers.value, around.value)
      : { rows: [], questions: [], faults: [] },
  )
  watch(
    () => result.value.questions,
    (open) => remember(open.map((question) => [keyOf(question), question])),
    { immediate: true },
  )
  const options = useListOptions(
    register,
    () => around.value,
    () => result.value.rows,
  )
  const why = computed(() => {
    if (read.value?.mapping.name === undefined) return t('preview.needRows')
    const asksSession = result.value.questions.some(({ kind }) => kind === 'session')
    return asksSession && sessions.value.length === 0 ? t('preview.needSession') : null
  })

  return {
    read,
    left: computed(() => [...(read.value?.left ?? []), ...(result.value.left ?? [])]),
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
        kind: options.kindWords(question),
        text: question.text,
        at: question.at,
        count: question.count,
        options: options.optionsOf(question),
        value: answers.value.get(key) ?? '',
      })),
    ),
    faults: computed(() =>
      result.value.faults.map(({ at, field, value, code }) => ({
        ...{ at, value },
        says: t(`faults.${code}`, { field: fieldWords(field) }),
      })),
    ),
    rows: computed(() => result.value.rows),
    lines: computed(() =>
      result.value.rows.map((row) => ({
        at: { row: row.row, column: null },
        text: options.lineOf(row),
      })),
    ),
    why,
  }
}
