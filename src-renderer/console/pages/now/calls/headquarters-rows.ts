/** The headquarters of an incident among those who may be rung for it. */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import type { CallRow } from './call-rows.ts'

const HEADQUARTERS = localized('指挥部', 'Headquarters')

/**
 * The rows, with its members behind those who are to be rung and in front of all others; whoever is
 * listed with the same number is not listed again. `numberOf`: of a person of the register, null
 * without one.
 */
export function withHeadquarters(
  rows: readonly CallRow[],
  { headquarters = [] }: Pick<BoardIncident, 'headquarters'>,
  numberOf: (personId: string) => string | null,
): readonly CallRow[] {
  const members = headquarters.flatMap(({ person, personId, post }): CallRow[] => {
    const number = personId === null ? null : numberOf(personId)
    if (person === null || rows.some((row) => row.number !== null && row.number === number))
      return []
    return [
      {
        key: `headquarters ${personId ?? person}`,
        ...{ who: post ?? HEADQUARTERS, person, number },
        ...{ state: 'spare', doneAt: null, stepId: null, role: null },
      },
    ]
  })
  const first = rows.findIndex(({ state }) => state === 'spare' || state === 'done')
  return first < 0 ? [...rows, ...members] : rows.toSpliced(first, 0, ...members)
}
