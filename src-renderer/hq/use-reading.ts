/** Something that a page reads from HQ, and reads again when what it asks for changes. */
import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { HqReply } from '#shared/contract/hq-replies.ts'
import type { HqRequestName, HqSent } from '#shared/contract/hq.ts'
import { useSession, type HqFault } from './session.ts'

export type HqReading<T> = {
  /** The last answer; null before the first. */
  reply: Readonly<ShallowRef<T | null>>
  fault: Readonly<Ref<HqFault | null>>
  read: () => Promise<void>
}

/** `input` null: nothing is asked. An answer that comes after a later question is dropped. */
export function useReading<N extends HqRequestName>(
  name: N,
  input: () => HqSent<N> | null,
): HqReading<HqReply<N>> {
  const session = useSession()
  const reply = shallowRef(null) as ShallowRef<HqReply<N> | null>
  const fault = ref<HqFault | null>(null)
  let last = 0
  async function read(): Promise<void> {
    const sent = input()
    const turn = (last += 1)
    if (sent === null) return
    const answer = await session.ask(name, sent)
    if (turn !== last) return
    if (answer.ok) reply.value = answer.reply
    fault.value = answer.ok ? null : answer.code
  }
  watch(
    () => JSON.stringify(input()),
    () => {
      reply.value = null
      void read()
    },
    { immediate: true },
  )
  return { reply, fault, read }
}
