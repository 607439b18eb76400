/** The headquarters of an incident while it is edited: a line for each member. */
import type { Input } from '#shared/contract/contract.ts'
import type { PersonRead } from '#shared/contract/people.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'

export type MemberLine = { person: string; duty: string }
type Members = BoardIncident['headquarters']

/** A line to write in. */
export const blank = (): MemberLine => ({ person: '', duty: '' })

/** Those who form it, and one line more. */
export const linesOf = (members: Members): MemberLine[] => [
  ...(members ?? []).map(({ person, duty }) => ({ person: person ?? '', duty: duty ?? '' })),
  blank(),
]

const isNamed = ({ person }: MemberLine): boolean => person.trim() !== ''

/** Whether a line says what somebody sees to, and not who. */
export const isNameless = (line: MemberLine): boolean => !isNamed(line) && line.duty.trim() !== ''

/** A name that just one person of the register has is that person; any other is somebody else. */
export function membersOf(
  lines: readonly MemberLine[],
  before: Members,
  persons: readonly Pick<PersonRead, 'id' | 'name' | 'left'>[],
): Input<'incident/headquarters'>['members'] {
  return lines.filter(isNamed).map(({ person, duty }) => {
    const name = person.trim()
    const namesakes = persons.filter((entry) => !entry.left && entry.name === name)
    const member = before?.find((entry) => entry.person === name)
    const personId =
      member?.personId ?? (namesakes.length === 1 ? (namesakes[0]?.id ?? null) : null)
    return {
      ...(personId === null ? { person: name } : { personId }),
      ...(member?.postId ? { postId: member.postId } : {}),
      ...(duty.trim() === '' ? {} : { duty: duty.trim() }),
    }
  })
}
