/**
 * What a contact is: a body or a person outside, whom the site may have to ring. Names, numbers and
 * notes are sealed, since a contact may be a person.
 */
import { OUTSIDE_UNITS, outsideUnitOf, type OutsideUnitId } from '../roster/outside-units.ts'
import { PHONE_KINDS, type PhoneKind } from '../roster/register.ts'
import type { Guarded } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'

type Category = { name: LocalizedText; called: readonly string[] }

/** Whoever is outside and is no unit of {@link OUTSIDE_UNITS}. `called`: see there. */
const OTHERS = {
  superior: { name: localized('上级单位', 'Superior body'), called: ['上级', '上级主管部门'] },
  media: { name: localized('媒体', 'Media'), called: ['新闻媒体'] },
  family: { name: localized('家属', 'Family'), called: ['客户家属'] },
  supplier: { name: localized('供应商', 'Supplier'), called: ['设备厂家'] },
} as const satisfies Record<string, Category>

/** A contact of a unit outside is what calls of that unit ring first. */
export type ContactCategory = OutsideUnitId | keyof typeof OTHERS
export const CONTACT_CATEGORIES: Readonly<Record<ContactCategory, Category>> = {
  ...OUTSIDE_UNITS,
  ...OTHERS,
}
export const CATEGORY_IDS = Object.keys(CONTACT_CATEGORIES) as ContactCategory[]

/** The category that goes by this Chinese name in a plan; null: none does. */
export function categoryCalled(name: string): ContactCategory | null {
  const others: [string, Category][] = Object.entries(OTHERS)
  const other = others.find(
    ([, category]) => category.name.zh === name || category.called.includes(name),
  )
  return outsideUnitOf(name)?.id ?? ((other?.[0] ?? null) as ContactCategory | null)
}

export const NUMBER_KINDS = PHONE_KINDS
export type NumberKind = PhoneKind

/**
 * `verified`: when (UTC ms) and by whom somebody made sure of it last, and what was told then
 * (empty: nothing); absent: nobody has.
 */
export type ContactNumber = {
  number: Guarded
  kind: NumberKind
  verified?: { at: number; by: string; words: Guarded }
}

/**
 * `role`: the post outside of the site's documents that it is; `allHours`: answers day and night;
 * `place`: the id of the place it is for; `dueMonths`: after how many months its numbers are to be
 * verified again, absent: as the site has it. Numbers in the order in which they are rung.
 */
export type Contact = {
  id: string
  name: Guarded
  category: ContactCategory
  role?: string
  numbers: readonly ContactNumber[]
  allHours?: true
  place?: string
  dueMonths?: number
  note: Guarded
}

/** The key under which the roster has its numbers; null: it stands for no post and no unit. */
export const postOfContact = ({ role, category }: Contact): string | null =>
  role ?? (Object.hasOwn(OUTSIDE_UNITS, category) ? category : null)

/** After how many months a number is to be verified again: as it comes, and what it may be. */
export const DUE_MONTHS = 6
export const DUE_MONTHS_RANGE = [1, 36] as const
