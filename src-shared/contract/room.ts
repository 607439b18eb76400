/** The requests of the room: left, taken over from another place, and back. */
import { z } from 'zod'
import { Nothing, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const contact = personal(200).nullish() // how its people are reached, as walls show it

export const roomRequests = {
  'room/leave': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ contact }),
    reply: reply<Empty>(),
  }),
  'room/take-over': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ place: personal(200), contact }),
    reply: reply<Empty>(),
  }),
  'room/return': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<Empty>(),
  }),
}
