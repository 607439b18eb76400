/** What a list offers to choose from, and what of it is left when a part of a name was typed. */

/** `depth`: how deep it hangs in a tree. `note`: what it says beside its name. */
export type Choice = { value: string; label: string; note?: string; depth?: number }

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

/** Choices of which the name or the note has what was typed; `byId`: the id, too. */
export function matchingChoices(
  choices: readonly Choice[],
  typed: string,
  byId = false,
): readonly Choice[] {
  const needle = typed.trim().toLowerCase()
  return choices.filter(({ label, value, note = '' }) =>
    `${label} ${note} ${byId ? value : ''}`.toLowerCase().includes(needle),
  )
}
