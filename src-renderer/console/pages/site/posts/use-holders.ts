/**
 * Puts people on posts and takes them off. Each change is saved after the one before it, by what
 * stands in the register then.
 */
import { computed, type ComputedRef, type ShallowRef } from 'vue'
import type { Answered, Refused } from '#shared/contract/contract.ts'
import type { PersonRead, PostRead } from '#shared/contract/people.ts'
import { useText } from '#renderer/i18n/index.ts'
import { useInTurn } from '../../../base/in-turn.ts'
import { useCommand } from '../../../base/use-command.ts'
import type { LastChange } from '../last-change.ts'
import { personInput } from '../people/persons.ts'
import { useRegisterWords } from '../register-words.ts'
import { useStaff } from '../staff.ts'

/** Who comes to which post or leaves it; `name` as it was typed or stands in the register. */
type Change = { name: string; post: PostRead; comes: boolean }
export type Holders = {
  put: (person: PersonRead, post: PostRead) => void
  /** Somebody who is nobody yet becomes a person and holds the post. */
  putNew: (name: string, post: PostRead) => void
  take: (person: PersonRead, post: PostRead) => void
  /** Names of those who come to a post and are not saved yet. */
  comingTo: (postId: string) => string[]
  off: ComputedRef<boolean>
  /** Why a change was not saved, and in words which. */
  refusal: ShallowRef<Refused | null>
  refused: ComputedRef<string>
  forget: () => void
}

export function useHolders(last: LastChange): Holders {
  const t = useRegisterWords()
  const { tr } = useText()
  const staff = useStaff()
  const { off, send } = useCommand()
  const turn = useInTurn<Change>()

  async function setPosts(
    person: PersonRead,
    posts: (before: readonly string[]) => readonly string[],
    words: string,
  ): Promise<Answered | null> {
    const { id } = person
    const before = personInput(staff.personOf(id) ?? person)
    const after = { id, ...before, posts: [...posts(before.posts)] }
    const answer = await send('people/person-set', after)
    if (!answer?.ok) return answer
    last.made(words, () => last.send('people/person-set', { id, ...before }))
    await staff.again()
    return answer
  }
  async function makePerson(name: string, post: PostRead): Promise<Answered | null> {
    const answer = await send('people/person-set', { name, phones: [], posts: [post.id] })
    if (!answer?.ok) return answer
    last.made(t('change.put', { name, post: tr(post.name) }), null)
    await staff.again()
    return answer
  }

  return {
    ...{ off, refusal: turn.refusal, forget: turn.forget },
    comingTo: (postId) =>
      turn.coming.value
        .filter(({ post, comes }) => comes && post.id === postId)
        .map(({ name }) => name),
    refused: computed(() =>
      turn.refused.value
        .map(({ name, post }) => t('posts.coming', { name, post: tr(post.name) }))
        .join(t('join')),
    ),
    put(person, post) {
      const { name } = person
      const words = t('change.put', { name, post: tr(post.name) })
      void turn.save({ name, post, comes: true }, () =>
        setPosts(person, (before) => [...new Set([...before, post.id])], words),
      )
    },
    putNew: (name, post) =>
      void turn.save({ name, post, comes: true }, () => makePerson(name, post)),
    take(person, post) {
      const { name } = person
      const words = t('change.take', { name, post: tr(post.name) })
      void turn.save({ name, post, comes: false }, () =>
        setPosts(person, (before) => before.filter((postId) => postId !== post.id), words),
      )
    },
  }
}
