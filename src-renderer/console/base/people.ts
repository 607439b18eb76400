/** The people of the site: the roster's posts and telephones, and who is on duty. */
import { computed, type ComputedRef } from 'vue'
import { useBoard } from '../../stores/board.ts'
import type { People } from './contacts.ts'
import { useLibrary } from './library.ts'

export function usePeople(): ComputedRef<People> {
  const board = useBoard()
  const library = useLibrary()
  return computed(() => ({ posts: library.posts, duty: board.board?.duty ?? [] }))
}
