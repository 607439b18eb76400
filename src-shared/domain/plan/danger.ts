/** Tells which types of incident people may come to harm by. */
import type { IncidentType } from './plan.ts'

/** By its own mark in `types`, or by that of a type that it lies under. */
export const isDangerous = (
  typeCode: string,
  types: readonly Pick<IncidentType, 'code' | 'danger'>[],
): boolean =>
  types.some(
    ({ code, danger }) => danger === true && (typeCode === code || typeCode.startsWith(`${code}.`)),
  )
