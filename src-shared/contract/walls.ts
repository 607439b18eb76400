/** The requests of the site's walls: their names, their jobs, and the panels that they hang on. */
import { z } from 'zod'
import type { WallSign } from '../domain/board/wall-sign.ts'
import { DISCLOSURES, type Privacy } from '../domain/privacy/disclosure.ts'
import type { LocalizedText } from '../domain/text.ts'
import { WALL_VIEWS, type NamedWall } from '../domain/walls/wall.ts'
import { TimeOfDay } from './dates.ts'
import { Id, Nothing, reply, written, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'

/**
 * The whole wall: what is left out it has not, a filter that is left out lets everything through.
 * Without `id` it is a new one. `places`: ids of the register, with all that lies in them; `level`:
 * so grave and graver, 1 is the gravest; `planOf`: the place whose floor the view `plan` shows;
 * `distance`: the farthest reader, m; `width`, `height`: of
 * the picture of the panel, mm; `night`: it is dim between these times; `still`: nothing blinks;
 * `voice`: it says aloud what happens, never in public.
 */
const wall = z.strictObject({
  id: Id.nullish(),
  name: written(40),
  view: z.enum(WALL_VIEWS),
  categories: z.array(Id).min(1).max(40).nullish(),
  places: z.array(Id).min(1).max(200).nullish(),
  level: z.int().min(1).max(4).nullish(),
  planOf: Id.nullish(),
  public: z.boolean().nullish(),
  nameless: z.boolean().nullish(),
  byType: z.boolean().nullish(),
  language: z.enum(['zh', 'en']),
  theme: z.enum(['dark', 'light']),
  distance: z.number().positive().max(500).nullish(),
  width: z.number().positive().max(50_000).nullish(),
  height: z.number().positive().max(50_000).nullish(),
  night: z.strictObject({ from: TimeOfDay, to: TimeOfDay }).nullish(),
  still: z.boolean().nullish(),
  voice: z.boolean().nullish(),
})

/** The whole table: a type that is left out goes by the one that it lies under. */
const privacy = z.strictObject({
  types: z.record(Id, z.enum(DISCLOSURES)),
  untyped: z.enum(DISCLOSURES).nullish(),
})

/** `signs`: of its screens within the last hour, the latest first; none: it is not on. */
export type WallRead = NamedWall & { signs: readonly WallSign[] }

/** `unnamed`: signs of walls that go by no name, the latest first. */
export type WallsRead = { walls: readonly WallRead[]; unnamed: readonly WallSign[] }

/**
 * `types`: those of the site in their order; of `discreet` ones nothing is shown whatever is set.
 */
export type PrivacyRead = {
  privacy: Privacy
  types: readonly {
    code: string
    name: LocalizedText
    category: LocalizedText
    discreet: boolean
  }[]
}

export const namedWallRequests = {
  'walls/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<WallsRead>(),
  }),
  /** Screens that go by its name become what it is at once. */
  'walls/set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: wall,
    reply: reply<{ id: string }>(),
  }),
  /** Screens that go by its name go on as their address says. */
  'walls/remove': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ id: Id }),
    reply: reply<Empty>(),
  }),
  /** How much of an incident public walls show, by its type. */
  'walls/privacy-read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<PrivacyRead>(),
  }),
  /** Public walls show no more than that at once, of what runs, too. */
  'walls/privacy-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: privacy,
    reply: reply<Empty>(),
  }),
}
