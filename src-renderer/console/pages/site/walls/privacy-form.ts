/** The table of what public walls show by type, as it is chosen, and what of it is sent. */
import type { Input } from '#shared/contract/contract.ts'
import type { PrivacyRead } from '#shared/contract/walls.ts'
import {
  DISCLOSURES,
  disclosureOfType,
  type Disclosure,
  type Privacy,
} from '#shared/domain/privacy/disclosure.ts'
import { liesUnder } from '#shared/domain/plan/type-tree.ts'

/** Empty: as the type above, and of `untyped` as little as the table has for any. */
export type Choice = Disclosure | ''
export type ChosenPrivacy = { types: Record<string, Choice>; untyped: Choice }

type Listed = PrivacyRead['types'][number]

/** Whether a type of the site lies above it, whose row it takes over. */
export const hasAbove = (code: string, types: readonly Pick<Listed, 'code'>[]): boolean =>
  types.some((type) => type.code !== code && liesUnder(code, type.code))

/** A type that lies under none says what it shows; one under another may leave it open. */
export const chosenPrivacy = ({ privacy, types }: PrivacyRead): ChosenPrivacy => ({
  types: Object.fromEntries(
    types
      .filter(({ discreet }) => !discreet)
      .map(({ code }) => [code, privacy.types[code] ?? (hasAbove(code, types) ? '' : 'full')]),
  ),
  untyped: privacy.untyped ?? '',
})

/**
 * What is sent. What is set for types that the site does not have now stays; a type under none
 * that shows all has no row of its own.
 */
export function privacyInput(
  { types: chosen, untyped }: ChosenPrivacy,
  { privacy, types }: PrivacyRead,
): Input<'walls/privacy-set'> {
  const listed = new Set(types.map(({ code }) => code))
  const former = Object.entries(privacy.types).filter(([code]) => !listed.has(code))
  const rows = Object.entries(chosen).flatMap(([code, choice]): [string, Disclosure][] =>
    choice === '' || (choice === 'full' && !hasAbove(code, types)) ? [] : [[code, choice]],
  )
  return {
    types: Object.fromEntries([...former, ...rows]),
    untyped: untyped === '' ? null : untyped,
  }
}

/** What a type would show without a row of its own. */
export const aboveOf = (code: string, privacy: Privacy): Disclosure => {
  const others = Object.entries(privacy.types).filter(([each]) => each !== code)
  return disclosureOfType(code, { types: Object.fromEntries(others) })
}

/** How many types are shown less than whole, by how much; discreet ones left out. */
export const countsByDisclosure = ({
  privacy,
  types,
}: PrivacyRead): readonly { disclosure: Disclosure; count: number }[] =>
  DISCLOSURES.filter((disclosure) => disclosure !== 'full')
    .map((disclosure) => ({
      disclosure,
      count: types.filter(
        ({ code, discreet }) => !discreet && disclosureOfType(code, privacy) === disclosure,
      ).length,
    }))
    .filter(({ count }) => count > 0)
