/** The people of the site: who is on at which post, with their telephones. */
import { computed, type ComputedRef } from 'vue'
import { useBoard } from '../../stores/board.ts'
import type { People } from './contacts.ts'
import { useLibrary } from './library.ts'

/** The people for a sheet that is printed and hangs for months: whoever holds a post for good. */
export function useHolders(): ComputedRef<People> {
  const board = useBoard()
  const library = useLibrary()
  return computed(() => ({ posts: library.posts, duty: board.board?.duty ?? [] }))
}

export function usePeople(): ComputedRef<People> {
  const board = useBoard()
  const library = useLibrary()
  return computed(() => ({ posts: library.postsNow, duty: board.board?.duty ?? [] }))
}
