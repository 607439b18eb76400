/** A checklist as it is typed, and what is sent of it. */
import type { Input } from '#shared/contract/contract.ts'
import type { ChecklistRead } from '#shared/contract/checklists.ts'
import type {
  CheckItem,
  ChecklistKind,
  ItemKind,
  OnDays,
  Rhythm,
  ShippedChecklist,
} from '#shared/domain/checklist/checklist.ts'
import type { LocalizedText } from '#shared/domain/text.ts'

/** `before`: in both languages, so that what is not changed keeps both. */
export type ItemForm = {
  id: string | null
  text: string
  before: LocalizedText | null
  kind: ItemKind
  unit: string
  unitBefore: LocalizedText | null
  min: string
  max: string
  critical: boolean
  photo: boolean
}
export type PointForm = {
  id: string | null
  name: string
  before: LocalizedText | null
  placeId: string | null
}
export type RhythmForm = {
  every: Rhythm['every']
  minutes: string
  from: string
  to: string
  until: string
  months: string
  days: OnDays
}
export type ChecklistForm = {
  name: string
  kind: ChecklistKind
  owner: string
  rhythm: RhythmForm
  items: ItemForm[]
  points: PointForm[]
  reportsItself: boolean
  reason: string
}

type Tr = (text: LocalizedText) => string
const numberText = (value: number | null): string => (value === null ? '' : String(value))

export const newItem = (): ItemForm => ({
  ...{ id: null, text: '', before: null, kind: 'yes-no', unit: '', unitBefore: null },
  ...{ min: '', max: '', critical: false, photo: false },
})
export const newPoint = (): PointForm => ({ id: null, name: '', before: null, placeId: null })

const itemForm = (item: CheckItem, tr: Tr): ItemForm => ({
  ...{ id: item.id, text: tr(item.text), before: item.text, kind: item.kind },
  ...{ unit: item.unit ? tr(item.unit) : '', unitBefore: item.unit },
  ...{ min: numberText(item.min), max: numberText(item.max) },
  ...{ critical: item.critical, photo: item.photo },
})

const rhythmForm = (rhythm: Rhythm): RhythmForm => ({
  every: rhythm.every,
  minutes: rhythm.every === 'round' ? String(rhythm.minutes) : '120',
  from: rhythm.every === 'round' ? rhythm.from : '09:00',
  to: rhythm.every === 'round' ? rhythm.to : '21:00',
  until: rhythm.every === 'day' ? rhythm.until : '09:00',
  months: rhythm.every === 'months' ? String(rhythm.months) : '1',
  days: 'days' in rhythm ? rhythm.days : 'all',
})

/** As a list, or one of the installation, stands; null: an empty one. */
export function formOf(
  list: ChecklistRead | null,
  shipped: ShippedChecklist | null,
  tr: Tr,
): ChecklistForm {
  const from = list ?? shipped
  const points = (list?.points ?? []).map(({ id, name, placeId }) => ({
    ...{ id, name: tr(name), before: name, placeId },
  }))
  return {
    name: from ? tr(from.name) : '',
    kind: from?.kind ?? 'site',
    owner: list?.owner ? tr(list.owner.name) : '',
    rhythm: rhythmForm(from?.rhythm ?? { every: 'hand' }),
    items: from ? from.items.map((item) => itemForm(item, tr)) : [newItem()],
    points: points.length > 0 || from?.kind !== 'patrol' ? points : [newPoint()],
    reportsItself: from?.reportsItself ?? false,
    reason: '',
  }
}

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text.trim())
const isNumber = (text: string): boolean =>
  text.trim() === '' || Number.isFinite(Number(text.trim()))
const isCount = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text.trim())

export type Fault = 'noItem' | 'noPoint' | 'badTime' | 'badNumber'

/** What it lacks beside its name; null: nothing. */
export function faultOf(form: ChecklistForm): Fault | null {
  if (form.items.every(({ text }) => text.trim() === '')) return 'noItem'
  if (form.kind === 'patrol' && form.points.every(({ name }) => name.trim() === ''))
    return 'noPoint'
  const { every, from, to, until, minutes, months } = form.rhythm
  const times = every === 'round' ? [from, to] : every === 'day' ? [until] : []
  if (!times.every(isTime)) return 'badTime'
  const counts = every === 'round' ? [minutes] : every === 'months' ? [months] : []
  const bounds = form.items.flatMap(({ min, max }) => [min, max])
  return counts.every(isCount) && bounds.every(isNumber) ? null : 'badNumber'
}

const both = (text: string): LocalizedText => ({ zh: text.trim(), en: text.trim() })
/** What was not changed stays in both languages. */
const textOf = (typed: string, before: LocalizedText | null, tr: Tr): LocalizedText =>
  before && tr(before) === typed.trim() ? before : both(typed)

function rhythmOf({ every, minutes, from, to, until, months, days }: RhythmForm): Rhythm {
  switch (every) {
    case 'round':
      return { every, minutes: Number(minutes), from: from.trim(), to: to.trim(), days }
    case 'day':
      return { every, until: until.trim(), days }
    case 'months':
      return { every, months: Number(months) }
    case 'event':
    case 'hand':
      return { every }
  }
}

const bound = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim()))

/** Rows in which nothing stands are left out. */
export const sentOf = (
  form: ChecklistForm,
  name: LocalizedText | null,
  tr: Tr,
): Omit<Input<'checklist/save'>, 'owner' | 'checklistId' | 'shippedId'> => ({
  name: textOf(form.name, name, tr),
  kind: form.kind,
  rhythm: rhythmOf(form.rhythm),
  reportsItself: form.reportsItself,
  reason: form.reason.trim() || null,
  items: form.items
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, text, before, kind, unit, unitBefore, min, max, critical, photo }) => ({
      ...{ id, text: textOf(text, before, tr), kind, critical, photo },
      unit: kind === 'number' && unit.trim() !== '' ? textOf(unit, unitBefore, tr) : null,
      min: kind === 'number' ? bound(min) : null,
      max: kind === 'number' ? bound(max) : null,
    })),
  points: form.points
    .filter(({ name: written }) => written.trim() !== '')
    .map(({ id, name: written, before, placeId }) => ({
      ...{ id, name: textOf(written, before, tr), placeId },
    })),
})
