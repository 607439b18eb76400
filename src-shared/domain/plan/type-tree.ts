/** The tree of incident types, as their codes tell it: `crime.robbery` lies under `crime`. */

/** Whether a type is the one of `code`, or lies under it. */
export const liesUnder = (typeCode: string, code: string): boolean =>
  typeCode === code || typeCode.startsWith(`${code}.`)
