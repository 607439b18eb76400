/** Says since when something that nobody has in hand has been due: one instant for every face. */
import type { BoardAlert, BoardMember } from './types.ts'

/**
 * Since when what an alert asks for is due (UTC ms): `member`, by default what it names first. The
 * alert comes later where attention waits for somebody who acts on something else, or where the
 * station stood still; whoever reads how long nobody acted has to read all of it.
 */
export const dueSince = (
  { members, dueAt }: Pick<BoardAlert, 'members' | 'dueAt'>,
  member: Pick<BoardMember, 'dueAt'> | undefined = members[0],
): number => member?.dueAt ?? dueAt
