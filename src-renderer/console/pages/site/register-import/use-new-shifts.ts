/**
 * The shifts that a roster names and the site does not have yet: filled in as such shifts usually
 * are, changed by whoever imports, and made together with the entries.
 */
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { newShifts, type NewShift } from '#shared/domain/register-import/new-shifts.ts'
import type { RosterAnswers, RosterRegister } from '#shared/domain/register-import/roster-rows.ts'
import type { RosterSheet } from '#shared/domain/register-import/roster-sheet.ts'
import { useText } from '#renderer/i18n/index.ts'
import { timeOf } from '../duty/shift-times.ts'
import { useRegisterImportWords } from './register-import-words.ts'

type Fields = { name: string; begins: string; ends: string; isMade: boolean }
/** `fault`: why it cannot be made yet. `isNextDay`: it ends on the day after. */
export type NewShiftRow = NewShift & { form: Fields; fault: string | null; isNextDay: boolean }
type MadeShift = RosterRegister['shifts'][number]
export type NewShifts = {
  rows: ComputedRef<readonly NewShiftRow[]>
  change: (key: string, change: Partial<Fields>) => void
  /** The one that a mark or label means, made or not. */
  meantBy: (word: string) => NewShiftRow | undefined
  /** Those that are made, as the register will have them: any post may be filled. */
  made: ComputedRef<readonly MadeShift[]>
  meanings: ComputedRef<Pick<RosterAnswers, 'labels' | 'marks'>>
  /** One of them lacks something. */
  isFaulty: ComputedRef<boolean>
}

/** `register` as the site has it. What was changed is forgotten with the file. */
export function useNewShifts(
  file: () => unknown,
  sheet: () => RosterSheet | null,
  register: () => RosterRegister | null,
): NewShifts {
  const t = useRegisterImportWords()
  const { tr } = useText()
  const changes = shallowRef<ReadonlyMap<string, Partial<Fields>>>(new Map())
  const ids = new Map<string, string>() // by key
  watch(file, () => {
    changes.value = new Map()
  })

  function idOf(key: string): string {
    const id = ids.get(key) ?? crypto.randomUUID()
    ids.set(key, id)
    return id
  }
  function faultOf({ name, begins, ends }: Fields): string | null {
    if (name.trim() === '') return t('newShifts.noName')
    return timeOf(begins) === null || timeOf(ends) === null ? t('newShifts.noTime') : null
  }
  const rows = computed(() => {
    const [now, known] = [sheet(), register()]
    return (now && known ? newShifts(now, known) : []).map((shift): NewShiftRow => {
      const form = {
        ...{ name: tr(shift.name), begins: shift.begins ?? '', ends: shift.ends ?? '' },
        isMade: shift.isUsual,
        ...changes.value.get(shift.key),
      }
      const [begins, ends] = [timeOf(form.begins), timeOf(form.ends)]
      const isNextDay = begins !== null && ends !== null && ends <= begins
      return { ...shift, form, isNextDay, fault: form.isMade ? faultOf(form) : null }
    })
  })
  const isMade = computed(() => rows.value.filter(({ form }) => form.isMade))
  const nameOf = ({ name, form }: NewShiftRow) =>
    form.name === tr(name) ? name : { zh: form.name.trim(), en: form.name.trim() }
  const pairs = (): [string, string][] =>
    isMade.value.flatMap(({ words, key }) =>
      words.map((word): [string, string] => [word, idOf(key)]),
    )

  return {
    rows,
    change(key, change) {
      changes.value = new Map([...changes.value, [key, { ...changes.value.get(key), ...change }]])
    },
    meantBy: (word) => rows.value.find(({ words }) => words.includes(word)),
    made: computed(() =>
      isMade.value.map((row) => ({
        ...{ id: idOf(row.key), name: nameOf(row) },
        ...{ begins: timeOf(row.form.begins) ?? '', ends: timeOf(row.form.ends) ?? '' },
        ...{ posts: (register()?.posts ?? []).map(({ id }) => id), weekdays: null },
      })),
    ),
    meanings: computed(() => ({
      marks: new Map(pairs().map(([word, id]) => [word, [id]])),
      labels: new Map(pairs().map(([word, shift]) => [word, { shift }])),
    })),
    isFaulty: computed(() => rows.value.some(({ fault }) => fault !== null)),
  }
}
