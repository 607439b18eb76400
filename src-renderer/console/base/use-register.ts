/** People, posts and groups of the site, of which owners are named; none until they are read. */
import { computed, type ComputedRef } from 'vue'
import type { PeopleRead } from '#shared/contract/people.ts'
import { useQuery } from './use-query.ts'

export function useRegister(): ComputedRef<Pick<PeopleRead, 'persons' | 'posts' | 'groups'>> {
  const { reply } = useQuery('people/read', () => ({}))
  return computed(() => reply.value ?? { persons: [], posts: [], groups: [] })
}
