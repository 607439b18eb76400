/** The stream of the site's own channels for announcements. Each event says the whole one. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'
import { OUTLET_KINDS, OUTLET_WAYS, type Outlet } from './outlet.ts'

/** A new one, or what one has become. */
export type OutletSet = { type: 'OutletSet'; outlet: Outlet }
export type OutletRemoved = { type: 'OutletRemoved'; outletId: string }
export type OutletEvent = OutletSet | OutletRemoved

/** In the order in which they were first named. */
export type Outlets = readonly Outlet[]

function evolve(before: Outlets | null, event: Recorded<OutletEvent>): Outlets {
  const outlets = before ?? []
  if (event.type === 'OutletRemoved') return outlets.filter(({ id }) => id !== event.outletId)
  const { outlet } = event
  return outlets.some(({ id }) => id === outlet.id)
    ? outlets.map((known) => (known.id === outlet.id ? outlet : known))
    : [...outlets, outlet]
}

export const outletsStream = defineStream<Outlets | null, OutletEvent, { outlets: Outlets }>({
  name: 'outlets',
  initial: () => null,
  evolve,
  documents: {
    outlets: {
      of: (outlets) => outlets,
      name: localized('公告渠道', 'the channels of announcements'),
      hasForm: is.list(
        is.fields<Outlet>({
          id: is.words,
          name: is.words,
          kind: is.oneOf(OUTLET_KINDS),
          way: is.oneOf(OUTLET_WAYS),
          folder: is.orNull(is.words),
        }),
      ),
    },
  },
})

/** Those of another record as they stand, in as few events as can be. */
export const outletsAgain = (outlets: Outlets): readonly OutletEvent[] =>
  outlets.map((outlet) => ({ type: 'OutletSet', outlet }))
