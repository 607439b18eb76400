/**
 * Turns a choice into a value of the draft: the first cell of a field that may be left out is
 * nothing at all. The field's own type says which ids it takes.
 */
export const choiceValue = <T extends string | undefined>(
  chosen: string,
  mayBeNothing: boolean,
): T => (chosen === '' && mayBeNothing ? undefined : chosen) as T
