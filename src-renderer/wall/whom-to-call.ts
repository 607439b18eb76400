/** Whom a wall that hears nothing any more sends its readers to. */
import type { Board } from '#shared/domain/board/types.ts'

export type Contact = Board['duty'][number]

/** By the roster: who sits at the desk, else who leads the shift, else whom it names first. */
export function contactOf(duty: Board['duty']): Contact | null {
  const posts = duty.filter(({ people }) => people.length > 0)
  const holder = (post: string): Contact | undefined => posts.find(({ roleId }) => roleId === post)
  return holder('duty-officer') ?? holder('duty-leader') ?? posts[0] ?? null
}
