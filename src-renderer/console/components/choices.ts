/** What a list offers to choose from, and what of it is left when a part of a name was typed. */

import { heardIn, searched } from '../base/name-search.ts'
import type { Syllables } from '../base/syllables.ts'

/** `depth`: how deep it hangs in a tree. `note`: what it says beside its name. */
export type Choice = { value: string; label: string; note?: string; depth?: number }

/** A choice for each of the values, in their order. */
export const choicesOf = <V extends string>(
  values: readonly V[],
  labelOf: (value: V) => string,
): readonly { value: V; label: string }[] =>
  values.map((value) => ({ value, label: labelOf(value) }))

/** The choices with those that are chosen, also where nothing names them any more. */
export const withUnnamed = (
  choices: readonly Choice[],
  chosen: readonly string[],
): readonly Choice[] => [
  ...choices,
  ...chosen
    .filter((value) => value !== '' && !choices.some((choice) => choice.value === value))
    .map((value) => ({ value, label: value })),
]

/**
 * Choices of which the name, its pinyin or initials, or the note has what was typed, the likeliest
 * first; `byId`: the id, too.
 */
export const matchingChoices = (
  choices: readonly Choice[],
  typed: string,
  syllables: Syllables,
  byId = false,
): readonly Choice[] =>
  typed.trim() === ''
    ? choices
    : heardIn(
        searched(
          choices,
          ({ label }) => label,
          syllables,
          ({ value, note = '' }) => (byId ? `${note} ${value}` : note),
        ),
        typed,
      )
