/**
 * Reads what the desk needs besides the board: the plans, who holds which post, the telephones of
 * those who are on duty, the contacts outside and the places. A failed read leaves what was there.
 */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { PlanSummary } from '#shared/contract/contract.ts'
import type { ContactRead } from '#shared/contract/contacts.ts'
import type { PlaceRead } from '#shared/contract/places.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { useBoard } from '../../stores/board.ts'
import { postsAway, postsOnDuty, type Posts } from './duty.ts'
import { useReads } from './reads.ts'

export const useLibrary = defineStore('library', () => {
  const board = useBoard()
  const reads = useReads()
  const plans = shallowRef<readonly PlanSummary[]>([])
  const hasPlans = shallowRef(false)
  const posts = shallowRef<Posts>(null)
  const hasPosts = shallowRef(false)
  const onDuty = shallowRef<Posts>(null)
  const away = shallowRef<Posts>(null)
  const contacts = shallowRef<readonly ContactRead[] | null>(null)
  const places = shallowRef<readonly PlaceRead[]>([])
  const texts = shallowRef<ReadonlyMap<string, Plan>>(new Map()) // by revision

  async function readPlans(): Promise<void> {
    const list = await reads.read('plans/list', {})
    if (!list.ok) return
    plans.value = list.reply
    hasPlans.value = true
  }
  async function readPosts(): Promise<void> {
    const [roster, now] = await Promise.all([
      reads.read('roster/read', {}),
      reads.read('duty/now', {}),
    ])
    if (now.ok) {
      onDuty.value = postsOnDuty(now.reply)
      away.value = postsAway(now.reply)
    }
    if (!roster.ok) return
    posts.value = roster.reply.posts
    hasPosts.value = true
  }

  async function readContacts(): Promise<void> {
    const register = await reads.read('contacts/read', {})
    if (register.ok) contacts.value = register.reply.contacts
  }
  async function readPlaces(): Promise<void> {
    const register = await reads.read('places/read', {})
    if (register.ok) places.value = register.reply.places
  }

  /**
   * Reads a plan once, if it is not at hand in this revision. A revision that has been replaced
   * since is not to be had.
   */
  async function readPlan(planId: string, revision: string): Promise<void> {
    if (texts.value.has(revision)) return
    const plan = await reads.read('plans/read', { planId })
    if (plan.ok) texts.value = new Map([...texts.value, [plan.reply.revision, plan.reply]])
  }

  watch(
    [() => board.live, () => board.board?.site.kinds.join(), () => board.board?.library],
    ([live]) => {
      if (live) void readPlans()
    },
    { immediate: true },
  ) // another kind of site has other plans, and so has one whose planner approved some
  watch(
    () => board.board?.duty,
    (duty) => {
      if (!duty) return
      void readPosts()
      void readContacts()
      void readPlaces()
    },
    { immediate: true },
  ) // a changed roster shows on the board first, and so does a change of shift

  return {
    plans,
    /** The plans were read, and none of them is in force. */
    isEmpty: computed(() => hasPlans.value && plans.value.every(({ abolished }) => abolished)),
    /** Who holds which post for good. */
    posts,
    /** Who is on at which post now, with their telephones: whom to ring. */
    postsNow: computed(() => onDuty.value ?? posts.value),
    /** The same, by the numbers that reach them away from the desk. */
    postsAway: computed(() => away.value ?? posts.value),
    /** The roster was read; before, `posts` says nothing. */
    hasPosts,
    /** Null until they are read. */
    contacts,
    places,
    readPlaces,
    readPlan,
    readPlans,
    /** The whole plan in one revision, null as long as it is not at hand. */
    textOf: (revision: string): Plan | null => texts.value.get(revision) ?? null,
    planOf: (id: string): PlanSummary | null => plans.value.find((plan) => plan.id === id) ?? null,
  }
})
