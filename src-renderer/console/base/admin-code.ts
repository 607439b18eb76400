/**
 * The administrator's code at this console: whether this machine has one, until when this console
 * is unlocked, and the dialog that asks for it. The code itself is kept nowhere.
 */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Answered, Name, Refused } from '#shared/contract/contract.ts'
import { useBoard } from '../../stores/board.ts'
import { useNow } from '../../stores/tick.ts'

export const useAdminCode = defineStore('admin-code', () => {
  const board = useBoard()
  const now = useNow()
  const isSet = shallowRef<boolean | null>(null) // null: not known yet
  const until = shallowRef<number | null>(null) // UTC ms
  const asking = shallowRef(false)
  let answerers: ((isOpen: boolean) => void)[] = []
  let latest = 0

  async function read(): Promise<void> {
    const mine = ++latest
    const answer = await board.request('desk/code', {})
    if (!answer.ok || mine !== latest) return
    isSet.value = answer.reply.set
    until.value = answer.reply.until
  }

  watch(
    () => board.live,
    (live) => {
      if (live) void read()
    },
    { immediate: true },
  )

  /** For how long this console is still unlocked, in ms; 0: it is locked, or there is no code. */
  const leftMs = computed(() => Math.max(0, (until.value ?? 0) - now.value))
  /** Null: not known yet. Without a code it is not. */
  const isLocked = computed(() => (isSet.value === null ? null : isSet.value && leftMs.value === 0))

  function answer(isOpen: boolean): void {
    asking.value = false
    for (const resolve of answerers) resolve(isOpen)
    answerers = []
  }

  /** Opens the dialog; resolves with true once the code was right, with false if it was left. */
  function ask(): Promise<boolean> {
    asking.value = true
    return new Promise((resolve) => answerers.push(resolve))
  }

  /** Null: this console is unlocked now; else why it is not. */
  async function unlock(code: string): Promise<Refused | null> {
    const unlocked = await board.request('desk/unlock', { code })
    if (!unlocked.ok) return unlocked
    until.value = unlocked.reply.until
    answer(true)
    return null
  }

  async function lock(): Promise<void> {
    await board.request('desk/lock', {})
    await read()
  }

  /** Sends a request; where the station wants the code, asks for it and sends the request again. */
  async function withCode<N extends Name>(send: () => Promise<Answered<N>>): Promise<Answered<N>> {
    const first = await send()
    if (first.ok || first.code !== 'code-needed') return first
    isSet.value = true
    until.value = null
    return (await ask()) ? send() : first
  }

  return {
    isSet,
    isLocked,
    leftMs,
    asking,
    read,
    ask,
    unlock,
    lock,
    withCode,
    leave: () => answer(false),
  }
})
