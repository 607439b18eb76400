/** The streams of who sits at a desk, one for each session of a console. */
import type { Recorded } from '../decision.ts'
import * as is from '../form.ts'
import { isSealed, type Guarded } from '../sealed.ts'
import { localized } from '../text.ts'
import { defineStream } from '../event-stream.ts'

/** `person` null: nobody in particular. */
export type Operator = { person: Guarded | null }

export type DeskSignedOn = { type: 'DeskSignedOn' } & Operator
export type OperatorEvent = DeskSignedOn

/** Null while nobody has signed on. Its author is the person who signs on, as the decision says. */
export const operatorStream = defineStream<Operator | null, OperatorEvent, { desk: Operator }>({
  name: 'desk.',
  initial: () => null,
  evolve: (_operator, { person }: Recorded<OperatorEvent>) => ({ person }),
  loading: 'on-demand',
  documents: {
    desk: {
      of: (operator) => operator,
      name: localized('值守签到', 'who is on duty at each console'),
      hasForm: is.fields<Operator>({ person: is.orNull(is.guarded) }),
    },
  },
  author: ({ person }, by) => (person === null || isSealed(person) ? by : person),
})
