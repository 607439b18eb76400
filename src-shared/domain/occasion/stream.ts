/** The streams of events that a site holds (会务活动), one for each: saved whole, withdrawn. */
import { unreachable, type Recorded } from '../decision.ts'
import { bodyOf, defineStream } from '../event-stream.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { isOccasion, type Occasion, type OccasionFields } from './occasion.ts'

/** The whole of it from now on; one that was withdrawn is held after all. */
export type OccasionSaved = { type: 'OccasionSaved'; checkFrom?: number } & OccasionFields
export type OccasionWithdrawn = { type: 'OccasionWithdrawn'; reason: Sealed }
export type OccasionEvent = OccasionSaved | OccasionWithdrawn

/** Null before it was saved; `id`: of the stream. */
export type OccasionState = { id: string; occasion: Occasion | null }

function evolved({ id, occasion }: OccasionState, event: Recorded<OccasionEvent>): Occasion | null {
  const { at, by } = event
  switch (event.type) {
    case 'OccasionSaved': {
      const fields = bodyOf(event) as OccasionFields & Pick<Occasion, 'checkFrom'>
      return { ...fields, id, version: (occasion?.version ?? 0) + 1, at, by, withdrawn: null }
    }
    case 'OccasionWithdrawn': {
      const withdrawn = { at, by, reason: event.reason }
      return occasion && { ...occasion, version: occasion.version + 1, withdrawn }
    }
    default:
      return unreachable(event)
  }
}

export const occasionStream = defineStream<OccasionState, OccasionEvent, { occasion: Occasion }>({
  name: 'occasion.',
  initial: (id) => ({ id, occasion: null }),
  evolve: (state, event) => ({ id: state.id, occasion: evolved(state, event) }),
  documents: {
    occasion: {
      of: ({ occasion }) => occasion,
      name: localized('会务活动', 'events'),
      hasForm: (body, id) => isOccasion(body) && (body as Occasion).id === id,
    },
  },
  version: ({ occasion }) => occasion?.version ?? 0,
})
