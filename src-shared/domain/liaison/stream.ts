/** The streams of talks with authorities, one for each: recorded, put right, withdrawn. */
import { unreachable, type Recorded } from '../decision.ts'
import { bodyOf, defineStream } from '../event-stream.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { isTalk, type Talk, type TalkFields } from './talk.ts'

/** The whole of it from now on. */
export type TalkRecorded = { type: 'TalkRecorded' } & TalkFields
export type TalkWithdrawn = { type: 'TalkWithdrawn'; reason: Sealed }
export type TalkEvent = TalkRecorded | TalkWithdrawn

/** Null before it was recorded; `id`: of the stream. */
export type TalkState = { id: string; talk: Talk | null }

function evolved({ id, talk }: TalkState, event: Recorded<TalkEvent>): Talk | null {
  const { at, by } = event
  const version = (talk?.version ?? 0) + 1
  switch (event.type) {
    case 'TalkRecorded':
      return { ...(bodyOf(event) as TalkFields), id, version, at, by, withdrawn: null }
    case 'TalkWithdrawn':
      return talk && { ...talk, version, withdrawn: { at, by, reason: event.reason } }
    default:
      return unreachable(event)
  }
}

export const liaisonStream = defineStream<TalkState, TalkEvent, { talk: Talk }>({
  name: 'liaison.',
  initial: (id) => ({ id, talk: null }),
  evolve: (state, event) => ({ id: state.id, talk: evolved(state, event) }),
  documents: {
    talk: {
      of: ({ talk }) => talk,
      name: localized('往来', 'talks with authorities'),
      hasForm: (body, id) => isTalk(body) && (body as Talk).id === id,
    },
  },
  version: ({ talk }) => talk?.version ?? 0,
})
