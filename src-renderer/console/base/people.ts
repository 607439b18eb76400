/** The people of the site: who is at which post, with telephones, and the contacts outside. */
import { computed, type ComputedRef } from 'vue'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { useBoard } from '../../stores/board.ts'
import { placedContacts } from './contacts-near.ts'
import type { People } from './contacts.ts'
import type { Posts } from './duty.ts'
import { useLibrary } from './library.ts'

type Placed = Pick<BoardIncident, 'placeId'>

function peopleWith(posts: () => Posts, incident: () => Placed | null): ComputedRef<People> {
  const board = useBoard()
  const library = useLibrary()
  const placeId = computed(() => incident()?.placeId)
  const contacts = computed(
    () => library.contacts && placedContacts(library.contacts, library.places, placeId.value),
  )
  return computed(() => ({
    posts: posts(),
    duty: board.board?.duty ?? [],
    ...(contacts.value && { contacts: contacts.value }),
  }))
}

/** The people for a sheet that is printed and hangs for months: whoever holds a post for good. */
export function useHolders(): ComputedRef<People> {
  const library = useLibrary()
  return peopleWith(
    () => library.posts,
    () => null,
  )
}

/** Those who are on now. `incident`: whose place says which contacts are near. */
export function usePeople(incident: () => Placed | null = () => null): ComputedRef<People> {
  const library = useLibrary()
  return peopleWith(() => library.postsNow, incident)
}
