/** The requests of reports to those above: when the head came to know, and one that goes out. */
import { z } from 'zod'
import { Id, Instant, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

export const bulletins = {
  /** When the head of the unit came to know: the clocks of the law run from it. */
  'bulletin/head-informed': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id, at: Instant }),
    reply: reply<Empty>(),
  }),
  /** `number`: the next one, as it stood on the screen. `text` is kept word for word. */
  'bulletin/send': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    large: true,
    input: z.strictObject({
      incidentId: Id,
      number: z.int().min(1).max(999),
      final: z.boolean().optional(),
      text: personal(60_000),
      signer: personal(200),
      to: personal(500),
    }),
    reply: reply<Empty>(),
  }),
}
