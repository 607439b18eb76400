/**
 * The requests of announcements: compose one, check it, say where it went or did not, end it; and
 * those of the channels of the site's own.
 */
import { z } from 'zod'
import {
  ANNOUNCE_ENDS,
  ANNOUNCE_TARGETS,
  ANNOUNCE_WAYS,
} from '../domain/incident/record/announcements.ts'
import { MOST_OUTLETS, OUTLET_KINDS, OUTLET_WAYS, type Outlet } from '../domain/outlets/outlet.ts'
import { Id, Nothing, reply, written, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const about = { incidentId: Id, announcementId: Id }

/** The whole channel; without `id` it is a new one. A folder goes with files and no other way. */
const outlet = z
  .strictObject({
    id: Id.nullish(),
    name: written(40),
    kind: z.enum(OUTLET_KINDS),
    way: z.enum(OUTLET_WAYS),
    folder: written(1_000).nullish(),
  })
  .refine(({ way, folder }) => (way === 'file') === (typeof folder === 'string'))

export const announcements = {
  /**
   * With `lifeSafety` it is out at once and checked after; else once it is checked. `outlets`: ids
   * of channels of the site's own; it goes somewhere.
   */
  'announcement/compose': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z
      .strictObject({
        incidentId: Id,
        text: personal(1000),
        targets: z.array(z.enum(ANNOUNCE_TARGETS)).max(ANNOUNCE_TARGETS.length),
        outlets: z.array(Id).max(MOST_OUTLETS).nullish(),
        lifeSafety: z.boolean().optional(),
      })
      .refine(({ targets, outlets }) => targets.length + (outlets?.length ?? 0) > 0),
    reply: reply<Empty>(),
  }),
  'announcement/check': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject(about),
    reply: reply<Empty>(),
  }),
  /**
   * A person, or a program of the site, says that it went to one of both, or with `failed` why it
   * did not.
   */
  'announcement/sent': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z
      .strictObject({
        ...about,
        target: z.enum(ANNOUNCE_TARGETS).nullish(),
        outletId: Id.nullish(),
        failed: personal(2000).nullish(),
      })
      .refine(({ target, outletId }) => Boolean(target) !== Boolean(outletId)),
    reply: reply<Empty>(),
  }),
  /** Somebody printed its text, or copied it to send it by hand. */
  'announcement/taken': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ ...about, way: z.enum(ANNOUNCE_WAYS) }),
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
  'outlets/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ outlets: readonly Outlet[] }>(),
  }),
  /** What was composed before keeps its channels as they were. */
  'outlets/set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    prepare: true,
    input: outlet,
    reply: reply<{ id: string }>(),
  }),
  'outlets/remove': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ id: Id }),
    reply: reply<Empty>(),
  }),
}
