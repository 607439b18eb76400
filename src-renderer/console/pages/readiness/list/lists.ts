/** Which lines of what is due are shown: all, the critical, the due, those that come. */
import type { ObligationRead } from '#shared/domain/readiness/draw.ts'
import type { ReadinessPart } from '#shared/domain/readiness/kinds.ts'

export const LISTS = ['all', 'critical', 'due', 'coming'] as const
export type ListName = (typeof LISTS)[number]

/** By the address; what it does not name is all. */
export const listOf = (name: string | undefined): ListName =>
  LISTS.find((list) => list === name) ?? 'all'

/** `owner`: as shown, '' for nobody; null: whoever. */
export type ListFilter = { show: ListName; part: ReadinessPart | null; owner: string | null }

const IN_LIST: Readonly<Record<ListName, (line: ObligationRead) => boolean>> = {
  all: () => true,
  critical: ({ isCritical }) => isCritical,
  due: ({ isDue }) => isDue,
  coming: ({ isDue }) => !isDue,
}

/** `owner`: of the line, as shown. */
export const isListed = (line: ObligationRead, owner: string, filter: ListFilter): boolean =>
  IN_LIST[filter.show](line) &&
  (filter.part === null || line.part === filter.part) &&
  (filter.owner === null || owner === filter.owner)
