/** A shift as a request brings it. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Shift } from '#shared/domain/duty/roster.ts'
import { localName } from '../people/names.ts'

type ShiftInput = Omit<Parsed<'duty/shift-set'>, 'id'>

/** Every day where no weekdays are named; `id`: by which the register knows it. */
export const shiftOf = (
  id: string,
  { name, begins, ends, minimum, posts, weekdays, controlRoom }: ShiftInput,
): Shift => ({
  id,
  ...{ name: localName(name), begins, ends, minimum: minimum ?? 0, posts },
  ...(weekdays ? { weekdays } : {}),
  ...(controlRoom ? { controlRoom } : {}),
})
