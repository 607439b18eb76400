/**
 * Who is signed in, and everything that is asked of HQ. Whatever is refused because a session has
 * ended leads back to the sign-in.
 */
import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { HqReply } from '#shared/contract/hq-replies.ts'
import type { HqRefusalCode, HqRequestName, HqSent } from '#shared/contract/hq.ts'
import type { HqPerson } from '#shared/domain/hq/scope.ts'

/** `no-contact`: HQ did not answer. */
export type HqFault = HqRefusalCode | 'no-contact'
export type Asked<T> = { ok: true; reply: T } | { ok: false; code: HqFault }
async function post<T>(path: string, body: unknown): Promise<Asked<T>> {
  try {
    const answer = await fetch(`/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const content: unknown = await answer.json()
    return answer.ok
      ? { ok: true, reply: content as T }
      : { ok: false, code: (content as { code: HqRefusalCode }).code }
  } catch {
    return { ok: false, code: 'no-contact' }
  }
}

export const useSession = defineStore('hq-session', () => {
  /** Undefined until HQ has answered; null: nobody. */
  const person = ref<HqPerson | null | undefined>()
  /** Somebody here has just changed the own password. */
  const isRenewed = ref(false)

  async function ask<N extends HqRequestName>(
    name: N,
    input: HqSent<N>,
  ): Promise<Asked<HqReply<N>>> {
    const answered = await post<HqReply<N>>(name, input)
    if (!answered.ok && answered.code === 'not-signed-in') person.value = null
    return answered
  }
  /** Asks who is signed in. Without an answer it stays as it is. */
  async function look(): Promise<void> {
    const answered = await ask('me/read', {})
    if (answered.ok) person.value = answered.reply
  }
  async function signIn(name: string, password: string): Promise<HqFault | null> {
    const answered = await post<HqPerson>('sign-in', { name, password })
    if (!answered.ok) return answered.code
    isRenewed.value = false
    person.value = answered.reply
    return null
  }
  /** All sessions of this person end with it: the sign-in says that it is the new one now. */
  async function changePassword(before: string, password: string): Promise<HqFault | null> {
    const answered = await ask('me/password', { before, password })
    if (!answered.ok) return answered.code
    isRenewed.value = true
    person.value = null
    return null
  }
  async function signOut(): Promise<void> {
    await post('sign-out', {})
    person.value = null
  }
  return { person, isRenewed, ask, look, signIn, signOut, changePassword }
})
