/** Says in which place of the site's register another place lies, by what it is called. */
import type { Place } from '../incident/record/slices.ts'

/** The longest name of the register that the text has in it; empty without any. */
export const areaOf = (text: string, register: readonly Place[]): string =>
  register.reduce(
    (area, { name }) => (text.includes(name) && name.length > area.length ? name : area),
    '',
  )
