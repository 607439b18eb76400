/** The stream of the roster: who holds which post, as it was set last. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Guarded } from '../sealed.ts'
import { localized } from '../text.ts'
import type { Roster } from '../incident/record/world.ts'

/** By post; several people may hold one. The telephone numbers are those of the post. */
export type Posts = Record<string, { person: Guarded; phone: Guarded }[]>

export type RosterSet = { type: 'RosterSet'; posts: Posts }
export type RosterEvent = RosterSet

/** Null while nobody has set one. */
export const rosterStream = defineStream<Posts | null, RosterEvent, { roster: Posts }>({
  name: 'roster',
  initial: () => null,
  evolve: (_posts, { posts }: Recorded<RosterEvent>) => posts,
  documents: {
    roster: {
      of: (posts) => posts,
      name: localized('值班表', 'the roster'),
      hasForm: is.map(
        is.list(is.fields<Posts[string][number]>({ person: is.guarded, phone: is.guarded })),
      ),
    },
  },
})

/** Who holds which post, without telephones. */
export const rosterOf = (posts: Posts | null): Roster | null =>
  posts &&
  Object.fromEntries(
    Object.entries(posts).map(([post, people]) => [post, people.map(({ person }) => person)]),
  )
