/** What the desk reads besides the board: the list of plans, and the telephones of the roster. A failed read leaves what was there. */
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { PlanSummary } from '#shared/contract/contract.ts'
import { useBoard } from '../../stores/board.ts'
import type { Posts } from '../now/list/duty.ts'

export const useLibrary = defineStore('library', () => {
  const board = useBoard()
  const plans = shallowRef<readonly PlanSummary[]>([])
  const posts = shallowRef<Posts>(null)

  async function readPlans(): Promise<void> {
    const list = await board.request('plans/list', {})
    if (list.ok) plans.value = list.reply
  }
  async function readPosts(): Promise<void> {
    const roster = await board.request('roster/read', {})
    if (roster.ok) posts.value = roster.reply.posts
  }

  watch(() => board.live, (live) => { if (live) void readPlans() }, { immediate: true })
  watch(() => board.board?.duty, (duty) => { if (duty) void readPosts() }, { immediate: true }) // a changed roster shows on the board first

  return { plans, posts, planOf: (id: string): PlanSummary | null => plans.value.find((plan) => plan.id === id) ?? null }
})
