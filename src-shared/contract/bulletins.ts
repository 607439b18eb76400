/** The requests of reports to those above: when the head came to know, and one that goes out. */
import { z } from 'zod'
import { BULLETIN_SERIES } from '../domain/incident/record/bulletins.ts'
import type { ReportCopies } from '../domain/report-copies/stream.ts'
import { Id, Instant, Nothing, reply, Short, writtenOrEmpty, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const Names = z.array(Short).max(20)
const copies = z.strictObject({
  extraordinary: Names,
  major: Names,
  serious: Names,
  ordinary: Names,
})

export const bulletins = {
  /** When the head of the unit came to know: the clocks of the law run from it. */
  'bulletin/head-informed': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id, at: Instant }),
    reply: reply<Empty>(),
  }),
  /**
   * `number`: the next one of its series, as it stood on the screen. `series`: left out it goes to
   * the authorities. `text` is kept word for word; `copies`: who gets it besides.
   */
  'bulletin/send': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    large: true,
    input: z.strictObject({
      incidentId: Id,
      series: z.enum(BULLETIN_SERIES).optional(),
      number: z.int().min(1).max(999),
      final: z.boolean().optional(),
      text: personal(60_000),
      signer: personal(200),
      to: personal(500),
      copies: z.array(personal(200)).max(20).optional(),
    }),
    reply: reply<Empty>(),
  }),
  /** Who gets the written report of an incident, and who a copy of it, by its severity. */
  'bulletin/copies-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    input: z.strictObject({ to: writtenOrEmpty(200), copies }),
    reply: reply<Empty>(),
  }),
  /** `arranged`: null while nobody has set any. */
  'bulletin/copies-read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ arranged: ReportCopies | null }>(),
  }),
}
