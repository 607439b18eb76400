/** Who takes part, as rows of a form: a post, a name, or both. */
import type { Input } from '#shared/contract/contract.ts'
import type { ParticipantRead } from '#shared/domain/drill/draw.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { ownerNamed, type Register } from '../../../base/owners.ts'

export type ParticipantLine = { post: string; person: string }

export const participantLines = (
  participants: readonly ParticipantRead[],
  tr: (text: LocalizedText) => string,
): ParticipantLine[] => [
  ...participants.map(({ post, person }) => ({
    post: post ? tr(post.name) : '',
    person: person ?? '',
  })),
  ...(participants.length === 0 ? [{ post: '', person: '' }] : []),
]

/**
 * Rows with nothing in them are left out. What stands under post and is none of the register goes
 * before the name: nothing that was typed is lost.
 */
export const participantsOf = (
  lines: readonly ParticipantLine[],
  register: Register,
): Input<'drill/arrange'>['participants'] =>
  lines.flatMap(({ post, person }) => {
    const atPost = ownerNamed(post, { posts: register.posts, persons: [] })
    const postId = atPost?.postId ?? null
    const typed = [postId === null ? post.trim() : '', person.trim()].filter(Boolean).join(' ')
    const named = ownerNamed(typed, { posts: [], persons: register.persons })
    if (postId === null && named === null) return []
    return [{ postId, personId: named?.personId ?? null, person: named?.person ?? null }]
  })
