/**
 * The register as the parts of the settings page share it: people, posts, groups, leave, and who is
 * on duty. Whoever has changed it reads it again for all, and what hangs on it is read with it.
 */
import { computed, inject, provide, readonly, ref, watch } from 'vue'
import type { ComputedRef, InjectionKey, Ref } from 'vue'
import { localDate } from '#shared/domain/calendar.ts'
import type { DutyRead } from '#shared/contract/duty.ts'
import type { PeopleRead, PersonRead, PostRead } from '#shared/contract/people.ts'
import { useText } from '#renderer/i18n/index.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useDisplayClock } from '#renderer/ui/display-clock.ts'
import { spanOf } from '../../base/days.ts'
import { useQuery } from '../../base/use-query.ts'

export type Staff = {
  /** Null while it has not been read. */
  people: ComputedRef<PeopleRead | null>
  /** Of this week: the shifts, and who is on now and next. */
  duty: ComputedRef<DutyRead | null>
  again: () => Promise<void>
  /** Counts how often it was read again: what else a change may have touched goes by it. */
  rereads: Readonly<Ref<number>>
  personOf: (id: string) => PersonRead | null
  /** Empty where nobody is called so. */
  nameOf: (personId: string) => string
  postOf: (id: string) => PostRead | null
  /** The name of a post, a group or a person, whichever it is; of what is gone its id. */
  labelOf: (id: string) => string
}

const STAFF: InjectionKey<Staff> = Symbol('staff')

/** The week that runs, as the sheet asks for it; null before the first contact. */
function useWeek(): ComputedRef<{ from: string; until: string } | null> {
  const { now, zone } = useDisplayClock()
  return computed(() => {
    if (now.value === 0) return null
    const { from, to } = spanOf('week', localDate(now.value, zone.value))
    return { from, until: to }
  })
}

export function provideStaff(): Staff {
  const board = useBoard()
  const { tr } = useText()
  const { reply: people, again: rereadPeople } = useQuery('people/read', () => ({}))
  const week = useWeek()
  const { reply: duty, again: rereadDuty } = useQuery('duty/read', () => week.value)
  const rereads = ref(0)
  const persons = computed(() => new Map(people.value?.persons.map((row) => [row.id, row])))
  const posts = computed(() => new Map(people.value?.posts.map((row) => [row.id, row])))

  async function again(): Promise<void> {
    rereads.value += 1
    await Promise.all([rereadPeople(), rereadDuty()])
  }
  // another console, or the change of a shift
  watch([() => board.board?.site, () => board.board?.duty], () => void again())

  const personOf = (id: string): PersonRead | null => persons.value.get(id) ?? null
  const postOf = (id: string): PostRead | null => posts.value.get(id) ?? null
  const nameOf = (id: string): string => personOf(id)?.name ?? ''
  const staff: Staff = {
    people: computed(() => people.value),
    duty: computed(() => duty.value),
    again,
    rereads: readonly(rereads),
    personOf,
    nameOf,
    postOf,
    labelOf(id) {
      const post = postOf(id)
      return post ? tr(post.name) : nameOf(id) || id
    },
  }
  provide(STAFF, staff)
  return staff
}

export function useStaff(): Staff {
  const staff = inject(STAFF, null)
  if (!staff) throw new Error('no register is provided above')
  return staff
}
