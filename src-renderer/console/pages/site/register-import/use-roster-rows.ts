/** A duty roster on its way from a sheet to entries: what was read, what is asked and sent. */
import { computed, ref, shallowRef, watch, type ComputedRef } from 'vue'
import type { Input, ReplyOf } from '#shared/contract/contract.ts'
import type { ChosenDays } from '#shared/domain/register-import/days.ts'
import { nameKey } from '#shared/domain/register-import/names.ts'
import type { ColumnRole } from '#shared/domain/register-import/roles.ts'
import {
  rosterRows,
  shiftNamed,
  type RosterAnswers,
  type RosterQuestion,
  type RosterRegister,
  type RosterRow,
} from '#shared/domain/register-import/roster-rows.ts'
import {
  readRoster,
  type CellKind,
  type RosterSheet,
} from '#shared/domain/register-import/roster-sheet.ts'
import type { Sheet } from '#shared/domain/register-import/sheet.ts'
import { dateText } from '#shared/domain/wording/period.ts'
import { useText } from '#renderer/i18n/index.ts'
import { useAnswers, type Option, type Prepared } from './prepared.ts'
import { useRegisterImportWords } from './register-import-words.ts'
import { useNewShifts, type NewShifts } from './use-new-shifts.ts'

export type NewShiftInput = NonNullable<Input<'duty/import'>['shifts']>[number]
export type RosterReader = Prepared<RosterRow> & {
  read: ComputedRef<RosterSheet | null>
  newShifts: NewShifts
  /** The new shifts in which somebody is entered, with the posts that are filled. */
  shifts: ComputedRef<NewShiftInput[]>
  setRole: (column: number, role: ColumnRole) => void
  setCells: (cells: CellKind) => void
  chosen: ComputedRef<ChosenDays>
  choose: (days: ChosenDays) => void
  /** Whether what the sheet leaves empty is cleared. */
  clearing: ComputedRef<boolean>
  setClearing: (clears: boolean) => void
  /** Whether somebody says that the dates are right and the weekdays beside them are not. */
  weekdayIsWrong: ComputedRef<boolean>
  setWeekdayIsWrong: (isWrong: boolean) => void
}

/** The answer to a question: a shift is made of it. */
const MAKE = 'make'
const NO_DAYS: ChosenDays = { year: null, month: null, first: null }
const keyOf = ({ kind, text }: RosterQuestion): string =>
  `${kind} ${kind === 'person' ? nameKey(text) : text}`

/** Answers as the form has them → as the reader takes them. */
function answersOf(chosen: ReadonlyMap<string, string>): RosterAnswers {
  const of = (kind: string): [string, string][] =>
    [...chosen].flatMap(([key, value]): [string, string][] =>
      value !== '' && key.startsWith(`${kind} `) ? [[key.slice(kind.length + 1), value]] : [],
    )
  const first = (kind: string): string | null => of(kind)[0]?.[1] ?? null
  return {
    persons: new Map(
      of('person').map(([key, value]) => [
        key,
        value === 'new' || value === 'nobody' ? value : { id: value },
      ]),
    ),
    labels: new Map(
      of('label').map(([key, value]) => {
        const [kind, id = ''] = value.split('|')
        return [key, kind === 'shift' ? { shift: id } : kind === 'post' ? { post: id } : {}]
      }),
    ),
    marks: new Map(
      of('mark').map(([key, value]) => [key, value === 'off' ? [] : value.split('|')]),
    ),
    post: first('post'),
    shift: first('shift'),
  }
}

const personsOf = ({ persons }: ReplyOf<'people/read'>): RosterRegister['persons'] =>
  persons.filter(({ left }) => !left).map(({ id, name, posts }) => ({ id, name, posts }))

export function useRosterRows(
  sheet: () => Sheet | null,
  fileName: () => string,
  registers: () => { people: ReplyOf<'people/read'>; duty: ReplyOf<'duty/read'> } | null,
): RosterReader {
  const t = useRegisterImportWords()
  const { tr, lang } = useText()
  const roles = shallowRef<ReadonlyMap<number, ColumnRole>>(new Map())
  const cells = ref<CellKind | null>(null)
  const chosen = shallowRef(NO_DAYS)
  const clearing = ref(true)
  const weekdayIsWrong = ref(false)
  watch(sheet, () => {
    roles.value = new Map()
    cells.value = null
    chosen.value = NO_DAYS
  })
  watch([sheet, chosen], () => {
    weekdayIsWrong.value = false
  })

  const known = computed((): RosterRegister | null => {
    const now = registers()
    return (
      now && { persons: personsOf(now.people), posts: now.people.posts, shifts: now.duty.shifts }
    )
  })
  const read = computed(() => {
    const [now, site] = [sheet(), known.value]
    if (!now || !site) return null
    const names = new Set(site.persons.map(({ name }) => nameKey(name)))
    return readRoster(now, {
      fileName: fileName(),
      roles: roles.value,
      cells: cells.value,
      chosen: chosen.value,
      isPerson: (name) => names.has(nameKey(name)),
      isShift: (name) => shiftNamed(name, site.shifts) !== null,
    })
  })
  const fresh = useNewShifts(
    sheet,
    () => read.value,
    () => known.value,
  )
  /** As it is once the new shifts are made. */
  const register = computed(
    () => known.value && { ...known.value, shifts: [...known.value.shifts, ...fresh.made.value] },
  )
  const { questions, answers, answer, remember } = useAnswers<RosterQuestion>(() => [
    sheet(),
    roles.value,
    cells.value,
  ])
  const result = computed(() => {
    if (!read.value || !register.value) return { rows: [], questions: [] }
    const chosenAnswers = answersOf(answers.value)
    const { labels, marks } = fresh.meanings.value
    const all = {
      ...chosenAnswers,
      labels: new Map([...labels, ...chosenAnswers.labels]),
      marks: new Map([...marks, ...chosenAnswers.marks]),
    }
    return rosterRows(read.value, register.value, all, clearing.value)
  })
  const shifts = computed(() =>
    fresh.made.value.flatMap(({ id, name, begins, ends }): NewShiftInput[] => {
      const rows = result.value.rows.filter(({ shiftId }) => shiftId === id)
      const posts = [...new Set(rows.map(({ postId }) => postId))]
      return rows.length > 0 ? [{ id, name: { ...name }, begins, ends, minimum: 1, posts }] : []
    }),
  )
  watch(
    () => result.value.questions,
    (open) => remember(open.map((question) => [keyOf(question), question])),
    { immediate: true },
  )

  const personName = (id: string): string =>
    register.value?.persons.find((person) => person.id === id)?.name ?? id
  const postName = (id: string): string => {
    const post = register.value?.posts.find((candidate) => candidate.id === id)
    return post ? tr(post.name) : id
  }
  const shiftName = (id: string): string => {
    const shift = register.value?.shifts.find((candidate) => candidate.id === id)
    return shift ? tr(shift.name) : id
  }
  /** What tells a person from another of that name. */
  const detailOf = (id: string): string => {
    const person = registers()?.people.persons.find((candidate) => candidate.id === id)
    return [
      ...(person?.posts.map(postName) ?? []),
      ...(person?.phones.slice(0, 1).map(({ number }) => number) ?? []),
    ].join(t('join'))
  }

  const shiftOptions = (): Option[] =>
    (register.value?.shifts ?? []).map(({ id }) => ({ value: id, label: shiftName(id) }))
  /** What may be a shift that the site does not have is offered to be made. */
  function makeOptions({ text }: RosterQuestion): Option[] {
    const shift = fresh.meantBy(text)
    return shift ? [{ value: MAKE, label: t('asked.newShift', { name: shift.form.name }) }] : []
  }
  function markOptions(question: RosterQuestion): Option[] {
    const single = shiftOptions()
    const both = single.flatMap((first, index) =>
      single.slice(index + 1).map((next) => ({
        value: `${first.value}|${next.value}`,
        label: [first.label, next.label].join(t('join')),
      })),
    )
    return [...single, ...makeOptions(question), { value: 'off', label: t('asked.off') }, ...both]
  }
  function personOptions({ text, candidates }: RosterQuestion): Option[] {
    const known = (id: string): Option => {
      const detail = detailOf(id)
      const name = personName(id)
      return { value: id, label: detail === '' ? name : t('asked.known', { name, detail }) }
    }
    const others = (register.value?.persons ?? []).filter(({ id }) => !candidates.includes(id))
    return [
      ...candidates.map(known),
      { value: 'new', label: t('asked.newPerson', { name: text }) },
      { value: 'nobody', label: t('asked.nobody') },
      ...others.map(({ id }) => known(id)),
    ]
  }
  function optionsOf(question: RosterQuestion): Option[] {
    const posts = register.value?.posts ?? []
    switch (question.kind) {
      case 'person':
        return personOptions(question)
      case 'mark':
        return markOptions(question)
      case 'shift':
        return shiftOptions()
      case 'post': {
        const ofShifts = new Set(register.value?.shifts.flatMap((shift) => shift.posts))
        return posts
          .filter(({ id }) => ofShifts.has(id))
          .map(({ id }) => ({ value: id, label: postName(id) }))
      }
      case 'label':
        return [
          ...shiftOptions().map(({ value, label }) => ({
            value: `shift|${value}`,
            label: t('asked.ofShift', { name: label }),
          })),
          ...posts.map(({ id }) => ({
            value: `post|${id}`,
            label: t('asked.ofPost', { name: postName(id) }),
          })),
          ...makeOptions(question),
          { value: 'none', label: t('asked.none') },
        ]
    }
  }

  const kindWords = (kind: RosterQuestion['kind']): string =>
    kind === 'post' || kind === 'shift' ? t(`asked.${kind}None`) : t(`asked.${kind}`)

  return {
    read,
    setCells: (kind) => {
      cells.value = kind
    },
    chosen: computed(() => chosen.value),
    choose: (days) => {
      chosen.value = days
    },
    clearing: computed(() => clearing.value),
    setClearing: (clears) => {
      clearing.value = clears
    },
    weekdayIsWrong: computed(() => weekdayIsWrong.value),
    setWeekdayIsWrong: (isWrong) => {
      weekdayIsWrong.value = isWrong
    },
    setRole: (column, role) => {
      roles.value = new Map([...roles.value, [column, role]])
    },
    newShifts: fresh,
    shifts,
    answer(key, value) {
      const shift = fresh.meantBy(questions.value.get(key)?.text ?? '')
      if (value === MAKE && shift) fresh.change(shift.key, { isMade: true })
      else answer(key, value)
    },
    questions: computed(() =>
      [...questions.value].map(([key, question]) => ({
        key,
        kind: kindWords(question.kind),
        text: question.text,
        at: question.at,
        count: question.count,
        options: optionsOf(question),
        value: answers.value.get(key) ?? '',
      })),
    ),
    faults: computed(() =>
      (read.value?.noSuchDay ?? []).map((at) => ({
        at,
        value: '',
        says: t('faults.no-such-day'),
      })),
    ),
    rows: computed(() => result.value.rows),
    lines: computed(() =>
      result.value.rows.map(({ date, shiftId, postId, persons, cells: places }) => ({
        at: places[0] ?? null,
        text: [
          dateText(date)[lang.value],
          shiftName(shiftId),
          postName(postId),
          persons.length === 0
            ? t('preview.cleared')
            : persons.map((who) => ('id' in who ? personName(who.id) : who.name)).join(t('join')),
        ].join(' · '),
      })),
    ),
    why: computed(() => {
      if (!read.value || read.value.cells === null) return t('preview.needRows')
      if (read.value.lacks !== null) return t('preview.needChoice')
      if (fresh.isFaulty.value) return t('preview.needShifts')
      return read.value.wrongDay !== null && !weekdayIsWrong.value ? t('preview.needChoice') : null
    }),
  }
}
