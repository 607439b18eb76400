/** The requests of announcements: compose one, check it, say where it went, end it. */
import { z } from 'zod'
import { ANNOUNCE_ENDS, ANNOUNCE_TARGETS } from '../domain/incident/record/announcements.ts'
import { Id, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const about = { incidentId: Id, announcementId: Id }

export const announcements = {
  /** With `lifeSafety` it is out at once and checked after; else once it is checked. */
  'announcement/compose': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({
      incidentId: Id,
      text: personal(1000),
      targets: z.array(z.enum(ANNOUNCE_TARGETS)).min(1).max(ANNOUNCE_TARGETS.length),
      lifeSafety: z.boolean().optional(),
    }),
    reply: reply<Empty>(),
  }),
  'announcement/check': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject(about),
    reply: reply<Empty>(),
  }),
  /** A person says that it went there. */
  'announcement/sent': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ ...about, target: z.enum(ANNOUNCE_TARGETS) }),
    reply: reply<Empty>(),
  }),
  'announcement/end': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({
      ...about,
      why: z.enum(ANNOUNCE_ENDS),
      reason: personal(2000).nullish(),
    }),
    reply: reply<Empty>(),
  }),
}
