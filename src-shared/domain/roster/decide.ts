/** Decides whether a roster may be set: it names posts that the site has. */
import { accept, refuse, type Decision, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'
import type { Posts, RosterEvent } from './stream.ts'

export type SetRoster = { type: 'SetRoster'; posts: Posts }
export type RosterCommand = SetRoster

const unknownPost = (ids: readonly string[]): Refusal =>
  refuse(
    'unknown-post',
    localized(
      `本单位的预案没有这些岗位：${ids.join('、')}`,
      `No plan of this site has these posts: ${ids.join(', ')}`,
    ),
    ids,
  )

/**
 * `sitePosts`: the ids of the posts of the site's documents and plans. A post that the roster holds
 * already may stay in it, since a kind of site may have been taken away. Refuses `unknown-post`.
 */
export function decideRoster(
  posts: Posts | null,
  command: RosterCommand,
  { sitePosts }: { sitePosts: ReadonlySet<string> },
): Decision<RosterEvent> {
  const unknown = Object.keys(command.posts).filter(
    (id) => !sitePosts.has(id) && !Object.hasOwn(posts ?? {}, id),
  )
  return unknown.length > 0
    ? unknownPost(unknown)
    : accept({ type: 'RosterSet', posts: command.posts })
}
