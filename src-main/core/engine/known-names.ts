/**
 * Types, categories and posts by which records are named: those of the site first, then those of
 * every document of the installation, since what was recorded before a kind of site was taken away
 * keeps its name.
 */
import { typesSince } from '#shared/domain/plan/held-marks.ts'
import type { IncidentType, Role } from '#shared/domain/plan/plan.ts'
import type { Register } from '#shared/domain/roster/register.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { Library } from '../ports.ts'

export const knownTypes = (library: Library): readonly IncidentType[] => [
  ...library.types(),
  ...library.everything().types,
]

/** The same for what was reported at `since` (UTC ms), with the marks that were taken after it. */
export const typesKnownSince = (library: Library, since: number): readonly IncidentType[] =>
  typesSince(knownTypes(library), library.heldMarks(), since)

/** Null for a code that no document has. */
export const knownType = (library: Library, code: string): IncidentType | null =>
  knownTypes(library).find((type) => type.code === code) ?? null

/** The posts that the site made itself. */
export const siteRoles = (register: Register | null): readonly Role[] =>
  (register?.posts ?? []).flatMap(({ id, name }) =>
    name ? [{ id, name, aliases: [], duty: null, substitutes: [] }] : [],
  )

export const knownRoles = (library: Library, register: Register | null = null): readonly Role[] => [
  ...library.plans().flatMap(({ roles }) => roles),
  ...library.everything().roles,
  ...siteRoles(register),
]

const NO_CATEGORY = localized('未分类', 'No category')

/** How a category is called, also one that the site no longer has. */
export function categoryNames(library: Library): (code: string) => LocalizedText {
  const names = new Map(
    [...library.everything().categories, ...library.categories()].map(({ code, name }) => [
      code,
      name,
    ]),
  )
  return (code) => names.get(code) ?? NO_CATEGORY
}
