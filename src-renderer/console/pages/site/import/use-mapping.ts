/**
 * Maps columns and values of the table: proposed from heads and names, then changed by a person.
 */
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { orderOf, readDate, type DayOrder } from '#shared/domain/import/dates.ts'
import {
  CODED,
  headRowOf,
  proposeColumns,
  type Coded,
  type Field,
  type Mapping,
} from '#shared/domain/import/fields.ts'
import { valueIn, type Assigned, type SourceRow } from '#shared/domain/import/rows.ts'
import {
  proposeCode,
  proposeLevel,
  severityChoices,
  type Choice,
} from '#shared/domain/import/values.ts'
import type { Table } from '../reading/table.ts'

const DATED = [
  'occurred',
  'received',
  'contained',
  'lifted',
  'closed',
] as const satisfies readonly Field[]
export type Dated = (typeof DATED)[number]
/** `code` undefined: not chosen yet; null: no code. */
export type ValueLine = {
  field: Coded
  value: string
  rows: number
  code: string | null | undefined
}

export type ColumnMapping = {
  headRow: Ref<number> // its number in the file
  head: (row: number) => void
  heads: ComputedRef<readonly string[]>
  rows: ComputedRef<readonly SourceRow[]>
  mapping: ShallowRef<Mapping>
  map: (field: Field, column: number | null) => void
  /**
   * Dated columns whose values leave open which number is the day, with an ambiguous value.
   */
  ambiguous: ComputedRef<readonly { field: Dated; sample: string }[]>
  orders: ComputedRef<Readonly<Partial<Record<Field, DayOrder>>>>
  order: (field: Dated, order: Exclude<DayOrder, null>) => void
  values: ComputedRef<readonly ValueLine[]>
  assign: (field: Coded, value: string, code: string | null) => void
  assigned: ComputedRef<Assigned>
}

/** @param types and @param categories of the site, by which values are recognised. */
export function useMapping(
  table: ShallowRef<Table | null>,
  types: () => readonly Choice[],
  categories: () => readonly Choice[],
): ColumnMapping {
  const headRow = ref(1)
  const mapping = shallowRef<Mapping>(proposeColumns([]))
  const chosen = shallowRef<Partial<Record<Dated, Exclude<DayOrder, null>>>>({})
  // field|value → code, as a person chose
  const assignments = shallowRef<ReadonlyMap<string, string | null>>(new Map())
  const choicesOf = (field: Coded): readonly Choice[] =>
    field === 'type' ? types() : field === 'category' ? categories() : severityChoices

  const heads = computed(
    () => table.value?.rows.find(({ row }) => row === headRow.value)?.cells ?? [],
  )
  const rows = computed(() => table.value?.rows.filter(({ row }) => row > headRow.value) ?? [])

  function propose(): void {
    mapping.value = proposeColumns(
      heads.value,
      rows.value.slice(0, 50).map(({ cells }) => cells),
    )
    chosen.value = {}
  }
  watch(table, (now) => {
    const first = now?.rows.slice(0, 10) ?? []
    headRow.value = first[headRowOf(first.map(({ cells }) => cells))]?.row ?? 1
    assignments.value = new Map()
    propose()
  })
  watch(headRow, propose)

  const column = (field: Field): readonly string[] =>
    rows.value.map(({ cells }) => valueIn(cells, mapping.value[field]))
  const dated = computed(() =>
    DATED.filter((field) => mapping.value[field] !== null).map((field) => {
      const texts = column(field)
      return {
        field,
        order: orderOf(texts),
        sample: texts.find((text) => readDate(text, null) === 'date-ambiguous') ?? texts[0] ?? '',
      }
    }),
  )
  const orders = computed(() =>
    Object.fromEntries(
      dated.value.map(({ field, order }) => [
        field,
        order === 'dmy' || order === 'mdy' ? order : (chosen.value[field] ?? null),
      ]),
    ),
  )

  const counted = computed(() =>
    CODED.flatMap((field): ValueLine[] => {
      if (mapping.value[field] === null) return []
      const counts = new Map<string, number>()
      for (const value of column(field))
        if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
      return [...counts].map(([value, count]) => ({ field, value, rows: count, code: undefined }))
    }),
  )
  const recognised = (field: Coded, value: string): string | undefined =>
    (field === 'level' ? proposeLevel(value) : proposeCode(value, choicesOf(field))) ?? undefined
  const values = computed(() =>
    counted.value.map((line) => {
      const key = `${line.field}|${line.value}`
      return {
        ...line,
        code: assignments.value.has(key)
          ? (assignments.value.get(key) ?? null)
          : recognised(line.field, line.value),
      }
    }),
  )
  const assigned = computed(
    () =>
      Object.fromEntries(
        CODED.map((field) => [
          field,
          new Map(
            values.value.flatMap(({ field: of, value, code }): [string, string | null][] =>
              of === field && code !== undefined ? [[value, code]] : [],
            ),
          ),
        ]),
      ) as unknown as Assigned,
  )

  return {
    headRow,
    head: (row) => {
      headRow.value = row
    },
    heads,
    rows,
    mapping,
    orders,
    values,
    assigned,
    /** A column has one meaning. */
    map(field, to) {
      const freed = Object.entries(mapping.value).map(([field, column]) => [
        field,
        column === to && to !== null ? null : column,
      ])
      mapping.value = {
        ...(Object.fromEntries(freed) as Record<Field, number | null>),
        [field]: to,
      }
    },
    ambiguous: computed(() =>
      dated.value
        .filter(({ order }) => order === 'ask')
        .map(({ field, sample }) => ({ field, sample })),
    ),
    order: (field, order) => {
      chosen.value = { ...chosen.value, [field]: order }
    },
    assign: (field, value, code) => {
      assignments.value = new Map([...assignments.value, [`${field}|${value}`, code]])
    },
  }
}
