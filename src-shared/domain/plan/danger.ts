/**
 * Tells which types of incident people may come to harm by, which are handled quietly, and which
 * are accidents at work.
 */
import type { IncidentType } from './plan.ts'
import { liesUnder } from './type-tree.ts'

type Marked<M extends 'danger' | 'discreet' | 'accident'> = readonly Pick<
  IncidentType,
  'code' | M
>[]

/** By its own mark in `types`, or by that of a type that it lies under. */
export const isDangerous = (typeCode: string, types: Marked<'danger'>): boolean =>
  types.some(({ code, danger }) => danger === true && liesUnder(typeCode, code))

/** By its own mark in `types`, or by that of a type that it lies under. */
export const isDiscreetType = (typeCode: string, types: Marked<'discreet'>): boolean =>
  types.some(({ code, discreet }) => discreet === true && liesUnder(typeCode, code))

/** By its own mark in `types`, or by that of a type that it lies under. */
export const isAccidentType = (typeCode: string, types: Marked<'accident'>): boolean =>
  types.some(({ code, accident }) => accident === true && liesUnder(typeCode, code))

/** Whether words name what a discreet type is about, also where no plan of the site is for it. */
export const namesDiscreet = (
  words: string,
  types: readonly Pick<IncidentType, 'discreet' | 'words'>[],
): boolean =>
  types.some(
    ({ discreet, words: names }) =>
      discreet === true && names.some((name) => words.toLowerCase().includes(name)),
  )
