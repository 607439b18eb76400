/**
 * Knows the person at this desk, whose name the record shows for what is done here. The station
 * keeps it; the board store carries it to the screen.
 */
import { defineStore } from 'pinia'
import { watch } from 'vue'
import { dropOtherDrafts } from '../base/form-drafts.ts'
import { useReads } from '../base/reads.ts'
import { useBoard } from '../../stores/board.ts'

export const useOperator = defineStore('operator', () => {
  const board = useBoard()
  const reads = useReads()
  let latest = 0

  async function read(): Promise<void> {
    const mine = ++latest
    const answer = await reads.read('desk/read', {})
    if (!answer.ok || mine !== latest) return
    board.person = answer.reply.person ?? null
    dropOtherDrafts({ seat: board.session, person: board.person }, board.now())
  }

  // A sign-on anywhere sends every screen a whole board, which brings a new list of who is on duty.
  watch(
    [() => board.live, () => board.board?.duty],
    ([live]) => {
      if (live) void read()
    },
    { immediate: true },
  )

  return { read }
})
