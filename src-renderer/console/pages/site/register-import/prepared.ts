/** What the page shows and sends of a table, whichever register it is for. */
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { columnName, type CellPlace } from '#shared/domain/register-import/sheet.ts'
import { useRegisterImportWords } from './register-import-words.ts'

export type Option = { value: string; label: string }
/** `kind`: what is asked for, in words. `value`: what was chosen, empty while nothing is. */
export type OpenQuestion = {
  key: string
  kind: string
  text: string
  at: CellPlace
  count: number
  options: readonly Option[]
  value: string
}
export type CellFault = { at: CellPlace; value: string; says: string }

/**
 * `rows`: what is sent; `lines`: each of them in words, with its place. `why`: what is still to be
 * chosen before the rows are whole, null if nothing.
 */
export type Prepared<Row> = {
  questions: ComputedRef<readonly OpenQuestion[]>
  answer: (key: string, value: string) => void
  faults: ComputedRef<readonly CellFault[]>
  rows: ComputedRef<readonly Row[]>
  lines: ComputedRef<readonly { at: CellPlace | null; text: string }[]>
  why: ComputedRef<string | null>
}

/**
 * Answers by the key of their question. A question that was answered stays in its list, so that the
 * answer can be changed; one that another answer has settled goes. All are forgotten when `about`
 * changes.
 */
export function useAnswers<Q>(about: () => unknown): {
  questions: ComputedRef<ReadonlyMap<string, Q>>
  answers: ShallowRef<ReadonlyMap<string, string>>
  answer: (key: string, value: string) => void
  /** These are open now. */
  remember: (open: readonly (readonly [string, Q])[]) => void
} {
  const all = shallowRef<ReadonlyMap<string, Q>>(new Map())
  const open = shallowRef<ReadonlySet<string>>(new Set())
  const answers = shallowRef<ReadonlyMap<string, string>>(new Map())
  watch(about, () => {
    all.value = new Map()
    answers.value = new Map()
  })
  return {
    questions: computed(
      () =>
        new Map([...all.value].filter(([key]) => open.value.has(key) || answers.value.has(key))),
    ),
    answers,
    answer(key, value) {
      answers.value = new Map([...answers.value, [key, value]])
    },
    remember(questions) {
      open.value = new Set(questions.map(([key]) => key))
      all.value = new Map([...all.value, ...questions])
    },
  }
}

/** Names a cell: `“11月”第7行F列`. */
export function usePlaceWords(sheetName: () => string): (at: CellPlace) => string {
  const t = useRegisterImportWords()
  return ({ row, column }) => {
    const place =
      column === null ? t('rowOnly', { row }) : t('rowColumn', { row, column: columnName(column) })
    const sheet = sheetName()
    return sheet === '' ? place : t('atSheet', { sheet, place })
  }
}
