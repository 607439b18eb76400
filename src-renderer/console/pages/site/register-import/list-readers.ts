/** How the list of each register becomes rows that are sent, with what somebody has answered. */
import { CONTACT_CATEGORIES } from '#shared/domain/contacts/contact.ts'
import type { Choice } from '#shared/domain/import/values.ts'
import { PLACE_KIND_NAMES, PLACE_KINDS } from '#shared/domain/places/place.ts'
import {
  attendanceRows,
  type AttendanceKnown,
  type AttendeeRow,
} from '#shared/domain/register-import/attendance-rows.ts'
import {
  checklistRows,
  checkRows,
  type ChecklistItemRow,
  type MadeCheckRow,
} from '#shared/domain/register-import/check-rows.ts'
import { contactRows, type ContactRow } from '#shared/domain/register-import/contact-rows.ts'
import type { ListRegister } from '#shared/domain/register-import/list-heads.ts'
import type { ListFault, ListQuestion } from '#shared/domain/register-import/list-rows.ts'
import type { ListSheet } from '#shared/domain/register-import/lists.ts'
import {
  peopleRows,
  type PeopleAnswers,
  type PersonRow,
} from '#shared/domain/register-import/people-rows.ts'
import { placeRows, type PlaceRow } from '#shared/domain/register-import/place-rows.ts'
import {
  RISK_GRADE_CHOICES,
  RISK_KIND_CHOICES,
  riskRows,
  TALK_KIND_CHOICES,
  talkRows,
  type ListedRisk,
  type ListedTalk,
} from '#shared/domain/register-import/risk-rows.ts'
import { supplyRows, type SupplyRow } from '#shared/domain/register-import/supply-rows.ts'
import { CLASS_NAMES, SUPPLY_CLASSES } from '#shared/domain/supplies/supply.ts'

export type ListEntry =
  | PersonRow
  | ContactRow
  | PlaceRow
  | SupplyRow
  | ChecklistItemRow
  | MadeCheckRow
  | ListedRisk
  | ListedTalk
  | AttendeeRow
export type ListResult = {
  rows: readonly ListEntry[]
  questions: readonly ListQuestion[]
  faults: readonly ListFault[]
  /** Rows that were understood and are no entry, as of people who were not there. */
  left?: readonly { row: number; text: string }[]
}
/** `zone`: of the site. */
export type ListAround = AttendanceKnown & { zone: string }
/** What was chosen, by the key of the question (`keyOf`). */
export type Chosen = ReadonlyMap<string, string>

const CATEGORIES: readonly Choice[] = Object.entries(CONTACT_CATEGORIES).map(
  ([code, { name }]) => ({ code, names: [name] }),
)
const PLACES: readonly Choice[] = PLACE_KINDS.map((code) => ({
  code,
  names: [PLACE_KIND_NAMES[code]],
}))
const CLASSES: readonly Choice[] = SUPPLY_CLASSES.map((code) => ({
  code,
  names: [CLASS_NAMES[code]],
}))
type Coded = 'category' | 'kind' | 'class' | 'grade'
const CHOICES: Partial<Record<ListRegister, Partial<Record<Coded, readonly Choice[]>>>> = {
  contacts: { category: CATEGORIES },
  places: { kind: PLACES },
  supplies: { class: CLASSES },
  risks: { kind: RISK_KIND_CHOICES, grade: RISK_GRADE_CHOICES },
  talks: { kind: TALK_KIND_CHOICES },
}
/** What a value of that kind may be. */
export const choicesFor = (register: ListRegister, kind: Coded): readonly Choice[] =>
  CHOICES[register]?.[kind] ?? []

export const keyOf = ({ kind, key }: ListQuestion): string => `${kind} ${key}`
/** The answers to the questions of a kind, by their own keys. */
const answersTo = (chosen: Chosen, kind: ListQuestion['kind']): ReadonlyMap<string, string> =>
  new Map(
    [...chosen].flatMap(([key, value]): [string, string][] =>
      value !== '' && key.startsWith(`${kind} `) ? [[key.slice(kind.length + 1), value]] : [],
    ),
  )

function peopleAnswers(chosen: Chosen): PeopleAnswers {
  return {
    persons: new Map(
      [...answersTo(chosen, 'person')].map(([key, value]) => {
        const [kind, of = ''] = value.split('|')
        return [key, kind === 'id' ? { id: of } : kind === 'row' ? { row: Number(of) } : 'new']
      }),
    ),
    posts: new Map(
      [...answersTo(chosen, 'post')].map(([key, value]) => [
        key,
        value === 'new' || value === 'none' ? value : { id: value },
      ]),
    ),
  }
}

/** `list`: as it was read; `chosen`: what has been answered so far. */
export function entriesIn(
  register: ListRegister,
  list: ListSheet,
  chosen: Chosen,
  around: ListAround,
): ListResult {
  switch (register) {
    case 'people':
      return peopleRows(list, around, peopleAnswers(chosen))
    case 'contacts':
      return contactRows(list, CATEGORIES, answersTo(chosen, 'category'))
    case 'places':
      return placeRows(list, PLACES, answersTo(chosen, 'kind'))
    case 'supplies':
      return supplyRows(list, CLASSES, answersTo(chosen, 'class'))
    case 'checklists':
      return checklistRows(list)
    case 'checks':
      return checkRows(list, around.zone)
    case 'risks':
      return riskRows(list, {
        kinds: answersTo(chosen, 'kind'),
        grades: answersTo(chosen, 'grade'),
      })
    case 'talks':
      return talkRows(list, answersTo(chosen, 'kind'))
    case 'attendance':
      return attendanceRows(list, around, {
        persons: answersTo(chosen, 'person'),
        session: answersTo(chosen, 'session').get('') ?? null,
      })
  }
}
